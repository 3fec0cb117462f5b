package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import io.enikit.internal.VisibleText;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SubnetId;
import org.immutables.value.Value;

/** Deletes a subnet that no interface is in. */
@Value.Immutable
public abstract class DeleteSubnet extends Operation {
    DeleteSubnet() {}

    /**
     * Deletes a subnet.
     *
     * @param subnet the subnet
     * @return the operation
     */
    public static DeleteSubnet of(SubnetId subnet) {
        return ImmutableDeleteSubnet.builder().subnet(subnet).build();
    }

    /**
     * Deletes a subnet.
     *
     * @param subnet the id of the subnet
     * @return the operation
     */
    public static DeleteSubnet of(String subnet) {
        return of(SubnetId.of(requireNonNull(subnet, "subnet")));
    }

    /** {@return the subnet} */
    public abstract SubnetId subnet();

    @Override
    public String action() {
        return "DeleteSubnet";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan).names(subnet());
    }

    @Override
    void apply(Editor editor) {

        editor.remove(subnet());
        editor.report(Outcome.Kind.DELETED, subnet(), "");
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value("DeleteSubnet", "subnet", subnet());
    }
}
