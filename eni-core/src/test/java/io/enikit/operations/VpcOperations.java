package io.enikit.operations;

import io.enikit.model.CidrReservation;
import io.enikit.model.ConnectionTracking;
import io.enikit.model.InterfaceType;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Calls about VPCs, subnets and trunks at random, on the few names that the properties use. */
final class VpcOperations {
    private VpcOperations() {}

    static Arbitrary<Operation> any() {
        return Arbitraries.oneOf(onVpcs(), onSubnets(), onTrunks(), onInterfaces(), onGroups());
    }

    private static Arbitrary<String> eni() {
        return Arbitraries.of("p", "q", "r", "s", "t", "trunk");
    }

    private static Arbitrary<Operation> onTrunks() {
        return Arbitraries.oneOf(
                Combinators.combine(
                                eni(),
                                Arbitraries.of("trunk", "trunk", "p"),
                                Arbitraries.integers().between(0, 2))
                        .as((branch, trunk, vlan) ->
                                AssociateTrunkInterface.of(branch, trunk).withVlanId(vlan)),
                Combinators.combine(eni(), Arbitraries.of("trunk", "p"))
                        .as((branch, trunk) ->
                                AssociateTrunkInterface.of(branch, trunk).withGreKey(1)),
                eni().map(DisassociateTrunkInterface::of),
                subnet().map(subnet -> CreateEni.of("trunk", subnet).withInterfaceType(InterfaceType.TRUNK)));
    }

    private static Arbitrary<Operation> onInterfaces() {
        return Combinators.combine(eni(), Arbitraries.of(20, 30, 60, 80))
                .as((eni, seconds) -> ModifyEni.of(eni)
                        .withConnectionTracking(ConnectionTracking.defaults().withUdpTimeout(seconds)));
    }

    private static Arbitrary<Operation> onGroups() {
        return Combinators.combine(Arbitraries.of("g", "h", "default"), vpc(), Arbitraries.of(true, false))
                .as((group, vpc, on) ->
                        on ? AssociateSecurityGroupVpc.of(group, vpc) : DisassociateSecurityGroupVpc.of(group, vpc));
    }

    private static Arbitrary<String> vpc() {
        return Arbitraries.of("v", "w", "new");
    }

    private static Arbitrary<String> subnet() {
        return Arbitraries.of("p", "q", "r", "s", "nowhere");
    }

    private static Arbitrary<String> block() {
        return Arbitraries.of(
                "10.0.0.0/24",
                "10.0.0.0/16",
                "10.1.0.0/28",
                "10.2.0.0/16",
                "192.168.0.0/24",
                "169.254.0.0/24",
                "10.0.0.1/8");
    }

    private static Arbitrary<String> ipv6Block() {
        return Arbitraries.of("2001:db8::/56", "2001:db8::/60", "2001:db8::/64", "2001:db8:0:1::/64", "2001:db8::/62");
    }

    private static Arbitrary<Operation> onVpcs() {
        return Arbitraries.oneOf(
                Combinators.combine(vpc(), block()).as((vpc, block) -> CreateVpc.of(vpc, block)),
                vpc().map(DeleteVpc::of),
                Combinators.combine(vpc(), block())
                        .as((vpc, block) -> AssociateVpcCidrBlock.of(vpc).withCidrBlock(block)),
                Combinators.combine(vpc(), ipv6Block())
                        .as((vpc, block) -> AssociateVpcCidrBlock.of(vpc).withIpv6CidrBlock(block)),
                vpc().map(vpc -> AssociateVpcCidrBlock.of(vpc).withAmazonProvidedIpv6CidrBlock(true)),
                Combinators.combine(vpc(), Arbitraries.of("10.0.0.0/24", "10.2.0.0/16", "2001:db8::/56"))
                        .as(DisassociateVpcCidrBlock::of),
                vpc().map(AttachInternetGateway::of),
                vpc().map(DetachInternetGateway::of));
    }

    private static Arbitrary<Operation> onSubnets() {
        return Arbitraries.oneOf(
                Combinators.combine(
                                subnet(),
                                vpc(),
                                Arbitraries.of("eu-west-1a", "eu-west-1b", "x"),
                                Arbitraries.of(
                                        "10.0.0.0/28", "10.0.0.32/28", "10.0.0.0/27", "10.1.0.0/28", "10.2.0.0/29"))
                        .as((subnet, vpc, zone, block) ->
                                CreateSubnet.of(subnet, vpc, zone).withCidrBlock(block)),
                Combinators.combine(subnet(), vpc(), ipv6Block())
                        .as((subnet, vpc, block) -> CreateSubnet.of(subnet, vpc, "eu-west-1a")
                                .withIpv6CidrBlock(block)
                                .withIpv6Native(true)),
                subnet().map(DeleteSubnet::of),
                subnet().map(subnet -> ModifySubnet.of(subnet).withMapPublicIpOnLaunch(true)),
                Combinators.combine(subnet(), Arbitraries.of(true, false))
                        .as((subnet, on) -> ModifySubnet.of(subnet).withAssignIpv6AddressOnCreation(on)),
                Combinators.combine(subnet(), ipv6Block())
                        .as((subnet, block) -> AssociateSubnetCidrBlock.of(subnet, block)),
                Combinators.combine(subnet(), Arbitraries.of("2001:db8::/64", "2001:db8:0:1::/64"))
                        .as(DisassociateSubnetCidrBlock::of),
                Combinators.combine(
                                subnet(),
                                Arbitraries.of("10.0.0.0/28", "10.0.0.8/29", "10.0.0.16/29", "2001:db8::/80"),
                                Arbitraries.of(CidrReservation.Type.values()))
                        .as(CreateSubnetCidrReservation::of),
                Combinators.combine(subnet(), Arbitraries.of("10.0.0.0/28", "10.0.0.8/29"))
                        .as(DeleteSubnetCidrReservation::of));
    }
}
