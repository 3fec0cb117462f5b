package io.enikit.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code eni completion}: a script for the shell. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = Commands.COMPLETION,
        footer = {
            "",
            "Examples:",
            "  source <(eni completion)",
            "  eni completion > ~/.local/share/bash-completion/completions/eni",
            "",
            "The script completes a command or function that is called eni."
        })
final class CompletionCommand implements Callable<Integer> {
    private final Streams streams;

    CompletionCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        CommandLine all = Main.commandLine(streams);
        for (String[] each : Commands.ALL) {
            Main.add(each[0], all, streams);
        }
        streams.print(AutoComplete.bash("eni", all));
        return Main.CLEAN;
    }
}
