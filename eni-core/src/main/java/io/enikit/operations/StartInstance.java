package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import io.enikit.internal.VisibleText;
import io.enikit.model.AttachmentStatus;
import io.enikit.model.Instance;
import io.enikit.model.InstanceId;
import io.enikit.model.InstanceState;
import io.enikit.model.NetworkPlan;
import org.immutables.value.Value;

/**
 * Starts an instance that was stopped; it may get another public IPv4 address.
 */
@Value.Immutable
public abstract class StartInstance extends Operation {
    StartInstance() {}

    /**
     * Starts an instance.
     *
     * @param instance the id of the instance
     * @return the operation
     */
    public static StartInstance of(InstanceId instance) {
        return ImmutableStartInstance.builder().instance(instance).build();
    }

    /**
     * Starts an instance.
     *
     * @param instance the id of the instance
     * @return the operation
     */
    public static StartInstance of(String instance) {
        return of(InstanceId.of(requireNonNull(instance, "instance")));
    }

    /** {@return the instance} */
    public abstract InstanceId instance();

    @Override
    public String action() {
        return "StartInstances";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan).names(instance());
    }

    @Override
    void apply(Editor editor) {
        Instance before = editor.instance(instance());
        if (before.state() != InstanceState.RUNNING) {
            editor.setState(before, InstanceState.PENDING, InstanceState.RUNNING);
            if (editor.settles()) {
                editor.renewPublicIpv4(instance());
            } else {
                editor.plan()
                        .enisOf(instance())
                        .forEach(eni -> editor.setAttachmentStatus(eni, AttachmentStatus.ATTACHING));
            }
        }
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value("StartInstance", "instance", instance());
    }
}
