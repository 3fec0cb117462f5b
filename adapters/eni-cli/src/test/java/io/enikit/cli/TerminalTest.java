package io.enikit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command at a terminal, which the program script makes. */
@EnabledOnOs(OS.LINUX)
@EnabledIf("isThereATerminal")
class TerminalTest {
    @TempDir
    Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(folder.resolve("eni"), "exec " + Shell.COMMAND + " \"$@\"\n");
        Files.writeString(
                folder.resolve("a.plan"),
                Eni.PLAN.replace("tag:Name=second", "tag:Name=" + "long%20".repeat(20) + "name"));
        Files.writeString(folder.resolve("b.plan"), Eni.PLAN.replace("10.0.0.0/16", "10.0.0.0/8"));
    }

    /** The program script comes with util-linux. */
    static boolean isThereATerminal() {
        return Files.isExecutable(Path.of("/usr/bin/script"));
    }

    private Shell atTerminal(int columns, String line) throws IOException, InterruptedException {
        return Shell.run(
                folder, "unset COLUMNS; script -qec 'stty cols " + columns + "; " + line + "' /dev/null < /dev/null");
    }

    private static int widest(String text) {
        return text.lines().mapToInt(String::length).max().orElse(0);
    }

    @Test
    void pictures_areAsWideAsTheTerminal() throws IOException, InterruptedException {
        for (int columns : new int[] {40, 80}) {
            assertThat(widest(atTerminal(columns, "sh eni draw a.plan").out())).isEqualTo(columns);
            assertThat(widest(atTerminal(columns, "sh eni diff b.plan a.plan --format picture")
                            .out()))
                    .isLessThanOrEqualTo(columns);
            assertThat(atTerminal(columns, "sh eni draw a.plan | cat").out()).contains("long ".repeat(20) + "name");
        }
    }

    @Test
    void colours_areThereUnlessTheyAreUnwanted() throws IOException, InterruptedException {
        Shell shell = atTerminal(80, "sh eni check b.plan");
        assertThat(shell.status()).isEqualTo(1);
        assertThat(shell.out()).startsWith("\u001b[31m[ERROR]\u001b[0m main: ");
        for (String line : new String[] {
            "NO_COLOR=1 sh eni check b.plan", "sh eni check b.plan | cat", "sh eni check b.plan > f; cat f"
        }) {
            assertThat(atTerminal(80, line).out()).as(line).startsWith("[ERROR] main: ");
        }
    }
}
