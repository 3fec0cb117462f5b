package io.enikit.rules;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import io.enikit.model.ElasticIp;
import io.enikit.model.Eni;
import io.enikit.model.Instance;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Resource;
import io.enikit.model.ResourceKind;
import io.enikit.model.SecurityGroup;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule about the state of a plan: it looks at one subject at a time and reports what is wrong with it.
 *
 * <p>The same rule serves {@link RuleSet#check}, where it sees every subject of its type, and operations, where it sees
 * those that a change may have touched. So a rule may look at its subject and at what is around it, that is at
 * whatever shares an instance, a subnet, a VPC, an address or a MAC with it, but not at the whole plan.
 *
 * @param <S> the type of its subjects: a {@link Resource}, or {@link NetworkPlan} for the plan as a whole
 */
public abstract class Rule<S> {
    private static final Map<Class<?>, ResourceKind> KINDS = Map.of(
            NetworkPlan.class, ResourceKind.PLAN,
            Vpc.class, ResourceKind.VPC,
            Subnet.class, ResourceKind.SUBNET,
            SecurityGroup.class, ResourceKind.SECURITY_GROUP,
            Instance.class, ResourceKind.INSTANCE,
            Eni.class, ResourceKind.ENI,
            ElasticIp.class, ResourceKind.ELASTIC_IP);

    private final RuleInfo info;
    private final List<ResourceKind> kinds;

    /**
     * Makes a rule.
     *
     * @param info what is known about it
     * @param subjectType the type of its subjects
     * @throws IllegalArgumentException if the type is neither a kind of resource nor {@link NetworkPlan}
     */
    protected Rule(RuleInfo info, Class<S> subjectType) {
        this.info = requireNonNull(info, "info");
        @Nullable ResourceKind kind = KINDS.get(requireNonNull(subjectType, "subjectType"));
        checkArgument(
                kind != null,
                "rule %s has subjects of %s: expected a kind of resource, or NetworkPlan",
                info.id(),
                subjectType);
        this.kinds = List.of(kind);
    }

    /** Makes a rule about resources of several kinds; its subjects are of a type that they all have. */
    Rule(RuleInfo info, List<ResourceKind> kinds) {
        this.info = info;
        this.kinds = kinds;
    }

    /**
     * Makes a rule from a function.
     *
     * @param info what is known about it
     * @param subjectType the type of its subjects
     * @param check reports what is wrong
     * @param <S> the type of its subjects
     * @return the rule
     */
    public static <S> Rule<S> of(RuleInfo info, Class<S> subjectType, Check<? super S> check) {
        requireNonNull(check, "check");
        return new Rule<>(info, subjectType) {
            @Override
            protected void check(S subject, NetworkPlan plan, Faults faults) {
                check.check(subject, plan, faults);
            }
        };
    }

    /** {@return what is known about the rule} */
    public final RuleInfo info() {
        return info;
    }

    /** Returns the kinds of what it looks at. */
    final List<ResourceKind> kinds() {
        return kinds;
    }

    /**
     * Reports what is wrong with a subject, if anything is.
     *
     * @param subject the subject
     * @param plan the plan it is in
     * @param faults takes what is wrong
     */
    protected abstract void check(S subject, NetworkPlan plan, Faults faults);

    /**
     * The body of a rule.
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
