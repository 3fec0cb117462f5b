package io.enikit.limits;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Checks numbers. */
final class Numbers {
    private Numbers() {}

    static void atLeast(int minimum, int number, String what) {
        if (number < minimum) {
            throw new IllegalArgumentException(what + " must be " + minimum + " or more, not " + number);
        }
    }

    /** Checks a number that may be absent. */
    static void atLeast(int minimum, OptionalInt number, String what) {
        if (number.isPresent()) {
            atLeast(minimum, number.getAsInt(), what);
        }
    }

    static void notNegative(OptionalDouble number, String what) {
        if (number.isPresent() && !(number.getAsDouble() >= 0 && number.getAsDouble() < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(what + " must be 0 or more, not " + number.getAsDouble());
        }
    }
}
