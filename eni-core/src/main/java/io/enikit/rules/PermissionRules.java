package io.enikit.rules;

import static io.enikit.model.ResourceKind.SECURITY_GROUP;
import static io.enikit.rules.Evidence.INFERRED;
import static io.enikit.rules.Evidence.SEEN;
import static io.enikit.rules.Phase.IDS;
import static io.enikit.rules.Phase.LIMITS;
import static io.enikit.rules.Phase.SHAPE;
import static io.enikit.rules.Phase.STATE;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Ints;
import io.enikit.model.NetworkPlan;
import io.enikit.model.RuleDirection;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.SecurityGroupRule;
import io.enikit.net.IpFamily;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules on what the rules of security groups may say, and how many there may be. */
final class PermissionRules {
    private static final int MOST_PORT = 65_535;
    private static final int MOST_PROTOCOL = 255;
    private static final int ALL_TYPES = -1;
    private static final int LONGEST = 255;
    private static final int MOST_RULES_OF_INTERFACE = 1_000;
    private static final ImmutableSet<String> WITH_PORTS = ImmutableSet.of("tcp", "udp");
    private static final ImmutableSet<String> WITH_TYPES = ImmutableSet.of("icmp", "icmpv6");
    private static final String CHARACTERS = "a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*";
    private static final Pattern VALID = Pattern.compile("[a-zA-Z0-9. _\\-:/()#,@\\[\\]+=&;{}!$*]*");

    static final ImmutableList<Rule<?>> ALL = ImmutableList.of(
            RuleInfo.of("group.rules.protocol", SHAPE)
                    .withSummary(
                            "A security group rule is for tcp, udp, icmp, icmpv6, a number up to 255, or -1 for all.")
                    .documented("IpPermission")
                    .withMessage("Invalid value '{protocol}' for IP protocol. Unknown protocol.", INFERRED)
                    .withCatalogIds("SG-RULE-SHAPE")
                    .withCode("InvalidParameterValue", INFERRED)
                    .rule(SecurityGroup.class, each(PermissionRules::protocol))
                    .lookingAt(),
            RuleInfo.of("group.rules.ports-given", SHAPE)
                    .withSummary("A rule for tcp, udp or icmp has both ends of its ports, or its type and code.")
                    .seen("answers of EC2")
                    .withMessage("Invalid value for portRange. Must specify both from and to ports with {kind}.")
                    .withCatalogIds("SG-RULE-SHAPE")
                    .withCode("InvalidParameterValue")
                    .rule(SecurityGroup.class, each(PermissionRules::portsGiven))
                    .lookingAt(),
            RuleInfo.of("group.rules.port-range", SHAPE)
                    .withSummary("Ports are 0 to 65535, the first not above the last; ICMP types and codes -1 to 255.")
                    .seen("an answer of EC2")
                    .withMessage("TCP/UDP port ({port}) out of range")
                    .withCatalogIds("SG-RULE-SHAPE")
                    .withCode("InvalidPermission.Malformed")
                    .rule(SecurityGroup.class, each(PermissionRules::portRange))
                    .lookingAt(),
            RuleInfo.of("group.rules.description", SHAPE)
                    .withSummary("The description of a rule has at most 255 characters, of those that EC2 allows.")
                    .seen("answers of EC2")
                    .withMessage("Invalid rule description. Valid descriptions are strings less than 256 characters"
                            + " from the following set:  {characters}")
                    .withCatalogIds("SG-RULE-DESCRIPTION")
                    .withCode("InvalidParameterValue")
                    .rule(SecurityGroup.class, each(PermissionRules::description))
                    .lookingAt(),
            RuleInfo.of("group.rules.unique", STATE)
                    .withSummary("No two rules of a security group allow the same in the same direction.")
                    .documented("Error codes for the Amazon EC2 API")
                    .withMessage("the specified rule \"{rule}\" already exists")
                    .withCatalogIds("SG-RULE-DUPLICATE")
                    .withCode("InvalidPermission.Duplicate", SEEN)
                    .rule(SecurityGroup.class, PermissionRules::unique)
                    .lookingAt(),
            RuleInfo.of("group.rules.groups-exist", IDS)
                    .withSummary("The security groups that rules name exist, but for those of other accounts.")
                    .documented("Error codes for the Amazon EC2 API")
                    .withMessage("The security group '{detail}' does not exist")
                    .withCatalogIds("SG-404")
                    .withCode("InvalidGroup.NotFound", SEEN)
                    .withNeeds(Fact.EXISTENCE)
                    .rule(SecurityGroup.class, PermissionRules::groupsExist)
                    .lookingAt(SECURITY_GROUP),
            RuleInfo.of("quota.rules-per-security-group", LIMITS)
                    .withSummary(
                            "A security group has no more rules in a direction and family than the quota allows: 60 unless it was raised.")
                    .documented("Amazon VPC quotas")
                    .withMessage("The maximum number of rules per security group has been reached.")
                    .withCatalogIds("SG-RULES")
                    .withCode("RulesPerSecurityGroupLimitExceeded", SEEN)
                    .rule(SecurityGroup.class, PermissionRules::quota)
                    .lookingAt(),
            RuleInfo.of("quota.rules-times-groups", LIMITS)
                    .withSummary(
                            "The quotas of rules per security group and of groups per interface are at most 1,000 together, multiplied.")
                    .documented("Amazon VPC quotas")
                    .withCatalogIds("SG-PRODUCT")
                    .rule(NetworkPlan.class, PermissionRules::product));

    private PermissionRules() {}

    /** What is wrong with a single rule, if anything is. */
    private interface Check {
        @Nullable
        Fault of(SecurityGroupRule rule);
    }

    private static Rule.Check<SecurityGroup> each(Check check) {
        return (group, plan, faults) -> {
            for (RuleDirection direction : RuleDirection.values()) {
                for (SecurityGroupRule rule : group.rules().in(direction)) {
                    @Nullable Fault fault = check.of(rule);
                    if (fault != null) {
                        faults.add(fault.withDetail(direction + " " + rule));
                    }
                }
            }
        };
    }

    private static @Nullable Fault protocol(SecurityGroupRule rule) {
        String protocol = rule.ipProtocol();
        return WITH_PORTS.contains(protocol)
                        || WITH_TYPES.contains(protocol)
                        || protocol.equals(SecurityGroupRule.ALL_PROTOCOLS)
                        || isNumberOfProtocol(protocol)
                ? null
                : Fault.of(
                                "the protocol \"" + protocol + "\" of rule " + rule + " is unknown",
                                "use tcp, udp, icmp, icmpv6, a number from 0 to 255, or -1 for all")
                        .withValue("protocol", protocol);
    }

    private static boolean isNumberOfProtocol(String text) {
        @Nullable Integer number = Ints.tryParse(text);
        return number != null && number >= 0 && number <= MOST_PROTOCOL;
    }

    private static @Nullable Fault portsGiven(SecurityGroupRule rule) {
        boolean both = rule.fromPort().isPresent() && rule.toPort().isPresent();
        boolean neither = rule.fromPort().isEmpty() && rule.toPort().isEmpty();
        boolean ports = WITH_PORTS.contains(rule.ipProtocol());
        if (both || (neither && !ports && !rule.ipProtocol().equals("icmp"))) {
            return null;
        }
        return Fault.of(
                        "the rule " + rule + " lacks " + (ports ? "an end of its ports" : "its type or code"),
                        ports ? "give both the first and the last port" : "give both, -1 stands for all")
                .withValue("kind", ports ? "TCP/UDP" : "ICMP");
    }

    private static @Nullable Fault portRange(SecurityGroupRule rule) {
        if (rule.fromPort().isEmpty() || rule.toPort().isEmpty()) {
            return null;
        }
        boolean ports = WITH_PORTS.contains(rule.ipProtocol());
        int least = ports ? 0 : ALL_TYPES;
        int most = ports ? MOST_PORT : MOST_PROTOCOL;
        int from = rule.fromPort().getAsInt();
        int to = rule.toPort().getAsInt();
        OptionalInt odd = from < least || from > most
                ? OptionalInt.of(from)
                : to < least || to > most ? OptionalInt.of(to) : OptionalInt.empty();
        if (odd.isPresent()) {
            Fault fault = Fault.of(
                    (ports ? "port " : "ICMP type or code ") + odd.getAsInt() + " of rule " + rule + " is out of range",
                    "expected " + least + " to " + most);
            return ports ? fault.withValue("port", odd.getAsInt()) : fault;
        }
        return ports && from > to
                ? Fault.of("the ports of rule " + rule + " are the wrong way round", "give the lower one first")
                : null;
    }

    private static @Nullable Fault description(SecurityGroupRule rule) {
        int length = rule.description().length();
        if (length <= LONGEST && VALID.matcher(rule.description()).matches()) {
            return null;
        }
        return Fault.of(
                        length > LONGEST
                                ? "the description of rule " + rule + " has " + length + " characters, at most "
                                        + LONGEST + " are allowed"
                                : "the description of rule " + rule + " has characters that EC2 does not allow",
                        length > LONGEST ? "shorten it" : "use " + CHARACTERS)
                .withValue("characters", CHARACTERS);
    }

    private static void unique(SecurityGroup group, NetworkPlan plan, Faults faults) {
        for (RuleDirection direction : RuleDirection.values()) {
            @Nullable SecurityGroupRule before = null;
            for (SecurityGroupRule rule : group.rules().in(direction)) {
                if (before != null && before.isSamePermission(rule)) {
                    faults.add(Fault.of(
                                    "two " + direction + " rules allow " + rule.ec2Text(),
                                    "leave one out; another description makes no other rule")
                            .withDetail(direction + " " + rule.ec2Text())
                            .withValue("rule", rule.ec2Text()));
                }
                before = rule;
            }
        }
    }

    private static void groupsExist(SecurityGroup group, NetworkPlan plan, Faults faults) {
        Set<SecurityGroupId> seen = new TreeSet<>();
        for (RuleDirection direction : RuleDirection.values()) {
            for (SecurityGroupRule rule : group.rules().in(direction)) {
                Optional<SecurityGroupId> peer = rule.peer().securityGroup();
                if (peer.isPresent()
                        && rule.peer().userId().isEmpty()
                        && plan.securityGroup(peer.get()).isEmpty()
                        && seen.add(peer.get())) {
                    faults.add(Fault.of(
                                    "the security group \"" + peer.get() + "\" of an " + direction
                                            + " rule does not exist",
                                    "add the group, or name one that exists")
                            .withDetail(peer.get()));
                }
            }
        }
    }

    private static void quota(SecurityGroup group, NetworkPlan plan, Faults faults) {
        int quota = plan.quotas().rulesPerSecurityGroup();
        for (RuleDirection direction : RuleDirection.values()) {
            for (IpFamily family : IpFamily.values()) {
                int rules = group.rules().count(direction, family);
                if (rules > quota) {
                    faults.add(Fault.of(
                                    rules + " " + direction + " rules for " + family.label() + ", the quota is "
                                            + quota,
                                    "leave some out, use a prefix list, or have the quota raised and say so with"
                                            + " Quotas.withRulesPerSecurityGroup")
                            .withDetail(direction + " " + family)
                            .withExcess((long) rules - quota));
                }
            }
        }
    }

    private static void product(NetworkPlan whole, NetworkPlan plan, Faults faults) {
        long rules = plan.quotas().rulesPerSecurityGroup();
        long groups = plan.quotas().securityGroupsPerInterface();
        if (rules * groups > MOST_RULES_OF_INTERFACE) {
            faults.exceeds(
                    rules * groups - MOST_RULES_OF_INTERFACE,
                    "the quotas allow " + rules + " rules in each of " + groups + " groups of an interface, "
                            + rules * groups + " in all, EC2 raises them to " + MOST_RULES_OF_INTERFACE
                            + " at most",
                    "lower Quotas.rulesPerSecurityGroup or Quotas.securityGroupsPerInterface");
        }
    }
}
