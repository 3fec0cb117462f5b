package io.enikit.testkit;

import static io.enikit.testkit.WrongCalls.odd;

import com.google.common.collect.ImmutableList;
import io.enikit.model.InterfaceType;
import io.enikit.operations.CreateEni;
import io.enikit.operations.LaunchInstance;
import io.enikit.operations.LaunchInterface;
import io.enikit.operations.Operation;
import java.util.function.Function;

/** Makes launches with wrong arguments. */
final class WrongLaunches {
    private WrongLaunches() {}

    static ImmutableList<Function<TargetPicker, Operation>> all() {
        return ImmutableList.of(
                WrongLaunches::launch,
                picks -> launch(picks)
                        .withSubnetId(picks.choice().of("odd/b", "odd/full"))
                        .withSecurityGroups("odd/g1", "odd/g2", "odd/g3", "odd/g4", "odd/g5", picks.group()),
                picks -> launch(picks)
                        .plusInterface(LaunchInterface.creating(0, efa("x")))
                        .plusInterface(LaunchInterface.creating(1, efa("y"))),
                picks -> launch(picks)
                        .withSubnetId(picks.subnet())
                        .plusInterface(LaunchInterface.creating(0, WrongCalls.create(picks))),
                picks -> launch(picks)
                        .withSecurityGroups(picks.group())
                        .plusInterface(LaunchInterface.creating(0, WrongCalls.create(picks))),
                picks -> launch(picks)
                        .withSubnetId(picks.subnet())
                        .withCount(picks.choice().between(-1, 0)),
                picks -> launch(picks)
                        .withSubnetId(picks.subnet())
                        .withPrivateIpAddress("10.250.0.99")
                        .withCount(picks.choice().between(1, 2)),
                picks -> launch(picks).withPrivateIpAddress("10.250.0.99"),
                picks -> launch(picks)
                        .withSubnetId(picks.subnet())
                        .withAvailabilityZone(picks.choice().of("eu-west-1a", "eu-west-1b")),
                picks -> launch(picks)
                        .plusInterface(LaunchInterface.existing(0, odd(picks)))
                        .withCount(picks.choice().between(1, 2)),
                picks -> launch(picks)
                        .plusInterface(LaunchInterface.creating(
                                0, WrongCalls.create(picks).withAssociatePublicIpAddress(true)))
                        .plusInterface(LaunchInterface.existing(1, odd(picks))),
                picks -> launch(picks)
                        .plusInterface(LaunchInterface.creating(
                                picks.choice().between(0, 1),
                                WrongCalls.create(picks)
                                        .withInterfaceType(picks.choice().of(InterfaceType.TRUNK, InterfaceType.EFA)))),
                picks -> launch(picks)
                        .plusInterface(LaunchInterface.existing(0, odd(picks)))
                        .plusInterface(LaunchInterface.existing(0, picks.spare())),
                picks -> launch(picks)
                        .plusInterface(
                                LaunchInterface.existing(0, picks.spare()).withDeleteOnTermination(true)),
                picks -> launch(picks)
                        .plusInterface(LaunchInterface.creating(
                                0,
                                CreateEni.of("odd/z", "odd/a")
                                        .withIpv6AddressCount(1)
                                        .withIpv6PrefixCount(1))));
    }

    private static CreateEni efa(String name) {
        return CreateEni.of("odd/" + name, "odd/a").withInterfaceType(InterfaceType.EFA);
    }

    private static LaunchInstance launch(TargetPicker picks) {
        return LaunchInstance.of(
                picks.choice().of("odd/launched", "odd/run"),
                picks.choice().of("c5n.18xlarge", "m5.large", "m5.lrage"));
    }
}
