package io.enikit.examples;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where the examples print: in UTF-8, whatever the platform's charset is. */
final class Console {
    private Console() {}

    static PrintStream out() {
        return new PrintStream(System.out, true, StandardCharsets.UTF_8);
    }

    static PrintStream err() {
        return new PrintStream(System.err, true, StandardCharsets.UTF_8);
    }
}
