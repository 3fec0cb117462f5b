package io.enikit.limits;

import java.util.Optional;

/** Limits sorted by the name of the type, each name once. */
interface Rows {
    int size();

    String name(int row);

    /** Returns the limits of a row, always the same optional once they have been seen. */
    Optional<InstanceLimits> get(int row);

    /** Finds the row of a name, and makes nothing to do so. */
    Optional<InstanceLimits> find(String name);
}
