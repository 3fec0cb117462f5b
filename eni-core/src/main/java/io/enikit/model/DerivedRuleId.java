package io.enikit.model;

import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import java.nio.charset.StandardCharsets;

/** The id of a security group rule that was given none: the same for the same permission of the same group. */
final class DerivedRuleId {
    private static final int DIGITS = 17;

    private DerivedRuleId() {}

    static String of(SecurityGroupId group, RuleDirection direction, SecurityGroupRule rule) {
        return of(group + "\n" + direction + "\n" + rule.permission());
    }

    static String of(String text) {
        byte[] hash =
                Hashing.murmur3_128().hashString(text, StandardCharsets.UTF_8).asBytes();
        return "sgr-" + BaseEncoding.base16().lowerCase().encode(hash).substring(0, DIGITS);
    }
}
