package io.enikit.ipam;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Just as much of JSON as layouts need: objects, lists, texts and numbers; a number is the text of its digits. */
final class JsonWords {
    private static final int DEEPEST = 64;
    private static final int HEX_DIGITS = 4;

    private final String text;
    private int at;
    private int depth;

    private JsonWords(String text) {
        this.text = text;
    }

    static String quote(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    /** Returns maps, lists and texts. */
    static Object parse(String text) {
        JsonWords words = new JsonWords(text);
        Object value = words.value();
        words.skipBlanks();
        if (words.at < text.length()) {
            throw words.fault("the end");
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(@Nullable Object value, String what) {
        if (value instanceof Map) {
            return (Map<String, Object>) value;
        }
        throw IpamTextException.of("not a layout", what + " is no object");
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(@Nullable Object value, String what) {
        if (value instanceof List) {
            return (List<Object>) value;
        }
        throw IpamTextException.of("not a layout", what + " is no list");
    }

    static String text(@Nullable Object value, String what) {
        if (value instanceof String text) {
            return text;
        }
        throw IpamTextException.of("not a layout", what + " holds something that is no text");
    }

    private IpamTextException fault(String expected) {
        return IpamTextException.of("not JSON", "expected " + expected + " at index " + at);
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char next(String expected) {
        skipBlanks();
        if (at >= text.length()) {
            throw fault(expected);
        }
        return text.charAt(at);
    }

    private boolean take(char c) {
        if (next("more") != c) {
            return false;
        }
        at++;
        return true;
    }

    private Object value() {
        if (++depth > DEEPEST) {
            throw fault("nothing nested so deeply");
        }
        char c = next("a value");
        Object value = switch (c) {
            case '{' -> members();
            case '[' -> items();
            case '"' -> string();
            default -> word();
        };
        depth--;
        return value;
    }

    private Map<String, Object> members() {
        at++;
        Map<String, Object> members = new LinkedHashMap<>();
        if (take('}')) {
            return members;
        }
        do {
            if (next("a key") != '"') {
                throw fault("a key");
            }
            int start = at;
            String key = string();
            if (!take(':')) {
                throw fault("a colon");
            }
            if (members.putIfAbsent(key, value()) != null) {
                at = start;
                throw fault("a key that is not there yet");
            }
        } while (take(','));
        if (!take('}')) {
            throw fault("a comma or }");
        }
        return members;
    }

    private List<Object> items() {
        at++;
        List<Object> items = new ArrayList<>();
        if (take(']')) {
            return items;
        }
        do {
            items.add(value());
        } while (take(','));
        if (!take(']')) {
            throw fault("a comma or ]");
        }
        return items;
    }

    private String string() {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            value.append(c == '\\' ? escaped() : c);
        }
        if (at >= text.length()) {
            throw fault("a quotation mark");
        }
        at++;
        return value.toString();
    }

    private char escaped() {
        char c = at < text.length() ? text.charAt(at++) : ' ';
        int index = "\"\\/bfnrt".indexOf(c);
        if (index >= 0) {
            return "\"\\/\b\f\n\r\t".charAt(index);
        }
        if (c == 'u' && at + HEX_DIGITS <= text.length()) {
            try {
                int code = Integer.parseInt(text, at, at + HEX_DIGITS, 16);
                at += HEX_DIGITS;
                return (char) code;
            } catch (NumberFormatException e) {
                throw fault("four hexadecimal digits");
            }
        }
        throw fault("an escaped character");
    }

    private Object word() {
        int start = at;
        while (at < text.length() && " \t\r\n,]}:".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at);
        if (!word.matches("-?[0-9][0-9.eE+-]*|true|false|null")) {
            at = start;
            throw fault("a value");
        }
        return word;
    }
}
