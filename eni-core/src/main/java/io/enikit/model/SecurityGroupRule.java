package io.enikit.model;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ComparisonChain;
import io.enikit.net.Cidr;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a security group allows: a protocol, ports, and one peer. Immutable.
 *
 * <p>A permission of EC2 with several peers is several rules here, as it is in {@code DescribeSecurityGroupRules}. The
 * rule does not know its direction; {@link SecurityGroupRules} does.
 *
 * <p>Its text is {@code protocol;ports;peer}, then the id and the description if there are any:
 *
 * <pre>{@code
 * SecurityGroupRule.parse("tcp;443;0.0.0.0/0");
 * SecurityGroupRule.parse("udp;8000..8080;group:web;sgr-0123;from the web servers");
 * SecurityGroupRule.parse("-1;;list:pl-0123").ec2Text();       // peer: pl-0123, ALL, ALLOW
 * }</pre>
 */
public final class SecurityGroupRule implements Comparable<SecurityGroupRule> {
    /** What stands for every protocol. */
    public static final String ALL_PROTOCOLS = "-1";

    private static final Map<String, String> NAMES = Map.of("1", "icmp", "6", "tcp", "17", "udp", "58", "icmpv6");

    /** The protocols whose ports, or types and codes, EC2 looks at; with any other, all ports are meant. */
    private static final Set<String> WITH_PORTS = Set.copyOf(NAMES.values());

    private static final String RANGE = "..";
    private static final int PARTS_AT_LEAST = 3;
    private static final int ID = 3;
    private static final int DESCRIPTION = 4;

    private final String ipProtocol;
    private final OptionalInt fromPort;
    private final OptionalInt toPort;
    private final SecurityGroupPeer peer;
    private final String description;
    private final @Nullable String id;

    private SecurityGroupRule(
            String ipProtocol,
            OptionalInt fromPort,
            OptionalInt toPort,
            SecurityGroupPeer peer,
            String description,
            @Nullable String id) {
        this.ipProtocol = ipProtocol;
        this.fromPort = fromPort;
        this.toPort = toPort;
        this.peer = peer;
        this.description = description;
        this.id = id;
    }

    /**
     * Returns a rule for a range of ports.
     *
     * @param ipProtocol {@code tcp}, {@code udp}, {@code icmp}, {@code icmpv6}, a number, or -1 for all; the numbers 1, 6,
     *     17 and 58 become names
     * @param fromPort the first port, or the ICMP type, -1 for all types; not kept where the protocol has no ports
     * @param toPort the last port, inclusive, or the ICMP code, -1 for all codes
     * @param peer where the traffic comes from or goes to
     * @return the rule
     * @throws IllegalArgumentException if the protocol is blank or has a semicolon
     */
    public static SecurityGroupRule of(
            String ipProtocol, OptionalInt fromPort, OptionalInt toPort, SecurityGroupPeer peer) {
        requireNonNull(ipProtocol, "ipProtocol");
        requireNonNull(fromPort, "fromPort");
        requireNonNull(toPort, "toPort");
        requireNonNull(peer, "peer");
        checkArgument(
                !ipProtocol.isBlank() && ipProtocol.indexOf(RuleText.SEPARATOR) < 0,
                "\"%s\": expected a protocol",
                ipProtocol);
        String lowerCase = Ascii.toLowerCase(ipProtocol);
        String name = NAMES.getOrDefault(lowerCase, lowerCase);
        boolean ports = WITH_PORTS.contains(name);
        return new SecurityGroupRule(
                name, ports ? fromPort : OptionalInt.empty(), ports ? toPort : OptionalInt.empty(), peer, "", null);
    }

    /**
     * Returns a rule for all traffic.
     *
     * @param peer where the traffic comes from or goes to
     * @return the rule
     */
    public static SecurityGroupRule allTraffic(SecurityGroupPeer peer) {
        return of(ALL_PROTOCOLS, OptionalInt.empty(), OptionalInt.empty(), peer);
    }

    /**
     * Parses the text of a rule.
     *
     * @param text such as {@code tcp;443;10.0.0.0/8}
     * @return the rule
     * @throws IllegalArgumentException if it is none
     */
    public static SecurityGroupRule parse(CharSequence text) {
        String rule = requireNonNull(text, "text").toString();
        List<String> parts =
                Splitter.on(RuleText.SEPARATOR).limit(DESCRIPTION + 1).splitToList(rule);
        checkArgument(
                parts.size() >= PARTS_AT_LEAST && !parts.get(0).isBlank(),
                "\"%s\": expected protocol;ports;peer, as in tcp;443;10.0.0.0/8",
                rule);
        String ports = parts.get(1);
        int range = ports.indexOf(RANGE);
        OptionalInt from = port(range < 0 ? ports : ports.substring(0, range));
        OptionalInt to = range < 0 ? from : port(ports.substring(range + RANGE.length()));
        SecurityGroupRule parsed = of(parts.get(0), from, to, SecurityGroupPeer.parse(parts.get(2)));
        if (parts.size() > ID && !parts.get(ID).isEmpty()) {
            parsed = parsed.withSecurityGroupRuleId(RuleText.unescape(parts.get(ID)));
        }
        return parts.size() > DESCRIPTION ? parsed.withDescription(RuleText.unescape(parts.get(DESCRIPTION))) : parsed;
    }

    private static OptionalInt port(String text) {
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Words.parseInt(text));
    }

    /** {@return {@code tcp}, {@code udp}, {@code icmp}, {@code icmpv6}, a number, or -1 for all} */
    public String ipProtocol() {
        return ipProtocol;
    }

    /** {@return the first port or the ICMP type, absent where it is not given} */
    public OptionalInt fromPort() {
        return fromPort;
    }

    /** {@return the last port, inclusive, or the ICMP code; absent where it is not given} */
    public OptionalInt toPort() {
        return toPort;
    }

    /** {@return where the traffic comes from or goes to} */
    public SecurityGroupPeer peer() {
        return peer;
    }

    /** {@return the description, empty unless set} */
    public String description() {
        return description;
    }

    /**
     * Returns a copy with another description.
     *
     * @param description the description, at most 255 characters in EC2
     * @return the rule
     */
    public SecurityGroupRule withDescription(String description) {
        return new SecurityGroupRule(
                ipProtocol, fromPort, toPort, peer, requireNonNull(description, "description"), id);
    }

    /** {@return the id that was given, such as {@code sgr-0123}; {@link SecurityGroup#ruleId} knows that of any rule} */
    public Optional<String> securityGroupRuleId() {
        return Optional.ofNullable(id);
    }

    /**
     * Returns a copy with an id.
     *
     * @param securityGroupRuleId such as {@code sgr-0123}
     * @return the rule
     * @throws IllegalArgumentException if the text is blank
     */
    public SecurityGroupRule withSecurityGroupRuleId(String securityGroupRuleId) {
        requireNonNull(securityGroupRuleId, "securityGroupRuleId");
        checkArgument(!securityGroupRuleId.isBlank(), "the id of a rule is blank");
        return new SecurityGroupRule(ipProtocol, fromPort, toPort, peer, description, securityGroupRuleId);
    }

    /**
     * Checks whether this rule allows exactly what another one allows: EC2 has room for one of the two.
     *
     * @param other another rule of the same direction
     * @return true if protocol, ports and peer are equal, whatever the descriptions and the ids
     */
    public boolean isSamePermission(SecurityGroupRule other) {
        requireNonNull(other, "other");
        return ipProtocol.equals(other.ipProtocol)
                && fromPort.equals(other.fromPort)
                && toPort.equals(other.toPort)
                && peer.equals(other.peer);
    }

    /**
     * Returns the permission as EC2's messages write it.
     *
     * @return such as {@code peer: 0.0.0.0/0, TCP, from port: 22, to port: 22, ALLOW}
     */
    public String ec2Text() {
        String who = peer.cidr()
                .map(Cidr::toString)
                .or(peer::prefixListId)
                .orElseGet(() -> peer.securityGroup().orElseThrow().toString());
        String what = ipProtocol.equals(ALL_PROTOCOLS) ? "ALL" : Ascii.toUpperCase(ipProtocol);
        if (fromPort.isEmpty() || toPort.isEmpty()) {
            return "peer: " + who + ", " + what + ", ALLOW";
        }
        boolean icmp = ipProtocol.startsWith("icmp");
        return "peer: " + who + ", " + what + (icmp ? ", type: " : ", from port: ") + numberOrAll(fromPort)
                + (icmp ? ", code: " : ", to port: ") + numberOrAll(toPort) + ", ALLOW";
    }

    private static String numberOrAll(OptionalInt port) {
        return port.getAsInt() < 0 ? "ALL" : Integer.toString(port.getAsInt());
    }

    /** Returns the text without id and description. */
    String permission() {
        String ports = fromPort.equals(toPort) ? text(fromPort) : text(fromPort) + RANGE + text(toPort);
        return ipProtocol + RuleText.SEPARATOR + ports + RuleText.SEPARATOR + peer;
    }

    private static String text(OptionalInt port) {
        return port.isPresent() ? Integer.toString(port.getAsInt()) : "";
    }

    private static long number(OptionalInt port) {
        return port.isPresent() ? port.getAsInt() : Long.MIN_VALUE;
    }

    @Override
    public int compareTo(SecurityGroupRule other) {
        int byPermission = ComparisonChain.start()
                .compare(ipProtocol, requireNonNull(other, "other").ipProtocol)
                .compare(number(fromPort), number(other.fromPort))
                .compare(number(toPort), number(other.toPort))
                .compare(peer, other.peer)
                .result();
        return byPermission != 0 ? byPermission : toString().compareTo(other.toString());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SecurityGroupRule rule
                && isSamePermission(rule)
                && description.equals(rule.description)
                && Objects.equals(id, rule.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(ipProtocol, fromPort, toPort, peer, description, id);
    }

    /** {@return the text that {@link #parse} takes} */
    @Override
    @JsonValue
    public String toString() {
        String text = permission();
        if (id == null && description.isEmpty()) {
            return text;
        }
        String withId = text + RuleText.SEPARATOR + (id == null ? "" : RuleText.escape(id));
        return description.isEmpty() ? withId : withId + RuleText.SEPARATOR + RuleText.escapeLast(description);
    }
}
