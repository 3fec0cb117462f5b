package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.enikit.internal.RuleSetAccess;
import io.enikit.internal.VisibleText;
import io.enikit.model.NetworkPlan;
import io.enikit.model.ResourceId;
import io.enikit.rules.Fault;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.RuleSet;
import io.enikit.rules.Violation;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Applies operations to plans as EC2 would: it accepts what EC2 accepts and refuses what EC2 refuses, with its codes.
 *
 * <p>An operation is refused if one of its preconditions does not hold, or if the plan it leads to breaks a rule that
 * the plan before did not break: never for a fault that was there before. Warnings refuse nothing. Where several things
 * are wrong, preconditions come before rules, earlier {@link io.enikit.rules.Phase phases} before later ones, and then
 * the smaller rule id.
 */
public final class Ec2 {
    private final RuleSet rules;
    private final boolean settles;
    private final @Nullable Long addressSeed;
    private final Caller caller;

    private Ec2(RuleSet rules, boolean settles, @Nullable Long addressSeed, Caller caller) {
        this.rules = rules;
        this.settles = settles;
        this.addressSeed = addressSeed;
        this.caller = caller;
    }

    /**
     * Returns an EC2 that enforces these rules, settles at once and picks the lowest free addresses.
     *
     * @param rules the rules; preconditions hold as well, unless the set leaves them out
     * @return the EC2
     * @throws IllegalArgumentException if the set leaves out an id that is neither that of a rule nor of a precondition
     */
    public static Ec2 enforcing(RuleSet rules) {
        return new Ec2(requireNonNull(rules, "rules").requireKnownIds(), true, null, Caller.UNKNOWN);
    }

    /**
     * Returns an EC2 whose changes take time, as those of real accounts do.
     *
     * <p>Attachments stay {@code attaching} or {@code detaching}, instances {@code pending}, {@code stopping} or {@code
     * shutting-down}, until {@link #settle} ends it; no clock does. What EC2 refuses meanwhile is refused. After {@code
     * settle}, a plan is what an EC2 that settles at once would have made of it.
     *
     * @return the EC2
     */
    public Ec2 withoutSettling() {
        return new Ec2(rules, false, addressSeed, caller);
    }

    /**
     * Returns an EC2 that picks addresses by a seed instead of the lowest free ones.
     *
     * <p>EC2 picks at random. Run a test with a few seeds to show that the code under test does not rely on the lowest.
     *
     * @param seed any number; the same seed picks the same addresses in the same plan
     * @return the EC2
     */
    public Ec2 withAddressSeed(long seed) {
        return new Ec2(rules, settles, seed, caller);
    }

    /**
     * Returns an EC2 that is called by an account, which owns what operations create.
     *
     * <p>Where no account is given, what is created belongs to the owner of the subnet or VPC that it is created in. A
     * subnet and a default group always belong to the owner of their VPC, if it is known. Whether accounts may do what
     * they do in a shared VPC is not checked.
     *
     * @param ownerId the id of the account, such as {@code 111122223333}
     * @return the EC2
     */
    public Ec2 withOwnerId(String ownerId) {
        return new Ec2(
                rules,
                settles,
                addressSeed,
                new Caller(Optional.of(requireNonNull(ownerId, "ownerId")), caller.region()));
    }

    /**
     * Returns an EC2 of a Region: the VPCs and Elastic IPs that operations create state it.
     *
     * @param region such as {@code eu-west-1}
     * @return the EC2
     */
    public Ec2 withRegion(String region) {
        return new Ec2(
                rules,
                settles,
                addressSeed,
                new Caller(caller.account(), Optional.of(requireNonNull(region, "region"))));
    }

    /**
     * Ends everything that is under way in a plan.
     *
     * @param plan the plan, which stays as it is
     * @return the plan in which nothing is attaching, detaching, pending, stopping or shutting down, and what changed
     */
    public static ApplyResult.Accepted settle(NetworkPlan plan) {
        return Settling.settle(requireNonNull(plan, "plan"), id -> true);
    }

    /**
     * Ends what is under way for some instances and interfaces, and leaves the rest.
     *
     * <p>An instance takes its interfaces along.
     *
     * @param plan the plan, which stays as it is
     * @param ids the ids of instances and interfaces; nothing happens for others
     * @return the plan and what changed
     */
    public static ApplyResult.Accepted settle(NetworkPlan plan, Collection<? extends ResourceId> ids) {
        Set<ResourceId> chosen = ImmutableSet.copyOf(requireNonNull(ids, "ids"));
        return Settling.settle(requireNonNull(plan, "plan"), chosen::contains);
    }

    /** {@return the metadata of all preconditions of operations, sorted by id} */
    public static List<RuleInfo> preconditions() {
        return PreconditionTable.all().stream()
                .map(Precondition::info)
                .sorted(Comparator.comparing(RuleInfo::id))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Applies operations to a plan, one after the other, all or none.
     *
     * @param plan the plan, which stays as it is
     * @param operations the operations
     * @return the changed plan and what was done, or which operation was refused and why
     */
    public ApplyResult apply(NetworkPlan plan, Operation... operations) {
        return apply(requireNonNull(plan, "plan"), List.of(requireNonNull(operations, "operations")));
    }

    /**
     * Applies operations to a plan, one after the other, all or none.
     *
     * @param plan the plan, which stays as it is
     * @param operations the operations
     * @return the changed plan and what was done, or which operation was refused and why
     */
    public ApplyResult apply(NetworkPlan plan, List<? extends Operation> operations) {
        NetworkPlan current = requireNonNull(plan, "plan");
        requireNonNull(operations, "operations");
        ImmutableList.Builder<Outcome> outcomes = ImmutableList.builder();
        for (int index = 0; index < operations.size(); index++) {
            ApplyResult result = apply(index, operations.get(index), current);
            if (!(result instanceof ApplyResult.Accepted accepted)) {
                return result;
            }
            current = accepted.plan();
            outcomes.addAll(accepted.outcomes());
        }
        return new ApplyResult.Accepted(current, outcomes.build());
    }

    /** Applies one operation to the plan that those before it left. */
    private ApplyResult apply(int index, Operation operation, NetworkPlan plan) {
        Call call = operation.call(plan).withAddressSeed(addressSeed);
        Optional<ApplyResult> refused = brokenPrecondition(index, call, plan);
        if (refused.isPresent()) {
            return refused.get();
        }
        Operation resolved = operation.resolved(plan);
        if (!resolved.equals(operation)) {
            return apply(index, resolved, plan);
        }
        Editor editor = new Editor(index, call, plan, settles, caller);
        operation.apply(editor);
        List<Violation> errors =
                RuleSetAccess.get().errorsIntroduced(rules, plan, editor.plan(), editor.changed(), operation.action());
        return errors.isEmpty()
                ? new ApplyResult.Accepted(editor.plan(), editor.outcomes())
                : new ApplyResult.Refused(index, errors.get(0));
    }

    private Optional<ApplyResult> brokenPrecondition(int index, Call call, NetworkPlan plan) {
        for (Precondition precondition : PreconditionTable.of(call)) {
            if (precondition.isEssential() || (precondition.refuses() && rules.includes(precondition.info()))) {
                Optional<Fault> fault = precondition.refusal(call, plan);
                if (fault.isPresent()) {
                    String action = call.operation().action();
                    RuleInfo info = precondition.info();
                    return Optional.of(new ApplyResult.Refused(
                            index,
                            info.ec2Code(action),
                            fault.get().message(),
                            info.ec2Message(action, call.values(fault.get())),
                            info.id()));
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ec2 that
                && rules.equals(that.rules)
                && settles == that.settles
                && Objects.equals(addressSeed, that.addressSeed)
                && caller.equals(that.caller);
    }

    @Override
    public int hashCode() {
        return Objects.hash(rules, settles, addressSeed, caller);
    }

    /** {@return the rules that it enforces, and what else was asked of it} */
    @Override
    public String toString() {
        return VisibleText.of("EC2 enforcing " + rules + (settles ? "" : ", without settling")
                + (addressSeed == null ? "" : ", addresses by seed " + addressSeed)
                + caller.account().map(", called by "::concat).orElse("")
                + caller.region().map(", in "::concat).orElse(""));
    }
}
