package io.enikit.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The demands of a plan, sorted, and by subnet. */
final class SubnetDemands {
    static final SubnetDemands NONE = new SubnetDemands(ImmutableList.of());

    private final ImmutableList<SubnetDemand> all;
    private final ImmutableListMultimap<SubnetId, SubnetDemand> bySubnet;

    private SubnetDemands(ImmutableList<SubnetDemand> all) {
        this.all = all;
        ImmutableListMultimap.Builder<SubnetId, SubnetDemand> index = ImmutableListMultimap.builder();
        for (SubnetDemand each : all) {
            each.subnets().forEach(subnet -> index.put(subnet, each));
        }
        this.bySubnet = index.build();
    }

    static SubnetDemands of(Iterable<SubnetDemand> demands) {
        return new SubnetDemands(ImmutableList.sortedCopyOf(demands));
    }

    List<SubnetDemand> all() {
        return all;
    }

    List<SubnetDemand> on(SubnetId subnet) {
        return bySubnet.get(subnet);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SubnetDemands that && all.equals(that.all);
    }

    @Override
    public int hashCode() {
        return all.hashCode();
    }

    @Override
    public String toString() {
        return all.toString();
    }
}
