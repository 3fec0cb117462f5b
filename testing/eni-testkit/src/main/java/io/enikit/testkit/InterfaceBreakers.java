package io.enikit.testkit;

import io.enikit.model.Attachment;
import io.enikit.model.ConnectionTracking;
import io.enikit.model.Eni;
import io.enikit.model.Instance;
import io.enikit.model.InstanceState;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SubnetId;
import io.enikit.model.VpcId;
import io.enikit.net.MacAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What breaks the rules on interfaces, their groups, and how they are attached. */
final class InterfaceBreakers {
    private InterfaceBreakers() {}

    static void addTo(Map<String, Breaker> all) {
        addInterfaces(all);
        addGroups(all);
        addAttachments(all);
        addInstances(all);
        addTags(all);
    }

    private static void addTags(Map<String, Breaker> all) {
        all.put("tags.count", network -> withTags(network, 51, 1, 1));
        all.put("tags.key-length", network -> withTags(network, 1, 129, 1));
        all.put("tags.value-length", network -> withTags(network, 1, 1, 257));
    }

    /** Returns the plan with more tags on an interface, a subnet or a VPC, with keys and values of these lengths at least. */
    private static Optional<NetworkPlan> withTags(SampleNetwork network, int count, int keyLength, int valueLength) {
        Map<String, String> tags = new TreeMap<>();
        for (int i = 0; i < count + network.choice().between(0, 5); i++) {
            tags.put(
                    "k".repeat(keyLength) + i,
                    "v".repeat(valueLength + network.choice().between(0, 9)));
        }
        return switch (network.choice().between(0, 2)) {
            case 0 -> network.withEni(eni -> true, eni -> eni.tags(tags));
            case 1 -> network.with(network.vpc().toBuilder().tags(tags).build());
            default ->
                network.with(
                        new FreshSubnet(network).subnet().toBuilder().tags(tags).build());
        };
    }

    private static void addInterfaces(Map<String, Breaker> all) {
        all.put("eni.subnet.exists", network -> network.withEni(eni -> true, eni -> eni.subnetId("gone")));
        all.put("eni.mac.bits", network -> network.withEni(eni -> true, eni -> eni.macAddress(mac(network.choice()))));
        all.put("eni.mac.unique", network -> {
            MacAddress mac = network.eni(eni -> true).orElseThrow().macAddress();
            return network.withEni(eni -> true, eni -> eni.macAddress(mac));
        });
        all.put(
                "eni.description",
                network -> network.withEni(
                        eni -> true, eni -> eni.description(network.choice().of("what?", "ä", "d".repeat(256)))));
        all.put(
                "eni.connection-tracking",
                network -> network.withEni(eni -> true, eni -> eni.connectionTracking(tracking(network.choice()))));
        all.put(
                "eni.efa-only.place",
                network -> network.withInstance(
                        network.choice().of("c5n.18xlarge", "p4d.24xlarge"),
                        eni -> eni.interfaceType(InterfaceType.EFA_ONLY).privateIpAddresses(List.of())));
    }

    private static ConnectionTracking tracking(Choice choice) {
        ConnectionTracking standard = ConnectionTracking.defaults();
        return switch (choice.between(0, 2)) {
            case 0 -> standard.withTcpEstablishedTimeout(choice.of(0, 59, 432_001));
            case 1 -> standard.withUdpStreamTimeout(choice.of(0, 59, 181));
            default -> standard.withUdpTimeout(choice.of(0, 29, 61));
        };
    }

    private static MacAddress mac(Choice choice) {
        return MacAddress.of((long) choice.of(0x00, 0x01, 0x03) << 40 | choice.between(1, 1 << 20));
    }

    private static void addGroups(Map<String, Breaker> all) {
        all.put(
                "eni.groups.required",
                network -> network.withEni(eni -> !eni.requesterManaged(), eni -> eni.securityGroups(List.of())));
        all.put("eni.groups.exist", network -> network.withEni(eni -> true, eni -> eni.addSecurityGroups("nobody")));
        all.put("eni.groups.vpc", network -> {
            SecurityGroup group = network.choice().of(List.copyOf(network.plan().securityGroups()));
            return network.withEni(
                    eni -> !group.isUsableIn(network.subnetOf(eni).vpcId()), eni -> eni.addSecurityGroup(group.id()));
        });
        all.put(
                "eni.groups.quota",
                network -> network.withEni(
                                eni -> network.subnetOf(eni).vpcId().equals(VpcId.of("site")),
                                eni -> eni.addSecurityGroups("site/web", "site/db"))
                        .map(plan -> plan.toBuilder()
                                .quotas(plan.quotas()
                                        .withSecurityGroupsPerInterface(
                                                Usage.of(plan).securityGroupsPerInterface() - 1))
                                .build()));
    }

    private static boolean isSpare(Eni eni) {
        return eni.attachment().isEmpty();
    }

    private static boolean isSecondary(Eni eni) {
        return eni.attachment().filter(place -> !place.isPrimary()).isPresent();
    }

    private static Attachment at(Instance instance, int index) {
        return Attachment.builder().instanceId(instance.id()).deviceIndex(index).build();
    }

    private static int nextIndex(NetworkPlan plan, Instance instance) {
        return plan.enisOf(instance.id()).stream()
                        .flatMap(eni -> eni.attachment().stream())
                        .mapToInt(Attachment::deviceIndex)
                        .reduce(-1, Math::max)
                + 1;
    }

    private static void addAttachments(Map<String, Breaker> all) {
        all.put(
                "eni.attach.instance-exists",
                network -> network.withEni(
                        InterfaceBreakers::isSpare,
                        eni -> eni.attachment("gone", network.choice().between(0, 3))));
        all.put("eni.attach.zone", network -> {
            Instance instance = network.instance();
            Optional<String> zone = network.plan().availabilityZoneOf(instance.id());
            return network.withEni(
                    eni -> isSpare(eni)
                            && !zone.equals(Optional.of(network.subnetOf(eni).availabilityZone())),
                    eni -> eni.attachment(at(instance, nextIndex(network.plan(), instance))));
        });
        all.put(
                "eni.attach.index-used",
                network -> network.eni(InterfaceBreakers::isSecondary)
                        .flatMap(eni -> network.with(eni.toBuilder()
                                .attachment(eni.attachment().orElseThrow().toBuilder()
                                        .networkCardIndex(0)
                                        .deviceIndex(0)
                                        .build())
                                .build())));
        all.put(
                "eni.attach.index-range",
                network -> network.eni(InterfaceBreakers::isSecondary)
                        .flatMap(eni -> network.with(eni.toBuilder()
                                .attachment(eni.attachment().orElseThrow().toBuilder()
                                        .deviceIndex(-network.choice().between(1, 3))
                                        .build())
                                .build())));
    }

    private static void addInstances(Map<String, Breaker> all) {
        all.put(
                "instance.primary-interface",
                network -> network.with(Instance.builder()
                        .id("new")
                        .instanceType("m5.large")
                        .state(network.choice().of(InstanceState.PENDING, InstanceState.RUNNING, InstanceState.STOPPED))
                        .build()));
        all.put(
                "instance.gone",
                network -> network.with(network.instance().toBuilder()
                        .state(InstanceState.TERMINATED)
                        .build()));
        all.put("instance.same-subnet", network -> {
            Instance instance = network.instance();
            Optional<SubnetId> subnet =
                    network.plan().primaryEniOf(instance.id()).map(Eni::subnetId);
            return network.withEni(
                    eni -> isSpare(eni) && subnet.equals(Optional.of(eni.subnetId())),
                    eni -> eni.attachment(at(instance, nextIndex(network.plan(), instance))));
        });
    }
}
