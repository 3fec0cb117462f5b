package io.enikit.cli;

import io.enikit.json.Finding;
import io.enikit.json.Findings;
import io.enikit.json.Reading;
import io.enikit.rules.RuleSet;
import io.enikit.rules.Severity;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code eni check}: what EC2 would refuse, or what breaks its rules already. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = Commands.CHECK,
        footer = {
            "",
            "Examples:",
            "  eni check template.yaml",
            "  aws ec2 describe-network-interfaces > enis.json; aws ec2 describe-subnets > subnets.json",
            "  eni check enis.json subnets.json --fail-on error",
            "  eni check . --format sarif > eni.sarif",
            "  terraform show -json tfplan | eni check - --quotas vpcs=20 --ignore 'quota # see ticket 7'",
            "",
            "Exit status: 0 if nothing was found, 1 if something was that --fail-on names, 2 if a file cannot",
            "be read; the other files are checked all the same. Of a folder, files of other kinds are left",
            "out, and so are folders with names that begin with a dot."
        })
final class CheckCommand implements Callable<Integer> {
    private final Streams streams;

    /** The forms of the output. */
    enum Format {
        text,
        json,
        sarif,
        junit,
        gitlab
    }

    /** What makes the command fail. */
    enum FailOn {
        error,
        warning,
        never
    }

    @Mixin
    private final Network network;

    @Mixin
    private Ignored ignored = new Ignored();

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless given.")
    private Format format = Format.text;

    @Option(
            names = "--fail-on",
            description = "What makes the exit status 1: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless given.")
    private FailOn failOn = FailOn.warning;

    CheckCommand(Streams streams) {
        this.streams = streams;
        this.network = new Network(streams);
    }

    @Override
    public Integer call() {
        RuleSet rules = network.rules();
        ignored.read(rules);
        Reading reading = network.read();
        boolean nothing = !reading.unreadable().isEmpty()
                && reading.plan().resources().findAny().isEmpty();
        if (nothing || format != Format.text) {
            reading.unreadable().forEach(fault -> streams.complain(fault.getMessage()));
        }
        if (nothing) {
            return Main.FAILED;
        }
        Findings all = reading.check(rules);
        Findings left = ignored.filter(all);
        switch (format) {
            case json -> streams.print(left.toJson());
            case sarif -> streams.print(left.toSarif());
            case gitlab -> streams.print(CodeQuality.write(left));
            case junit -> streams.print(JUnitXml.write(left));
            case text -> printText(all, left);
        }
        ignored.writeBaseline(all);
        if (!reading.unreadable().isEmpty()) {
            return Main.FAILED;
        }
        return left.findings().stream().map(Finding::violation).anyMatch(each -> fails(each.severity()))
                ? Main.FOUND
                : Main.CLEAN;
    }

    private void printText(Findings all, Findings left) {
        streams.printReport(left);
        if (!left.outside().isEmpty()) {
            streams.println("mentioned, but not in these files: " + left.outside());
        }
        if (network.leftOut() > 0) {
            streams.println("left out, as files of other kinds: " + network.leftOut());
        }
        ignored.reasons(all).forEach(streams::println);
    }

    private boolean fails(Severity severity) {
        return switch (failOn) {
            case error -> severity == Severity.ERROR;
            case warning -> severity == Severity.ERROR || severity == Severity.WARNING;
            case never -> false;
        };
    }
}
