package io.enikit.net;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a table of cases: columns between tabs, comments behind #, escapes for what a table cannot hold. */
final class CaseTable {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:[tn]|u([0-9a-f]{4}))");

    private CaseTable() {}

    static List<String[]> read(String name) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CaseTable.class.getResourceAsStream(name), name), UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String unescaped(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        switch (match.group().charAt(1)) {
                            case 't' -> "\t";
                            case 'n' -> "\n";
                            default -> String.valueOf((char) Integer.parseInt(match.group(1), 16));
                        }));
    }
}
