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
        all.put("eni.trunk.exists", site -> {
            Room room = new Room(site);
            return site.with(room.subnet(), branch(room, 0, "gone", vlan(site)).build());
        });
        all.put("eni.trunk.type", site -> {
            Room room = new Room(site);
            return site.with(
                    room.subnet(),
                    room.eni()
                            .interfaceType(site.choice().of(InterfaceType.INTERFACE, InterfaceType.EFA))
                            .build(),
                    branch(room, 0, "site/new", vlan(site)).build());
        });
        all.put(
                "eni.trunk.vlan-range",
                site -> onTrunk(site, site.choice().of(0, HIGHEST_VLAN + 1, 10_000), branch -> branch));
        all.put(
                "eni.trunk.zone",
                site -> onTrunk(
                        site,
                        vlan(site),
                        branch -> branch.subnetId("site/b")
                                .privateIpAddresses(List.of(new EniAddress(
                                        IpAddress.parse("10.200.1.0")
                                                .plus(site.choice().between(20, 200)),
                                        true)))));
        all.put("eni.trunk.branch-detached", site -> {
            Room room = new Room(site);
            return site.with(
                    room.subnet(),
                    trunk(room),
                    Instance.builder()
                            .id("site/new")
                            .instanceType(site.choice().of("m5.large", "c5.large"))
                            .build(),
                    branch(room, 0, "site/new", vlan(site))
                            .attachment("site/new", 0)
                            .build());
        });
        all.put("eni.trunk.key-used", site -> {
            Room room = new Room(site);
            int vlan = vlan(site);
            return site.with(
                    room.subnet(),
                    trunk(room),
                    branch(room, 0, "site/new", vlan).build(),
                    branch(room, 1, "site/new", vlan).build());
        });
        all.put("limits.branches", TrunkBreakers::withOneTooMany);
    }

    private static int vlan(Site site) {
        return site.choice().between(1, HIGHEST_VLAN);
    }

    private static Eni trunk(Room room) {
        return room.eni().interfaceType(InterfaceType.TRUNK).build();
    }

    private static Eni.Builder branch(Room room, int number, String trunk, int vlan) {
        return room.eni("site/branch" + number, 20 + number)
                .interfaceType(InterfaceType.BRANCH)
                .trunkAssociation(new TrunkAssociation(EniId.of(trunk), TrunkAssociation.Protocol.VLAN, vlan));
    }

    private static Optional<NetworkPlan> onTrunk(Site site, int vlan, UnaryOperator<Eni.Builder> change) {
        Room room = new Room(site);
        return site.with(
                room.subnet(),
                trunk(room),
                change.apply(branch(room, 0, "site/new", vlan)).build());
    }

    private static Optional<NetworkPlan> withOneTooMany(Site site) {
        String type = site.choice().of("m5.large", "c5.large", "r5.large");
        Room room = new Room(site);
        NetworkPlan.Builder plan = site.withInstance(type, eni -> eni).orElseThrow().toBuilder();
        plan.put(room.subnet());
        plan.put(room.eni()
                .interfaceType(InterfaceType.TRUNK)
                .attachment(Attachment.builder()
                        .instanceId("rack/app")
                        .deviceIndex(1)
                        .build())
                .build());
        int most = Site.limits(type).branchInterfaces().orElseThrow();
        for (int i = 0; i <= most; i++) {
            plan.put(branch(room, i, "site/new", i + 1).build());
        }
        return Optional.of(plan.build());
    }
}
