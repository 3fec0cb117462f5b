package io.enikit.rules;

import io.enikit.Growth;
import io.enikit.diagram.AddressMap;
import io.enikit.diagram.SvgDiagram;
import io.enikit.diagram.TextDiagram;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.SubnetId;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import io.enikit.operations.AllocateElasticIp;
import io.enikit.operations.AssociateElasticIp;
import io.enikit.operations.AssociateTrunkInterface;
import io.enikit.operations.CreateEni;
import io.enikit.operations.CreateSecurityGroup;
import io.enikit.operations.CreateSubnet;
import io.enikit.operations.CreateVpc;
import io.enikit.operations.DeleteSecurityGroup;
import io.enikit.operations.DeleteSubnet;
import io.enikit.operations.Ec2;
import io.enikit.operations.Operation;
import io.enikit.operations.TagResource;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Twice as many resources take about twice the time, whatever is wrong with them; one operation takes the same. */
class GrowthTest {
    private static final String QUOTAS = "quotas vpcs=100000 subnetsPerVpc=100000 securityGroups=100000"
            + " networkInterfaces=1000000 elasticIps=100000 ipv4CidrBlocksPerVpc=100000 addressUsagePerVpc=10000000\n";
    private static final String NET = "vpc v cidrBlocks=10.0.0.0/8 internetGatewayAttached=true\n";
    private static final String SUBNET = "subnet s vpc=v availabilityZone=z cidrBlock=10.0.0.0/12\n";

    private static NetworkPlan plan(String... lines) {
        return PlanText.read("eni-plan 1\n" + QUOTAS + String.join("", lines) + "end\n");
    }

    private static String lines(int n, IntFunction<String> line) {
        return IntStream.range(0, n).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
    }

    /** The i-th address of 10.0.0.0/12, past those that EC2 keeps. */
    private static String address(int i) {
        int at = i + 16;
        return "10." + (at >> 16) + "." + (at >> 8 & 255) + "." + (at & 255);
    }

    private static String id(int i) {
        return String.format(Locale.ROOT, "%07d", i);
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                shape(
                        "subnets of one block",
                        500,
                        n -> plan(
                                NET,
                                lines(n, i -> "subnet s" + id(i) + " vpc=v availabilityZone=z cidrBlock=10.0.0.0/24"))),
                shape(
                        "subnets of one block around others",
                        500,
                        n -> plan(
                                NET,
                                lines(
                                        n,
                                        i -> "subnet s" + id(i) + " vpc=v availabilityZone=z cidrBlock=10."
                                                + (i % 2 == 0
                                                        ? "0.0.0/16"
                                                        : "0." + (i / 16 % 256) + "." + i % 16 * 16 + "/28")))),
                shape(
                        "VPCs of one block",
                        1_000,
                        n -> plan(
                                lines(n, i -> "vpc v" + id(i) + " cidrBlocks=10.0.0.0/16"),
                                lines(
                                        n,
                                        i -> "subnet s" + id(i) + " vpc=v" + id(i)
                                                + " availabilityZone=z cidrBlock=10.0.0.0/24"))),
                shape("groups of different names", 2_000, n -> plan(NET, lines(n, i -> "group g" + id(i) + " vpc=v"))),
                shape(
                        "groups of one name",
                        2_000,
                        n -> plan(NET, lines(n, i -> "group g" + id(i) + " vpc=v groupName=same"))),
                shape(
                        "interfaces with one address",
                        2_000,
                        n -> plan(
                                NET,
                                SUBNET,
                                lines(
                                        n,
                                        i -> "eni e" + id(i) + " subnet=s privateIpAddresses=" + address(2 * i + 10)
                                                + "*,10.0.0.8"))),
                shape(
                        "interfaces with one prefix",
                        1_000,
                        n -> plan(
                                NET,
                                SUBNET,
                                lines(
                                        n,
                                        i -> "eni e" + id(i) + " subnet=s privateIpAddresses=" + address(2 * i + 20)
                                                + "* ipv4Prefixes=10.0.0.16/28"))),
                shape(
                        "interfaces with one MAC",
                        2_000,
                        n -> plan(
                                NET,
                                SUBNET,
                                lines(n, i -> "eni e" + id(i) + " subnet=s macAddress=02:00:00:00:00:01"))),
                shape(
                        "interfaces of one instance",
                        2_000,
                        n -> plan(
                                NET,
                                SUBNET,
                                "instance i instanceType=m5.large\n",
                                lines(n, i -> "eni e" + id(i) + " subnet=s instance=i deviceIndex=" + i))),
                shape(
                        "branches of one trunk under one key",
                        2_000,
                        n -> plan(
                                NET,
                                SUBNET,
                                lines(n, i -> "eni e" + id(i) + " subnet=s trunk=trunk vlanId=1"),
                                "eni trunk subnet=s interfaceType=trunk\n")),
                shape(
                        "Elastic IPs of one interface",
                        2_000,
                        n -> plan(
                                NET,
                                SUBNET,
                                "eni e subnet=s privateIpAddresses=10.0.0.8*\n",
                                lines(
                                        n,
                                        i -> "eip p" + id(i) + " networkInterface=e privateIpAddress="
                                                + (i % 2 == 0 ? "10.0.0.8" : address(i))))),
                shape(
                        "blocks of one VPC",
                        2_000,
                        n -> plan("vpc v cidrBlocks="
                                + IntStream.range(0, n)
                                        .mapToObj(i -> "10." + (i >> 8 & 255) + "." + (i & 255) + ".0/24")
                                        .collect(Collectors.joining(","))
                                + "\n")),
                shape(
                        "reservations of one subnet",
                        2_000,
                        n -> plan(
                                NET,
                                "subnet s vpc=v availabilityZone=z cidrBlock=10.0.0.0/12 cidrReservations="
                                        + IntStream.range(0, n)
                                                .mapToObj(i -> address(i * 16) + "/28;explicit")
                                                .collect(Collectors.joining(","))
                                        + "\n")));
    }

    private static Arguments shape(String name, int n, IntFunction<NetworkPlan> plan) {
        return Arguments.of(name, n, plan);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void check_twiceAsMany_takesTwiceAsLong(String name, int n, IntFunction<NetworkPlan> plan) {
        Growth.assertNotQuadratic(n, plan, Ec2Rules.standard()::check);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void read_twiceAsMany_takesTwiceAsLong(String name, int n, IntFunction<NetworkPlan> plan) {
        Growth.assertNotQuadratic(n, size -> PlanText.write(plan.apply(size)), PlanText::read);
    }

    @Test
    void read_idsOfOneHashCode_takesTwiceAsLong() {
        Growth.assertNotQuadratic(
                2_048,
                n -> PlanText.write(plan(NET, SUBNET, lines(n, i -> "eni " + colliding(i) + " subnet=s"))),
                text -> Ec2Rules.standard().check(PlanText.read(text)));
    }

    /** Texts of 14 letters that all have one hash code: each pair of them is Aa or BB. */
    private static String colliding(int number) {
        return IntStream.range(0, 14)
                .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
                .collect(Collectors.joining());
    }

    @Test
    void read_duplicatesOfOneId_takesTwiceAsLong() {
        Growth.assertNotQuadratic(1_000, n -> n, n -> {
            NetworkPlan.Builder plan = NetworkPlan.builder();
            for (int i = 0; i < n; i++) {
                plan.add(Vpc.builder().id("v").addCidrBlock(address(i) + "/32").build());
            }
            return plan.build();
        });
    }

    @Test
    void draw_instancesInZonesOfTheirOwn_takesTwiceAsLong() {
        Growth.assertNotQuadratic(
                500,
                n -> plan(
                        NET,
                        lines(
                                n,
                                i -> "subnet s" + id(i) + " vpc=v availabilityZone=z" + id(i) + " cidrBlock=10."
                                        + (i >> 8) + "." + (i & 255) + ".0/24"),
                        lines(n, i -> "instance i" + id(i) + " instanceType=m5.large"),
                        lines(
                                n,
                                i -> "eni e" + id(i) + " subnet=s" + id(i) + " instance=i" + id(i) + " deviceIndex=0")),
                plan -> TextDiagram.of(plan).toString());
    }

    @Test
    void draw_oneAddressManyTimes_takesTwiceAsLong() {
        Growth.assertNotQuadratic(
                500,
                n -> plan(
                        NET,
                        SUBNET,
                        "eni e subnet=s privateIpAddresses="
                                + IntStream.range(0, n)
                                        .mapToObj(i -> "10.0.0.8")
                                        .collect(Collectors.joining(","))
                                + "\n"),
                plan -> TextDiagram.between(plan, plan).toString());
    }

    @Test
    void draw_blocksOfOneVpc_takesTwiceAsLong() {
        Growth.assertNotQuadratic(
                1_000,
                n -> AddressMap.of(
                        "blocks",
                        IntStream.range(0, n)
                                .mapToObj(i -> Cidr.parse("10.0.0.0/8").child(24, 2L * i))
                                .toList(),
                        List.of()),
                map -> SvgDiagram.of(map).toString());
    }

    static Stream<Arguments> operations() {
        return Stream.of(
                beside("groups", CreateSecurityGroup.of("new", "v").withDescription("d"), GrowthTest::groups),
                beside("groups, one to delete", DeleteSecurityGroup.of("g0000007"), GrowthTest::groups),
                beside(
                        "groups, one to tag",
                        TagResource.of(SecurityGroupId.of("g0000007"), "a", "b"),
                        GrowthTest::groups),
                beside(
                        "subnets",
                        CreateSubnet.of("new", "v", "eu-west-1a").withCidrBlock("10.255.0.0/24"),
                        GrowthTest::subnets),
                beside("subnets, one to delete", DeleteSubnet.of("s0000007"), GrowthTest::subnets),
                beside("subnets, one to tag", TagResource.of(SubnetId.of("s0000007"), "a", "b"), GrowthTest::subnets),
                beside("VPCs", CreateVpc.of("new", "10.0.0.0/16"), GrowthTest::vpcs),
                beside("VPCs, one to tag", TagResource.of(VpcId.of("v0000007"), "a", "b"), GrowthTest::vpcs),
                beside("interfaces", CreateEni.of("new", "s").withSecurityGroups("g"), GrowthTest::enis),
                beside("Elastic IPs", AllocateElasticIp.of("new"), GrowthTest::elasticIps),
                beside(
                        "Elastic IPs of the interface",
                        AssociateElasticIp.of("free", "e").withPrivateIpAddress("10.0.0.9"),
                        GrowthTest::elasticIps),
                beside(
                        "branches of the trunk",
                        AssociateTrunkInterface.of("loose", "trunk").withVlanId(4_000),
                        n -> plan(
                                NET,
                                SUBNET,
                                lines(n, i -> "eni e" + id(i) + " subnet=s trunk=trunk vlanId=" + (i % 3_000 + 1)),
                                "eni loose subnet=s\neni trunk subnet=s interfaceType=trunk\n")));
    }

    private static NetworkPlan groups(int n) {
        return plan(NET, lines(n, i -> "group g" + id(i) + " vpc=v"));
    }

    private static NetworkPlan subnets(int n) {
        return plan(
                NET,
                lines(
                        n,
                        i -> "subnet s" + id(i) + " vpc=v availabilityZone=eu-west-1a cidrBlock=" + "10." + (i >> 8)
                                + "." + (i & 255) + ".0/24"));
    }

    private static NetworkPlan vpcs(int n) {
        return plan(lines(n, i -> "vpc v" + id(i) + " cidrBlocks=10.0.0.0/16"));
    }

    private static NetworkPlan enis(int n) {
        return plan(
                NET,
                SUBNET,
                "group g vpc=v\n",
                lines(n, i -> "eni e" + id(i) + " subnet=s groups=g privateIpAddresses=" + address(i) + "*"));
    }

    private static NetworkPlan elasticIps(int n) {
        return plan(
                NET,
                SUBNET,
                "eni e subnet=s privateIpAddresses=10.0.0.8*,10.0.0.9\n",
                "eip free\n",
                lines(n, i -> "eip p" + id(i) + " networkInterface=e privateIpAddress=10.0.0.8"));
    }

    private static Arguments beside(String name, Operation operation, IntFunction<NetworkPlan> plan) {
        return Arguments.of(name, operation, plan);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void apply_beside8000_takesAboutTheTimeThatItTakesBeside100(
            String name, Operation operation, IntFunction<NetworkPlan> plan) {
        Ec2 ec2 = Ec2.enforcing(Ec2Rules.standard());
        Function<NetworkPlan, NetworkPlan> apply =
                on -> ec2.apply(on, operation).orElseThrow();
        NetworkPlan many = plan.apply(8_000);
        NetworkPlan few = plan.apply(100);
        Growth.assertAtMost(Growth.MOST_FOR_A_CALL, () -> apply.apply(many), () -> apply.apply(few));
    }
}
