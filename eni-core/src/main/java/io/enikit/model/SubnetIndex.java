package io.enikit.model;

import com.google.common.collect.ImmutableList;
import io.enikit.internal.PersistentSet;
import io.enikit.net.Cidr;
import io.enikit.net.FreeSpace;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import io.enikit.net.IpSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is in a subnet, be the subnet itself in the plan or not: its interfaces, who holds which address, and what is free.
 * Immutable.
 *
 * <p>What other subnets hold is of no concern here, though it may be the same addresses: VPCs may have one block.
 */
final class SubnetIndex {
    static final SubnetIndex EMPTY =
            new SubnetIndex(null, PersistentSet.empty(), MultiIndex.empty(), MultiIndex.empty(), null, null, false);

    /** Up to this many are compared one by one. */
    private static final int FEW = 8;

    final @Nullable Subnet subnet;
    final PersistentSet<EniId> enis;
    private final MultiIndex<IpAddress, EniId> enisByAddress;
    private final MultiIndex<Cidr, EniId> enisByPrefix;
    private final @Nullable AddressSpace ipv4;
    private final @Nullable AddressSpace ipv6;

    /** Whether interfaces may hold what is in no block of the subnet. */
    final boolean mayStray;

    private SubnetIndex(
            @Nullable Subnet subnet,
            PersistentSet<EniId> enis,
            MultiIndex<IpAddress, EniId> enisByAddress,
            MultiIndex<Cidr, EniId> enisByPrefix,
            @Nullable AddressSpace ipv4,
            @Nullable AddressSpace ipv6,
            boolean mayStray) {
        this.subnet = subnet;
        this.enis = enis;
        this.enisByAddress = enisByAddress;
        this.enisByPrefix = enisByPrefix;
        this.ipv4 = ipv4;
        this.ipv6 = ipv6;
        this.mayStray = mayStray;
    }

    /** Makes the index of a subnet and all its interfaces at once, which come in ascending order. */
    static SubnetIndex of(@Nullable Subnet subnet, List<Eni> enis) {
        List<EniId> ids = new ArrayList<>(enis.size());
        MultiIndex.Pairs<IpAddress, EniId> addresses = new MultiIndex.Pairs<>();
        MultiIndex.Pairs<Cidr, EniId> prefixes = new MultiIndex.Pairs<>();
        for (Eni eni : enis) {
            ids.add(eni.id());
            for (IpFamily family : IpFamily.values()) {
                for (EniAddress each : eni.addresses(family)) {
                    addresses.add(each.address(), eni.id());
                }
                for (Cidr prefix : eni.prefixes(family)) {
                    prefixes.add(prefix, eni.id());
                }
            }
        }
        return new SubnetIndex(
                        null,
                        PersistentSet.ofSorted(ids),
                        addresses.index(),
                        prefixes.index(),
                        null,
                        null,
                        !enis.isEmpty())
                .with(subnet);
    }

    boolean isEmpty() {
        return subnet == null && enis.isEmpty();
    }

    /** Returns this index after the subnet came, changed or went; its interfaces stay. */
    SubnetIndex with(@Nullable Subnet changed) {
        if (changed == null) {
            return new SubnetIndex(null, enis, enisByAddress, enisByPrefix, null, null, !enis.isEmpty());
        }
        List<Cidr> held = enisByPrefix.keysInNoOrder();
        for (IpAddress address : enisByAddress.keysInNoOrder()) {
            held.add(Cidr.from(address));
        }
        @Nullable AddressSpace space4 = space(changed, IpFamily.IPV4, held);
        @Nullable AddressSpace space6 = space(changed, IpFamily.IPV6, held);
        boolean strays = false;
        for (Cidr each : held) {
            strays |= !isInside(each, space4) && !isInside(each, space6);
        }
        return new SubnetIndex(changed, enis, enisByAddress, enisByPrefix, space4, space6, strays);
    }

    private static @Nullable AddressSpace space(Subnet subnet, IpFamily family, List<Cidr> held) {
        @Nullable Cidr block = subnet.cidrBlock(family).orElse(null);
        return block == null || block.family() != family ? null : AddressSpace.of(subnet, block, held);
    }

    private static boolean isInside(Cidr held, @Nullable AddressSpace space) {
        return space != null && space.block().contains(held);
    }

    @Nullable
    AddressSpace space(IpFamily family) {
        return switch (family) {
            case IPV4 -> ipv4;
            case IPV6 -> ipv6;
        };
    }

    /** Returns the interfaces that hold an address, as one of their own or inside a delegated prefix. */
    SortedSet<EniId> ownersOf(IpAddress address) {
        return MultiIndex.union(enisByAddress.get(address), delegatedTo(address));
    }

    /** Whether several interfaces hold an address. */
    boolean isShared(IpAddress address) {
        return enisByAddress.isShared(address)
                || (!enisByPrefix.isEmpty() && ownersOf(address).size() > 1);
    }

    /** Whether any address may be held by several interfaces. */
    boolean mayShare() {
        return enisByAddress.hasShared() || !enisByPrefix.isEmpty();
    }

    /** Returns the interfaces that hold any address of a block. */
    SortedSet<EniId> ownersIn(Cidr cidr) {
        SortedSet<EniId> owners = new TreeSet<>();
        enisByAddress.addBetween(cidr.first(), cidr.last(), owners);
        enisByPrefix.addBetween(delegatedAround(cidr.first()), Cidr.from(cidr.last()), owners);
        return owners;
    }

    /** Returns the first interface that holds any address of a block, or null. */
    @Nullable
    EniId firstOwnerIn(Cidr cidr) {
        @Nullable EniId first = null;
        for (IpAddress address : enisByAddress.keysBetween(cidr.first(), cidr.last())) {
            first = earlier(first, enisByAddress.first(address));
        }
        for (Cidr prefix : enisByPrefix.keysBetween(delegatedAround(cidr.first()), Cidr.from(cidr.last()))) {
            first = earlier(first, enisByPrefix.first(prefix));
        }
        return first;
    }

    /** Returns the first two owners of each address and prefix in a block: those that are in each other's way first. */
    SortedSet<EniId> firstOwnersInside(Cidr cidr) {
        SortedSet<EniId> first = new TreeSet<>();
        for (IpAddress address : enisByAddress.keysBetween(cidr.first(), cidr.last())) {
            addFirstTwo(enisByAddress.get(address), first);
        }
        for (Cidr prefix : enisByPrefix.keysBetween(delegatedAround(cidr.first()), Cidr.from(cidr.last()))) {
            addFirstTwo(enisByPrefix.get(prefix), first);
        }
        return first;
    }

    private static void addFirstTwo(SortedSet<EniId> owners, SortedSet<EniId> found) {
        int left = 2;
        for (EniId owner : owners) {
            if (left-- == 0) {
                return;
            }
            found.add(owner);
        }
    }

    private static @Nullable EniId earlier(@Nullable EniId one, @Nullable EniId other) {
        return one == null || (other != null && other.compareTo(one) < 0) ? other : one;
    }

    /** Returns the interfaces with the prefix that an address is in; there are no prefixes in most plans. */
    private SortedSet<EniId> delegatedTo(IpAddress address) {
        return enisByPrefix.isEmpty() ? Collections.emptySortedSet() : enisByPrefix.get(delegatedAround(address));
    }

    /** Returns the block that would be delegated if an address were inside a prefix. */
    private static Cidr delegatedAround(IpAddress address) {
        return Cidr.containing(address, Eni.prefixLength(address.family()));
    }

    /** Returns this index after an interface came, changed or went; null for none. */
    SubnetIndex changed(@Nullable Eni before, @Nullable Eni after) {
        Draft draft = new Draft();
        if (before == null && after != null) {
            draft.enis = enis.plus(after.id());
        } else if (before != null && after == null) {
            draft.enis = enis.minus(before.id());
        }
        if (before != null) {
            draft.give(
                    before.id(),
                    rest(addresses(before), after == null ? List.of() : addresses(after)),
                    rest(prefixes(before), after == null ? List.of() : prefixes(after)));
        }
        if (after != null) {
            draft.take(
                    after.id(),
                    rest(addresses(after), before == null ? List.of() : addresses(before)),
                    rest(prefixes(after), before == null ? List.of() : prefixes(before)));
        }
        return draft.done();
    }

    private static List<IpAddress> addresses(Eni eni) {
        List<IpAddress> addresses = new ArrayList<>(
                eni.privateIpAddresses().size() + eni.ipv6Addresses().size());
        for (IpFamily family : IpFamily.values()) {
            for (EniAddress each : eni.addresses(family)) {
                addresses.add(each.address());
            }
        }
        return addresses;
    }

    private static List<Cidr> prefixes(Eni eni) {
        return join(eni.ipv4Prefixes(), eni.ipv6Prefixes());
    }

    private static <T> List<T> join(List<T> some, List<T> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return some.isEmpty() ? others : some;
        }
        return ImmutableList.<T>builder().addAll(some).addAll(others).build();
    }

    /** Returns what is not in another list. */
    private static <T extends Comparable<? super T>> List<T> rest(List<T> all, List<T> others) {
        if (others.isEmpty() || all.isEmpty()) {
            return all;
        }
        Collection<T> left = others.size() > FEW ? new TreeSet<>(others) : others;
        List<T> rest = new ArrayList<>(0);
        for (T each : all) {
            if (!left.contains(each)) {
                rest.add(each);
            }
        }
        return rest;
    }

    /** The index while an interface changes. */
    private final class Draft {
        private PersistentSet<EniId> enis = SubnetIndex.this.enis;
        private MultiIndex<IpAddress, EniId> byAddress = enisByAddress;
        private MultiIndex<Cidr, EniId> byPrefix = enisByPrefix;
        private @Nullable AddressSpace ipv4 = SubnetIndex.this.ipv4;
        private @Nullable AddressSpace ipv6 = SubnetIndex.this.ipv6;
        private boolean mayStray = SubnetIndex.this.mayStray;

        SubnetIndex done() {
            return new SubnetIndex(subnet, enis, byAddress, byPrefix, ipv4, ipv6, mayStray);
        }

        void take(EniId id, List<IpAddress> addresses, List<Cidr> prefixes) {
            for (IpAddress address : addresses) {
                byAddress = byAddress.plus(address, id);
                take(Cidr.from(address));
            }
            for (Cidr prefix : prefixes) {
                byPrefix = byPrefix.plus(prefix, id);
                take(prefix);
            }
        }

        private void take(Cidr held) {
            @Nullable AddressSpace space = space(held.family());
            if (space != null && isInside(held, space)) {
                set(space.take(held));
            } else {
                mayStray = true;
            }
        }

        /** Gives back what an interface no longer holds, so far as no other one holds it. */
        void give(EniId id, List<IpAddress> addresses, List<Cidr> prefixes) {
            for (IpAddress address : addresses) {
                byAddress = byAddress.minus(address, id);
            }
            for (Cidr prefix : prefixes) {
                byPrefix = byPrefix.minus(prefix, id);
            }
            for (IpAddress address : addresses) {
                give(Cidr.from(address));
            }
            for (Cidr prefix : prefixes) {
                give(prefix);
            }
        }

        private void give(Cidr held) {
            @Nullable AddressSpace space = space(held.family());
            if (space == null || !isInside(held, space) || subnet == null) {
                return;
            }
            FreeSpace free = space.free();
            if (!isHeld(held) && !isReserved(held, subnet) && free.freeIn(held).isEmpty()) {
                set(space.give(held));
                return;
            }
            IpSet.Builder rest = IpSet.builder().add(held);
            rest.remove(subnet.reservedAddresses(held.family()));
            rest.remove(free.freeIn(held));
            byAddress.keysBetween(held.first(), held.last()).forEach(address -> rest.remove(Cidr.from(address)));
            byPrefix.keysBetween(held, Cidr.from(held.last())).forEach(rest::remove);
            BlocksAround.keysAround(byPrefix, held).forEach(rest::remove);
            for (Cidr part : rest.build().cidrs()) {
                space = space.give(part);
            }
            set(space);
        }

        private boolean isHeld(Cidr cidr) {
            return !byAddress.keysBetween(cidr.first(), cidr.last()).isEmpty()
                    || (!byPrefix.isEmpty()
                            && !(byPrefix.keysBetween(cidr, Cidr.from(cidr.last()))
                                            .isEmpty()
                                    && BlocksAround.keysAround(byPrefix, cidr).isEmpty()));
        }

        private static boolean isReserved(Cidr cidr, Subnet subnet) {
            return cidr.prefixLength() == cidr.family().bits()
                    ? subnet.isReserved(cidr.first())
                    : subnet.reservedAddresses(cidr.family()).overlaps(IpSet.of(cidr));
        }

        private @Nullable AddressSpace space(IpFamily family) {
            return switch (family) {
                case IPV4 -> ipv4;
                case IPV6 -> ipv6;
            };
        }

        private void set(AddressSpace space) {
            switch (space.block().family()) {
                case IPV4 -> ipv4 = space;
                case IPV6 -> ipv6 = space;
            }
        }
    }
}
