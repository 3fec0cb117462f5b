package io.enikit.cli;

import io.enikit.limits.PodCapacity;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code eni pods}: how many pods an instance holds, with the arithmetic. */
@Command(
        name = "pods",
        mixinStandardHelpOptions = true,
        description = Commands.PODS,
        footer = {"", "Example:", "  eni pods m5.large c6g.xlarge --custom-networking"})
final class PodsCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(arity = "1..*", paramLabel = "TYPE", description = "Types such as m5.large.")
    private List<String> names = new ArrayList<>();

    @Mixin
    private Types table = new Types();

    @Option(names = "--custom-networking", description = "The primary interface gives no addresses to pods.")
    private boolean customNetworking;

    @Option(names = "--all-cards", description = "Interfaces on all network cards give addresses to pods.")
    private boolean allCards;

    PodsCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        for (String name : names) {
            PodCapacity pods = PodCapacity.of(table.limits(name));
            pods = customNetworking ? pods.customNetworking() : pods;
            pods = allCards ? pods.onAllCards() : pods;
            streams.println(name);
            streams.println("  secondary addresses  " + pods.explain());
            streams.println("  prefixes             " + pods.explainPrefixes());
            streams.println("  branch interfaces    " + pods.explainBranchInterfaces());
        }
        return Main.CLEAN;
    }
}
