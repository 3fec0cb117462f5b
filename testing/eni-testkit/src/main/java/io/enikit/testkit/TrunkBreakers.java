package io.enikit.testkit;

import io.enikit.model.Attachment;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.EniId;
import io.enikit.model.Instance;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.model.TrunkAssociation;
import io.enikit.net.IpAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What breaks the rules on trunks and their branches. */
final class TrunkBreakers {
    private static final int HIGHEST_VLAN = 4094;

    private TrunkBreakers() {}

    static void addTo(Map<String, Breaker> all) {
        all.put("eni.trunk.exists", network -> {
            FreshSubnet fresh = new FreshSubnet(network);
            return network.with(
                    fresh.subnet(), branch(fresh, 0, "gone", vlan(network)).build());
        });
        all.put("eni.trunk.type", network -> {
            FreshSubnet fresh = new FreshSubnet(network);
            return network.with(
                    fresh.subnet(),
                    fresh.eni()
                            .interfaceType(network.choice().of(InterfaceType.INTERFACE, InterfaceType.EFA))
                            .build(),
                    branch(fresh, 0, "site/new", vlan(network)).build());
        });
        all.put(
                "eni.trunk.vlan-range",
                network -> onTrunk(network, network.choice().of(0, HIGHEST_VLAN + 1, 10_000), branch -> branch));
        all.put(
                "eni.trunk.zone",
                network -> onTrunk(
                        network,
                        vlan(network),
                        branch -> branch.subnetId("site/b")
                                .privateIpAddresses(List.of(new EniAddress(
                                        IpAddress.parse("10.200.1.0")
                                                .plus(network.choice().between(20, 200)),
                                        true)))));
        all.put("eni.trunk.branch-detached", network -> {
            FreshSubnet fresh = new FreshSubnet(network);
            return network.with(
                    fresh.subnet(),
                    trunk(fresh),
                    Instance.builder()
                            .id("site/new")
                            .instanceType(network.choice().of("m5.large", "c5.large"))
                            .build(),
                    branch(fresh, 0, "site/new", vlan(network))
                            .attachment("site/new", 0)
                            .build());
        });
        all.put("eni.trunk.key-used", network -> {
            FreshSubnet fresh = new FreshSubnet(network);
            int vlan = vlan(network);
            return network.with(
                    fresh.subnet(),
                    trunk(fresh),
                    branch(fresh, 0, "site/new", vlan).build(),
                    branch(fresh, 1, "site/new", vlan).build());
        });
        all.put("limits.branches", TrunkBreakers::withOneTooMany);
    }

    private static int vlan(SampleNetwork network) {
        return network.choice().between(1, HIGHEST_VLAN);
    }

    private static Eni trunk(FreshSubnet fresh) {
        return fresh.eni().interfaceType(InterfaceType.TRUNK).build();
    }

    private static Eni.Builder branch(FreshSubnet fresh, int number, String trunk, int vlan) {
        return fresh.eni("site/branch" + number, 20 + number)
                .interfaceType(InterfaceType.BRANCH)
                .trunkAssociation(new TrunkAssociation(EniId.of(trunk), TrunkAssociation.Protocol.VLAN, vlan));
    }

    private static Optional<NetworkPlan> onTrunk(SampleNetwork network, int vlan, UnaryOperator<Eni.Builder> change) {
        FreshSubnet fresh = new FreshSubnet(network);
        return network.with(
                fresh.subnet(),
                trunk(fresh),
                change.apply(branch(fresh, 0, "site/new", vlan)).build());
    }

    private static Optional<NetworkPlan> withOneTooMany(SampleNetwork network) {
        String type = network.choice().of("m5.large", "c5.large", "r5.large");
        FreshSubnet fresh = new FreshSubnet(network);
        NetworkPlan.Builder plan = network.withInstance(type, eni -> eni).orElseThrow().toBuilder();
        plan.put(fresh.subnet());
        plan.put(fresh.eni()
                .interfaceType(InterfaceType.TRUNK)
                .attachment(Attachment.builder()
                        .instanceId("rack/app")
                        .deviceIndex(1)
                        .build())
                .build());
        int most = SampleNetwork.limits(type).branchInterfaces().orElseThrow();
        for (int i = 0; i <= most; i++) {
            plan.put(branch(fresh, i, "site/new", i + 1).build());
        }
        return Optional.of(plan.build());
    }
}
