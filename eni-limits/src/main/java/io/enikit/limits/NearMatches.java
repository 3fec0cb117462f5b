package io.enikit.limits;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Finds the names that somebody may have meant by a mistyped one. */
final class NearMatches {
    private static final int MOST_SUGGESTIONS = 3;
    private static final int MOST_EDITS = 2;
    private static final int LONGEST_NAME = 64;

    private NearMatches() {}

    /** Returns the names with the fewest edits, in the given order, at most three; a swap of neighbours is one edit. */
    static List<String> of(String typed, Collection<String> names) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty() || wanted.length() > LONGEST_NAME) {
            return List.of();
        }
        int fewest = MOST_EDITS;
        List<String> nearest = new ArrayList<>();
        for (String name : names) {
            int edits = edits(wanted, name, fewest);
            if (edits < fewest) {
                fewest = edits;
                nearest.clear();
            }
            if (edits <= fewest && nearest.size() < MOST_SUGGESTIONS) {
                nearest.add(name);
            }
        }
        return List.copyOf(nearest);
    }

    /** Counts the edits from one text to another; gives up as soon as it must be more than the limit. */
    private static int edits(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            int least = Integer.MAX_VALUE;
            for (int j = 0; j <= b.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : fewest(edits, a, b, i, j);
                least = Math.min(least, edits[i][j]);
            }
            if (least > limit) { // then no later row, even by a swap from the row before, gets below it again
                return limit + 1;
            }
        }
        return edits[a.length()][b.length()];
    }

    private static int fewest(int[][] edits, String a, String b, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(edits[i - 1][j - 1] + change, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
    }
}
