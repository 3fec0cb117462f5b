package io.enikit.json;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.json.gathered.Demanded;
import io.enikit.json.gathered.Gathered;
import io.enikit.json.gathered.Notes;
import io.enikit.json.gathered.OpenFacts;
import io.enikit.json.gathered.ReadRules;
import io.enikit.json.gathered.Unread;
import io.enikit.model.Eni;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.ResourceId;
import io.enikit.model.SubnetId;
import io.enikit.rules.RuleSet;
import io.enikit.rules.Severity;
import io.enikit.rules.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was read: a plan, where each resource of it came from, and what the files leave open. Immutable.
 *
 * <p>Files seldom show all there is. What is mentioned in them but not shown is {@link #outside}, what is there but not
 * known yet is among the {@link #unknowns}; neither is a violation, and {@link #check} says nothing that hangs on either.
 */
public final class Reading {
    /** The rule about quotas that are too large together, which are those of one account. */
    private static final String QUOTAS_TOGETHER = "quota.rules-times-groups";

    private static final String TYPE_KNOWN = "limits.instance-type";

    /** The rule about interfaces that need a setting, which is as it must be where there are such interfaces. */
    private static final String FLEXIBLE = "limits.interfaces-flexible";

    private final Gathered read;
    private final Alternatives alternatives;
    private final Branches branches;
    private final ImmutableList<Reading> samples;
    private final Unread unread;

    Reading(Gathered read, Branches branches) {
        this(read, branches, read.unread());
    }

    private Reading(Gathered read, Branches branches, Unread unread) {
        this.read = read;
        this.alternatives = new Alternatives(read.candidates(), read.origins().ofResources());
        this.branches = branches;
        this.samples = read.samples().stream()
                .map(each -> new Reading(each, Branches.none()))
                .collect(ImmutableList.toImmutableList());
        this.unread = unread;
    }

    Reading withUnreadable(List<UnreadableException> faults) {
        Unread more = new Unread();
        more.addAll(unread);
        faults.forEach(more::add);
        return new Reading(read, branches, more);
    }

    /** {@return the plan} */
    public NetworkPlan plan() {
        return read.plan();
    }

    /** {@return the ids that are mentioned, but whose resources are not in the files} */
    public NavigableSet<ResourceId> outside() {
        return read.outside();
    }

    /** {@return where the resources stand that are declared, but not made: a condition says so, or is not known} */
    public List<Origin> leftOut() {
        return read.leftOut();
    }

    /** {@return the values that the files leave open, in the order of the files} */
    public List<Unknown> unknowns() {
        return read.unknowns();
    }

    /** {@return how many there are of each type that was seen and not read, such as {@code AWS::EFS::MountTarget}} */
    public SortedMap<String, Integer> notRead() {
        return unread.counts();
    }

    /** {@return the files that could not be read, where {@link PlanReader#tryRead} went on without them} */
    public List<UnreadableException> unreadable() {
        return unread.unreadable();
    }

    /**
     * Finds where a resource was read.
     *
     * @param id the id of the resource
     * @return its origin, or empty if it was not read
     */
    public Optional<Origin> originOf(ResourceId id) {
        return read.origins().of(requireNonNull(id, "id"));
    }

    /**
     * Checks the plan, and what only the files show. Addresses that EC2 is going to choose are counted in.
     *
     * <p>A violation between something that exists and something that a file adds is about the latter.
     *
     * <p>Where it is not known which of several resources is meant, all of them are tried, up to a bound that is said when it
     * is met: what is wrong with each of them is wrong.
     *
     * <p>An existing instance may be of a type whose limits the rules do not know. That is an unknown, not a violation.
     *
     * <p>Templates are checked in every way in which their conditions can turn out, up to a bound that is said when it is
     * met. What is wrong in some of them says so: {@code where Prod is false}.
     *
     * <p>At most {@link ReadLimits#findings} are listed, errors before warnings, and no more than 300 characters for each
     * on the average. Where there are more, a finding of the rule {@code read.more} says how many.
     *
     * @param rules the rules
     * @return what is wrong, each with its origin; nothing that depends on what is outside or unknown
     */
    public Findings check(RuleSet rules) {
        requireNonNull(rules, "rules");
        List<Violation> certain = certain(read.plan(), read.openFacts(), rules);
        Alternatives.Tried tried = tried(certain, rules);
        return Findings.of(
                branches.merge(found(certain, tried, rules), rules),
                ImmutableList.<Unknown>builder()
                        .addAll(read.unknowns())
                        .addAll(tried.unknowns())
                        .addAll(typesNotKnown(certain))
                        .build(),
                read.outside(),
                rules,
                read.mostFindings(),
                unread);
    }

    /** Returns what is wrong in the usual world, in no order. */
    List<Finding> found(RuleSet rules) {
        List<Violation> certain = certain(read.plan(), read.openFacts(), rules);
        return found(certain, tried(certain, rules), rules);
    }

    private Alternatives.Tried tried(List<Violation> certain, RuleSet rules) {
        return alternatives.check(
                read.plan(), read.openFacts(), certain, (variant, open) -> certain(variant, open, rules));
    }

    private List<Finding> found(List<Violation> certain, Alternatives.Tried tried, RuleSet rules) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Optional<Origin>> shown = new HashMap<>();
        Captures captures = new Captures(read.plan(), id -> !read.added().contains(id), this::originOf);
        Stream.concat(certain.stream(), tried.violations().stream())
                .filter(violation -> !isOfExistingType(violation))
                .flatMap(violation -> captures.atOneTime(violation, rules))
                .map(violation -> placed(violation, shown))
                .forEach(findings::add);
        for (Notes.Note note : read.notes()) {
            if (ReadRules.find(note.violation().rule()).filter(rules::includes).isPresent()) {
                findings.add(new Finding(note.violation(), Optional.of(note.origin())));
            }
        }
        samples.forEach(sample -> sample.found(rules).stream()
                .filter(finding -> finding.violation().severity() == Severity.ERROR)
                .filter(finding -> finding.origin().isPresent())
                .forEach(findings::add));
        return findings;
    }

    /** Places a finding; what has no origin is shown where its rule is, which is looked for once. */
    private Finding placed(Violation violation, Map<String, Optional<Origin>> shown) {
        Optional<Origin> origin = placeOf(violation);
        return new Finding(violation, origin)
                .shownAt(origin.or(() -> shown.computeIfAbsent(violation.rule(), read.origins()::showing)));
    }

    /** Returns where the subject stands; of a subnet that exists and runs full, what is added to it. */
    private Optional<Origin> placeOf(Violation violation) {
        boolean runsFull = isAboutRoom(violation) && !read.added().contains(violation.subject());
        Optional<Origin> ofAdded = runsFull && violation.subject() instanceof SubnetId subnet
                ? placeOfWhatFills(subnet, violation.message())
                : Optional.empty();
        return ofAdded.or(() -> read.origins().of(violation));
    }

    /** Returns where a group stands that a message names, else an interface that is added, else any group. */
    private Optional<Origin> placeOfWhatFills(SubnetId subnet, String message) {
        List<Demanded> groups = read.demands().stream()
                .filter(each -> each.subnets().contains(subnet))
                .sorted(Comparator.comparing(each -> each.resource().presence()))
                .toList();
        String names = ", " + message;
        Optional<Origin> named = groups.stream()
                .filter(each -> Stream.of(": ", ", ")
                        .anyMatch(end -> names.contains(", " + each.resource().name() + end)))
                .findFirst()
                .map(each -> each.resource().origin());
        return named.or(() -> read.plan().enisAwaitingAddressesIn(subnet).stream()
                        .map(Eni::id)
                        .filter(read.added()::contains)
                        .findFirst()
                        .flatMap(this::originOf))
                .or(() -> groups.stream()
                        .filter(each -> each.subnets().size() == 1)
                        .findFirst()
                        .map(each -> each.resource().origin()));
    }

    /** Lists what is wrong for certain, while some facts are open. */
    private List<Violation> certain(NetworkPlan variant, OpenFacts open, RuleSet rules) {
        return rules.check(variant, read.added()).violations().stream()
                .filter(violation -> rules.find(violation.rule())
                        .filter(rule -> open.concern(rule.needs(), violation.subject(), variant))
                        .isEmpty())
                .filter(violation -> read.isOneAccount() || !violation.rule().equals(QUOTAS_TOGETHER))
                .filter(violation -> !isOfEnabledInterfaces(violation))
                .filter(violation -> !isAboutRoom(violation) || !mayHaveMoreRoom(violation.subject()))
                .toList();
    }

    /** Returns whether a violation only says that the limits of an existing instance's type are not known. */
    private boolean isOfExistingType(Violation violation) {
        return violation.rule().equals(TYPE_KNOWN)
                && violation.subject() instanceof InstanceId id
                && !read.added().contains(id);
    }

    private List<Unknown> typesNotKnown(List<Violation> certain) {
        return certain.stream()
                .filter(this::isOfExistingType)
                .flatMap(violation ->
                        originOf(violation.subject()).stream().map(origin -> new Unknown(violation.message(), origin)))
                .toList();
    }

    /** Returns whether a violation is about a setting that an instance has: all of its interfaces are there. */
    private boolean isOfEnabledInterfaces(Violation violation) {
        return violation.rule().equals(FLEXIBLE)
                && violation.subject() instanceof InstanceId id
                && !read.added().contains(id)
                && read.plan().enisOf(id).stream().map(Eni::id).noneMatch(read.added()::contains);
    }

    private static boolean isAboutRoom(Violation violation) {
        return violation.rule().equals(ReadRules.SUBNET_ROOM.id());
    }

    /** Returns whether addresses are given up in a subnet, or in those that are looked at together with it. */
    private boolean mayHaveMoreRoom(ResourceId subnet) {
        return read.openRooms().stream().anyMatch(each -> each.equals(subnet))
                || read.demands().stream()
                        .filter(each -> each.subnets().stream().anyMatch(other -> other.equals(subnet)))
                        .anyMatch(each -> each.subnets().stream().anyMatch(read.openRooms()::contains));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Reading that
                && read.equals(that.read)
                && branches.equals(that.branches)
                && unread.equals(that.unread);
    }

    @Override
    public int hashCode() {
        return Objects.hash(read, branches);
    }

    /** {@return what was read, in a line} */
    @Override
    public String toString() {
        return read.plan() + ", " + read.outside().size() + " ids outside, "
                + read.unknowns().size() + " unknown";
    }
}
