package io.enikit.diagram;

import io.enikit.model.ResourceId;
import java.util.Comparator;

/** Names as people count: {@code app-2} before {@code app-10}. Names that count the same are in the order of their texts. */
final class NaturalOrder implements Comparator<String> {
    static final NaturalOrder OF_NAMES = new NaturalOrder();

    static final Comparator<ResourceId> OF_IDS = Comparator.comparing(ResourceId::toString, OF_NAMES);

    private NaturalOrder() {}

    @Override
    public int compare(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            int endOfOne = endOfNumber(one, i);
            int endOfOther = endOfNumber(other, j);
            int order = endOfOne > i && endOfOther > j
                    ? compareNumbers(one.substring(i, endOfOne), other.substring(j, endOfOther))
                    : Character.compare(one.charAt(i), other.charAt(j));
            if (order != 0) {
                return order;
            }
            i = Math.max(i + 1, endOfOne);
            j = Math.max(j + 1, endOfOther);
        }
        int left = Integer.compare(one.length() - i, other.length() - j);
        return left == 0 ? one.compareTo(other) : left;
    }

    private static int endOfNumber(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /** Compares by length without zeros in front, and then digit by digit: numbers may be longer than any type holds. */
    private static int compareNumbers(String one, String other) {
        String digits = one.replaceFirst("^0+", "");
        String others = other.replaceFirst("^0+", "");
        int order = Integer.compare(digits.length(), others.length());
        return order == 0 ? digits.compareTo(others) : order;
    }
}
