package io.enikit.cli;

import io.enikit.limits.InstanceLimits;
import io.enikit.limits.InstanceTypes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code eni types}: what instance types allow. */
@Command(
        name = "types",
        mixinStandardHelpOptions = true,
        description = Commands.TYPES,
        footer = {
            "",
            "Examples:",
            "  eni types m5.large",
            "  eni types m7i --interfaces 8",
        })
final class TypesCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(
            arity = "0..*",
            paramLabel = "TYPE",
            description = "Types such as m5.large, or families such as m5; all, without one.")
    private List<String> names = new ArrayList<>();

    @Mixin
    private Types table = new Types();

    @Option(
            names = "--interfaces",
            paramLabel = "N",
            description = "Only types that allow at least so many interfaces.")
    private int interfaces;

    @Option(
            names = "--addresses",
            paramLabel = "N",
            description = "Only types that allow at least so many IPv4 addresses on an interface.")
    private int addresses;

    TypesCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        InstanceTypes types = table.table();
        List<InstanceLimits> chosen = new ArrayList<>();
        for (String name : names) {
            List<InstanceLimits> found = types.stream()
                    .filter(each ->
                            each.instanceType().equals(name) || each.family().equals(name))
                    .toList();
            if (found.isEmpty()) {
                throw Types.unknown(name, types);
            }
            chosen.addAll(found);
        }
        if (names.isEmpty()) {
            types.stream().forEach(chosen::add);
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("type", "interfaces", "cards", "IPv4 each", "IPv6 each", "branches", "EFA", "source"));
        chosen.stream()
                .filter(each ->
                        each.maximumNetworkInterfaces() >= interfaces && each.ipv4AddressesPerInterface() >= addresses)
                .sorted(Comparator.comparing(InstanceLimits::instanceType))
                .forEach(each -> rows.add(row(each)));
        streams.print(Columns.of(rows));
        return rows.size() > 1 ? Main.CLEAN : Main.FOUND;
    }

    private static List<String> row(InstanceLimits limits) {
        return List.of(
                limits.instanceType(),
                Integer.toString(limits.maximumNetworkInterfaces()),
                Integer.toString(limits.networkCards().size()),
                Integer.toString(limits.ipv4AddressesPerInterface()),
                orDash(limits.ipv6AddressesPerInterface()),
                orDash(limits.branchInterfaces()),
                orDash(limits.maximumEfaInterfaces()),
                limits.source());
    }

    private static String orDash(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "-";
    }
}
