package io.enikit.fake.awssdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.awssdk.LiveAccount;
import io.enikit.fake.FakeEc2;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanDiff;
import io.enikit.model.RuleDirection;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupRules;
import io.enikit.testkit.ValidPlan;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** A plan goes into a fake, is read from it as from a live account, and comes out as it went in. */
class SeedProperties {
    @Property
    void plan_seededListedAndRead_isThePlan(@ForAll @ValidPlan NetworkPlan plan) {
        FakeEc2 ec2 = FakeEc2.of(plan);
        try (Ec2Client client = Ec2Clients.sync(ec2)) {
            LiveAccount account = LiveAccount.read(client);
            assertThat(account.notRead()).isEmpty();
            NetworkPlan read = account.plan().toBuilder().quotas(plan.quotas()).build();
            PlanDiff diff = PlanDiff.between(asListed(ec2.seed()), asListed(read));
            assertThat(diff.isEmpty()).as(diff.toString()).isTrue();
        }
    }

    /**
     * Takes off what only one side says. EC2 names the owner and the zone of everything, also of the instance of an interface, and the ids of rules, which a plan need not; and no
     * describe call shows that an interface is to get a public address when it is launched.
     */
    private static NetworkPlan asListed(NetworkPlan plan) {
        Optional<String> nobody = Optional.empty();
        NetworkPlan.Builder listed = plan.toBuilder();
        plan.vpcs()
                .forEach(each -> listed.put(
                        each.toBuilder().ownerId(nobody).region(nobody).build()));
        plan.subnets()
                .forEach(each -> listed.put(
                        each.toBuilder().ownerId(nobody).zoneId(nobody).build()));
        plan.securityGroups()
                .forEach(each -> listed.put(
                        each.toBuilder().ownerId(nobody).rules(withIds(each)).build()));
        plan.elasticIps()
                .forEach(each -> listed.put(
                        each.toBuilder().ownerId(nobody).region(nobody).build()));
        plan.instances()
                .forEach(each -> listed.put(each.toBuilder()
                        .ownerId(nobody)
                        .zoneId(nobody)
                        .availabilityZone(plan.availabilityZoneOf(each.id()))
                        .build()));
        plan.enis()
                .forEach(each -> listed.put(each.toBuilder()
                        .ownerId(nobody)
                        .associatePublicIpAddress(false)
                        .attachment(each.attachment()
                                .map(place -> place.toBuilder()
                                        .instanceOwnerId(nobody)
                                        .build()))
                        .build()));
        return listed.build();
    }

    /** States the ids of rules, which are derived where a plan does not. */
    private static SecurityGroupRules withIds(SecurityGroup group) {
        SecurityGroupRules rules = group.rules();
        for (RuleDirection direction : RuleDirection.values()) {
            rules = rules.with(
                    direction,
                    rules.in(direction).stream()
                            .map(each -> each.withSecurityGroupRuleId(group.ruleId(direction, each)))
                            .toList());
        }
        return rules;
    }
}
