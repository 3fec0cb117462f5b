package io.enikit.model;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** Thrown where the text of a plan cannot be read; it lists every fault, not just the first. */
public final class PlanTextException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    PlanTextException(List<String> faults) {
        super("this is not the text of a plan:\n" + String.join("\n", faults));
        this.faults = ImmutableList.copyOf(faults);
    }

    /** {@return what is wrong, one line each, with the number of the line in the text} */
    public List<String> faults() {
        return faults;
    }
}
