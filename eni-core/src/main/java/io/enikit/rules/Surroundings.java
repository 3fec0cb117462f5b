package io.enikit.rules;

import com.google.common.collect.Iterables;
import io.enikit.internal.PlanAccess;
import io.enikit.model.ElasticIp;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.EniId;
import io.enikit.model.Instance;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Resource;
import io.enikit.model.ResourceId;
import io.enikit.model.ResourceKind;
import io.enikit.model.SecurityGroup;
import io.enikit.model.Subnet;
import io.enikit.model.TrunkAssociation;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import java.util.Arrays;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What a change to some resources may have made right or wrong: they and all that their rules may look at.
 *
 * <p>This is the counterpart of what {@link Rule} promises: a rule looks at its subject and at what is around it, so
 * only subjects that are around a changed resource, before or after the change, can get another verdict.
 */
final class Surroundings {
    private final Set<? extends ResourceId> changed;
    private final NavigableSet<ResourceId> found;

    /** Where things are looked for now. */
    private NetworkPlan plan;

    /** The kinds of which any rule looks at what changed. */
    private final Predicate<ResourceKind> wanted;

    private Surroundings(NetworkPlan plan, Set<? extends ResourceId> changed, Predicate<ResourceKind> wanted) {
        this.plan = plan;
        this.changed = changed;
        this.found = new TreeSet<>(changed);
        this.wanted = wanted;
    }

    /**
     * Finds what changed, and what is around it.
     *
     * @param wanted the kinds of what is around it that are wanted
     */
    static NavigableSet<ResourceId> of(
            NetworkPlan before, NetworkPlan after, Set<? extends ResourceId> changed, Predicate<ResourceKind> wanted) {
        Surroundings surroundings = new Surroundings(before, changed, wanted);
        surroundings.addAround();
        surroundings.plan = after;
        surroundings.addAround();
        return surroundings.found;
    }

    private void addAround() {
        for (ResourceId id : changed) {
            Optional<Resource> resource = plan.find(id);
            if (resource.isPresent()) {
                add(resource.get());
            }
        }
    }

    private void add(Resource resource) {
        if (resource instanceof Vpc vpc) {
            addAround(vpc);
        } else if (resource instanceof Subnet subnet) {
            addAround(subnet);
        } else if (resource instanceof SecurityGroup group) {
            addAround(group);
        } else if (resource instanceof Instance instance) {
            addAll(plan.enisOf(instance.id()));
        } else if (resource instanceof Eni eni) {
            addAround(eni);
        } else if (resource instanceof ElasticIp elasticIp) {
            addAround(elasticIp);
        }
    }

    private void include(ResourceId id) {
        if (wanted.test(id.kind())) {
            found.add(id);
        }
    }

    private void addAround(SecurityGroup group) {
        include(group.vpcId());
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
            include(association.eniId());
            addFirst(PlanAccess.get().elasticIpsOf(plan, association));
        });
    }

    private void addAround(Eni eni) {
        include(eni.subnetId());
        Optional<Vpc> vpc = plan.vpcOf(eni);
        if (vpc.isPresent()) {
            include(vpc.get().id());
        }
        Optional<InstanceId> instance = eni.instanceId();
        if (instance.isPresent()) {
            include(instance.get());
            addAll(plan.enisOf(instance.get()));
        }
        if (eni.trunkAssociation().isPresent()) {
            TrunkAssociation branch = eni.trunkAssociation().get();
            include(branch.trunk());
            plan.eni(branch.trunk()).flatMap(Eni::instanceId).ifPresent(this::include);
            addFirst(PlanAccess.get().branchesWith(plan, branch));
        }
        addAll(plan.branchesOf(eni.id()));
        if (PlanAccess.get().isShared(plan, eni.macAddress())) {
            addFirst(Iterables.transform(plan.enisWith(eni.macAddress()), Eni::id));
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
            PlanAccess.get().firstOwnersInside(plan, eni.subnetId(), prefix).forEach(this::include);
        }
    }

    /**
     * Adds the first of those that share something, one more than have changed: what changed may be in the way of one that
     * did not, and all further ones are in each other's way already.
     */
    private void addFirst(Iterable<? extends ResourceId> sharing) {
        Iterables.limit(sharing, changed.size() + 1).forEach(this::include);
    }

    private void addAround(Subnet subnet) {
        include(subnet.vpcId());
        addOverlapping(subnet, IpFamily.IPV4);
        addOverlapping(subnet, IpFamily.IPV6);
        if (isWanted(ResourceKind.ENI, ResourceKind.INSTANCE, ResourceKind.ELASTIC_IP)) {
            addInside(subnet);
        }
    }

    private void addOverlapping(Subnet subnet, IpFamily family) {
        subnet.cidrBlock(family)
                .ifPresent(block -> addFirst(PlanAccess.get().subnetsOverlapping(plan, subnet.vpcId(), family, block)));
    }

    /** Adds the interfaces of a subnet, and what hangs on them. */
    private void addInside(Subnet subnet) {
        for (Eni eni : plan.enisIn(subnet.id())) {
            include(eni.id());
            addAll(plan.branchesOf(eni.id()));
            addAll(plan.elasticIpsOf(eni.id()));
            eni.instanceId().ifPresent(instance -> {
                include(instance);
                addAll(plan.enisOf(instance));
            });
        }
    }

    private boolean isWanted(ResourceKind... kinds) {
        return Arrays.stream(kinds).anyMatch(wanted);
    }

    /** Adds the Elastic IPs of a VPC: a plan has fewer of them than interfaces. */
    private void addElasticIps(VpcId vpc) {
        for (EniId each : PlanAccess.get().enisWithElasticIps(plan)) {
            if (plan.eni(each)
                    .flatMap(plan::vpcOf)
                    .filter(around -> around.id().equals(vpc))
                    .isPresent()) {
                addAll(plan.elasticIpsOf(each));
            }
        }
    }

    private void addAround(Vpc vpc) {
        addAll(plan.securityGroupsOf(vpc.id()));
        PlanAccess.get().groupsAssociatedWith(plan, vpc.id()).forEach(this::include);
        boolean inside = isWanted(ResourceKind.ENI, ResourceKind.INSTANCE);
        for (Subnet subnet : plan.subnetsOf(vpc.id())) {
            include(subnet.id());
            if (inside) {
                addInside(subnet);
            }
        }
        if (!inside && isWanted(ResourceKind.ELASTIC_IP)) {
            addElasticIps(vpc.id());
        }
    }

    private void addAll(Collection<? extends Resource> resources) {
        for (Resource each : resources) {
            include(each.resourceId());
        }
    }
}
