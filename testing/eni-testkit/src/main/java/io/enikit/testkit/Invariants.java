package io.enikit.testkit;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.ipam.AllocationResult;
import io.enikit.ipam.CidrLayout;
import io.enikit.ipam.CidrPool;
import io.enikit.limits.InstanceTypes;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.operations.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * What always holds, written down once more without the rules: for plans, for steps from one plan to the next, for
 * pools and for layouts.
 *
 * <p>Rules say what EC2 would refuse; invariants say what can't be. They share no code, so that a fault of one shows in
 * the other.
 *
 * <p>Of a plan: (a) no address belongs to two interfaces of a subnet; (b) every address is in its subnet and none of the
 * five that EC2 keeps; (c) an interface has one primary private IPv4, unless it has none by its kind; (d) it is attaching,
 * in use or detaching exactly if it has an attachment, and a branch has none; (e) each place of an instance holds one
 * interface, each mark of a trunk one branch in its zone, and the first place is taken while the instance lives; (f) the
 * addresses used and free and the five make up the subnet, counted one by one, and EC2 picks none of those reserved; (g)
 * an attached interface has no more addresses and branches than the instance type allows; (i) an Elastic IP stands for
 * one private address, and back. Beyond the catalog: (k) a plan is what its text says, and look-ups find what the listings
 * hold. Of a step: (h) MAC, subnet and primary private IPv4 stay; (j) a refused call changes nothing.
 */
public final class Invariants {
    private Invariants() {}

    /**
     * Lists what does not hold in a plan, by the bundled instance types.
     *
     * @param plan the plan
     * @return a line for each fault, starting with the letter of the invariant; none if all is well
     */
    public static List<String> brokenIn(NetworkPlan plan) {
        requireNonNull(plan, "plan");
        return brokenIn(plan, InstanceTypes.bundled());
    }

    /**
     * Lists what does not hold in a plan.
     *
     * @param plan the plan
     * @param types the instance types; those it does not hold allow everything
     * @return a line for each fault, starting with the letter of the invariant; none if all is well
     */
    public static List<String> brokenIn(NetworkPlan plan, InstanceTypes types) {
        requireNonNull(plan, "plan");
        List<String> broken = new ArrayList<>();
        new AddressInvariants(plan, broken::add).check();
        new InterfaceInvariants(plan, requireNonNull(types, "types"), broken::add).check();
        new TrunkInvariants(plan, types, broken::add).check();
        new LookUpInvariants(plan, broken::add).check();
        return ImmutableList.copyOf(broken);
    }

    /**
     * Lists what does not hold in a pool.
     *
     * <p>Grants are apart and inside of the pool's blocks; what is free is all that is neither granted nor reserved, in
     * blocks as large as can be; counts are what counting gives; owners hold what is listed; the text gives an equal pool;
     * and so do the same grants without the history.
     *
     * @param pool the pool
     * @return a line for each fault; none if all is well
     */
    public static List<String> brokenIn(CidrPool pool) {
        requireNonNull(pool, "pool");
        return PoolInvariants.of(pool);
    }

    /**
     * Lists what does not hold in a layout.
     *
     * <p>Blocks of names are apart and inside of the layout's blocks, and so is head-room, where only its group is;
     * planning the same once more changes nothing; the text gives an equal layout.
     *
     * @param layout the layout
     * @return a line for each fault; none if all is well
     */
    public static List<String> brokenIn(CidrLayout layout) {
        requireNonNull(layout, "layout");
        return BlockInvariants.of(layout);
    }

    /**
     * Lists what changed between two plans although it never may, (h), and what look-ups have not forgotten, (k).
     *
     * @param before the plan before a call
     * @param after the plan after it
     * @return a line for each fault; none if all is well
     */
    public static List<String> brokenBetween(NetworkPlan before, NetworkPlan after) {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        List<String> broken = new ArrayList<>();
        before.enis()
                .forEach(eni ->
                        after.eni(eni.id()).ifPresent(later -> InterfaceInvariants.checkKept(eni, later, broken::add)));
        new LookUpInvariants(before, after, after, broken::add).checkLookUps();
        return ImmutableList.copyOf(broken);
    }

    /**
     * Lists what EC2 picked for an operation although a reservation keeps it: (f).
     *
     * @param before the plan before a call
     * @param operation the call
     * @param after the plan after it
     * @return a line for each fault; none if all is well
     */
    public static List<String> brokenByPick(NetworkPlan before, Operation operation, NetworkPlan after) {
        requireNonNull(before, "before");
        requireNonNull(operation, "operation");
        requireNonNull(after, "after");
        List<String> broken = new ArrayList<>();
        new PickInvariants(before, operation, broken::add).check(after);
        return ImmutableList.copyOf(broken);
    }

    /**
     * Lists what is wrong between two pools, however many calls lie in between.
     *
     * <p>The sequence never falls, what is held stays as it was granted, and new grants have new numbers.
     *
     * @param before the pool before
     * @param after a pool that came of it
     * @return a line for each fault; none if all is well
     */
    public static List<String> brokenBetween(CidrPool before, CidrPool after) {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        return PoolInvariants.between(before, after);
    }

    /**
     * Lists what is wrong with a pool's answer to a request.
     *
     * <p>What is granted was free, is all that changed, and a release takes it back; what is refused has no room.
     *
     * @param before the pool that was asked
     * @param result what it answered
     * @return a line for each fault; none if all is well
     */
    public static List<String> brokenByGrant(CidrPool before, AllocationResult result) {
        requireNonNull(before, "before");
        requireNonNull(result, "result");
        return PoolInvariants.byGrant(before, result);
    }

    /**
     * Lists what moved from one layout to the next: names of both, with blocks of the same length, stay where they are.
     *
     * @param before the layout before
     * @param after the layout planned from it
     * @return a line for each fault; none if all is well
     */
    public static List<String> brokenBetween(CidrLayout before, CidrLayout after) {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        return BlockInvariants.between(before, after);
    }

    /**
     * Lists what a refused call changed: (j).
     *
     * @param before the plan before the call, or a copy of it
     * @param after the plan after it
     * @return a line that names the first difference; none if all is well
     */
    public static List<String> brokenByRefusal(NetworkPlan before, NetworkPlan after) {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        String then = PlanText.write(before);
        String now = PlanText.write(after);
        return then.equals(now) ? List.of() : List.of("(j) a refused call changed the plan:\n" + then + "to\n" + now);
    }

    /**
     * Checks that everything holds in a plan.
     *
     * @param plan the plan
     * @throws AssertionError if something does not, with all of it, the picture and the text of the plan
     */
    public static void check(NetworkPlan plan) {
        requireNonNull(plan, "plan");
        List<String> broken = brokenIn(plan);
        if (!broken.isEmpty()) {
            throw new AssertionError(Pictures.of(broken, plan));
        }
    }

    /**
     * Checks that everything holds in a pool.
     *
     * @param pool the pool
     * @throws AssertionError if something does not, with all of it
     */
    public static void check(CidrPool pool) {
        requireNonNull(pool, "pool");
        check(brokenIn(pool), pool.write());
    }

    /**
     * Checks that everything holds in a layout.
     *
     * @param layout the layout
     * @throws AssertionError if something does not, with all of it
     */
    public static void check(CidrLayout layout) {
        requireNonNull(layout, "layout");
        check(brokenIn(layout), layout.write());
    }

    private static void check(List<String> broken, String text) {
        if (!broken.isEmpty()) {
            throw new AssertionError(String.join("\n", broken) + "\n\n" + text);
        }
    }
}
