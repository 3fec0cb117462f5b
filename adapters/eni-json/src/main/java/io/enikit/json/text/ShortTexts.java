package io.enikit.json.text;

/** Keeps one of several equal short texts, as keys of files are, in a table that does not grow. */
final class ShortTexts {
    private static final int LONGEST = 64;
    private static final int SIZE = 1 << 12;

    private final String[] table = new String[SIZE];
    /** The hash code of each text: most texts that differ are told apart by it, without comparing characters. */
    private final int[] hashes = new int[SIZE];

    ShortTexts() {
        java.util.Arrays.fill(table, "");
    }

    /** Returns an equal text, often one that was returned before. */
    String one(String text) {
        if (text.length() > LONGEST) {
            return text;
        }
        int hash = text.hashCode();
        int index = (hash ^ hash >>> 16) & SIZE - 1;
        if (hashes[index] == hash && table[index].equals(text)) {
            return table[index];
        }
        hashes[index] = hash;
        table[index] = text;
        return text;
    }
}
