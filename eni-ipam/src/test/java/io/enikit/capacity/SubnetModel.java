package io.enikit.capacity;

import io.enikit.capacity.SubnetBlocks.State;
import io.enikit.capacity.SubnetFit.Shortage;
import io.enikit.model.CidrReservation;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.net.Cidr;
import java.util.Arrays;
import java.util.List;

/** A subnet as plain arrays with one entry an address, filled one address after the other. */
final class SubnetModel {
    private static final int UNIT = 16;

    private final Cidr block;
    final int size;
    private final boolean[] held;
    private final boolean[] delegated;
    private final boolean[] kept;
    private final boolean[] reserved;
    private final boolean[] forPrefixes;

    SubnetModel(NetworkPlan plan, Subnet subnet) {
        block = subnet.cidrBlock().orElseThrow();
        size = block.size().intValueExact();
        held = new boolean[size];
        delegated = new boolean[size];
        kept = new boolean[size];
        reserved = new boolean[size];
        forPrefixes = new boolean[size];
        for (int i : List.of(0, 1, 2, 3, size - 1)) {
            kept[i] = true;
        }
        for (Eni eni : plan.enisIn(subnet.id())) {
            eni.privateIpAddresses().forEach(each -> mark(held, Cidr.from(each.address())));
            eni.ipv4Prefixes().forEach(prefix -> mark(delegated, prefix));
        }
        for (CidrReservation each : subnet.cidrReservations()) {
            mark(reserved, each.cidr());
            mark(each.type() == CidrReservation.Type.PREFIX ? forPrefixes : new boolean[size], each.cidr());
        }
    }

    private void mark(boolean[] marks, Cidr cidr) {
        int from = block.indexOf(cidr.first()).intValueExact();
        Arrays.fill(marks, from, from + cidr.size().intValueExact(), true);
    }

    private static int count(boolean[] marks, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += marks[i] ? 1 : 0;
        }
        return count;
    }

    State state(int i) {
        int from = i / UNIT * UNIT;
        int to = from + UNIT;
        if (count(delegated, from, to) > 0) {
            return State.DELEGATED;
        }
        if (count(held, from, to) > 0) {
            boolean full = true;
            for (int j = from; j < to; j++) {
                full &= held[j] || kept[j];
            }
            return full ? State.FULL : State.PARTLY_USED;
        }
        return count(kept, from, to) + count(reserved, from, to) > 0 ? State.RESERVED : State.FREE;
    }

    private boolean[] singles() {
        boolean[] singles = new boolean[size];
        for (int i = 0; i < size; i++) {
            singles[i] = !held[i] && !delegated[i] && !kept[i] && !reserved[i];
        }
        return singles;
    }

    private boolean isSeparate() {
        return count(forPrefixes, 0, size) > 0;
    }

    /** What prefixes can be taken from if no interface has a single address. */
    private boolean[] prefixDomain() {
        boolean[] domain = new boolean[size];
        for (int i = 0; i < size; i++) {
            domain[i] = (isSeparate() ? forPrefixes[i] : !reserved[i]) && !kept[i] && !delegated[i];
        }
        return domain;
    }

    private boolean[] prefixes() {
        boolean[] free = prefixDomain();
        for (int i = 0; i < size; i++) {
            free[i] &= !held[i];
        }
        return free;
    }

    int freeAddresses() {
        return count(singles(), 0, size);
    }

    int freePrefixes() {
        return units(prefixes(), 0, size);
    }

    private static int units(boolean[] marks, int from, int to) {
        int units = 0;
        for (int unit = from; unit < to; unit += UNIT) {
            units += count(marks, unit, unit + UNIT) == UNIT ? 1 : 0;
        }
        return units;
    }

    /** Packs the single addresses one after the other, and counts. */
    double fragmentation() {
        boolean[] packed = prefixDomain();
        for (int used = count(packed, 0, size) - count(prefixes(), 0, size); used > 0; used--) {
            takeSingle(packed, packed);
        }
        int best = units(packed, 0, size);
        return best == 0 ? 0 : 1 - (double) freePrefixes() / best;
    }

    /** Takes an address where no prefix could be, or else in a whole unit; false if there is none. */
    private static boolean takeSingle(boolean[] singles, boolean[] prefixes) {
        int found = -1;
        for (int i = 0; i < singles.length; i++) {
            int unit = i / UNIT * UNIT;
            boolean isWhole = count(prefixes, unit, unit + UNIT) == UNIT;
            if (singles[i] && (found < 0 || !isWhole)) {
                found = i;
                if (!isWhole) {
                    break;
                }
            }
        }
        if (found >= 0) {
            singles[found] = false;
            prefixes[found] = false;
        }
        return found >= 0;
    }

    private static boolean takePrefix(boolean[] prefixes, boolean[] singles) {
        for (int unit = 0; unit < prefixes.length; unit += UNIT) {
            if (count(prefixes, unit, unit + UNIT) == UNIT) {
                Arrays.fill(prefixes, unit, unit + UNIT, false);
                Arrays.fill(singles, unit, unit + UNIT, false);
                return true;
            }
        }
        return false;
    }

    /** Puts one instance after the other into the subnet. */
    SubnetFit fit(AddressNeeds needs) {
        boolean[] singles = singles();
        boolean[] prefixes = prefixes();
        int count = 0;
        while (true) {
            int left = count(singles, 0, size);
            boolean placed = true;
            for (int i = 0; i < needs.prefixes(); i++) {
                placed &= takePrefix(prefixes, singles);
            }
            for (int i = 0; i < needs.addresses(); i++) {
                placed &= takeSingle(singles, prefixes);
            }
            if (!placed) {
                int needed = needs.addresses() + (isSeparate() ? 0 : UNIT * needs.prefixes());
                return new SubnetFit(count, left < needed ? Shortage.ADDRESSES : Shortage.PREFIXES);
            }
            count++;
        }
    }

    /** How many free /28 a block protects, or -1 if it cannot be reserved. */
    int protectedBy(Cidr candidate) {
        int from = block.indexOf(candidate.first()).intValueExact();
        int to = from + candidate.size().intValueExact();
        return count(reserved, from, to) > 0 ? -1 : units(singles(), from, to);
    }
}
