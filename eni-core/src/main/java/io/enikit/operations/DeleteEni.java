package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import io.enikit.internal.VisibleText;
import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import org.immutables.value.Value;

/**
 * Deletes a network interface that is attached to nothing; its Elastic IPs stay allocated.
 */
@Value.Immutable
public abstract class DeleteEni extends Operation {
    DeleteEni() {}

    /**
     * Deletes an interface.
     *
     * @param eni the id of the interface
     * @return the operation
     */
    public static DeleteEni of(EniId eni) {
        return ImmutableDeleteEni.builder().eni(eni).build();
    }

    /**
     * Deletes an interface.
     *
     * @param eni the id of the interface
     * @return the operation
     */
    public static DeleteEni of(String eni) {
        return of(EniId.of(requireNonNull(eni, "eni")));
    }

    /** {@return the network interface} */
    public abstract EniId eni();

    @Override
    public String action() {
        return "DeleteNetworkInterface";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan).names(eni());
    }

    @Override
    void apply(Editor editor) {
        editor.delete(editor.eni(eni()));
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value("DeleteEni", "eni", eni());
    }
}
