package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import io.enikit.internal.VisibleText;
import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import org.immutables.value.Value;

/** Takes a branch interface off its trunk. */
@Value.Immutable
public abstract class DisassociateTrunkInterface extends Operation {
    DisassociateTrunkInterface() {}

    /**
     * Takes a branch off its trunk.
     *
     * @param branch the branch interface
     * @return the operation
     */
    public static DisassociateTrunkInterface of(EniId branch) {
        return ImmutableDisassociateTrunkInterface.builder()
                .eni(requireNonNull(branch, "branch"))
                .build();
    }

    /**
     * Takes a branch off its trunk.
     *
     * @param branch the id of the branch interface
     * @return the operation
     */
    public static DisassociateTrunkInterface of(String branch) {
        return of(EniId.of(requireNonNull(branch, "branch")));
    }

    /** {@return the branch interface; EC2 knows it by the id of its association} */
    public abstract EniId eni();

    @Override
    public String action() {
        return "DisassociateTrunkInterface";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan).changes(eni());
    }

    @Override
    void apply(Editor editor) {
        editor.disassociateTrunk(editor.eni(eni()));
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value("DisassociateTrunkInterface", "eni", eni());
    }
}
