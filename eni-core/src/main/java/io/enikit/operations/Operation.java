package io.enikit.operations;

import io.enikit.model.NetworkPlan;

/**
 * One call of the EC2 API, as a value: what to do, with nothing done yet.
 *
 * <p>{@link Ec2} applies operations to plans.
 */
public abstract class Operation {
    Operation() {}

    /** {@return the action of the EC2 API, such as {@code AttachNetworkInterface}} */
    public abstract String action();

    /** Says what the call is about, in a plan. */
    abstract Call call(NetworkPlan plan);

    /** Returns the operation that this one comes down to in a plan, given that its own preconditions hold. */
    Operation resolved(NetworkPlan plan) {
        return this;
    }

    /** Changes the plan, given that all preconditions hold. */
    abstract void apply(Editor editor);
}
