package io.enikit.rules;

import static java.util.Objects.requireNonNull;

import io.enikit.model.ResourceId;
import java.util.Comparator;
import java.util.Optional;

/**
 * One thing that is wrong with a plan.
 *
 * <p>Ordered by subject, then by rule, then by message.
 *
 * @param rule the id of the rule, such as {@code eni.attach.zone}
 * @param severity whether EC2 would refuse it
 * @param subject what it is about
 * @param message what is wrong, with the numbers
 * @param hint what would mend it
 * @param ec2Code the error code of the EC2 call that would create this state, absent where nobody has seen one
 */
public record Violation(
        String rule, Severity severity, ResourceId subject, String message, String hint, Optional<String> ec2Code)
        implements Comparable<Violation> {
    private static final Comparator<Violation> ORDER = Comparator.comparing(Violation::subject)
            .thenComparing(Violation::rule)
            .thenComparing(Violation::message);

    /**
     * Checks that nothing is null.
     *
     * @param rule the id of the rule
     * @param severity whether EC2 would refuse it
     * @param subject what it is about
     * @param message what is wrong, with the numbers
     * @param hint what would mend it
     * @param ec2Code the error code of the EC2 call that would create this state, absent where nobody has seen one
     */
    public Violation {
        requireNonNull(rule, "rule");
        requireNonNull(severity, "severity");
        requireNonNull(subject, "subject");
        requireNonNull(message, "message");
        requireNonNull(hint, "hint");
        requireNonNull(ec2Code, "ec2Code");
    }

    @Override
    public int compareTo(Violation other) {
        return ORDER.compare(this, other);
    }

    /** {@return one line: {@code [SEVERITY] subject: message | rule | code}} */
    @Override
    public String toString() {
        return "[" + severity + "] " + subject + ": " + message + " | " + rule
                + ec2Code.map(code -> " | " + code).orElse("");
    }
}
