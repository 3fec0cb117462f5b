package io.enikit.store;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.enikit.ipam.Allocation;
import io.enikit.ipam.CidrPool;
import io.enikit.net.Cidr;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What differs between the grants of a pool and the blocks that exist. */
public final class PoolComparison {
    private final ImmutableList<Allocation> leaked;
    private final ImmutableList<Allocation> newer;
    private final ImmutableSortedSet<Cidr> unknown;

    private PoolComparison(List<Allocation> leaked, List<Allocation> newer, Set<Cidr> unknown) {
        this.leaked = ImmutableList.copyOf(leaked);
        this.newer = ImmutableList.copyOf(newer);
        this.unknown = ImmutableSortedSet.copyOf(unknown);
    }

    static PoolComparison of(CidrPool now, CidrPool before, Collection<Cidr> actual) {
        Set<Cidr> exists = new HashSet<>(actual);
        Set<Cidr> unknown = new TreeSet<>(exists);
        List<Allocation> leaked = new ArrayList<>();
        List<Allocation> newer = new ArrayList<>();
        for (Allocation each : now.allocations()) {
            unknown.remove(each.cidr());
            if (!exists.contains(each.cidr())) {
                (each.sequence() > before.sequence() ? newer : leaked).add(each);
            }
        }
        before.allocations().forEach(each -> unknown.remove(each.cidr()));
        return new PoolComparison(leaked, newer, unknown);
    }

    /**
     * Returns the grants of blocks that do not exist, though they were granted before the look.
     *
     * <p>Release them with {@link StoredPool#releaseIfHeld}, best after a second look some time later, so that what is
     * slow to come into use is not taken away.
     *
     * @return the grants, in ascending order of their blocks
     */
    public List<Allocation> leaked() {
        return leaked;
    }

    /** {@return the grants of blocks that were not seen, made since the look: nothing can be said of them} */
    public List<Allocation> newer() {
        return newer;
    }

    /** {@return the blocks that exist and were granted neither before the look nor now, in ascending order} */
    public Set<Cidr> unknown() {
        return unknown;
    }

    /**
     * Returns what differs.
     *
     * @return for example {@code leaked [10.0.0.0/24 #1 web], newer [], unknown [10.0.9.0/24]}
     */
    @Override
    public String toString() {
        return "leaked " + leaked + ", newer " + newer + ", unknown " + unknown;
    }
}
