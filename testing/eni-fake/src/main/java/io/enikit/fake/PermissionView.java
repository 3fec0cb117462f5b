package io.enikit.fake;

import io.enikit.model.RuleDirection;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupPeer;
import io.enikit.model.SecurityGroupRule;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows the rules of security groups: as permissions, which join rules for the same ports, and one by one. */
final class PermissionView {
    private static final String DESCRIPTION = "Description";
    private static final String PROTOCOL = "IpProtocol";
    private static final String FROM = "FromPort";
    private static final String TO = "ToPort";

    private PermissionView() {}

    /** Writes the permissions of a group in one direction. */
    static void put(Call call, SecurityGroup group, RuleDirection direction, Item item, String member) {
        Map<String, Item> permissions = new LinkedHashMap<>();
        for (SecurityGroupRule rule : group.rules().in(direction)) {
            String ports = rule.ipProtocol() + " " + rule.fromPort() + " " + rule.toPort();
            Item permission = permissions.computeIfAbsent(ports, key -> {
                Item made = item.append(member)
                        .put(PROTOCOL, rule.ipProtocol())
                        .put(FROM, rule.fromPort())
                        .put(TO, rule.toPort());
                for (String list : new String[] {"UserIdGroupPairs", "IpRanges", "Ipv6Ranges", "PrefixListIds"}) {
                    made.put(list, List.of());
                }
                return made;
            });
            peer(call.ownerOf(group), rule, permission);
        }
    }

    private static void peer(String owner, SecurityGroupRule rule, Item permission) {
        SecurityGroupPeer peer = rule.peer();
        Item part;
        if (peer.cidr().isPresent()) {
            boolean ipv4 = peer.cidr().get().family() == IpFamily.IPV4;
            part = permission.append(ipv4 ? "IpRanges" : "Ipv6Ranges").put(ipv4 ? "CidrIp" : "CidrIpv6", peer.cidr());
        } else if (peer.prefixListId().isPresent()) {
            part = permission.append("PrefixListIds").put("PrefixListId", peer.prefixListId());
        } else {
            part = permission
                    .append("UserIdGroupPairs")
                    .put("GroupId", peer.securityGroup())
                    .put("UserId", peer.userId().orElse(owner));
        }
        part.put(DESCRIPTION, described(rule));
    }

    private static Optional<String> described(SecurityGroupRule rule) {
        return rule.description().isEmpty() ? Optional.empty() : Optional.of(rule.description());
    }

    /** Shows one rule. */
    static Item rule(Call call, SecurityGroup group, RuleDirection direction, SecurityGroupRule rule) {
        String id = group.ruleId(direction, rule);
        Item item = new Item(Api.modelled(), Api.modelled().shape("SecurityGroupRule"))
                .put("SecurityGroupRuleId", id)
                .put(
                        "SecurityGroupRuleArn",
                        "arn:aws:ec2:" + call.region() + ":" + call.account().id() + ":security-group-rule/" + id)
                .put("GroupOwnerId", call.ownerOf(group));
        common(group, direction, rule, item);
        rule.peer()
                .securityGroup()
                .ifPresent(peer -> item.child("ReferencedGroupInfo")
                        .put("GroupId", peer)
                        .put("UserId", rule.peer().userId().orElse(call.ownerOf(group))));
        TagSets.put(item, "Tags", Tagged.of(call.state(), id));
        return item;
    }

    /** Writes what was revoked. */
    static void revoked(SecurityGroup group, RuleDirection direction, SecurityGroupRule rule, Item item) {
        item.put("SecurityGroupRuleId", group.ruleId(direction, rule));
        common(group, direction, rule, item);
        item.put("ReferencedGroupId", rule.peer().securityGroup());
    }

    private static void common(SecurityGroup group, RuleDirection direction, SecurityGroupRule rule, Item item) {
        boolean everyPort = rule.fromPort().isEmpty();
        Optional<Cidr> cidr = rule.peer().cidr();
        item.put("GroupId", group.id())
                .put("IsEgress", direction == RuleDirection.EGRESS)
                .put(PROTOCOL, rule.ipProtocol())
                .put(FROM, everyPort ? -1 : rule.fromPort().getAsInt())
                .put(TO, everyPort ? -1 : rule.toPort().orElse(-1))
                .put("CidrIpv4", cidr.filter(block -> block.family() == IpFamily.IPV4))
                .put("CidrIpv6", cidr.filter(block -> block.family() == IpFamily.IPV6))
                .put("PrefixListId", rule.peer().prefixListId())
                .put(DESCRIPTION, described(rule));
    }
}
