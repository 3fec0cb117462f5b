package io.enikit.model;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What two plans differ in, by resource and field.
 *
 * <p>Two plans have an empty difference exactly if they are equal. Fields have the names and the values that
 * {@link PlanText} gives them, defaults written out unless they are empty.
 *
 * <pre>{@code
 * PlanDiff.between(before, after);    // ~ eni e1 privateIpAddresses: 10.0.0.10* -> 10.0.0.10*,10.0.0.11
 * }</pre>
 *
 * @param added the resources that only the second plan has, by kind and id
 * @param removed the resources that only the first plan has, by kind and id
 * @param changed the resources that both have and that differ, by kind and id; the quotas, if they differ, come first
 *     and stand under the id of the plan
 * @param addedDuplicates those resources with an id that is taken that only the second plan has
 * @param removedDuplicates those resources with an id that is taken that only the first plan has
 */
public record PlanDiff(
        List<Resource> added,
        List<Resource> removed,
        List<Change> changed,
        List<Resource> addedDuplicates,
        List<Resource> removedDuplicates) {
    /**
     * What is different about a resource.
     *
     * @param id the resource
     * @param fields the fields that differ by name
     */
    public record Change(ResourceId id, Map<String, Values> fields) {
        /**
         * Keeps a copy of the fields.
         *
         * @param id the resource
         * @param fields the fields that differ by name
         */
        public Change(ResourceId id, Map<String, Values> fields) {
            this.id = requireNonNull(id, "id");
            this.fields = ImmutableSortedMap.copyOf(requireNonNull(fields, "fields"));
        }
    }

    /**
     * The values of a field in two plans, as plan texts write them.
     *
     * @param before its value in the first plan, absent where it has none
     * @param after its value in the second plan, absent where it has none
     */
    public record Values(Optional<String> before, Optional<String> after) {
        private static final String ABSENT = "-";

        /**
         * Checks that nothing is null.
         *
         * @param before its value in the first plan, absent where it has none
         * @param after its value in the second plan, absent where it has none
         */
        public Values {
            requireNonNull(before, "before");
            requireNonNull(after, "after");
        }

        /**
         * Returns both values as text.
         *
         * @return such as {@code 10.0.0.10* -> 10.0.0.11*}; a dash stands for an absent value, two quotes for an empty
         *     one, and {@code %2d} for a value that is a dash
         */
        @Override
        public String toString() {
            return text(before) + " -> " + text(after);
        }

        private static String text(Optional<String> value) {
            return switch (value.orElse(ABSENT)) {
                case ABSENT -> value.isPresent() ? "%2d" : ABSENT;
                case "" -> "\"\"";
                default -> value.get();
            };
        }
    }

    /**
     * Keeps copies of the lists.
     *
     * @param added the resources that only the second plan has, by kind and id
     * @param removed the resources that only the first plan has, by kind and id
     * @param changed the resources that both have and that differ, by kind and id; the quotas, if they differ, come
     *     first and stand under the id of the plan
     * @param addedDuplicates those resources with an id that is taken that only the second plan has
     * @param removedDuplicates those resources with an id that is taken that only the first plan has
     */
    public PlanDiff(
            List<Resource> added,
            List<Resource> removed,
            List<Change> changed,
            List<Resource> addedDuplicates,
            List<Resource> removedDuplicates) {
        this.added = ImmutableList.copyOf(requireNonNull(added, "added"));
        this.removed = ImmutableList.copyOf(requireNonNull(removed, "removed"));
        this.changed = ImmutableList.copyOf(requireNonNull(changed, "changed"));
        this.addedDuplicates = ImmutableList.copyOf(requireNonNull(addedDuplicates, "addedDuplicates"));
        this.removedDuplicates = ImmutableList.copyOf(requireNonNull(removedDuplicates, "removedDuplicates"));
    }

    /**
     * Compares two plans.
     *
     * @param before the first plan
     * @param after the second plan
     * @return what they differ in
     */
    public static PlanDiff between(NetworkPlan before, NetworkPlan after) {
        return new PlanComparison(requireNonNull(before, "before"), requireNonNull(after, "after")).result();
    }

    /** {@return whether the plans are equal} */
    public boolean isEmpty() {
        return lines().findAny().isEmpty();
    }

    private Stream<String> lines() {
        return Stream.of(
                        changed.stream().map(PlanDiff::line),
                        removed.stream().map(each -> "- " + PlanText.lineOf(each)),
                        added.stream().map(each -> "+ " + PlanText.lineOf(each)),
                        removedDuplicates.stream().map(each -> "- duplicate " + PlanText.lineOf(each)),
                        addedDuplicates.stream().map(each -> "+ duplicate " + PlanText.lineOf(each)))
                .flatMap(lines -> lines);
    }

    private static String line(Change change) {
        String subject = change.id().equals(PlanId.of())
                ? QuotasLine.KIND
                : change.id().kind().word() + " " + Words.escape(change.id().toString());
        return "~ " + subject + " "
                + change.fields().entrySet().stream()
                        .map(field -> field.getKey() + ": " + field.getValue())
                        .collect(Collectors.joining("; "));
    }

    /** {@return a line for each resource: changed ones with ~, removed ones with -, added ones with +; else nothing} */
    @Override
    public String toString() {
        return lines().collect(Collectors.joining("\n"));
    }
}
