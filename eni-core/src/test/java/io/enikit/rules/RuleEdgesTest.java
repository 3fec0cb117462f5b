package io.enikit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.Quotas;
import io.enikit.model.SecurityGroup;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The last value that is allowed, the first that is not, and what is said of it. */
class RuleEdgesTest {
    private static final RuleSet RULES = Ec2Rules.standard().without("limits.unchecked");

    private static List<String> messages(NetworkPlan plan) {
        return RULES.check(plan).violations().stream()
                .map(violation -> violation.rule() + ": " + violation.message())
                .toList();
    }

    private static List<String> messages(String lines) {
        return messages(PlanText.read("eni-plan 1\n" + lines + "\nend\n"));
    }

    private static Arguments edge(String allowed, String refused, String message) {
        return Arguments.of(allowed, refused, message);
    }

    private static String vpc(String blocks) {
        return "vpc v cidrBlocks=" + blocks;
    }

    private static String subnet(String fields) {
        return "vpc v cidrBlocks=10.0.0.0/16 ipv6CidrBlocks=2001:db8::/56\nsubnet s vpc=v availabilityZone=z " + fields;
    }

    private static String eni(String fields) {
        return subnet("cidrBlock=10.0.0.0/24 ipv6CidrBlock=2001:db8::/64") + "\ngroup g vpc=v\n"
                + "eni e subnet=s groups=g " + fields;
    }

    static Stream<Arguments> edges() {
        return Stream.of(
                edge(
                        vpc("10.0.0.0/16"),
                        vpc("10.0.0.0/15"),
                        "vpc.cidr.size: 10.0.0.0/15 is a /15, a VPC has IPv4 blocks of /16 to /28"),
                edge(
                        vpc("10.0.0.0/28"),
                        vpc("10.0.0.0/29"),
                        "vpc.cidr.size: 10.0.0.0/29 is a /29, a VPC has IPv4 blocks of /16 to /28"),
                edge(
                        vpc("10.0.0.0/16 ipv6CidrBlocks=2001:db8::/44"),
                        vpc("10.0.0.0/16 ipv6CidrBlocks=2001:db8::/40"),
                        "vpc.ipv6-cidr.size: 2001:db8::/40 is a /40, a VPC has IPv6 blocks of /44, /48, /52, /56 or /60"),
                edge(
                        vpc("10.0.0.0/16 ipv6CidrBlocks=2001:db8::/60"),
                        vpc("10.0.0.0/16 ipv6CidrBlocks=2001:db8::/64"),
                        "vpc.ipv6-cidr.size: 2001:db8::/64 is a /64, a VPC has IPv6 blocks of /44, /48, /52, /56 or /60"),
                edge(
                        vpc("10.0.0.0/16 ipv6CidrBlocks=2001:db8::/56"),
                        vpc("10.0.0.0/16 ipv6CidrBlocks=2001:db8::/57"),
                        "vpc.ipv6-cidr.size: 2001:db8::/57 is a /57, a VPC has IPv6 blocks of /44, /48, /52, /56 or /60"),
                edge(
                        vpc("10.0.0.0/16,100.64.0.0/20"),
                        vpc("10.0.0.0/16,100.64.0.0/20,100.64.0.0/24"),
                        "vpc.cidr.overlap: 100.64.0.0/24 overlaps 100.64.0.0/20, which the VPC has already"),
                edge(
                        vpc("10.0.0.0/16 ipv6CidrBlocks=2001:db8::/56,2001:db8:0:100::/56"),
                        vpc("10.0.0.0/16 ipv6CidrBlocks=2001:db8::/56,2001:db8::/60"),
                        "vpc.cidr.overlap: 2001:db8::/60 overlaps 2001:db8::/56, which the VPC has already"),
                edge(
                        subnet("cidrBlock=10.0.0.0/16"),
                        subnet("cidrBlock=10.0.0.0/29"),
                        "subnet.cidr.size: 10.0.0.0/29 is a /29, a subnet has an IPv4 block of /16 to /28"),
                edge(
                        subnet("cidrBlock=10.0.0.0/24 ipv6CidrBlock=2001:db8::/64"),
                        subnet("cidrBlock=10.0.0.0/24 ipv6CidrBlock=2001:db8::/62"),
                        "subnet.ipv6-cidr.size: 2001:db8::/62 is a /62, a subnet has an IPv6 block of /44, /48, /52, /56, /60 or /64"),
                edge(
                        subnet("cidrBlock=10.0.0.0/24\nsubnet t vpc=v availabilityZone=z cidrBlock=10.0.1.0/24"),
                        subnet("cidrBlock=10.0.0.0/24\nsubnet t vpc=v availabilityZone=z cidrBlock=10.0.0.0/25"),
                        "subnet.cidr.overlap: 10.0.0.0/25 overlaps 10.0.0.0/24 of subnet \"s\""),
                edge(
                        subnet(
                                "cidrBlock=10.0.0.0/24 ipv6CidrBlock=2001:db8::/64"
                                        + "\nsubnet t vpc=v availabilityZone=z cidrBlock=10.0.1.0/24 ipv6CidrBlock=2001:db8:0:1::/64"),
                        subnet(
                                "cidrBlock=10.0.0.0/24 ipv6CidrBlock=2001:db8::/64"
                                        + "\nsubnet t vpc=v availabilityZone=z cidrBlock=10.0.1.0/24 ipv6CidrBlock=2001:db8::/64"),
                        "subnet.ipv6-cidr.overlap: 2001:db8::/64 overlaps 2001:db8::/64 of subnet \"s\""),
                edge(
                        eni("privateIpAddresses=10.0.0.4* description=" + "d".repeat(255)),
                        eni("privateIpAddresses=10.0.0.4* description=" + "d".repeat(256)),
                        "eni.description: the description has 256 characters, at most 255 are allowed"),
                edge(
                        eni("privateIpAddresses=10.0.0.4* tag:" + "k".repeat(128) + "=v"),
                        eni("privateIpAddresses=10.0.0.4* tag:" + "k".repeat(129) + "=v"),
                        "tags.key-length: the tag key \"" + "k".repeat(129)
                                + "\" has 129 characters, a key has 1 to 128"),
                edge(
                        eni("privateIpAddresses=10.0.0.4* tag:k=" + "v".repeat(256)),
                        eni("privateIpAddresses=10.0.0.4* tag:k=" + "v".repeat(257)),
                        "tags.value-length: the value of tag \"k\" has 257 characters, at most 256 are allowed"),
                edge(
                        eni("privateIpAddresses=10.0.0.4*,10.0.0.5"),
                        eni("privateIpAddresses=10.0.0.4*,10.0.0.5*"),
                        "eni.ipv4.primary: 2 of its private IPv4 addresses are primary ones, one is allowed"),
                edge(
                        eni("privateIpAddresses=10.0.0.4*"),
                        eni("privateIpAddresses=10.0.0.4"),
                        "eni.ipv4.primary: none of its private IPv4 addresses is the primary one"),
                edge(
                        eni("privateIpAddresses=10.0.0.4* ipv4Prefixes=10.0.0.16/28"),
                        eni("privateIpAddresses=10.0.0.4* ipv4Prefixes=10.0.0.32/27"),
                        "eni.ipv4.prefix-length: 10.0.0.32/27 is no prefix that EC2 delegates: expected a /28"),
                edge(
                        eni("interfaceType=efa-only"),
                        eni("interfaceType=efa-only privateIpAddresses=10.0.0.4* ipv4Prefixes=10.0.0.16/28"),
                        "eni.efa-only.addresses: it is of type efa-only and has 2 IPv4 addresses and prefixes: expected none"),
                edge(
                        eni("interfaceType=efa-only"),
                        eni("interfaceType=efa-only addressDemand=ipv4Addresses:2,ipv4Prefixes:1"),
                        "eni.efa-only.addresses: it is of type efa-only and has 3 IPv4 addresses and prefixes: expected none"));
    }

    @ParameterizedTest
    @MethodSource("edges")
    void firstValueThatIsNotAllowed_isTheOneReported(String allowed, String refused, String message) {
        assertThat(messages(allowed)).isEmpty();
        assertThat(messages(refused)).containsExactly(message);
    }

    @Test
    void tagKey_empty_isToBeNamed() {
        NetworkPlan plan = NetworkPlan.builder()
                .put(Vpc.builder()
                        .id("v")
                        .addCidrBlock("10.0.0.0/16")
                        .putTag("", "v")
                        .build())
                .build();
        assertThat(RULES.check(plan).violations())
                .extracting(Violation::message, Violation::hint)
                .containsExactly(tuple("the tag key \"\" has 0 characters, a key has 1 to 128", "name the tag"));
    }

    /** One place on one card is shared, among others that are alike in the index or the card alone. */
    @Test
    void place_onACardThatTwoInterfacesHave_isReportedForTheLater() {
        String subnet = " subnet=s groups=g instance=i";
        String lines = subnet("cidrBlock=10.0.0.0/24") + "\ngroup g vpc=v\ninstance i instanceType=m5.large\n"
                + "eni a privateIpAddresses=10.0.0.4* networkCardIndex=0 deviceIndex=0" + subnet + "\n"
                + "eni b privateIpAddresses=10.0.0.5* networkCardIndex=0 deviceIndex=1" + subnet + "\n"
                + "eni c privateIpAddresses=10.0.0.6* networkCardIndex=1 deviceIndex=0" + subnet + "\n"
                + "eni d privateIpAddresses=10.0.0.7* networkCardIndex=1 deviceIndex=1" + subnet + "\n"
                + "eni e privateIpAddresses=10.0.0.8* networkCardIndex=1 deviceIndex=1" + subnet + "\n"
                + "eni f privateIpAddresses=10.0.0.9* networkCardIndex=1 deviceIndex=2" + subnet;
        assertThat(Ec2Rules.standard()
                        .check(PlanText.read("eni-plan 1\n" + lines + "\nend\n"))
                        .of("eni.attach.index-used"))
                .extracting(Violation::subject, Violation::message)
                .containsExactly(
                        tuple(EniId.of("e"), "device index 1 of network card 1 of instance \"i\" holds d as well"));
    }

    private static NetworkPlan with(SecurityGroup.Builder group) {
        return PlanText.read(
                        "eni-plan 1\nvpc v cidrBlocks=10.0.0.0/16\nvpc w cidrBlocks=10.1.0.0/16 defaultVpc=true\nend\n")
                .toBuilder()
                .add(group.id("g").vpcId("v").build())
                .build();
    }

    @Test
    void groupNamesAndDescriptions_have1To255Characters() {
        String most = "n".repeat(255);
        assertThat(messages(with(SecurityGroup.builder().groupName(most).description(most))))
                .isEmpty();
        assertThat(messages(with(SecurityGroup.builder().groupName(most + "n").description(most + "n"))))
                .containsExactly(
                        "group.name: the description has 256 characters, at most 255 are allowed",
                        "group.name: the name has 256 characters, 1 to 255 are allowed");
        assertThat(messages(with(SecurityGroup.builder().groupName(""))))
                .containsExactly("group.name: the name has 0 characters, 1 to 255 are allowed");
    }

    @Test
    void group_associatedWithTheDefaultVpc_isReported() {
        assertThat(messages(with(SecurityGroup.builder().groupName("web").addAssociatedVpcId(VpcId.of("w")))))
                .containsExactly("group.vpc.associations: it is associated with the default VPC \"w\"");
        assertThat(messages(with(SecurityGroup.builder().groupName("default").addAssociatedVpcId(VpcId.of("w")))))
                .contains("group.vpc.associations: it is a default group, but associated with further VPCs");
    }

    /** Each address, each prefix and each attachment behind the first counts as one. */
    @Test
    void addressUsage_countsAddressesPrefixesAndFurtherAttachments() {
        String lines = """
                eni-plan 1
                vpc v cidrBlocks=10.0.0.0/16 ipv6CidrBlocks=2001:db8::/56
                subnet s vpc=v availabilityZone=z cidrBlock=10.0.0.0/24 ipv6CidrBlock=2001:db8::/64
                group g vpc=v
                instance i instanceType=m5.large
                eni e0 subnet=s privateIpAddresses=10.0.0.4*,10.0.0.5 ipv6Addresses=2001:db8::4,2001:db8::5,2001:db8::6 ipv4Prefixes=10.0.0.16/28 groups=g instance=i deviceIndex=0
                eni e1 subnet=s privateIpAddresses=10.0.0.6* ipv6Prefixes=2001:db8:0:0:1::/80,2001:db8:0:0:2::/80 groups=g instance=i deviceIndex=1
                end
                """;
        NetworkPlan plan = PlanText.read(lines);
        assertThat(messages(plan.toBuilder()
                        .quotas(Quotas.awsDefaults().withAddressUsagePerVpc(10))
                        .build()))
                .noneMatch(message -> message.startsWith("quota.address-usage"));
        assertThat(messages(plan.toBuilder()
                        .quotas(Quotas.awsDefaults().withAddressUsagePerVpc(9))
                        .build()))
                .contains("quota.address-usage: 10 units of network address usage, the quota is 9");
    }
}
