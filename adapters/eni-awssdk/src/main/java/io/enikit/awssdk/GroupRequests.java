package io.enikit.awssdk;

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
import io.enikit.operations.RevokeSecurityGroupEgress;
import io.enikit.operations.RevokeSecurityGroupIngress;
import io.enikit.operations.UpdateSecurityGroupRuleDescriptionsEgress;
import io.enikit.operations.UpdateSecurityGroupRuleDescriptionsIngress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AssociateSecurityGroupVpcRequest;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupEgressRequest;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.CreateSecurityGroupRequest;
import software.amazon.awssdk.services.ec2.model.DeleteSecurityGroupRequest;
import software.amazon.awssdk.services.ec2.model.DisassociateSecurityGroupVpcRequest;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.Ipv6Range;
import software.amazon.awssdk.services.ec2.model.ModifySecurityGroupRulesRequest;
import software.amazon.awssdk.services.ec2.model.PrefixListId;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupEgressRequest;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRuleRequest;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRuleUpdate;
import software.amazon.awssdk.services.ec2.model.UpdateSecurityGroupRuleDescriptionsEgressRequest;
import software.amazon.awssdk.services.ec2.model.UpdateSecurityGroupRuleDescriptionsIngressRequest;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/** The requests of operations on security groups. */
final class GroupRequests {
    private GroupRequests() {}

    static void addTo(RequestTable table) {
        groups(table);
        table.put(
                AuthorizeSecurityGroupIngress.class,
                (operation, around) -> AuthorizeSecurityGroupIngressRequest.builder()
                        .groupId(operation.group().toString())
                        .ipPermissions(permissions(operation.rules()))
                        .build(),
                Ec2Client::authorizeSecurityGroupIngress);
        table.put(
                AuthorizeSecurityGroupEgress.class,
                (operation, around) -> AuthorizeSecurityGroupEgressRequest.builder()
                        .groupId(operation.group().toString())
                        .ipPermissions(permissions(operation.rules()))
                        .build(),
                Ec2Client::authorizeSecurityGroupEgress);
        table.put(
                RevokeSecurityGroupIngress.class,
                (operation, around) -> RevokeSecurityGroupIngressRequest.builder()
                        .groupId(operation.group().toString())
                        .ipPermissions(permissions(operation.rules()))
                        .securityGroupRuleIds(Parts.texts(operation.securityGroupRuleIds()))
                        .build(),
                Ec2Client::revokeSecurityGroupIngress);
        table.put(
                RevokeSecurityGroupEgress.class,
                (operation, around) -> RevokeSecurityGroupEgressRequest.builder()
                        .groupId(operation.group().toString())
                        .ipPermissions(permissions(operation.rules()))
                        .securityGroupRuleIds(Parts.texts(operation.securityGroupRuleIds()))
                        .build(),
                Ec2Client::revokeSecurityGroupEgress);
        table.put(
                UpdateSecurityGroupRuleDescriptionsIngress.class,
                (operation, around) -> UpdateSecurityGroupRuleDescriptionsIngressRequest.builder()
                        .groupId(operation.group().toString())
                        .ipPermissions(permissions(operation.rules()))
                        .build(),
                Ec2Client::updateSecurityGroupRuleDescriptionsIngress);
        table.put(
                UpdateSecurityGroupRuleDescriptionsEgress.class,
                (operation, around) -> UpdateSecurityGroupRuleDescriptionsEgressRequest.builder()
                        .groupId(operation.group().toString())
                        .ipPermissions(permissions(operation.rules()))
                        .build(),
                Ec2Client::updateSecurityGroupRuleDescriptionsEgress);
        table.put(
                ModifySecurityGroupRules.class,
                (operation, around) -> ModifySecurityGroupRulesRequest.builder()
                        .groupId(operation.group().toString())
                        .securityGroupRules(operation.rules().entrySet().stream()
                                .map(each -> SecurityGroupRuleUpdate.builder()
                                        .securityGroupRuleId(each.getKey())
                                        .securityGroupRule(flat(each.getValue()))
                                        .build())
                                .toList())
                        .build(),
                Ec2Client::modifySecurityGroupRules);
    }

    private static void groups(RequestTable table) {
        table.put(
                CreateSecurityGroup.class,
                (operation, around) -> CreateSecurityGroupRequest.builder()
                        .vpcId(operation.vpcId().toString())
                        .groupName(operation.groupName())
                        .description(operation.description())
                        .tagSpecifications(Parts.tags("security-group", operation.tags()))
                        .build(),
                Ec2Client::createSecurityGroup);
        table.put(
                DeleteSecurityGroup.class,
                (operation, around) -> DeleteSecurityGroupRequest.builder()
                        .groupId(operation.group().toString())
                        .build(),
                Ec2Client::deleteSecurityGroup);
        table.put(
                AssociateSecurityGroupVpc.class,
                (operation, around) -> AssociateSecurityGroupVpcRequest.builder()
                        .groupId(operation.group().toString())
                        .vpcId(operation.vpc().toString())
                        .build(),
                Ec2Client::associateSecurityGroupVpc);
        table.put(
                DisassociateSecurityGroupVpc.class,
                (operation, around) -> DisassociateSecurityGroupVpcRequest.builder()
                        .groupId(operation.group().toString())
                        .vpcId(operation.vpc().toString())
                        .build(),
                Ec2Client::disassociateSecurityGroupVpc);
    }

    private static @Nullable List<IpPermission> permissions(List<SecurityGroupRule> rules) {
        return rules.isEmpty()
                ? null
                : rules.stream().map(GroupRequests::permission).toList();
    }

    private static @Nullable String description(SecurityGroupRule rule) {
        return rule.description().isEmpty() ? null : rule.description();
    }

    private static boolean isIpv4(SecurityGroupPeer peer) {
        return peer.cidr().filter(block -> block.family() == IpFamily.IPV4).isPresent();
    }

    private static IpPermission permission(SecurityGroupRule rule) {
        SecurityGroupPeer peer = rule.peer();
        IpPermission.Builder permission = IpPermission.builder()
                .ipProtocol(rule.ipProtocol())
                .fromPort(Parts.number(rule.fromPort()))
                .toPort(Parts.number(rule.toPort()));
        if (isIpv4(peer)) {
            permission.ipRanges(IpRange.builder()
                    .cidrIp(Parts.text(peer.cidr()))
                    .description(description(rule))
                    .build());
        } else if (peer.cidr().isPresent()) {
            permission.ipv6Ranges(Ipv6Range.builder()
                    .cidrIpv6(Parts.text(peer.cidr()))
                    .description(description(rule))
                    .build());
        } else if (peer.prefixListId().isPresent()) {
            permission.prefixListIds(PrefixListId.builder()
                    .prefixListId(Parts.text(peer.prefixListId()))
                    .description(description(rule))
                    .build());
        } else {
            permission.userIdGroupPairs(UserIdGroupPair.builder()
                    .groupId(Parts.text(peer.securityGroup()))
                    .userId(Parts.text(peer.userId()))
                    .description(description(rule))
                    .build());
        }
        return permission.build();
    }

    private static SecurityGroupRuleRequest flat(SecurityGroupRule rule) {
        SecurityGroupPeer peer = rule.peer();
        String block = Parts.text(peer.cidr());
        return SecurityGroupRuleRequest.builder()
                .ipProtocol(rule.ipProtocol())
                .fromPort(Parts.number(rule.fromPort()))
                .toPort(Parts.number(rule.toPort()))
                .cidrIpv4(isIpv4(peer) ? block : null)
                .cidrIpv6(isIpv4(peer) ? null : block)
                .prefixListId(Parts.text(peer.prefixListId()))
                .referencedGroupId(Parts.text(peer.securityGroup()))
                .description(description(rule))
                .build();
    }
}
