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
    private static final ImmutableMap<Class<? extends Operation>, Function<TargetPicker, Operation>> MAKERS = makers();

    private final TargetPicker targets;

    OperationMaker(NetworkPlan plan, Choice choice) {
        targets = new TargetPicker(plan, choice);
    }

    /** Returns one entry for each operation: how it is made. */
    private static ImmutableMap<Class<? extends Operation>, Function<TargetPicker, Operation>> makers() {
        Map<Class<? extends Operation>, Function<TargetPicker, Operation>> all = new LinkedHashMap<>();
        EniOperations.addTo(all);
        AddressOperations.addTo(all);
        InstanceOperations.addTo(all);
        VpcOperations.addTo(all);
        GroupOperations.addTo(all);
        all.put(TagResource.class, targets -> TagResource.of(targets.resource(), targets.key(), "made up"));
        all.put(UntagResource.class, targets -> UntagResource.of(targets.resource(), targets.key()));
        return ImmutableMap.copyOf(all);
    }

    static ImmutableSet<Class<? extends Operation>> types() {
        return MAKERS.keySet();
    }

    Operation make(Class<? extends Operation> type) {
        return requireNonNull(MAKERS.get(type), type::toString).apply(targets);
    }
}
