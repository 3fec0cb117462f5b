package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.Sets;
import io.enikit.internal.VisibleText;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.VpcId;
import org.immutables.value.Value;

/** Takes a security group from a VPC that it is associated with, once no interface there is in it. */
@Value.Immutable
public abstract class DisassociateSecurityGroupVpc extends Operation {
    DisassociateSecurityGroupVpc() {}

    /**
     * Takes a group from a VPC.
     *
     * @param group the group
     * @param vpc the VPC
     * @return the operation
     */
    public static DisassociateSecurityGroupVpc of(SecurityGroupId group, VpcId vpc) {
        return ImmutableDisassociateSecurityGroupVpc.builder()
                .group(group)
                .vpc(vpc)
                .build();
    }

    /**
     * Takes a group from a VPC.
     *
     * @param group the id of the group
     * @param vpc the id of the VPC
     * @return the operation
     */
    public static DisassociateSecurityGroupVpc of(String group, String vpc) {
        return of(SecurityGroupId.of(requireNonNull(group, "group")), VpcId.of(requireNonNull(vpc, "vpc")));
    }

    /** {@return the group} */
    public abstract SecurityGroupId group();

    /** {@return the VPC} */
    public abstract VpcId vpc();

    @Override
    public String action() {
        return "DisassociateSecurityGroupVpc";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan).names(group(), vpc());
    }

    @Override
    void apply(Editor editor) {
        SecurityGroup group = editor.plan().securityGroup(group()).orElseThrow();
        editor.put(group.toBuilder()
                .associatedVpcIds(Sets.filter(group.associatedVpcIds(), each -> !each.equals(vpc())))
                .build());
        editor.report(Outcome.Kind.DISASSOCIATED, group(), "from " + vpc());
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value("DisassociateSecurityGroupVpc", "group", group(), "vpc", vpc());
    }
}
