package io.enikit.json.gathered;

import io.enikit.json.Origin;
import io.enikit.json.text.Slice;
import io.enikit.model.AddressDemand;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SubnetDemand;
import io.enikit.model.SubnetId;
import io.enikit.model.VpcId;
import io.enikit.net.IpFamily;
import io.enikit.rules.RuleInfo;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Blocks of subnets that are not known, but which part of another one they are.
 *
 * <p>Two parts of one block overlap or do not, whatever that block turns out to be.
 */
public final class OpenBlocks {
    private static final int SMALLEST_IPV4_BITS = 4;
    private static final int LARGEST_IPV4_BITS = 16;
    private static final int SMALLEST_IPV6_BITS = 64;
    private static final int LARGEST_IPV6_BITS = 84;
    private static final int IPV6_STEP = 4;
    private static final int PREFIX_BITS = IpFamily.IPV4.bits() - Eni.IPV4_PREFIX_LENGTH;
    private static final BigInteger KEPT_BY_EC2 = BigInteger.valueOf(5);

    private final List<Block> blocks = new ArrayList<>();

    private record Block(SubnetId subnet, IpFamily family, Slice slice, Origin origin) {
        /** Returns the end, which is not in the block; of one whose size is not known, the start. */
        BigInteger end() {
            return slice.bits().isEmpty()
                    ? slice.offset()
                    : slice.offset().add(BigInteger.ONE.shiftLeft(slice.bits().getAsInt()));
        }

        @Override
        public String toString() {
            if (slice.bits().isEmpty()) {
                return slice.root();
            }
            int bits = slice.bits().getAsInt();
            return "/" + (family.bits() - bits) + " number " + slice.offset().shiftRight(bits) + " of " + slice.root();
        }
    }

    /** Blocks that can be compared. */
    private record Group(VpcId vpc, IpFamily family, String root) implements Comparable<Group> {
        private static final Comparator<Group> ORDER =
                Comparator.comparing(Group::vpc).thenComparing(Group::family).thenComparing(Group::root);

        @Override
        public int compareTo(Group other) {
            return ORDER.compare(this, other);
        }
    }

    public void add(SubnetId subnet, IpFamily family, Slice slice, Origin origin) {
        blocks.add(new Block(subnet, family, slice, origin));
    }

    void addAll(OpenBlocks other) {
        blocks.addAll(other.blocks);
    }

    void check(NetworkPlan plan, Collector collector) {
        Map<Group, List<Block>> groups = new TreeMap<>();
        for (Block each : blocks) {
            checkSize(each, collector);
            checkRoom(each, plan, collector);
            plan.subnet(each.subnet)
                    .ifPresent(subnet -> groups.computeIfAbsent(
                                    new Group(subnet.vpcId(), each.family, each.slice.root()),
                                    same -> new ArrayList<>())
                            .add(each));
        }
        groups.values().forEach(group -> checkOverlaps(group, collector));
    }

    private static void checkSize(Block block, Collector collector) {
        if (block.slice.bits().isEmpty()) {
            return;
        }
        int bits = block.slice.bits().getAsInt();
        boolean isIpv4 = block.family == IpFamily.IPV4;
        boolean fits = isIpv4
                ? bits >= SMALLEST_IPV4_BITS && bits <= LARGEST_IPV4_BITS
                : bits >= SMALLEST_IPV6_BITS && bits <= LARGEST_IPV6_BITS && bits % IPV6_STEP == 0;
        if (!fits) {
            collector.report(
                    isIpv4 ? ReadRules.IPV4_SIZE : ReadRules.IPV6_SIZE,
                    block.subnet,
                    "its block is to be a /" + (block.family.bits() - bits),
                    isIpv4 ? "use a /16 to a /28" : "use a /44 to a /64, in steps of 4",
                    block.origin);
        }
    }

    /** Counts what is in a subnet of which no more than the size is known. */
    private static void checkRoom(Block block, NetworkPlan plan, Collector collector) {
        if (block.family != IpFamily.IPV4
                || block.slice.bits().isEmpty()
                || plan.subnet(block.subnet).isEmpty()) {
            return;
        }
        BigInteger taken = BigInteger.ZERO;
        for (Eni each : plan.enisIn(block.subnet)) {
            taken = taken.add(BigInteger.valueOf(each.privateIpAddresses().size()))
                    .add(BigInteger.valueOf(each.ipv4Prefixes().size()).shiftLeft(PREFIX_BITS))
                    .add(units(each.addressDemand()));
        }
        for (SubnetDemand each : plan.subnetDemandsOn(block.subnet)) {
            taken = each.subnets().size() == 1 ? taken.add(units(each.addresses())) : taken;
        }
        BigInteger room =
                BigInteger.ONE.shiftLeft(block.slice.bits().getAsInt()).subtract(KEPT_BY_EC2);
        if (taken.compareTo(room) > 0) {
            collector.report(
                    ReadRules.SUBNET_ROOM,
                    block.subnet,
                    taken + " IPv4 addresses are to be in it, and it has room for " + room.max(BigInteger.ZERO),
                    "use a larger subnet, or another one",
                    block.origin);
        }
    }

    private static BigInteger units(AddressDemand demand) {
        return BigInteger.valueOf(demand.ipv4Prefixes())
                .shiftLeft(PREFIX_BITS)
                .add(BigInteger.valueOf(demand.ipv4Addresses()));
    }

    /** Compares each block with the one before it that reaches furthest. */
    private static void checkOverlaps(List<Block> group, Collector collector) {
        List<Block> sorted = new ArrayList<>(group);
        sorted.sort(Comparator.comparing((Block each) -> each.slice.offset()).thenComparing(Block::subnet));
        Optional<Block> furthest = Optional.empty();
        for (Block each : sorted) {
            furthest.filter(before -> before.slice.overlaps(each.slice) && !before.subnet.equals(each.subnet))
                    .ifPresent(before -> report(before, each, collector));
            if (furthest.isEmpty() || isFurther(each, furthest.get())) {
                furthest = Optional.of(each);
            }
        }
    }

    private static boolean isFurther(Block block, Block other) {
        return block.slice.bits().isEmpty()
                || (other.slice.bits().isPresent() && block.end().compareTo(other.end()) > 0);
    }

    private static void report(Block one, Block other, Collector collector) {
        boolean isLater = one.subnet.compareTo(other.subnet) > 0;
        Block subject = isLater ? one : other;
        Block with = isLater ? other : one;
        RuleInfo rule = subject.family == IpFamily.IPV4 ? ReadRules.IPV4_OVERLAP : ReadRules.IPV6_OVERLAP;
        collector.report(
                rule,
                subject.subnet,
                subject + " overlaps " + with + ", the block of subnet \"" + with.subnet + "\"",
                "use a free part of the VPC's block",
                subject.origin);
    }
}
