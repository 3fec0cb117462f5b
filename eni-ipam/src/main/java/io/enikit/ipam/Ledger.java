package io.enikit.ipam;

import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePMap;

/** The grants of a pool: disjoint blocks in ascending order, each with its owner, found by block and by owner. */
final class Ledger {
    static final Ledger EMPTY = new Ledger(TreePMap.empty(), HashTreePMap.empty());

    private final TreePMap<Cidr, Grant> grants;
    private final HashPMap<String, Grant> owned;

    private Ledger(TreePMap<Cidr, Grant> grants, HashPMap<String, Grant> owned) {
        this.grants = grants;
        this.owned = owned;
    }

    Ledger plus(Grant grant) {
        return new Ledger(
                grants.plus(grant.cidr(), grant), grant.owner().isEmpty() ? owned : owned.plus(grant.owner(), grant));
    }

    Ledger minus(Grant grant) {
        return new Ledger(grants.minus(grant.cidr()), grant.owner().isEmpty() ? owned : owned.minus(grant.owner()));
    }

    @Nullable
    Grant get(Cidr cidr) {
        return grants.get(cidr);
    }

    @Nullable
    Grant ownedBy(String owner) {
        return owned.get(owner);
    }

    int size() {
        return grants.size();
    }

    Collection<Grant> all() {
        return grants.values();
    }

    /** The grant that contains an address, or null. */
    @Nullable
    Grant at(IpAddress address) {
        Map.Entry<Cidr, Grant> entry = grants.floorEntry(Cidr.from(address));
        return entry != null && entry.getKey().contains(address) ? entry.getValue() : null;
    }

    /** The grants that share an address with a block, in ascending order. */
    List<Grant> overlapping(Cidr cidr) {
        Grant around = at(cidr.first());
        if (around != null && around.cidr().contains(cidr)) {
            return List.of(around);
        }
        return new ArrayList<>(
                grants.subMap(cidr, true, Cidr.from(cidr.last()), true).values());
    }

    /** The granted addresses of a block. */
    IpSet within(Cidr cidr) {
        IpSet.Builder addresses = IpSet.builder();
        for (Grant grant : overlapping(cidr)) {
            addresses.add(cidr.contains(grant.cidr()) ? grant.cidr() : cidr);
        }
        return addresses.build();
    }

    boolean hasSameContentAs(Ledger other) {
        if (size() != other.size()) {
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
        return this == other || grants.equals(other.grants);
    }
}
