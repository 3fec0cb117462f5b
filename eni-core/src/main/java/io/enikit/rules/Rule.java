package io.enikit.rules;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import io.enikit.model.ElasticIp;
import io.enikit.model.Eni;
import io.enikit.model.Instance;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanId;
import io.enikit.model.Resource;
import io.enikit.model.ResourceKind;
import io.enikit.model.SecurityGroup;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule about the state of a plan: it looks at one subject at a time and reports what is wrong with it. Immutable.
 *
 * <p>The same rule serves {@link RuleSet#check}, where it sees every subject of its type, and operations, where it sees
 * those that a change may have touched. So a rule may look at its subject and at what is around it, but not at the whole
 * plan:
 *
 * <ul>
 *   <li>of a VPC, at all that is in it;
 *   <li>of a subnet, at its VPC, all that is in the subnet, and subnets of the VPC with a block that overlaps its own;
 *   <li>of a security group, at its VPCs, groups of the VPC with the same name, and the interfaces in it;
 *   <li>of an instance, at its interfaces;
 *   <li>of an interface, at its subnet, VPC and instance, all interfaces of that instance, those of its subnet that hold
 *       one of its addresses, those with its MAC, its trunk, its branches, those with its key, and its Elastic IPs;
 *   <li>of an Elastic IP, at its interface and others of the same address.
 * </ul>
 *
 * <p>What has to do with all subnets or groups of a VPC is a rule about the VPC. Rules are compared by identity, as functions
 * are.
 *
 * @param <S> the type of its subjects: a {@link Resource}, or {@link NetworkPlan} for the plan as a whole
 */
public final class Rule<S> {
    private static final Map<Class<?>, ResourceKind> KINDS = Map.of(
            NetworkPlan.class, ResourceKind.PLAN,
            Vpc.class, ResourceKind.VPC,
            Subnet.class, ResourceKind.SUBNET,
            SecurityGroup.class, ResourceKind.SECURITY_GROUP,
            Instance.class, ResourceKind.INSTANCE,
            Eni.class, ResourceKind.ENI,
            ElasticIp.class, ResourceKind.ELASTIC_IP);
    private static final Set<ResourceKind> RESOURCES =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(ResourceKind.PLAN)));

    private final RuleInfo info;
    private final Set<ResourceKind> kinds;
    private final Set<ResourceKind> lookedAt;
    private final Check<? super S> check;

    private Rule(RuleInfo info, Set<ResourceKind> kinds, Set<ResourceKind> lookedAt, Check<? super S> check) {
        this.info = info;
        this.kinds = kinds;
        this.lookedAt = lookedAt;
        this.check = check;
    }

    /**
     * Returns a rule.
     *
     * @param info what the rulebook says about it
     * @param subjectType the type of its subjects: a kind of resource, {@link Resource} for all kinds, or {@link
     *     NetworkPlan} for the plan as a whole
     * @param check reports what is wrong with a subject
     * @param <S> the type of its subjects
     * @return the rule
     * @throws IllegalArgumentException if there are no subjects of that type
     */
    public static <S> Rule<S> of(RuleInfo info, Class<S> subjectType, Check<? super S> check) {
        requireNonNull(info, "info");
        requireNonNull(check, "check");
        if (requireNonNull(subjectType, "subjectType") == Resource.class) {
            return new Rule<>(info, RESOURCES, RESOURCES, check);
        }
        @Nullable ResourceKind kind = KINDS.get(subjectType);
        checkArgument(
                kind != null,
                "rule %s has subjects of %s: expected a kind of resource, Resource, or NetworkPlan",
                info.id(),
                subjectType);
        return new Rule<>(info, ImmutableSet.of(kind), RESOURCES, check);
    }

    /**
     * Returns this rule with the kinds of resources that it looks at beside its subject.
     *
     * <p>Without this it may look at all kinds. An operation has a subject that it did not change looked at again only if
     * it changed something of one of these kinds, so operations are faster the fewer there are. Tags do not count: a rule
     * that looks at tags beside those of its subject goes without this. If a kind is missing here, an operation that
     * breaks the rule may be accepted.
     *
     * @param kinds the kinds; none, if nothing but the subject and the quotas of the plan decides
     * @return the rule
     */
    public Rule<S> lookingAt(ResourceKind... kinds) {
        return new Rule<>(info, this.kinds, ImmutableSet.copyOf(requireNonNull(kinds, "kinds")), check);
    }

    /** {@return what the rulebook says about the rule} */
    public RuleInfo info() {
        return info;
    }

    /** Returns the kinds of what it looks at. */
    Set<ResourceKind> kinds() {
        return kinds;
    }

    /** Whether its verdict on a subject that stays as it is may depend on resources of some kinds, or on any tags. */
    boolean looksAtAny(Set<ResourceKind> changed) {
        return RESOURCES.equals(lookedAt) || !Collections.disjoint(lookedAt, changed);
    }

    Check<? super S> check() {
        return check;
    }

    /**
     * Looks at one subject, as if the rule were alone: nothing silences it.
     *
     * @param subject the subject
     * @param plan the plan it is in
     * @return what is wrong, sorted; empty if nothing is
     */
    public List<Violation> check(S subject, NetworkPlan plan) {
        requireNonNull(subject, "subject");
        requireNonNull(plan, "plan");
        Faults faults = new Faults(info);
        faults.lookAt(subject instanceof Resource resource ? resource.resourceId() : PlanId.of());
        check.check(subject, plan, faults);
        return faults.found().stream()
                .map(found -> found.toViolation(plan))
                .sorted()
                .toList();
    }

    /** {@return the id and what the rule requires} */
    @Override
    public String toString() {
        return info.toString();
    }

    /**
     * The function of a rule.
     *
     * @param <S> the type of its subjects
     */
    @FunctionalInterface
    public interface Check<S> {
        /**
         * Reports what is wrong with a subject, if anything is.
         *
         * @param subject the subject
         * @param plan the plan it is in
         * @param faults takes what is wrong
         */
        void check(S subject, NetworkPlan plan, Faults faults);
    }
}
