package io.enikit.insight;

import io.enikit.model.ResourceId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of a POSIX shell: ids, the variables that stand for ids that only EC2 can choose, and quoted text. */
final class ShellWord {
    private static final Pattern REAL = Pattern.compile("(vpc|subnet|sg|i|eni|eipalloc)-[0-9a-f]{8,17}");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+=,-]+");
    private static final Pattern MARKED = Pattern.compile("\u0001([A-Za-z0-9_]+)\u0001");

    private ShellWord() {}

    /** Returns whether an id is one of EC2, and no name. */
    static boolean isReal(ResourceId id) {
        return REAL.matcher(id.toString()).matches();
    }

    /** Returns the variable for a name: its letters and digits, and the codes of other characters. */
    static String variable(ResourceId id) {
        StringBuilder name = new StringBuilder(id.kind().word()).append('_');
        String text = id.toString();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            name.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "_%02x", (int) c));
        }
        return name.toString();
    }

    static String of(ResourceId id) {
        return isReal(id) ? id.toString() : "\"$" + variable(id) + "\"";
    }

    /** Returns what stands for an id inside of a text that is quoted later on. */
    static String inside(ResourceId id) {
        return isReal(id) ? id.toString() : "\u0001" + variable(id) + "\u0001";
    }

    static String quote(String text) {
        if (PLAIN.matcher(text).matches()) {
            return text;
        }
        String quoted = "'" + text.replace("'", "'\\''") + "'";
        Matcher marked = MARKED.matcher(quoted);
        return marked.replaceAll("'\"\\$$1\"'");
    }
}
