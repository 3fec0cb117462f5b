package io.enikit.operations;

import static io.enikit.rules.Evidence.SEEN;
import static io.enikit.rules.Phase.IDS;
import static io.enikit.rules.Phase.SHAPE;
import static io.enikit.rules.Phase.STATE;

import com.google.common.collect.ImmutableList;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroupRule;
import io.enikit.rules.Evidence;
import io.enikit.rules.Fault;
import io.enikit.rules.RuleInfo;
import java.util.List;
import java.util.Optional;

/** The preconditions on calls about the rules of security groups. */
final class GroupRulePreconditions {
    static final ImmutableList<Precondition> ALL = ImmutableList.of(
            Precondition.ofCalls(
                    GroupRulePreconditions::given,
                    RuleInfo.of("group-rule.given", SHAPE)
                            .withSummary("A call about rules of a security group names at least one.")
                            .documented("AuthorizeSecurityGroupIngress")
                            .withCatalogIds("SG-RULE-SHAPE")
                            .withCode("MissingParameter", Evidence.INFERRED)),
            Precondition.ofCalls(
                    GroupRulePreconditions::once,
                    RuleInfo.of("group-rule.once", SHAPE)
                            .withSummary("A call adds no rule twice.")
                            .seen("answers of EC2")
                            .withMessage("The same permission must not appear multiple times")
                            .withCatalogIds("SG-RULE-DUPLICATE")
                            .withCode("InvalidParameterValue")),
            Precondition.ofEach(
                    Call::addedRules,
                    GroupRulePreconditions::isNew,
                    RuleInfo.of("group-rule.new", STATE)
                            .withSummary("A rule that is added is not there yet, with this or another description.")
                            .documented("Error codes for the Amazon EC2 API")
                            .withMessage("the specified rule \"{rule}\" already exists")
                            .withCatalogIds("SG-RULE-DUPLICATE")
                            .withCode("InvalidPermission.Duplicate", SEEN)),
            Precondition.ofEach(
                            Call::knownRules,
                            GroupRulePreconditions::known,
                            RuleInfo.of("group-rule.known", STATE)
                                    .withSummary(
                                            "A rule that is removed or described is there, with the same ports and peer.")
                                    .documented("Error codes for the Amazon EC2 API")
                                    .withMessage("The specified rule does not exist in this security group.")
                                    .withCatalogIds("SG-RULE-404")
                                    .withCode("InvalidPermission.NotFound", SEEN))
                    .essential(),
            Precondition.ofEach(
                            Call::namedRules,
                            GroupRulePreconditions::idKnown,
                            RuleInfo.of("group-rule.id-known", IDS)
                                    .withSummary("The id of a rule is that of a rule of the group.")
                                    .documented("Error codes for the Amazon EC2 API")
                                    .withMessage(
                                            "The security group rule ID '{ruleId}' does not exist", Evidence.INFERRED)
                                    .withCatalogIds("SG-RULE-404")
                                    .withCode("InvalidSecurityGroupRuleId.NotFound", SEEN))
                    .essential());

    private GroupRulePreconditions() {}

    private static Optional<Fault> given(Call call, NetworkPlan plan) {
        return call.isAboutRules()
                        && call.addedRules().isEmpty()
                        && call.knownRules().isEmpty()
                        && call.namedRules().isEmpty()
                ? Optional.of(Fault.of("the call names no rule: expected at least one"))
                : Optional.empty();
    }

    private static Optional<Fault> once(Call call, NetworkPlan plan) {
        List<SecurityGroupRule> rules =
                call.addedRules().stream().map(Call.RuleIn::rule).sorted().toList();
        for (int i = 1; i < rules.size(); i++) {
            if (rules.get(i).isSamePermission(rules.get(i - 1))) {
                return Optional.of(Fault.of("the rule " + rules.get(i) + " stands twice in the call"));
            }
        }
        return Optional.empty();
    }

    private static Optional<SecurityGroupRule> find(Call.RuleIn wanted, NetworkPlan plan) {
        return plan.securityGroup(wanted.group())
                .flatMap(group -> group.rules().find(wanted.direction(), wanted.rule()));
    }

    private static Optional<Fault> isNew(Call.RuleIn added, NetworkPlan plan) {
        return find(added, plan)
                .map(there -> Fault.of("the group " + added.group() + " has the " + added.direction() + " rule " + there
                                + " already")
                        .withValue("rule", there.ec2Text()));
    }

    private static Optional<Fault> known(Call.RuleIn wanted, NetworkPlan plan) {
        return find(wanted, plan).isPresent()
                ? Optional.empty()
                : Optional.of(Fault.of(
                        "the group " + wanted.group() + " has no " + wanted.direction() + " rule " + wanted.rule()));
    }

    private static Optional<Fault> idKnown(Call.RuleNamed wanted, NetworkPlan plan) {
        boolean there = plan.securityGroup(wanted.group()).stream()
                .anyMatch(group -> wanted.directions().stream()
                        .anyMatch(
                                direction -> group.rule(direction, wanted.id()).isPresent()));
        return there
                ? Optional.empty()
                : Optional.of(
                        Fault.of("the group " + wanted.group() + " has no rule with the id \"" + wanted.id() + "\"")
                                .withValue("ruleId", wanted.id()));
    }
}
