package io.enikit.fake;

import io.enikit.model.AttachmentStatus;
import io.enikit.model.EniId;
import io.enikit.model.InstanceId;
import io.enikit.model.InstanceState;
import io.enikit.model.NetworkPlan;
import io.enikit.model.ResourceId;
import io.enikit.operations.ApplyResult;
import io.enikit.operations.Ec2;
import io.enikit.operations.Outcome;
import java.util.ArrayList;
import java.util.List;

/** Lets changes take time: they end when they were looked at often enough. */
final class Settled {
    private Settled() {}

    /** Notes what operations have left under way. */
    static void start(Call call, List<Outcome> outcomes) {
        int describes = call.account().timing().settlesAfter();
        if (describes == 0) {
            return;
        }
        for (Outcome outcome : outcomes) {
            if (isUnderWay(call.plan(), outcome.subject())) {
                call.state(call.state()
                        .withLag(call.state().lag().start(outcome.subject().toString(), describes)));
            }
        }
    }

    private static boolean isUnderWay(NetworkPlan plan, ResourceId id) {
        if (id instanceof EniId eni) {
            return plan.eni(eni)
                    .flatMap(each -> each.attachment())
                    .filter(place -> place.status() == AttachmentStatus.ATTACHING
                            || place.status() == AttachmentStatus.DETACHING)
                    .isPresent();
        }
        return id instanceof InstanceId instance
                && plan.instance(instance)
                        .filter(each -> each.state() == InstanceState.PENDING
                                || each.state() == InstanceState.STOPPING
                                || each.state() == InstanceState.SHUTTING_DOWN)
                        .isPresent();
    }

    /** Returns the state after a describe that looked at these: what they waited for has ended. */
    static State after(Call call, State state) {
        if (call.lookedAt().isEmpty()) {
            return state;
        }
        Lag later = state.lag().lookedAt(call.lookedAt());
        List<ResourceId> ended = new ArrayList<>();
        for (String id : state.lag().endedIn(later)) {
            Ids.find(state, id).ifPresent(ended::add);
        }
        if (ended.isEmpty()) {
            return state.withLag(later);
        }
        ApplyResult.Accepted settled = Ec2.settle(state.plan(), ended);
        call.state(state.withLag(later).withPlan(settled.plan()));
        Chosen.by(call, settled.outcomes());
        return call.state();
    }
}
