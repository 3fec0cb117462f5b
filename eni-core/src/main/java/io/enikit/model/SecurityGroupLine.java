package io.enikit.model;

import java.util.Optional;

/** Writes and reads the line of a security group. */
final class SecurityGroupLine {
    static final String KIND = "group";

    private SecurityGroupLine() {}

    static PlanLine.Writer write(SecurityGroup group) {
        return PlanLine.of(KIND, group.id().toString())
                .put("vpc", group.vpcId())
                .put("groupName", group.groupName(), group.id().toString())
                .put("description", group.description(), "")
                .putAll("associatedVpcs", group.associatedVpcIds())
                .put("ownerId", group.ownerId())
                .putTags(group.tags());
    }

    static Optional<SecurityGroup> read(PlanLine.Reader line) {
        SecurityGroup.Builder group = SecurityGroup.builder();
        line.id(SecurityGroupId::of).ifPresent(group::id);
        line.require("vpc", VpcId::of).ifPresent(group::vpcId);
        line.take("groupName", text -> text).ifPresent(group::groupName);
        line.take("description", text -> text).ifPresent(group::description);
        group.addAllAssociatedVpcIds(line.takeAll("associatedVpcs", VpcId::of))
                .ownerId(line.take("ownerId", text -> text))
                .tags(line.takeTags());
        return line.finish(group::build);
    }
}
