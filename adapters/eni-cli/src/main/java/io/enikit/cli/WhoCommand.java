package io.enikit.cli;

import io.enikit.insight.InterfaceOwner;
import io.enikit.insight.OwnerKind;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.net.IpAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code eni who}: whose network interfaces are. */
@Command(
        name = "who",
        mixinStandardHelpOptions = true,
        description = Commands.WHO,
        footer = {
            "",
            "Examples:",
            "  eni who enis.json",
            "  eni who enis.json --interface eni-0123456789abcdef0",
            "  eni who today/ --address 10.0.3.7",
            "",
            "An owner is shown with what says so, and with what to do so that the interface goes away. Where",
            "nothing says whose it is, it is unknown.",
            "Exit status: 0, 1 if no interface is found, 2 if a file cannot be read."
        })
final class WhoCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin
    private final Network network;

    @Option(names = "--interface", paramLabel = "ID", description = "This interface only; may be repeated.")
    private List<String> interfaces = new ArrayList<>();

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            description = "The interface that has this address, private or public, only; may be repeated.")
    private List<IpAddress> addresses = new ArrayList<>();

    @Option(names = "--unknown", description = "Interfaces only of which nothing says whose they are.")
    private boolean unknown;

    WhoCommand(Streams streams) {
        this.streams = streams;
        this.network = new Network(streams);
    }

    @Override
    public Integer call() {
        NetworkPlan plan = network.plan();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("interface", "owner", "evidence", "to have it go"));
        for (Eni eni : chosen(plan)) {
            InterfaceOwner owner = InterfaceOwner.of(eni, plan);
            if (!unknown || owner.kind() == OwnerKind.UNKNOWN) {
                rows.add(List.of(
                        eni.id().toString(),
                        owner.kind() + owner.name().map(" "::concat).orElse(""),
                        owner.evidence(),
                        owner.ask()));
            }
        }
        if (rows.size() == 1) {
            streams.println("no interface");
            return Main.FOUND;
        }
        streams.print(Columns.of(rows));
        return Main.CLEAN;
    }

    private Set<Eni> chosen(NetworkPlan plan) {
        if (interfaces.isEmpty() && addresses.isEmpty()) {
            return plan.enis();
        }
        Set<Eni> chosen = new LinkedHashSet<>();
        for (String id : interfaces) {
            chosen.add(Selection.find(plan.enis(), id)
                    .orElseThrow(() -> new Failure("interface \"" + id + "\": it is not in these files")));
        }
        for (IpAddress address : addresses) {
            chosen.addAll(plan.ownersOf(address));
            plan.elasticIps().stream()
                    .filter(each -> each.publicIp().filter(address::equals).isPresent())
                    .flatMap(each -> each.association().stream())
                    .flatMap(each -> plan.eni(each.eniId()).stream())
                    .forEach(chosen::add);
        }
        return chosen;
    }
}
