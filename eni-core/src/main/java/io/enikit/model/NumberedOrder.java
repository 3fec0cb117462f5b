package io.enikit.model;

import com.google.common.base.Strings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Many things in the order of numbers that do not decrease from a thing to a greater one.
 *
 * <p>Numbers are sorted many times faster than objects, and nothing has to be looked at in memory but things of one number.
 * Those stand in the order in which they came.
 */
final class NumberedOrder<T> {
    private static final int POSITION_BITS = 24;

    /** More things than this cannot be sorted. */
    static final int MOST = 1 << POSITION_BITS;

    private static final int CHARACTERS = 5;
    private static final int CHARACTER_BITS = 7;
    private static final int LARGEST = (1 << CHARACTER_BITS) - 1;

    /** How many texts are looked at for what they have in common: all of them are far apart in memory. */
    private static final int SAMPLES = 64;

    private final List<? extends T> things;

    /** The number of each thing, and behind it its position. */
    private final long[] order;

    private NumberedOrder(List<? extends T> things, long[] order) {
        this.things = things;
        this.order = order;
    }

    /**
     * Sorts things by numbers.
     *
     * @param things the things, at most {@link #MOST}
     * @param number returns a number below 2^39
     */
    static <T> NumberedOrder<T> of(List<? extends T> things, ToLongFunction<? super T> number) {
        long[] numbers = new long[things.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number.applyAsLong(things.get(i));
        }
        return of(things, numbers);
    }

    private static <T> NumberedOrder<T> of(List<? extends T> things, long[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (numbers[i] << POSITION_BITS) | i;
        }
        Arrays.sort(numbers);
        return new NumberedOrder<>(things, numbers);
    }

    /** Sorts things by the first characters in which their texts differ. */
    static <T> NumberedOrder<T> byText(List<? extends T> things, Function<? super T, String> text) {
        if (things.isEmpty()) {
            return of(things, new long[0]);
        }
        String first = text.apply(things.get(0));
        int guess = lengthInCommon(things, Math.max(1, things.size() / SAMPLES), text, first);
        int common = guess;
        long[] numbers = new long[things.size()];
        for (int i = 0; i < numbers.length; i++) {
            String each = text.apply(things.get(i));
            common = lengthInCommon(each, first, common);
            numbers[i] = numberOf(each, guess);
        }
        if (common < guess) {
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = numberOf(text.apply(things.get(i)), common);
            }
        }
        return of(things, numbers);
    }

    private static <T> int lengthInCommon(
            List<? extends T> things, int step, Function<? super T, String> text, String first) {
        int common = first.length();
        for (int i = 0; i < things.size(); i += step) {
            common = lengthInCommon(text.apply(things.get(i)), first, common);
        }
        return common;
    }

    private static int lengthInCommon(String one, String other, int most) {
        int length = Math.min(one.length(), most);
        return one.regionMatches(0, other, 0, length)
                ? length
                : Strings.commonPrefix(one, other).length();
    }

    /**
     * Returns the first characters behind a start as a number.
     *
     * <p>It ends at a character that has no room in it: what comes behind says nothing about the order of two such.
     */
    private static long numberOf(String text, int start) {
        long number = 0;
        boolean whole = true;
        for (int i = start; i < start + CHARACTERS; i++) {
            int next = whole && i < text.length() ? Math.min(text.charAt(i), LARGEST) : 0;
            whole &= next < LARGEST;
            number = (number << CHARACTER_BITS) | next;
        }
        return number;
    }

    int size() {
        return order.length;
    }

    /** Returns where the thing at a place of this order stands in the list. */
    int position(int place) {
        return (int) order[place] & (MOST - 1);
    }

    T get(int place) {
        return things.get(position(place));
    }

    /** Returns the first place behind one where another number stands. */
    int endOfRun(int start) {
        int end = start + 1;
        while (end < order.length && order[end] >>> POSITION_BITS == order[start] >>> POSITION_BITS) {
            end++;
        }
        return end;
    }

    /** Returns the things in order, those of one number by comparison. */
    List<T> sorted(Comparator<? super T> comparator) {
        List<T> sorted = new ArrayList<>(order.length);
        for (int start = 0, end; start < order.length; start = end) {
            end = endOfRun(start);
            for (int i = start; i < end; i++) {
                sorted.add(get(i));
            }
            if (end > start + 1) {
                sorted.subList(start, end).sort(comparator);
            }
        }
        return sorted;
    }
}
