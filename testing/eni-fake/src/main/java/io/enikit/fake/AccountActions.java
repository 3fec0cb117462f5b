package io.enikit.fake;

import com.google.common.collect.ImmutableMap;
import io.enikit.model.Vpc;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Shows Regions, zones and the limits of the account. */
final class AccountActions {
    private AccountActions() {}

    static void register(Map<String, Action> actions) {
        actions.put("DescribeAvailabilityZones", AccountActions::zones);
        actions.put("DescribeRegions", AccountActions::regions);
        actions.put("DescribeAccountAttributes", AccountActions::attributes);
    }

    private static void zones(Call call) {
        Item in = call.in();
        Collection<String> zones = Zones.of(call.region());
        List<String> names = in.texts("ZoneNames");
        List<String> ids = in.texts("ZoneIds");
        in.flag("AllAvailabilityZones");
        for (String name : names) {
            if (!zones.contains(name)) {
                throw Ec2Error.of("InvalidParameterValue", "Invalid availability zone: [" + name + "]");
            }
        }
        for (String id : ids) {
            if (Zones.byId(call.region(), id).isEmpty()) {
                throw Ec2Error.of("InvalidParameterValue", "Invalid availability zone-id: [" + id + "]");
            }
        }
        Listing.<String>of(call, "AvailabilityZones")
                .where(zone ->
                        (names.isEmpty() || names.contains(zone)) && (ids.isEmpty() || ids.contains(Zones.id(zone))))
                .answer(zones, zone -> zone, zone -> zone(call, zone));
    }

    private static Item zone(Call call, String zone) {
        return new Item(Api.modelled(), Api.modelled().shape("AvailabilityZone"))
                .put("ZoneName", zone)
                .put("ZoneId", Zones.id(zone))
                .put("RegionName", call.region())
                .put("GroupName", call.region() + "-zg-1")
                .put("GroupLongName", Zones.groupLongName(call.region()))
                .put("NetworkBorderGroup", call.region())
                .put("ZoneType", "availability-zone")
                .put("OptInStatus", "opt-in-not-required")
                .put("State", "available")
                .put("Messages", List.of());
    }

    private static void regions(Call call) {
        List<String> names = call.in().texts("RegionNames");
        Set<String> known = Zones.regions().keySet();
        for (String name : names) {
            if (!known.contains(name)) {
                throw Ec2Error.of("InvalidParameterValue", "Invalid region provided: " + name);
            }
        }
        boolean all = call.in().isTrue("AllRegions");
        Listing.<Zones.Region>of(call, "Regions")
                .where(region -> (all || region.fromTheStart() || !names.isEmpty())
                        && (names.isEmpty() || names.contains(region.name())))
                .answer(
                        Zones.regions().values(),
                        Zones.Region::name,
                        region -> new Item(Api.modelled(), Api.modelled().shape("Region"))
                                .put("RegionName", region.name())
                                .put("Endpoint", "ec2." + region.name() + ".amazonaws.com")
                                .put("OptInStatus", region.fromTheStart() ? "opt-in-not-required" : "not-opted-in"));
    }

    private static void attributes(Call call) {
        String defaultVpc = call.plan().vpcs().stream()
                .filter(Vpc::defaultVpc)
                .findFirst()
                .map(vpc -> vpc.id().toString())
                .orElse("none");
        Map<String, String> all = ImmutableMap.<String, String>builder()
                .put("supported-platforms", "VPC")
                .put("default-vpc", defaultVpc)
                .put("max-instances", "1000")
                .put(
                        "vpc-max-security-groups-per-interface",
                        Integer.toString(call.plan().quotas().securityGroupsPerInterface()))
                .put("max-elastic-ips", Integer.toString(call.plan().quotas().elasticIps()))
                .put(
                        "vpc-max-elastic-ips",
                        Integer.toString(call.plan().quotas().elasticIps()))
                .buildOrThrow();
        List<String> names = call.in().texts("AttributeNames");
        for (String name : names.isEmpty() ? all.keySet() : names) {
            String value = Optional.ofNullable(all.get(name))
                    .orElseThrow(() -> Ec2Error.invalidValue("attributeName", name, "Unknown attribute."));
            call.out()
                    .append("AccountAttributes")
                    .put("AttributeName", name)
                    .append("AttributeValues")
                    .put("AttributeValue", value);
        }
    }
}
