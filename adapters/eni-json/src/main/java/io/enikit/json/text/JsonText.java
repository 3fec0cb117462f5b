package io.enikit.json.text;

import io.enikit.internal.VisibleText;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes JSON in which everything is seen, and that may stand in a page.
 *
 * <p>What is not in ASCII, and the signs of markup, can only be parts of texts, where an escape means the same. So are
 * written what cannot be seen, halves of surrogate pairs, which no encoding has, what ends a script in HTML, and a number
 * sign behind another one, which begins a command in the logs of some runners of builds.
 */
public final class JsonText extends FilterWriter {
    private static final int NONE = -1;

    /** The first half of a pair, which the second half is to follow. */
    private int high = NONE;

    private int last = NONE;

    public JsonText(Writer out) {
        super(out);
    }

    @Override
    public void write(int character) throws IOException {
        char each = (char) character;
        if (high != NONE) {
            char first = (char) high;
            high = NONE;
            if (Character.isLowSurrogate(each)) {
                codePoint(Character.toCodePoint(first, each));
                return;
            }
            codePoint(first);
        }
        if (Character.isHighSurrogate(each)) {
            high = each;
        } else {
            codePoint(each);
        }
    }

    private void codePoint(int each) throws IOException {
        boolean markup = each == '<' || each == '>' || each == '&';
        boolean command = each == '#' && last == '#';
        last = each;
        if (markup || command || (each >= 0x7F && VisibleText.isHidden(each))) {
            StringBuilder escape = new StringBuilder();
            VisibleText.escape(each, escape);
            out.append(escape);
        } else if (Character.isBmpCodePoint(each)) {
            out.write(each);
        } else {
            out.write(Character.toChars(each));
        }
    }

    @Override
    public void write(char[] characters, int from, int length) throws IOException {
        for (int i = from; i < from + length; i++) {
            write(characters[i]);
        }
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        for (int i = from; i < from + length; i++) {
            write(text.charAt(i));
        }
    }

    @Override
    public void flush() throws IOException {
        if (high != NONE) {
            int first = high;
            high = NONE;
            codePoint(first);
        }
        super.flush();
    }
}
