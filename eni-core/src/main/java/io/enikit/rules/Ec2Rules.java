package io.enikit.rules;

import com.google.common.collect.ImmutableList;

/** What EC2 enforces on the state of network interfaces and what is around them. */
public final class Ec2Rules {
    private static final RuleSet STANDARD = RuleSet.of(ImmutableList.<Rule<?>>builder()
            .addAll(ResourceRules.ALL)
            .addAll(VpcRules.ALL)
            .addAll(SubnetRules.ALL)
            .addAll(RoomRules.ALL)
            .addAll(ReservationRules.ALL)
            .addAll(GroupRules.ALL)
            .addAll(PermissionRules.ALL)
            .addAll(EniRules.ALL)
            .addAll(AddressRules.ALL)
            .addAll(PrefixRules.ALL)
            .addAll(AttachmentRules.ALL)
            .addAll(TrunkRules.ALL)
            .addAll(ElasticIpRules.ALL)
            .addAll(QuotaRules.ALL)
            .build());

    private Ec2Rules() {}

    /**
     * Returns the rules that EC2 enforces whatever the instance types are.
     *
     * <p>What the types allow is in {@code eni-limits}: {@code Ec2Rules.standard().and(LimitRules.bundled())}.
     *
     * @return the rules
     */
    public static RuleSet standard() {
        return STANDARD;
    }
}
