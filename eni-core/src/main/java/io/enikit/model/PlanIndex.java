package io.enikit.model;

import com.google.common.collect.ImmutableSortedSet;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import io.enikit.net.MacAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * Who is where: everything about a plan that follows from its resources and would be slow to look for.
 *
 * <p>An index is changed only by the builder that made it, before its plan is built; the parts are persistent, so that
 * a copy costs next to nothing.
 */
final class PlanIndex {
    final MultiIndex<InstanceId, EniId> enisByInstance;
    final MultiIndex<SubnetId, EniId> enisBySubnet;
    final MultiIndex<SecurityGroupId, EniId> enisByGroup;
    final MultiIndex<IpAddress, EniId> enisByAddress;
    final MultiIndex<Cidr, EniId> enisByPrefix;
    final MultiIndex<MacAddress, EniId> enisByMac;
    final MultiIndex<String, EniId> enisByAttachmentId;
    final MultiIndex<EniId, EniId> branchesByTrunk;
    /** Those for which EC2 has yet to choose something. */
    final MultiIndex<SubnetId, EniId> demandingBySubnet;

    final MultiIndex<EniId, ElasticIpId> elasticIpsByEni;
    final MultiIndex<VpcId, SubnetId> subnetsByVpc;
    final MultiIndex<Cidr, SubnetId> subnetsByBlock;
    final MultiIndex<VpcId, SecurityGroupId> groupsByVpc;
    /** Those that state a Region, or have it in the name of their zone. */
    final MultiIndex<String, ResourceId> tellingByRegion;

    final MultiIndex<String, ResourceId> ownedByAccount;
    final MultiIndex<SecurityGroupId, SecurityGroupId> groupsByPeer;
    private TreePMap<SubnetId, AddressSpace> ipv4Spaces = TreePMap.empty();
    private TreePMap<SubnetId, AddressSpace> ipv6Spaces = TreePMap.empty();

    PlanIndex() {
        enisByInstance = new MultiIndex<>();
        enisBySubnet = new MultiIndex<>();
        enisByGroup = new MultiIndex<>();
        enisByAddress = new MultiIndex<>();
        enisByPrefix = new MultiIndex<>();
        enisByMac = new MultiIndex<>();
        enisByAttachmentId = new MultiIndex<>();
        branchesByTrunk = new MultiIndex<>();
        demandingBySubnet = new MultiIndex<>();
        elasticIpsByEni = new MultiIndex<>();
        subnetsByVpc = new MultiIndex<>();
        subnetsByBlock = new MultiIndex<>();
        groupsByVpc = new MultiIndex<>();
        tellingByRegion = new MultiIndex<>();
        ownedByAccount = new MultiIndex<>();
        groupsByPeer = new MultiIndex<>();
    }

    private PlanIndex(PlanIndex other) {
        enisByInstance = other.enisByInstance.copy();
        enisBySubnet = other.enisBySubnet.copy();
        enisByGroup = other.enisByGroup.copy();
        enisByAddress = other.enisByAddress.copy();
        enisByPrefix = other.enisByPrefix.copy();
        enisByMac = other.enisByMac.copy();
        enisByAttachmentId = other.enisByAttachmentId.copy();
        branchesByTrunk = other.branchesByTrunk.copy();
        demandingBySubnet = other.demandingBySubnet.copy();
        elasticIpsByEni = other.elasticIpsByEni.copy();
        subnetsByVpc = other.subnetsByVpc.copy();
        subnetsByBlock = other.subnetsByBlock.copy();
        groupsByVpc = other.groupsByVpc.copy();
        tellingByRegion = other.tellingByRegion.copy();
        ownedByAccount = other.ownedByAccount.copy();
        groupsByPeer = other.groupsByPeer.copy();
        ipv4Spaces = other.ipv4Spaces;
        ipv6Spaces = other.ipv6Spaces;
    }

    PlanIndex copy() {
        return new PlanIndex(this);
    }

    /** Makes the index of all resources at once, which costs less than adding one after the other. */
    static PlanIndex of(PlanContent content) {
        PlanIndex index = new PlanIndex();
        for (TreePMap<ResourceId, Resource> ofKind : content.resources().values()) {
            ofKind.values().forEach(resource -> index.change(resource, MultiIndex::gather));
        }
        index.settle();
        Map<SubnetId, List<Eni>> enis = new HashMap<>();
        for (Resource resource : content.of(ResourceKind.ENI).values()) {
            Eni eni = (Eni) resource;
            enis.computeIfAbsent(eni.subnetId(), unseen -> new ArrayList<>()).add(eni);
        }
        for (Resource resource : content.of(ResourceKind.SUBNET).values()) {
            Subnet subnet = (Subnet) resource;
            index.rebuildSpaces(subnet, enis.getOrDefault(subnet.id(), List.of()));
        }
        return index;
    }

    private void settle() {
        enisByInstance.settle();
        enisBySubnet.settle();
        enisByGroup.settle();
        enisByAddress.settle();
        enisByPrefix.settle();
        enisByMac.settle();
        enisByAttachmentId.settle();
        branchesByTrunk.settle();
        demandingBySubnet.settle();
        elasticIpsByEni.settle();
        subnetsByVpc.settle();
        subnetsByBlock.settle();
        groupsByVpc.settle();
        tellingByRegion.settle();
        ownedByAccount.settle();
        groupsByPeer.settle();
    }

    /** Returns the interfaces that hold an address, as one of their own or inside a delegated prefix. */
    SortedSet<EniId> ownersOf(IpAddress address) {
        SortedSet<EniId> direct = enisByAddress.get(address);
        SortedSet<EniId> delegated = delegatedTo(address);
        return delegated.isEmpty() ? direct : union(direct, delegated);
    }

    /** Whether several interfaces hold an address. */
    boolean isShared(IpAddress address) {
        return enisByAddress.isShared(address)
                || (!delegatedTo(address).isEmpty() && ownersOf(address).size() > 1);
    }

    /** Returns the interfaces that hold any address of a block. */
    SortedSet<EniId> ownersIn(Cidr cidr) {
        Cidr lastAddress = Cidr.containing(cidr.last(), cidr.family().bits());
        return union(
                enisByAddress.between(cidr.first(), cidr.last()),
                enisByPrefix.between(delegatedAround(cidr.first()), lastAddress));
    }

    /** Returns the interfaces with the prefix that an address is in; there are no prefixes in most plans. */
    private SortedSet<EniId> delegatedTo(IpAddress address) {
        return enisByPrefix.isEmpty() ? Collections.emptySortedSet() : enisByPrefix.get(delegatedAround(address));
    }

    /** Returns the block that would be delegated if an address were inside a prefix. */
    private static Cidr delegatedAround(IpAddress address) {
        return Cidr.containing(address, Eni.prefixLength(address.family()));
    }

    private static SortedSet<EniId> union(SortedSet<EniId> some, SortedSet<EniId> others) {
        return ImmutableSortedSet.<EniId>naturalOrder()
                .addAll(some)
                .addAll(others)
                .build();
    }

    Optional<AddressSpace> addressSpace(SubnetId subnet, IpFamily family) {
        return Optional.ofNullable(spaces(family).get(subnet));
    }

    /** Adds a resource, given all that is in the plan with it. */
    void add(Resource resource, PlanContent content) {
        change(resource, MultiIndex::plus);
        resource.visit(
                vpc -> {},
                subnet -> rebuildSpaces(subnet, enisIn(subnet, content)),
                group -> {},
                instance -> {},
                this::takeSpace,
                elasticIp -> {});
    }

    /** Removes a resource, given all that stays. */
    void remove(Resource resource, PlanContent content) {
        change(resource, MultiIndex::minus);
        resource.visit(
                vpc -> {},
                subnet -> {
                    ipv4Spaces = ipv4Spaces.minus(subnet.id());
                    ipv6Spaces = ipv6Spaces.minus(subnet.id());
                },
                group -> {},
                instance -> {},
                eni -> content.find(eni.subnetId()).ifPresent(subnet -> giveSpace(eni, (Subnet) subnet, content)),
                elasticIp -> {});
    }

    private void takeSpace(Eni eni) {
        for (IpFamily family : IpFamily.values()) {
            @Nullable AddressSpace space = spaces(family).get(eni.subnetId());
            if (space != null) {
                setSpace(eni.subnetId(), family, space.take(heldBy(eni, family)));
            }
        }
    }

    private void giveSpace(Eni eni, Subnet subnet, PlanContent content) {
        for (IpFamily family : IpFamily.values()) {
            @Nullable AddressSpace space = spaces(family).get(subnet.id());
            if (space != null) {
                space.give(heldBy(eni, family))
                        .ifPresentOrElse(
                                more -> setSpace(subnet.id(), family, more),
                                () -> rebuildSpace(subnet, family, enisIn(subnet, content)));
            }
        }
    }

    /** What is done with each pair of a key and a value that a resource has in an index. */
    private interface Change {
        <K extends Comparable<? super K>, V extends Comparable<? super V>> void in(
                MultiIndex<K, V> index, K key, V value);
    }

    private void change(Resource resource, Change change) {
        resource.ownerId().ifPresent(account -> change.in(ownedByAccount, account, resource.resourceId()));
        resource.visit(
                vpc -> vpc.region().ifPresent(region -> change.in(tellingByRegion, region, vpc.id())),
                subnet -> {
                    subnet.zone().region().ifPresent(region -> change.in(tellingByRegion, region, subnet.id()));
                    change.in(subnetsByVpc, subnet.vpcId(), subnet.id());
                    subnet.cidrBlock().ifPresent(block -> change.in(subnetsByBlock, block, subnet.id()));
                    subnet.ipv6CidrBlock().ifPresent(block -> change.in(subnetsByBlock, block, subnet.id()));
                },
                group -> {
                    change.in(groupsByVpc, group.vpcId(), group.id());
                    group.peerIds().forEach(peer -> change.in(groupsByPeer, peer, group.id()));
                },
                instance -> {},
                eni -> change(eni, change),
                elasticIp -> {
                    elasticIp
                            .association()
                            .ifPresent(association -> change.in(elasticIpsByEni, association.eniId(), elasticIp.id()));
                    elasticIp.region().ifPresent(region -> change.in(tellingByRegion, region, elasticIp.id()));
                });
    }

    private void change(Eni eni, Change change) {
        EniId id = eni.id();
        change.in(enisBySubnet, eni.subnetId(), id);
        if (!eni.addressDemand().isNone()) {
            change.in(demandingBySubnet, eni.subnetId(), id);
        }
        change.in(enisByMac, eni.macAddress(), id);
        for (SecurityGroupId group : eni.securityGroups()) {
            change.in(enisByGroup, group, id);
        }
        for (IpFamily family : IpFamily.values()) {
            for (EniAddress each : eni.addresses(family)) {
                change.in(enisByAddress, each.address(), id);
            }
            for (Cidr prefix : eni.prefixes(family)) {
                change.in(enisByPrefix, prefix, id);
            }
        }
        eni.trunkAssociation().ifPresent(branch -> change.in(branchesByTrunk, branch.trunk(), id));
        eni.attachment().ifPresent(attachment -> {
            attachment.instanceId().ifPresent(instance -> change.in(enisByInstance, instance, id));
            attachment.attachmentId().ifPresent(text -> change.in(enisByAttachmentId, text, id));
        });
    }

    private List<Eni> enisIn(Subnet subnet, PlanContent content) {
        return enisBySubnet.get(subnet.id()).stream()
                .map(id -> (Eni) content.find(id).orElseThrow())
                .toList();
    }

    private void rebuildSpaces(Subnet subnet, List<Eni> enis) {
        for (IpFamily family : IpFamily.values()) {
            rebuildSpace(subnet, family, enis);
        }
    }

    private void rebuildSpace(Subnet subnet, IpFamily family, List<Eni> enis) {
        subnet.cidrBlock(family)
                .filter(block -> block.family() == family)
                .ifPresent(block -> setSpace(
                        subnet.id(),
                        family,
                        AddressSpace.of(
                                subnet, block, enis.stream().flatMap(eni -> AddressSpace.heldBy(eni, family)))));
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
