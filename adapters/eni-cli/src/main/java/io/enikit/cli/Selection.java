package io.enikit.cli;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import java.util.Optional;

/** Parts of a plan. */
final class Selection {
    private Selection() {}

    /** Returns one VPC with all that is in it; the id, or the tag Name. */
    static NetworkPlan ofVpc(NetworkPlan plan, String name) {
        Optional<Vpc> found = plan.vpc(VpcId.of(name))
                .or(() -> plan.vpcs().stream()
                        .filter(each -> name.equals(each.tags().get("Name")))
                        .findFirst());
        VpcId vpc = found.orElseThrow(() -> new Failure("VPC \"" + name + "\": it is not in these files, which have "
                        + plan.vpcs().stream().map(Vpc::id).toList()))
                .id();
        NetworkPlan.Builder part = NetworkPlan.builder().quotas(plan.quotas());
        plan.vpc(vpc).ifPresent(part::add);
        plan.subnets().stream().filter(each -> each.vpcId().equals(vpc)).forEach(part::add);
        plan.securityGroups().stream().filter(each -> each.vpcId().equals(vpc)).forEach(part::add);
        plan.enis().stream()
                .filter(each -> plan.subnet(each.subnetId())
                        .filter(subnet -> subnet.vpcId().equals(vpc))
                        .isPresent())
                .forEach(eni -> {
                    part.add(eni);
                    eni.instanceId().flatMap(plan::instance).ifPresent(part::put);
                    plan.elasticIpsOf(eni.id()).forEach(part::add);
                });
        return part.build();
    }
}
