package io.enikit.operations;

/** Thrown where operations were expected to take effect that EC2 would refuse. */
public final class OperationRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ApplyResult.Refused refused;

    OperationRefusedException(ApplyResult.Refused refused) {
        super("operation " + refused.operationIndex() + " " + refused);
        this.refused = refused;
    }

    /** {@return which operation was refused, and why} */
    public ApplyResult.Refused refused() {
        return refused;
    }
}
