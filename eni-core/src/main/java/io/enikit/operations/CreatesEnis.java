package io.enikit.operations;

import java.util.List;

/** An operation that creates network interfaces, by itself or among other things. */
interface CreatesEnis {
    /** {@return the requests for interfaces} */
    List<CreateEni> createdEnis();
}
