package io.enikit.json;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.List;
import java.util.Optional;

/** What only the files show, not the plan that is made of them. */
final class ReadRules {
    static final RuleInfo CONTRADICTION = RuleInfo.builder()
            .id("read.contradiction")
            .summary("What is shown twice is the same in both places.")
            .evidence(Evidence.INFERRED)
            .phase(Phase.IDS)
            .source("none: this is about the files, not about EC2")
            .build();

    static final RuleInfo VALUE = RuleInfo.builder()
            .id("read.value")
            .summary("A value that is declared has the form that EC2 takes.")
            .evidence(Evidence.DOCUMENTED)
            .phase(Phase.SHAPE)
            .source("AWS resource and property types reference")
            .build();

    static final RuleInfo REPLACED = RuleInfo.builder()
            .id("read.subnet-replaced")
            .summary("A plan keeps the subnets that there are.")
            .evidence(Evidence.INFERRED)
            .phase(Phase.STATE)
            .source("none: EC2 refuses to delete a subnet only while it has interfaces")
            .build();

    static final RuleInfo ROOM = RuleInfo.builder()
            .id("read.room")
            .summary("A subnet has room for the addresses that EC2 is to choose in it.")
            .evidence(Evidence.DOCUMENTED)
            .phase(Phase.CAPACITY)
            .ec2Code("InsufficientFreeAddressesInSubnet")
            .codeEvidence(Evidence.SEEN)
            .source("Error codes for the Amazon EC2 API")
            .build();

    /** Not a violation: it only stands beside them. */
    static final RuleInfo UNKNOWN = RuleInfo.builder()
            .id("read.unknown")
            .summary("What cannot be known from a file is reported, never guessed.")
            .evidence(Evidence.INFERRED)
            .phase(Phase.IDS)
            .source("none: this is about the files, not about EC2")
            .build();

    /** The zone of an interface follows from its subnet in a plan; a file states it. */
    static final RuleInfo ZONE = RuleInfo.builder()
            .id("eni.attach.zone")
            .summary("An interface and its instance are in one availability zone.")
            .evidence(Evidence.DOCUMENTED)
            .severity(Severity.ERROR)
            .phase(Phase.STATE)
            .ec2Code("InvalidParameterCombination")
            .codeEvidence(Evidence.SEEN)
            .source("Attach a network interface to your instance")
            .build();

    private static final ImmutableMap<String, RuleInfo> BY_ID =
            Maps.uniqueIndex(List.of(CONTRADICTION, VALUE, REPLACED, ROOM, ZONE), RuleInfo::id);

    private ReadRules() {}

    static Optional<RuleInfo> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }
}
