package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import io.enikit.internal.VisibleText;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.VpcId;
import org.immutables.value.Value;

/** Makes a security group usable in a further VPC of the Region. */
@Value.Immutable
public abstract class AssociateSecurityGroupVpc extends Operation {
    AssociateSecurityGroupVpc() {}

    /**
     * Associates a group with a VPC.
     *
     * @param group the group
     * @param vpc the VPC
     * @return the operation
     */
    public static AssociateSecurityGroupVpc of(SecurityGroupId group, VpcId vpc) {
        return ImmutableAssociateSecurityGroupVpc.builder()
                .group(group)
                .vpc(vpc)
                .build();
    }

    /**
     * Associates a group with a VPC.
     *
     * @param group the id of the group
     * @param vpc the id of the VPC
     * @return the operation
     */
    public static AssociateSecurityGroupVpc of(String group, String vpc) {
        return of(SecurityGroupId.of(requireNonNull(group, "group")), VpcId.of(requireNonNull(vpc, "vpc")));
    }

    /** {@return the group} */
    public abstract SecurityGroupId group();

    /** {@return the VPC} */
    public abstract VpcId vpc();

    @Override
    public String action() {
        return "AssociateSecurityGroupVpc";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan).names(group(), vpc());
    }

    @Override
    void apply(Editor editor) {
        SecurityGroup group = editor.plan().securityGroup(group()).orElseThrow();
        editor.put(group.toBuilder().addAssociatedVpcIds(vpc()).build());
        editor.report(Outcome.Kind.ASSOCIATED, group(), "with " + vpc());
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value("AssociateSecurityGroupVpc", "group", group(), "vpc", vpc());
    }
}
