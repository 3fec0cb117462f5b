package io.enikit.model;

import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import io.enikit.net.MacAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * Who is where: everything about a plan that follows from its resources and would be slow to look for.
 *
 * <p>An index is changed only by the builder that made it, before its plan is built; the parts are persistent, so that
 * a copy costs nothing.
 */
final class PlanIndex {
    MultiIndex<InstanceId, EniId> enisByInstance = MultiIndex.empty();
    MultiIndex<SubnetId, EniId> enisBySubnet = MultiIndex.empty();
    MultiIndex<SecurityGroupId, EniId> enisByGroup = MultiIndex.empty();
    MultiIndex<IpAddress, EniId> enisByAddress = MultiIndex.empty();
    MultiIndex<Cidr, EniId> enisByPrefix = MultiIndex.empty();
    MultiIndex<MacAddress, EniId> enisByMac = MultiIndex.empty();
    MultiIndex<String, EniId> enisByAttachmentId = MultiIndex.empty();
    MultiIndex<EniId, EniId> branchesByTrunk = MultiIndex.empty();
    MultiIndex<EniId, ElasticIpId> elasticIpsByEni = MultiIndex.empty();
    MultiIndex<VpcId, SubnetId> subnetsByVpc = MultiIndex.empty();
    MultiIndex<Cidr, SubnetId> subnetsByBlock = MultiIndex.empty();
    MultiIndex<VpcId, SecurityGroupId> groupsByVpc = MultiIndex.empty();
    private TreePMap<SubnetId, AddressSpace> ipv4Spaces = TreePMap.empty();
    private TreePMap<SubnetId, AddressSpace> ipv6Spaces = TreePMap.empty();

    PlanIndex copy() {
        PlanIndex copy = new PlanIndex();
        copy.enisByInstance = enisByInstance;
        copy.enisBySubnet = enisBySubnet;
        copy.enisByGroup = enisByGroup;
        copy.enisByAddress = enisByAddress;
        copy.enisByPrefix = enisByPrefix;
        copy.enisByMac = enisByMac;
        copy.enisByAttachmentId = enisByAttachmentId;
        copy.branchesByTrunk = branchesByTrunk;
        copy.elasticIpsByEni = elasticIpsByEni;
        copy.subnetsByVpc = subnetsByVpc;
        copy.subnetsByBlock = subnetsByBlock;
        copy.groupsByVpc = groupsByVpc;
        copy.ipv4Spaces = ipv4Spaces;
        copy.ipv6Spaces = ipv6Spaces;
        return copy;
    }

    Optional<AddressSpace> addressSpace(SubnetId subnet, IpFamily family) {
        return Optional.ofNullable(spaces(family).get(subnet));
    }

    void set(ElasticIp elasticIp, boolean present) {
        elasticIp
                .association()
                .ifPresent(association -> elasticIpsByEni =
                        elasticIpsByEni.with(association.networkInterfaceId(), elasticIp.id(), present));
    }

    void set(SecurityGroup group, boolean present) {
        groupsByVpc = groupsByVpc.with(group.vpcId(), group.id(), present);
    }

    /** Adds a subnet, given the way to look up the interfaces that may have been there before it. */
    void add(Subnet subnet, Function<EniId, Eni> enis) {
        set(subnet, true);
        for (IpFamily family : IpFamily.values()) {
            rebuildSpace(subnet, family, enis);
        }
    }

    void remove(Subnet subnet) {
        set(subnet, false);
        ipv4Spaces = ipv4Spaces.minus(subnet.id());
        ipv6Spaces = ipv6Spaces.minus(subnet.id());
    }

    private void set(Subnet subnet, boolean present) {
        subnetsByVpc = subnetsByVpc.with(subnet.vpcId(), subnet.id(), present);
        subnet.cidrBlock().ifPresent(block -> subnetsByBlock = subnetsByBlock.with(block, subnet.id(), present));
        subnet.ipv6CidrBlock().ifPresent(block -> subnetsByBlock = subnetsByBlock.with(block, subnet.id(), present));
    }

    void add(Eni eni) {
        set(eni, true);
        for (IpFamily family : IpFamily.values()) {
            @Nullable AddressSpace space = spaces(family).get(eni.subnetId());
            if (space != null) {
                setSpace(eni.subnetId(), family, space.take(heldBy(eni, family)));
            }
        }
    }

    /** Removes an interface, given its subnet, if that is known, and the way to look up the interfaces that stay. */
    void remove(Eni eni, @Nullable Subnet subnet, Function<EniId, Eni> enis) {
        set(eni, false);
        if (subnet == null) {
            return;
        }
        for (IpFamily family : IpFamily.values()) {
            @Nullable AddressSpace space = spaces(family).get(subnet.id());
            if (space != null) {
                space.give(heldBy(eni, family))
                        .ifPresentOrElse(
                                more -> setSpace(subnet.id(), family, more), () -> rebuildSpace(subnet, family, enis));
            }
        }
    }

    private void set(Eni eni, boolean present) {
        EniId id = eni.id();
        enisBySubnet = enisBySubnet.with(eni.subnetId(), id, present);
        enisByMac = enisByMac.with(eni.macAddress(), id, present);
        for (SecurityGroupId group : eni.securityGroups()) {
            enisByGroup = enisByGroup.with(group, id, present);
        }
        for (EniAddress each : eni.privateIpAddresses()) {
            enisByAddress = enisByAddress.with(each.address(), id, present);
        }
        for (EniAddress each : eni.ipv6Addresses()) {
            enisByAddress = enisByAddress.with(each.address(), id, present);
        }
        for (Cidr prefix : eni.ipv4Prefixes()) {
            enisByPrefix = enisByPrefix.with(prefix, id, present);
        }
        for (Cidr prefix : eni.ipv6Prefixes()) {
            enisByPrefix = enisByPrefix.with(prefix, id, present);
        }
        eni.trunkAssociation().ifPresent(branch -> branchesByTrunk = branchesByTrunk.with(branch.trunk(), id, present));
        eni.attachment().ifPresent(attachment -> {
            attachment.instanceId().ifPresent(instance -> enisByInstance = enisByInstance.with(instance, id, present));
            attachment
                    .attachmentId()
                    .ifPresent(text -> enisByAttachmentId = enisByAttachmentId.with(text, id, present));
        });
    }

    private void rebuildSpace(Subnet subnet, IpFamily family, Function<EniId, Eni> enis) {
        subnet.cidrBlock(family)
                .filter(block -> block.family() == family)
                .ifPresent(block -> setSpace(
                        subnet.id(),
                        family,
                        AddressSpace.of(
                                subnet,
                                block,
                                enisBySubnet.get(subnet.id()).stream()
                                        .map(enis)
                                        .flatMap(eni -> AddressSpace.heldBy(eni, family)))));
    }

    private TreePMap<SubnetId, AddressSpace> spaces(IpFamily family) {
        return switch (family) {
            case IPV4 -> ipv4Spaces;
            case IPV6 -> ipv6Spaces;
        };
    }

    private void setSpace(SubnetId subnet, IpFamily family, AddressSpace space) {
        switch (family) {
            case IPV4 -> ipv4Spaces = ipv4Spaces.plus(subnet, space);
            case IPV6 -> ipv6Spaces = ipv6Spaces.plus(subnet, space);
        }
    }

    private static List<Cidr> heldBy(Eni eni, IpFamily family) {
        return AddressSpace.heldBy(eni, family).toList();
    }
}
