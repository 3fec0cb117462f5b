package io.enikit.json.gathered;

import io.enikit.json.text.Place;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.model.Zone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The zones that interfaces state, which are those of their subnets.
 *
 * <p>Nearly always all interfaces of a subnet state its own zone, so that they are compared all at once, and not looked at again.
 */
final class StatedZones {
    private final Map<String, InSubnet> bySubnet = new LinkedHashMap<>();

    /** The zones that interfaces of a subnet state. */
    private record InSubnet(SubnetId subnet, List<InZone> zones) {
        List<Stated> in(Zone zone) {
            if (zones.isEmpty() || !zones.get(zones.size() - 1).zone.equals(zone)) {
                zones.add(new InZone(zone, new ArrayList<>()));
            }
            return zones.get(zones.size() - 1).all;
        }
    }

    /** The interfaces behind each other that state one zone. */
    private record InZone(Zone zone, List<Stated> all) {}

    private record Stated(EniId eni, Place place) {}

    void add(EniId eni, SubnetId subnet, Zone zone, Place place) {
        in(subnet).in(zone).add(new Stated(eni, place));
    }

    private InSubnet in(SubnetId subnet) {
        return bySubnet.computeIfAbsent(subnet.toString(), unseen -> new InSubnet(subnet, new ArrayList<>(1)));
    }

    void addAll(StatedZones other) {
        for (InSubnet theirs : other.bySubnet.values()) {
            InSubnet ours = in(theirs.subnet);
            theirs.zones.forEach(each -> ours.in(each.zone).addAll(each.all));
        }
    }

    /** Compares the zones with those of subnets and instances. */
    void compare(NetworkPlan plan, Collector collector) {
        for (InSubnet each : bySubnet.values()) {
            Optional<Zone> ofSubnet = plan.subnet(each.subnet).map(Subnet::zone);
            for (InZone inZone : each.zones) {
                if (!ofSubnet.equals(Optional.of(inZone.zone))) { // else what is said of one is said of the other
                    inZone.all.forEach(stated -> plan.eni(stated.eni)
                            .filter(eni -> eni.subnetId().equals(each.subnet))
                            .ifPresent(eni -> compare(eni, inZone.zone, ofSubnet, stated.place, plan, collector)));
                }
            }
        }
    }

    private static void compare(
            Eni eni, Zone zone, Optional<Zone> ofSubnet, Place place, NetworkPlan plan, Collector collector) {
        ofSubnet.filter(zone::isOtherThan)
                .ifPresent(each -> collector.contradiction(
                        eni.id(),
                        "it states the zone " + zone.nameBeside(each) + ", its subnet " + eni.subnetId() + " is in "
                                + each.nameBeside(zone),
                        place.origin()));
        eni.instanceId()
                .flatMap(plan::zoneOf)
                .filter(each -> each.isOtherThan(zone)
                        && !ofSubnet.filter(each::isOtherThan).isPresent())
                .ifPresent(each -> collector.report(
                        ReadRules.ZONE,
                        eni.id(),
                        "it is in " + zone.nameBeside(each) + ", its instance \""
                                + eni.instanceId().orElseThrow() + "\" is in " + each.nameBeside(zone),
                        "use a subnet of the instance's zone",
                        place.origin()));
    }
}
