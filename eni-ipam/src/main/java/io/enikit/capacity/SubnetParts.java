package io.enikit.capacity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.TreeMultimap;
import io.enikit.capacity.SubnetBlocks.Part;
import io.enikit.capacity.SubnetBlocks.State;
import io.enikit.model.CidrReservation;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import io.enikit.net.IpRange;
import io.enikit.net.IpSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the parts of a subnet: delegated, used, reserved and free ones, in this order.
 *
 * <p>The time grows with the contents of the subnet, not with its size.
 */
final class SubnetParts {
    private final Subnet subnet;
    private final Cidr block;
    private final int unitLength;
    private final List<Part> parts = new ArrayList<>();

    /** The single addresses in each /28. */
    private final TreeMultimap<Cidr, IpAddress> addresses = TreeMultimap.create();

    private final TreeMultimap<Cidr, EniId> owners = TreeMultimap.create();
    private final TreeMultimap<Cidr, EniId> delegated = TreeMultimap.create();

    /** The addresses that are in no part so far. */
    private IpSet left;

    private SubnetParts(Subnet subnet, Cidr block) {
        this.subnet = subnet;
        this.block = block;
        this.unitLength = Math.max(Eni.IPV4_PREFIX_LENGTH, block.prefixLength());
        this.left = IpSet.of(block);
    }

    static List<Part> of(NetworkPlan plan, Subnet subnet, Cidr block) {
        SubnetParts found = new SubnetParts(subnet, block);
        plan.enisIn(subnet.id()).forEach(found::note);
        found.addDelegated();
        found.addUsed();
        for (CidrReservation reservation : subnet.cidrReservations()) {
            found.add(State.RESERVED, found.inWholeUnits(IpSet.of(reservation.cidr())));
        }
        found.add(State.RESERVED, found.inWholeUnits(subnet.reservedAddresses(IpFamily.IPV4)));
        found.add(State.FREE, found.left);
        return ImmutableList.sortedCopyOf(Comparator.comparing(Part::range), found.parts);
    }

    private void note(Eni eni) {
        for (EniAddress each : eni.privateIpAddresses()) {
            if (block.contains(each.address())) {
                addresses.put(unit(each.address()), each.address());
                owners.put(unit(each.address()), eni.id());
            }
        }
        for (Cidr prefix : eni.ipv4Prefixes()) {
            if (block.overlaps(prefix)) {
                int length = Math.max(block.prefixLength(), Math.min(prefix.prefixLength(), unitLength));
                delegated.put(
                        Cidr.containing(block.contains(prefix) ? prefix.first() : block.first(), length), eni.id());
            }
        }
    }

    private Cidr unit(IpAddress address) {
        return Cidr.containing(address, unitLength);
    }

    /** Adds a part for each prefix; in a broken plan a prefix may lie in another one, and is skipped. */
    private void addDelegated() {
        IpSet.Builder all = IpSet.builder();
        IpAddress next = block.first();
        boolean full = false;
        for (Cidr prefix : delegated.keySet()) {
            if (!full && prefix.first().compareTo(next) >= 0) {
                add(prefix, State.DELEGATED, 0, delegated.get(prefix));
                all.add(prefix);
                full = prefix.last().equals(block.last());
                next = full ? next : prefix.last().next();
            }
        }
        left = left.subtract(all.build());
    }

    private void addUsed() {
        IpSet.Builder all = IpSet.builder();
        for (Cidr unit : addresses.keySet()) {
            if (left.contains(unit)) {
                boolean isFull = IpSet.of(unit)
                        .addresses()
                        .allMatch(address -> addresses.containsEntry(unit, address) || subnet.isReserved(address));
                add(
                        unit,
                        isFull ? State.FULL : State.PARTLY_USED,
                        addresses.get(unit).size(),
                        owners.get(unit));
                all.add(unit);
            }
        }
        left = left.subtract(all.build());
    }

    private IpSet inWholeUnits(IpSet set) {
        IpSet.Builder units = IpSet.builder();
        for (IpRange range : set.intersect(left).ranges()) {
            units.add(IpRange.of(unit(range.first()).first(), unit(range.last()).last()));
        }
        return units.build();
    }

    private void add(State state, IpSet addresses) {
        for (IpRange range : addresses.ranges()) {
            parts.add(new Part(range, state, 0, List.of(), reservationIn(range)));
        }
        left = left.subtract(addresses);
    }

    private void add(Cidr cidr, State state, int used, Set<EniId> enis) {
        IpRange range = IpRange.from(cidr);
        parts.add(new Part(range, state, used, List.copyOf(enis), reservationIn(range)));
    }

    private Optional<CidrReservation> reservationIn(IpRange range) {
        return subnet.cidrReservations().stream()
                .filter(reservation -> reservation.cidr().family() == range.family()
                        && IpRange.from(reservation.cidr()).overlaps(range))
                .min(Comparator.naturalOrder());
    }
}
