package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import io.enikit.internal.VisibleText;
import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import org.immutables.value.Value;

/** Detaches a secondary network interface from its instance; it keeps all it has but its place. */
@Value.Immutable
public abstract class DetachEni extends Operation {
    DetachEni() {}

    /**
     * Detaches an interface.
     *
     * @param eni the interface
     * @return the operation
     */
    public static DetachEni of(EniId eni) {
        return ImmutableDetachEni.builder().eni(eni).build();
    }

    /**
     * Detaches an interface.
     *
     * @param eni the id of the interface
     * @return the operation
     */
    public static DetachEni of(String eni) {
        return of(EniId.of(requireNonNull(eni, "eni")));
    }

    /** {@return the network interface} */
    public abstract EniId eni();

    @Override
    public String action() {
        return "DetachNetworkInterface";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan).names(eni());
    }

    @Override
    void apply(Editor editor) {
        editor.detach(editor.eni(eni()));
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value("DetachEni", "eni", eni());
    }
}
