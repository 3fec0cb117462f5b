package io.enikit.model;

import io.enikit.internal.PlanAccess;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import io.enikit.net.MacAddress;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** What the other packages of the library may ask of the indexes of a plan, and users may not. */
final class PlanInside extends PlanAccess {
    @Override
    public NetworkPlan indexed(NetworkPlan plan) {
        return plan.indexed();
    }

    @Override
    public NetworkPlan put(NetworkPlan plan, Resource resource) {
        return plan.with(resource);
    }

    @Override
    public NetworkPlan remove(NetworkPlan plan, ResourceId id) {
        return plan.without(id);
    }

    @Override
    public Eni attached(Eni eni, Attachment place) {
        return eni.withAttachment(place);
    }

    @Override
    public boolean isShared(NetworkPlan plan, MacAddress mac) {
        return plan.index.isShared(mac);
    }

    @Override
    public boolean sharesPlaces(NetworkPlan plan, InstanceId instance) {
        return plan.on(instance).sharesPlaces();
    }

    @Override
    public boolean isShared(NetworkPlan plan, SubnetId subnet, IpAddress address) {
        return plan.flat == null
                ? plan.index.in(subnet).isShared(address)
                : plan.flat.mayShare && plan.flat.in(subnet).isShared(address);
    }

    @Override
    public SortedSet<EniId> ownersOf(NetworkPlan plan, SubnetId subnet, IpAddress address) {
        return plan.index.in(subnet).ownersOf(address);
    }

    @Override
    public @Nullable EniId firstOwnerIn(NetworkPlan plan, SubnetId subnet, Cidr cidr) {
        return plan.index.in(subnet).firstOwnerIn(cidr);
    }

    @Override
    public SortedSet<SecurityGroupId> groupsNamed(NetworkPlan plan, VpcId vpc, String name) {
        return plan.index.in(vpc).groupsByName().get(name);
    }

    @Override
    public SortedSet<SecurityGroupId> groupsNamed(NetworkPlan plan, VpcId vpc, String name, Optional<String> owner) {
        return plan.index.in(vpc).groupsByOwner().get(new VpcIndex.OwnedName(name, owner));
    }

    @Override
    public SortedSet<SecurityGroupId> groupsAssociatedWith(NetworkPlan plan, VpcId vpc) {
        return plan.index.in(vpc).associatedGroups();
    }

    @Override
    public SortedSet<SubnetId> subnetsOverlapping(NetworkPlan plan, VpcId vpc, IpFamily family, Cidr cidr) {
        VpcIndex inside = plan.index.in(vpc);
        return plan.flat == null
                ? inside.subnetsOverlapping(family, cidr)
                : plan.flat.subnetsOverlapping(inside, vpc, family, cidr);
    }

    @Override
    public SortedSet<EniId> firstOwnersInside(NetworkPlan plan, SubnetId subnet, Cidr cidr) {
        return plan.index.in(subnet).firstOwnersInside(cidr);
    }

    @Override
    public SortedSet<EniId> branchesWith(NetworkPlan plan, TrunkAssociation association) {
        return plan.index.branchesWith(association);
    }

    @Override
    public SortedSet<EniId> enisWithElasticIps(NetworkPlan plan) {
        return plan.index.enisWithElasticIps();
    }

    @Override
    public SortedSet<ElasticIpId> elasticIpsOf(NetworkPlan plan, ElasticIpAssociation association) {
        return plan.index.elasticIpsOf(association);
    }

    @Override
    public boolean isZoneOfASubnet(NetworkPlan plan, String zone) {
        return plan.index.isZoneOfASubnet(zone);
    }

    @Override
    public @Nullable SubnetId subnetWithZoneId(NetworkPlan plan, String zone, Optional<String> owner) {
        return plan.index.subnetWithZoneId(zone, owner);
    }

    @Override
    public boolean isIpv6BlockOfAVpc(NetworkPlan plan, Cidr cidr) {
        return plan.index.isIpv6BlockOfAVpc(cidr);
    }

    @Override
    public List<ResourceId> named(NetworkPlan plan) {
        return plan.index.named();
    }

    @Override
    public SortedSet<VpcId> defaultVpcs(NetworkPlan plan) {
        return plan.index.defaultVpcs();
    }
}
