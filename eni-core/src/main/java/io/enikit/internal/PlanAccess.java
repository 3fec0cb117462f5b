package io.enikit.internal;

import static java.util.Objects.requireNonNull;

import io.enikit.model.Attachment;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.ElasticIpId;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Resource;
import io.enikit.model.ResourceId;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.SubnetId;
import io.enikit.model.TrunkAssociation;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import io.enikit.net.MacAddress;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** What rules ask of a plan. */
public abstract class PlanAccess {
    private static @Nullable PlanAccess access;

    /** Called once, by the class that is asked. */
    protected PlanAccess() {}

    /**
     * Gives access. The class {@code NetworkPlan} does so when it is initialized.
     *
     * @param given the access
     */
    public static void set(PlanAccess given) {
        access = given;
    }

    /** {@return the access; whoever has a plan to ask about has initialized the class} */
    public static PlanAccess get() {
        return requireNonNull(access, "access");
    }

    /**
     * Returns an equal plan that answers many questions faster.
     *
     * <p>Making it costs a look at every resource; it pays off where all of a plan is gone through, as in a check. What
     * it was made for once is shared by those that are made from it, so each thread can have one.
     *
     * @param plan the plan
     * @return a plan with hash indexes beside the persistent ones
     */
    public abstract NetworkPlan indexed(NetworkPlan plan);

    /**
     * Returns a plan with a resource, in place of the one of the same id if there is one.
     *
     * @param plan the plan
     * @param resource the resource
     * @return what a builder that is set to the plan makes of it, in fewer steps
     */
    public abstract NetworkPlan put(NetworkPlan plan, Resource resource);

    /**
     * Returns a plan without a resource.
     *
     * @param plan the plan
     * @param id its id
     * @return what a builder that is set to the plan makes of it, in fewer steps
     */
    public abstract NetworkPlan remove(NetworkPlan plan, ResourceId id);

    /**
     * Returns an interface that is attached, or that has another attachment.
     *
     * @param eni the interface
     * @param place the attachment
     * @return what a builder that is set to the interface makes of it, in fewer steps
     */
    public abstract Eni attached(Eni eni, Attachment place);

    /**
     * Checks whether several interfaces have a MAC address, which is quicker told than which ones they are.
     *
     * @param plan the plan
     * @param mac the MAC address
     * @return true if more than one has it
     */
    public abstract boolean isShared(NetworkPlan plan, MacAddress mac);

    /**
     * Checks whether several interfaces of an instance are at one place, which is quicker told than which ones they are.
     *
     * @param plan the plan
     * @param instance the instance
     * @return true if a device index of a network card holds more than one
     */
    public abstract boolean sharesPlaces(NetworkPlan plan, InstanceId instance);

    /**
     * Checks whether several interfaces of a subnet hold an address, which is quicker told than which ones they are.
     *
     * @param plan the plan
     * @param subnet the subnet
     * @param address a private IPv4 or an IPv6 address
     * @return true if more than one holds it
     */
    public abstract boolean isShared(NetworkPlan plan, SubnetId subnet, IpAddress address);

    /**
     * Lists the interfaces of a subnet that hold an address, as one of their own or inside a delegated prefix.
     *
     * @param plan the plan
     * @param subnet the subnet
     * @param address a private IPv4 or an IPv6 address
     * @return the interfaces
     */
    public abstract SortedSet<EniId> ownersOf(NetworkPlan plan, SubnetId subnet, IpAddress address);

    /**
     * Finds the interface of a subnet that holds any address of a block.
     *
     * @param plan the plan
     * @param subnet the subnet
     * @param cidr a block, such as a prefix
     * @return the first one by id, null if none does
     */
    public abstract @Nullable EniId firstOwnerIn(NetworkPlan plan, SubnetId subnet, Cidr cidr);

    /**
     * Lists the interfaces of a subnet that hold anything in a block: for each address and prefix the first two.
     *
     * @param plan the plan
     * @param subnet the subnet
     * @param cidr a block, such as a prefix
     * @return the interfaces
     */
    public abstract SortedSet<EniId> firstOwnersInside(NetworkPlan plan, SubnetId subnet, Cidr cidr);

    /**
     * Lists the Elastic IPs that stand for an address.
     *
     * @param plan the plan
     * @param association the address and its interface
     * @return the Elastic IPs
     */
    public abstract SortedSet<ElasticIpId> elasticIpsOf(NetworkPlan plan, ElasticIpAssociation association);

    /**
     * Lists the interfaces that Elastic IPs stand for.
     *
     * @param plan the plan
     * @return the ids that Elastic IPs name, whether or not there are such interfaces
     */
    public abstract SortedSet<EniId> enisWithElasticIps(NetworkPlan plan);

    /**
     * Lists the branches that a trunk carries under a key.
     *
     * @param plan the plan
     * @param association the trunk and the key
     * @return the branches
     */
    public abstract SortedSet<EniId> branchesWith(NetworkPlan plan, TrunkAssociation association);

    /**
     * Lists the subnets of a VPC whose block of a family overlaps a block.
     *
     * @param plan the plan
     * @param vpc the VPC
     * @param family the family
     * @param cidr the block
     * @return the subnets
     */
    public abstract SortedSet<SubnetId> subnetsOverlapping(NetworkPlan plan, VpcId vpc, IpFamily family, Cidr cidr);

    /**
     * Lists the security groups of a VPC with a name.
     *
     * @param plan the plan
     * @param vpc the VPC
     * @param name the name
     * @return the groups
     */
    public abstract SortedSet<SecurityGroupId> groupsNamed(NetworkPlan plan, VpcId vpc, String name);

    /**
     * Lists the security groups of a VPC with a name and an owner.
     *
     * @param plan the plan
     * @param vpc the VPC
     * @param name the name
     * @param owner the account, empty for those whose owner is not known
     * @return the groups
     */
    public abstract SortedSet<SecurityGroupId> groupsNamed(
            NetworkPlan plan, VpcId vpc, String name, Optional<String> owner);

    /**
     * Lists the security groups of other VPCs that are associated with a VPC.
     *
     * @param plan the plan
     * @param vpc the VPC
     * @return the groups
     */
    public abstract SortedSet<SecurityGroupId> groupsAssociatedWith(NetworkPlan plan, VpcId vpc);

    /**
     * Checks whether any subnet is in an availability zone.
     *
     * @param plan the plan
     * @param zone the name of the zone
     * @return true if one is
     */
    public abstract boolean isZoneOfASubnet(NetworkPlan plan, String zone);

    /**
     * Finds a subnet of an account that tells the id of an availability zone.
     *
     * @param plan the plan
     * @param zone the name of the zone
     * @param owner the account, empty for subnets whose owner is not known
     * @return the first one by id, null if there is none
     */
    public abstract @Nullable SubnetId subnetWithZoneId(NetworkPlan plan, String zone, Optional<String> owner);

    /**
     * Checks whether a block overlaps an IPv6 block of any VPC.
     *
     * @param plan the plan
     * @param cidr the block
     * @return true if it does
     */
    public abstract boolean isIpv6BlockOfAVpc(NetworkPlan plan, Cidr cidr);

    /**
     * Lists what resources of a plan name: VPCs, subnets, security groups, instances, and interfaces of Elastic IPs.
     *
     * @param plan the plan
     * @return their ids, whether or not there are such resources, and those of subnets that nothing names
     */
    public abstract List<ResourceId> named(NetworkPlan plan);

    /**
     * Lists the default VPCs.
     *
     * @param plan the plan
     * @return the VPCs, of all Regions and accounts
     */
    public abstract SortedSet<VpcId> defaultVpcs(NetworkPlan plan);
}
