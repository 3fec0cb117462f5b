package io.enikit.limits;

import java.util.Optional;

/** Limits sorted by the name of the type, each name once. */
interface Rows {
    int size();

    String name(int row);

    /** Compares the name of a row with another one, without making a string. */
    int compareName(int row, String name);

    /** Returns the limits of a row, always the same optional once they have been seen. */
    Optional<InstanceLimits> get(int row);

    default Optional<InstanceLimits> find(String name) {
        int low = 0;
        int high = size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = compareName(middle, name);
            if (order == 0) {
                return get(middle);
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }
}
