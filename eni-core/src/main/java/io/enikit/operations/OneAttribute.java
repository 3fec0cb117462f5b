package io.enikit.operations;

import java.util.List;

/** An operation that changes one attribute and no more. */
interface OneAttribute {
    /** {@return the attributes that are set, with their values} */
    List<String> attributes();
}
