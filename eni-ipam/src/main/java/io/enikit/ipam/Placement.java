package io.enikit.ipam;

/**
 * Which of the free blocks a pool gives out when only a length is asked for.
 *
 * <p>Each is a function of what is free and the length asked for, and of nothing else.
 */
public enum Placement {
    /** The lowest free block of the length. */
    LOWEST("lowest"),

    /** The lowest part of the smallest free block that is large enough, the lowest of these. */
    BEST_FIT("best-fit"),

    /** The highest free block of the length. */
    HIGHEST("highest");

    private final String text;

    Placement(String text) {
        this.text = text;
    }

    /**
     * Returns the word used in a pool's text.
     *
     * @return for example {@code best-fit}
     */
    @Override
    public String toString() {
        return text;
    }
}
