package io.enikit.ipam;

import io.enikit.internal.VisibleText;
import io.enikit.model.RefusedException;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown if a plan was expected, but requests cannot be placed. */
public final class PlanningRefusedException extends RefusedException {
    private static final long serialVersionUID = 1L;

    PlanningRefusedException(List<String> reasons) {
        super(
                "no plan, these requests find no place:\n"
                        + reasons.stream().map(VisibleText::brief).collect(Collectors.joining("\n")),
                reasons);
    }
}
