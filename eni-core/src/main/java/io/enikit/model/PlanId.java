package io.enikit.model;

/** The plan as a whole, where it is the subject of a violation. */
public final class PlanId extends ResourceId {
    private static final long serialVersionUID = 1L;

    private static final PlanId PLAN = new PlanId();

    private PlanId() {
        super("plan");
    }

    @Override
    public ResourceKind kind() {
        return ResourceKind.PLAN;
    }

    /** {@return the one id of this kind} */
    public static PlanId of() {
        return PLAN;
    }
}
