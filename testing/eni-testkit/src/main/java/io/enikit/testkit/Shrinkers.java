package io.enikit.testkit;

import io.enikit.ipam.CidrLayout;
import io.enikit.ipam.CidrPool;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.operations.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.ShrinkingDistance;

/** Shrinks plans, sequences of operations, pools and layouts. */
final class Shrinkers {
    private static final Pattern PREFIX_LENGTH = Pattern.compile("/[0-9]+");

    /** Lengths of VPCs and subnets as people write them. */
    private static final Set<String> USUAL = Set.of("/16", "/24", "/56", "/64");

    private Shrinkers() {}

    /** Shrinks plans, as long as they are allowed. */
    record ForPlans(Predicate<NetworkPlan> allowed) implements SeededShrinkable.Shrinker<NetworkPlan> {
        @Override
        public Stream<NetworkPlan> simpler(NetworkPlan plan) {
            return PlanShrinker.simpler(plan).filter(allowed);
        }

        @Override
        public ShrinkingDistance distance(NetworkPlan plan) {
            return distanceOf(plan.resources().count(), PlanText.write(plan));
        }
    }

    record ForSequences(Predicate<OperationSequence> allowed) implements SeededShrinkable.Shrinker<OperationSequence> {
        @Override
        public Stream<OperationSequence> simpler(OperationSequence calls) {
            List<Operation> all = calls.operations();
            Stream<OperationSequence> fewer = Sublists.of(all).map(part -> without(calls, part));
            Stream<OperationSequence> smaller =
                    PlanShrinker.simpler(calls.start()).map(plan -> OperationSequence.of(plan, all));
            return Stream.concat(fewer, smaller).filter(allowed);
        }

        private static OperationSequence without(OperationSequence calls, List<Operation> part) {
            List<Operation> left = new ArrayList<>(calls.operations());
            part.forEach(left::remove);
            return OperationSequence.of(calls.start(), left);
        }

        @Override
        public ShrinkingDistance distance(OperationSequence calls) {
            long resources = calls.start().resources().count();
            return distanceOf(resources + calls.operations().size(), PlanText.write(calls.start()));
        }
    }

    record ForPools(Predicate<CidrPool> allowed) implements SeededShrinkable.Shrinker<CidrPool> {
        @Override
        public Stream<CidrPool> simpler(CidrPool pool) {
            return Pools.simpler(pool).filter(allowed);
        }

        @Override
        public ShrinkingDistance distance(CidrPool pool) {
            return distanceOf(pool.allocations().size() + pool.reservations().size(), pool.write());
        }
    }

    record ForLayouts(Predicate<CidrLayout> allowed) implements SeededShrinkable.Shrinker<CidrLayout> {
        @Override
        public Stream<CidrLayout> simpler(CidrLayout layout) {
            return Layouts.simpler(layout).filter(allowed);
        }

        @Override
        public ShrinkingDistance distance(CidrLayout layout) {
            return distanceOf(layout.cidrs().size(), layout.write());
        }
    }

    /** The fewest things first, then the shortest text, then the smallest digits and letters, then the usual lengths. */
    private static ShrinkingDistance distanceOf(long things, String text) {
        long digits = PREFIX_LENGTH
                .matcher(text)
                .replaceAll("")
                .chars()
                .asLongStream()
                .sum();
        long unusual = PREFIX_LENGTH
                .matcher(text)
                .results()
                .filter(length -> !USUAL.contains(length.group()))
                .count();
        return ShrinkingDistance.of(things, text.length(), digits, unusual);
    }
}
