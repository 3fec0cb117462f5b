package io.enikit.testkit;

import static io.enikit.testkit.SampleNetwork.limits;
import static io.enikit.testkit.SampleNetwork.places;

import io.enikit.limits.InstanceLimits;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.InterfaceType;
import io.enikit.net.Cidr;
import java.util.List;
import java.util.Map;

/** What breaks the rules on what instance types allow, each by an instance of a type for which that is possible. */
final class LimitBreakers {
    private static final String RACK = "10.201.0.0/24";

    private LimitBreakers() {}

    static void addTo(Map<String, Breaker> all) {
        addInterfaces(all);
        addAddresses(all);
        addKinds(all);
    }

    private static void addInterfaces(Map<String, Breaker> all) {
        all.put(
                "limits.instance-type",
                network -> network.with(network.instance().toBuilder()
                        .instanceType(network.choice().of("m5.lrage", "x0.large", "t3.giant"))
                        .build()));
        all.put("limits.interfaces", network -> {
            String type = network.choice().of("t3.micro", "t3.small", "m5.large", "r5.xlarge", "t2.micro");
            return network.withInstance(type, places(limits(type).maximumNetworkInterfaces() + 1), eni -> eni);
        });
        all.put(
                "limits.interfaces-flexible",
                network -> network.withInstance(
                        "c6in.8xlarge", places(network.choice().between(9, 10)), eni -> eni));
        all.put("limits.interfaces-per-card", network -> {
            int card = network.choice().between(1, 31);
            return network.withInstance(
                    "p5.48xlarge",
                    List.of(new SampleNetwork.Place(0, 0), at(card, 0), at(card, 1), at(card, 2)),
                    eni -> eni);
        });
        all.put(
                "limits.network-card",
                network -> network.withInstance(
                        "m5.large", List.of(at(0, 0), at(network.choice().between(1, 4), 1)), eni -> eni));
        all.put(
                "limits.device-index",
                network -> network.withInstance(
                        "p4d.24xlarge",
                        List.of(
                                at(0, 0),
                                at(
                                        network.choice().between(0, 3),
                                        network.choice().between(15, 20))),
                        eni -> eni));
        all.put("limits.shared-slots", network -> {
            InstanceLimits limits = limits(network.choice().of("d3.8xlarge", "inf1.24xlarge"));
            int slots = limits.attachmentLimit().orElseThrow().maximumEbsAttachments();
            return network.withInstance(limits.instanceType(), places(slots), eni -> eni);
        });
    }

    private static SampleNetwork.Place at(int networkCardIndex, int deviceIndex) {
        return new SampleNetwork.Place(networkCardIndex, deviceIndex);
    }

    private static void addAddresses(Map<String, Breaker> all) {
        all.put("limits.ipv4-addresses", network -> {
            String type = network.choice().of("t3.micro", "t3.small", "c5.large");
            int most =
                    limits(type).ipv4AddressesPerInterface() + network.choice().between(0, 2);
            return network.withInstance(type, eni -> withSecondaries(eni, most));
        });
        all.put("limits.ipv6-addresses", network -> {
            String type = network.choice().of("t3.micro", "t3.small", "c5.large");
            return network.withInstance(
                    type,
                    eni -> withIpv6(
                            eni, limits(type).ipv6AddressesPerInterface().orElseThrow() + 1));
        });
        all.put(
                "limits.dns-31",
                network -> network.withInstance(
                        network.choice().of("i3.16xlarge", "r4.16xlarge"),
                        eni -> withSecondaries(eni, network.choice().between(31, 40))));
        all.put(
                "limits.prefixes",
                network -> network.withInstance(
                        network.choice().of("t2.micro", "m4.large"),
                        eni -> eni.addIpv4Prefix(Cidr.parse("10.201.0.16/28"))));
    }

    private static Eni.Builder withSecondaries(Eni.Builder eni, int count) {
        for (int i = 0; i < count; i++) {
            eni.addPrivateIpAddress(new EniAddress(Cidr.parse(RACK).nth(10L + i), false));
        }
        return eni;
    }

    private static Eni.Builder withIpv6(Eni.Builder eni, int count) {
        for (int i = 0; i < count; i++) {
            eni.addIpv6Address(new EniAddress(Cidr.parse("2001:db8:1::/64").nth(10L + i), false));
        }
        return eni;
    }

    private static void addKinds(Map<String, Breaker> all) {
        all.put(
                "limits.efa-type",
                network -> network.withInstance(
                        network.choice().of("m5.large", "t3.micro"), eni -> eni.interfaceType(InterfaceType.EFA)));
        all.put(
                "limits.efa-card",
                network -> network.withInstance(
                        "p6-b300.48xlarge",
                        List.of(at(0, 0), at(network.choice().between(1, 16), 1)),
                        eni -> eni.interfaceType(InterfaceType.EFA)));
        all.put("limits.efa-interfaces", network -> {
            int card = network.choice().between(0, 3);
            return network.withInstance(
                    "p4d.24xlarge",
                    List.of(at(0, 0), at(card, 1), at(card, 2)),
                    eni -> eni.interfaceType(InterfaceType.EFA));
        });
        all.put(
                "limits.trunk",
                network -> network.withInstance(
                        network.choice().of("t3.micro", "t3.small"),
                        places(2),
                        eni -> eni.interfaceType(InterfaceType.TRUNK)));
        all.put(
                "limits.ipv6-native",
                network -> network.withInstance(
                        network.choice().of("m4.large", "t2.micro", "c4.large"),
                        eni -> eni.subnetId("site/six")
                                .privateIpAddresses(List.of())
                                .ipv6Addresses(List.of())
                                .addIpv6Address(new EniAddress(
                                        Cidr.parse("2001:db8:0:ff01::/64")
                                                .nth(network.choice().between(4, 9_999)),
                                        false))
                                .securityGroups(List.of())
                                .addSecurityGroups("site/web")));
    }
}
