package io.enikit.rules;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.enikit.model.ResourceId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a rule finds wrong with its subject. Immutable. */
public final class Fault {
    private final String message;
    private final String hint;
    private final String detail;
    private final long excess;
    private final @Nullable ResourceId subject;
    private final ImmutableList<OtherSide> others;
    private final ImmutableMap<String, String> values;

    /** The same fault, as the other one of two resources that are in each other's way has it. */
    record OtherSide(ResourceId subject, String message) {}

    private Fault(
            String message,
            String hint,
            String detail,
            long excess,
            @Nullable ResourceId subject,
            ImmutableList<OtherSide> others,
            ImmutableMap<String, String> values) {
        this.message = requireNonNull(message, "message");
        this.hint = requireNonNull(hint, "hint");
        this.detail = requireNonNull(detail, "detail");
        this.excess = excess;
        this.subject = subject;
        this.others = others;
        this.values = values;
    }

    /**
     * Returns a fault of the rule's own subject.
     *
     * @param message what is wrong, with the numbers
     * @param hint how to fix it
     * @return the fault
     */
    public static Fault of(String message, String hint) {
        return new Fault(message, hint, "", 0, null, ImmutableList.of(), ImmutableMap.of());
    }

    /**
     * Returns this fault with a key that distinguishes it from other faults of the same rule and subject.
     *
     * @param detail the text form is the key, such as that of the address which the fault is about; in EC2's own message
     *     {@code {detail}} stands for it
     * @return the fault
     */
    public Fault withDetail(Object detail) {
        return new Fault(message, hint, requireNonNull(detail, "detail").toString(), excess, subject, others, values);
    }

    /**
     * Returns this fault with the number by which something is too much.
     *
     * @param excess by how much, 1 or more: a change that leaves less of it makes nothing worse
     * @return the fault
     * @throws IllegalArgumentException if the number is less than 1
     */
    public Fault withExcess(long excess) {
        checkArgument(excess >= 1, "excess %s: expected 1 or more", excess);
        return new Fault(message, hint, detail, excess, subject, others, values);
    }

    /**
     * Returns this fault about another resource than the one that the rule looked at.
     *
     * @param subject what the fault is about
     * @return the fault
     */
    public Fault withSubject(ResourceId subject) {
        return new Fault(message, hint, detail, excess, requireNonNull(subject, "subject"), others, values);
    }

    /**
     * Returns this fault with the other one of two resources that are in each other's way.
     *
     * <p>The rule reports once, about one of them. A call that changed the other one is refused with that as the
     * subject.
     *
     * @param other the other resource
     * @param message what is wrong, as seen from the other one
     * @return the fault
     */
    public Fault withOther(ResourceId other, String message) {
        return withOthers(ImmutableList.of(otherSide(other, message)));
    }

    /** Returns this fault with one more resource that is in the way. */
    Fault plusOther(ResourceId other, String seenFromOther) {
        return withOthers(ImmutableList.<OtherSide>builder()
                .addAll(others)
                .add(otherSide(other, seenFromOther))
                .build());
    }

    private static OtherSide otherSide(ResourceId other, String message) {
        return new OtherSide(requireNonNull(other, "other"), requireNonNull(message, "message"));
    }

    private Fault withOthers(ImmutableList<OtherSide> changed) {
        return new Fault(message, hint, detail, excess, subject, changed, values);
    }

    /**
     * Returns a fault of a call, which needs no hint.
     *
     * @param message what is wrong, with the numbers
     * @return the fault
     */
    public static Fault of(String message) {
        return of(message, "");
    }

    /**
     * Returns this fault with a value for EC2's own message, where {@code {name}} stands for it.
     *
     * @param name the name of the value, such as {@code address}
     * @param value the value; its text form goes into the message
     * @return the fault
     */
    public Fault withValue(String name, Object value) {
        ImmutableMap<String, String> more = ImmutableMap.<String, String>builder()
                .putAll(values)
                .put(
                        requireNonNull(name, "name"),
                        requireNonNull(value, "value").toString())
                .buildKeepingLast();
        return new Fault(message, hint, detail, excess, subject, others, more);
    }

    /**
     * Returns this fault with a value for EC2's own message, unless it has one of that name.
     *
     * @param name the name of the value
     * @param value the value; its text form goes into the message
     * @return the fault
     */
    public Fault withDefault(String name, Object value) {
        return values.containsKey(requireNonNull(name, "name"))
                ? this
                : withValue(name, requireNonNull(value, "value"));
    }

    /** Puts the values into a message, or returns empty if it needs one that this fault has not. */
    Optional<String> render(String template) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
            int close = template.indexOf('}', open);
            @Nullable String value = close < 0 ? null : values.get(template.substring(open + 1, close));
            if (value == null) {
                return Optional.empty();
            }
            text.append(template, from, open).append(value);
            from = close + 1;
        }
        return Optional.of(text.append(template, from, template.length()).toString());
    }

    /** {@return what is wrong, with the numbers} */
    public String message() {
        return message;
    }

    /** {@return how to fix it} */
    public String hint() {
        return hint;
    }

    /** {@return a key that distinguishes several faults of the same rule and subject, or ""} */
    public String detail() {
        return detail;
    }

    /** {@return by how much something is too much, 0 where nothing is counted} */
    public long excess() {
        return excess;
    }

    /** {@return what the fault is about, absent if that is the subject of the rule} */
    public Optional<ResourceId> subject() {
        return Optional.ofNullable(subject);
    }

    /** Returns the fault as another resource has it. */
    Fault seenFrom(OtherSide other) {
        return new Fault(other.message(), hint, detail, excess, null, ImmutableList.of(), values);
    }

    /** Returns the other resources that are in the way, as far as the fault names them. */
    ImmutableList<OtherSide> others() {
        return others;
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Fault fault
                && message.equals(fault.message)
                && hint.equals(fault.hint)
                && detail.equals(fault.detail)
                && excess == fault.excess
                && Objects.equals(subject, fault.subject)
                && others.equals(fault.others)
                && values.equals(fault.values);
    }

    @Override
    public int hashCode() {
        return message.hashCode();
    }

    /** {@return what is wrong} */
    @Override
    public String toString() {
        return message;
    }
}
