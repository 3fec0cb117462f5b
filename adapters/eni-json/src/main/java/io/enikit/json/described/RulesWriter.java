package io.enikit.json.described;

import com.fasterxml.jackson.core.JsonGenerator;
import io.enikit.model.RuleDirection;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupPeer;
import io.enikit.model.SecurityGroupRule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Writes the rules of a security group as EC2 describes them: those for the same ports are one permission. */
final class RulesWriter {
    private final JsonGenerator json;

    RulesWriter(JsonGenerator json) {
        this.json = json;
    }

    void write(SecurityGroup group) throws IOException {
        permissions(DescribedRules.INGRESS, group.rules().in(RuleDirection.INGRESS));
        permissions(DescribedRules.EGRESS, group.rules().in(RuleDirection.EGRESS));
    }

    private void permissions(String key, List<SecurityGroupRule> rules) throws IOException {
        Map<List<Object>, List<SecurityGroupRule>> byPorts = new LinkedHashMap<>();
        for (SecurityGroupRule rule : rules) {
            byPorts.computeIfAbsent(
                            List.of(rule.ipProtocol(), rule.fromPort(), rule.toPort()), unseen -> new ArrayList<>())
                    .add(rule);
        }
        json.writeArrayFieldStart(key);
        for (List<SecurityGroupRule> permission : byPorts.values()) {
            permission(permission);
        }
        json.writeEndArray();
    }

    private void permission(List<SecurityGroupRule> rules) throws IOException {
        SecurityGroupRule first = rules.get(0);
        json.writeStartObject();
        json.writeStringField("IpProtocol", first.ipProtocol());
        if (first.fromPort().isPresent()) {
            json.writeNumberField("FromPort", first.fromPort().getAsInt());
        }
        if (first.toPort().isPresent()) {
            json.writeNumberField("ToPort", first.toPort().getAsInt());
        }
        peers("IpRanges", "CidrIp", rules, peer -> block(peer, false));
        peers("Ipv6Ranges", "CidrIpv6", rules, peer -> block(peer, true));
        peers("PrefixListIds", "PrefixListId", rules, SecurityGroupPeer::prefixListId);
        peers("UserIdGroupPairs", "GroupId", rules, peer -> peer.securityGroup().map(Objects::toString));
        json.writeEndObject();
    }

    private static Optional<String> block(SecurityGroupPeer peer, boolean ipv6) {
        return peer.cidr().map(Objects::toString).filter(block -> block.contains(":") == ipv6);
    }

    private void peers(
            String list, String key, List<SecurityGroupRule> rules, Function<SecurityGroupPeer, Optional<String>> of)
            throws IOException {
        json.writeArrayFieldStart(list);
        for (SecurityGroupRule rule : rules) {
            Optional<String> peer = of.apply(rule.peer());
            if (peer.isPresent()) {
                json.writeStartObject();
                json.writeStringField(key, peer.get());
                if (rule.peer().userId().isPresent()) {
                    json.writeStringField("UserId", rule.peer().userId().get());
                }
                if (!rule.description().isEmpty()) {
                    json.writeStringField("Description", rule.description());
                }
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }
}
