package io.enikit.testkit;

import io.enikit.model.ElasticIp;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Resource;
import io.enikit.model.SecurityGroup;
import java.util.List;
import java.util.Optional;

/** Takes resources out of a plan together with all that cannot be without them. */
final class Removal {
    private NetworkPlan plan;

    Removal(NetworkPlan plan) {
        this.plan = plan;
    }

    NetworkPlan without(List<? extends Resource> resources) {
        resources.forEach(this::remove);
        return plan;
    }

    private void remove(Resource resource) {
        if (plan.find(resource.resourceId()).isEmpty()) {
            return;
        }
        plan = plan.toBuilder().remove(resource.resourceId()).build();
        resource.visit(
                vpc -> {
                    List.copyOf(plan.subnetsOf(vpc.id())).forEach(this::remove);
                    List.copyOf(plan.securityGroupsOf(vpc.id())).forEach(this::remove);
                },
                subnet -> List.copyOf(plan.enisIn(subnet.id())).forEach(this::remove),
                group -> List.copyOf(plan.enisWith(group.id())).forEach(eni -> leave(eni, group)),
                instance -> List.copyOf(plan.enisOf(instance.id())).forEach(this::remove),
                this::removeWith,
                elasticIp -> {});
    }

    /** An interface leaves a group for another one of the VPC, if it has no other. */
    private void leave(Eni eni, SecurityGroup group) {
        Eni.Builder left = eni.toBuilder()
                .securityGroups(eni.securityGroups().stream()
                        .filter(id -> !id.equals(group.id()))
                        .toList());
        if (eni.securityGroups().size() == 1) {
            plan.securityGroupsOf(group.vpcId()).stream()
                    .findFirst()
                    .ifPresentOrElse(other -> left.addSecurityGroup(other.id()), () -> remove(eni));
        }
        if (plan.eni(eni.id()).isPresent()) {
            plan = plan.toBuilder().put(left.build()).build();
        }
    }

    /** Elastic IPs and branches stay without the interface, an instance does not stay without its primary one. */
    private void removeWith(Eni eni) {
        NetworkPlan.Builder builder = plan.toBuilder();
        List.copyOf(plan.elasticIpsOf(eni.id()))
                .forEach(elasticIp -> builder.put(ElasticIp.builder()
                        .id(elasticIp.id())
                        .publicIp(elasticIp.publicIp())
                        .build()));
        List.copyOf(plan.branchesOf(eni.id()))
                .forEach(branch -> builder.put(
                        branch.toBuilder().trunkAssociation(Optional.empty()).build()));
        plan = builder.build();
        if (eni.attachment().filter(place -> place.isPrimary()).isPresent()) {
            eni.instanceId().flatMap(plan::instance).ifPresent(this::remove);
        }
    }
}
