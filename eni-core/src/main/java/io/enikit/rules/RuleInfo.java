package io.enikit.rules;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.Pattern;
import org.immutables.value.Value;

/** What is known about a rule, whatever it is checked on. */
@Value.Immutable
public abstract class RuleInfo {
    private static final Pattern DOTTED = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)+");

    RuleInfo() {}

    /** {@return a builder with nothing set} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return the id, dotted from the general to the particular, such as {@code eni.attach.zone}} */
    public abstract String id();

    /** {@return what holds where the rule is kept, in one sentence} */
    public abstract String summary();

    /** {@return how it is known that EC2 enforces this} */
    public abstract Evidence evidence();

    /** {@return when it speaks, where several rules are broken at once} */
    public abstract Phase phase();

    /** {@return an error, or a warning if the rule is inferred, unless set} */
    @Value.Default
    public Severity severity() {
        return evidence() == Evidence.INFERRED ? Severity.WARNING : Severity.ERROR;
    }

    /** {@return EC2's error code, absent where nobody has seen one} */
    public abstract Optional<String> ec2Code();

    /** {@return how the code is known, that of the rule unless set} */
    @Value.Default
    public Evidence codeEvidence() {
        return evidence();
    }

    /** {@return the codes of those EC2 actions that answer with another one, by action} */
    public abstract Map<String, String> codesByAction();

    /** {@return the entries of the catalog of EC2's rules that this one stands for} */
    @Value.NaturalOrder
    public abstract SortedSet<String> catalogIds();

    /** {@return the ids of rules that report first: this rule is silent about what they reported} */
    @Value.NaturalOrder
    public abstract SortedSet<String> silentBehind();

    /** {@return where the fact is from: the title of an AWS page, or what was seen} */
    public abstract String source();

    /**
     * Returns the code that an EC2 action answers with.
     *
     * @param action an action of the EC2 API, such as {@code AttachNetworkInterface}
     * @return the code, absent where nobody has seen one
     */
    public final Optional<String> ec2Code(String action) {
        return Optional.ofNullable(codesByAction().get(action)).or(this::ec2Code);
    }

    /**
     * Checks whether the rule is a given one, or one below it.
     *
     * @param idOrPrefix an id such as {@code eni.attach.zone}, or the first parts of one such as {@code eni.attach}
     * @return true if it is
     */
    public final boolean isWithin(String idOrPrefix) {
        return id().startsWith(idOrPrefix)
                && (id().length() == idOrPrefix.length() || id().charAt(idOrPrefix.length()) == '.');
    }

    /** Refuses ids that are not dotted. */
    @Value.Check
    void check() {
        checkArgument(
                DOTTED.matcher(id()).matches(),
                "rule id \"%s\": expected two or more words of a-z, 0-9 and - with a dot between them",
                id());
    }

    /** Builds what is known about a rule. */
    public static final class Builder extends ImmutableRuleInfo.Builder {
        Builder() {}
    }
}
