package io.enikit.operations;

import java.util.List;

/** An operation that states blocks, as text. */
interface StatesBlocks {
    /** {@return the blocks that are stated} */
    List<BlockText> blocks();
}
