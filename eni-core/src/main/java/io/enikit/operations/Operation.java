package io.enikit.operations;

/**
 * One call of the EC2 API, as a value: what to do, with nothing done yet.
 *
 * <p>{@link Ec2} applies operations to plans.
 */
public abstract class Operation {
    Operation() {}

    /** {@return the action of the EC2 API, such as {@code AttachNetworkInterface}} */
    public abstract String action();

    /** Changes the plan, given that all preconditions hold. */
    abstract void apply(Editor editor);
}
