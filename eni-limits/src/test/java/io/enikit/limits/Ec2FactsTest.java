package io.enikit.limits;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.Attachment;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.net.IpAddress;
import io.enikit.operations.AssignPrivateIpAddresses;
import io.enikit.operations.AssociateElasticIp;
import io.enikit.operations.AssociateTrunkInterface;
import io.enikit.operations.AttachEni;
import io.enikit.operations.CreateEni;
import io.enikit.operations.CreateSubnet;
import io.enikit.operations.DeleteEni;
import io.enikit.operations.DetachEni;
import io.enikit.operations.Ec2;
import io.enikit.operations.LaunchInstance;
import io.enikit.operations.LaunchInterface;
import io.enikit.operations.ModifySubnet;
import io.enikit.operations.Operation;
import io.enikit.operations.ResetEni;
import io.enikit.operations.StartInstance;
import io.enikit.operations.StopInstance;
import io.enikit.operations.TerminateInstance;
import io.enikit.operations.UnassignPrivateIpAddresses;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What real accounts saw without being refused: defaults, states, types, and what is left after a call. */
class Ec2FactsTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());
    private static final Ec2 EC2 = Ec2.enforcing(RULES);
    private static final String NET = """
            vpc main cidrBlocks=10.0.0.0/16 ipv6CidrBlocks=2001:db8::/56 internetGatewayAttached=true
            subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24
            subnet open vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.2.0/24 mapPublicIpOnLaunch=true
            subnet small vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.1.0/28
            group default vpc=main""";
    private static final String APP = """
            instance app instanceType=m5.large
            eni app/eth0 subnet=a privateIpAddresses=10.0.0.10* groups=default instance=app deviceIndex=0""";
    private static final String SPARE = "eni spare subnet=a privateIpAddresses=10.0.0.20* groups=default";

    /** Plans, one before the first call and one after each, and what is to be seen in them. */
    record Seen(
            String id,
            String situation,
            NetworkPlan plan,
            List<Operation> calls,
            String value,
            Function<List<NetworkPlan>, Object> look) {
        @Override
        public String toString() {
            return id + ": " + situation;
        }
    }

    private static Seen after(
            String id,
            String situation,
            String lines,
            String value,
            Function<NetworkPlan, Object> look,
            Operation... calls) {
        return new Seen(
                id,
                situation,
                Ec2Answer.planOf(NET, lines),
                List.of(calls),
                value,
                plans -> look.apply(plans.get(plans.size() - 1)));
    }

    private static Seen afterEach(
            String id,
            String situation,
            String lines,
            String values,
            Function<NetworkPlan, Object> look,
            Operation... calls) {
        return new Seen(
                id,
                situation,
                Ec2Answer.planOf(NET, lines),
                List.of(calls),
                values,
                plans -> String.join(
                        " ",
                        plans.stream().map(plan -> look.apply(plan).toString()).toList()));
    }

    static Stream<Seen> facts() {
        return Stream.of(interfaces(), addresses(), instances(), subnets(), branches(), ofServices())
                .flatMap(each -> each);
    }

    private static Eni eni(NetworkPlan plan, String id) {
        return plan.eni(id).orElseThrow();
    }

    private static Subnet subnet(NetworkPlan plan, String id) {
        return plan.subnet(id).orElseThrow();
    }

    private static String statusOf(NetworkPlan plan, String id) {
        return plan.eni(id).map(each -> each.status().toString()).orElse("gone");
    }

    private static Stream<Seen> interfaces() {
        return Stream.of(
                after(
                        "MOD-10",
                        "the source/destination check is reset",
                        SPARE + " sourceDestCheck=false",
                        "true",
                        plan -> eni(plan, "spare").sourceDestCheck(),
                        ResetEni.of("spare")),
                after(
                        "POS-02",
                        "an interface of which nothing is said",
                        "",
                        "[default] '' true false interface",
                        plan -> defaults(eni(plan, "new")),
                        CreateEni.of("new", "a")),
                after(
                        "POS-04",
                        "first octets of 64 MAC addresses",
                        "",
                        "[2, 6, 10, 14, 18, 22]",
                        plan -> plan.enis().stream()
                                .map(Ec2FactsTest::firstOctet)
                                .collect(toCollection(TreeSet::new)),
                        many()),
                after(
                        "POS-05",
                        "MAC addresses are of one host, and locally administered",
                        "",
                        "true",
                        plan -> plan.enis().stream().allMatch(each -> (firstOctet(each) & 3) == 2),
                        many()),
                after(
                        "POS-08",
                        "the id of an attachment",
                        APP + "\n" + SPARE,
                        "eni-attach-",
                        plan -> attachment(plan, "spare")
                                .attachmentId()
                                .orElseThrow()
                                .substring(0, 11),
                        AttachEni.of("spare", "app", 1)),
                after(
                        "POS-12",
                        "moved from one stopped instance to another one",
                        APP.replace("m5.large", "m5.large state=stopped") + "\n" + SPARE + """

                                instance other instanceType=m5.large state=stopped
                                eni other/eth0 subnet=a privateIpAddresses=10.0.0.11* groups=default instance=other deviceIndex=0""",
                        "true",
                        plan -> eni(plan, "spare")
                                        .macAddress()
                                        .equals(eni(Ec2Answer.planOf(NET, SPARE), "spare")
                                                .macAddress())
                                && eni(plan, "spare")
                                        .privateIpAddress()
                                        .equals(Optional.of(IpAddress.parse("10.0.0.20"))),
                        AttachEni.of("spare", "app", 1),
                        DetachEni.of("spare"),
                        AttachEni.of("spare", "other", 1)));
    }

    private static String defaults(Eni eni) {
        return eni.securityGroups() + " '" + eni.description() + "' " + eni.sourceDestCheck() + " "
                + eni.requesterManaged() + " " + eni.interfaceType();
    }

    private static int firstOctet(Eni eni) {
        return Integer.parseInt(eni.macAddress().toString().substring(0, 2), 16);
    }

    private static Operation[] many() {
        return IntStream.range(0, 64)
                .mapToObj(i -> CreateEni.of("new" + i, "a"))
                .toArray(Operation[]::new);
    }

    private static Attachment attachment(NetworkPlan plan, String eni) {
        return eni(plan, eni).attachment().orElseThrow();
    }

    private static Stream<Seen> addresses() {
        return Stream.of(
                after(
                        "IP-02",
                        "an address that may be moved is moved",
                        SPARE + "\neni other subnet=a privateIpAddresses=10.0.0.30*,10.0.0.31 groups=default",
                        "spare",
                        plan -> plan.ownerOf(IpAddress.parse("10.0.0.31"))
                                .orElseThrow()
                                .id(),
                        AssignPrivateIpAddresses.of("spare")
                                .plusPrivateIpAddress("10.0.0.31")
                                .withAllowReassignment(true)),
                afterEach(
                        "IP-09",
                        "the free addresses of a /28",
                        "",
                        "11 8 10",
                        plan -> plan.availableIpAddressCount("small"),
                        CreateEni.of("new", "small").withSecondaryPrivateIpAddressCount(2),
                        UnassignPrivateIpAddresses.of("new")
                                .plusPrivateIpAddress("10.0.1.5")
                                .plusPrivateIpAddress("10.0.1.6")),
                after(
                        "IP-10",
                        "addresses that were assigned one by one",
                        SPARE,
                        "[10.0.0.20*, 10.0.0.89, 10.0.0.45, 10.0.0.122]",
                        plan -> eni(plan, "spare").privateIpAddresses(),
                        AssignPrivateIpAddresses.of("spare").plusPrivateIpAddress("10.0.0.89"),
                        AssignPrivateIpAddresses.of("spare").plusPrivateIpAddress("10.0.0.45"),
                        AssignPrivateIpAddresses.of("spare").plusPrivateIpAddress("10.0.0.122")),
                afterEach(
                        "IP-11",
                        "IPv4 prefixes come and go",
                        SPARE,
                        "0 1 2 0 1",
                        plan -> eni(plan, "spare").ipv4Prefixes().size(),
                        AssignPrivateIpAddresses.of("spare").withIpv4PrefixCount(1),
                        AssignPrivateIpAddresses.of("spare").withIpv4PrefixCount(1),
                        UnassignPrivateIpAddresses.of("spare")
                                .plusIpv4Prefix("10.0.0.32/28")
                                .plusIpv4Prefix("10.0.0.48/28"),
                        AssignPrivateIpAddresses.of("spare").withIpv4PrefixCount(1)),
                after(
                        "EIP-11",
                        "the address that an Elastic IP stands for if none is stated",
                        "eip ip\neni more subnet=a privateIpAddresses=10.0.0.10,10.0.0.20* groups=default",
                        "10.0.0.20",
                        plan -> plan.elasticIp("ip")
                                .orElseThrow()
                                .association()
                                .orElseThrow()
                                .privateIpAddress()
                                .orElseThrow(),
                        AssociateElasticIp.of("ip", "more")),
                after(
                        "EIP-12",
                        "two Elastic IPs of one interface",
                        "eip ip\neip ip2\neni more subnet=a privateIpAddresses=10.0.0.20*,10.0.0.21 groups=default",
                        "2",
                        plan -> plan.elasticIpsOf(EniId.of("more")).size(),
                        AssociateElasticIp.of("ip", "more"),
                        AssociateElasticIp.of("ip2", "more").withPrivateIpAddress("10.0.0.21")));
    }

    private static Stream<Seen> instances() {
        LaunchInstance existing = LaunchInstance.of("new", "m5.large")
                .plusInterface(LaunchInterface.existing(0, "spare"))
                .plusInterface(LaunchInterface.existing(1, "spare2"));
        String two = SPARE + "\neni spare2 subnet=a privateIpAddresses=10.0.0.21* groups=default";
        LaunchInstance kept = LaunchInstance.of("new", "m5.large")
                .plusInterface(
                        LaunchInterface.creating(0, CreateEni.of("kept", "a")).withDeleteOnTermination(false));
        return Stream.of(
                after(
                        "RUN-13",
                        "interfaces that were there outlive the instance",
                        two,
                        "available available",
                        plan -> statusOf(plan, "spare") + " " + statusOf(plan, "spare2"),
                        existing,
                        TerminateInstance.of("new")),
                after(
                        "RUN-15",
                        "and are not to be deleted with it",
                        two,
                        "false false",
                        plan -> attachment(plan, "spare").deleteOnTermination() + " "
                                + attachment(plan, "spare2").deleteOnTermination(),
                        existing),
                afterEach(
                        "RUN-16",
                        "a primary interface that the launch says to keep",
                        "",
                        "gone in-use available gone",
                        plan -> statusOf(plan, "kept"),
                        kept,
                        TerminateInstance.of("new"),
                        DeleteEni.of("kept")),
                after(
                        "RUN-19",
                        "a second interface of a t2.micro",
                        APP.replace("m5.large", "t2.micro") + "\n" + SPARE,
                        "2 1",
                        plan -> plan.enisOf("app").size() + " "
                                + attachment(plan, "spare").deviceIndex(),
                        AttachEni.of("spare", "app", 1)),
                after(
                        "POS-13",
                        "the interface of a launch",
                        "",
                        "true [default] in-use",
                        plan -> launched(plan, "new"),
                        LaunchInstance.of("new", "m5.large").withSubnetId("a")),
                after(
                        "ST-06",
                        "a stopped instance keeps its interface and address, and no public one",
                        "",
                        "attached true none",
                        plan -> stopped(plan),
                        LaunchInstance.of("new", "m5.large").withSubnetId("open"),
                        StopInstance.of("new")),
                after(
                        "ST-07",
                        "the interfaces of a terminated instance",
                        APP.replace("deviceIndex=0", "deviceIndex=0 deleteOnTermination=true"),
                        "0",
                        plan -> plan.enisOf("app").size(),
                        TerminateInstance.of("app")),
                after(
                        "ST-09",
                        "stopped and started",
                        APP,
                        "[10.0.0.10*]",
                        plan -> eni(plan, "app/eth0").privateIpAddresses(),
                        StopInstance.of("app"),
                        StartInstance.of("app")),
                afterEach(
                        "POS-14",
                        "the public address of the only interface",
                        "",
                        "none some none some",
                        plan -> publicAddressOf(plan),
                        LaunchInstance.of("new", "m5.large").withSubnetId("open"),
                        StopInstance.of("new"),
                        StartInstance.of("new")));
    }

    private static String launched(NetworkPlan plan, String instance) {
        Eni eni = plan.enisOf(instance).get(0);
        return eni.sourceDestCheck() + " " + eni.securityGroups() + " " + eni.status();
    }

    private static String stopped(NetworkPlan plan) {
        Eni eni = plan.enisOf("new").get(0);
        return eni.attachment().orElseThrow().status() + " "
                + eni.privateIpAddress().isPresent() + " " + publicAddressOf(plan);
    }

    private static String publicAddressOf(NetworkPlan plan) {
        return plan.enisOf("new").stream().anyMatch(each -> each.publicIpv4().isPresent()) ? "some" : "none";
    }

    private static Stream<Seen> subnets() {
        return Stream.of(
                after(
                        "SUB-10",
                        "an IPv6-native subnet of the whole block",
                        "",
                        "true true",
                        plan -> subnet(plan, "new").assignIpv6AddressOnCreation() + " "
                                + subnet(plan, "new").ipv6Native(),
                        CreateSubnet.of("new", "main", "eu-west-1a")
                                .withIpv6Native(true)
                                .withIpv6CidrBlock("2001:db8::/56")),
                after(
                        "SUB-19",
                        "what a new subnet gives out",
                        "",
                        "false false",
                        plan -> subnet(plan, "new").mapPublicIpOnLaunch() + " "
                                + subnet(plan, "new").assignIpv6AddressOnCreation(),
                        CreateSubnet.of("new", "main", "eu-west-1a").withCidrBlock("10.0.3.0/24")),
                after(
                        "SUB-20",
                        "public addresses are switched on",
                        "",
                        "true",
                        plan -> subnet(plan, "a").mapPublicIpOnLaunch(),
                        ModifySubnet.of("a").withMapPublicIpOnLaunch(true)));
    }

    private static Stream<Seen> branches() {
        String trunk = """
                subnet pods vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.4.0/24
                eni trunk subnet=a interfaceType=trunk privateIpAddresses=10.0.0.51* groups=default instance=app deviceIndex=1 deleteOnTermination=true
                eni branch subnet=pods privateIpAddresses=10.0.4.10* groups=default""";
        Operation carried = AssociateTrunkInterface.of("branch", "trunk").withVlanId(1);
        return Stream.of(
                after(
                        "TRK-01",
                        "the status of a branch",
                        APP + "\n" + trunk,
                        "in-use",
                        plan -> statusOf(plan, "branch"),
                        carried),
                after(
                        "TRK-02",
                        "the type of a branch that was created without one",
                        APP + "\n" + trunk,
                        "branch",
                        plan -> eni(plan, "branch").interfaceType(),
                        carried),
                after(
                        "TRK-04",
                        "a branch, once the instance of its trunk is gone",
                        APP + "\n" + trunk,
                        "gone",
                        plan -> statusOf(plan, "branch"),
                        carried,
                        TerminateInstance.of("app"),
                        DeleteEni.of("branch")));
    }

    private static Stream<Seen> ofServices() {
        return Stream.of(
                after(
                        "POS-07",
                        "an interface that is being attached",
                        APP + "\n" + SPARE + " instance=app deviceIndex=1 attachmentStatus=attaching",
                        "in-use",
                        plan -> statusOf(plan, "spare")),
                after(
                        "POS-09",
                        "a NAT gateway's, in no group",
                        "eni nat subnet=a interfaceType=nat_gateway privateIpAddresses=10.0.0.40* requesterManaged=true deviceIndex=1 attachment=ela-attach-00000001",
                        "false",
                        plan -> RULES.check(plan).hasErrors()),
                after(
                        "POS-10",
                        "a transit gateway's, in no group and not marked as managed",
                        "eni tgw subnet=a interfaceType=transit_gateway privateIpAddresses=10.0.0.41* deviceIndex=1 attachment=ela-attach-00000002",
                        "false",
                        plan -> RULES.check(plan).hasErrors()));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void apply_callThatAnAccountMade_leadsToWhatWasSeen(Seen fact) {
        List<NetworkPlan> plans = new ArrayList<>(List.of(fact.plan()));
        fact.calls()
                .forEach(call ->
                        plans.add(EC2.apply(plans.get(plans.size() - 1), call).orElseThrow()));
        assertThat(fact.look().apply(plans))
                .as(plans.get(plans.size() - 1).toString())
                .hasToString(fact.value());
    }

    /** What the answers say before an account has settled (NOX-08). */
    @Test
    void detach_withoutSettling_isDetaching() {
        NetworkPlan plan = EC2.withoutSettling()
                .apply(Ec2Answer.planOf(NET, APP, SPARE + " instance=app deviceIndex=1"), DetachEni.of("spare"))
                .orElseThrow();
        assertThat(attachment(plan, "spare").status()).hasToString("detaching");
    }

    /** What RunInstances answers (NOX-09): pending, attaching, and no public address yet. */
    @Test
    void launch_withoutSettling_isPendingAndAttaching() {
        NetworkPlan plan = EC2.withoutSettling()
                .apply(
                        Ec2Answer.planOf(NET),
                        LaunchInstance.of("new", "m5.large").withSubnetId("open"))
                .orElseThrow();
        assertThat(plan.instance("new").orElseThrow().state()).hasToString("pending");
        assertThat(attachment(plan, "new/eth0").status()).hasToString("attaching");
        assertThat(publicAddressOf(plan)).isEqualTo("none");
        assertThat(statusOf(plan, "new/eth0")).isEqualTo("in-use");
    }

    /** EC2 picks at random (POS-03): the lowest is picked on purpose, so that plans can be compared. */
    @Test
    void createEni_withoutAnAddress_getsTheLowestAndNotAnyAsInEc2() {
        NetworkPlan plan =
                EC2.apply(Ec2Answer.planOf(NET), CreateEni.of("new", "a")).orElseThrow();
        assertThat(eni(plan, "new").privateIpAddress()).contains(IpAddress.parse("10.0.0.4"));
    }
}
