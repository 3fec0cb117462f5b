package io.enikit.json.described;

import io.enikit.json.gathered.Collector;
import io.enikit.json.text.Node;
import io.enikit.json.text.Texts;
import io.enikit.model.RuleDirection;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.SecurityGroupPeer;
import io.enikit.model.SecurityGroupRule;
import io.enikit.model.SecurityGroupRules;
import io.enikit.net.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the rules of a described security group: each permission is as many rules as it has peers. */
final class DescribedRules {
    static final String INGRESS = "IpPermissions";
    static final String EGRESS = "IpPermissionsEgress";

    private final Optional<String> owner;
    private final List<SecurityGroupRule> rules = new ArrayList<>();

    private DescribedRules(Optional<String> owner) {
        this.owner = owner;
    }

    /** Returns the group with the rules that the description gives; those of a new group where it gives none. */
    static SecurityGroup in(SecurityGroup group, Node object) {
        SecurityGroupRules rules = group.rules();
        if (object.find(INGRESS).isPresent()) {
            rules = rules.with(RuleDirection.INGRESS, of(object, INGRESS));
        }
        if (object.find(EGRESS).isPresent()) {
            rules = rules.with(RuleDirection.EGRESS, of(object, EGRESS));
        }
        return group.toBuilder().rules(rules).build();
    }

    /** Reads a rule as it is described by itself. */
    static void rule(Node object, Collector collector) {
        SecurityGroupId group = object.get("GroupId").parse(SecurityGroupId::of);
        collector.mention(group);
        Optional<String> owner = object.findText("GroupOwnerId").map(Node::scalar);
        Optional<Node> other = object.find("ReferencedGroupInfo").flatMap(info -> info.findText("GroupId"));
        Optional<SecurityGroupPeer> peer = object.findText("CidrIpv4")
                .or(() -> object.findText("CidrIpv6"))
                .map(node -> SecurityGroupPeer.of(node.parse(DescribedRules::block)))
                .or(() -> object.findText("PrefixListId").map(node -> node.parse(SecurityGroupPeer::ofPrefixList)))
                .or(() -> other.map(node -> new DescribedRules(owner).group(node, object.get("ReferencedGroupInfo"))));
        if (peer.isPresent()) {
            SecurityGroupRule rule = rule(object, peer.get(), object);
            collector
                    .parts()
                    .rules()
                    .add(
                            group,
                            object.find("IsEgress").map(Node::flag).orElse(false)
                                    ? RuleDirection.EGRESS
                                    : RuleDirection.INGRESS,
                            object.findText("SecurityGroupRuleId")
                                    .map(Node::text)
                                    .map(rule::withSecurityGroupRuleId)
                                    .orElse(rule),
                            false);
        }
    }

    private static Cidr block(String text) {
        return Texts.withoutHostBits(text).orElseGet(() -> Cidr.parse(text));
    }

    private static List<SecurityGroupRule> of(Node object, String key) {
        DescribedRules read = new DescribedRules(object.findText("OwnerId").map(Node::scalar));
        object.list(key).forEach(read::addPermission);
        return read.rules;
    }

    private void addPermission(Node permission) {
        for (Node each : permission.list("IpRanges")) {
            add(permission, SecurityGroupPeer.of(each.get("CidrIp").parse(DescribedRules::block)), each);
        }
        for (Node each : permission.list("Ipv6Ranges")) {
            add(permission, SecurityGroupPeer.of(each.get("CidrIpv6").parse(DescribedRules::block)), each);
        }
        for (Node each : permission.list("PrefixListIds")) {
            add(permission, each.get("PrefixListId").parse(SecurityGroupPeer::ofPrefixList), each);
        }
        for (Node each : permission.list("UserIdGroupPairs")) {
            each.findText("GroupId").ifPresent(group -> add(permission, group(group, each), each));
        }
    }

    private SecurityGroupPeer group(Node id, Node pair) {
        SecurityGroupPeer group = SecurityGroupPeer.of(id.parse(SecurityGroupId::of));
        return pair.findText("UserId")
                .map(Node::scalar)
                .filter(user -> owner.filter(own -> !own.equals(user)).isPresent())
                .map(group::withUserId)
                .orElse(group);
    }

    private void add(Node permission, SecurityGroupPeer peer, Node described) {
        rules.add(rule(permission, peer, described));
    }

    private static SecurityGroupRule rule(Node permission, SecurityGroupPeer peer, Node described) {
        Node protocol = permission.get("IpProtocol");
        SecurityGroupRule rule;
        try {
            rule = SecurityGroupRule.of(
                    protocol.scalar(), port(permission, "FromPort"), port(permission, "ToPort"), peer);
        } catch (IllegalArgumentException e) {
            throw protocol.place().refuse(String.valueOf(e.getMessage()), e);
        }
        return described
                .findText("Description")
                .map(Node::text)
                .map(rule::withDescription)
                .orElse(rule);
    }

    /** Reads a port; -1 stands for all types and codes of ICMP. */
    private static OptionalInt port(Node permission, String key) {
        Optional<Node> port = permission.find(key);
        if (port.isEmpty()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(port.get().scalar().equals("-1") ? -1 : port.get().count());
    }
}
