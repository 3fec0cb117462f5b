package io.enikit.ipam;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** Thrown if a text is not a pool or layout as written; names every fault. */
public final class DamagedTextException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** The faults, in the order of their lines. */
    private final ImmutableList<String> faults;

    DamagedTextException(String what, List<String> faults) {
        super(what + ": " + String.join("; ", faults));
        this.faults = ImmutableList.copyOf(faults);
    }

    /**
     * Returns everything that is wrong with the text.
     *
     * @return at least one fault, each beginning with its line, for example {@code line 3: 10.0.0.0/24 overlaps …}
     */
    public List<String> faults() {
        return faults;
    }
}
