package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import io.enikit.internal.VisibleText;
import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import org.immutables.value.Value;

/**
 * Switches the source/destination check on again: the one attribute that can be reset.
 */
@Value.Immutable
public abstract class ResetEni extends Operation {
    ResetEni() {}

    /**
     * Resets the check of an interface.
     *
     * @param eni the id of the interface
     * @return the operation
     */
    public static ResetEni of(EniId eni) {
        return ImmutableResetEni.builder().eni(eni).build();
    }

    /**
     * Resets the check of an interface.
     *
     * @param eni the id of the interface
     * @return the operation
     */
    public static ResetEni of(String eni) {
        return of(EniId.of(requireNonNull(eni, "eni")));
    }

    /** {@return the network interface} */
    public abstract EniId eni();

    @Override
    public String action() {
        return "ResetNetworkInterfaceAttribute";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan).changes(eni());
    }

    @Override
    void apply(Editor editor) {
        editor.put(editor.eni(eni()).toBuilder().sourceDestCheck(true).build());
        editor.report(Outcome.Kind.MODIFIED, eni(), "sourceDestCheck=true");
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value("ResetEni", "eni", eni());
    }
}
