package io.enikit.insight;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.internal.VisibleText;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanDiff;
import io.enikit.operations.Ec2;
import io.enikit.operations.Operation;
import io.enikit.rules.Ec2Rules;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The operations that lead from one plan to another, as far as operations can. Immutable.
 *
 * <pre>{@code
 * Transition transition = Transition.between(before, after);
 * transition.operations().size();    // 2: the interface is detached, and attached to the other instance
 * transition.remaining().isEmpty();  // true: that is all there is to do
 * AwsCommands.of(transition.operations());
 * }</pre>
 *
 * <p>What is in the way goes first, then comes what is new, then what changes. Each operation is accepted after those before
 * it. No operation changes the block or the zone of a subnet, the type of an instance, an owner, a Region or a quota, and none
 * makes an interface of a service: that remains, and is listed. An instance that is terminated counts as gone, and what EC2
 * chooses counts as equal: ids of attachments and of rules, MAC addresses and public addresses of what is new. A new
 * group without a description, which EC2 does not allow, is described by its name; that counts as equal too.
 *
 * <p>The order is one that EC2 accepts, not one without an interruption: an address that moves is nowhere for a moment.
 */
public final class Transition {
    private static final Ec2 EC2 = Ec2.enforcing(Ec2Rules.standard());

    private final ImmutableList<Operation> operations;
    private final NetworkPlan reached;
    private final PlanDiff remaining;

    Transition(List<Operation> operations, NetworkPlan reached, PlanDiff remaining) {
        this.operations = ImmutableList.copyOf(operations);
        this.reached = reached;
        this.remaining = remaining;
    }

    /**
     * Finds operations that lead from one plan to another.
     *
     * @param before the plan to begin with
     * @param after the plan to reach
     * @return the operations, and what they do not reach
     */
    public static Transition between(NetworkPlan before, NetworkPlan after) {
        return between(before, after, EC2);
    }

    /**
     * Finds operations that lead from one plan to another under other rules.
     *
     * @param before the plan to begin with
     * @param after the plan to reach
     * @param ec2 the EC2 that has to accept the operations
     * @return the operations, and what they do not reach
     */
    public static Transition between(NetworkPlan before, NetworkPlan after, Ec2 ec2) {
        return new TransitionSearch(
                        requireNonNull(before, "before"), requireNonNull(after, "after"), requireNonNull(ec2, "ec2"))
                .find();
    }

    /** {@return the operations, in an order in which they are accepted} */
    public List<Operation> operations() {
        return operations;
    }

    /** {@return the plan that the operations lead to} */
    public NetworkPlan reached() {
        return reached;
    }

    /** {@return what is different still between the plan that is reached and the one to reach} */
    public PlanDiff remaining() {
        return remaining;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Transition that
                && operations.equals(that.operations)
                && reached.equals(that.reached)
                && remaining.equals(that.remaining);
    }

    @Override
    public int hashCode() {
        return Objects.hash(operations, reached, remaining);
    }

    /** {@return the operations, and what remains} */
    @Override
    public String toString() {
        return VisibleText.of("Transition[operations=" + operations + ", remaining=" + remaining + "]");
    }
}
