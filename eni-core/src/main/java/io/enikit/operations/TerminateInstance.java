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
 * Terminates an instance; interfaces go with it or stay, as their delete-on-termination says.
 */
@Value.Immutable
public abstract class TerminateInstance extends Operation {
    TerminateInstance() {}

    /**
     * Terminates an instance.
     *
     * @param instance the id of the instance
     * @return the operation
     */
    public static TerminateInstance of(InstanceId instance) {
        return ImmutableTerminateInstance.builder().instance(instance).build();
    }

    /**
     * Terminates an instance.
     *
     * @param instance the id of the instance
     * @return the operation
     */
    public static TerminateInstance of(String instance) {
        return of(InstanceId.of(requireNonNull(instance, "instance")));
    }

    /** {@return the instance} */
    public abstract InstanceId instance();

    @Override
    public String action() {
        return "TerminateInstances";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan).names(instance());
    }

    @Override
    void apply(Editor editor) {
        if (editor.settles()) {
            editor.endInterfaces(instance(), "in-use → detaching → available");
        } else {
            editor.plan()
                    .enisOf(instance())
                    .forEach(eni -> editor.setAttachmentStatus(eni, AttachmentStatus.DETACHING));
        }
        Instance before = editor.instance(instance());
        if (before.state() != InstanceState.TERMINATED) {
            editor.setState(before, InstanceState.SHUTTING_DOWN, InstanceState.TERMINATED);
        }
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value("TerminateInstance", "instance", instance());
    }
}
