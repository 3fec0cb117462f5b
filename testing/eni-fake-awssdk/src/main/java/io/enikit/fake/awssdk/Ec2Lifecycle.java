package io.enikit.fake.awssdk;

import io.enikit.fake.FakeEc2;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.ParameterResolutionContext;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.ResolveParameterHook;
import net.jqwik.api.lifecycle.Store;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;

/**
 * Gives each try of a property of jqwik a fresh fake of an empty account, and clients of it.
 *
 * <p>Add it with {@code @AddLifecycleHook(Ec2Lifecycle.class)}; then properties may have parameters of the types {@code
 * FakeEc2}, {@code Ec2Client} and {@code Ec2AsyncClient} beside those that are made up. It is compared by identity.
 */
public final class Ec2Lifecycle implements ResolveParameterHook, AroundTryHook {
    private static final String STORE = "io.enikit.fake.awssdk.Ec2Lifecycle";

    /** For jqwik. */
    public Ec2Lifecycle() {}

    @Override
    public Optional<ParameterSupplier> resolve(ParameterResolutionContext parameter, LifecycleContext context) {
        Class<?> type = parameter.typeUsage().getRawType();
        return FreshFake.gives(type) ? Optional.of(optional -> fake().give(type)) : Optional.empty();
    }

    private static FreshFake fake() {
        return Store.getOrCreate(STORE, Lifespan.TRY, () -> new FreshFake(FakeEc2.empty()))
                .get();
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public TryExecutionResult aroundTry(TryLifecycleContext context, TryExecutor execution, List<Object> parameters) {
        try {
            return execution.execute(parameters);
        } finally {
            fake().close();
        }
    }
}
