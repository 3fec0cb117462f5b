package io.enikit.internal;

import java.util.ArrayList;
import java.util.List;

/** The faults of a text as they are found: each on one line, with an end, and not more than anybody reads. */
public final class FaultList {
    /** How many faults are listed. */
    public static final int MOST = 100;

    private final List<String> faults = new ArrayList<>();
    private int more;

    /** Starts without a fault. */
    public FaultList() {}

    /**
     * Adds a fault.
     *
     * @param fault what is wrong, and where
     */
    public void add(String fault) {
        if (faults.size() < MOST) {
            faults.add(VisibleText.brief(fault));
        } else {
            more++;
        }
    }

    /** {@return whether there is none} */
    public boolean isEmpty() {
        return faults.isEmpty();
    }

    /** {@return the faults in the order in which they were added; the last one says how many more there are} */
    public List<String> texts() {
        List<String> texts = new ArrayList<>(faults);
        if (more > 0) {
            texts.add(more + " more");
        }
        return texts;
    }
}
