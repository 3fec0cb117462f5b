package io.enikit.insight;

import com.google.common.collect.ImmutableMap;
import io.enikit.model.SecurityGroupPeer;
import io.enikit.model.SecurityGroupRule;
import io.enikit.net.IpFamily;
import io.enikit.operations.AssociateSecurityGroupVpc;
import io.enikit.operations.AuthorizeSecurityGroupEgress;
import io.enikit.operations.AuthorizeSecurityGroupIngress;
import io.enikit.operations.CreateSecurityGroup;
import io.enikit.operations.DeleteSecurityGroup;
import io.enikit.operations.DisassociateSecurityGroupVpc;
import io.enikit.operations.ModifySecurityGroupRules;
import io.enikit.operations.Operation;
import io.enikit.operations.RevokeSecurityGroupEgress;
import io.enikit.operations.RevokeSecurityGroupIngress;
import io.enikit.operations.UpdateSecurityGroupRuleDescriptionsEgress;
import io.enikit.operations.UpdateSecurityGroupRuleDescriptionsIngress;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The command lines of operations on security groups. */
final class GroupCommands {
    private GroupCommands() {}

    static ImmutableMap<Class<? extends Operation>, Function<Operation, CommandLine>> all() {
        ImmutableMap.Builder<Class<? extends Operation>, Function<Operation, CommandLine>> all = ImmutableMap.builder();
        AwsCommands.put(
                all,
                CreateSecurityGroup.class,
                call -> CommandLine.of("create-security-group")
                        .option("vpc-id", call.vpcId())
                        .option("group-name", call.groupName())
                        .option("description", call.description())
                        .tags("security-group", call.tags())
                        .keeps(call.group(), "GroupId"));
        AwsCommands.put(
                all,
                DeleteSecurityGroup.class,
                call -> CommandLine.of("delete-security-group").option("group-id", call.group()));
        AwsCommands.put(
                all,
                AssociateSecurityGroupVpc.class,
                call -> CommandLine.of("associate-security-group-vpc")
                        .option("group-id", call.group())
                        .option("vpc-id", call.vpc()));
        AwsCommands.put(
                all,
                DisassociateSecurityGroupVpc.class,
                call -> CommandLine.of("disassociate-security-group-vpc")
                        .option("group-id", call.group())
                        .option("vpc-id", call.vpc()));
        AwsCommands.put(
                all,
                AuthorizeSecurityGroupIngress.class,
                call -> CommandLine.of("authorize-security-group-ingress")
                        .option("group-id", call.group())
                        .json("ip-permissions", permissions(call.rules())));
        AwsCommands.put(
                all,
                RevokeSecurityGroupIngress.class,
                call -> revoke(
                        CommandLine.of("revoke-security-group-ingress").option("group-id", call.group()),
                        call.rules(),
                        call.securityGroupRuleIds()));
        AwsCommands.put(
                all,
                UpdateSecurityGroupRuleDescriptionsIngress.class,
                call -> CommandLine.of("update-security-group-rule-descriptions-ingress")
                        .option("group-id", call.group())
                        .json("ip-permissions", permissions(call.rules())));
        AwsCommands.put(
                all,
                AuthorizeSecurityGroupEgress.class,
                call -> CommandLine.of("authorize-security-group-egress")
                        .option("group-id", call.group())
                        .json("ip-permissions", permissions(call.rules())));
        AwsCommands.put(
                all,
                RevokeSecurityGroupEgress.class,
                call -> revoke(
                        CommandLine.of("revoke-security-group-egress").option("group-id", call.group()),
                        call.rules(),
                        call.securityGroupRuleIds()));
        AwsCommands.put(
                all,
                UpdateSecurityGroupRuleDescriptionsEgress.class,
                call -> CommandLine.of("update-security-group-rule-descriptions-egress")
                        .option("group-id", call.group())
                        .json("ip-permissions", permissions(call.rules())));
        AwsCommands.put(all, ModifySecurityGroupRules.class, GroupCommands::modify);
        return all.buildOrThrow();
    }

    private static CommandLine revoke(CommandLine line, List<SecurityGroupRule> rules, List<String> ids) {
        line.options("security-group-rule-ids", ids);
        return rules.isEmpty() ? line : line.json("ip-permissions", permissions(rules));
    }

    private static String permissions(List<SecurityGroupRule> rules) {
        return rules.stream().map(GroupCommands::permission).collect(Collectors.joining(",", "[", "]"));
    }

    private static String permission(SecurityGroupRule rule) {
        String described = rule.description().isEmpty() ? "" : ",\"Description\":" + JsonText.of(rule.description());
        SecurityGroupPeer peer = rule.peer();
        String of = peer.cidr()
                .map(block -> block.family() == IpFamily.IPV4
                        ? "\"IpRanges\":[{\"CidrIp\":\"" + block + "\""
                        : "\"Ipv6Ranges\":[{\"CidrIpv6\":\"" + block + "\"")
                .or(() -> peer.prefixListId().map(list -> "\"PrefixListIds\":[{\"PrefixListId\":" + JsonText.of(list)))
                .orElseGet(() -> "\"UserIdGroupPairs\":[{\"GroupId\":"
                        + JsonText.of(ShellWord.inside(peer.securityGroup().orElseThrow()))
                        + peer.userId()
                                .map(user -> ",\"UserId\":" + JsonText.of(user))
                                .orElse(""));
        return "{" + ports(rule) + "," + of + described + "}]}";
    }

    private static String ports(SecurityGroupRule rule) {
        return "\"IpProtocol\":" + JsonText.of(rule.ipProtocol())
                + (rule.fromPort().isPresent()
                        ? ",\"FromPort\":" + rule.fromPort().getAsInt()
                        : "")
                + (rule.toPort().isPresent() ? ",\"ToPort\":" + rule.toPort().getAsInt() : "");
    }

    private static CommandLine modify(ModifySecurityGroupRules call) {
        String rules = call.rules().entrySet().stream()
                .map(each -> "{\"SecurityGroupRuleId\":" + JsonText.of(each.getKey()) + ",\"SecurityGroupRule\":{"
                        + ports(each.getValue()) + "," + flat(each.getValue()) + "}}")
                .collect(Collectors.joining(",", "[", "]"));
        return CommandLine.of("modify-security-group-rules")
                .option("group-id", call.group())
                .json("security-group-rules", rules);
    }

    private static String flat(SecurityGroupRule rule) {
        SecurityGroupPeer peer = rule.peer();
        return peer.cidr()
                        .map(block -> (block.family() == IpFamily.IPV4 ? "\"CidrIpv4\":\"" : "\"CidrIpv6\":\"") + block
                                + "\"")
                        .or(() -> peer.prefixListId().map(list -> "\"PrefixListId\":" + JsonText.of(list)))
                        .orElseGet(() -> "\"ReferencedGroupId\":"
                                + JsonText.of(
                                        ShellWord.inside(peer.securityGroup().orElseThrow())))
                + (rule.description().isEmpty() ? "" : ",\"Description\":" + JsonText.of(rule.description()));
    }
}
