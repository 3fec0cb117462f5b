package io.enikit.json.declared;

import io.enikit.json.gathered.Collector;
import io.enikit.json.gathered.Declared;
import io.enikit.json.gathered.Presence;
import io.enikit.json.text.Node;
import io.enikit.json.text.Symbols;
import io.enikit.json.text.Texts;
import io.enikit.model.RuleDirection;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.SecurityGroupPeer;
import io.enikit.model.SecurityGroupRule;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads the rules of security groups that are declared: those in a group, and those that stand by themselves.
 *
 * <p>A rule whose protocol, ports or block are not known is left out, so that a group has as many rules as are certain.
 */
public final class DeclaredRules {
    public static final String INGRESS = "SecurityGroupIngress";
    public static final String EGRESS = "SecurityGroupEgress";

    private static final String ALL = "all";
    private static final String SELF = "Self";

    private final SecurityGroupId group;
    private final RuleDirection direction;
    private final boolean isNew;
    private final Collector collector;

    private DeclaredRules(SecurityGroupId group, RuleDirection direction, Declared resource, Collector collector) {
        this.group = group;
        this.direction = direction;
        this.isNew = resource.presence() == Presence.ADDED;
        this.collector = collector;
    }

    /** Reads the rules that stand in a group. */
    static void inGroup(SecurityGroupId group, Properties properties, Declared resource, Collector collector) {
        for (RuleDirection direction : RuleDirection.values()) {
            String key = direction == RuleDirection.INGRESS ? INGRESS : EGRESS;
            DeclaredRules rules = new DeclaredRules(group, direction, resource, collector);
            properties.find(key).ifPresent(list -> {
                collector.parts().rules().stated(group, direction);
                properties.someObjects(key).forEach(rules::add);
            });
        }
    }

    static void ingress(Declared resource, Collector collector) {
        byItself(resource, RuleDirection.INGRESS, collector);
    }

    static void egress(Declared resource, Collector collector) {
        byItself(resource, RuleDirection.EGRESS, collector);
    }

    private static void byItself(Declared resource, RuleDirection direction, Collector collector) {
        Properties properties = Properties.of(resource, SecurityGroupId.of(resource.name()), collector);
        properties.id("GroupId", SecurityGroupId::of).ifPresent(group -> {
            collector.mention(group);
            DeclaredRules rules = new DeclaredRules(group, direction, resource, collector);
            Properties about = properties.about(group);
            if (properties.has("Rules")) {
                about.someObjects("Rules").forEach(rules::add);
            } else {
                rules.add(about);
            }
        });
    }

    private void add(Properties rule) {
        Optional<String> protocol = rule.scalar("IpProtocol")
                .filter(text -> !text.isBlank() && text.indexOf(';') < 0)
                .map(text -> text.equals(ALL) ? SecurityGroupRule.ALL_PROTOCOLS : text);
        Optional<SecurityGroupPeer> peer = peer(rule);
        boolean isOpen = rule.isOpen("FromPort") || rule.isOpen("ToPort");
        OptionalInt from = rule.port("FromPort");
        OptionalInt to = rule.port("ToPort");
        if (protocol.isPresent() && peer.isPresent() && !isOpen) {
            SecurityGroupRule read = SecurityGroupRule.of(protocol.get(), from, to, peer.get());
            Optional<SecurityGroupRule> described = known(rule, "Description").map(read::withDescription);
            collector.parts().rules().add(group, direction, described.orElse(read), isNew);
        }
    }

    private Optional<SecurityGroupPeer> peer(Properties rule) {
        String side = direction == RuleDirection.INGRESS ? "Source" : "Destination";
        return rule.scalar("CidrIp")
                .filter(text -> !text.isBlank())
                .flatMap(text -> rule.parse("CidrIp", each -> block(each, IpFamily.IPV4)))
                .or(() -> rule.scalar("CidrIpv6")
                        .filter(text -> !text.isBlank())
                        .flatMap(text -> rule.parse("CidrIpv6", each -> block(each, IpFamily.IPV6))))
                .map(SecurityGroupPeer::of)
                .or(() -> named(rule, side + "PrefixListId").map(SecurityGroupPeer::ofPrefixList))
                .or(() -> group(rule, side))
                .or(() -> rule.scalar(SELF).filter("true"::equals).map(self -> SecurityGroupPeer.of(group)));
    }

    /** Reads a block, of which EC2 takes the canonical form. */
    private static Cidr block(String text, IpFamily family) {
        Cidr block = Texts.withoutHostBits(text).orElseGet(() -> Cidr.parse(text));
        if (block.family() != family) {
            throw new IllegalArgumentException("expected a block of " + family.label());
        }
        return block;
    }

    /** Reads a group as the other side; that of another account may stand as {@code account/group}. */
    private static Optional<SecurityGroupPeer> group(Properties rule, String side) {
        return rule.id(side + "SecurityGroupId", SecurityGroupId::of)
                .or(() -> named(rule, side + "SecurityGroupName")
                        .map(name -> SecurityGroupId.of(Symbols.of("the group named " + name))))
                .map(id -> {
                    String text = id.toString();
                    int slash = Symbols.is(id) ? -1 : text.indexOf("/sg-");
                    SecurityGroupPeer peer =
                            SecurityGroupPeer.of(slash < 0 ? id : SecurityGroupId.of(text.substring(slash + 1)));
                    Optional<String> owner = slash > 0
                            ? Optional.of(text.substring(0, slash))
                            : known(rule, side + "SecurityGroupOwnerId");
                    return owner.map(peer::withUserId).orElse(peer);
                });
    }

    /** Finds a text that is not blank, or what stands for one that is not known. */
    private static Optional<String> named(Properties rule, String key) {
        return rule.isOpen(key) ? rule.textOrSymbol(key) : known(rule, key);
    }

    /** Finds a text that is known and not blank; whether another one is there does not matter. */
    private static Optional<String> known(Properties rule, String key) {
        return rule.raw(key).filter(Node::isScalar).map(Node::scalar).filter(text -> !text.isBlank());
    }
}
