package io.enikit.json;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.List;
import java.util.Optional;

/** What only the files show, not the plan that is made of them. */
final class ReadRules {
    static final RuleInfo CONTRADICTION = RuleInfo.of("read.contradiction", Phase.IDS)
            .withSummary("What is shown twice is the same in both places.")
            .inferred("none: this is about the files, not about EC2");

    static final RuleInfo VALUE = RuleInfo.of("read.value", Phase.SHAPE)
            .withSummary("A value that is declared has the form that EC2 takes.")
            .documented("AWS resource and property types reference");

    static final RuleInfo REPLACED = RuleInfo.of("read.subnet-replaced", Phase.STATE)
            .withSummary("A plan keeps the subnets that there are.")
            .inferred("none: EC2 refuses to delete a subnet only while it has interfaces");

    static final RuleInfo ROOM = RuleInfo.of("read.room", Phase.CAPACITY)
            .withSummary("A subnet has room for the addresses that EC2 is to choose in it.")
            .documented("Error codes for the Amazon EC2 API")
            .withCode("InsufficientFreeAddressesInSubnet", Evidence.SEEN);

    static final RuleInfo MORE = RuleInfo.of("read.more", Phase.CAPACITY)
            .withSummary("No more is found than what is listed.")
            .inferred("none: this is about the files, not about EC2");

    /** Not a violation: it only stands beside them. */
    static final RuleInfo UNKNOWN = RuleInfo.of("read.unknown", Phase.IDS)
            .withSummary("What cannot be known from a file is reported, never guessed.")
            .inferred("none: this is about the files, not about EC2");

    /** The zone of an interface follows from its subnet in a plan; a file states it. */
    static final RuleInfo ZONE = Ec2Rules.standard().find("eni.attach.zone").orElseThrow();

    private static final ImmutableMap<String, RuleInfo> BY_ID =
            Maps.uniqueIndex(List.of(CONTRADICTION, VALUE, REPLACED, ROOM, MORE, ZONE), RuleInfo::id);

    private ReadRules() {}

    static Optional<RuleInfo> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }
}
