package io.enikit.fake.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the file of schemas of the npm package {@code @aws-sdk/client-ec2}.
 *
 * <p>The file is JavaScript, but only literals: constants, arrays, objects, and arrows to other names. A value is a
 * text, a number, a {@link Name} of another value, a list of values, or a map of them.
 */
final class SchemaReader {
    /** The name of another constant. */
    record Name(String text) {}

    private final String source;
    private final Map<String, Object> constants = new LinkedHashMap<>();
    private int at;

    private SchemaReader(String source) {
        this.source = source;
    }

    /** Reads all constants, in the order of the file. */
    static Map<String, Object> read(String source) {
        SchemaReader reader = new SchemaReader(source);
        int start = 0;
        while ((start = reader.nextConstant(start)) >= 0) {
            reader.constant();
            start = reader.at;
        }
        return reader.constants;
    }

    /** Moves to the name of the next constant; returns −1 if there is none. */
    private int nextConstant(int from) {
        int best = -1;
        for (String word : new String[] {"\nconst ", "\nvar ", "\nexport var "}) {
            int found = source.startsWith(word.substring(1), from) && from == 0 ? 0 : source.indexOf(word, from);
            if (found >= 0 && (best < 0 || found < best)) {
                best = found;
                at = found + word.length() - (source.startsWith(word, found) ? 0 : 1);
            }
        }
        return best;
    }

    private void constant() {
        String name = word();
        if (take('=')) {
            value().ifPresent(value -> constants.put(name, value));
        }
    }

    private Optional<Object> value() {
        blanks();
        char c = source.charAt(at);
        if (c == '"' || c == '`') {
            int end = source.indexOf(c, at + 1);
            String text = source.substring(at + 1, end);
            at = end + 1;
            return Optional.of(text);
        }
        if (c == '[') {
            return Optional.of(list());
        }
        if (c == '{') {
            return Optional.of(map());
        }
        if (c == '(') {
            at = source.indexOf("=>", at) + 2;
            return value();
        }
        if (Character.isDigit(c) || c == '-') {
            return Optional.of(number());
        }
        String word = word();
        return word.isEmpty() || word.equals("new") ? Optional.empty() : Optional.of(new Name(word));
    }

    /** Reads a number; {@code 64 | 0}, a list of texts, is read as the sum of both. */
    private int number() {
        int total = 0;
        do {
            blanks();
            int start = at;
            at += source.charAt(at) == '-' ? 1 : 0;
            while (Character.isDigit(source.charAt(at))) {
                at++;
            }
            total += Integer.parseInt(source.substring(start, at));
        } while (take('|'));
        return total;
    }

    private List<Object> list() {
        List<Object> values = new ArrayList<>();
        at++;
        while (!take(']')) {
            values.add(value().orElseThrow());
            take(',');
        }
        return values;
    }

    private Map<String, Object> map() {
        Map<String, Object> values = new LinkedHashMap<>();
        at++;
        while (!take('}')) {
            take('[');
            String key = word();
            take(']');
            take(':');
            values.put(key, value().orElseThrow());
            take(',');
        }
        return values;
    }

    private String word() {
        blanks();
        int start = at;
        while (Character.isJavaIdentifierPart(source.charAt(at))) {
            at++;
        }
        return source.substring(start, at);
    }

    private boolean take(char expected) {
        blanks();
        boolean found = source.charAt(at) == expected;
        at += found ? 1 : 0;
        return found;
    }

    private void blanks() {
        while (Character.isWhitespace(source.charAt(at))) {
            at++;
        }
    }
}
