package io.enikit.json;

/**
 * A reference such as {@code aws_subnet.public[0].id}: two words, a key in brackets if there is one, and the rest.
 *
 * @param first the first word: a type, or {@code module}, {@code var}, {@code each} and the like
 * @param second the second word, empty if there is none
 * @param key the index or key in brackets behind it, empty if there is none
 * @param rest what follows without the dot before it, empty if nothing does
 */
record TerraformReference(String first, String second, String key, String rest) {
    static TerraformReference parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            return new TerraformReference(text, "", "", "");
        }
        int end = dot + 1;
        while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '[') {
            end++;
        }
        String key = "";
        int next = end;
        if (end < text.length() && text.charAt(end) == '[') {
            int close = text.startsWith("[\"", end) ? text.indexOf("\"]", end + 2) + 1 : text.indexOf(']', end);
            close = close <= end ? text.length() - 1 : close;
            key = unquoted(text.substring(end + 1, Math.max(end + 1, close)));
            next = close + 1;
        }
        String rest = next < text.length() ? text.substring(Math.min(text.length(), next + 1)) : "";
        return new TerraformReference(text.substring(0, dot), text.substring(dot + 1, end), key, rest);
    }

    private static String unquoted(String key) {
        return key.length() >= 2 && key.startsWith("\"") && key.endsWith("\"")
                ? key.substring(1, key.length() - 1).replace("\\\"", "\"")
                : key;
    }

    /** Returns the name of a resource: the type and the name. */
    String name() {
        return first + "." + second;
    }

    /** Returns whether another reference says more about the same. */
    boolean isPrefixOf(TerraformReference other) {
        return name().equals(other.name()) && rest.isEmpty() && !other.rest.isEmpty();
    }

    /** Returns the first word of the rest: an attribute, or an output. */
    String attribute() {
        int end = 0;
        while (end < rest.length() && rest.charAt(end) != '.' && rest.charAt(end) != '[') {
            end++;
        }
        return rest.substring(0, end);
    }
}
