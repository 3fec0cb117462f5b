package io.enikit.insight;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.model.NetworkPlan;
import io.enikit.model.ResourceId;
import io.enikit.model.VpcId;
import io.enikit.operations.Ec2;
import io.enikit.operations.Operation;
import io.enikit.rules.Ec2Rules;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the way of deleting something, in the order in which it can go. Immutable.
 *
 * <pre>{@code
 * Deletion deletion = Deletion.of(plan, SubnetId.of("web"));
 * deletion.steps().get(0).subject();         // app-1: the instance of an interface in the subnet
 * deletion.isFree();                         // true: nobody else has to let go of anything
 * deletion.after().subnet("web");            // Optional.empty
 * }</pre>
 *
 * <p>The calls of the steps, applied to the plan in this order, are accepted, once the owners of what {@link #isFree} speaks
 * of have let go. What has to be lost is lost: instances are terminated, interfaces deleted. Interfaces in a group that is
 * deleted stay, and are moved to their other groups or to the default group.
 */
public final class Deletion {
    private static final Ec2 EC2 = Ec2.enforcing(Ec2Rules.standard());

    private final ResourceId subject;
    private final ImmutableList<DeletionStep> steps;
    private final NetworkPlan after;

    Deletion(ResourceId subject, List<DeletionStep> steps, NetworkPlan after) {
        this.subject = subject;
        this.steps = ImmutableList.copyOf(steps);
        this.after = after;
    }

    /**
     * Returns what it takes to delete a resource.
     *
     * @param plan the plan
     * @param id a VPC, a subnet, a security group, an interface, an instance or an Elastic IP
     * @return the steps; none if the plan has no such resource
     */
    public static Deletion of(NetworkPlan plan, ResourceId id) {
        return of(plan, id, EC2);
    }

    /**
     * Returns what it takes to delete a resource under other rules.
     *
     * @param plan the plan
     * @param id a VPC, a subnet, a security group, an interface, an instance or an Elastic IP
     * @param ec2 the EC2 that has to accept the calls
     * @return the steps; none if the plan has no such resource
     */
    public static Deletion of(NetworkPlan plan, ResourceId id, Ec2 ec2) {
        requireNonNull(id, "id");
        DeletionPlanner planner = new DeletionPlanner(requireNonNull(plan, "plan"), requireNonNull(ec2, "ec2"));
        planner.delete(id);
        return planner.result(id);
    }

    /**
     * Returns what it takes to take the internet gateway from a VPC.
     *
     * @param plan the plan
     * @param vpc the VPC
     * @return the steps; none if it has no gateway
     */
    public static Deletion ofInternetGateway(NetworkPlan plan, VpcId vpc) {
        requireNonNull(vpc, "vpc");
        DeletionPlanner planner = new DeletionPlanner(requireNonNull(plan, "plan"), EC2);
        planner.detachGateway(vpc);
        return planner.result(vpc);
    }

    /** {@return what is to be deleted} */
    public ResourceId subject() {
        return subject;
    }

    /** {@return everything that has to go, in order, the deletion itself last} */
    public List<DeletionStep> steps() {
        return steps;
    }

    /** {@return the calls of the steps, in order} */
    public List<Operation> operations() {
        return steps.stream().flatMap(step -> step.operation().stream()).toList();
    }

    /** {@return whether calls of EC2 are enough, and nobody else has to let go of anything} */
    public boolean isFree() {
        return steps.stream().allMatch(step -> step.operation().isPresent());
    }

    /** {@return the plan afterwards, with what only its owner can delete gone as well} */
    public NetworkPlan after() {
        return after;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Deletion deletion
                && subject.equals(deletion.subject)
                && steps.equals(deletion.steps)
                && after.equals(deletion.after);
    }

    @Override
    public int hashCode() {
        return Objects.hash(subject, steps, after);
    }

    /** {@return the steps, a line each} */
    @Override
    public String toString() {
        return steps.stream().map(DeletionStep::toString).collect(Collectors.joining("\n"));
    }
}
