package io.enikit.model;

import io.enikit.internal.EscapedText;
import io.enikit.internal.VisibleText;

/** Escapes the characters that separate the parts of a security group rule in its text, and what cannot be seen. */
final class RuleText {
    static final char SEPARATOR = ';';

    private RuleText() {}

    static String escape(String text) {
        return escapeLast(text).replace(";", "%3b").replace("@", "%40");
    }

    /** Escapes the last part, which no separator ends. */
    static String escapeLast(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(each -> {
            String point = Character.toString(each);
            escaped.append(each == '%' ? "%25" : VisibleText.isHidden(each) ? Words.escape(point) : point);
        });
        return escaped.toString();
    }

    static String unescape(String text) {
        return EscapedText.unescape(text);
    }
}
