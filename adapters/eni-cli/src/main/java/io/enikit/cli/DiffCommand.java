package io.enikit.cli;

import io.enikit.diagram.SvgDiagram;
import io.enikit.diagram.TextDiagram;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanDiff;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code eni diff}: what is different between two states. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = Commands.DIFF,
        footer = {
            "",
            "Example:",
            "  eni diff yesterday/ today/ --format svg > changes.svg",
            "",
            "Exit status: 0 if nothing is different, 1 if something is, 2 if a file cannot be read."
        })
final class DiffCommand implements Callable<Integer> {
    private final Streams streams;

    /** The forms of the output. */
    enum Format {
        text,
        picture,
        svg
    }

    @Parameters(index = "0", paramLabel = "BEFORE", description = "A file or folder.")
    private String before = "";

    @Parameters(index = "1", paramLabel = "AFTER", description = "A file or folder; - is standard input.")
    private String after = "";

    @Mixin
    private Inputs inputs = new Inputs();

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless given.")
    private Format format = Format.text;

    DiffCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        NetworkPlan from = inputs.plan(List.of(before), streams);
        NetworkPlan to = inputs.plan(List.of(after), streams);
        PlanDiff diff = PlanDiff.between(from, to);
        switch (format) {
            case text -> streams.println(diff);
            case picture -> streams.println(TextDiagram.between(from, to));
            case svg -> streams.println(SvgDiagram.between(from, to));
        }
        return diff.isEmpty() ? Main.CLEAN : Main.FOUND;
    }
}
