package io.enikit.json;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.List;
import java.util.Optional;

/** What only the files show, not the plan that is made of them. */
final class ReadRules {
    static final RuleInfo CONTRADICTION = RuleInfo.inferred(
            "read.contradiction",
            Phase.IDS,
            "What is shown twice is the same in both places.",
            "none: this is about the files, not about EC2");

    static final RuleInfo VALUE = RuleInfo.documented(
            "read.value",
            Phase.SHAPE,
            "A value that is declared has the form that EC2 takes.",
            "AWS resource and property types reference");

    static final RuleInfo REPLACED = RuleInfo.inferred(
            "read.subnet-replaced",
            Phase.STATE,
            "A plan keeps the subnets that there are.",
            "none: EC2 refuses to delete a subnet only while it has interfaces");

    static final RuleInfo ROOM = RuleInfo.documented(
                    "read.room",
                    Phase.CAPACITY,
                    "A subnet has room for the addresses that EC2 is to choose in it.",
                    "Error codes for the Amazon EC2 API")
            .withCode("InsufficientFreeAddressesInSubnet", Evidence.SEEN);

    /** Not a violation: it only stands beside them. */
    static final RuleInfo UNKNOWN = RuleInfo.inferred(
            "read.unknown",
            Phase.IDS,
            "What cannot be known from a file is reported, never guessed.",
            "none: this is about the files, not about EC2");

    /** The zone of an interface follows from its subnet in a plan; a file states it. */
    static final RuleInfo ZONE = RuleInfo.documented(
                    "eni.attach.zone",
                    Phase.STATE,
                    "An interface and its instance are in one availability zone.",
                    "Attach a network interface to your instance")
            .withCode("InvalidParameterCombination", Evidence.SEEN);

    private static final ImmutableMap<String, RuleInfo> BY_ID =
            Maps.uniqueIndex(List.of(CONTRADICTION, VALUE, REPLACED, ROOM, ZONE), RuleInfo::id);

    private ReadRules() {}

    static Optional<RuleInfo> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }
}
