package io.enikit.model;

import io.enikit.internal.IdMap;
import io.enikit.internal.PersistentMap;
import io.enikit.internal.PersistentSet;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import io.enikit.net.MacAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who is where: everything about a plan that follows from its resources and would be slow to look for.
 *
 * <p>An index is changed only by the builder that made it, before its plan is built; the parts are persistent, so that
 * a copy costs next to nothing. A change touches the parts alone in which something is another one than before.
 */
final class PlanIndex {
    /** How many of its 48 bits have no room in a number below 2^39. */
    private static final int UNUSED_BITS_OF_MAC = 9;

    private PersistentMap<SubnetId, SubnetIndex> subnets = PersistentMap.empty();
    private PersistentMap<VpcId, VpcIndex> vpcs = PersistentMap.empty();

    /** All subnets by their blocks, whatever their VPC. */
    private MultiIndex<Cidr, SubnetId> subnetsByBlock = MultiIndex.empty();

    /** The subnets whose interfaces may hold what is in no block of the subnet. */
    private PersistentSet<SubnetId> strays = PersistentSet.empty();

    /** The interfaces for which EC2 has yet to choose something. */
    private MultiIndex<SubnetId, EniId> demandingBySubnet = MultiIndex.empty();

    /** The resources that state a Region, or have it in the name of their zone. */
    private MultiIndex<String, ResourceId> tellingByRegion = MultiIndex.empty();

    private MultiIndex<String, ResourceId> ownedByAccount = MultiIndex.empty();
    private MultiIndex<SecurityGroupId, SecurityGroupId> groupsByPeer = MultiIndex.empty();
    private MultiIndex<String, SubnetId> subnetsByZone = MultiIndex.empty();

    /** The subnets that state the id of their zone, by its name and their owner. */
    private MultiIndex<VpcIndex.OwnedName, SubnetId> subnetsByZoneOfOwner = MultiIndex.empty();

    private PersistentSet<VpcId> defaultVpcs = PersistentSet.empty();
    private MultiIndex<Cidr, VpcId> vpcsByIpv6Block = MultiIndex.empty();
    private MultiIndex<InstanceId, EniId> enisByInstance = MultiIndex.empty();
    private MultiIndex<SecurityGroupId, EniId> enisByGroup = MultiIndex.empty();
    private MultiIndex<MacAddress, EniId> enisByMac = MultiIndex.empty();
    private MultiIndex<String, EniId> enisByAttachmentId = MultiIndex.empty();
    private MultiIndex<EniId, EniId> branchesByTrunk = MultiIndex.empty();
    private MultiIndex<TrunkAssociation, EniId> branchesByKey = MultiIndex.empty();
    private MultiIndex<EniId, ElasticIpId> elasticIpsByEni = MultiIndex.empty();
    private MultiIndex<ElasticIpAssociation, ElasticIpId> elasticIpsByAddress = MultiIndex.empty();

    PlanIndex() {}

    PlanIndex copy() {
        PlanIndex copy = new PlanIndex();
        copy.subnets = subnets;
        copy.vpcs = vpcs;
        copy.subnetsByBlock = subnetsByBlock;
        copy.strays = strays;
        copy.demandingBySubnet = demandingBySubnet;
        copy.tellingByRegion = tellingByRegion;
        copy.ownedByAccount = ownedByAccount;
        copy.groupsByPeer = groupsByPeer;
        copy.subnetsByZone = subnetsByZone;
        copy.subnetsByZoneOfOwner = subnetsByZoneOfOwner;
        copy.defaultVpcs = defaultVpcs;
        copy.vpcsByIpv6Block = vpcsByIpv6Block;
        copy.enisByInstance = enisByInstance;
        copy.enisByGroup = enisByGroup;
        copy.enisByMac = enisByMac;
        copy.enisByAttachmentId = enisByAttachmentId;
        copy.branchesByTrunk = branchesByTrunk;
        copy.branchesByKey = branchesByKey;
        copy.elasticIpsByEni = elasticIpsByEni;
        copy.elasticIpsByAddress = elasticIpsByAddress;
        return copy;
    }

    /** Makes the index of all resources at once, which costs less than adding one after the other. */
    static PlanIndex of(PlanContent content) {
        PlanIndex index = new PlanIndex();
        for (ResourceKind kind : ResourceKind.values()) {
            if (kind != ResourceKind.ENI && kind != ResourceKind.SUBNET) {
                for (Resource resource : content.of(kind).values()) {
                    index.change(null, resource);
                }
            }
        }
        Map<SubnetId, List<Eni>> enis = new TreeMap<>();
        for (Resource resource : content.of(ResourceKind.SUBNET).values()) {
            Subnet subnet = (Subnet) resource;
            enis.put(subnet.id(), new ArrayList<>());
            index.changePlace(null, subnet);
            index.changeOwner(null, subnet);
        }
        index.addEnis(content, enis);
        List<SubnetIndex> all = new ArrayList<>(enis.size());
        for (Map.Entry<SubnetId, List<Eni>> each : enis.entrySet()) {
            SubnetId id = each.getKey();
            SubnetIndex ofSubnet = SubnetIndex.of((Subnet) content.find(id).orElse(null), each.getValue());
            all.add(ofSubnet);
            index.strays = ofSubnet.mayStray ? index.strays.plus(id) : index.strays;
        }
        index.subnets = PersistentMap.ofSorted(List.copyOf(enis.keySet()), all);
        return index;
    }

    /** Notes all interfaces, and puts them into the lists of their subnets. */
    private void addEnis(PlanContent content, Map<SubnetId, List<Eni>> bySubnet) {
        PersistentMap<ResourceId, Resource> enis = content.of(ResourceKind.ENI);
        IdMap<List<Eni>> found = new IdMap<>();
        MultiIndex.Pairs<InstanceId, EniId> byInstance = new MultiIndex.Pairs<>(enis.size());
        MultiIndex.Pairs<SecurityGroupId, EniId> byGroup = new MultiIndex.Pairs<>(enis.size());
        MultiIndex.Pairs<MacAddress, EniId> byMac = new MultiIndex.Pairs<>(enis.size());
        MultiIndex.Pairs<String, EniId> byAttachmentId = new MultiIndex.Pairs<>(enis.size());
        MultiIndex.Pairs<EniId, EniId> byTrunk = new MultiIndex.Pairs<>();
        MultiIndex.Pairs<TrunkAssociation, EniId> byKey = new MultiIndex.Pairs<>();
        MultiIndex.Pairs<SubnetId, EniId> demanding = new MultiIndex.Pairs<>();
        for (Resource resource : enis.values()) {
            Eni eni = (Eni) resource;
            EniId id = eni.id();
            @Nullable List<Eni> inSubnet = found.get(eni.subnetId());
            if (inSubnet == null) {
                inSubnet = bySubnet.computeIfAbsent(eni.subnetId(), unseen -> new ArrayList<>());
                found.put(eni.subnetId(), inSubnet);
            }
            inSubnet.add(eni);
            for (SecurityGroupId group : eni.securityGroups()) {
                byGroup.add(group, id);
            }
            byMac.add(eni.macAddress(), id);
            if (!eni.addressDemand().isNone()) {
                demanding.add(eni.subnetId(), id);
            }
            changeOwner(null, eni);
            @Nullable Attachment attachment = attachmentOf(eni);
            byInstance.add(instanceOf(attachment), id);
            byAttachmentId.add(attachmentIdOf(attachment), id);
            @Nullable TrunkAssociation branch = trunkOf(eni);
            byTrunk.add(branch == null ? null : branch.trunk(), id);
            byKey.add(branch, id);
        }
        enisByInstance = byInstance.indexByText(ResourceId::toString);
        enisByGroup = byGroup.indexByText(ResourceId::toString);
        enisByMac = byMac.indexBy(mac -> mac.toLong() >>> UNUSED_BITS_OF_MAC);
        enisByAttachmentId = byAttachmentId.indexByText(text -> text);
        branchesByTrunk = byTrunk.index();
        branchesByKey = byKey.index();
        demandingBySubnet = demanding.index();
    }

    SortedSet<EniId> demandingIn(SubnetId id) {
        return demandingBySubnet.get(id);
    }

    SortedSet<SecurityGroupId> groupsWithPeer(SecurityGroupId peer) {
        return groupsByPeer.get(peer);
    }

    /** Returns the Regions that resources state, or have in the names of their zones. */
    SortedSet<String> regions() {
        return tellingByRegion.keys();
    }

    SortedSet<String> accounts() {
        return ownedByAccount.keys();
    }

    SubnetIndex in(SubnetId id) {
        @Nullable SubnetIndex found = subnets.get(id);
        return found == null ? SubnetIndex.EMPTY : found;
    }

    VpcIndex in(VpcId id) {
        @Nullable VpcIndex found = vpcs.get(id);
        return found == null ? VpcIndex.EMPTY : found;
    }

    PersistentMap<SubnetId, SubnetIndex> subnets() {
        return subnets;
    }

    SortedSet<EniId> enisOf(InstanceId id) {
        return enisByInstance.get(id);
    }

    SortedSet<EniId> enisWith(SecurityGroupId id) {
        return enisByGroup.get(id);
    }

    SortedSet<EniId> enisWith(MacAddress mac) {
        return enisByMac.get(mac);
    }

    boolean isShared(MacAddress mac) {
        return enisByMac.isShared(mac);
    }

    @Nullable
    EniId eniAttachedAs(String attachmentId) {
        return enisByAttachmentId.first(attachmentId);
    }

    SortedSet<EniId> branchesOf(EniId trunk) {
        return branchesByTrunk.get(trunk);
    }

    SortedSet<EniId> branchesWith(TrunkAssociation association) {
        return branchesByKey.get(association);
    }

    SortedSet<EniId> enisWithElasticIps() {
        return elasticIpsByEni.keys();
    }

    SortedSet<ElasticIpId> elasticIpsOf(EniId id) {
        return elasticIpsByEni.get(id);
    }

    @Nullable
    ElasticIpId firstElasticIp(ElasticIpAssociation association) {
        return elasticIpsByAddress.first(association);
    }

    SortedSet<ElasticIpId> elasticIpsOf(ElasticIpAssociation association) {
        return elasticIpsByAddress.get(association);
    }

    boolean isZoneOfASubnet(String zone) {
        return subnetsByZone.contains(zone);
    }

    @Nullable
    SubnetId subnetWithZoneId(String zone, Optional<String> owner) {
        return subnetsByZoneOfOwner.first(new VpcIndex.OwnedName(zone, owner));
    }

    boolean isIpv6BlockOfAVpc(Cidr cidr) {
        List<VpcId> overlapping = new ArrayList<>(0);
        BlocksAround.addOverlapping(vpcsByIpv6Block, cidr, overlapping);
        return !overlapping.isEmpty();
    }

    PersistentSet<VpcId> defaultVpcs() {
        return defaultVpcs;
    }

    /** Returns the interfaces that hold an address, whatever their VPC. */
    SortedSet<EniId> ownersOf(IpAddress address) {
        SortedSet<EniId> owners = new TreeSet<>();
        for (SubnetId id : subnetsAround(Cidr.from(address))) {
            owners.addAll(in(id).ownersOf(address));
        }
        return owners;
    }

    /** Returns the interfaces that hold any address of a block, whatever their VPC. */
    SortedSet<EniId> ownersIn(Cidr cidr) {
        SortedSet<EniId> owners = new TreeSet<>();
        for (SubnetId id : subnetsAround(cidr)) {
            owners.addAll(in(id).ownersIn(cidr));
        }
        return owners;
    }

    private Set<SubnetId> subnetsAround(Cidr cidr) {
        Set<SubnetId> around = new TreeSet<>(strays);
        BlocksAround.addOverlapping(subnetsByBlock, cidr, around);
        return around;
    }

    /** Notes that a resource came, changed or went; null for none. */
    void change(@Nullable Resource before, @Nullable Resource after) {
        Resource one = after == null ? Objects.requireNonNull(before) : after;
        changeOwner(before, after);
        if (one instanceof Vpc vpc) {
            change(vpc.id(), (Vpc) before, (Vpc) after);
        } else if (one instanceof Subnet subnet) {
            change(subnet.id(), (Subnet) before, (Subnet) after);
        } else if (one instanceof SecurityGroup group) {
            change(group.id(), (SecurityGroup) before, (SecurityGroup) after);
        } else if (one instanceof Eni eni) {
            change(eni.id(), (Eni) before, (Eni) after);
        } else if (one instanceof ElasticIp elasticIp) {
            change(elasticIp.id(), (ElasticIp) before, (ElasticIp) after);
        }
    }

    private void changeOwner(@Nullable Resource before, @Nullable Resource after) {
        if (before != null && before.ownerId().isPresent()) {
            ownedByAccount = ownedByAccount.minus(before.ownerId().get(), before.resourceId());
        }
        if (after != null && after.ownerId().isPresent()) {
            ownedByAccount = ownedByAccount.plus(after.ownerId().get(), after.resourceId());
        }
    }

    private void changeRegion(Optional<String> before, Optional<String> after, ResourceId id) {
        tellingByRegion = tellingByRegion.moved(before.orElse(null), after.orElse(null), id);
    }

    private void change(VpcId id, @Nullable Vpc before, @Nullable Vpc after) {
        changeRegion(
                before == null ? Optional.empty() : before.region(),
                after == null ? Optional.empty() : after.region(),
                id);
        if (before != null && before.defaultVpc()) {
            defaultVpcs = defaultVpcs.minus(before.id());
        }
        if (after != null && after.defaultVpc()) {
            defaultVpcs = defaultVpcs.plus(after.id());
        }
        for (Cidr block : before == null ? List.<Cidr>of() : before.ipv6CidrBlocks()) {
            vpcsByIpv6Block = vpcsByIpv6Block.minus(block, id);
        }
        for (Cidr block : after == null ? List.<Cidr>of() : after.ipv6CidrBlocks()) {
            vpcsByIpv6Block = vpcsByIpv6Block.plus(block, id);
        }
    }

    private void change(SubnetId id, @Nullable Subnet before, @Nullable Subnet after) {
        changePlace(before, after);
        set(id, in(id).with(after));
    }

    /** Notes where a subnet is, as opposed to what is in it. */
    private void changePlace(@Nullable Subnet before, @Nullable Subnet after) {
        if (before != null) {
            set(before.vpcId(), in(before.vpcId()).minus(before));
            subnetsByZone = subnetsByZone.minus(before.availabilityZone(), before.id());
            changeRegion(before.zone().region(), Optional.empty(), before.id());
            subnetsByZoneOfOwner = subnetsByZoneOfOwner.moved(zoneOfOwner(before), null, before.id());
            for (IpFamily family : IpFamily.values()) {
                subnetsByBlock = subnetsByBlock.moved(before.cidrBlock(family).orElse(null), null, before.id());
            }
        }
        if (after != null) {
            set(after.vpcId(), in(after.vpcId()).plus(after));
            subnetsByZone = subnetsByZone.plus(after.availabilityZone(), after.id());
            changeRegion(Optional.empty(), after.zone().region(), after.id());
            subnetsByZoneOfOwner = subnetsByZoneOfOwner.moved(null, zoneOfOwner(after), after.id());
            for (IpFamily family : IpFamily.values()) {
                subnetsByBlock =
                        subnetsByBlock.moved(null, after.cidrBlock(family).orElse(null), after.id());
            }
        }
    }

    private static VpcIndex.@Nullable OwnedName zoneOfOwner(Subnet subnet) {
        return subnet.zoneId().isEmpty() ? null : new VpcIndex.OwnedName(subnet.availabilityZone(), subnet.ownerId());
    }

    private void change(SecurityGroupId id, @Nullable SecurityGroup before, @Nullable SecurityGroup after) {
        if (before != null) {
            set(before.vpcId(), in(before.vpcId()).minus(before));
            for (VpcId other : before.associatedVpcIds()) {
                set(other, in(other).minusAssociated(id));
            }
        }
        if (after != null) {
            set(after.vpcId(), in(after.vpcId()).plus(after));
            for (VpcId other : after.associatedVpcIds()) {
                set(other, in(other).plusAssociated(id));
            }
        }
        groupsByPeer = groupsByPeer.moved(
                before == null ? Set.of() : before.peerIds(), after == null ? Set.of() : after.peerIds(), id);
    }

    private void set(VpcId id, VpcIndex changed) {
        vpcs = changed.isEmpty() ? vpcs.minus(id) : vpcs.plus(id, changed);
    }

    private void change(EniId id, @Nullable Eni before, @Nullable Eni after) {
        if (before != null && after != null && before.subnetId().equals(after.subnetId())) {
            if (!holdsTheSame(before, after)) {
                set(after.subnetId(), in(after.subnetId()).changed(before, after));
            }
        } else {
            if (before != null) {
                set(before.subnetId(), in(before.subnetId()).changed(before, null));
            }
            if (after != null) {
                set(after.subnetId(), in(after.subnetId()).changed(null, after));
            }
        }
        demandingBySubnet = demandingBySubnet.moved(demandedIn(before), demandedIn(after), id);
        enisByMac = enisByMac.moved(
                before == null ? null : before.macAddress(), after == null ? null : after.macAddress(), id);
        enisByGroup = enisByGroup.moved(
                before == null ? Set.of() : before.securityGroups(),
                after == null ? Set.of() : after.securityGroups(),
                id);
        changeAttachment(id, attachmentOf(before), attachmentOf(after));
        changeTrunk(id, trunkOf(before), trunkOf(after));
    }

    private static @Nullable SubnetId demandedIn(@Nullable Eni eni) {
        return eni == null || eni.addressDemand().isNone() ? null : eni.subnetId();
    }

    private static boolean holdsTheSame(Eni one, Eni other) {
        return one.privateIpAddresses().equals(other.privateIpAddresses())
                && one.ipv6Addresses().equals(other.ipv6Addresses())
                && one.ipv4Prefixes().equals(other.ipv4Prefixes())
                && one.ipv6Prefixes().equals(other.ipv6Prefixes());
    }

    private void set(SubnetId id, SubnetIndex changed) {
        subnets = changed.isEmpty() ? subnets.minus(id) : subnets.plus(id, changed);
        if (changed.mayStray != strays.contains(id)) {
            strays = changed.mayStray ? strays.plus(id) : strays.minus(id);
        }
    }

    private static @Nullable Attachment attachmentOf(@Nullable Eni eni) {
        return eni == null ? null : eni.attachment().orElse(null);
    }

    private void changeAttachment(EniId id, @Nullable Attachment before, @Nullable Attachment after) {
        if (!Objects.equals(before, after)) {
            enisByInstance = enisByInstance.moved(instanceOf(before), instanceOf(after), id);
            enisByAttachmentId = enisByAttachmentId.moved(attachmentIdOf(before), attachmentIdOf(after), id);
        }
    }

    private static @Nullable InstanceId instanceOf(@Nullable Attachment place) {
        return place == null ? null : place.instanceId().orElse(null);
    }

    private static @Nullable String attachmentIdOf(@Nullable Attachment place) {
        return place == null ? null : place.attachmentId().orElse(null);
    }

    private static @Nullable TrunkAssociation trunkOf(@Nullable Eni eni) {
        return eni == null ? null : eni.trunkAssociation().orElse(null);
    }

    private void changeTrunk(EniId id, @Nullable TrunkAssociation before, @Nullable TrunkAssociation after) {
        if (!Objects.equals(before, after)) {
            branchesByTrunk = branchesByTrunk.moved(
                    before == null ? null : before.trunk(), after == null ? null : after.trunk(), id);
            branchesByKey = branchesByKey.moved(before, after, id);
        }
    }

    private void change(ElasticIpId id, @Nullable ElasticIp before, @Nullable ElasticIp after) {
        @Nullable ElasticIpAssociation was = associationOf(before);
        @Nullable ElasticIpAssociation is = associationOf(after);
        elasticIpsByEni = elasticIpsByEni.moved(was == null ? null : was.eniId(), is == null ? null : is.eniId(), id);
        elasticIpsByAddress = elasticIpsByAddress.moved(was, is, id);
        changeRegion(
                before == null ? Optional.empty() : before.region(),
                after == null ? Optional.empty() : after.region(),
                id);
    }

    private static @Nullable ElasticIpAssociation associationOf(@Nullable ElasticIp elasticIp) {
        return elasticIp == null ? null : elasticIp.association().orElse(null);
    }
}
