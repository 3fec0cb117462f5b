package io.enikit.insight;

import com.google.common.collect.ImmutableList;
import io.enikit.model.Attachment;
import io.enikit.model.ElasticIp;
import io.enikit.model.Eni;
import io.enikit.model.Instance;
import io.enikit.model.InstanceState;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanDiff;
import io.enikit.model.Resource;
import io.enikit.model.RuleDirection;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupRule;
import io.enikit.operations.ApplyResult;
import io.enikit.operations.Ec2;
import io.enikit.operations.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for operations that lead to a plan: those are kept that are accepted, until none is any more. */
final class TransitionSearch {
    /** More than any chain of things that wait for one another. */
    private static final int MOST_ROUNDS = 12;

    private final NetworkPlan before;
    private final NetworkPlan target;
    private final Ec2 ec2;
    private final List<Operation> accepted = new ArrayList<>();
    private NetworkPlan current;
    private boolean progress;

    TransitionSearch(NetworkPlan before, NetworkPlan target, Ec2 ec2) {
        this.before = before;
        this.target = target;
        this.ec2 = ec2;
        this.current = before;
    }

    Transition find() {
        TransitionRemovals removals = new TransitionRemovals(this);
        TransitionAdditions additions = new TransitionAdditions(this);
        TransitionChanges changes = new TransitionChanges(this);
        progress = true;
        for (int i = 0; i < MOST_ROUNDS && progress; i++) {
            progress = false;
            removals.run();
            additions.run();
            changes.run();
        }
        return new Transition(accepted, current, PlanDiff.between(comparable(), target));
    }

    NetworkPlan current() {
        return current;
    }

    NetworkPlan target() {
        return target;
    }

    /** Takes an operation, if it is accepted and changes anything. */
    void add(Operation operation) {
        addAll(ImmutableList.of(operation));
    }

    /** Takes operations, if all are accepted and they change anything. */
    void addAll(List<Operation> operations) {
        if (ec2.apply(current, operations) instanceof ApplyResult.Accepted result
                && !result.plan().equals(current)) {
            current = result.plan();
            accepted.addAll(operations);
            progress = true;
        }
    }

    /** Returns the plan that is reached, with what EC2 chooses as it is in the plan to reach. */
    private NetworkPlan comparable() {
        NetworkPlan.Builder plan = current.toBuilder();
        for (Resource each : ImmutableList.copyOf(current.resources().iterator())) {
            Optional<Resource> wanted = target.find(each.resourceId());
            if (wanted.isEmpty()) {
                if (each instanceof Instance instance && instance.state() == InstanceState.TERMINATED) {
                    plan.remove(each.resourceId());
                }
            } else if (each instanceof Eni eni) {
                plan.put(chosen(eni, (Eni) wanted.get()));
            } else if (each instanceof ElasticIp elasticIp && isNew(each)) {
                plan.put(elasticIp.toBuilder()
                        .publicIp(((ElasticIp) wanted.get()).publicIp())
                        .build());
            } else if (each instanceof SecurityGroup group) {
                plan.put(chosen(group, (SecurityGroup) wanted.get()));
            }
        }
        return plan.build();
    }

    private boolean isNew(Resource resource) {
        return before.find(resource.resourceId()).isEmpty();
    }

    private Eni chosen(Eni eni, Eni wanted) {
        Eni.Builder chosen = eni.toBuilder();
        if (isNew(eni)) {
            chosen.macAddress(wanted.macAddress());
        }
        if (eni.publicIpv4().isPresent() && wanted.publicIpv4().isPresent()) {
            chosen.publicIpv4(wanted.publicIpv4());
        }
        if (eni.attachment().isPresent() && wanted.attachment().isPresent()) {
            Attachment place = eni.attachment().get();
            chosen.attachment(place.toBuilder()
                    .attachmentId(wanted.attachment().get().attachmentId())
                    .instanceOwnerId(wanted.attachment().get().instanceOwnerId())
                    .build());
        }
        return chosen.build();
    }

    private SecurityGroup chosen(SecurityGroup group, SecurityGroup wanted) {
        SecurityGroup chosen = isNew(group) && wanted.description().isEmpty()
                ? group.toBuilder().description("").build()
                : group;
        for (RuleDirection direction : RuleDirection.values()) {
            for (SecurityGroupRule rule : group.rules().in(direction)) {
                Optional<SecurityGroupRule> same = wanted.rules().find(direction, rule);
                if (same.isPresent() && same.get().description().equals(rule.description())) {
                    chosen = chosen.toBuilder()
                            .rules(chosen.rules().minus(direction, rule).plus(direction, same.get()))
                            .build();
                }
            }
        }
        return chosen;
    }
}
