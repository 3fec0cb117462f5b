package io.enikit.json.gathered;

import com.google.common.collect.ImmutableSortedSet;
import io.enikit.json.Origin;
import io.enikit.json.text.Place;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.ResourceId;
import io.enikit.model.Subnet;
import io.enikit.model.Zone;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares what describe output shows twice: by itself and at something else. */
final class Comparisons {
    /** An interface as the part of an instance's object. */
    record Embedded(Eni eni, Origin origin) {}

    /** The zone that an interface states, and where. */
    record Stated(Zone zone, Place place) {}

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

    /** The zone of an interface is that of its subnet; one that is stated must be the same. */
    static void compareZones(Eni eni, @Nullable Stated stated, NetworkPlan plan, Collector collector) {
        if (stated == null) {
            return;
        }
        EniId id = eni.id();
        Zone zone = stated.zone;
        Optional<Zone> ofSubnet = plan.subnet(eni.subnetId()).map(Subnet::zone);
        if (ofSubnet.isPresent() && ofSubnet.get().equals(zone)) {
            return; // what its instance says of the one, it says of the other: there is nothing to compare
        }
        ofSubnet.filter(zone::isOtherThan)
                .ifPresent(each -> collector.contradiction(
                        id,
                        "it states the zone " + zone.nameBeside(each) + ", its subnet " + eni.subnetId() + " is in "
                                + each.nameBeside(zone),
                        stated.place.origin()));
        eni.instanceId()
                .flatMap(plan::zoneOf)
                .filter(each -> each.isOtherThan(zone)
                        && !ofSubnet.filter(each::isOtherThan).isPresent())
                .ifPresent(each -> collector.report(
                        ReadRules.ZONE,
                        id,
                        "it is in " + zone.nameBeside(each) + ", its instance \""
                                + eni.instanceId().orElseThrow() + "\" is in " + each.nameBeside(zone),
                        "use a subnet of the instance's zone",
                        stated.place.origin()));
    }
}
