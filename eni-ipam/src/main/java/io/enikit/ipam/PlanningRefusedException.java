package io.enikit.ipam;

/** Thrown if a plan was expected, but requests cannot be placed. */
public final class PlanningRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient PlanningResult.Refused refused;

    PlanningRefusedException(PlanningResult.Refused refused) {
        super("no plan, these requests find no place:\n" + String.join("\n", refused.reasons()));
        this.refused = refused;
    }

    /** {@return the requests that cannot be placed} */
    public PlanningResult.Refused refused() {
        return refused;
    }
}
