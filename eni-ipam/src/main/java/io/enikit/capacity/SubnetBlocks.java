package io.enikit.capacity;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.diagram.AddressMap;
import io.enikit.internal.VisibleText;
import io.enikit.limits.InstanceLimits;
import io.enikit.model.CidrReservation;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.net.Cidr;
import io.enikit.net.IpRange;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The IPv4 addresses of a subnet in blocks of 16 (/28).
 *
 * <p>Shows what is in each block, and answers what still fits.
 *
 * <pre>{@code
 * SubnetBlocks web = SubnetBlocks.of(plan, "web").orElseThrow();
 * web.freeAddresses();                                   // 251: a fresh /24
 * web.freePrefixes();                                    // 14: EC2's five addresses are in the first /28 and the last
 * web.nodesWithPrefixes(limits, 110);                    // 2, limited by addresses
 * web.reservationFor(7);                                 // Optional[10.0.0.128/25;prefix]
 * System.out.println(web);
 * }</pre>
 *
 * <p>A prefix needs a whole /28, so a subnet can refuse one while hundreds of addresses are free. Single addresses are
 * picked outside of CIDR reservations; prefixes are taken out of the reservations for prefixes where there are any, and
 * outside of all reservations where there are none (VPC User Guide, "Subnet CIDR reservations").
 *
 * <p>Answers to what fits are the best case: they assume that single addresses are first taken where no prefix fits. EC2
 * does not promise that; a reservation ensures it. The only quota that counts is that of interfaces.
 */
public final class SubnetBlocks {
    private final Subnet subnet;
    private final List<Part> parts;
    private final SubnetCapacity capacity;

    /**
     * The state of a /28.
     *
     * <p>Later versions may add constants.
     */
    public enum State {
        /** All of its addresses are free. */
        FREE('.', "free", AddressMap.Kind.FREE),
        /** Interfaces have some of its addresses; others are free. */
        PARTLY_USED('+', "partly used", AddressMap.Kind.PARTLY_USED),
        /** All of its addresses are taken, by interfaces or as one of the five that EC2 keeps. */
        FULL('#', "full", AddressMap.Kind.USED),
        /** No interface has an address here, but EC2 keeps one, or a CIDR reservation covers one. */
        RESERVED('R', "reserved", AddressMap.Kind.RESERVED),
        /** It is a delegated prefix. */
        DELEGATED('D', "delegated", AddressMap.Kind.DELEGATED);

        private final char sign;
        private final String text;
        private final AddressMap.Kind kind;

        State(char sign, String text, AddressMap.Kind kind) {
            this.sign = sign;
            this.text = text;
            this.kind = kind;
        }

        char sign() {
            return sign;
        }

        /** {@return the state in words} */
        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * One /28, or several equal ones in a row.
     *
     * <p>A partly used or full part is one /28; a delegated part is one prefix.
     */
    public static final class Part {
        private final IpRange range;
        private final State state;
        private final int addressesUsed;
        private final List<EniId> enis;
        private final Optional<CidrReservation> reservation;

        Part(IpRange range, State state, int addressesUsed, List<EniId> enis, Optional<CidrReservation> reservation) {
            this.range = requireNonNull(range, "range");
            this.state = requireNonNull(state, "state");
            this.enis = ImmutableList.copyOf(requireNonNull(enis, "enis"));
            this.reservation = requireNonNull(reservation, "reservation");
            this.addressesUsed = addressesUsed;
        }

        /** {@return the addresses; a subnet smaller than a /28 is one part} */
        public IpRange range() {
            return range;
        }

        /** {@return the state of each /28} */
        public State state() {
            return state;
        }

        /** {@return how many addresses here are single addresses of interfaces} */
        public int addressesUsed() {
            return addressesUsed;
        }

        /** {@return the interfaces with an address or the prefix here, sorted} */
        public List<EniId> enis() {
            return enis;
        }

        /** {@return the first CIDR reservation that overlaps it} */
        public Optional<CidrReservation> reservation() {
            return reservation;
        }

        /** {@return how many /28 it is, at least 1} */
        public long blocks() {
            return Math.max(1, range.size().longValueExact() / VpcCniWarmPool.ADDRESSES_PER_PREFIX);
        }

        private AddressMap.Part drawn() {
            String used = state == State.PARTLY_USED ? addressesUsed + "/" + range.size() : "";
            String owners = enis.stream().map(EniId::toString).collect(Collectors.joining(", "));
            String kept = reservation.map(each -> "reservation " + each).orElse("");
            String separator = owners.isEmpty() || kept.isEmpty() ? "" : "; ";
            return AddressMap.Part.of(range, state.kind, used, owners + separator + kept);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Part that
                    && range.equals(that.range)
                    && state.equals(that.state)
                    && addressesUsed == that.addressesUsed
                    && enis.equals(that.enis)
                    && reservation.equals(that.reservation);
        }

        @Override
        public int hashCode() {
            return Objects.hash(range, state, addressesUsed, enis, reservation);
        }

        @Override
        public String toString() {
            return VisibleText.of("Part[range=" + range + ", state=" + state + ", addressesUsed=" + addressesUsed
                    + ", enis=" + enis + ", reservation=" + reservation + "]");
        }
    }

    private SubnetBlocks(NetworkPlan plan, Subnet subnet, Cidr block) {
        this.subnet = subnet;
        this.parts = SubnetParts.of(plan, subnet, block);
        this.capacity = new SubnetCapacity(plan, subnet, block);
    }

    /**
     * Returns the blocks of a subnet.
     *
     * @param plan the plan
     * @param id the subnet
     * @return the blocks, or empty if the subnet is unknown or has no IPv4 block
     */
    public static Optional<SubnetBlocks> of(NetworkPlan plan, SubnetId id) {
        requireNonNull(plan, "plan");
        return plan.subnet(id)
                .flatMap(subnet -> subnet.cidrBlock().map(block -> new SubnetBlocks(plan, subnet, block)));
    }

    /**
     * Returns the blocks of a subnet.
     *
     * @param plan the plan
     * @param id the subnet
     * @return the blocks, or empty if the subnet is unknown or has no IPv4 block
     */
    public static Optional<SubnetBlocks> of(NetworkPlan plan, String id) {
        requireNonNull(plan, "plan");
        requireNonNull(id, "id");
        return of(plan, SubnetId.of(id));
    }

    /** {@return the subnet} */
    public Subnet subnet() {
        return subnet;
    }

    /** {@return all addresses of the subnet in ascending order, without gaps} */
    public List<Part> parts() {
        return parts;
    }

    /** {@return all addresses of the subnet for pictures, in cells of a /28} */
    public AddressMap addressMap() {
        Cidr block = subnet.cidrBlock().orElseThrow();
        return AddressMap.of(
                        "Subnet " + subnet.id(),
                        ImmutableList.of(block),
                        parts.stream().map(Part::drawn).toList())
                .withCells(Eni.IPV4_PREFIX_LENGTH);
    }

    /**
     * Returns how many /28 are in a state.
     *
     * @param state the state
     * @return how many there are
     */
    public long count(State state) {
        requireNonNull(state, "state");
        return parts.stream()
                .filter(part -> part.state() == state)
                .mapToLong(Part::blocks)
                .sum();
    }

    /** {@return how many single addresses are free; EC2 calls them available} */
    public long freeAddresses() {
        return capacity.freeAddresses();
    }

    /** {@return how many /28 prefixes can be delegated} */
    public long freePrefixes() {
        return capacity.freePrefixes();
    }

    /**
     * Returns the share of prefixes lost because used addresses lie scattered.
     *
     * <p>Suppose the used single addresses were packed: first into the /28 that cannot be prefixes anyway, then into as few
     * others as possible. This is the share of the /28 that would then be free and are not free now.
     *
     * @return 0 if packing would gain no prefix, up to 1 if no prefix is free and packing would make room for some
     */
    public double fragmentation() {
        return capacity.fragmentation();
    }

    /**
     * Returns how many more prefixes fit, on existing interfaces.
     *
     * @return the number, and whether addresses are left when it is reached
     */
    public SubnetFit prefixes() {
        return capacity.prefixes();
    }

    /** {@return how many more interfaces with one address fit} */
    public SubnetFit enis() {
        return instances(AddressNeeds.ofOneInterface());
    }

    /**
     * Returns how many more instances fit.
     *
     * @param needs what each of them needs
     * @return the number, and what runs out first
     */
    public SubnetFit instances(AddressNeeds needs) {
        return capacity.instances(requireNonNull(needs, "needs"));
    }

    /**
     * Returns how many more instances with the most interfaces and addresses fit.
     *
     * @param limits the limits of the type
     * @return the number, and what runs out first
     */
    public SubnetFit instances(InstanceLimits limits) {
        requireNonNull(limits, "limits");
        return instances(AddressNeeds.ofAll(limits));
    }

    /**
     * Returns how many more nodes with secondary addresses for pods fit.
     *
     * @param limits the limits of their type
     * @param pods how many pods each runs, the two in the host's network included
     * @return the number, and what runs out first
     */
    public SubnetFit nodes(InstanceLimits limits, int pods) {
        requireNonNull(limits, "limits");
        return nodes(AddressNeeds.forPods(limits, pods));
    }

    /**
     * Returns how many more nodes with delegated prefixes for pods fit.
     *
     * @param limits the limits of their type
     * @param pods how many pods each runs, the two in the host's network included
     * @return the number, and what runs out first
     */
    public SubnetFit nodesWithPrefixes(InstanceLimits limits, int pods) {
        requireNonNull(limits, "limits");
        return nodes(AddressNeeds.forPodsWithPrefixes(limits, pods));
    }

    private SubnetFit nodes(Optional<AddressNeeds> needs) {
        return needs.map(this::instances).orElse(new SubnetFit(0, SubnetFit.Shortage.INSTANCE_TYPE));
    }

    /**
     * Returns a CIDR reservation that keeps room for prefixes.
     *
     * <p>It is the smallest block with that many free /28; of several, the highest one. It is never the whole subnet. It may
     * contain addresses in use; they stay.
     *
     * @param prefixes the number of prefixes, at least 1
     * @return the reservation; empty if none fits beside the existing reservations
     * @throws IllegalArgumentException if the number is not positive
     */
    public Optional<CidrReservation> reservationFor(long prefixes) {
        return capacity.reservationFor(prefixes);
    }

    /**
     * Returns the CIDR reservation that keeps room for the most prefixes.
     *
     * @return the reservation, never the whole subnet; empty if no /28 outside of the reservations is free
     */
    public Optional<CidrReservation> largestReservation() {
        return capacity.largestReservation();
    }

    /** {@return whether the other object shows an equal subnet with the same use of its blocks and room in the quota} */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SubnetBlocks blocks
                && subnet.equals(blocks.subnet)
                && parts.equals(blocks.parts)
                && capacity.equals(blocks.capacity);
    }

    @Override
    public int hashCode() {
        return Objects.hash(subnet, parts);
    }

    /**
     * Draws the blocks, with one sign for each /28, 256 addresses a line.
     *
     * @return the numbers, the lines, and a legend; {@code *} stands for lines equal to the one before
     */
    @Override
    public String toString() {
        return SubnetBlocksText.of(this);
    }
}
