package io.enikit.insight;

/**
 * How certain it is that something leaked, from what may well be meant to be there to what nothing can be using.
 *
 * <p>Later versions may add constants.
 */
public enum Certainty {
    /** Nothing uses it now; it may be kept on purpose, or be used by what a plan does not hold. */
    POSSIBLE,

    /** Nothing uses it, and what it was made for is gone, or it has been so in two captures. */
    LIKELY,

    /** Nothing uses it, and nothing will, or that it should is all the more unlikely in two captures. */
    CERTAIN;

    /** Returns the next level, if there is one. */
    Certainty raised() {
        return switch (this) {
            case POSSIBLE -> LIKELY;
            case LIKELY, CERTAIN -> CERTAIN;
        };
    }
}
