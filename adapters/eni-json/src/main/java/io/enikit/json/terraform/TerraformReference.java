package io.enikit.json.terraform;

import com.google.common.collect.ImmutableList;
import io.enikit.json.text.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A reference such as {@code aws_subnet.public[0].id}: two words, a key in brackets if there is one, and the rest.
 *
 * @param text the whole reference
 * @param first the first word: a type, or {@code module}, {@code var}, {@code each} and the like
 * @param second the second word, empty if there is none
 * @param key the index or key in brackets behind it, empty if there is none
 * @param rest what follows without the dot before it, empty if nothing does
 */
record TerraformReference(String text, String first, String second, String key, String rest) {
    private static final String DATA = "data.";

    /** Up to how many references are compared each with each. */
    private static final int FEW = 8;

    /** Reads a reference; the type and the name of a data source are its second word. */
    static TerraformReference parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            return new TerraformReference(text, text, "", "", "");
        }
        int end = endOfWord(text, dot + 1);
        if (text.startsWith(DATA) && end < text.length() && text.charAt(end) == '.') {
            end = endOfWord(text, end + 1);
        }
        String key = keyAt(text, end);
        int next = endOfKey(text, end);
        String rest = next < text.length() ? text.substring(next + 1) : "";
        return new TerraformReference(text, text.substring(0, dot), text.substring(dot + 1, end), key, rest);
    }

    /** Reads the references of an expression, without those that another one says more of. */
    static List<TerraformReference> of(Node expression) {
        if (!expression.is(Node.Kind.OBJECT)) {
            return ImmutableList.of();
        }
        List<Node> listed = expression.list("references");
        Collection<String> texts = listed.size() > FEW ? new LinkedHashSet<>() : new ArrayList<>(listed.size());
        for (Node each : listed) {
            if (listed.size() > FEW || !texts.contains(each.text())) {
                texts.add(each.text());
            }
        }
        @Nullable NavigableSet<String> sorted = texts.size() > FEW ? new TreeSet<>(texts) : null;
        ImmutableList.Builder<TerraformReference> references = ImmutableList.builderWithExpectedSize(texts.size());
        for (String each : texts) {
            boolean saidMoreOf = sorted == null
                    ? isBegunAmong(texts, each)
                    : saysMore(sorted, each + ".") || saysMore(sorted, each + "[");
            if (!saidMoreOf) {
                references.add(parse(each));
            }
        }
        return references.build();
    }

    /** Returns whether one of a few texts begins with another one, and goes on behind it. */
    private static boolean isBegunAmong(Collection<String> texts, String start) {
        int end = start.length();
        for (String each : texts) {
            if (each.length() > end && (each.charAt(end) == '.' || each.charAt(end) == '[') && each.startsWith(start)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether one of many texts begins with another one: the first one behind that does, if any. */
    private static boolean saysMore(NavigableSet<String> texts, String start) {
        @Nullable String behind = texts.ceiling(start);
        return behind != null && behind.startsWith(start);
    }

    private static int endOfWord(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '[') {
            end++;
        }
        return end;
    }

    /** Returns where the key in brackets ends that begins at a place, or that place if none does. */
    private static int endOfKey(String text, int start) {
        if (start >= text.length() || text.charAt(start) != '[') {
            return start;
        }
        int close = text.startsWith("[\"", start) ? text.indexOf("\"]", start + 2) + 1 : text.indexOf(']', start);
        return close <= start ? text.length() : close + 1;
    }

    private static String keyAt(String text, int start) {
        int end = endOfKey(text, start);
        String key = end <= start + 1 ? "" : text.substring(start + 1, Math.max(start + 1, end - 1));
        return key.length() >= 2 && key.startsWith("\"") && key.endsWith("\"")
                ? key.substring(1, key.length() - 1).replace("\\\"", "\"")
                : key;
    }

    /** Returns the name of a resource: the type and the name. */
    String name() {
        return first + "." + second;
    }

    /** Returns the first word of the rest: an attribute, or an output. */
    String attribute() {
        return rest.substring(0, endOfWord(rest, 0));
    }

    /** Returns the key in brackets behind the first word of the rest, empty if there is none. */
    String selection() {
        return keyAt(rest, endOfWord(rest, 0));
    }
}
