package io.enikit.fake;

import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.SecurityGroupPeer;
import io.enikit.model.SecurityGroupRule;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the rules that a request states: as permissions, as one permission in the request itself, or one by one. */
final class Permissions {
    private static final String PROTOCOL = "IpProtocol";
    private static final String FROM = "FromPort";
    private static final String TO = "ToPort";
    private static final String DESCRIPTION = "Description";

    private final Call call;
    private final SecurityGroup group;

    Permissions(Call call, SecurityGroup group) {
        this.call = call;
        this.group = group;
    }

    /** Reads all rules of a request to authorize or revoke. */
    List<SecurityGroupRule> all() {
        Item in = call.in();
        List<SecurityGroupRule> rules = new ArrayList<>();
        in.items("IpPermissions").forEach(permission -> rules.addAll(of(permission)));
        Optional<String> cidr = in.find("CidrIp");
        cidr.ifPresent(text -> rules.add(rule(in, SecurityGroupPeer.of(cidr(text)))));
        if (in.shape().has("SourceSecurityGroupName")) {
            in.find("SourceSecurityGroupName").ifPresent(name -> rules.add(rule(in, source(name))));
        }
        return rules;
    }

    /** Returns the group that a request names as the source; the owner only says whose it is. */
    private SecurityGroupPeer source(String name) {
        Optional<String> owner = call.in().find("SourceSecurityGroupOwnerId");
        if (owner.isPresent() && !owner.get().equals(call.account().id())) {
            throw Ec2Error.notFound("InvalidGroup.NotFound", "security group", name);
        }
        return SecurityGroupPeer.of(named(name).id());
    }

    private List<SecurityGroupRule> of(Item permission) {
        List<SecurityGroupRule> rules = new ArrayList<>();
        for (Item range : permission.items("IpRanges")) {
            rules.add(described(rule(permission, SecurityGroupPeer.of(cidr(range.text("CidrIp")))), range));
        }
        for (Item range : permission.items("Ipv6Ranges")) {
            rules.add(described(rule(permission, SecurityGroupPeer.of(cidr(range.text("CidrIpv6")))), range));
        }
        for (Item list : permission.items("PrefixListIds")) {
            rules.add(described(rule(permission, SecurityGroupPeer.ofPrefixList(list.text("PrefixListId"))), list));
        }
        for (Item pair : permission.items("UserIdGroupPairs")) {
            rules.add(described(rule(permission, peer(pair)), pair));
        }
        return rules;
    }

    private SecurityGroupPeer peer(Item pair) {
        Optional<String> id = pair.find("GroupId");
        SecurityGroupId named = id.isPresent()
                ? SecurityGroupId.of(id.get())
                : named(pair.find("GroupName").orElseThrow(() -> Ec2Error.missingParameter("groupId")))
                        .id();
        SecurityGroupPeer peer = SecurityGroupPeer.of(named);
        Optional<String> owner = pair.find("UserId").filter(user -> !user.equals(call.ownerOf(group)));
        return owner.isPresent() ? peer.withUserId(owner.get()) : peer;
    }

    /** Finds a group of the same VPC by its name. */
    private SecurityGroup named(String name) {
        return call.plan().securityGroupsOf(group.vpcId()).stream()
                .filter(each -> each.groupName().equals(name))
                .findFirst()
                .orElseThrow(() -> Ec2Error.notFound("InvalidGroup.NotFound", "security group", name));
    }

    /** Reads a block; the address of a host alone is a block as well. */
    private static Cidr cidr(String text) {
        Optional<IpAddress> host = IpAddress.tryParse(text);
        if (host.isPresent()) {
            return Cidr.from(host.get());
        }
        try {
            return Cidr.parseContaining(text);
        } catch (IllegalArgumentException e) {
            throw Ec2Error.of("InvalidParameterValue", "CIDR block " + text + " is malformed");
        }
    }

    private static SecurityGroupRule rule(Item in, SecurityGroupPeer peer) {
        String protocol = in.find(PROTOCOL)
                .filter(text -> !text.isBlank())
                .orElseThrow(
                        () -> Ec2Error.of(
                                "InvalidParameterValue",
                                "Invalid value 'null' for protocol. VPC security group rules must specify protocols explicitly."));
        return SecurityGroupRule.of(protocol, in.number(FROM), in.number(TO), peer);
    }

    private static SecurityGroupRule described(SecurityGroupRule rule, Item part) {
        Optional<String> description = part.find(DESCRIPTION);
        return description.isPresent() ? rule.withDescription(description.get()) : rule;
    }

    /** Reads one rule that is to take the place of another. */
    SecurityGroupRule replacing(Item in) {
        List<SecurityGroupPeer> peers = new ArrayList<>();
        in.find("CidrIpv4").ifPresent(text -> peers.add(SecurityGroupPeer.of(cidr(text))));
        in.find("CidrIpv6").ifPresent(text -> peers.add(SecurityGroupPeer.of(cidr(text))));
        in.find("PrefixListId").ifPresent(text -> peers.add(SecurityGroupPeer.ofPrefixList(text)));
        in.find("ReferencedGroupId").ifPresent(text -> peers.add(SecurityGroupPeer.of(SecurityGroupId.of(text))));
        if (peers.size() > 1) {
            throw Ec2Error.combination(
                    "Only one of cidrIp, cidrIpv6, prefixListId, or referencedGroupId can be specified");
        }
        SecurityGroupRule shape = rule(in, SecurityGroupPeer.of(Cidr.all(IpFamily.IPV4)));
        OptionalInt from = in.number(FROM);
        OptionalInt to = in.number(TO);
        boolean needsPorts =
                shape.ipProtocol().equals("tcp") || shape.ipProtocol().equals("udp");
        if (needsPorts && (from.isEmpty() || to.isEmpty())) {
            throw Ec2Error.of(
                    "InvalidParameterValue",
                    "Invalid value for portRange. Must specify both from and to ports with TCP/UDP.");
        }
        if (peers.isEmpty()) {
            throw Ec2Error.of(
                    "MissingParameter",
                    "The request must contain exactly one of: cidrIp, cidrIpv6, prefixListId, or referencedGroupId");
        }
        return described(rule(in, peers.get(0)), in);
    }
}
