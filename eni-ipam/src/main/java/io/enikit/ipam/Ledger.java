package io.enikit.ipam;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
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

    /** The grants to owners and keys with the same hash codes; mostly there is one and no others. */
    private record Owned(Grant grant, Trie<Digested> others, long high, long low) implements Trie.Entry {
        static long hash(String name) {
            return name.hashCode() * 0x9e3779b97f4a7c15L;
        }

        static Owned of(Grant grant, Trie<Digested> others) {
            return new Owned(grant, others, hash(grant.owner()), hash(grant.key()));
        }

        Owned plus(Grant more) {
            return of(grant, others.plus(Digested.of(more)));
        }

        @Nullable
        Owned minus(Grant less) {
            if (!grant.equals(less)) {
                Digested digested = Digested.of(less);
                return of(grant, others.minus(digested.high, digested.low));
            }
            @Nullable Digested first = others.first();
            return first == null ? null : of(first.grant, others.minus(first.high, first.low));
        }

        @Nullable
        Grant get(String owner, String key) {
            if (grant.isHeldBy(owner, key)) {
                return grant;
            }
            if (others.isEmpty()) {
                return null;
            }
            Digested asked = Digested.of(owner, key, grant);
            @Nullable Digested found = others.get(asked.high, asked.low);
            return found == null ? null : found.grant;
        }

        /** Returns those to an owner, and the first one, be it or not. */
        Stream<Grant> to(String owner) {
            if (others.isEmpty()) {
                return Stream.of(grant);
            }
            long digest = Digested.digest(owner, "");
            return Stream.concat(
                    Stream.of(grant),
                    others.between(digest, 0, digest, -1).stream().map(Digested::grant));
        }
    }

    /**
     * A grant in the place of a digest of its owner and key: hash codes can be made the same for as many names as one
     * likes, digests cannot.
     */
    private record Digested(Grant grant, long high, long low) implements Trie.Entry {
        static Digested of(Grant grant) {
            return of(grant.owner(), grant.key(), grant);
        }

        static Digested of(String owner, String key, Grant grant) {
            return new Digested(grant, digest(owner, ""), digest(owner, key));
        }

        /** The first digest is that of the owner alone, so that all grants to an owner stand together. */
        static long digest(String owner, String key) {
            return Hashing.sha256()
                    .newHasher()
                    .putInt(owner.length())
                    .putUnencodedChars(owner)
                    .putUnencodedChars(key)
                    .hash()
                    .asLong();
        }
    }

    Ledger plus(Grant grant) {
        return new Ledger(grants.plus(grant), grant.isAnonymous() ? owned : ownedWith(grant), size + 1);
    }

    private Trie<Owned> ownedWith(Grant grant) {
        @Nullable Owned same = ownedLike(grant.owner(), grant.key());
        return owned.plus(same == null ? Owned.of(grant, Trie.empty()) : same.plus(grant));
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
        @Nullable Owned same = ownedLike(grant.owner(), grant.key());
        @Nullable Owned rest = same == null ? null : same.minus(grant);
        return rest == null ? owned.minus(Owned.hash(grant.owner()), Owned.hash(grant.key())) : owned.plus(rest);
    }

    /** The grant of exactly this block, or null. */
    @Nullable
    Grant get(Cidr cidr) {
        byte[] first = cidr.first().toBytes();
        Grant grant = grants.get(Grant.high(first), Grant.low(first));
        return grant != null && grant.cidr().equals(cidr) ? grant : null;
    }

    /** The same grant if it is held, or null. */
    @Nullable
    Grant same(Grant grant) {
        return grant.equals(get(grant.cidr())) ? grant : null;
    }

    /** The grant to an owner and key, or null. */
    @Nullable
    Grant ownedBy(String owner, String key) {
        @Nullable Owned same = ownedLike(owner, key);
        return same == null ? null : same.get(owner, key);
    }

    /** All grants to an owner, in the order of their keys. */
    List<Grant> ownedBy(String owner) {
        long hash = Owned.hash(owner);
        return owned.between(hash, 0, hash, -1).stream()
                .flatMap(owned -> owned.to(owner))
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
