package io.enikit.cli;

import com.google.common.base.Splitter;
import io.enikit.diagram.TextDiagram;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How wide pictures of text are: as wide as the terminal, if there is one. */
final class Width {
    /** What is taken for the width of a terminal that does not say it. */
    static final int USUAL = 80;

    private static final int LEAST = 40;
    private static final long PATIENCE_IN_MILLIS = 500;

    @Option(
            names = "--width",
            paramLabel = "COLUMNS",
            description =
                    "With text: how wide it is at most, 40 or more; unless given, as wide as the terminal, and without"
                            + " one as wide as it takes.")
    private @Nullable Integer columns;

    Width() {}

    /** Returns a picture that fits. */
    TextDiagram fit(TextDiagram picture, Streams streams) {
        if (columns == null) {
            return streams.terminal() ? picture.withWidth(columns(System.getenv())) : picture;
        }
        if (columns < LEAST) {
            throw new Failure("--width: " + columns + ": expected " + LEAST + " or more");
        }
        return picture.withWidth(columns);
    }

    /** Returns how many columns the terminal has, 40 or more: what COLUMNS says, else what stty says, else 80. */
    static int columns(Map<String, String> environment) {
        OptionalInt said = number(environment.getOrDefault("COLUMNS", ""));
        return Math.max(LEAST, (said.isPresent() ? said : asked()).orElse(USUAL));
    }

    /** Asks stty, which prints rows and columns. */
    private static OptionalInt asked() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!stty.waitFor(PATIENCE_IN_MILLIS, TimeUnit.MILLISECONDS)) {
                stty.destroy();
                return OptionalInt.empty();
            }
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            List<String> numbers = Splitter.on(' ').trimResults().splitToList(size);
            return numbers.size() == 2 ? number(numbers.get(1)) : OptionalInt.empty();
        } catch (IOException e) {
            return OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    /** Reads a number; terminals that do not know how wide they are say 0. */
    private static OptionalInt number(String text) {
        return text.matches("[1-9][0-9]{0,4}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
}
