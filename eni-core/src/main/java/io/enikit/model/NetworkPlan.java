package io.enikit.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import io.enikit.internal.PlanAccess;
import io.enikit.net.Cidr;
import io.enikit.net.FreeSpace;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import io.enikit.net.MacAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The network interfaces of an account in a Region, or of several, and all that is around them. Immutable.
 *
 * <p>A plan holds whatever it is given and judges nothing: ids may dangle, addresses may clash, and resources with an
 * id that is taken are kept aside as {@link #duplicates}.
 *
 * <p>Every listing is sorted by id unless it says otherwise. A {@code Set} of resources is an unmodifiable view: nothing
 * is copied, {@code size} is known at once, {@code contains} costs a look-up, and two are equal if their resources are.
 *
 * <p>A changed plan shares all that did not change with the plan it was made from, so a change costs the same in a plan
 * of any size, up to the logarithm.
 */
public final class NetworkPlan extends PlanPlaces {
    static {
        PlanAccess.set(new PlanInside());
    }

    final PlanIndex index;
    final @Nullable FlatIndex flat;

    /** The last answer of {@link #find} for each kind; rules ask the same again and again. A race costs a look-up. */
    private final @Nullable Found[] lastFound = new Found[ResourceKind.values().length];

    private record Found(ResourceId id, Optional<Resource> resource) {}

    /** What was last asked for about an instance. */
    private @Nullable OnInstance lastInstance;

    private NetworkPlan(PlanContent content, PlanIndex index, @Nullable FlatIndex flat) {
        super(content);
        this.index = index;
        this.flat = flat;
    }

    /** {@return a builder of a plan with nothing in it and the default quotas} */
    public static Builder builder() {
        return new Builder(PlanContent.EMPTY, new PlanIndex());
    }

    /** {@return a builder set to this plan} */
    public Builder toBuilder() {
        return new Builder(content, index);
    }

    NetworkPlan with(Resource resource) {
        ResourceId id = resource.resourceId();
        PlanIndex changed = index.copy();
        changed.change(content.of(id.kind()).get(id), resource);
        return new NetworkPlan(content.with(resource), changed, null);
    }

    NetworkPlan without(ResourceId id) {
        @Nullable Resource before = content.of(id.kind()).get(id);
        if (before == null) {
            return this;
        }
        PlanIndex changed = index.copy();
        changed.change(before, null);
        return new NetworkPlan(content.without(id), changed, null);
    }

    /** Returns an equal plan that finds by hash. The hashes are shared, what was last found is not: each thread takes one. */
    NetworkPlan indexed() {
        return new NetworkPlan(content, index, flat == null ? new FlatIndex(content, index) : flat);
    }

    @Override
    @SuppressWarnings("EnumOrdinal") // an array, as two threads may write to it; nobody keeps the index
    public Optional<Resource> find(ResourceId id) {
        if (requireNonNull(id, "id").kind() == ResourceKind.ENI) {
            return content.find(id); // rules come interface by interface, and seldom ask for one again
        }
        @Nullable Found last = lastFound[id.kind().ordinal()];
        if (last == null || !last.id.equals(id)) {
            last = new Found(id, flat != null ? flat.find(id) : content.find(id));
            lastFound[id.kind().ordinal()] = last;
        }
        return last.resource;
    }

    /**
     * Lists the interfaces of an instance.
     *
     * @param id the instance
     * @return its interfaces by network card, device index and id; none if the instance is unknown
     */
    public List<Eni> enisOf(InstanceId id) {
        return on(requireNonNull(id, "id")).enis();
    }

    OnInstance on(InstanceId id) {
        @Nullable OnInstance last = lastInstance;
        if (last == null || !last.id().equals(id)) {
            @Nullable OnInstance known = flat == null ? null : flat.on(id);
            last = known == null ? OnInstance.of(id, find(index.enisOf(id)), this::find) : known;
            lastInstance = last;
        }
        return last;
    }

    private List<Eni> find(Collection<EniId> ids) {
        List<Eni> found = new ArrayList<>(ids.size());
        for (EniId id : ids) {
            found.add((Eni) content.find(id).orElseThrow());
        }
        return found;
    }

    /**
     * Lists the interfaces of an instance.
     *
     * @param id the instance
     * @return its interfaces by network card, device index and id; none if the instance is unknown
     */
    public List<Eni> enisOf(String id) {
        return enisOf(InstanceId.of(requireNonNull(id, "id")));
    }

    /**
     * Finds the primary interface of an instance, the one at device index 0 of network card 0.
     *
     * @param id the instance
     * @return the interface, or empty if nothing is there
     */
    public Optional<Eni> primaryEniOf(InstanceId id) {
        return on(requireNonNull(id, "id")).primary();
    }

    /**
     * Lists the interfaces in a subnet.
     *
     * @param id the subnet
     * @return the interfaces; none if the subnet is unknown
     */
    public Set<Eni> enisIn(SubnetId id) {
        return enis(index.in(requireNonNull(id, "id")).enis);
    }

    /**
     * Lists the interfaces in a subnet.
     *
     * @param id the subnet
     * @return the interfaces; none if the subnet is unknown
     */
    public Set<Eni> enisIn(String id) {
        return enisIn(SubnetId.of(requireNonNull(id, "id")));
    }

    /**
     * Lists the interfaces in a security group.
     *
     * @param id the group
     * @return the interfaces; none if the group is unknown
     */
    public Set<Eni> enisWith(SecurityGroupId id) {
        return enis(index.enisWith(requireNonNull(id, "id")));
    }

    /**
     * Lists the interfaces with a MAC address: one, unless the plan has a fault.
     *
     * @param mac the MAC address
     * @return the interfaces
     */
    public Set<Eni> enisWith(MacAddress mac) {
        return enis(index.enisWith(requireNonNull(mac, "mac")));
    }

    /**
     * Lists the branch interfaces that a trunk carries.
     *
     * @param trunk the trunk interface
     * @return its branches; none if it carries none or is unknown
     */
    public Set<Eni> branchesOf(EniId trunk) {
        return enis(index.branchesOf(requireNonNull(trunk, "trunk")));
    }

    /**
     * Finds the interface that is attached under an attachment id.
     *
     * @param attachmentId such as {@code eni-attach-66c4350a}
     * @return the interface, the first by id if several are; empty if none is
     */
    public Optional<Eni> eniAttachedAs(String attachmentId) {
        return Optional.ofNullable(index.eniAttachedAs(requireNonNull(attachmentId, "attachmentId")))
                .flatMap(this::eni);
    }

    /**
     * Finds the interface that holds an address, as one of its own or inside a delegated prefix.
     *
     * @param address a private IPv4 or an IPv6 address
     * @return the interface, the first by id where several hold it, be it in several VPCs; empty if none does
     */
    public Optional<Eni> ownerOf(IpAddress address) {
        return first(ownersOf(address));
    }

    /**
     * Lists the interfaces that hold an address, as one of their own or inside a delegated prefix.
     *
     * @param address a private IPv4 or an IPv6 address
     * @return the interfaces: at most one in a VPC, unless the plan has a fault
     */
    public Set<Eni> ownersOf(IpAddress address) {
        return enis(index.ownersOf(requireNonNull(address, "address")));
    }

    /**
     * Lists the interfaces that hold any address of a block, as one of their own or inside a delegated prefix.
     *
     * @param cidr a block, such as a prefix
     * @return the interfaces
     */
    public Set<Eni> ownersIn(Cidr cidr) {
        return enis(index.ownersIn(requireNonNull(cidr, "cidr")));
    }

    /**
     * Lists the Elastic IPs that are associated with an interface.
     *
     * @param id the interface
     * @return the Elastic IPs; none if the interface is unknown
     */
    public Set<ElasticIp> elasticIpsOf(EniId id) {
        return ResourceView.of(
                index.elasticIpsOf(requireNonNull(id, "id")),
                each -> elasticIp(each).orElseThrow());
    }

    /**
     * Finds the Elastic IP that stands for an address.
     *
     * @param association the address and its interface
     * @return the Elastic IP, the first by id if several do; empty if none does
     */
    public Optional<ElasticIp> elasticIpOf(ElasticIpAssociation association) {
        return Optional.ofNullable(index.firstElasticIp(requireNonNull(association, "association")))
                .flatMap(this::elasticIp);
    }

    /**
     * Lists the subnets of a VPC.
     *
     * @param id the VPC
     * @return the subnets; none if the VPC is unknown
     */
    public Set<Subnet> subnetsOf(VpcId id) {
        return ResourceView.of(
                index.in(requireNonNull(id, "id")).subnets(),
                each -> subnet(each).orElseThrow());
    }

    /**
     * Lists the subnets of a VPC with a block that overlaps a block.
     *
     * @param id the VPC
     * @param cidr the block, of either family
     * @return the subnets; none if the VPC is unknown
     */
    public Set<Subnet> subnetsOverlapping(VpcId id, Cidr cidr) {
        requireNonNull(id, "id");
        requireNonNull(cidr, "cidr");
        SortedSet<SubnetId> overlapping = index.in(id).subnetsOverlapping(cidr);
        return ResourceView.of(overlapping, each -> subnet(each).orElseThrow());
    }

    /**
     * Lists the security groups of a VPC.
     *
     * @param id the VPC
     * @return the groups that were made in it; none if the VPC is unknown
     */
    public Set<SecurityGroup> securityGroupsOf(VpcId id) {
        return ResourceView.of(
                index.in(requireNonNull(id, "id")).groups(),
                each -> securityGroup(each).orElseThrow());
    }

    /**
     * Lists the security groups with a rule for a group.
     *
     * @param peer the group that their rules name; it may be among them
     * @return the groups; none if no rule names it
     */
    public Set<SecurityGroup> securityGroupsWithPeer(SecurityGroupId peer) {
        return ResourceView.of(
                index.groupsWithPeer(requireNonNull(peer, "peer")),
                each -> securityGroup(each).orElseThrow());
    }

    /**
     * Finds the VPC of an interface, which follows from its subnet.
     *
     * @param eni an interface
     * @return the VPC, or empty if the subnet or the VPC is unknown
     */
    public Optional<Vpc> vpcOf(Eni eni) {
        Optional<Subnet> subnet = subnet(requireNonNull(eni, "eni").subnetId());
        return subnet.isPresent() ? vpc(subnet.get().vpcId()) : Optional.empty();
    }

    @Override
    public Optional<Zone> zoneOf(InstanceId id) {
        return on(requireNonNull(id, "id")).zone();
    }

    @Override
    public Optional<String> regionOf(Resource resource) {
        return new RegionFinder(this).find(requireNonNull(resource, "resource"));
    }

    @Override
    PlanIndex index() {
        return index;
    }

    /**
     * Returns the free addresses of a subnet: neither reserved by EC2 nor held by an interface.
     *
     * @param id the subnet
     * @param family the family
     * @return the free space, or empty if the subnet is unknown or has no block of this family
     */
    public Optional<FreeSpace> freeSpace(SubnetId id, IpFamily family) {
        return addressSpace(id, family).map(AddressSpace::free);
    }

    /**
     * Returns the free addresses of a subnet, and which of them EC2 picks from.
     *
     * @param id the subnet
     * @param family the family
     * @return the address space, or empty if the subnet is unknown or has no block of this family
     */
    public Optional<AddressSpace> addressSpace(SubnetId id, IpFamily family) {
        SubnetIndex inside = index.in(requireNonNull(id, "id"));
        return Optional.ofNullable(inside.space(requireNonNull(family, "family")));
    }

    /**
     * Lists the interfaces in a subnet for which EC2 has yet to choose addresses or prefixes.
     *
     * @param id the subnet
     * @return the interfaces; none if the subnet is unknown
     */
    public Set<Eni> enisAwaitingAddressesIn(SubnetId id) {
        return enis(index.demandingIn(requireNonNull(id, "id")));
    }

    /**
     * Returns what EC2 has yet to choose in a subnet, and what is taken there by interfaces that are not in the plan.
     *
     * @param id the subnet
     * @return the demand of the interfaces in it, of what names it alone, and its {@linkplain SubnetDemand#shareOf share}
     *     of what names several subnets
     */
    public AddressDemand addressDemandOn(SubnetId id) {
        AddressDemand demand = AddressDemand.none();
        for (Eni eni : enisAwaitingAddressesIn(id)) {
            demand = demand.plus(eni.addressDemand());
        }
        for (SubnetDemand each : subnetDemandsOn(id)) {
            demand = demand.plus(each.shareOf(id));
        }
        return demand;
    }

    /**
     * Returns how many IPv4 addresses of a subnet are available, as EC2 counts them once it has chosen all that it is to.
     *
     * <p>Those held by interfaces are not, be the instance stopped or the address inside of a delegated prefix; nor are
     * the five that EC2 reserves, nor those that a CIDR reservation keeps (API Reference, {@code Subnet},
     * {@code AvailableIpAddressCount}). Those are not either that are {@linkplain #addressDemandOn in demand}.
     *
     * @param id the subnet
     * @return the number, 0 if the subnet is unknown or IPv6-native
     */
    public long availableIpAddressCount(SubnetId id) {
        return addressSpace(id, IpFamily.IPV4)
                .map(space -> space.forAddressesAfter(addressDemandOn(id)))
                .orElse(0L);
    }

    /**
     * Returns how many IPv4 addresses of a subnet are available, as EC2 counts them.
     *
     * @param id the subnet
     * @return the number, 0 if the subnet is unknown or IPv6-native
     */
    public long availableIpAddressCount(String id) {
        return availableIpAddressCount(SubnetId.of(requireNonNull(id, "id")));
    }

    private Set<Eni> enis(SortedSet<EniId> ids) {
        return ResourceView.of(ids, id -> eni(id).orElseThrow());
    }

    private static Optional<Eni> first(Set<Eni> enis) {
        return enis.isEmpty() ? Optional.empty() : Optional.of(enis.iterator().next());
    }

    /** What Jackson writes, with {@code eni-jackson} or without. */
    @JsonValue
    String text() {
        return PlanText.write(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NetworkPlan plan && content.equals(plan.content);
    }

    @Override
    public int hashCode() {
        return content.hashCode();
    }

    /** {@return how many resources of each kind there are} */
    @Override
    public String toString() {
        return "NetworkPlan{" + vpcs().size() + " VPCs, " + subnets().size() + " subnets, "
                + instances().size() + " instances, " + enis().size() + " ENIs}";
    }

    /** Builds plans. It may go on after {@link #build}, which leaves what was built as it is. */
    public static final class Builder {
        private final PlanEdits edits;

        private Builder(PlanContent content, PlanIndex index) {
            edits = new PlanEdits(content, index);
        }

        /**
         * Adds a resource. Where its id is taken it is kept aside, among {@link NetworkPlan#duplicates}.
         *
         * @param resource the resource
         * @return this builder
         */
        public Builder add(Resource resource) {
            edits.add(requireNonNull(resource, "resource"));
            return this;
        }

        /**
         * Adds a resource, in place of the one of the same id if there is one.
         *
         * @param resource the resource
         * @return this builder
         */
        public Builder put(Resource resource) {
            edits.put(requireNonNull(resource, "resource"));
            return this;
        }

        /**
         * Removes a resource; nothing happens where there is none of this id.
         *
         * @param id its id
         * @return this builder
         */
        public Builder remove(ResourceId id) {
            edits.remove(requireNonNull(id, "id"));
            return this;
        }

        /** Adds a resource unless its id is taken. */
        boolean addIfNew(Resource resource) {
            return edits.addIfNew(resource);
        }

        boolean contains(ResourceId id) {
            return edits.contains(id);
        }

        /**
         * Adds what subnets must have room for beside the interfaces in the plan, such as an auto-scaling group.
         *
         * @param demand how many addresses, and in which subnets
         * @return this builder
         */
        public Builder addSubnetDemand(SubnetDemand demand) {
            edits.add(requireNonNull(demand, "demand"));
            return this;
        }

        /**
         * Sets what subnets must have room for beside the interfaces in the plan, replacing what was set before.
         *
         * @param demands the demands
         * @return this builder
         */
        public Builder subnetDemands(Iterable<SubnetDemand> demands) {
            edits.demands(requireNonNull(demands, "demands"));
            return this;
        }

        /**
         * Sets the quotas.
         *
         * @param quotas the quotas of the account
         * @return this builder
         */
        public Builder quotas(Quotas quotas) {
            edits.quotas(requireNonNull(quotas, "quotas"));
            return this;
        }

        /** {@return the plan} */
        public NetworkPlan build() {
            return new NetworkPlan(edits.content(), edits.index(), null);
        }
    }
}
