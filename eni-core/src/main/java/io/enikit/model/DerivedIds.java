package io.enikit.model;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;

/** Ids of what was given none, in EC2's form: the same text has the same id on every machine. */
final class DerivedIds {
    private static final int DIGITS = 17;

    private DerivedIds() {}

    /** Returns the id of an attachment: the same for the same interface in the same place. */
    static String ofAttachment(EniId eni, InstanceId instance, Attachment place) {
        return id("eni-attach-", eni + "\n" + instance + "\n" + place.networkCardIndex() + "\n" + place.deviceIndex());
    }

    /** Returns the id of a security group rule: the same for the same permission of the same group. */
    static String ofRule(SecurityGroupId group, RuleDirection direction, SecurityGroupRule rule) {
        return ofRule(group + "\n" + direction + "\n" + rule.permission());
    }

    static String ofRule(String text) {
        return id("sgr-", text);
    }

    private static String id(String kind, String text) {
        byte[] hash =
                Hashing.murmur3_128().hashString(text, StandardCharsets.UTF_8).asBytes();
        StringBuilder id = new StringBuilder(kind.length() + DIGITS).append(kind);
        for (int i = 0; i < DIGITS; i++) {
            id.append(Character.forDigit(hash[i / 2] >> (i % 2 == 0 ? 4 : 0) & 0xf, 16));
        }
        return id.toString();
    }
}
