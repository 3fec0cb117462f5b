package io.enikit.rules;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.google.common.util.concurrent.Uninterruptibles;
import io.enikit.internal.PlanAccess;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanId;
import io.enikit.model.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/** A check in parts, which several threads look at. */
final class CheckInParts {
    /** Large enough for the memories of a plan to serve, small enough for all threads to end at about the same time. */
    private static final int RESOURCES_IN_A_PART = 2_000;

    private CheckInParts() {}

    /**
     * Finds the faults of a plan, in the order of one thread.
     *
     * @param rules those that look at it
     * @param first what the first rule is, for takers of faults
     * @param plan the plan, with an index by hash
     * @param executor runs tasks that do parts, until none is left that nobody has begun
     */
    static List<Found> found(RulesByKind rules, RuleInfo first, NetworkPlan plan, Executor executor) {
        List<FutureTask<List<Found>>> parts = new ArrayList<>();
        parts.add(new FutureTask<>(() -> {
            Faults faults = new Faults(first);
            rules.check(plan, PlanId.of(), plan, faults);
            return faults.found();
        }));
        List<Resource> resources = plan.resources().toList();
        for (List<Resource> part : Lists.partition(resources, RESOURCES_IN_A_PART)) {
            parts.add(
                    new FutureTask<>(() -> faults(rules, first, PlanAccess.get().indexed(plan), part)));
        }
        int helpers = Math.min(Math.max(2, Runtime.getRuntime().availableProcessors()), parts.size()) - 1;
        for (int i = 0; i < helpers; i++) {
            executor.execute(() -> parts.forEach(FutureTask::run)); // a part that was begun is not run again
        }
        parts.forEach(FutureTask::run);
        ImmutableList.Builder<Found> found = ImmutableList.builder();
        for (FutureTask<List<Found>> part : parts) {
            found.addAll(resultOf(part));
        }
        return found.build();
    }

    private static List<Found> faults(RulesByKind rules, RuleInfo first, NetworkPlan plan, List<Resource> part) {
        Faults faults = new Faults(first);
        for (Resource resource : part) {
            rules.check(resource, resource.resourceId(), plan, faults);
        }
        return faults.found();
    }

    private static List<Found> resultOf(FutureTask<List<Found>> part) {
        try {
            return Uninterruptibles.getUninterruptibly(part);
        } catch (ExecutionException e) {
            Throwables.throwIfUnchecked(requireNonNull(e.getCause()));
            throw new IllegalStateException(e);
        }
    }
}
