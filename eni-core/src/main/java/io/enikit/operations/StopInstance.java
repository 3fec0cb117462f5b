package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import io.enikit.internal.VisibleText;
import io.enikit.model.Instance;
import io.enikit.model.InstanceId;
import io.enikit.model.InstanceState;
import io.enikit.model.NetworkPlan;
import org.immutables.value.Value;

/**
 * Stops an instance; its interfaces stay attached, its public IPv4 address is released.
 */
@Value.Immutable
public abstract class StopInstance extends Operation {
    StopInstance() {}

    /**
     * Stops an instance.
     *
     * @param instance the id of the instance
     * @return the operation
     */
    public static StopInstance of(InstanceId instance) {
        return ImmutableStopInstance.builder().instance(instance).build();
    }

    /**
     * Stops an instance.
     *
     * @param instance the id of the instance
     * @return the operation
     */
    public static StopInstance of(String instance) {
        return of(InstanceId.of(requireNonNull(instance, "instance")));
    }

    /** {@return the instance} */
    public abstract InstanceId instance();

    @Override
    public String action() {
        return "StopInstances";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan).names(instance());
    }

    @Override
    void apply(Editor editor) {
        Instance before = editor.instance(instance());
        if (before.state() != InstanceState.STOPPED) {
            editor.setState(before, InstanceState.STOPPING, InstanceState.STOPPED);
            if (editor.settles()) {
                editor.plan().enisOf(instance()).forEach(editor::releasePublicIpv4);
            }
        }
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value("StopInstance", "instance", instance());
    }
}
