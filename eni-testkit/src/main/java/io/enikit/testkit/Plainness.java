package io.enikit.testkit;

/** How plain numbers are in a text. */
final class Plainness {
    private Plainness() {}

    /** {@return the sum of all digits: 0 where there is none but zeros} */
    static long digits(String text) {
        return text.chars()
                .filter(Character::isDigit)
                .mapToLong(digit -> digit - '0')
                .sum();
    }
}
