package io.enikit.model;

import static java.util.Objects.requireNonNull;

import io.enikit.internal.VisibleText;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.immutables.value.Value;

/** A security group: a firewall that network interfaces of a VPC are put behind. */
@Value.Immutable
public abstract non-sealed class SecurityGroup implements Resource {
    /** The name of the group that each VPC has from the start. */
    public static final String DEFAULT_NAME = "default";

    SecurityGroup() {}

    /** {@return a builder with nothing set} */
    public static Builder builder() {
        return ImmutableSecurityGroup.builder();
    }

    /**
     * Returns the group that EC2 makes with a VPC, and puts interfaces into that name no group.
     *
     * @param vpc the VPC
     * @return its default group, with the id that it gets where nobody names one: {@code vpc/default}
     */
    public static SecurityGroup defaultOf(VpcId vpc) {
        requireNonNull(vpc, "vpc");
        return builder()
                .id(vpc + "/" + DEFAULT_NAME)
                .vpcId(vpc)
                .groupName(DEFAULT_NAME)
                .description("default VPC security group")
                .build();
    }

    /** {@return a builder set to this group} */
    public final Builder toBuilder() {
        return ImmutableSecurityGroup.builder().from(this);
    }

    /** {@return the id} */
    public abstract SecurityGroupId id();

    @Override
    public final ResourceId resourceId() {
        return id();
    }

    /** {@return the VPC it was made in} */
    public abstract VpcId vpcId();

    /** {@return the name, unique in its VPC, the text of the id unless set} */
    @Value.Default
    public String groupName() {
        return id().toString();
    }

    /** {@return the description, empty unless set} */
    @Value.Default
    public String description() {
        return "";
    }

    /**
     * Returns what the group allows.
     *
     * @return the rules; unless set, those that EC2 gives a new group, or a default group if this is one
     */
    @Value.Default
    public SecurityGroupRules rules() {
        return defaultRules(id(), groupName());
    }

    static SecurityGroupRules defaultRules(SecurityGroupId id, String groupName) {
        return groupName.equals(DEFAULT_NAME) ? SecurityGroupRules.ofDefaultGroup(id) : SecurityGroupRules.ofNewGroup();
    }

    /**
     * Returns the id of a rule of this group.
     *
     * @param direction the direction of the rule
     * @param rule the rule
     * @return the id that it was given; else one derived from the group and the permission, the same on every machine
     */
    public final String ruleId(RuleDirection direction, SecurityGroupRule rule) {
        requireNonNull(direction, "direction");
        return requireNonNull(rule, "rule")
                .securityGroupRuleId()
                .orElseGet(() -> Derived.ruleId(id(), direction, rule));
    }

    /**
     * Finds a rule of this group by its id.
     *
     * @param direction the direction of the rule
     * @param securityGroupRuleId an id that was given or derived
     * @return the rule, or empty if there is none
     */
    public final Optional<SecurityGroupRule> rule(RuleDirection direction, String securityGroupRuleId) {
        requireNonNull(securityGroupRuleId, "securityGroupRuleId");
        return rules().in(direction).stream()
                .filter(each -> ruleId(direction, each).equals(securityGroupRuleId))
                .findFirst();
    }

    /**
     * Returns a copy that also has the given rule.
     *
     * @param direction the direction
     * @param rule the rule; where the id that would be derived for it is that of another rule, it is given its own
     * @return the group
     */
    public final SecurityGroup plusRule(RuleDirection direction, SecurityGroupRule rule) {
        requireNonNull(direction, "direction");
        SecurityGroupRule added = requireNonNull(rule, "rule");
        String derived = ruleId(direction, rule);
        for (int i = 1; rule.securityGroupRuleId().isEmpty() && hasRule(ruleId(direction, added)); i++) {
            added = rule.withSecurityGroupRuleId(Derived.ruleId(derived + i));
        }
        return toBuilder().rules(rules().plus(direction, added)).build();
    }

    private boolean hasRule(String securityGroupRuleId) {
        return rule(RuleDirection.INGRESS, securityGroupRuleId).isPresent()
                || rule(RuleDirection.EGRESS, securityGroupRuleId).isPresent();
    }

    /** {@return the groups of its own account that the rules name, which may include this one} */
    public final SortedSet<SecurityGroupId> peerIds() {
        SortedSet<SecurityGroupId> peers = new TreeSet<>();
        for (RuleDirection direction : RuleDirection.values()) {
            for (SecurityGroupRule rule : rules().in(direction)) {
                Optional<SecurityGroupId> peer = rule.peer().securityGroup();
                if (peer.isPresent() && rule.peer().userId().isEmpty()) {
                    peers.add(peer.get());
                }
            }
        }
        return Collections.unmodifiableSortedSet(peers);
    }

    /** {@return the further VPCs that it is associated with} */
    @Value.NaturalOrder
    public abstract SortedSet<VpcId> associatedVpcIds();

    /** {@return the tags by key} */
    @Override
    @Value.NaturalOrder
    public abstract SortedMap<String, String> tags();

    /** {@return whether this is the group that its VPC had from the start} */
    public final boolean isDefault() {
        return groupName().equals(DEFAULT_NAME);
    }

    /**
     * Checks whether interfaces in a VPC can be in this group.
     *
     * @param vpcId a VPC
     * @return true if it is the group's own VPC or one that it is associated with
     */
    public final boolean isUsableIn(VpcId vpcId) {
        requireNonNull(vpcId, "vpcId");
        return vpcId().equals(vpcId) || associatedVpcIds().contains(vpcId);
    }

    /** Builds security groups. The id and the VPC must be set. */
    public abstract static class Builder extends ResourceBuilder<Builder> {
        Builder() {}

        /**
         * Sets the id.
         *
         * @param id the id
         * @return this builder
         */
        public abstract Builder id(SecurityGroupId id);

        /**
         * Sets the id.
         *
         * @param id a name, or {@code sg-…}
         * @return this builder
         * @throws IllegalArgumentException if the text is blank
         */
        public final Builder id(String id) {
            return id(SecurityGroupId.of(requireNonNull(id, "id")));
        }

        /**
         * Sets the VPC.
         *
         * @param vpcId the id of the VPC
         * @return this builder
         */
        public abstract Builder vpcId(VpcId vpcId);

        /**
         * Sets the VPC.
         *
         * @param vpcId the id of the VPC
         * @return this builder
         * @throws IllegalArgumentException if the text is blank
         */
        public final Builder vpcId(String vpcId) {
            return vpcId(VpcId.of(requireNonNull(vpcId, "vpcId")));
        }

        /**
         * Sets the name.
         *
         * @param groupName the name, unique in its VPC; the text of the id by default
         * @return this builder
         */
        public abstract Builder groupName(String groupName);

        /**
         * Sets the description.
         *
         * @param description the description, empty by default
         * @return this builder
         */
        public abstract Builder description(String description);

        /**
         * Sets the rules.
         *
         * @param rules the rules in both directions; those of a new group by default
         * @return this builder
         */
        public abstract Builder rules(SecurityGroupRules rules);

        /**
         * Sets the associated VPCs, replacing those set before.
         *
         * @param associatedVpcIds the ids of further VPCs, without its own
         * @return this builder
         */
        public abstract Builder associatedVpcIds(Iterable<? extends VpcId> associatedVpcIds);

        /**
         * Adds a VPC that the group is associated with.
         *
         * @param associatedVpcId the id of the VPC
         * @return this builder
         */
        public abstract Builder addAssociatedVpcId(VpcId associatedVpcId);

        /**
         * Adds VPCs that the group is associated with.
         *
         * @param associatedVpcIds the ids of further VPCs, without its own
         * @return this builder
         */
        public abstract Builder addAssociatedVpcIds(VpcId... associatedVpcIds);

        /**
         * Adds VPCs that the group is associated with.
         *
         * @param associatedVpcIds the ids of further VPCs, without its own
         * @return this builder
         */
        public abstract Builder addAllAssociatedVpcIds(Iterable<? extends VpcId> associatedVpcIds);

        /**
         * Builds the security group.
         *
         * @return the security group
         * @throws IllegalStateException if the id or the VPC is not set
         * @throws IllegalArgumentException if two tags have the same key
         */
        public abstract SecurityGroup build();
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value(
                "SecurityGroup",
                "ownerId",
                ownerId(),
                "id",
                id(),
                "vpcId",
                vpcId(),
                "groupName",
                groupName(),
                "description",
                description(),
                "rules",
                rules(),
                "associatedVpcIds",
                associatedVpcIds(),
                "tags",
                tags());
    }
}
