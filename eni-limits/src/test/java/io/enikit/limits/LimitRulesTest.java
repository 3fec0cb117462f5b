package io.enikit.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.operations.ApplyResult;
import io.enikit.operations.AttachEni;
import io.enikit.operations.Ec2;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.RuleSet;
import io.enikit.rules.Violation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LimitRulesTest {
    private static final RuleSet RULES =
            Ec2Rules.standard().without("instance.same-subnet").and(LimitRules.bundled());

    /** A plan that breaks a rule, so that it is the only one reported, and one that just does not. */
    record Pair(String rule, String broken, String kept, String violation) {
        @Override
        public String toString() {
            return rule;
        }
    }

    /** An instance of a type with interfaces at these places, each {@code card.index}, and what stands behind a blank. */
    private static String instance(String type, String... enis) {
        StringBuilder text = new StringBuilder("eni-plan 1\nvpc v cidrBlocks=10.0.0.0/16 ipv6CidrBlocks=2001:db8::/56\n"
                + "subnet s vpc=v availabilityZone=z cidrBlock=10.0.0.0/18 ipv6CidrBlock=2001:db8::/64\ngroup g vpc=v\n"
                + "instance i instanceType=" + type + "\n");
        for (int i = 0; i < enis.length; i++) {
            String[] words = enis[i].split(" ", 2);
            String[] place = words[0].split("\\.", -1);
            boolean stated = enis[i].contains("privateIpAddresses") || enis[i].contains("efa-only");
            text.append("eni e").append(100 + i).append(" subnet=s groups=g instance=i networkCardIndex=");
            text.append(place[0]).append(" deviceIndex=").append(place[1]);
            if (!stated) {
                text.append(" privateIpAddresses=10.0.63.").append(i + 1).append('*');
            }
            text.append(words.length > 1 ? " " + words[1] : "").append('\n');
        }
        return text.append("end\n").toString();
    }

    private static String[] places(int count) {
        return IntStream.range(0, count).mapToObj(i -> "0." + i).toArray(String[]::new);
    }

    private static String addresses(int count) {
        return "privateIpAddresses=10.0.1.0*"
                + IntStream.range(1, count).mapToObj(i -> ",10.0.1." + i).collect(Collectors.joining());
    }

    private static String prefixes(int count) {
        return "ipv4Prefixes="
                + IntStream.range(1, count + 1)
                        .mapToObj(i -> "10.0.2." + i * 16 + "/28")
                        .collect(Collectors.joining(","));
    }

    private static String ipv6(int count) {
        return "ipv6Addresses="
                + IntStream.range(16, 16 + count)
                        .mapToObj(i -> "2001:db8::" + Integer.toHexString(i))
                        .collect(Collectors.joining(","));
    }

    private static String trunk(int branches) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= branches; i++) {
            text.append("eni b")
                    .append(i)
                    .append(" subnet=s groups=g trunk=e101 vlanId=")
                    .append(i);
            text.append(" privateIpAddresses=10.0.3.").append(i).append("*\n");
        }
        return instance("m5.large", "0.0", "0.1 interfaceType=trunk").replace("end\n", text + "end\n");
    }

    private static String ipv6Native(String type) {
        return "eni-plan 1\nvpc v cidrBlocks=10.0.0.0/16 ipv6CidrBlocks=2001:db8::/56\n"
                + "subnet six vpc=v availabilityZone=z ipv6CidrBlock=2001:db8::/64 ipv6Native=true\ngroup g vpc=v\n"
                + "instance i instanceType=" + type
                + "\neni e100 subnet=six groups=g instance=i deviceIndex=0 ipv6Addresses=2001:db8::10\nend\n";
    }

    static Stream<Pair> pairs() {
        return Stream.of(
                new Pair(
                        "limits.instance-type",
                        instance("m5.lrage", "0.0"),
                        instance("m5.large", "0.0"),
                        "[WARNING] i: the instance type \"m5.lrage\" is not in the catalogue"),
                new Pair(
                        "limits.interfaces",
                        instance("m5.large", places(4)),
                        instance("m5.large", places(3)),
                        "[ERROR] i: 4 interfaces, m5.large allows 3 | limits.interfaces | AttachmentLimitExceeded"),
                new Pair(
                        "limits.interfaces-flexible",
                        instance("c6in.8xlarge", places(9)),
                        instance("c6in.8xlarge", places(8)),
                        "[WARNING] i: 9 interfaces, c6in.8xlarge allows 8 and "),
                new Pair(
                        "limits.interfaces-per-card",
                        instance("p5.48xlarge", "0.0", "0.1", "0.2"),
                        instance("p5.48xlarge", "0.0", "0.1", "1.1"),
                        "[ERROR] i: 3 interfaces on network card 0, each card of p5.48xlarge holds 2"),
                new Pair(
                        "limits.network-card",
                        instance("m5.large", "0.0", "1.1"),
                        instance("m5.large", "0.0", "0.1"),
                        "[ERROR] e101: network card 1 of an instance of type m5.large, which has 1 (from 0)"),
                new Pair(
                        "limits.device-index",
                        instance("p4d.24xlarge", "0.0", "0.15"),
                        instance("p4d.24xlarge", "0.0", "3.14"),
                        "[ERROR] e101: device index 15 of network card 0, each card of p4d.24xlarge has 0 to 14"),
                new Pair(
                        "limits.ipv4-addresses",
                        instance("c5.large", "0.0 privateIpAddresses=10.0.1.1*,10.0.1.2,10.0.1.3 " + prefixes(8)),
                        instance("c5.large", "0.0 privateIpAddresses=10.0.1.1*,10.0.1.2,10.0.1.3 " + prefixes(7)),
                        "[ERROR] e100: 11 private IPv4 addresses and prefixes, c5.large allows 10"
                                + " | limits.ipv4-addresses | PrivateIpAddressLimitExceeded"),
                new Pair(
                        "limits.ipv6-addresses",
                        instance("m5.large", "0.0 " + ipv6(11)),
                        instance("m5.large", "0.0 " + ipv6(10)),
                        "[ERROR] e100: 11 IPv6 addresses and prefixes, m5.large allows 10 | limits.ipv6-addresses"),
                new Pair(
                        "limits.prefixes",
                        instance("t2.micro", "0.0 " + prefixes(1)),
                        instance("t3.micro", "0.0 " + prefixes(1)),
                        "[ERROR] e100: 1 delegated prefixes on an instance of type t2.micro, which is not built on"
                                + " Nitro | limits.prefixes"),
                new Pair(
                        "limits.ipv6-native",
                        ipv6Native("t2.micro"),
                        ipv6Native("t3.micro"),
                        "[ERROR] e100: it is in the IPv6-native subnet \"six\", on an instance of type t2.micro, which is"
                                + " not built on Nitro | limits.ipv6-native"),
                new Pair(
                        "limits.efa-type",
                        instance("m5.large", "0.0 interfaceType=efa"),
                        instance("c5n.18xlarge", "0.0 interfaceType=efa"),
                        "[ERROR] e100: an interface of type efa on an instance of type m5.large"),
                new Pair(
                        "limits.efa-interfaces",
                        instance("p4d.24xlarge", "0.0 interfaceType=efa", "0.1 interfaceType=efa"),
                        instance("p4d.24xlarge", "0.0 interfaceType=efa", "1.1 interfaceType=efa"),
                        "[ERROR] i: 2 Elastic Fabric Adapters on network card 0, each card takes one"),
                new Pair(
                        "limits.efa-card",
                        instance("p6-b300.48xlarge", "0.0 interfaceType=efa"),
                        instance("p6-b300.48xlarge", "0.0", "1.0 interfaceType=efa"),
                        "[ERROR] e100: network card 0 of an instance of type p6-b300.48xlarge takes no Elastic Fabric"
                                + " Adapter | limits.efa-card"),
                new Pair(
                        "limits.trunk",
                        instance("t3.micro", "0.0", "0.1 interfaceType=trunk"),
                        instance("m5.large", "0.0", "0.1 interfaceType=trunk"),
                        "[ERROR] e101: a trunk interface on an instance of type t3.micro"),
                new Pair(
                        "limits.branches",
                        trunk(10),
                        trunk(9),
                        "[ERROR] e101: 10 branch interfaces, a trunk on m5.large carries 9 | limits.branches"),
                new Pair(
                        "limits.dns-31",
                        instance("i3.16xlarge", "0.0 " + addresses(32)),
                        instance("i3.16xlarge", "0.0 " + addresses(31)),
                        "[WARNING] e100: 32 private IPv4 addresses, those beyond the 31st of an interface of"
                                + " i3.16xlarge"));
    }

    @Test
    void everyRule_hasAPair() {
        Set<String> paired = pairs().map(Pair::rule).collect(Collectors.toCollection(LinkedHashSet::new));
        paired.add("limits.shared-slots");
        assertThat(paired)
                .containsExactlyInAnyOrderElementsOf(
                        LimitRules.bundled().rules().stream().map(RuleInfo::id).toList());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void check_brokenPlan_reportsThisRuleAlone(Pair pair) {
        assertThat(RULES.check(PlanText.read(pair.broken())).violations())
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.rule()).isEqualTo(pair.rule());
                    assertThat(violation.toString()).startsWith(pair.violation());
                });
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void check_keptPlan_reportsNothing(Pair pair) {
        assertThat(RULES.check(PlanText.read(pair.kept())).violations()).isEmpty();
    }

    @Test
    void sharedSlots_noneLeftForAVolume_isAWarning() {
        InstanceTypes types = InstanceTypes.bundled();
        InstanceLimits small = types.limits("m5.large").toBuilder()
                .attachmentLimit(new AttachmentLimit(AttachmentLimit.Type.SHARED, 2))
                .build();
        RuleSet rules = Ec2Rules.standard().without("instance.same-subnet").and(LimitRules.of(types.with(small)));
        assertThat(rules.check(PlanText.read(instance("m5.large", places(2)))).violations())
                .singleElement()
                .hasToString("[WARNING] i: 2 interfaces share 2 slots with the volumes of the instance, and leave none"
                        + " | limits.shared-slots");
        assertThat(rules.check(PlanText.read(instance("m5.large", places(1)))).violations())
                .isEmpty();
    }

    @Test
    void attach_beyondTheLimitOfTheType_isRefused() {
        NetworkPlan plan = PlanText.read(instance("t2.micro", "0.0", "0.1")
                .replace("end\n", "eni spare subnet=s groups=g privateIpAddresses=10.0.5.5*\nend\n"));
        assertThat(Ec2.enforcing(RULES).apply(plan, AttachEni.of("spare", "i", 2)))
                .isInstanceOfSatisfying(ApplyResult.Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo(Optional.of("AttachmentLimitExceeded"));
                    assertThat(refused.rule()).isEqualTo("limits.interfaces");
                });
    }

    private static List<String> violations(String plan) {
        return RULES.check(PlanText.read(plan)).violations().stream()
                .map(Violation::toString)
                .toList();
    }

    /** Interfaces on card 0 from index 0, and one on card 1. */
    private static String[] onCards(int onCardZero) {
        return Stream.concat(Stream.of(places(onCardZero)), Stream.of("1.1")).toArray(String[]::new);
    }

    @Test
    void flexible_oneCardBeyondItsBase_isAWarningOfThatCard() {
        assertThat(violations(instance("c6in.32xlarge", onCards(8)))).isEmpty();
        assertThat(violations(instance("c6in.32xlarge", onCards(9))))
                .containsExactly("[WARNING] i: 9 interfaces on network card 0, each card of c6in.32xlarge holds 8 and 4"
                        + " more in some settings only | limits.interfaces-flexible");
        assertThat(violations(instance("c6in.32xlarge", onCards(12))))
                .singleElement()
                .asString()
                .startsWith("[WARNING]");
        assertThat(violations(instance("c6in.32xlarge", onCards(13))))
                .containsExactly("[ERROR] i: 13 interfaces on network card 0, each card of c6in.32xlarge holds 12"
                        + " | limits.interfaces-per-card | AttachmentLimitExceeded");
    }

    @Test
    void flexible_beyondAllExtras_isAnErrorAlone() {
        assertThat(violations(instance("c6in.8xlarge", places(10))))
                .containsExactly("[WARNING] i: 10 interfaces, c6in.8xlarge allows 8 and 2 more in some settings only"
                        + " | limits.interfaces-flexible");
        assertThat(violations(instance("c6in.8xlarge", places(11))))
                .containsExactly("[ERROR] i: 11 interfaces, c6in.8xlarge allows 10"
                        + " | limits.interfaces | AttachmentLimitExceeded");
    }

    @Test
    void deviceIndex_ofAFullCard_isChecked() {
        assertThat(violations(instance("t2.micro", "0.0", "0.2")))
                .containsExactly("[ERROR] e101: device index 2 of network card 0, each card of t2.micro has 0 to 1"
                        + " | limits.device-index | AttachmentLimitExceeded");
        assertThat(violations(instance("t2.micro", "0.0", "0.1"))).isEmpty();
    }

    @Test
    void interfacesPerCard_ofAFullInstance_areChecked() {
        String[] full = IntStream.range(0, 24)
                .mapToObj(i -> i < 13 ? "0." + i : "1." + (i - 12))
                .toArray(String[]::new);
        assertThat(violations(instance("c6in.32xlarge", full)))
                .contains("[ERROR] i: 13 interfaces on network card 0, each card of c6in.32xlarge holds 12"
                        + " | limits.interfaces-per-card | AttachmentLimitExceeded");
    }

    @Test
    void dedicatedSlots_areNotSharedWithInterfaces() {
        InstanceTypes types = InstanceTypes.bundled();
        InstanceLimits dedicated = types.limits("m5.large").toBuilder()
                .attachmentLimit(new AttachmentLimit(AttachmentLimit.Type.DEDICATED, 2))
                .build();
        RuleSet rules = Ec2Rules.standard().without("instance.same-subnet").and(LimitRules.of(types.with(dedicated)));
        assertThat(rules.check(PlanText.read(instance("m5.large", places(3)))).violations())
                .isEmpty();
    }

    @Test
    void ipv6_onATypeWithout_isRefusedFromTheFirstAddress() {
        assertThat(violations(instance("m1.small", "0.0 " + ipv6(1))))
                .containsExactly(
                        "[ERROR] e100: 1 IPv6 addresses and prefixes, m1.small allows 0" + " | limits.ipv6-addresses");
    }

    @Test
    void efa_moreThanTheTypeAllows_isCountedOverAllCards() {
        InstanceTypes types = InstanceTypes.bundled();
        RuleSet rules = Ec2Rules.standard()
                .without("instance.same-subnet")
                .and(LimitRules.of(types.with(types.limits("p4d.24xlarge").toBuilder()
                        .maximumEfaInterfaces(2)
                        .build())));
        String three =
                instance("p4d.24xlarge", "0.0 interfaceType=efa", "1.1 interfaceType=efa", "2.1 interfaceType=efa");
        assertThat(rules.check(PlanText.read(three)).violations())
                .singleElement()
                .hasToString("[ERROR] i: 3 Elastic Fabric Adapters, p4d.24xlarge allows 2"
                        + " | limits.efa-interfaces | AttachmentLimitExceeded");
        assertThat(violations(three)).isEmpty();
    }

    @Test
    void sharedSlots_bundledTypeWithFewSlots_isWarnedOf() {
        assertThat(violations(instance("d3.8xlarge", places(3))))
                .containsExactly("[WARNING] i: 3 interfaces share 3 slots with the volumes of the instance, and leave"
                        + " none | limits.shared-slots");
        assertThat(violations(instance("d3.8xlarge", places(2)))).isEmpty();
    }

    @Test
    void unknownType_nothingElseIsSaidOfItsInstances() {
        assertThat(violations(instance("quantum99.large", places(9))))
                .singleElement()
                .asString()
                .startsWith(
                        "[WARNING] i: the instance type \"quantum99.large\" is not in the catalogue, its limits are not"
                                + " checked")
                .doesNotContain("did you mean");
        assertThat(violations(instance("m5.lrage", places(9))))
                .singleElement()
                .asString()
                .contains("; did you mean m5.large?");
    }

    @Test
    void bundled_joinedTwice_isJoinedOnce() {
        RuleSet once = Ec2Rules.standard().and(LimitRules.bundled());
        assertThat(once.and(LimitRules.bundled())).isEqualTo(once);
    }
}
