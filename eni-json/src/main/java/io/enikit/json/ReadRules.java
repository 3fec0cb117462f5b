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
            Maps.uniqueIndex(List.of(CONTRADICTION, ZONE), RuleInfo::id);

    private ReadRules() {}

    static Optional<RuleInfo> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }
}
