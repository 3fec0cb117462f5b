package io.enikit.cli;

import io.enikit.internal.VisibleText;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Resource;
import io.enikit.model.ResourceId;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parts of a plan, by what a user calls them: an id, or the tag Name. */
final class Selection {
    private static final int MOST_NAMED = 10;

    private Selection() {}

    /** Returns the resource of an id, or if there is none, of a tag Name; {@code kind:id} where kinds share an id. */
    static ResourceId resource(NetworkPlan plan, String name) {
        List<ResourceId> found = plan.resources()
                .map(Resource::resourceId)
                .filter(id ->
                        name.equals(id.toString()) || name.equals(id.kind().word() + ":" + id))
                .toList();
        if (found.isEmpty()) {
            found = plan.resources()
                    .filter(each -> name.equals(each.tags().get("Name")))
                    .map(Resource::resourceId)
                    .toList();
        }
        if (found.size() != 1) {
            throw new Failure("\"" + name + "\": "
                    + (found.isEmpty()
                            ? "it is not in these files"
                            : "there are several in these files: choose one of " + withKinds(found)));
        }
        return found.get(0);
    }

    private static String withKinds(List<ResourceId> ids) {
        return ids.stream()
                        .limit(MOST_NAMED)
                        .map(id -> VisibleText.brief(id.kind().word() + ":" + id))
                        .collect(Collectors.joining(", "))
                + (ids.size() > MOST_NAMED ? ", …" : "");
    }

    /** Returns a VPC: the only one, if no name is given. */
    static VpcId vpc(NetworkPlan plan, @Nullable String name) {
        List<VpcId> all = plan.vpcs().stream().map(Vpc::id).toList();
        if (name == null) {
            if (all.size() != 1) {
                throw new Failure(
                        all.isEmpty()
                                ? "there is no VPC in these files"
                                : "there are " + all.size() + " VPCs in these files: choose one with --vpc, of "
                                        + brief(all));
            }
            return all.get(0);
        }
        return find(plan.vpcs(), name)
                .map(Vpc::id)
                .orElseThrow(
                        () -> new Failure("VPC \"" + name + "\": it is not in these files, which have " + brief(all)));
    }

    /** Finds the resource of an id, or else the first one of a tag Name. */
    static <R extends Resource> Optional<R> find(Collection<R> all, String name) {
        return all.stream()
                .filter(each -> each.resourceId().toString().equals(name))
                .findFirst()
                .or(() -> all.stream()
                        .filter(each -> name.equals(each.tags().get("Name")))
                        .findFirst());
    }

    private static String brief(List<VpcId> all) {
        List<String> named = all.stream()
                .limit(MOST_NAMED)
                .map(VpcId::toString)
                .map(VisibleText::brief)
                .toList();
        return named + (all.size() > MOST_NAMED ? " and " + (all.size() - MOST_NAMED) + " more" : "");
    }

    /** Returns one VPC with all that is in it. */
    static NetworkPlan ofVpc(NetworkPlan plan, String name) {
        VpcId vpc = vpc(plan, name);
        NetworkPlan.Builder part = NetworkPlan.builder().quotas(plan.quotas());
        plan.vpc(vpc).ifPresent(part::add);
        plan.subnetsOf(vpc).forEach(part::add);
        plan.securityGroups().stream().filter(each -> each.vpcId().equals(vpc)).forEach(part::add);
        plan.enis().stream()
                .filter(eni -> plan.subnet(eni.subnetId())
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
