package io.enikit.internal;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.CharMatcher;

/** Reads words of plan texts, in which characters are escaped that would end a word. */
public final class EscapedText {
    private static final int DIGITS_OF_BYTE = 2;
    private static final int DIGITS_OF_CHAR = 4;

    private EscapedText() {}

    /**
     * Returns the text that a word stands for.
     *
     * @param word a word, or several with commas between
     * @return the text
     * @throws IllegalArgumentException if two hexadecimal digits, or u and four, are missing behind a percent sign
     */
    public static String unescape(String word) {
        if (word.indexOf('%') < 0) {
            return word;
        }
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < word.length()) {
            char c = word.charAt(i++);
            if (c == '%') {
                boolean wide = i < word.length() && word.charAt(i) == 'u';
                int start = wide ? i + 1 : i;
                int end = start + (wide ? DIGITS_OF_CHAR : DIGITS_OF_BYTE);
                checkArgument(
                        end <= word.length() && isHex(word, start, end),
                        "\"%s\": expected two hexadecimal digits, or u and four, at index %s",
                        word,
                        start);
                text.append((char) Integer.parseInt(word, start, end, 16));
                i = end;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static boolean isHex(String word, int start, int end) {
        return CharMatcher.anyOf("0123456789abcdef").matchesAllOf(word.substring(start, end));
    }
}
