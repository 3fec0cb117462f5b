package io.enikit.ipam;

import io.enikit.model.RefusedException;
import java.util.List;

/** Thrown if a plan was expected, but requests cannot be placed. */
public final class PlanningRefusedException extends RefusedException {
    private static final long serialVersionUID = 1L;

    PlanningRefusedException(List<String> reasons) {
        super("no plan, these requests find no place:\n" + String.join("\n", reasons), reasons);
    }
}
