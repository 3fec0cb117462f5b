package io.enikit.capacity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.math.IntMath;
import io.enikit.ipam.CidrLayout;
import io.enikit.model.CidrReservation;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import io.enikit.operations.AssociateVpcCidrBlock;
import io.enikit.operations.CreateSubnet;
import io.enikit.operations.CreateSubnetCidrReservation;
import io.enikit.operations.Ec2;
import io.enikit.operations.Operation;
import io.enikit.rules.Ec2Rules;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A further block for a VPC, from the shared address space 100.64.0.0/10, with a subnet for nodes in every zone. Immutable.
 *
 * <pre>{@code
 * SecondaryBlock block = SecondaryBlock.forNodes(plan, VpcId.of("main"), 50, AddressNeeds.forPods(m5, 29).orElseThrow())
 *         .orElseThrow();
 * block.layout().cidr("main/eu-west-1a/nodes");     // 100.64.0.0/21
 * ec2.apply(plan, block.operations()).isAccepted();  // true: it associates the block and creates the subnets
 * }</pre>
 */
public final class SecondaryBlock {
    private static final Cidr SHARED = Cidr.parse("100.64.0.0/10");
    private static final int SHORTEST = 16;
    private static final int LONGEST = 28;
    private static final int RESERVED_BY_EC2 = 5;
    private static final int MOST_TRIES = 512;
    private static final Ec2 EC2 = Ec2.enforcing(Ec2Rules.standard());

    private final CidrLayout layout;
    private final ImmutableList<Operation> operations;

    private SecondaryBlock(CidrLayout layout, List<Operation> operations) {
        this.layout = layout;
        this.operations = ImmutableList.copyOf(operations);
    }

    /**
     * Returns the smallest block that does for some nodes in each zone of a VPC.
     *
     * @param plan the plan
     * @param vpc the VPC
     * @param nodesPerZone how many nodes each zone takes, 1 or more
     * @param needs what each node needs
     * @return the block; empty if the VPC has no subnet and so no zone, if a zone needs more than a /16 has, or if EC2 would
     *     accept no such block, because of the other blocks of the VPC or the quota
     * @throws IllegalArgumentException if the number is less than 1
     */
    public static Optional<SecondaryBlock> forNodes(NetworkPlan plan, VpcId vpc, int nodesPerZone, AddressNeeds needs) {
        requireNonNull(plan, "plan");
        requireNonNull(vpc, "vpc");
        requireNonNull(needs, "needs");
        checkArgument(nodesPerZone >= 1, "%s nodes in each zone: expected 1 or more", nodesPerZone);
        NavigableSet<String> zones = new TreeSet<>();
        plan.subnetsOf(vpc).stream().map(Subnet::availabilityZone).forEach(zones::add);
        int ofZone = lengthFor(nodesPerZone, needs);
        int ofBlock = zones.isEmpty() ? 0 : ofZone - IntMath.log2(zones.size(), RoundingMode.CEILING);
        if (zones.isEmpty() || ofBlock < SHORTEST) {
            return Optional.empty();
        }
        for (int i = 0; i < MOST_TRIES; i++) {
            if (ofBlock - SHARED.prefixLength() < 31 && i >= 1 << (ofBlock - SHARED.prefixLength())) {
                break;
            }
            SecondaryBlock block = new SecondaryBlock(layout(SHARED.child(ofBlock, i), vpc, zones, ofZone), List.of());
            List<Operation> calls = block.calls(vpc, zones, needs);
            if (EC2.apply(plan, calls).isAccepted()) {
                return Optional.of(new SecondaryBlock(block.layout, calls));
            }
        }
        return Optional.empty();
    }

    /** Returns the length of the smallest block in which a zone's nodes fit, those of AWS's reserved addresses counted. */
    private static int lengthFor(int nodes, AddressNeeds needs) {
        long addresses = (long) nodes * needs.addresses() + RESERVED_BY_EC2;
        long prefixes = (long) nodes * needs.prefixes();
        for (int length = LONGEST; length >= SHORTEST; length--) {
            long size = 1L << (32 - length);
            long forPrefixes = prefixes == 0 ? 0 : reserved(prefixes);
            if (forPrefixes + addresses <= size && (prefixes == 0 || forPrefixes <= size / 2)) {
                return length;
            }
        }
        return 0;
    }

    /** Returns the size of the reservation for prefixes, a power of two. */
    private static long reserved(long prefixes) {
        long size = 1L << (32 - Eni.IPV4_PREFIX_LENGTH);
        while (size < prefixes << (32 - Eni.IPV4_PREFIX_LENGTH)) {
            size *= 2;
        }
        return size;
    }

    private static CidrLayout layout(Cidr block, VpcId vpc, NavigableSet<String> zones, int length) {
        Map<String, Integer> lengths = new TreeMap<>();
        zones.forEach(zone -> lengths.put(name(vpc, zone), length));
        return CidrLayout.empty(block).plan(lengths);
    }

    private static String name(VpcId vpc, String zone) {
        return vpc + "/" + zone + "/nodes";
    }

    private List<Operation> calls(VpcId vpc, NavigableSet<String> zones, AddressNeeds needs) {
        ImmutableList.Builder<Operation> calls = ImmutableList.builder();
        calls.add(AssociateVpcCidrBlock.of(vpc).withCidrBlock(layout.blocks().get(0)));
        for (String zone : zones) {
            String name = name(vpc, zone);
            Cidr block = layout.cidr(name);
            calls.add(CreateSubnet.of(name, vpc.toString(), zone).withCidrBlock(block));
            if (needs.prefixes() > 0) {
                calls.add(CreateSubnetCidrReservation.of(
                        name, block.child(block.prefixLength() + 1, 1).toString(), CidrReservation.Type.PREFIX));
            }
        }
        return calls.build();
    }

    /** {@return the block} */
    public Cidr block() {
        return layout.blocks().get(0);
    }

    /** {@return the subnets in the block: {@code vpc/zone/nodes}} */
    public CidrLayout layout() {
        return layout;
    }

    /**
     * Returns the calls that add the block and the subnets.
     *
     * @return the calls in order; where nodes take prefixes, the upper half of each subnet is reserved for these
     */
    public List<Operation> operations() {
        return operations;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SecondaryBlock block
                && layout.equals(block.layout)
                && operations.equals(block.operations);
    }

    @Override
    public int hashCode() {
        return Objects.hash(layout, operations);
    }

    /** {@return the block and its subnets, such as {@code 100.64.0.0/20: {main/eu-west-1a/nodes=100.64.0.0/21}}} */
    @Override
    public String toString() {
        return block() + ": " + layout.cidrs();
    }
}
