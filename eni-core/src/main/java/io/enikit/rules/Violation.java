package io.enikit.rules;

import static java.util.Objects.requireNonNull;

import io.enikit.internal.VisibleText;
import io.enikit.model.ResourceId;
import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a plan. Immutable.
 *
 * <p>Ordered by subject, then by rule, then by message.
 */
public final class Violation implements Comparable<Violation>, Serializable {
    private static final long serialVersionUID = 1L;

    private static final int LONGEST_SUBJECT = 500;
    private static final int LONGEST_WITH_PLACE = 2_500;

    private static final Comparator<Violation> ORDER = Comparator.comparing(Violation::subject)
            .thenComparing(Violation::rule)
            .thenComparing(Violation::message)
            .thenComparing(Violation::hint)
            .thenComparing(Violation::severity)
            .thenComparingLong(Violation::excess)
            .thenComparing(violation -> violation.ec2Code().orElse(""))
            .thenComparing(violation -> violation.ec2Message().orElse(""));

    /** The id of the rule or precondition. */
    private final String rule;
    /** How bad it is. */
    private final Severity severity;
    /** What it is about. */
    private final ResourceId subject;
    /** What is wrong, in the words of this library. */
    private final String message;
    /** How to fix it. */
    private final String hint;
    /** By how much something is too much, 0 where nothing is counted. */
    private final long excess;
    /** EC2's error code; null where nobody has published one. */
    private final @Nullable String ec2Code;
    /** EC2's own message; null where nobody has published one. */
    private final @Nullable String ec2Message;

    private Violation(
            String rule,
            Severity severity,
            ResourceId subject,
            String message,
            String hint,
            long excess,
            @Nullable String ec2Code,
            @Nullable String ec2Message) {
        this.rule = rule;
        this.severity = severity;
        this.subject = subject;
        this.message = message;
        this.hint = hint;
        this.excess = excess;
        this.ec2Code = ec2Code;
        this.ec2Message = ec2Message;
    }

    /**
     * Returns the violation of a rule by a fault that was found without a {@link RuleSet}, such as in a file.
     *
     * @param rule the rule
     * @param subject what it is about, unless the fault names another subject
     * @param fault what is wrong
     * @return the violation
     */
    public static Violation of(RuleInfo rule, ResourceId subject, Fault fault) {
        requireNonNull(rule, "rule");
        requireNonNull(subject, "subject");
        requireNonNull(fault, "fault");
        return of(rule, fault.subject().orElse(subject), fault, rule.ec2Code(), rule.ec2Message(fault));
    }

    static Violation of(
            RuleInfo rule, ResourceId subject, Fault fault, Optional<String> ec2Code, Optional<String> ec2Message) {
        return new Violation(
                rule.id(),
                rule.severity(),
                subject,
                VisibleText.brief(fault.message()),
                VisibleText.brief(fault.hint()),
                fault.excess(),
                ec2Code.orElse(null),
                ec2Message.orElse(null));
    }

    /**
     * Returns this violation with another message, such as one that also says where the subject was read.
     *
     * <p>What cannot be seen is escaped in it, and one of thousands of characters is cut.
     *
     * @param message what is wrong, with the numbers
     * @return the violation
     */
    public Violation withMessage(String message) {
        return new Violation(
                rule,
                severity,
                subject,
                VisibleText.brief(requireNonNull(message, "message"), LONGEST_WITH_PLACE),
                hint,
                excess,
                ec2Code,
                ec2Message);
    }

    /** {@return the id of the rule, such as {@code eni.attach.zone}} */
    public String rule() {
        return rule;
    }

    /** {@return whether EC2 would refuse it} */
    public Severity severity() {
        return severity;
    }

    /** {@return what it is about} */
    public ResourceId subject() {
        return subject;
    }

    /**
     * {@return what is wrong, with the numbers; control characters, line ends and what cannot be seen are escaped in it,
     * and one that is longer than a thousand characters is cut}
     */
    public String message() {
        return message;
    }

    /** {@return how to fix it} */
    public String hint() {
        return hint;
    }

    /** {@return by how much something is too much, 0 where nothing is counted} */
    public long excess() {
        return excess;
    }

    /** {@return the error code of the EC2 call that would create this state, absent where nobody has seen one} */
    public Optional<String> ec2Code() {
        return Optional.ofNullable(ec2Code);
    }

    /** {@return EC2's own message to that call, with the ids and numbers; absent where nobody has published one} */
    public Optional<String> ec2Message() {
        return Optional.ofNullable(ec2Message);
    }

    @Override
    public int compareTo(Violation other) {
        return ORDER.compare(this, requireNonNull(other, "other"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Violation violation
                && rule.equals(violation.rule)
                && severity == violation.severity
                && subject.equals(violation.subject)
                && message.equals(violation.message)
                && hint.equals(violation.hint)
                && excess == violation.excess
                && Objects.equals(ec2Code, violation.ec2Code)
                && Objects.equals(ec2Message, violation.ec2Message);
    }

    @Override
    public int hashCode() {
        return Objects.hash(rule, subject, message);
    }

    /**
     * {@return one line: {@code [SEVERITY] subject: message | rule | code}, with what cannot be seen escaped, and a long
     * subject cut}
     */
    @Override
    public String toString() {
        return "[" + severity + "] " + VisibleText.brief(subject.toString(), LONGEST_SUBJECT) + ": " + message + " | "
                + rule + (ec2Code == null ? "" : " | " + ec2Code);
    }
}
