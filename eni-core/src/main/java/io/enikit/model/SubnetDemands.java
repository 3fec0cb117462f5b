package io.enikit.model;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The demands of a plan, sorted, and by subnet. */
final class SubnetDemands {
    static final SubnetDemands NONE = new SubnetDemands(ImmutableList.of());

    private final ImmutableList<SubnetDemand> all;
    private final Map<SubnetId, List<SubnetDemand>> bySubnet = new TreeMap<>();

    private SubnetDemands(ImmutableList<SubnetDemand> all) {
        this.all = all;
        for (SubnetDemand each : all) {
            for (SubnetId subnet : each.subnets()) {
                bySubnet.computeIfAbsent(subnet, unseen -> new ArrayList<>(1)).add(each);
            }
        }
    }

    static SubnetDemands of(Iterable<SubnetDemand> demands) {
        return new SubnetDemands(ImmutableList.sortedCopyOf(demands));
    }

    List<SubnetDemand> all() {
        return all;
    }

    List<SubnetDemand> on(SubnetId subnet) {
        return Collections.unmodifiableList(bySubnet.getOrDefault(subnet, List.of()));
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
