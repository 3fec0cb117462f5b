package io.enikit.limits;

/** Refuses numbers that no limit can be. */
final class Numbers {
    private Numbers() {}

    static void atLeast(int minimum, int number, String what) {
        if (number < minimum) {
            throw new IllegalArgumentException(what + " must be " + minimum + " or more, not " + number);
        }
    }
}
