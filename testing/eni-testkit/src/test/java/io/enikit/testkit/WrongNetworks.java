package io.enikit.testkit;

import com.google.common.collect.ImmutableList;
import io.enikit.model.EniId;
import io.enikit.operations.AssignIpv6Addresses;
import io.enikit.operations.AssignPrivateIpAddresses;
import io.enikit.operations.AssociateElasticIp;
import io.enikit.operations.AssociateSubnetCidrBlock;
import io.enikit.operations.AssociateTrunkInterface;
import io.enikit.operations.AssociateVpcCidrBlock;
import io.enikit.operations.AuthorizeSecurityGroupIngress;
import io.enikit.operations.CreateEni;
import io.enikit.operations.CreateSecurityGroup;
import io.enikit.operations.CreateSubnet;
import io.enikit.operations.CreateVpc;
import io.enikit.operations.DisassociateSecurityGroupVpc;
import io.enikit.operations.ModifyEni;
import io.enikit.operations.Operation;
import io.enikit.operations.TagResource;
import java.util.function.Function;

/** Makes calls that lead to what rules do not allow: blocks, prefixes, names and numbers. */
final class WrongNetworks {
    private WrongNetworks() {}

    static ImmutableList<Function<TargetPicker, Operation>> all() {
        return ImmutableList.<Function<TargetPicker, Operation>>builder()
                .addAll(networks())
                .addAll(interfaces())
                .build();
    }

    private static ImmutableList<Function<TargetPicker, Operation>> networks() {
        return ImmutableList.of(
                picks -> CreateVpc.of(
                        "wrong",
                        picks.choice()
                                .of(
                                        "169.254.0.0/16",
                                        "172.17.0.0/16",
                                        "10.0.0.0/15",
                                        "192.168.0.0/29",
                                        "127.0.0.0/16")),
                picks -> AssociateVpcCidrBlock.of("odd")
                        .withIpv6CidrBlock(picks.choice().of("2001:db8:7::/57", "2001:db8:7::/40", "2001:db8:2::/56")),
                picks -> AssociateVpcCidrBlock.of("odd")
                        .withCidrBlock(
                                picks.choice().of("10.250.0.0/16", "172.16.0.0/16", "198.19.0.0/16", "10.251.0.0/16")),
                picks -> subnet(picks),
                picks -> CreateSubnet.of("odd/new", "odd", "us-east-1x").withCidrBlock("10.250.8.0/24"),
                picks -> subnet(picks).withCidrBlock("2001:db8:2:8::/64"),
                picks -> subnet(picks)
                        .withCidrBlock(picks.choice().of("10.250.8.0/29", "10.249.0.0/24", "10.250.0.0/25")),
                picks -> subnet(picks)
                        .withCidrBlock("10.250.8.0/24")
                        .withIpv6CidrBlock(
                                picks.choice().of("2001:db8:2:8::/66", "2001:db8:2::/64", "2001:db8:9::/64")),
                picks -> subnet(picks).withIpv6Native(true),
                picks -> subnet(picks).withIpv6Native(true).withCidrBlock("10.250.8.0/24"),
                picks ->
                        AssociateSubnetCidrBlock.of("odd/b", picks.choice().of("2001:db8:2:9::/65", "2001:db8:2::/64")),
                picks -> CreateSecurityGroup.of("odd/new", "odd")
                        .withGroupName(picks.choice().of("sg-1", "", "g1", "n".repeat(256), "why?", "default"))
                        .withDescription("wrong"),
                picks -> CreateSecurityGroup.of("odd/new", "odd")
                        .withDescription(picks.choice().of("", "why?")),
                picks -> AuthorizeSecurityGroupIngress.of("odd/g1"),
                picks -> DisassociateSecurityGroupVpc.of("odd/g6", "odd/next"),
                picks -> AssociateElasticIp.of(
                        "odd/ip",
                        picks.one(
                                picks.plan().enis(),
                                eni -> eni.privateIpAddresses().isEmpty())),
                picks -> ModifyEni.of(picks.one(
                                picks.plan().enis(),
                                eni -> eni.primaryIpv6Address().isPresent()))
                        .withEnablePrimaryIpv6(false),
                picks -> subnet(picks)
                        .withIpv6Native(true)
                        .withCidrBlock("10.250.8.0/24")
                        .withIpv6CidrBlock("10.250.9.0/24"));
    }

    private static CreateSubnet subnet(TargetPicker picks) {
        return CreateSubnet.of("odd/new", "odd", picks.choice().of("eu-west-1a", "eu-west-1b"));
    }

    private static ImmutableList<Function<TargetPicker, Operation>> interfaces() {
        return ImmutableList.of(
                picks -> AssignPrivateIpAddresses.of("odd/many")
                        .plusIpv4Prefix(picks.choice()
                                .of(
                                        "10.250.0.96/27",
                                        "10.250.0.0/28",
                                        "10.250.0.240/28",
                                        "10.250.0.64/28",
                                        "10.250.7.0/28")),
                picks -> AssignIpv6Addresses.of("odd/many")
                        .plusIpv6Prefix(picks.choice()
                                .of("2001:db8:2::/80", "2001:db8:9::/80", "2001:db8:2:0:1::/80", "2001:db8:2::/96")),
                picks -> AssignIpv6Addresses.of("odd/pair")
                        .plusIpv6Prefix(picks.choice().of("2001:db8:2:0:1::/80", "2001:db8:2:0:ffff::/80")),
                picks -> AssignIpv6Addresses.of("odd/pair")
                        .plusIpv6Address(picks.choice().of("2001:db8:2::1", "2001:db8:2::20", "2001:db8:9::9")),
                picks -> eni().plusIpv6Address("2001:db8:2::77").plusIpv6Address("2001:db8:2::77"),
                picks -> eni().withPrivateIpAddress("10.250.0.77").plusSecondaryPrivateIpAddress("10.250.0.77"),
                picks -> eni().withSecurityGroups("odd/g1", "odd/g2", "odd/g3", "odd/g4", "odd/g5", "odd/g6"),
                picks -> eni().withSecurityGroups(picks.group()),
                picks -> eni().withDescription("n".repeat(picks.choice().of(255, 256))),
                picks -> AssociateTrunkInterface.of(picks.choice().of("odd/pair", "odd/far"), "odd/trunk")
                        .withVlanId(picks.choice().of(1, 1, 2, 4095)),
                picks -> TagResource.of(EniId.of("odd/tagged"), picks.choice().of("t1", "one more"), "x"));
    }

    private static CreateEni eni() {
        return CreateEni.of("odd/new", "odd/a");
    }
}
