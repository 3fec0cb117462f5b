package io.enikit.model;

import java.util.List;
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
                .putAll(
                        RuleDirection.INGRESS.toString(),
                        group.rules().ingress(),
                        unlessThese(group).ingress())
                .putAll(
                        RuleDirection.EGRESS.toString(),
                        group.rules().egress(),
                        unlessThese(group).egress())
                .putTags(group.tags());
    }

    private static SecurityGroupRules unlessThese(SecurityGroup group) {
        return SecurityGroup.defaultRules(group.id(), group.groupName());
    }

    static Optional<SecurityGroup> read(PlanLine.Reader line) {
        SecurityGroup.Builder group = SecurityGroup.builder();
        line.sharedId(SecurityGroupId::of).ifPresent(group::id);
        line.requireId("vpc", VpcId::of).ifPresent(group::vpcId);
        line.take("groupName", text -> text).ifPresent(group::groupName);
        line.take("description", text -> text).ifPresent(group::description);
        group.addAllAssociatedVpcIds(line.takeIds("associatedVpcs", VpcId::of));
        Optional<List<SecurityGroupRule>> ingress = rules(RuleDirection.INGRESS, line);
        Optional<List<SecurityGroupRule>> egress = rules(RuleDirection.EGRESS, line);
        group.ownerId(line.take("ownerId", text -> text));
        group.tags(line.takeTags());
        return line.finish(group::build)
                .map(read -> with(RuleDirection.EGRESS, egress, with(RuleDirection.INGRESS, ingress, read)));
    }

    private static Optional<List<SecurityGroupRule>> rules(RuleDirection direction, PlanLine.Reader line) {
        return line.takeAllOrNone(direction.toString(), SecurityGroupRule::parse);
    }

    private static SecurityGroup with(
            RuleDirection direction, Optional<List<SecurityGroupRule>> rules, SecurityGroup group) {
        return rules.map(all -> group.toBuilder()
                        .rules(group.rules().with(direction, all))
                        .build())
                .orElse(group);
    }
}
