package io.enikit.json.gathered;

import com.google.common.collect.ImmutableSortedSet;
import io.enikit.json.Origin;
import io.enikit.model.Eni;
import io.enikit.model.ResourceId;

/** Compares what describe output shows twice: by itself and at something else. */
final class Comparisons {
    /** An interface as the part of an instance's object. */
    record Embedded(Eni eni, Origin origin) {}

    private Comparisons() {}

    /** Adds an interface that is shown nowhere else, or compares where it is. */
    static void merge(ResourceId id, Embedded part, Collector collector) {
        if (!(collector.resources().get(id) instanceof Eni whole)) {
            collector.add(part.eni, part.origin);
            return;
        }
        Eni eni = part.eni;
        compare(part, "subnet is", whole.subnetId(), eni.subnetId(), collector);
        compare(part, "attachment is", place(whole), place(eni), collector);
        compare(
                part,
                "private IPv4 addresses are",
                ImmutableSortedSet.copyOf(whole.privateIpAddresses()),
                ImmutableSortedSet.copyOf(eni.privateIpAddresses()),
                collector);
    }

    private static String place(Eni eni) {
        return eni.attachment()
                .map(each -> each.instanceId().map(ResourceId::toString).orElse("no instance") + ", card "
                        + each.networkCardIndex() + ", index " + each.deviceIndex())
                .orElse("none");
    }

    private static void compare(Embedded part, String what, Object whole, Object other, Collector collector) {
        if (!whole.equals(other)) {
            collector.contradiction(
                    part.eni.id(),
                    "its " + what + " shown as " + whole + " by itself, and as " + other + " at its instance",
                    part.origin);
        }
    }
}
