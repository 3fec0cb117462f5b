package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.internal.VisibleText;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroup;
import io.enikit.model.VpcId;
import org.immutables.value.Value;

/** Deletes a VPC that nothing depends on; its default security group goes with it. */
@Value.Immutable
public abstract class DeleteVpc extends Operation {
    DeleteVpc() {}

    /**
     * Deletes a VPC.
     *
     * @param vpc the VPC
     * @return the operation
     */
    public static DeleteVpc of(VpcId vpc) {
        return ImmutableDeleteVpc.builder().vpc(vpc).build();
    }

    /**
     * Deletes a VPC.
     *
     * @param vpc the id of the VPC
     * @return the operation
     */
    public static DeleteVpc of(String vpc) {
        return of(VpcId.of(requireNonNull(vpc, "vpc")));
    }

    /** {@return the VPC} */
    public abstract VpcId vpc();

    @Override
    public String action() {
        return "DeleteVpc";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan).names(vpc());
    }

    @Override
    void apply(Editor editor) {

        for (SecurityGroup group : ImmutableList.copyOf(editor.plan().securityGroupsOf(vpc()))) {
            if (group.isDefault()) {
                editor.remove(group.id());
                editor.report(Outcome.Kind.DELETED, group.id(), "");
            }
        }
        editor.remove(vpc());
        editor.report(Outcome.Kind.DELETED, vpc(), "");
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value("DeleteVpc", "vpc", vpc());
    }
}
