package io.enikit.limits;

import static io.enikit.limits.Ec2Answer.answer;

import io.enikit.operations.CreateEni;
import io.enikit.operations.LaunchInstance;
import io.enikit.operations.LaunchInterface;
import io.enikit.operations.ModifyInstance;
import io.enikit.operations.StartInstance;
import io.enikit.operations.StopInstance;
import java.util.Map;
import java.util.stream.Stream;

/** Answers to calls about instances. */
final class InstanceAnswers {
    private static final String NET = """
            vpc main cidrBlocks=10.0.0.0/16 ipv6CidrBlocks=2001:db8::/56 internetGatewayAttached=true
            subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24 ipv6CidrBlock=2001:db8::/64
            group default vpc=main
            group web vpc=main""";
    private static final String SPARE = "eni spare subnet=a privateIpAddresses=10.0.0.20* groups=web";
    private static final String SPARE2 = "eni spare2 subnet=a privateIpAddresses=10.0.0.21* groups=web";

    private InstanceAnswers() {}

    private static String app(String state) {
        return "instance app instanceType=t3.medium state=" + state
                + "\neni app/eth0 subnet=a privateIpAddresses=10.0.0.11* groups=web instance=app deviceIndex=0";
    }

    private static LaunchInstance launch() {
        return LaunchInstance.of("new", "t3.medium");
    }

    private static CreateEni eth0() {
        return CreateEni.of("new/eth0", "a");
    }

    static Stream<Ec2Answer> all() {
        return Stream.of(launched(), launchedWithInterfaces(), states(), modified())
                .flatMap(each -> each);
    }

    private static Stream<Ec2Answer> launched() {
        return Stream.of(
                answer("RUN-07", "the address of a stopped instance")
                        .in(NET, app("stopped"))
                        .when(() -> launch().withSubnetId("a").withPrivateIpAddress("10.0.0.11"))
                        .refused("InvalidIPAddress.InUse")
                        .saying("Address 10.0.0.11 is in use."),
                answer("RUN-09", "an address that EC2 keeps")
                        .in(NET)
                        .when(() -> launch().withSubnetId("a").withPrivateIpAddress("10.0.0.2"))
                        .refused("InvalidParameterValue")
                        .saying("Address 10.0.0.2 is in subnet's reserved address range"),
                answer("RUN-10", "a group of another VPC")
                        .in(NET, "vpc far cidrBlocks=10.8.0.0/16", "group there vpc=far")
                        .when(() -> launch().withSubnetId("a").withSecurityGroups("there"))
                        .refused("InvalidParameter")
                        .saying("Security group there and subnet a belong to different networks."),
                answer("RUN-18", "an address of the subnet")
                        .in(NET)
                        .when(() -> launch().withSubnetId("a").withPrivateIpAddress("10.0.0.40")),
                answer("TAG-02", "a tag with a key of AWS")
                        .in(NET)
                        .when(() -> launch().withSubnetId("a").withTags(Map.of("aws:created", "no")))
                        .refused("InvalidParameterValue")
                        .saying("Tag keys starting with 'aws:' are reserved for internal use"));
    }

    private static Stream<Ec2Answer> launchedWithInterfaces() {
        return Stream.of(
                answer("ENI-08", "IPv6 addresses and an IPv6 prefix")
                        .in(NET)
                        .when(() -> launch().plusInterface(LaunchInterface.creating(
                                0, eth0().withIpv6AddressCount(1).withIpv6PrefixCount(1))))
                        .refused("InvalidParameterValue")
                        .saying(
                                "You can and can only specify one of ipv6-addresses or ipv6-addresses-count  ipv6-prefix and ipv6-prefix-count."),
                answer("ENI-09", "IPv6 addresses and how many of them")
                        .in(NET)
                        .when(() -> launch().plusInterface(LaunchInterface.creating(
                                0, eth0().plusIpv6Address("2001:db8::10").withIpv6AddressCount(1))))
                        .refused("InvalidParameterCombination")
                        .saying("IPv6 addresses and IPv6 address count may not be specified on the same request"),
                answer("RUN-02", "interfaces and groups")
                        .in(NET)
                        .when(() -> launch().plusInterface(LaunchInterface.creating(0, eth0()))
                                .withSecurityGroups("web"))
                        .refused("InvalidParameterCombination")
                        .saying(
                                "Network interfaces and an instance-level security groups may not be specified on the same request"),
                answer("RUN-03", "interfaces and an address")
                        .in(NET)
                        .when(() -> launch().plusInterface(LaunchInterface.creating(0, eth0()))
                                .withPrivateIpAddress("10.0.0.40"))
                        .refused("InvalidParameterCombination")
                        .saying(
                                "Network interfaces and an instance-level private IP address may not be specified on the same request"),
                answer("NOX-06", "a subnet of another zone")
                        .in(NET)
                        .when(() -> launch().withSubnetId("a").withAvailabilityZone("eu-west-1b"))
                        .refused("InvalidParameterValue")
                        .saying(
                                "Value (eu-west-1b) for parameter availabilityZone is invalid. Subnet 'a' is in the availability zone eu-west-1a"),
                answer("NOX-07", "an address without a subnet")
                        .in(NET)
                        .when(() -> launch().withPrivateIpAddress("10.0.0.40"))
                        .refused("InvalidParameterValue"),
                answer("RUN-05", "one interface, and that at index 1")
                        .in(NET)
                        .when(() -> launch().plusInterface(LaunchInterface.creating(1, eth0())))
                        .refused()
                        .saying("When specifying network interfaces, you must include a device at index 0."),
                answer("RUN-06", "an interface that is there, to be deleted with the instance")
                        .in(NET, SPARE)
                        .when(() -> launch().plusInterface(
                                        LaunchInterface.existing(0, "spare").withDeleteOnTermination(true)))
                        .refused("InvalidParameterCombination")
                        .saying(
                                "A network interface may not specify a network interface ID and delete on termination as true"),
                answer("RUN-12", "interfaces that are there, at index 0 and 2")
                        .in(NET, SPARE, SPARE2)
                        .when(() -> launch().plusInterface(LaunchInterface.existing(0, "spare"))
                                .plusInterface(LaunchInterface.existing(2, "spare2"))));
    }

    private static Stream<Ec2Answer> states() {
        return Stream.of(
                answer("ST-01", "stopped while it is pending")
                        .in(NET, app("pending"))
                        .when(() -> StopInstance.of("app"))
                        .refused("IncorrectInstanceState")
                        .saying("Instance 'app' cannot be stopped as it has never reached the 'running' state."),
                answer("ST-03", "stopped while it is stopped")
                        .in(NET, app("stopped"))
                        .when(() -> StopInstance.of("app")),
                answer("ST-04", "started while it is running")
                        .in(NET, app("running"))
                        .when(() -> StartInstance.of("app")));
    }

    private static Stream<Ec2Answer> modified() {
        String two = app("running")
                + "\neni app/eth1 subnet=a privateIpAddresses=10.0.0.12* groups=web instance=app deviceIndex=1";
        String which =
                "There are multiple interfaces attached to instance 'app'. Please specify an interface ID for the operation instead.";
        return Stream.of(
                answer("MOD-11", "no attribute")
                        .in(NET, app("running"))
                        .when(() -> ModifyInstance.of("app"))
                        .refused("InvalidParameterCombination"),
                answer("MOD-13", "groups of an instance with two interfaces")
                        .in(NET, two)
                        .when(() -> ModifyInstance.of("app").withSecurityGroups("default"))
                        .refused("InvalidInstanceID")
                        .saying(which),
                answer("MOD-14", "source/destination check of an instance with two interfaces")
                        .in(NET, two)
                        .when(() -> ModifyInstance.of("app").withSourceDestCheck(false))
                        .refused("InvalidInstanceID")
                        .saying(which));
    }
}
