package io.enikit.ipam;

import com.google.common.collect.ImmutableList;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
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

    /** The grants to owners and keys with the same hash codes; mostly it is one grant. */
    private record Owned(Grant grant, @Nullable Owned next, long high, long low) implements Trie.Entry {
        static long hash(String name) {
            return name.hashCode() * 0x9e3779b97f4a7c15L;
        }

        static Owned of(Grant grant, @Nullable Owned next) {
            return new Owned(grant, next, hash(grant.owner()), hash(grant.key()));
        }

        static @Nullable Owned without(@Nullable Owned list, Grant grant) {
            if (list == null) {
                return null;
            }
            return list.grant.equals(grant) ? list.next : of(list.grant, without(list.next, grant));
        }

        Stream<Grant> stream() {
            Stream<Grant> first = Stream.of(grant);
            return next == null ? first : Stream.concat(first, next.stream());
        }
    }

    Ledger plus(Grant grant) {
        return new Ledger(grants.plus(grant), grant.isAnonymous() ? owned : ownedWith(grant), size + 1);
    }

    private Trie<Owned> ownedWith(Grant grant) {
        return owned.plus(Owned.of(grant, ownedLike(grant.owner(), grant.key())));
    }

    private @Nullable Owned ownedLike(String owner, String key) {
        return owned.get(Owned.hash(owner), Owned.hash(key));
    }

    /** The ledger without one of its grants. */
    Ledger minus(Grant grant) {
        return new Ledger(
                grants.minus(grant.high(), grant.low()), grant.isAnonymous() ? owned : ownedWithout(grant), size - 1);
    }

    private Trie<Owned> ownedWithout(Grant grant) {
        Owned rest = Owned.without(ownedLike(grant.owner(), grant.key()), grant);
        return rest == null ? owned.minus(Owned.hash(grant.owner()), Owned.hash(grant.key())) : owned.plus(rest);
    }

    /** The grant of exactly this block, or null. */
    @Nullable
    Grant get(Cidr cidr) {
        byte[] first = cidr.first().toBytes();
        Grant grant = grants.get(Grant.high(first), Grant.low(first));
        return grant != null && grant.cidr().equals(cidr) ? grant : null;
    }

    /** The grant to an owner and key, or null. */
    @Nullable
    Grant ownedBy(String owner, String key) {
        for (Owned at = ownedLike(owner, key); at != null; at = at.next) {
            if (at.grant.isHeldBy(owner, key)) {
                return at.grant;
            }
        }
        return null;
    }

    /** All grants to an owner, in the order of their keys. */
    List<Grant> ownedBy(String owner) {
        long hash = Owned.hash(owner);
        return owned.between(hash, 0, hash, -1).stream()
                .flatMap(Owned::stream)
                .filter(grant -> grant.owner().equals(owner))
                .sorted(Comparator.comparing(Grant::key))
                .collect(ImmutableList.toImmutableList());
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
