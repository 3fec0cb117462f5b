package io.enikit.model;

/** Escapes the characters that separate the parts of a security group rule in its text. */
final class RuleText {
    static final char SEPARATOR = ';';

    private RuleText() {}

    static String escape(String text) {
        return text.replace("%", "%25").replace(";", "%3b").replace("@", "%40");
    }

    static String unescape(String text) {
        return Words.unescape(text);
    }
}
