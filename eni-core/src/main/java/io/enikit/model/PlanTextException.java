package io.enikit.model;

import java.util.List;

/** Thrown if the text of a plan cannot be read; lists every fault, each with its line. */
public final class PlanTextException extends DamagedTextException {
    private static final long serialVersionUID = 1L;

    PlanTextException(List<String> faults) {
        super("this is not the text of a plan:\n" + String.join("\n", faults), faults);
    }
}
