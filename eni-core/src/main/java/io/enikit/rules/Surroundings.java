package io.enikit.rules;

import io.enikit.model.Attachment;
import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Resource;
import io.enikit.model.ResourceId;
import io.enikit.model.SecurityGroup;
import io.enikit.model.Subnet;
import io.enikit.model.TrunkAssociation;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a change to some resources may have made right or wrong: they and all that their rules may look at.
 *
 * <p>This is the counterpart of what {@link Rule} promises: a rule looks at its subject and at what is around it, so
 * only subjects that are around a changed resource, before or after the change, can get another verdict.
 */
final class Surroundings {
    private final NetworkPlan plan;
    private final NavigableSet<ResourceId> found = new TreeSet<>();

    private Surroundings(NetworkPlan plan) {
        this.plan = plan;
    }

    static NavigableSet<ResourceId> of(NetworkPlan before, NetworkPlan after, Set<? extends ResourceId> changed) {
        NavigableSet<ResourceId> all = new TreeSet<>(changed);
        for (NetworkPlan plan : new NetworkPlan[] {before, after}) {
            Surroundings surroundings = new Surroundings(plan);
            for (ResourceId id : changed) {
                plan.find(id).ifPresent(surroundings::add);
            }
            all.addAll(surroundings.found);
        }
        return all;
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
        addAll(plan.securityGroupsOf(group.vpcId()));
        addAll(plan.securityGroupsWithPeer(group.id()));
        addAll(plan.enisWith(group.id()));
    }

    private void addAround(ElasticIp elasticIp) {
        elasticIp.association().map(ElasticIpAssociation::eniId).ifPresent(eni -> {
            found.add(eni);
            addAll(plan.elasticIpsOf(eni));
        });
    }

    private void addAround(Eni eni) {
        found.add(eni.subnetId());
        plan.vpcOf(eni).map(Vpc::id).ifPresent(found::add);
        eni.attachment().flatMap(Attachment::instanceId).ifPresent(instance -> {
            found.add(instance);
            addAll(plan.enisOf(instance));
        });
        eni.trunkAssociation().map(TrunkAssociation::trunk).ifPresent(trunk -> {
            found.add(trunk);
            plan.eni(trunk).flatMap(Eni::instanceId).ifPresent(found::add);
            addAll(plan.branchesOf(trunk));
        });
        addAll(plan.branchesOf(eni.id()));
        addAll(plan.enisWith(eni.macAddress()));
        addAll(plan.elasticIpsOf(eni.id()));
        addOwners(eni.privateIpAddresses());
        addOwners(eni.ipv6Addresses());
        addOwnersInside(eni.ipv4Prefixes());
        addOwnersInside(eni.ipv6Prefixes());
    }

    private void addOwners(Collection<EniAddress> addresses) {
        for (EniAddress each : addresses) {
            addAll(plan.ownersOf(each.address()));
        }
    }

    private void addOwnersInside(Collection<Cidr> prefixes) {
        for (Cidr prefix : prefixes) {
            addAll(plan.ownersIn(prefix));
        }
    }

    private void addAround(Subnet subnet) {
        found.add(subnet.vpcId());
        addAll(plan.subnetsOf(subnet.vpcId()));
        addInside(subnet);
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
        for (SecurityGroup group : plan.securityGroups()) {
            if (group.isUsableIn(vpc.id())) {
                found.add(group.id());
            }
        }
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
