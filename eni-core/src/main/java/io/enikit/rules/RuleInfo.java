package io.enikit.rules;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the rulebook says about one rule: everything but the function that looks for faults. Immutable.
 *
 * <pre>{@code
 * Rule<Eni> named = RuleInfo.of("acme.eni.named", Phase.STATE)
 *         .withSummary("Interfaces have a Name tag.")
 *         .documented("our own handbook")
 *         .withCode("InvalidParameterValue", Evidence.INFERRED)
 *         .withSilentBehind("eni.subnet.exists")
 *         .rule(Eni.class, (eni, plan, faults) -> {
 *             if (!eni.tags().containsKey("Name")) {
 *                 faults.add("it has no Name tag", "add one");
 *             }
 *         });
 * }</pre>
 */
public final class RuleInfo {
    private final String id;
    private final Phase phase;
    private String summary = "";
    private String source = "";
    private Evidence evidence = Evidence.INFERRED;
    private @Nullable Severity severity;
    private @Nullable String ec2Code;
    private @Nullable Evidence codeEvidence;
    private ImmutableSortedMap<String, String> codesByAction = ImmutableSortedMap.of();
    private @Nullable String ec2Message;
    private Evidence messageEvidence = Evidence.SEEN;
    private ImmutableList<String> furtherMessages = ImmutableList.of();
    private ImmutableSortedMap<String, String> messagesByAction = ImmutableSortedMap.of();
    private ImmutableSortedSet<String> catalogIds = ImmutableSortedSet.of();
    private ImmutableSortedSet<String> silentBehind = ImmutableSortedSet.of();
    private ImmutableSortedSet<String> silentBehindSame = ImmutableSortedSet.of();
    private Set<Fact> needs = Set.of();

    private RuleInfo(String id, Phase phase) {
        this.id = requireNonNull(id, "id");
        this.phase = requireNonNull(phase, "phase");
        checkArgument(
                RuleIds.areDottedWords(id),
                "rule id \"%s\": expected two or more words of a-z, 0-9 and - with a dot between them",
                id);
    }

    private RuleInfo(RuleInfo other) {
        id = other.id;
        phase = other.phase;
        summary = other.summary;
        source = other.source;
        evidence = other.evidence;
        severity = other.severity;
        ec2Code = other.ec2Code;
        codeEvidence = other.codeEvidence;
        codesByAction = other.codesByAction;
        ec2Message = other.ec2Message;
        messageEvidence = other.messageEvidence;
        furtherMessages = other.furtherMessages;
        messagesByAction = other.messagesByAction;
        catalogIds = other.catalogIds;
        silentBehind = other.silentBehind;
        silentBehindSame = other.silentBehindSame;
        needs = other.needs;
    }

    /**
     * Returns an entry that says nothing yet but the id and the phase, of a rule that is inferred.
     *
     * @param id the id, dotted from the general to the particular, such as {@code eni.attach.zone}
     * @param phase the evaluation phase
     * @return the entry
     * @throws IllegalArgumentException if the id is not dotted
     */
    public static RuleInfo of(String id, Phase phase) {
        return new RuleInfo(requireNonNull(id, "id"), requireNonNull(phase, "phase"));
    }

    /**
     * Returns this entry with what the rule requires.
     *
     * @param summary one sentence
     * @return the entry
     */
    public RuleInfo withSummary(String summary) {
        RuleInfo changed = new RuleInfo(this);
        changed.summary = requireNonNull(summary, "summary");
        return changed;
    }

    /**
     * Returns this entry of a rule that AWS documents.
     *
     * @param source the title of the AWS page
     * @return the entry
     */
    public RuleInfo documented(String source) {
        return known(Evidence.DOCUMENTED, requireNonNull(source, "source"));
    }

    /**
     * Returns this entry of a rule that was seen in an answer of EC2.
     *
     * @param source what was seen, and where
     * @return the entry
     */
    public RuleInfo seen(String source) {
        return known(Evidence.SEEN, requireNonNull(source, "source"));
    }

    /**
     * Returns this entry of a rule that is inferred. Its violations are warnings, unless the entry says otherwise.
     *
     * @param source what it is inferred from
     * @return the entry
     */
    public RuleInfo inferred(String source) {
        return known(Evidence.INFERRED, requireNonNull(source, "source"));
    }

    private RuleInfo known(Evidence evidence, String source) {
        RuleInfo changed = new RuleInfo(this);
        changed.evidence = evidence;
        changed.source = requireNonNull(source, "source");
        return changed;
    }

    /**
     * Returns this entry with another severity.
     *
     * @param severity the severity of its violations
     * @return the entry
     */
    public RuleInfo withSeverity(Severity severity) {
        RuleInfo changed = new RuleInfo(this);
        changed.severity = requireNonNull(severity, "severity");
        return changed;
    }

    /**
     * Returns this entry with EC2's error code, as well known as the rule itself.
     *
     * @param ec2Code the code of the call that would create the faulty state
     * @return the entry
     */
    public RuleInfo withCode(String ec2Code) {
        RuleInfo changed = new RuleInfo(this);
        changed.ec2Code = requireNonNull(ec2Code, "ec2Code");
        changed.codeEvidence = null;
        return changed;
    }

    /**
     * Returns this entry with EC2's error code.
     *
     * @param ec2Code the code of the call that would create the faulty state
     * @param evidence how the code is known
     * @return the entry
     */
    public RuleInfo withCode(String ec2Code, Evidence evidence) {
        RuleInfo changed = new RuleInfo(this);
        changed.ec2Code = requireNonNull(ec2Code, "ec2Code");
        changed.codeEvidence = requireNonNull(evidence, "evidence");
        return changed;
    }

    /**
     * Returns this entry with the code of an EC2 action that answers with another one than the rest.
     *
     * @param action an action of the EC2 API, such as {@code RunInstances}
     * @param ec2Code its code
     * @return the entry
     */
    public RuleInfo withCodeOf(String action, String ec2Code) {
        RuleInfo changed = new RuleInfo(this);
        changed.codesByAction =
                with(codesByAction, requireNonNull(action, "action"), requireNonNull(ec2Code, "ec2Code"));
        return changed;
    }

    /**
     * Returns this entry with EC2's own message.
     *
     * @param template the words of EC2, with {@code {name}} in place of each id, address or number: the rule gives these
     *     with {@link Fault#withValue}, and the engine those of the call and of the subject, such as {@code {eni}}
     * @return the entry
     */
    public RuleInfo withMessage(String template) {
        return withMessage(requireNonNull(template, "template"), Evidence.SEEN);
    }

    /**
     * Returns this entry with EC2's own message.
     *
     * @param template the words of EC2, with {@code {name}} in place of each id, address or number
     * @param evidence how the words are known: inferred, where only an emulator or another library has them
     * @return the entry
     */
    public RuleInfo withMessage(String template, Evidence evidence) {
        RuleInfo changed = new RuleInfo(this);
        changed.ec2Message = requireNonNull(template, "template");
        changed.messageEvidence = requireNonNull(evidence, "evidence");
        return changed;
    }

    /**
     * Returns this entry with one more message, for faults that lack a value of those before it.
     *
     * @param template its words, as for {@link #withMessage(String)}
     * @return the entry
     */
    public RuleInfo plusMessage(String template) {
        RuleInfo changed = new RuleInfo(this);
        changed.furtherMessages = ImmutableList.<String>builder()
                .addAll(furtherMessages)
                .add(requireNonNull(template, "template"))
                .build();
        return changed;
    }

    /**
     * Returns this entry with the message of an EC2 action that answers in other words than the rest.
     *
     * @param action an action of the EC2 API, such as {@code RunInstances}
     * @param template its words, as for {@link #withMessage}
     * @return the entry
     */
    public RuleInfo withMessageOf(String action, String template) {
        RuleInfo changed = new RuleInfo(this);
        changed.messagesByAction =
                with(messagesByAction, requireNonNull(action, "action"), requireNonNull(template, "template"));
        return changed;
    }

    private static ImmutableSortedMap<String, String> with(Map<String, String> map, String key, String value) {
        SortedMap<String, String> changed = new TreeMap<>(map);
        changed.put(key, value);
        return ImmutableSortedMap.copyOfSorted(changed);
    }

    /**
     * Returns this entry with the entries of the catalog of EC2's rules that it stands for.
     *
     * @param catalogIds ids of {@code docs/catalog.tsv}
     * @return the entry
     */
    public RuleInfo withCatalogIds(String... catalogIds) {
        RuleInfo changed = new RuleInfo(this);
        changed.catalogIds = ImmutableSortedSet.copyOf(requireNonNull(catalogIds, "catalogIds"));
        return changed;
    }

    /**
     * Returns this entry with the rules that silence it: it says nothing about a subject in which they found an error.
     *
     * @param ids ids of rules with subjects of the same kind
     * @return the entry
     */
    public RuleInfo withSilentBehind(String... ids) {
        RuleInfo changed = new RuleInfo(this);
        changed.silentBehind = ImmutableSortedSet.copyOf(requireNonNull(ids, "ids"));
        return changed;
    }

    /**
     * Returns this entry with the rules that silence single faults of it: those with the same {@linkplain
     * Fault#detail() detail}, such as an address, a prefix or a network card, as an error that they found in the subject.
     *
     * @param ids ids of rules with subjects of the same kind
     * @return the entry
     */
    public RuleInfo withSilentBehindSame(String... ids) {
        RuleInfo changed = new RuleInfo(this);
        changed.silentBehindSame = ImmutableSortedSet.copyOf(requireNonNull(ids, "ids"));
        return changed;
    }

    /**
     * Returns this entry with the facts that must be known for its violations to be certain.
     *
     * @param needs the facts
     * @return the entry
     */
    public RuleInfo withNeeds(Fact... needs) {
        RuleInfo changed = new RuleInfo(this);
        changed.needs = ImmutableSet.copyOf(requireNonNull(needs, "needs"));
        return changed;
    }

    /**
     * Returns the rule of this entry.
     *
     * @param subjectType the type of its subjects: a kind of resource, {@link io.enikit.model.Resource} for all kinds, or
     *     {@link io.enikit.model.NetworkPlan} for the plan as a whole
     * @param check reports what is wrong with a subject
     * @param <S> the type of its subjects
     * @return the rule
     * @throws IllegalArgumentException if there are no subjects of that type
     */
    public <S> Rule<S> rule(Class<S> subjectType, Rule.Check<? super S> check) {
        return Rule.of(this, requireNonNull(subjectType, "subjectType"), requireNonNull(check, "check"));
    }

    /** {@return the id, dotted from the general to the particular, such as {@code eni.attach.zone}} */
    public String id() {
        return id;
    }

    /** {@return what the rule requires, in one sentence} */
    public String summary() {
        return summary;
    }

    /** {@return how it is known that EC2 enforces this} */
    public Evidence evidence() {
        return evidence;
    }

    /** {@return the evaluation phase; earlier phases are reported first} */
    public Phase phase() {
        return phase;
    }

    /** {@return the severity of its violations: an error, or a warning if the rule is inferred, unless set} */
    public Severity severity() {
        return severity != null ? severity : evidence == Evidence.INFERRED ? Severity.WARNING : Severity.ERROR;
    }

    /** {@return EC2's error code, absent where nobody has seen one} */
    public Optional<String> ec2Code() {
        return Optional.ofNullable(ec2Code);
    }

    /** {@return how the code is known: as the rule is, unless set} */
    public Evidence codeEvidence() {
        return codeEvidence == null ? evidence : codeEvidence;
    }

    /** {@return the codes of those EC2 actions that answer with another one, by action} */
    public Map<String, String> codesByAction() {
        return codesByAction;
    }

    /** {@return the entries of the catalog of EC2's rules that this one stands for} */
    public SortedSet<String> catalogIds() {
        return catalogIds;
    }

    /** {@return the ids of the rules whose errors about a subject silence this one about it} */
    public SortedSet<String> silentBehind() {
        return silentBehind;
    }

    /** {@return the ids of the rules whose errors silence the faults of this one that have the same detail} */
    public SortedSet<String> silentBehindSame() {
        return silentBehindSame;
    }

    /** {@return the facts that must be known for its violations to be certain} */
    public Set<Fact> needs() {
        return needs;
    }

    /** {@return where the fact is from: the title of an AWS page, or what was seen} */
    public String source() {
        return source;
    }

    /**
     * Returns the code that an EC2 action answers with.
     *
     * @param action an action of the EC2 API, such as {@code AttachNetworkInterface}
     * @return the code, absent where nobody has seen one
     */
    public Optional<String> ec2Code(String action) {
        return Optional.ofNullable(codesByAction.get(requireNonNull(action, "action")))
                .or(this::ec2Code);
    }

    /** {@return EC2's own message as a template, absent where nobody has published one} */
    public Optional<String> ec2Message() {
        return Optional.ofNullable(ec2Message);
    }

    /** {@return the messages for faults that lack a value of those before, each as a template} */
    public List<String> furtherMessages() {
        return furtherMessages;
    }

    /** {@return how EC2's own message is known} */
    public Evidence messageEvidence() {
        return messageEvidence;
    }

    /** {@return the messages of those EC2 actions that answer in other words, by action} */
    public Map<String, String> messagesByAction() {
        return messagesByAction;
    }

    /**
     * Returns the message that an EC2 action answers with.
     *
     * @param action an action of the EC2 API, such as {@code AttachNetworkInterface}
     * @return the message as a template, absent where nobody has published one
     */
    public Optional<String> ec2Message(String action) {
        return Optional.ofNullable(messagesByAction.get(requireNonNull(action, "action")))
                .or(this::ec2Message);
    }

    /**
     * Returns what an EC2 action says about a fault.
     *
     * @param action an action of the EC2 API, such as {@code AttachNetworkInterface}
     * @param fault the fault, with the values that the message needs
     * @return EC2's own message, absent where nobody has published one or a value is missing
     */
    public Optional<String> ec2Message(String action, Fault fault) {
        requireNonNull(fault, "fault");
        return ec2Message(action).flatMap(fault::render).or(() -> further(fault));
    }

    /** Returns what EC2 says about a fault, absent where nobody has published it or a value is missing. */
    Optional<String> ec2Message(Fault fault) {
        return ec2Message().flatMap(fault::render).or(() -> further(fault));
    }

    private Optional<String> further(Fault fault) {
        return furtherMessages.stream()
                .flatMap(template -> fault.render(template).stream())
                .findFirst();
    }

    /**
     * Checks whether the rule is a given one, or one below it.
     *
     * @param idOrPrefix an id such as {@code eni.attach.zone}, or the first parts of one such as {@code eni.attach}
     * @return true if it is
     */
    public boolean isWithin(String idOrPrefix) {
        return RuleIds.isWithin(id, requireNonNull(idOrPrefix, "idOrPrefix"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RuleInfo info
                && id.equals(info.id)
                && phase == info.phase
                && summary.equals(info.summary)
                && source.equals(info.source)
                && evidence == info.evidence
                && severity() == info.severity()
                && Objects.equals(ec2Code, info.ec2Code)
                && codeEvidence() == info.codeEvidence()
                && codesByAction.equals(info.codesByAction)
                && Objects.equals(ec2Message, info.ec2Message)
                && messageEvidence == info.messageEvidence
                && furtherMessages.equals(info.furtherMessages)
                && messagesByAction.equals(info.messagesByAction)
                && catalogIds.equals(info.catalogIds)
                && silentBehind.equals(info.silentBehind)
                && silentBehindSame.equals(info.silentBehindSame)
                && needs.equals(info.needs);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** {@return the id and what the rule requires} */
    @Override
    public String toString() {
        return id + ": " + summary;
    }
}
