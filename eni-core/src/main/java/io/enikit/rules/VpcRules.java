package io.enikit.rules;

import static io.enikit.rules.Evidence.INFERRED;
import static io.enikit.rules.Evidence.SEEN;
import static io.enikit.rules.Phase.ADDRESSES;
import static io.enikit.rules.Phase.LIMITS;
import static io.enikit.rules.Phase.SHAPE;

import com.google.common.collect.ImmutableList;
import io.enikit.internal.PlanAccess;
import io.enikit.internal.ShortList;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;

/** The rules on VPCs and their blocks. */
final class VpcRules {
    private static final Cidr DOCKER = Cidr.parse("172.17.0.0/16");
    private static final Cidr LINK_LOCAL = Cidr.parse("169.254.0.0/16");
    private static final int LARGEST = 16;
    private static final int SMALLEST = 28;
    private static final int LARGEST_IPV6 = 44;
    private static final int SMALLEST_IPV6 = 60;
    private static final int IPV6_STEP = 4;
    static final ImmutableList<Rule<?>> ALL = ImmutableList.of(
            RuleInfo.of("vpc.cidr.docker", ADDRESSES)
                    .withSummary("A VPC keeps clear of 172.17.0.0/16, which some AWS services use inside of hosts.")
                    .documented("VPC CIDR blocks")
                    .withCatalogIds("VPC-CIDR-17217")
                    .withSeverity(Severity.ADVICE)
                    .rule(Vpc.class, VpcRules::docker)
                    .lookingAt(),
            RuleInfo.of("vpc.cidr.link-local", ADDRESSES)
                    .withSummary("No block of a VPC is in 169.254.0.0/16.")
                    .documented("VPC CIDR blocks")
                    .withMessage("The CIDR '{detail}' is invalid.")
                    .withCatalogIds("VPC-CIDR-LINKLOCAL")
                    .withCode("InvalidVpc.Range", INFERRED)
                    .rule(Vpc.class, VpcRules::linkLocal)
                    .lookingAt(),
            RuleInfo.of("vpc.cidr.overlap", ADDRESSES)
                    .withSummary("The blocks of a VPC do not overlap.")
                    .documented("VPC CIDR blocks")
                    .withCatalogIds("VPC-CIDR2-OVERLAP")
                    .withCode("CidrConflict", SEEN)
                    .rule(Vpc.class, VpcRules::overlap)
                    .lookingAt(),
            RuleInfo.of("vpc.cidr.required", SHAPE)
                    .withSummary("A VPC has an IPv4 block, even if its subnets are IPv6-native.")
                    .documented("CreateVpc")
                    .withCatalogIds("VPC-CIDR-REQUIRED")
                    // cloudposse/terraform-aws-vpc#118, terraform-provider-aws#42414
                    .withMessage("Either 'cidrBlock' or 'ipv4IpamPoolId' should be provided.")
                    .withCode("MissingParameter", SEEN)
                    .withNeeds(Fact.VPC_IPV4_BLOCKS)
                    .rule(Vpc.class, VpcRules::required)
                    .lookingAt(),
            RuleInfo.of("vpc.cidr.restricted", ADDRESSES)
                    .withSummary(
                            "Beside its primary block a VPC has blocks of the same private range, of 100.64.0.0/10 or public ones, less those that AWS keeps.")
                    .documented("VPC CIDR blocks")
                    .withMessage(
                            "The CIDR '{detail}' is restricted. Use a CIDR from the same private address range as the current VPC CIDR, or use a publicly-routable CIDR.")
                    .withCatalogIds(
                            "VPC-CIDR2-10", "VPC-CIDR2-172", "VPC-CIDR2-192", "VPC-CIDR2-19819", "VPC-CIDR2-PUBLIC")
                    .withCode("InvalidVpc.Range", SEEN)
                    .rule(Vpc.class, VpcRules::restricted)
                    .lookingAt(),
            RuleInfo.of("vpc.cidr.size", ADDRESSES)
                    .withSummary("An IPv4 block of a VPC is a /16 to a /28.")
                    .documented("VPC CIDR blocks")
                    .withMessage("The CIDR '{detail}' is invalid.")
                    .withCatalogIds("VPC-CIDR-SIZE")
                    .withCode("InvalidVpc.Range", SEEN)
                    .rule(Vpc.class, VpcRules::size)
                    .lookingAt(),
            RuleInfo.of("vpc.ipv6-cidr.size", ADDRESSES)
                    .withSummary("An IPv6 block of a VPC is a /44 to a /60, in steps of 4.")
                    .documented("Compare IPv4 and IPv6")
                    .withCatalogIds("VPC-V6-SIZE", "VPC-V6-AMAZON")
                    .rule(Vpc.class, VpcRules::ipv6Size)
                    .lookingAt(),
            RuleInfo.of("vpc.default.one", LIMITS)
                    .withSummary("An account has no more than one default VPC in a Region that is known.")
                    .documented("Default VPCs")
                    .withMessage("A Default VPC already exists for this account in this region.")
                    .withCatalogIds("VPC-DEFAULT")
                    .withCode("DefaultVpcAlreadyExists")
                    .rule(NetworkPlan.class, VpcRules::oneDefault));

    private VpcRules() {}

    private static void docker(Vpc vpc, NetworkPlan plan, Faults faults) {
        blocksIn(DOCKER, ", which Docker and the AWS services built on it use", "use another block", vpc, faults);
    }

    private static void linkLocal(Vpc vpc, NetworkPlan plan, Faults faults) {
        blocksIn(
                LINK_LOCAL,
                ", the link-local addresses",
                "use a block of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16",
                vpc,
                faults);
    }

    private static void blocksIn(Cidr range, String what, String hint, Vpc vpc, Faults faults) {
        for (Cidr block : vpc.cidrBlocks()) {
            if (range.contains(block)) {
                faults.add(Fault.of(block + " is in " + range + what, hint).withDetail(block));
            }
        }
    }

    private static void overlap(Vpc vpc, NetworkPlan plan, Faults faults) {
        overlapping(vpc.cidrBlocks(), faults);
        overlapping(vpc.ipv6CidrBlocks(), faults);
    }

    private static void overlapping(List<Cidr> blocks, Faults faults) {
        EarlierBlocks earlier = new EarlierBlocks(blocks.size());
        for (Cidr block : blocks) {
            Optional<Cidr> first = earlier.firstOverlapping(block);
            if (first.isPresent()) {
                faults.add(
                        Fault.of(block + " overlaps " + first.get() + ", which the VPC has already", "use a free block")
                                .withDetail(block));
            }
            earlier.add(block);
        }
    }

    private static void required(Vpc vpc, NetworkPlan plan, Faults faults) {
        if (vpc.cidrBlocks().isEmpty()) {
            faults.add("it has no IPv4 block", "give it one of /16 to /28");
        }
    }

    private static void restricted(Vpc vpc, NetworkPlan plan, Faults faults) {
        List<Cidr> blocks = vpc.cidrBlocks();
        if (blocks.size() < 2) {
            return;
        }
        RestrictedBlocks closed = new RestrictedBlocks(blocks.get(0));
        for (Cidr block : blocks.subList(1, blocks.size())) {
            closed.around(block)
                    .ifPresent(range -> faults.add(Fault.of(
                                    block + " is in " + range + ", which is restricted in a VPC whose first block is "
                                            + blocks.get(0),
                                    "use a block of the same private range, of 100.64.0.0/10, or a publicly routable one")
                            .withDetail(block)));
            closed.add(block);
        }
    }

    private static void size(Vpc vpc, NetworkPlan plan, Faults faults) {
        for (Cidr block : vpc.cidrBlocks()) {
            if (block.family() != IpFamily.IPV4 || block.prefixLength() < LARGEST || block.prefixLength() > SMALLEST) {
                faults.add(Fault.of(
                                block + " is a /" + block.prefixLength() + ", a VPC has IPv4 blocks of /16 to /28",
                                "use a length of 16 to 28")
                        .withDetail(block));
            }
        }
    }

    private static void ipv6Size(Vpc vpc, NetworkPlan plan, Faults faults) {
        for (Cidr block : vpc.ipv6CidrBlocks()) {
            int length = block.prefixLength();
            if (length < LARGEST_IPV6 || length > SMALLEST_IPV6 || length % IPV6_STEP != 0) {
                faults.add(Fault.of(
                                block + " is a /" + length + ", a VPC has IPv6 blocks of /44, /48, /52, /56 or /60",
                                "use one of these lengths; a block that Amazon provides is a /56")
                        .withDetail(block));
            }
        }
    }

    /** Only of VPCs that are known to be in one Region it is certain that they are one too many. */
    private static void oneDefault(NetworkPlan whole, NetworkPlan plan, Faults faults) {
        SortedSet<VpcId> all = PlanAccess.get().defaultVpcs(plan);
        if (all.size() < 2) {
            return;
        }
        Map<String, List<VpcId>> byPlace = new TreeMap<>();
        for (VpcId id : all) {
            Vpc vpc = plan.vpc(id).orElseThrow();
            plan.regionOf(vpc)
                    .map(name -> "in " + name
                            + vpc.ownerId().map(" of account "::concat).orElse(""))
                    .ifPresent(place -> byPlace.computeIfAbsent(place, unseen -> new ArrayList<>())
                            .add(vpc.id()));
        }
        byPlace.forEach((place, defaults) -> {
            if (defaults.size() > 1) {
                faults.add(Fault.of(
                                defaults.size() + " default VPCs " + place + ", an account has one in a Region: ["
                                        + ShortList.of(defaults) + "]",
                                "leave defaultVpc off on all but one")
                        .withDetail(place)
                        .withExcess(defaults.size() - 1));
            }
        });
    }
}
