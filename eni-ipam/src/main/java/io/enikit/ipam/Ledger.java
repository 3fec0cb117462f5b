package io.enikit.ipam;

import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpSet;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The grants of a pool: disjoint blocks in ascending order, each with its owner, found by block and by owner. */
final class Ledger {
    static final Ledger EMPTY = new Ledger(Trie.empty(), Trie.empty(), 0);

    private final Trie<Grant> grants;
    private final Trie<Owned> owned;
    private final int size;

    private Ledger(Trie<Grant> grants, Trie<Owned> owned, int size) {
        this.grants = grants;
        this.owned = owned;
        this.size = size;
    }

    /** The grants to owners whose names have one hash code; mostly it is one grant. */
    private record Owned(Grant grant, @Nullable Owned next, long high) implements Trie.Entry {
        static long key(String owner) {
            return owner.hashCode() * 0x9e3779b97f4a7c15L;
        }

        @Override
        public long low() {
            return 0;
        }

        static @Nullable Owned without(@Nullable Owned list, Grant grant) {
            if (list == null) {
                return null;
            }
            return list.grant.equals(grant) ? list.next : new Owned(list.grant, without(list.next, grant), list.high);
        }
    }

    Ledger plus(Grant grant) {
        return new Ledger(grants.plus(grant), grant.owner().isEmpty() ? owned : ownedWith(grant), size + 1);
    }

    private Trie<Owned> ownedWith(Grant grant) {
        long key = Owned.key(grant.owner());
        return owned.plus(new Owned(grant, owned.get(key, 0), key));
    }

    /** The ledger without one of its grants. */
    Ledger minus(Grant grant) {
        return new Ledger(
                grants.minus(grant.high(), grant.low()),
                grant.owner().isEmpty() ? owned : ownedWithout(grant),
                size - 1);
    }

    private Trie<Owned> ownedWithout(Grant grant) {
        long key = Owned.key(grant.owner());
        Owned rest = Owned.without(owned.get(key, 0), grant);
        return rest == null ? owned.minus(key, 0) : owned.plus(rest);
    }

    /** The grant of exactly this block, or null. */
    @Nullable
    Grant get(Cidr cidr) {
        byte[] first = cidr.first().toBytes();
        Grant grant = grants.get(Grant.high(first), Grant.low(first));
        return grant != null && grant.cidr().equals(cidr) ? grant : null;
    }

    @Nullable
    Grant ownedBy(String owner) {
        for (Owned at = owned.get(Owned.key(owner), 0); at != null; at = at.next) {
            if (at.grant.owner().equals(owner)) {
                return at.grant;
            }
        }
        return null;
    }

    int size() {
        return size;
    }

    /** The grants in ascending order. */
    List<Grant> all() {
        return grants.toList();
    }

    /** The grant that contains an address, or null. */
    @Nullable
    Grant at(IpAddress address) {
        byte[] bytes = address.toBytes();
        Grant grant = grants.floor(Grant.high(bytes), Grant.low(bytes));
        return grant != null && grant.contains(address) ? grant : null;
    }

    /** The grants that share an address with a block, in ascending order. */
    List<Grant> overlapping(Cidr cidr) {
        Grant around = at(cidr.first());
        if (around != null && around.cidr().contains(cidr)) {
            return List.of(around);
        }
        byte[] first = cidr.first().toBytes();
        byte[] last = cidr.last().toBytes();
        return grants.between(Grant.high(first), Grant.low(first), Grant.high(last), Grant.low(last));
    }

    /** All addresses of the grants that share one with a block. */
    IpSet around(Cidr cidr) {
        IpSet.Builder addresses = IpSet.builder();
        for (Grant grant : overlapping(cidr)) {
            addresses.add(grant.cidr());
        }
        return addresses.build();
    }

    boolean hasSameContentAs(Ledger other) {
        if (size != other.size) {
            return false;
        }
        Iterator<Grant> theirs = other.all().iterator();
        for (Grant grant : all()) {
            if (!grant.hasSameContentAs(theirs.next())) {
                return false;
            }
        }
        return true;
    }

    boolean isSameAs(Ledger other) {
        return this == other || (size == other.size && all().equals(other.all()));
    }
}
