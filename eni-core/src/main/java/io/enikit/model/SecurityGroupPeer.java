package io.enikit.model;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The other side of a security group rule: a block, a security group, or a prefix list. Immutable.
 *
 * <p>Its text is {@code 10.0.0.0/8}, {@code group:web} or {@code list:pl-0123}.
 */
public final class SecurityGroupPeer implements Comparable<SecurityGroupPeer> {
    private static final String GROUP = "group:";
    private static final String LIST = "list:";
    private static final char ACCOUNT = '@';

    private final @Nullable Cidr cidr;
    private final @Nullable SecurityGroupId group;
    private final @Nullable String userId;
    private final @Nullable String prefixListId;

    private SecurityGroupPeer(
            @Nullable Cidr cidr,
            @Nullable SecurityGroupId group,
            @Nullable String userId,
            @Nullable String prefixListId) {
        this.cidr = cidr;
        this.group = group;
        this.userId = userId;
        this.prefixListId = prefixListId;
    }

    /**
     * Returns the addresses of a block.
     *
     * @param cidr an IPv4 or IPv6 block
     * @return the peer
     */
    public static SecurityGroupPeer of(Cidr cidr) {
        return new SecurityGroupPeer(requireNonNull(cidr, "cidr"), null, null, null);
    }

    /**
     * Returns the interfaces in a security group of the same account.
     *
     * @param group the group, which may be the one that has the rule
     * @return the peer
     */
    public static SecurityGroupPeer of(SecurityGroupId group) {
        return new SecurityGroupPeer(null, requireNonNull(group, "group"), null, null);
    }

    /**
     * Returns the addresses of a prefix list.
     *
     * @param prefixListId the id, such as {@code pl-0123}
     * @return the peer
     * @throws IllegalArgumentException if the text is blank
     */
    public static SecurityGroupPeer ofPrefixList(String prefixListId) {
        requireNonNull(prefixListId, "prefixListId");
        checkArgument(!prefixListId.isBlank(), "the id of a prefix list is blank");
        return new SecurityGroupPeer(null, null, null, prefixListId);
    }

    /**
     * Returns this peer in another account.
     *
     * @param userId the id of the account that has the group
     * @return the peer
     * @throws IllegalArgumentException if this is no security group, or the text is blank
     */
    public SecurityGroupPeer withUserId(String userId) {
        requireNonNull(userId, "userId");
        checkArgument(group != null, "%s is no security group: only these have an account", this);
        checkArgument(!userId.isBlank(), "the id of an account is blank");
        return new SecurityGroupPeer(null, group, userId, null);
    }

    /**
     * Parses the text of a peer.
     *
     * @param text such as {@code 10.0.0.0/8}, {@code group:web}, {@code group:web@123456789012} or {@code list:pl-0123}
     * @return the peer
     * @throws IllegalArgumentException if it is none
     */
    public static SecurityGroupPeer parse(CharSequence text) {
        String peer = requireNonNull(text, "text").toString();
        if (peer.startsWith(LIST)) {
            return ofPrefixList(RuleText.unescape(peer.substring(LIST.length())));
        }
        if (!peer.startsWith(GROUP)) {
            return of(Cidr.parse(peer));
        }
        int account = peer.indexOf(ACCOUNT);
        String name = peer.substring(GROUP.length(), account < 0 ? peer.length() : account);
        SecurityGroupPeer group = of(SecurityGroupId.of(RuleText.unescape(name)));
        return account < 0 ? group : group.withUserId(RuleText.unescape(peer.substring(account + 1)));
    }

    /** {@return the block, absent if this is something else} */
    public Optional<Cidr> cidr() {
        return Optional.ofNullable(cidr);
    }

    /** {@return the security group, absent if this is something else} */
    public Optional<SecurityGroupId> securityGroup() {
        return Optional.ofNullable(group);
    }

    /** {@return the account of the security group, absent if it is that of the rule} */
    public Optional<String> userId() {
        return Optional.ofNullable(userId);
    }

    /** {@return the id of the prefix list, absent if this is something else} */
    public Optional<String> prefixListId() {
        return Optional.ofNullable(prefixListId);
    }

    /**
     * Checks whether a rule with this peer counts among those of a family.
     *
     * <p>Groups and prefix lists count in both families (page "Amazon VPC quotas").
     *
     * @param family the family
     * @return true unless this is a block of the other family
     */
    public boolean countsIn(IpFamily family) {
        requireNonNull(family, "family");
        return cidr == null || cidr.family() == family;
    }

    @Override
    public int compareTo(SecurityGroupPeer other) {
        requireNonNull(other, "other");
        return cidr != null && other.cidr != null
                ? cidr.compareTo(other.cidr)
                : toString().compareTo(other.toString());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SecurityGroupPeer peer
                && Objects.equals(cidr, peer.cidr)
                && Objects.equals(group, peer.group)
                && Objects.equals(userId, peer.userId)
                && Objects.equals(prefixListId, peer.prefixListId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(cidr, group, userId, prefixListId);
    }

    /** {@return the text that {@link #parse} takes} */
    @Override
    @JsonValue
    public String toString() {
        if (cidr != null) {
            return cidr.toString();
        }
        if (group == null) {
            return LIST + RuleText.escape(String.valueOf(prefixListId));
        }
        String name = GROUP + RuleText.escape(group.toString());
        return userId == null ? name : name + ACCOUNT + RuleText.escape(userId);
    }
}
