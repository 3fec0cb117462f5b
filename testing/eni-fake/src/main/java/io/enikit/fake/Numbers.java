package io.enikit.fake;

/** Whole numbers in requests. */
final class Numbers {
    private Numbers() {}

    /** Reads a number of 32 bits. */
    static int parse(String text, String member) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Ec2Error.invalidValue(member, text, "Expected an integer.");
        }
    }
}
