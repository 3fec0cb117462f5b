package io.enikit.ipam;

/** Thrown where a plan was expected, but requests found no place. */
public final class PlanningRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient PlanningResult.Refused refused;

    PlanningRefusedException(PlanningResult.Refused refused) {
        super("no plan, these requests find no place:\n" + String.join("\n", refused.reasons()));
        this.refused = refused;
    }

    /** {@return the requests that found no place} */
    public PlanningResult.Refused refused() {
        return refused;
    }
}
