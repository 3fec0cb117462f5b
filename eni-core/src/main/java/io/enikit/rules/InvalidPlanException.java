package io.enikit.rules;

import io.enikit.model.RefusedException;

/** Thrown where a plan was expected that EC2 would accept. */
public final class InvalidPlanException extends RefusedException {
    private static final long serialVersionUID = 1L;

    /** Everything that is wrong with the plan. */
    private final Report report;

    InvalidPlanException(Report report) {
        super(
                "EC2 would refuse this plan:\n" + report,
                report.errors().stream().map(Violation::toString).toList());
        this.report = report;
    }

    /** {@return everything that is wrong with the plan} */
    public Report report() {
        return report;
    }
}
