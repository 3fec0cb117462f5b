package io.enikit.fake.awssdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.awssdk.LiveAccount;
import io.enikit.awssdk.SdkRequests;
import io.enikit.fake.FakeEc2;
import io.enikit.limits.LimitRules;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanDiff;
import io.enikit.model.PublicIpv4;
import io.enikit.model.ResourceId;
import io.enikit.model.RuleDirection;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.SecurityGroupRule;
import io.enikit.model.SecurityGroupRules;
import io.enikit.operations.AllocateElasticIp;
import io.enikit.operations.ApplyResult;
import io.enikit.operations.AssociateVpcCidrBlock;
import io.enikit.operations.AuthorizeSecurityGroupEgress;
import io.enikit.operations.AuthorizeSecurityGroupIngress;
import io.enikit.operations.CreateVpc;
import io.enikit.operations.Ec2;
import io.enikit.operations.Operation;
import io.enikit.operations.TagResource;
import io.enikit.operations.UntagResource;
import io.enikit.rules.Ec2Rules;
import io.enikit.testkit.OperationSequence;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

/** An operation sent through the SDK does what {@code Ec2.apply} does, and is refused with the same code. */
class OperationProperties {
    private static final Ec2 ENGINE = Ec2.enforcing(Ec2Rules.standard().and(LimitRules.bundled()));

    @Property(shrinking = ShrinkingMode.OFF)
    void operation_throughTheSdk_doesWhatTheEngineDoes(@ForAll OperationSequence sequence) {
        NetworkPlan plan = FakeEc2.of(sequence.start()).plan();
        for (Operation operation : sequence.operations()) {
            ApplyResult expected = ENGINE.apply(plan, operation);
            if (takesANameOfAnotherKind(plan, expected) || tagsANameOfAnotherKind(plan, operation)) {
                continue;
            }
            if (!isAboutChosenId(expected)
                    && !asksForWhatEc2Chooses(operation)
                    && !repeatsARuleOfAGroupThatIsNotThere(plan, operation, expected)) {
                compare(plan, operation, expected);
            }
            plan = expected instanceof ApplyResult.Accepted accepted ? filled(accepted.plan()) : plan;
        }
    }

    /** Who calls EC2 chooses no ids, so none can be taken. */
    private static boolean isAboutChosenId(ApplyResult result) {
        return result instanceof ApplyResult.Refused refused && refused.rule().startsWith("create.id");
    }

    /** Two kinds of resources may have one name in a plan, but not in EC2, where a call names a resource by its id alone. */
    private static boolean takesANameOfAnotherKind(NetworkPlan before, ApplyResult result) {
        Set<String> names =
                before.resources().map(each -> each.resourceId().toString()).collect(Collectors.toSet());
        return result instanceof ApplyResult.Accepted accepted
                && accepted.plan()
                        .resources()
                        .anyMatch(each -> before.find(each.resourceId()).isEmpty()
                                && names.contains(each.resourceId().toString()));
    }

    private static boolean tagsANameOfAnotherKind(NetworkPlan plan, Operation operation) {
        Optional<ResourceId> tagged = operation instanceof TagResource tag
                ? Optional.of(tag.resource())
                : operation instanceof UntagResource untag ? Optional.of(untag.resource()) : Optional.empty();
        return tagged.filter(id -> plan.find(id).isEmpty()
                        && plan.resources()
                                .anyMatch(each -> each.resourceId().toString().equals(id.toString())))
                .isPresent();
    }

    /** Addresses and blocks that EC2 chooses: the fake and the engine choose, but not alike; and blocks of pools. */
    private static boolean asksForWhatEc2Chooses(Operation operation) {
        if (operation instanceof AssociateVpcCidrBlock more) {
            return more.amazonProvidedIpv6CidrBlock() || more.ipv6CidrBlock().isPresent();
        } else if (operation instanceof CreateVpc vpc) {
            return vpc.amazonProvidedIpv6CidrBlock();
        }
        return operation instanceof AllocateElasticIp allocate
                && allocate.publicIp().isPresent();
    }

    /** Two faults at once: the fake looks for the group first, the engine at what the call says. */
    private static boolean repeatsARuleOfAGroupThatIsNotThere(
            NetworkPlan plan, Operation operation, ApplyResult result) {
        Optional<SecurityGroupId> group = operation instanceof AuthorizeSecurityGroupIngress ingress
                ? Optional.of(ingress.group())
                : operation instanceof AuthorizeSecurityGroupEgress egress
                        ? Optional.of(egress.group())
                        : Optional.empty();
        return result instanceof ApplyResult.Refused refused
                && refused.rule().equals("group-rule.once")
                && group.filter(id -> plan.securityGroup(id).isEmpty()).isPresent();
    }

    private static void compare(NetworkPlan start, Operation operation, ApplyResult expected) {
        FakeEc2 ec2 = FakeEc2.of(start);
        String answer = "accepted";
        try (Ec2Client client = Ec2Clients.sync(ec2)) {
            SdkRequests requests = SdkRequests.create().withImageId(Account.IMAGE);
            if (requests.tryRequest(operation).isEmpty()) {
                requests = SdkRequests.in(LiveAccount.read(client)).withImageId(Account.IMAGE);
            }
            if (requests.tryRequest(operation).isEmpty() || !ec2.actions().contains(operation.action())) {
                return;
            }
            requests.send(client, operation);
        } catch (Ec2Exception refused) {
            answer = refused.awsErrorDetails().errorCode();
        }
        String code = expected instanceof ApplyResult.Refused refused
                ? refused.code().orElse("UnsupportedOperation")
                : "accepted";
        assertThat(answer).as(operation + "\n" + expected + "\n" + start).isEqualTo(code);
        if (expected instanceof ApplyResult.Accepted accepted) {
            PlanDiff diff = PlanDiff.between(
                    Renamed.alike(start, comparable(accepted.plan())), Renamed.alike(start, comparable(ec2.plan())));
            assertThat(diff.isEmpty()).as(operation + "\n" + diff).isTrue();
        }
    }

    /** Public addresses that only EC2 chooses are chosen, as the fake does. */
    private static NetworkPlan filled(NetworkPlan plan) {
        return FakeEc2.of(plan).plan();
    }

    /** Takes off what the fake chooses and the engine leaves open: public addresses, ids of attachments and rules. */
    private static NetworkPlan comparable(NetworkPlan plan) {
        NetworkPlan.Builder result = plan.toBuilder();
        for (Eni each : plan.enis()) {
            result.put(each.toBuilder()
                    .publicIpv4(each.publicIpv4().map(given -> PublicIpv4.chosenByEc2()))
                    .attachment(each.attachment()
                            .map(place -> place.toBuilder()
                                    .attachmentId(Optional.empty())
                                    .build()))
                    .tags(apart(each.tags()))
                    .build());
        }
        plan.elasticIps()
                .forEach(each -> result.put(each.toBuilder()
                        .publicIp(Optional.empty())
                        .tags(apart(each.tags()))
                        .build()));
        plan.vpcs()
                .forEach(each ->
                        result.put(each.toBuilder().tags(apart(each.tags())).build()));
        plan.subnets()
                .forEach(each ->
                        result.put(each.toBuilder().tags(apart(each.tags())).build()));
        plan.instances()
                .forEach(each ->
                        result.put(each.toBuilder().tags(apart(each.tags())).build()));
        for (SecurityGroup each : plan.securityGroups()) {
            SecurityGroupRules rules = SecurityGroupRules.none();
            for (RuleDirection direction : RuleDirection.values()) {
                for (SecurityGroupRule rule : each.rules().in(direction)) {
                    rules = rules.plus(
                            direction,
                            SecurityGroupRule.of(rule.ipProtocol(), rule.fromPort(), rule.toPort(), rule.peer())
                                    .withDescription(rule.description()));
                }
            }
            result.put(each.toBuilder()
                    .rules(rules)
                    .groupName("x-" + each.groupName())
                    .tags(apart(each.tags()))
                    .build());
        }
        return result.build();
    }

    /** Values of tags may look like ids, and are not to be renamed. */
    private static Map<String, String> apart(Map<String, String> tags) {
        Map<String, String> apart = new TreeMap<>();
        tags.forEach((key, value) -> apart.put(key, "x-" + value));
        return apart;
    }
}
