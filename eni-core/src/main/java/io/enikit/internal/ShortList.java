package io.enikit.internal;

import java.util.Collection;
import java.util.Iterator;

/** Lists things in messages, which are to be read: the first ones, and how many more there are. */
public final class ShortList {
    /** How many are listed. */
    public static final int MOST = 10;

    private ShortList() {}

    /**
     * Lists things.
     *
     * @param all the things, in order
     * @return such as {@code a, b}; of more than ten the first ten, followed by such as {@code and 1990 more}
     */
    public static String of(Collection<?> all) {
        StringBuilder text = new StringBuilder();
        Iterator<?> rest = all.iterator();
        for (int i = 0; i < MOST && rest.hasNext(); i++) {
            text.append(i == 0 ? "" : ", ").append(rest.next());
        }
        return rest.hasNext() ? text + andMore(all.size() - MOST) : text.toString();
    }

    /**
     * Says how many more there are.
     *
     * @param number how many
     * @return such as {@code and 2 more} behind a blank; nothing for 0
     */
    public static String andMore(int number) {
        return number == 0 ? "" : " and " + number + " more";
    }
}
