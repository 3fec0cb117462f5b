package io.enikit.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;

/** What EC2 enforces on the state of network interfaces and what is around them. */
public final class Ec2Rules {
    private static final RuleSet STANDARD = RuleSet.of(Iterables.concat(ImmutableList.of(
            ResourceRules.ALL,
            VpcRules.ALL,
            SubnetRules.ALL,
            RoomRules.ALL,
            ReservationRules.ALL,
            GroupRules.ALL,
            PermissionRules.ALL,
            EniRules.ALL,
            AddressRules.ALL,
            PrefixRules.ALL,
            AttachmentRules.ALL,
            TrunkRules.ALL,
            ElasticIpRules.ALL,
            QuotaRules.ALL)));

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
