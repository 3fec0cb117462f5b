package io.enikit.fake.awssdk;

import io.enikit.json.PlanReader;
import io.enikit.json.Source;
import io.enikit.model.NetworkPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** The plan that one reads out of describe calls of the SDK. */
final class ListedPlan {
    private static final List<String> DESCRIBES = List.of(
            "DescribeVpcs",
            "DescribeSubnets",
            "DescribeInternetGateways",
            "DescribeSecurityGroups",
            "DescribeSecurityGroupRules",
            "DescribeSecurityGroupVpcAssociations",
            "DescribeInstances",
            "DescribeNetworkInterfaces",
            "DescribeTrunkInterfaceAssociations",
            "DescribeAddresses");

    private ListedPlan() {}

    static NetworkPlan read(Ec2Client client) {
        Map<String, Object> all = new LinkedHashMap<>();
        DESCRIBES.forEach(action -> all.putAll(SdkMaps.call(client, action, Map.of())));
        List<Object> ipv4 = new ArrayList<>();
        List<Object> ipv6 = new ArrayList<>();
        for (Object subnet : (List<?>) all.getOrDefault("Subnets", List.of())) {
            Map<String, Object> reservations = SdkMaps.call(
                    client, "GetSubnetCidrReservations", Map.of("SubnetId", ((Map<?, ?>) subnet).get("SubnetId")));
            ipv4.addAll((List<?>) reservations.get("SubnetIpv4CidrReservations"));
            ipv6.addAll((List<?>) reservations.get("SubnetIpv6CidrReservations"));
        }
        all.put("SubnetIpv4CidrReservations", ipv4);
        all.put("SubnetIpv6CidrReservations", ipv6);
        return PlanReader.create().read(Source.of("account", all)).plan();
    }
}
