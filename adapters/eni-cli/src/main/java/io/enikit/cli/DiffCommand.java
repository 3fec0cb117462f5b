package io.enikit.cli;

import io.enikit.diagram.SvgDiagram;
import io.enikit.diagram.TextDiagram;
import io.enikit.insight.AwsCommands;
import io.enikit.insight.Transition;
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
            "Examples:",
            "  eni diff yesterday/ today/ --format svg > changes.svg",
            "  eni diff today/ wanted.plan --format aws > change.sh",
            "",
            "aws: the commands of the AWS CLI that lead from the first state to the second. Names that are no",
            "ids of EC2 are variables of the shell; what no command does is a comment. Read it before you run it.",
            "",
            "Exit status: 0 if nothing is different, 1 if something is, 2 if a file cannot be read."
        })
final class DiffCommand implements Callable<Integer> {
    private final Streams streams;

    /** The forms of the output. */
    enum Format {
        text,
        picture,
        svg,
        aws
    }

    @Parameters(index = "0", paramLabel = "BEFORE", description = "A file or folder.")
    private String before = "";

    @Parameters(index = "1", paramLabel = "AFTER", description = "A file or folder; - is standard input.")
    private String after = "";

    @Mixin
    private final Inputs inputs;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless given.")
    private Format format = Format.text;

    @Option(names = "--all", description = "With picture and svg: draws what is the same as well.")
    private boolean all;

    @Mixin
    private Width width = new Width();

    DiffCommand(Streams streams) {
        this.streams = streams;
        this.inputs = new Inputs(streams);
    }

    @Override
    public Integer call() {
        NetworkPlan from = inputs.plan(List.of(before));
        NetworkPlan to = inputs.plan(List.of(after));
        PlanDiff diff = PlanDiff.between(from, to);
        switch (format) {
            case text -> diff.sentences().forEach(streams::println);
            case picture -> streams.printWhole(width.fit(text(from, to), streams));
            case svg -> streams.printWhole(svg(from, to));
            case aws -> printCommands(Transition.between(from, to));
        }
        return diff.isEmpty() ? Main.CLEAN : Main.FOUND;
    }

    private TextDiagram text(NetworkPlan from, NetworkPlan to) {
        TextDiagram whole = TextDiagram.between(from, to);
        return all ? whole : whole.withOnlyChanges();
    }

    private SvgDiagram svg(NetworkPlan from, NetworkPlan to) {
        SvgDiagram whole = SvgDiagram.between(from, to);
        return all ? whole : whole.withOnlyChanges();
    }

    /** Prints a script for a POSIX shell; what no command does is a comment. */
    private void printCommands(Transition transition) {
        AwsCommands.of(transition.operations()).forEach(streams::printWhole);
        transition.remaining().toString().lines().forEach(line -> streams.println("# no command does this: " + line));
    }
}
