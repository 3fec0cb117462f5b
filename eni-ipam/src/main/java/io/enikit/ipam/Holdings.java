package io.enikit.ipam;

import com.google.common.collect.ImmutableList;
import io.enikit.net.Cidr;
import io.enikit.net.IpSet;
import java.util.Collection;
import java.util.List;

/** What is kept back, what is free and what is granted in the blocks of a pool; a change of one shows in the others. */
record Holdings(Marks marks, PoolSpace space, Ledger ledger) {
    static Holdings of(ImmutableList<Cidr> blocks, Marks marks, Ledger ledger) {
        IpSet.Builder free = IpSet.builder();
        blocks.forEach(free::add);
        free.remove(marks.all());
        ledger.all().forEach(grant -> free.remove(grant.cidr()));
        return new Holdings(marks, PoolSpace.of(blocks, free.build()), ledger);
    }

    /** With a grant of a free block. */
    Holdings plus(Grant grant) {
        return new Holdings(marks, space.take(grant.cidr()), ledger.plus(grant));
    }

    /** With a grant of a block that is not granted, whether it is reserved or not. */
    Holdings plusOverReservations(Grant grant) {
        return new Holdings(marks, takeExcept(grant.cidr(), marks.all()), ledger.plus(grant));
    }

    /** Without one of the grants. */
    Holdings minus(Grant grant) {
        return new Holdings(marks, giveExcept(grant.cidr(), marks.all()), ledger.minus(grant));
    }

    /** With a reservation, unless it overlaps another. */
    Holdings reserve(Cidr cidr) {
        IpSet taken = ledger.around(cidr).union(marks.ends());
        return new Holdings(marks.plus(cidr), takeExcept(cidr, taken), ledger);
    }

    /** With reservations of disjoint blocks that overlap no other and no grant. */
    Holdings reserveAll(Collection<Cidr> cidrs) {
        PoolSpace less = space;
        for (Cidr cidr : cidrs) {
            IpSet taken = ledger.around(cidr).union(marks.ends());
            for (Cidr part : partsExcept(cidr, taken)) {
                less = less.take(part);
            }
        }
        return new Holdings(marks.plusAll(cidrs), less, ledger);
    }

    /** Without one of the reservations. */
    Holdings unreserve(Cidr cidr) {
        Marks less = marks.minus(cidr);
        return new Holdings(less, giveExcept(cidr, ledger.around(cidr).union(less.ends())), ledger);
    }

    private PoolSpace takeExcept(Cidr cidr, IpSet except) {
        PoolSpace less = space;
        for (Cidr part : partsExcept(cidr, except)) {
            less = less.take(part);
        }
        return less;
    }

    private PoolSpace giveExcept(Cidr cidr, IpSet except) {
        PoolSpace more = space;
        for (Cidr part : partsExcept(cidr, except)) {
            more = more.give(part);
        }
        return more;
    }

    private static List<Cidr> partsExcept(Cidr cidr, IpSet except) {
        return except.isEmpty() || !except.overlaps(IpSet.of(cidr))
                ? List.of(cidr)
                : IpSet.of(cidr).subtract(except).cidrs();
    }
}
