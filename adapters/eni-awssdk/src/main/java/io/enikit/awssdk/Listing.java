package io.enikit.awssdk;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.Ec2Client;

/**
 * A call that lists what an account has, with all its pages.
 *
 * @param action the action of the EC2 API
 * @param list the key of the list in its answers
 * @param objects calls it; pages are asked for as the stream is read
 */
record Listing(String action, String list, Function<Ec2Client, Stream<? extends SdkPojo>> objects) {
    private static final int PAGE = 1_000;
    private static final int TRUNK_PAGE = 255;

    /** The calls whose answers plans are read from, but for the reservations of each subnet. */
    static final List<Listing> ALL = List.of(
            new Listing(
                    "DescribeVpcs",
                    "Vpcs",
                    client -> client.describeVpcsPaginator(each -> each.maxResults(PAGE)).vpcs().stream()),
            new Listing(
                    "DescribeInternetGateways",
                    "InternetGateways",
                    client ->
                            client
                                    .describeInternetGatewaysPaginator(each -> each.maxResults(PAGE))
                                    .internetGateways()
                                    .stream()),
            new Listing(
                    "DescribeSubnets",
                    "Subnets",
                    client -> client.describeSubnetsPaginator(each -> each.maxResults(PAGE)).subnets().stream()),
            new Listing(
                    "DescribeSecurityGroups",
                    "SecurityGroups",
                    client ->
                            client
                                    .describeSecurityGroupsPaginator(each -> each.maxResults(PAGE))
                                    .securityGroups()
                                    .stream()),
            new Listing(
                    "DescribeSecurityGroupRules",
                    "SecurityGroupRules",
                    client ->
                            client
                                    .describeSecurityGroupRulesPaginator(each -> each.maxResults(PAGE))
                                    .securityGroupRules()
                                    .stream()),
            new Listing(
                    "DescribeSecurityGroupVpcAssociations",
                    "SecurityGroupVpcAssociations",
                    client -> client
                            .describeSecurityGroupVpcAssociationsPaginator(each -> each.maxResults(PAGE))
                            .securityGroupVpcAssociations()
                            .stream()),
            new Listing(
                    "DescribeInstances",
                    "Reservations",
                    client -> client.describeInstancesPaginator(each -> each.maxResults(PAGE)).reservations().stream()),
            new Listing(
                    "DescribeNetworkInterfaces",
                    "NetworkInterfaces",
                    client ->
                            client
                                    .describeNetworkInterfacesPaginator(each -> each.maxResults(PAGE))
                                    .networkInterfaces()
                                    .stream()),
            new Listing(
                    "DescribeTrunkInterfaceAssociations",
                    "InterfaceAssociations",
                    client -> client
                            .describeTrunkInterfaceAssociationsPaginator(each -> each.maxResults(TRUNK_PAGE))
                            .interfaceAssociations()
                            .stream()),
            new Listing("DescribeAddresses", "Addresses", client -> client.describeAddresses().addresses().stream()));
}
