package io.enikit.ipam;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the inputs and answers of the cases: well-formed JSON into maps, lists, texts, numbers, booleans and null. */
final class Json {
    private final String text;
    private int index;

    private Json(String text) {
        this.text = text;
    }

    static @Nullable Object read(String text) {
        Json json = new Json(text);
        Object value = json.value();
        json.blanks();
        if (json.index != text.length()) {
            throw new IllegalArgumentException("text after the value: " + text);
        }
        return value;
    }

    private void blanks() {
        while (index < text.length() && text.charAt(index) == ' ') {
            index++;
        }
    }

    private char next() {
        blanks();
        return text.charAt(index++);
    }

    private boolean skip(char c) {
        blanks();
        boolean there = text.charAt(index) == c;
        index += there ? 1 : 0;
        return there;
    }

    private @Nullable Object value() {
        char c = next();
        return switch (c) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            default -> {
                index--;
                yield literal();
            }
        };
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (!skip('}')) {
            skip(',');
            next();
            String key = string();
            next();
            object.put(key, value());
        }
        return object;
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> array = new ArrayList<>();
        while (!skip(']')) {
            skip(',');
            array.add(value());
        }
        return array;
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        for (char c = text.charAt(index++); c != '"'; c = text.charAt(index++)) {
            string.append(c == '\\' ? text.charAt(index++) : c);
        }
        return string.toString();
    }

    private @Nullable Object literal() {
        int from = index;
        while (index < text.length() && ",]} ".indexOf(text.charAt(index)) < 0) {
            index++;
        }
        String word = text.substring(from, index);
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> null;
            default -> new BigDecimal(word).toBigIntegerExact();
        };
    }
}
