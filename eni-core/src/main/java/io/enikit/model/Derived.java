package io.enikit.model;

import io.enikit.internal.TextHash;
import io.enikit.net.MacAddress;
import java.util.HexFormat;

/** What was not given, in EC2's form: the same text has the same id and the same MAC address on every machine. */
final class Derived {
    private static final int DIGITS = 17;
    private static final long[] FIRST_OCTETS = {0x02, 0x06, 0x0a, 0x0e, 0x12, 0x16};
    private static final int BITS_BEHIND = 40;
    private static final long MASK_BEHIND = (1L << BITS_BEHIND) - 1;

    private Derived() {}

    /**
     * Returns the MAC address of an interface.
     *
     * <p>The addresses EC2 gives out are unicast and locally administered, and the first octet was one of six in each of
     * 167 that accounts have published. It and the other 40 bits are taken from a hash of the id.
     */
    static MacAddress mac(EniId id) {
        long hash = TextHash.of(id.toString());
        long firstOctet = FIRST_OCTETS[(int) ((hash >>> BITS_BEHIND) % FIRST_OCTETS.length)];
        return MacAddress.of((firstOctet << BITS_BEHIND) | (hash & MASK_BEHIND));
    }

    /** Returns the id of an attachment: the same for the same interface in the same place. */
    static String attachmentId(EniId eni, InstanceId instance, Attachment place) {
        return id("eni-attach-", eni + "\n" + instance + "\n" + place.networkCardIndex() + "\n" + place.deviceIndex());
    }

    /** Returns the id of a security group rule: the same for the same permission of the same group. */
    static String ruleId(SecurityGroupId group, RuleDirection direction, SecurityGroupRule rule) {
        return ruleId(group + "\n" + direction + "\n" + rule.permission());
    }

    static String ruleId(String text) {
        return id("sgr-", text);
    }

    private static String id(String kind, String text) {
        return kind + HexFormat.of().formatHex(TextHash.bytesOf(text)).substring(0, DIGITS);
    }
}
