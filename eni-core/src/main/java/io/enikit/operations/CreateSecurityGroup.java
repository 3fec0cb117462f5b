package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.internal.VisibleText;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.SecurityGroupRules;
import io.enikit.model.VpcId;
import java.util.Map;
import org.immutables.value.Value;

/**
 * Creates a security group in a VPC.
 *
 * <p>The group allows all traffic to leave: to IPv4 addresses, and to IPv6 ones if its VPC has an IPv6 block.
 */
@Value.Immutable
public abstract class CreateSecurityGroup extends Operation {
    CreateSecurityGroup() {}

    /**
     * Creates a group.
     *
     * @param group the id of the group, which is its name as well unless it is given one
     * @param vpcId the id of the VPC
     * @return the operation
     */
    public static CreateSecurityGroup of(SecurityGroupId group, VpcId vpcId) {
        return ImmutableCreateSecurityGroup.builder().group(group).vpcId(vpcId).build();
    }

    /**
     * Creates a group.
     *
     * @param group the id of the group, which is its name as well unless it is given one
     * @param vpcId the id of the VPC
     * @return the operation
     */
    public static CreateSecurityGroup of(String group, String vpcId) {
        return of(SecurityGroupId.of(requireNonNull(group, "group")), VpcId.of(requireNonNull(vpcId, "vpcId")));
    }

    /** {@return the id of the group} */
    public abstract SecurityGroupId group();

    /** {@return the id of the VPC} */
    public abstract VpcId vpcId();

    /** {@return the name of the group, unique in its VPC; the id unless set} */
    @Value.Default
    public String groupName() {
        return group().toString();
    }

    /**
     * Returns a copy with a name for the group.
     *
     * @param groupName the name, which does not start with {@code sg-} in EC2
     * @return the operation
     */
    public abstract CreateSecurityGroup withGroupName(String groupName);

    /** {@return the description, at most 255 characters in EC2} */
    @Value.Default
    public String description() {
        return "";
    }

    /**
     * Returns a copy with a description.
     *
     * @param description the description, at most 255 characters in EC2
     * @return the operation
     */
    public abstract CreateSecurityGroup withDescription(String description);

    /** {@return the tags of the group by key} */
    public abstract Map<String, String> tags();

    /**
     * Returns a copy with these tags.
     *
     * @param tags the tags of the group by key
     * @return the operation
     */
    public abstract CreateSecurityGroup withTags(Map<String, ? extends String> tags);

    @Override
    public String action() {
        return "CreateSecurityGroup";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan).creates(ImmutableList.of(group()), tags().keySet());
    }

    @Override
    void apply(Editor editor) {
        editor.put(SecurityGroup.builder()
                .id(group())
                .vpcId(vpcId())
                .groupName(groupName())
                .description(description())
                .ownerId(editor.caller().ownerIn(vpcId(), editor.plan()))
                .rules(DefaultGroup.rules(SecurityGroupRules.ofNewGroup(), vpcId(), editor.plan()))
                .tags(tags())
                .build());
        editor.report(Outcome.Kind.CREATED, group(), "in " + vpcId());
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value(
                "CreateSecurityGroup",
                "group",
                group(),
                "vpcId",
                vpcId(),
                "groupName",
                groupName(),
                "description",
                description(),
                "tags",
                tags());
    }
}
