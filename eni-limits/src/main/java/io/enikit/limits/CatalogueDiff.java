package io.enikit.limits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The differences between two catalogues, by the names of the types.
 *
 * <p>A fact that only one of them gives is no contradiction, so the type does not count as changed: it is in
 * {@link #completed}. Source and date of a row are not compared.
 *
 * @param added the types only the newer catalogue holds
 * @param removed the types only the older catalogue holds
 * @param changed the types with facts that both give differently
 * @param completed the types with facts that only one gives
 */
public record CatalogueDiff(
        List<String> added, List<String> removed, List<TypeChange> changed, List<TypeChange> completed) {
    /**
     * Copies the lists.
     *
     * @param added the types only the newer catalogue holds
     * @param removed the types only the older catalogue holds
     * @param changed the types with facts that both give differently
     * @param completed the types with facts that only one gives
     */
    public CatalogueDiff {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
        completed = List.copyOf(completed);
    }

    static CatalogueDiff between(InstanceTypes older, InstanceTypes newer) {
        List<String> added = new ArrayList<>();
        List<TypeChange> changed = new ArrayList<>();
        List<TypeChange> completed = new ArrayList<>();
        newer.stream().forEach(after -> {
            Optional<InstanceLimits> before = older.find(after.instanceType());
            if (before.isEmpty()) {
                added.add(after.instanceType());
            } else {
                compare(before.get(), after, changed, completed);
            }
        });
        List<String> removed = older.stream()
                .map(InstanceLimits::instanceType)
                .filter(name -> newer.find(name).isEmpty())
                .toList();
        return new CatalogueDiff(added, removed, changed, completed);
    }

    private static void compare(
            InstanceLimits before, InstanceLimits after, List<TypeChange> changed, List<TypeChange> completed) {
        List<FieldChange> contradictions = new ArrayList<>();
        List<FieldChange> completions = new ArrayList<>();
        for (Column column : Column.values()) {
            String old = column.cell(before);
            String fresh = column.cell(after);
            if (column.isFact() && !old.equals(fresh)) {
                FieldChange change = new FieldChange(column.accessor(), given(old), given(fresh));
                (old.isEmpty() || fresh.isEmpty() ? completions : contradictions).add(change);
            }
        }
        if (!contradictions.isEmpty()) {
            changed.add(new TypeChange(after.instanceType(), contradictions));
        }
        if (!completions.isEmpty()) {
            completed.add(new TypeChange(after.instanceType(), completions));
        }
    }

    private static Optional<String> given(String cell) {
        return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
    }

    /**
     * The facts that differ for one type.
     *
     * @param instanceType the name of the type
     * @param fields the facts, at least one
     */
    public record TypeChange(String instanceType, List<FieldChange> fields) {
        /**
         * Copies the list.
         *
         * @param instanceType the name of the type
         * @param fields the facts, at least one
         */
        public TypeChange {
            fields = List.copyOf(fields);
        }

        /** {@return one line, such as {@code m5.large: defaultVcpus 2 → 4}} */
        @Override
        public String toString() {
            return instanceType + ": "
                    + String.join(
                            ", ", fields.stream().map(FieldChange::toString).toList());
        }
    }

    /**
     * One fact that differs.
     *
     * @param field the accessor that gives it, such as {@code ipv4AddressesPerInterface}; per-card facts as
     *     {@code networkCards.maximumNetworkInterfaces}
     * @param before what the older catalogue gives, if it does
     * @param after what the newer catalogue gives, if it does
     */
    public record FieldChange(String field, Optional<String> before, Optional<String> after) {
        /** {@return the change in words, such as {@code defaultVcpus 2 → 4}} */
        @Override
        public String toString() {
            return field + " " + before.orElse("not given") + " → " + after.orElse("not given");
        }
    }
}
