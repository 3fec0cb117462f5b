package io.enikit.fake;

import io.enikit.model.Subnet;
import java.util.List;
import java.util.Optional;

/** The availability zone that a request names, or that EC2 chooses where it names none. */
final class ZoneChoice {
    private static final String ZONE = "AvailabilityZone";
    private static final String ZONE_ID = "AvailabilityZoneId";

    private ZoneChoice() {}

    /** Returns the zone for a new subnet: the first of the Region where none is named. */
    static String of(Call call) {
        return named(call, call.in()).orElseGet(() -> Zones.of(call.region()).get(0));
    }

    /** Returns the zone that a part of a request names, if it does. */
    static Optional<String> named(Call call, Item in) {
        Optional<String> name = in.find(ZONE);
        Optional<String> id = in.find(ZONE_ID);
        if (name.isPresent() && id.isPresent()) {
            throw Ec2Error.combination(
                    "The parameters availabilityZone and availabilityZoneId cannot be used together");
        }
        if (id.isPresent()) {
            return Optional.of(Zones.byId(call.region(), id.get())
                    .orElseThrow(() -> Ec2Error.invalidValue(ZONE_ID, id.get(), "No such zone.")));
        }
        name.ifPresent(zone -> check(call, zone));
        return name;
    }

    private static void check(Call call, String zone) {
        List<String> zones = Zones.of(call.region());
        boolean seeded =
                call.plan().subnets().stream().map(Subnet::availabilityZone).anyMatch(zone::equals);
        if (!zones.contains(zone) && !seeded) {
            throw Ec2Error.of(
                    "InvalidParameterValue",
                    "Value (" + zone + ") for parameter availabilityZone is invalid. Subnets can currently only be "
                            + "created in the following availability zones: " + String.join(", ", zones) + ".");
        }
    }
}
