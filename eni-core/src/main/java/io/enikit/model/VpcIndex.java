package io.enikit.model;

import com.google.common.collect.ImmutableSortedSet;
import io.enikit.internal.PersistentSet;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What is in a VPC, be it in the plan itself or not. Immutable.
 *
 * @param subnets its subnets
 * @param subnetsByIpv4Block its subnets by their IPv4 blocks
 * @param subnetsByIpv6Block its subnets by their IPv6 blocks
 * @param groups the security groups that were made in it
 * @param groupsByName these by name
 * @param groupsByOwner these by name and owner
 * @param associatedGroups the security groups of other VPCs that are associated with it
 */
record VpcIndex(
        PersistentSet<SubnetId> subnets,
        MultiIndex<Cidr, SubnetId> subnetsByIpv4Block,
        MultiIndex<Cidr, SubnetId> subnetsByIpv6Block,
        PersistentSet<SecurityGroupId> groups,
        MultiIndex<String, SecurityGroupId> groupsByName,
        MultiIndex<OwnedName, SecurityGroupId> groupsByOwner,
        PersistentSet<SecurityGroupId> associatedGroups) {
    static final VpcIndex EMPTY = new VpcIndex(
            PersistentSet.empty(),
            MultiIndex.empty(),
            MultiIndex.empty(),
            PersistentSet.empty(),
            MultiIndex.empty(),
            MultiIndex.empty(),
            PersistentSet.empty());

    /** A name of groups or zones, and the account that calls them so, empty where it is not known. */
    record OwnedName(String name, Optional<String> owner) implements Comparable<OwnedName> {
        static OwnedName of(SecurityGroup group) {
            return new OwnedName(group.groupName(), group.ownerId());
        }

        @Override
        public int compareTo(OwnedName other) {
            int byName = name.compareTo(other.name);
            return byName != 0 ? byName : owner.orElse("").compareTo(other.owner.orElse(""));
        }
    }

    boolean isEmpty() {
        return subnets.isEmpty() && groups.isEmpty() && associatedGroups.isEmpty();
    }

    VpcIndex plus(Subnet subnet) {
        return new VpcIndex(
                subnets.plus(subnet.id()),
                subnetsByIpv4Block.moved(null, subnet.cidrBlock().orElse(null), subnet.id()),
                subnetsByIpv6Block.moved(null, subnet.ipv6CidrBlock().orElse(null), subnet.id()),
                groups,
                groupsByName,
                groupsByOwner,
                associatedGroups);
    }

    VpcIndex minus(Subnet subnet) {
        return new VpcIndex(
                subnets.minus(subnet.id()),
                subnetsByIpv4Block.moved(subnet.cidrBlock().orElse(null), null, subnet.id()),
                subnetsByIpv6Block.moved(subnet.ipv6CidrBlock().orElse(null), null, subnet.id()),
                groups,
                groupsByName,
                groupsByOwner,
                associatedGroups);
    }

    VpcIndex plus(SecurityGroup group) {
        return new VpcIndex(
                subnets,
                subnetsByIpv4Block,
                subnetsByIpv6Block,
                groups.plus(group.id()),
                groupsByName.plus(group.groupName(), group.id()),
                groupsByOwner.plus(OwnedName.of(group), group.id()),
                associatedGroups);
    }

    VpcIndex minus(SecurityGroup group) {
        return new VpcIndex(
                subnets,
                subnetsByIpv4Block,
                subnetsByIpv6Block,
                groups.minus(group.id()),
                groupsByName.minus(group.groupName(), group.id()),
                groupsByOwner.minus(OwnedName.of(group), group.id()),
                associatedGroups);
    }

    VpcIndex plusAssociated(SecurityGroupId group) {
        return new VpcIndex(
                subnets,
                subnetsByIpv4Block,
                subnetsByIpv6Block,
                groups,
                groupsByName,
                groupsByOwner,
                associatedGroups.plus(group));
    }

    VpcIndex minusAssociated(SecurityGroupId group) {
        return new VpcIndex(
                subnets,
                subnetsByIpv4Block,
                subnetsByIpv6Block,
                groups,
                groupsByName,
                groupsByOwner,
                associatedGroups.minus(group));
    }

    /** Returns the subnets with a block that overlaps a block. */
    TreeSet<SubnetId> subnetsOverlapping(Cidr cidr) {
        TreeSet<SubnetId> overlapping = new TreeSet<>();
        BlocksAround.addOverlapping(subnetsByIpv4Block, cidr, overlapping);
        BlocksAround.addOverlapping(subnetsByIpv6Block, cidr, overlapping);
        return overlapping;
    }

    /** Returns the subnets whose block of a family overlaps a block, in order. */
    ImmutableSortedSet<SubnetId> subnetsOverlapping(IpFamily family, Cidr cidr) {
        MultiIndex<Cidr, SubnetId> byBlock = switch (family) {
            case IPV4 -> subnetsByIpv4Block;
            case IPV6 -> subnetsByIpv6Block;
        };
        List<SubnetId> overlapping = new ArrayList<>(1);
        BlocksAround.addOverlapping(byBlock, cidr, overlapping);
        return ImmutableSortedSet.copyOf(overlapping);
    }
}
