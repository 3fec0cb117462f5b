package io.enikit.operations;

import io.enikit.model.RefusedException;
import java.util.List;

/** Thrown where operations were expected to take effect that EC2 would refuse. */
public final class OperationRefusedException extends RefusedException {
    private static final long serialVersionUID = 1L;

    /** The refusal. */
    private final ApplyResult.Refused refused;

    OperationRefusedException(ApplyResult.Refused refused) {
        super("operation " + refused.operationIndex() + " " + refused, List.of(refused.toString()));
        this.refused = refused;
    }

    /** {@return which operation was refused, and why} */
    public ApplyResult.Refused refused() {
        return refused;
    }
}
