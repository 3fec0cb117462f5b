package io.enikit.testkit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing in the library asks the platform for its locale, its encoding, or its version of Unicode. */
class ForbiddenCallsTest {
    private static final Map<String, Pattern> FORBIDDEN = forbidden();

    private static Map<String, Pattern> forbidden() {
        Map<String, Pattern> all = new LinkedHashMap<>();
        all.put(
                "a format in the default locale",
                Pattern.compile("(?:String\\.format|printf)\\((?!\\s*(?:java\\.util\\.)?Locale\\.ROOT)"));
        all.put("formatted, which takes the default locale", Pattern.compile("\\.formatted\\("));
        all.put("case in the default locale", Pattern.compile("\\.to(?:Lower|Upper)Case\\(\\)"));
        all.put(
                "formats of the default locale",
                Pattern.compile("\\b(?:MessageFormat|NumberFormat|DecimalFormat|Collator)\\b"));
        all.put("the default locale", Pattern.compile("Locale\\.getDefault"));
        all.put(
                "a class of characters that grows with Unicode",
                Pattern.compile(
                        "Character(?:\\.|::)(?:isLetter|isDigit|isLetterOrDigit|isAlphabetic|isDefined|getType"
                                + "|isJavaIdentifier|isUnicodeIdentifier|isIdentifierIgnorable|isEmoji|getNumericValue|digit\\()"));
        all.put(
                "a class of characters in a pattern",
                Pattern.compile("\\\\\\\\p\\{|UNICODE_CHARACTER_CLASS|UNICODE_CASE"));
        all.put(
                "bytes in the default encoding",
                Pattern.compile("\\.getBytes\\(\\)|new FileReader\\(|new FileWriter\\("));
        return all;
    }

    @Test
    void sources_ofTheLibrary_areTheSameEverywhere() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : sources()) {
            String text = Files.readString(file);
            FORBIDDEN.forEach((what, pattern) -> pattern.matcher(text)
                    .results()
                    .forEach(match -> found.add(file.getFileName() + ": " + what + ": " + match.group())));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void sources_areLookedAt() throws IOException {
        assertThat(sources()).hasSizeGreaterThan(400);
        assertThat(FORBIDDEN.values())
                .anyMatch(each -> each.matcher("String.format(\"%d\", 1)").find());
        assertThat(FORBIDDEN.values())
                .noneMatch(each ->
                        each.matcher("String.format(Locale.ROOT, \"%d\", 1)").find());
    }

    private static List<Path> sources() throws IOException {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(root.resolve("eni-core"))) {
            root = requireNonNull(root.getParent());
        }
        List<Path> sources = new ArrayList<>();
        for (String folder : List.of("eni-core", "eni-limits", "eni-ipam", "adapters", "testing")) {
            try (Stream<Path> files = Files.walk(root.resolve(folder))) {
                files.filter(file -> file.toString().replace('\\', '/').contains("/src/main/java/"))
                        .filter(file -> file.toString().endsWith(".java"))
                        .forEach(sources::add);
            }
        }
        return sources;
    }
}
