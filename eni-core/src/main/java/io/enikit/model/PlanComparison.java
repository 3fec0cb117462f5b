package io.enikit.model;

import com.google.common.base.Splitter;
import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.Maps;
import com.google.common.collect.Multiset;
import com.google.common.collect.Multisets;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Finds what two plans differ in. */
final class PlanComparison {
    private final NetworkPlan before;
    private final NetworkPlan after;
    private final List<Resource> added = new ArrayList<>();
    private final List<Resource> removed = new ArrayList<>();
    private final List<PlanDiff.Change> changed = new ArrayList<>();

    PlanComparison(NetworkPlan before, NetworkPlan after) {
        this.before = before;
        this.after = after;
    }

    PlanDiff result() {
        if (!before.quotas().equals(after.quotas())) {
            changed.add(change(PlanId.of(), QuotasLine.write(before.quotas()), QuotasLine.write(after.quotas())));
        }
        before.resources().forEach(this::compare);
        after.resources()
                .filter(each -> before.find(each.resourceId()).isEmpty())
                .forEach(added::add);
        return new PlanDiff(
                added,
                removed,
                changed,
                difference(after, before),
                difference(before, after),
                difference(after.subnetDemands(), before.subnetDemands()),
                difference(before.subnetDemands(), after.subnetDemands()),
                new PlanSentences(before, after));
    }

    private void compare(Resource old) {
        Optional<Resource> found = after.find(old.resourceId());
        if (found.isEmpty()) {
            removed.add(old);
        } else if (!found.get().equals(old)) {
            changed.add(change(old.resourceId(), PlanText.lineOf(old), PlanText.lineOf(found.get())));
        }
    }

    private static PlanDiff.Change change(ResourceId id, PlanLine.Writer before, PlanLine.Writer after) {
        NavigableMap<String, String> old = before.fields();
        NavigableMap<String, String> current = after.fields();
        NavigableMap<String, PlanDiff.Values> fields = new TreeMap<>();
        for (String name : Sets.union(old.keySet(), current.keySet())) {
            PlanDiff.Values values =
                    new PlanDiff.Values(Optional.ofNullable(old.get(name)), Optional.ofNullable(current.get(name)));
            if (!values.before().equals(values.after())) {
                fields.put(name, values);
            }
        }
        NavigableMap<String, PlanDiff.Values> others =
                new TreeMap<>(Maps.filterEntries(fields, field -> !isReordered(field.getKey(), field.getValue())));
        return new PlanDiff.Change(id, others.isEmpty() ? fields : others);
    }

    /** Whether the addresses of an interface are the same in another order, which is said where nothing else changed. */
    private static boolean isReordered(String field, PlanDiff.Values values) {
        return EniLine.ADDRESSES.contains(field) && sorted(values.before()).equals(sorted(values.after()));
    }

    private static List<String> sorted(Optional<String> addresses) {
        return ImmutableList.sortedCopyOf(Splitter.on(',').omitEmptyStrings().splitToList(addresses.orElse("")));
    }

    /** Lists the duplicates of one plan that another one lacks. */
    private static List<Resource> difference(NetworkPlan has, NetworkPlan lacks) {
        Multiset<Resource> rest =
                Multisets.difference(HashMultiset.create(has.duplicates()), HashMultiset.create(lacks.duplicates()));
        return rest.stream()
                .sorted(Comparator.comparing(Resource::resourceId).thenComparing(Resource::toString))
                .toList();
    }

    /** Lists the elements of one sorted list that another one lacks. */
    private static <T extends Comparable<? super T>> List<T> difference(List<T> has, List<T> lacks) {
        return ImmutableList.sortedCopyOf(
                Multisets.difference(ImmutableMultiset.copyOf(has), ImmutableMultiset.copyOf(lacks)));
    }
}
