package io.enikit.limits;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Limits that are values already, sorted by the name of the type. */
final class SortedRows implements Rows {
    private final String[] names;
    private final Optional<InstanceLimits>[] rows;

    private SortedRows(SortedMap<String, Optional<InstanceLimits>> byName) {
        this.names = byName.keySet().toArray(String[]::new);
        this.rows = byName.values().toArray(SortedRows::newArray);
    }

    /** Sorts limits; throws {@link IllegalArgumentException} if there are two for one type. */
    static SortedRows of(Collection<InstanceLimits> limits) {
        SortedMap<String, Optional<InstanceLimits>> byName = new TreeMap<>();
        for (InstanceLimits each : limits) {
            if (byName.put(each.instanceType(), Optional.of(each)) != null) {
                throw new IllegalArgumentException("two rows for one instance type: " + each.instanceType());
            }
        }
        return new SortedRows(byName);
    }

    @Override
    public int size() {
        return names.length;
    }

    @Override
    public String name(int row) {
        return names[row];
    }

    @Override
    public Optional<InstanceLimits> get(int row) {
        return rows[row];
    }

    @Override
    public Optional<InstanceLimits> find(String name) {
        int row = Arrays.binarySearch(names, name);
        return row < 0 ? Optional.empty() : rows[row];
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Optional<InstanceLimits>[] newArray(int length) {
        return new Optional[length];
    }
}
