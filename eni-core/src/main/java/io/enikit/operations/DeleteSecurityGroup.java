package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import io.enikit.internal.VisibleText;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroupId;
import org.immutables.value.Value;

/**
 * Deletes a security group that no interface is in.
 */
@Value.Immutable
public abstract class DeleteSecurityGroup extends Operation {
    DeleteSecurityGroup() {}

    /**
     * Deletes a group.
     *
     * @param group the id of the group
     * @return the operation
     */
    public static DeleteSecurityGroup of(SecurityGroupId group) {
        return ImmutableDeleteSecurityGroup.builder().group(group).build();
    }

    /**
     * Deletes a group.
     *
     * @param group the id of the group
     * @return the operation
     */
    public static DeleteSecurityGroup of(String group) {
        return of(SecurityGroupId.of(requireNonNull(group, "group")));
    }

    /** {@return the id of the group} */
    public abstract SecurityGroupId group();

    @Override
    public String action() {
        return "DeleteSecurityGroup";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan).names(group());
    }

    @Override
    void apply(Editor editor) {
        editor.remove(group());
        editor.report(Outcome.Kind.DELETED, group(), "");
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value("DeleteSecurityGroup", "group", group());
    }
}
