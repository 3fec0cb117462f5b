package io.enikit.limits;

import static io.enikit.limits.Ec2Answer.answer;

import io.enikit.operations.AllocateElasticIp;
import io.enikit.operations.AssociateElasticIp;
import io.enikit.operations.AssociateElasticIpWithInstance;
import io.enikit.operations.AttachInternetGateway;
import io.enikit.operations.DetachInternetGateway;
import io.enikit.operations.DisassociateElasticIp;
import java.util.stream.Stream;

/** Answers to calls about Elastic IPs and internet gateways. */
final class ElasticIpAnswers {
    private static final String NET = """
            vpc main cidrBlocks=10.0.0.0/16 internetGatewayAttached=true
            subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24
            group default vpc=main
            eip ip""";
    private static final String BARE = NET.replace(" internetGatewayAttached=true", "");
    private static final String SPARE = "eni spare subnet=a privateIpAddresses=10.0.0.20* groups=default";
    private static final String SPARE2 = "eni spare2 subnet=a privateIpAddresses=10.0.0.21* groups=default";

    private ElasticIpAnswers() {}

    private static String app(String state) {
        return "instance app instanceType=t3.medium state=" + state
                + "\neni app/eth0 subnet=a privateIpAddresses=10.0.0.11* groups=default instance=app deviceIndex=0";
    }

    static Stream<Ec2Answer> all() {
        return Stream.concat(elasticIps(), gateways());
    }

    private static Stream<Ec2Answer> elasticIps() {
        return Stream.of(
                answer("EIP-01", "a VPC without an internet gateway")
                        .in(BARE, SPARE)
                        .when(() -> AssociateElasticIp.of("ip", "spare"))
                        .refused("Gateway.NotAttached")
                        .saying("Network main is not attached to any internet gateway"),
                answer("EIP-03", "no such association")
                        .in(NET)
                        .when(() -> DisassociateElasticIp.of("gone"))
                        .refused("InvalidAssociationID.NotFound"),
                answer("EIP-04", "no such interface")
                        .in(NET)
                        .when(() -> AssociateElasticIp.of("ip", "eni-ffffffff"))
                        .refused("InvalidNetworkInterfaceID.NotFound")
                        .saying("The networkInterface ID 'eni-ffffffff' does not exist"),
                answer("EIP-06", "an instance that is pending")
                        .in(NET, app("pending"))
                        .when(() -> AssociateElasticIpWithInstance.of("ip", "app"))
                        .refused("InvalidInstanceID")
                        .saying("The pending instance 'app' is not in a valid state for this operation."),
                answer("EIP-07", "the interface of an instance that is pending")
                        .in(NET, app("pending"))
                        .when(() -> AssociateElasticIp.of("ip", "app/eth0"))
                        .refused("IncorrectInstanceState")
                        .sayingAmongOthers(
                                "instance to which 'app/eth0' is attached is not in a valid state for this operation"),
                answer("EIP-08", "an instance that is terminated")
                        .in(NET, "instance app instanceType=t3.medium state=terminated")
                        .when(() -> AssociateElasticIpWithInstance.of("ip", "app"))
                        .refused("InvalidInstanceID")
                        .saying("The terminated instance 'app' is not in a valid state for this operation."),
                answer("EIP-09", "an instance with two interfaces")
                        .in(
                                NET,
                                app("running"),
                                "eni app/eth1 subnet=a privateIpAddresses=10.0.0.12* groups=default instance=app deviceIndex=1")
                        .when(() -> AssociateElasticIpWithInstance.of("ip", "app"))
                        .refused("InvalidInstanceID")
                        .saying(
                                "There are multiple interfaces attached to instance 'app'. Please specify an interface ID for the operation instead."),
                answer("EIP-14", "a sixth one")
                        .in(NET, "eip ip2", "eip ip3", "eip ip4", "eip ip5")
                        .when(() -> AllocateElasticIp.of("ip6"))
                        .refused("AddressLimitExceeded")
                        .saying("The maximum number of addresses has been reached."),
                answer("EIP-15", "an instance that runs, with one interface")
                        .in(NET, app("running"))
                        .when(() -> AssociateElasticIpWithInstance.of("ip", "app")),
                answer("EIP-17", "it stands for another free interface")
                        .in(NET, SPARE, SPARE2)
                        .when(
                                () -> AssociateElasticIp.of("ip", "spare"),
                                () -> AssociateElasticIp.of("ip", "spare2").withAllowReassociation(false))
                        .refused(),
                answer("EIP-18", "the same association once more")
                        .in(NET, SPARE)
                        .when(() -> AssociateElasticIp.of("ip", "spare"), () -> AssociateElasticIp.of("ip", "spare")));
    }

    private static Stream<Ec2Answer> gateways() {
        return Stream.of(
                answer("IGW-01", "a VPC that has one")
                        .in(NET)
                        .when(() -> AttachInternetGateway.of("main"))
                        .refused("InvalidParameterValue")
                        .saying("Network main already has an internet gateway attached"),
                answer("IGW-04", "an instance has a public address of Amazon's")
                        .in(
                                NET,
                                "instance app instanceType=t3.medium",
                                "eni app/eth0 subnet=a privateIpAddresses=10.0.0.11* publicIpv4=198.51.100.7 associatePublicIpAddress=true groups=default instance=app deviceIndex=0")
                        .when(() -> DetachInternetGateway.of("main"))
                        .refused("DependencyViolation")
                        .sayingAmongOthers(
                                "has some mapped public address(es). Please unmap those public address(es) before detaching the gateway."),
                answer("IGW-05", "a VPC that has none")
                        .in(BARE)
                        .when(() -> DetachInternetGateway.of("main"))
                        .refused("Gateway.NotAttached"));
    }
}
