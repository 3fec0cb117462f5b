package io.enikit.testkit;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.enikit.model.NetworkPlan;
import io.enikit.operations.Operation;
import io.enikit.operations.TagResource;
import io.enikit.operations.UntagResource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Makes an operation that makes sense on a plan, or now and then one that does not. */
final class OperationMaker {
    private static final ImmutableMap<Class<? extends Operation>, Function<Picks, Operation>> MAKERS = makers();

    private final Picks picks;

    OperationMaker(NetworkPlan plan, Choice choice) {
        picks = new Picks(plan, choice);
    }

    /** Returns one entry for each operation: how it is made. */
    private static ImmutableMap<Class<? extends Operation>, Function<Picks, Operation>> makers() {
        Map<Class<? extends Operation>, Function<Picks, Operation>> all = new LinkedHashMap<>();
        EniOperations.addTo(all);
        AddressOperations.addTo(all);
        InstanceOperations.addTo(all);
        VpcOperations.addTo(all);
        GroupOperations.addTo(all);
        all.put(TagResource.class, picks -> TagResource.of(picks.resource(), picks.key(), "made up"));
        all.put(UntagResource.class, picks -> UntagResource.of(picks.resource(), picks.key()));
        return ImmutableMap.copyOf(all);
    }

    static ImmutableSet<Class<? extends Operation>> types() {
        return MAKERS.keySet();
    }

    Operation make(Class<? extends Operation> type) {
        return requireNonNull(MAKERS.get(type), type::toString).apply(picks);
    }
}
