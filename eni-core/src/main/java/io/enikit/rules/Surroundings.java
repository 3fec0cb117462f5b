package io.enikit.rules;

import com.google.common.collect.Iterables;
import io.enikit.internal.PlanAccess;
import io.enikit.model.ElasticIp;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Resource;
import io.enikit.model.ResourceId;
import io.enikit.model.SecurityGroup;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a change to some resources may have made right or wrong: they and all that their rules may look at.
 *
 * <p>This is the counterpart of what {@link Rule} promises: a rule looks at its subject and at what is around it, so
 * only subjects that are around a changed resource, before or after the change, can get another verdict.
 */
final class Surroundings {
    private final NavigableSet<ResourceId> found;

    /** Where things are looked for now. */
    private NetworkPlan plan;

    private Surroundings(NetworkPlan plan, Set<? extends ResourceId> changed) {
        this.plan = plan;
        this.found = new TreeSet<>(changed);
    }

    static NavigableSet<ResourceId> of(NetworkPlan before, NetworkPlan after, Set<? extends ResourceId> changed) {
        Surroundings surroundings = new Surroundings(before, changed);
        surroundings.addAround(changed);
        surroundings.plan = after;
        surroundings.addAround(changed);
        return surroundings.found;
    }

    private void addAround(Set<? extends ResourceId> changed) {
        for (ResourceId id : changed) {
            plan.find(id).ifPresent(this::add);
        }
    }

    private void add(Resource resource) {
        resource.visit(
                this::addAround,
                this::addAround,
                this::addAround,
                instance -> addAll(plan.enisOf(instance.id())),
                this::addAround,
                this::addAround);
    }

    private void addAround(SecurityGroup group) {
        found.add(group.vpcId());
        addFirst(PlanAccess.get().groupsNamed(plan, group.vpcId(), group.groupName()));
        addFirst(PlanAccess.get().groupsNamed(plan, group.vpcId(), group.groupName(), group.ownerId()));
        addFirst(PlanAccess.get().groupsNamed(plan, group.vpcId(), group.groupName(), Optional.empty()));
        Optional<String> ofVpc = plan.vpc(group.vpcId()).flatMap(Vpc::ownerId);
        if (ofVpc.isPresent()) {
            addFirst(PlanAccess.get().groupsNamed(plan, group.vpcId(), group.groupName(), ofVpc));
        }
        addAll(plan.securityGroupsWithPeer(group.id()));
        addAll(plan.enisWith(group.id()));
    }

    private void addAround(ElasticIp elasticIp) {
        elasticIp.association().ifPresent(association -> {
            found.add(association.eniId());
            addFirst(PlanAccess.get().elasticIpsOf(plan, association));
        });
    }

    private void addAround(Eni eni) {
        found.add(eni.subnetId());
        Optional<Vpc> vpc = plan.vpcOf(eni);
        if (vpc.isPresent()) {
            found.add(vpc.get().id());
        }
        Optional<InstanceId> instance = eni.instanceId();
        if (instance.isPresent()) {
            found.add(instance.get());
            addAll(plan.enisOf(instance.get()));
        }
        eni.trunkAssociation().ifPresent(branch -> {
            found.add(branch.trunk());
            plan.eni(branch.trunk()).flatMap(Eni::instanceId).ifPresent(found::add);
            addFirst(PlanAccess.get().branchesWith(plan, branch));
        });
        addAll(plan.branchesOf(eni.id()));
        if (PlanAccess.get().isShared(plan, eni.macAddress())) {
            Iterables.limit(plan.enisWith(eni.macAddress()), 2).forEach(each -> found.add(each.id()));
        }
        addAll(plan.elasticIpsOf(eni.id()));
        addOwners(eni, eni.privateIpAddresses());
        addOwners(eni, eni.ipv6Addresses());
        addOwnersInside(eni, eni.ipv4Prefixes());
        addOwnersInside(eni, eni.ipv6Prefixes());
    }

    private void addOwners(Eni eni, Collection<EniAddress> addresses) {
        for (EniAddress each : addresses) {
            if (PlanAccess.get().isShared(plan, eni.subnetId(), each.address())) {
                addFirst(PlanAccess.get().ownersOf(plan, eni.subnetId(), each.address()));
            }
        }
    }

    private void addOwnersInside(Eni eni, Collection<Cidr> prefixes) {
        for (Cidr prefix : prefixes) {
            found.addAll(PlanAccess.get().firstOwnersInside(plan, eni.subnetId(), prefix));
        }
    }

    /** Adds the first two of those that share something: one is in the way, and all further ones are so already. */
    private void addFirst(SortedSet<? extends ResourceId> sharing) {
        Iterables.limit(sharing, 2).forEach(found::add);
    }

    private void addAround(Subnet subnet) {
        found.add(subnet.vpcId());
        addOverlapping(subnet, IpFamily.IPV4);
        addOverlapping(subnet, IpFamily.IPV6);
        addInside(subnet);
    }

    private void addOverlapping(Subnet subnet, IpFamily family) {
        subnet.cidrBlock(family)
                .ifPresent(block -> addFirst(PlanAccess.get().subnetsOverlapping(plan, subnet.vpcId(), family, block)));
    }

    /** Adds the interfaces of a subnet, and what hangs on them. */
    private void addInside(Subnet subnet) {
        for (Eni eni : plan.enisIn(subnet.id())) {
            found.add(eni.id());
            addAll(plan.branchesOf(eni.id()));
            addAll(plan.elasticIpsOf(eni.id()));
            eni.instanceId().ifPresent(instance -> {
                found.add(instance);
                addAll(plan.enisOf(instance));
            });
        }
    }

    private void addAround(Vpc vpc) {
        addAll(plan.securityGroupsOf(vpc.id()));
        found.addAll(PlanAccess.get().groupsAssociatedWith(plan, vpc.id()));
        for (Subnet subnet : plan.subnetsOf(vpc.id())) {
            found.add(subnet.id());
            addInside(subnet);
        }
    }

    private void addAll(Collection<? extends Resource> resources) {
        for (Resource each : resources) {
            found.add(each.resourceId());
        }
    }
}
