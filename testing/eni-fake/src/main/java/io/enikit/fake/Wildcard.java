package io.enikit.fake;

/** A value of a filter: {@code *} stands for any text, {@code ?} for one character, a backslash takes that away. */
final class Wildcard {
    private static final char ANY = '*';
    private static final char ONE = '?';
    private static final char ESCAPE = '\\';

    private final String pattern;
    private final boolean plain;

    private Wildcard(String pattern) {
        this.pattern = pattern;
        this.plain = pattern.indexOf(ANY) < 0 && pattern.indexOf(ONE) < 0 && pattern.indexOf(ESCAPE) < 0;
    }

    static Wildcard of(String pattern) {
        return new Wildcard(pattern);
    }

    /** Matches without going back further than to the last star, so in time proportional to both lengths. */
    boolean matches(String text) {
        if (plain) {
            return pattern.equals(text);
        }
        int p = 0;
        int t = 0;
        int star = -1;
        int after = 0;
        while (t < text.length()) {
            int width = step(p, text.charAt(t));
            if (p < pattern.length() && pattern.charAt(p) == ANY) {
                star = p++;
                after = t;
            } else if (width > 0) {
                p += width;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++after;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == ANY) {
            p++;
        }
        return p == pattern.length();
    }

    /** Returns how many characters of the pattern match one of the text, or 0. */
    private int step(int p, char c) {
        if (p >= pattern.length()) {
            return 0;
        }
        char expected = pattern.charAt(p);
        if (expected == ESCAPE && p + 1 < pattern.length()) {
            return pattern.charAt(p + 1) == c ? 2 : 0;
        }
        return expected == ONE || expected == c ? 1 : 0;
    }
}
