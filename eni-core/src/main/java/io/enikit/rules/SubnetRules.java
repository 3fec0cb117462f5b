package io.enikit.rules;

import static io.enikit.model.ResourceKind.SUBNET;
import static io.enikit.model.ResourceKind.VPC;
import static io.enikit.rules.Evidence.INFERRED;
import static io.enikit.rules.Evidence.SEEN;
import static io.enikit.rules.Phase.ADDRESSES;
import static io.enikit.rules.Phase.IDS;
import static io.enikit.rules.Phase.SHAPE;
import static io.enikit.rules.Phase.STATE;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.enikit.internal.PlanAccess;
import io.enikit.internal.ShortList;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** The rules on subnets and their blocks. */
final class SubnetRules {
    private static final int LARGEST = 16;
    private static final int SMALLEST = 28;
    private static final int LARGEST_IPV6 = 44;
    private static final int SMALLEST_IPV6 = 64;
    private static final int IPV6_STEP = 4;
    static final ImmutableList<Rule<?>> ALL = ImmutableList.of(
            RuleInfo.of("subnet.vpc.exists", IDS)
                    .withSummary("The VPC of a subnet exists.")
                    .documented("Error codes for the Amazon EC2 API")
                    .withMessage("The vpc ID '{vpc}' does not exist")
                    .withCatalogIds("VPC-404")
                    .withCode("InvalidVpcID.NotFound", SEEN)
                    .withNeeds(Fact.EXISTENCE)
                    .rule(Subnet.class, SubnetRules::vpcExists)
                    .lookingAt(VPC),
            RuleInfo.of("subnet.cidr.required", SHAPE)
                    .withSummary("A subnet has an IPv4 block, unless it is IPv6-native.")
                    .documented("CreateSubnet")
                    // cloudposse/terraform-aws-vpc#118, terraform-provider-aws#42414
                    .withMessage("Either 'cidrBlock' or 'ipv4IpamPoolId' should be provided.")
                    .withCode("MissingParameter", SEEN)
                    .withNeeds(Fact.SUBNET_IPV4_BLOCK, Fact.SUBNET_IPV6_BLOCK)
                    .rule(Subnet.class, SubnetRules::blockRequired)
                    .lookingAt(),
            RuleInfo.of("subnet.cidr.size", ADDRESSES)
                    .withSummary("The IPv4 block of a subnet is a /16 to a /28.")
                    .documented("Subnet CIDR blocks")
                    .withMessage("The CIDR '{cidr}' is invalid.")
                    .withCatalogIds("SUBNET-SIZE")
                    .withCode("InvalidSubnet.Range", SEEN)
                    .rule(Subnet.class, SubnetRules::size)
                    .lookingAt(),
            RuleInfo.of("subnet.ipv6-cidr.size", ADDRESSES)
                    .withSummary("The IPv6 block of a subnet is a /44 to a /64, in steps of 4.")
                    .documented("Compare IPv4 and IPv6")
                    .withMessage("invalid value for parameter ipv6-cidr-block: {ipv6Cidr}")
                    .withCatalogIds("SUBNET-V6-SIZE")
                    .withCode("InvalidParameterValue", INFERRED)
                    .rule(Subnet.class, SubnetRules::ipv6Size)
                    .lookingAt(),
            RuleInfo.of("subnet.ipv6-native.block", SHAPE)
                    .withSummary("An IPv6-native subnet has an IPv6 block.")
                    .seen("an answer of EC2")
                    .withMessage("Either 'ipv6CidrBlock' or 'ipv6IpamPoolId' should be provided.")
                    .withCatalogIds("SUBNET-V6NATIVE-NEEDS-V6")
                    .withCode("MissingParameter")
                    .withNeeds(Fact.SUBNET_IPV6_BLOCK)
                    .rule(Subnet.class, SubnetRules::nativeBlock)
                    .lookingAt(),
            RuleInfo.of("subnet.ipv6-native.no-ipv4", SHAPE)
                    .withSummary("An IPv6-native subnet has no IPv4 block.")
                    .seen("an answer of EC2")
                    .withMessage(
                            "When specifying ipv4 parameters, cidrBlock or ipv4IpamPoolId, you cannot set ipv6Native to true.")
                    .withCatalogIds("SUBNET-V6NATIVE-NO-V4")
                    .withCode("InvalidParameterCombination")
                    .rule(Subnet.class, SubnetRules::nativeWithoutIpv4)
                    .lookingAt(),
            RuleInfo.of("subnet.auto-ipv6", STATE)
                    .withSummary("Only a subnet with an IPv6 block gives new interfaces an IPv6 address.")
                    .documented("ModifySubnetAttribute")
                    .withMessage(
                            "Invalid value 'true' for assign-ipv6-address-on-creation. Cannot set assign-ipv6-address-on-creation to true unless the subnet ({subnet}) has an IPv6 CIDR block associated with it.")
                    .withCatalogIds("SUBNET-AUTOV6")
                    .withCode("InvalidParameterValue", SEEN)
                    .withNeeds(Fact.SUBNET_IPV6_BLOCK)
                    .rule(Subnet.class, SubnetRules::autoIpv6)
                    .lookingAt(),
            RuleInfo.of("subnet.cidr.in-vpc", ADDRESSES)
                    .withSummary("The IPv4 block of a subnet is inside one block of its VPC, not across two.")
                    .documented("Subnet CIDR blocks")
                    .withMessage("The CIDR '{cidr}' is invalid.")
                    .withCatalogIds("SUBNET-IN-VPC")
                    .withCode("InvalidSubnet.Range", SEEN)
                    .withSilentBehind("subnet.vpc.exists")
                    .withNeeds(Fact.VPC_IPV4_BLOCKS)
                    .rule(Subnet.class, (subnet, plan, faults) -> inVpc(IpFamily.IPV4, subnet, plan, faults))
                    .lookingAt(VPC),
            RuleInfo.of("subnet.ipv6-cidr.in-vpc", ADDRESSES)
                    .withSummary("The IPv6 block of a subnet is inside one block of its VPC, not across two.")
                    .documented("Subnet CIDR blocks")
                    .withMessage("The IPv6 CIDR '{ipv6Cidr}' is invalid.")
                    .withCatalogIds("SUBNET-V6-IN-VPC")
                    .withCode("InvalidSubnet.Range", SEEN)
                    .withSilentBehind("subnet.vpc.exists")
                    .withNeeds(Fact.VPC_IPV6_BLOCKS)
                    .rule(Subnet.class, (subnet, plan, faults) -> inVpc(IpFamily.IPV6, subnet, plan, faults))
                    .lookingAt(VPC),
            RuleInfo.of("subnet.cidr.overlap", ADDRESSES)
                    .withSummary("The IPv4 blocks of the subnets of a VPC do not overlap.")
                    .documented("Subnet CIDR blocks")
                    .withMessage("The CIDR '{cidr}' conflicts with another subnet")
                    .withCatalogIds("SUBNET-OVERLAP")
                    .withCode("InvalidSubnet.Conflict", SEEN)
                    .rule(Subnet.class, (subnet, plan, faults) -> overlap(IpFamily.IPV4, subnet, plan, faults))
                    .lookingAt(SUBNET),
            RuleInfo.of("subnet.ipv6-cidr.overlap", ADDRESSES)
                    .withSummary("The IPv6 blocks of the subnets of a VPC do not overlap.")
                    .documented("Subnet CIDR blocks")
                    .withMessage("The IPv6 CIDR '{ipv6Cidr}' conflicts with another subnet")
                    .withCatalogIds("SUBNET-V6-IN-VPC")
                    .withCode("InvalidSubnet.Conflict", SEEN)
                    .rule(Subnet.class, (subnet, plan, faults) -> overlap(IpFamily.IPV6, subnet, plan, faults))
                    .lookingAt(SUBNET));

    private SubnetRules() {}

    private static void vpcExists(Subnet subnet, NetworkPlan plan, Faults faults) {
        if (plan.vpc(subnet.vpcId()).isEmpty()) {
            faults.add("the VPC \"" + subnet.vpcId() + "\" does not exist", "add the VPC, or name one that exists");
        }
    }

    private static void blockRequired(Subnet subnet, NetworkPlan plan, Faults faults) {
        if (!subnet.ipv6Native() && subnet.cidrBlock().isEmpty()) {
            faults.add(
                    "it has no IPv4 block and is not IPv6-native",
                    "give it a block of its VPC, or make it IPv6-native");
        }
    }

    private static void size(Subnet subnet, NetworkPlan plan, Faults faults) {
        @Nullable Cidr block = subnet.cidrBlock().orElse(null);
        if (block != null
                && (block.family() != IpFamily.IPV4
                        || block.prefixLength() < LARGEST
                        || block.prefixLength() > SMALLEST)) {
            faults.add(
                    block + " is a /" + block.prefixLength() + ", a subnet has an IPv4 block of /16 to /28",
                    "use a length of 16 to 28");
        }
    }

    private static void ipv6Size(Subnet subnet, NetworkPlan plan, Faults faults) {
        @Nullable Cidr block = subnet.ipv6CidrBlock().orElse(null);
        if (block != null && !isIpv6Length(block.prefixLength())) {
            faults.add(
                    block + " is a /" + block.prefixLength()
                            + ", a subnet has an IPv6 block of /44, /48, /52, /56, /60 or /64",
                    "use one of these lengths, /64 as a rule");
        }
    }

    private static boolean isIpv6Length(int length) {
        return length >= LARGEST_IPV6 && length <= SMALLEST_IPV6 && length % IPV6_STEP == 0;
    }

    private static void nativeBlock(Subnet subnet, NetworkPlan plan, Faults faults) {
        if (subnet.ipv6Native() && subnet.ipv6CidrBlock().isEmpty()) {
            faults.add("it is IPv6-native and has no IPv6 block", "give it an IPv6 block of its VPC");
        }
    }

    private static void nativeWithoutIpv4(Subnet subnet, NetworkPlan plan, Faults faults) {
        if (subnet.ipv6Native() && subnet.cidrBlock().isPresent()) {
            faults.add(
                    "it is IPv6-native and has the IPv4 block "
                            + subnet.cidrBlock().get(),
                    "leave the IPv4 block out, or ipv6Native off");
        }
    }

    private static void autoIpv6(Subnet subnet, NetworkPlan plan, Faults faults) {
        if (subnet.assignIpv6AddressOnCreation()
                && !subnet.ipv6Native()
                && subnet.ipv6CidrBlock().isEmpty()) {
            faults.add(
                    "assignIpv6AddressOnCreation is on and it has no IPv6 block",
                    "give it an IPv6 block, or leave the setting off");
        }
    }

    private static void inVpc(IpFamily family, Subnet subnet, NetworkPlan plan, Faults faults) {
        Optional<Vpc> vpc = plan.vpc(subnet.vpcId());
        Optional<Cidr> block = subnet.cidrBlock(family);
        if (vpc.isPresent()
                && block.isPresent()
                && vpc.get().blockAround(block.get()).isEmpty()) {
            faults.add(
                    block.get() + " is not inside one block of VPC \"" + subnet.vpcId() + "\", which has " + "["
                            + ShortList.of(vpc.get().cidrBlocks(family)) + "]",
                    "use a part of one of the VPC's blocks");
        }
    }

    private static void overlap(IpFamily family, Subnet subnet, NetworkPlan plan, Faults faults) {
        Optional<Cidr> block = subnet.cidrBlock(family);
        if (block.isPresent()) {
            SortedSet<SubnetId> before = PlanAccess.get()
                    .subnetsOverlapping(plan, subnet.vpcId(), family, block.get())
                    .headSet(subnet.id());
            if (!before.isEmpty()) {
                faults.add(overlapping(family, subnet, block.get(), before, plan));
            }
        }
    }

    /** One fault for all subnets in the way: there may be as many as the plan has. */
    private static Fault overlapping(
            IpFamily family, Subnet subnet, Cidr block, SortedSet<SubnetId> others, NetworkPlan plan) {
        Fault fault = Fault.of(
                        overlapping(block, others.first(), family, plan) + ShortList.andMore(others.size() - 1),
                        "use a free part of the VPC's block")
                .withExcess(others.size());
        for (SubnetId other : Iterables.limit(others, ShortList.MOST)) {
            Cidr otherBlock = blockOf(other, family, plan);
            fault = fault.plusOther(other, otherBlock + " overlaps " + block + " of subnet \"" + subnet.id() + "\"");
        }
        return fault;
    }

    private static String overlapping(Cidr block, SubnetId other, IpFamily family, NetworkPlan plan) {
        return block + " overlaps " + blockOf(other, family, plan) + " of subnet \"" + other + "\"";
    }

    private static Cidr blockOf(SubnetId subnet, IpFamily family, NetworkPlan plan) {
        return plan.subnet(subnet).flatMap(each -> each.cidrBlock(family)).orElseThrow();
    }
}
