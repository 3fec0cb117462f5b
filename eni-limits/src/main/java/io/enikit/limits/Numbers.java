package io.enikit.limits;

/** Checks numbers. */
final class Numbers {
    private Numbers() {}

    static void atLeast(int minimum, int number, String what) {
        if (number < minimum) {
            throw new IllegalArgumentException(what + " must be " + minimum + " or more, not " + number);
        }
    }
}
