package io.enikit.ipam;

/**
 * Which free block a pool allocates if only a length is requested.
 *
 * <p>The choice depends only on what is free and on the requested length.
 *
 * <p>Later versions may add constants.
 */
public enum Placement {
    /** The lowest free block of the length. */
    LOWEST("lowest"),

    /** The lowest part of the smallest free block that is large enough; of equal ones, the lowest. */
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
