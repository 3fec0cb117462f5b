package io.enikit.model;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What two plans differ in, by resource and field.
 *
 * <p>Two plans have an empty difference exactly if they are equal. Fields have the names and the values that
 * {@link PlanText} gives them, defaults written out unless they are empty. That the addresses of an interface are the
 * same in another order is mentioned only where nothing else about the interface changed.
 *
 * <pre>{@code
 * PlanDiff diff = PlanDiff.between(before, after);
 * diff.toString();          // ~ eni e1 privateIpAddresses: 10.0.0.10* -> 10.0.0.10*,10.0.0.11
 * diff.sentences();         // [e1 gained 10.0.0.11]
 * }</pre>
 */
public final class PlanDiff {
    private final List<Resource> added;
    private final List<Resource> removed;
    private final List<Change> changed;
    private final List<Resource> addedDuplicates;
    private final List<Resource> removedDuplicates;
    private final List<SubnetDemand> addedDemands;
    private final List<SubnetDemand> removedDemands;
    private final List<String> sentences;

    /** What is different about a resource. */
    public static final class Change {
        private final ResourceId id;
        private final Map<String, Values> fields;

        Change(ResourceId id, Map<String, Values> fields) {
            this.id = requireNonNull(id, "id");
            this.fields = ImmutableSortedMap.copyOf(requireNonNull(fields, "fields"));
        }

        /** {@return the resource} */
        public ResourceId id() {
            return id;
        }

        /** {@return the fields that differ by name} */
        public Map<String, Values> fields() {
            return fields;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Change that && id.equals(that.id) && fields.equals(that.fields);
        }

        @Override
        public int hashCode() {
            return Objects.hash(id, fields);
        }

        /** {@return one line, such as {@code ~ eni e1 privateIpAddresses: 10.0.0.10* -> 10.0.0.11*}} */
        @Override
        public String toString() {
            String subject =
                    id.equals(PlanId.of()) ? QuotasLine.KIND : id.kind().word() + " " + Words.escape(id.toString());
            return "~ " + subject + " "
                    + fields.entrySet().stream()
                            .map(field -> field.getKey() + ": " + field.getValue())
                            .collect(Collectors.joining("; "));
        }
    }

    /** The values of a field in two plans, as plan texts write them. */
    public static final class Values {
        private final Optional<String> before;
        private final Optional<String> after;

        private static final String ABSENT = "-";

        Values(Optional<String> before, Optional<String> after) {
            this.before = requireNonNull(before, "before");
            this.after = requireNonNull(after, "after");
        }

        /** {@return its value in the first plan, absent where it has none} */
        public Optional<String> before() {
            return before;
        }

        /** {@return its value in the second plan, absent where it has none} */
        public Optional<String> after() {
            return after;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Values that && before.equals(that.before) && after.equals(that.after);
        }

        @Override
        public int hashCode() {
            return Objects.hash(before, after);
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

    PlanDiff(
            List<Resource> added,
            List<Resource> removed,
            List<Change> changed,
            List<Resource> addedDuplicates,
            List<Resource> removedDuplicates,
            List<SubnetDemand> addedDemands,
            List<SubnetDemand> removedDemands,
            PlanSentences words) {
        this.added = ImmutableList.copyOf(requireNonNull(added, "added"));
        this.removed = ImmutableList.copyOf(requireNonNull(removed, "removed"));
        this.changed = ImmutableList.copyOf(requireNonNull(changed, "changed"));
        this.addedDuplicates = ImmutableList.copyOf(requireNonNull(addedDuplicates, "addedDuplicates"));
        this.removedDuplicates = ImmutableList.copyOf(requireNonNull(removedDuplicates, "removedDuplicates"));
        this.addedDemands = ImmutableList.copyOf(requireNonNull(addedDemands, "addedDemands"));
        this.removedDemands = ImmutableList.copyOf(requireNonNull(removedDemands, "removedDemands"));
        this.sentences = each(
                        words::changed,
                        words::removed,
                        words::added,
                        words::removedDuplicate,
                        words::addedDuplicate,
                        demand -> words.demand(demand, false),
                        demand -> words.demand(demand, true))
                .collect(ImmutableList.toImmutableList());
    }

    /** {@return the resources that only the second plan has, by kind and id} */
    public List<Resource> added() {
        return added;
    }

    /** {@return the resources that only the first plan has, by kind and id} */
    public List<Resource> removed() {
        return removed;
    }

    /**
     * {@return the resources that both have and that differ, by kind and id; the quotas, if they differ, come first
     * and stand under the id of the plan}
     */
    public List<Change> changed() {
        return changed;
    }

    /** {@return those resources with an id that is taken that only the second plan has} */
    public List<Resource> addedDuplicates() {
        return addedDuplicates;
    }

    /** {@return those resources with an id that is taken that only the first plan has} */
    public List<Resource> removedDuplicates() {
        return removedDuplicates;
    }

    /** {@return what subnets must have room for in the second plan only, by name} */
    public List<SubnetDemand> addedDemands() {
        return addedDemands;
    }

    /** {@return what subnets must have room for in the first plan only, by name} */
    public List<SubnetDemand> removedDemands() {
        return removedDemands;
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

    /**
     * Says what is different as a person would, with the names that {@link PlanNames} gives.
     *
     * <p>{@link #toString()} has the same in a form that is easy to search and to compare. Words may change between
     * versions of this library.
     *
     * @return a sentence for each resource that is different, in the order of {@link #toString()}, such as
     *     {@code app-1/eth1 moved from app-1 to app-2, keeps 10.0.0.4 and its MAC address}
     */
    public List<String> sentences() {
        return sentences;
    }

    private Stream<String> lines() {
        return each(
                Change::toString,
                each -> "- " + PlanText.lineOf(each),
                each -> "+ " + PlanText.lineOf(each),
                each -> "- duplicate " + PlanText.lineOf(each),
                each -> "+ duplicate " + PlanText.lineOf(each),
                each -> "- " + SubnetDemandLine.write(each),
                each -> "+ " + SubnetDemandLine.write(each));
    }

    private Stream<String> each(
            Function<Change, String> ofChanged,
            Function<Resource, String> ofRemoved,
            Function<Resource, String> ofAdded,
            Function<Resource, String> ofRemovedDuplicate,
            Function<Resource, String> ofAddedDuplicate,
            Function<SubnetDemand, String> ofRemovedDemand,
            Function<SubnetDemand, String> ofAddedDemand) {
        return Stream.of(
                        changed.stream().map(ofChanged),
                        removed.stream().map(ofRemoved),
                        added.stream().map(ofAdded),
                        removedDuplicates.stream().map(ofRemovedDuplicate),
                        addedDuplicates.stream().map(ofAddedDuplicate),
                        removedDemands.stream().map(ofRemovedDemand),
                        addedDemands.stream().map(ofAddedDemand))
                .flatMap(lines -> lines);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PlanDiff that
                && added.equals(that.added)
                && removed.equals(that.removed)
                && changed.equals(that.changed)
                && addedDuplicates.equals(that.addedDuplicates)
                && removedDuplicates.equals(that.removedDuplicates)
                && addedDemands.equals(that.addedDemands)
                && removedDemands.equals(that.removedDemands)
                && sentences.equals(that.sentences);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                added, removed, changed, addedDuplicates, removedDuplicates, addedDemands, removedDemands, sentences);
    }

    /** {@return a line for each resource: changed ones with ~, removed ones with -, added ones with +; else nothing} */
    @Override
    public String toString() {
        return lines().collect(Collectors.joining("\n"));
    }
}
