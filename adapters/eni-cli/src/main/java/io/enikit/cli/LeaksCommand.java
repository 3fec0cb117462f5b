package io.enikit.cli;

import io.enikit.insight.Certainty;
import io.enikit.insight.InterfaceOwner;
import io.enikit.insight.Leak;
import io.enikit.insight.Leaks;
import io.enikit.model.NetworkPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code eni leaks}: what nothing uses. */
@Command(
        name = "leaks",
        mixinStandardHelpOptions = true,
        description = Commands.LEAKS,
        footer = {
            "",
            "Examples:",
            "  eni leaks today/",
            "  eni leaks today/ --before yesterday/ --at-least likely",
            "",
            "One capture shows a moment: an interface may be about to be attached. What is unused in an",
            "earlier capture as well is one level more certain.",
            "Exit status: 0 if nothing is found, 1 if something is, 2 if a file cannot be read."
        })
final class LeaksCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin
    private final Network network;

    @Option(
            names = "--before",
            paramLabel = "FILE",
            description = "A file or folder of an earlier capture of the same account; may be repeated.")
    private List<String> before = new ArrayList<>();

    @Option(
            names = "--at-least",
            paramLabel = "LEVEL",
            description = "Only what is at least so certain: possible, likely, certain; possible unless given.")
    private Certainty least = Certainty.POSSIBLE;

    LeaksCommand(Streams streams) {
        this.streams = streams;
        this.network = new Network(streams);
    }

    @Override
    public Integer call() {
        NetworkPlan after = network.plan();
        Leaks leaks = before.isEmpty() ? Leaks.in(after) : Leaks.between(network.plan(before), after);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("certainty", "what", "reason", "owner"));
        leaks.atLeast(least).forEach(each -> rows.add(row(each)));
        if (rows.size() == 1) {
            streams.println("no leaks");
            return Main.CLEAN;
        }
        streams.print(Columns.of(rows));
        return Main.FOUND;
    }

    private static List<String> row(Leak leak) {
        return List.of(
                leak.certainty().toString().toLowerCase(Locale.ROOT),
                leak.subject().kind().word() + " " + leak.subject(),
                leak.reason(),
                leak.owner().map(InterfaceOwner::toString).orElse("-"));
    }
}
