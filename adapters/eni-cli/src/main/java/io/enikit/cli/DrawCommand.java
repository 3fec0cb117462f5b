package io.enikit.cli;

import io.enikit.diagram.AddressMap;
import io.enikit.diagram.MermaidDiagram;
import io.enikit.diagram.SlotGrid;
import io.enikit.diagram.SvgDiagram;
import io.enikit.diagram.TextDiagram;
import io.enikit.limits.InstanceTypes;
import io.enikit.limits.InstanceUsage;
import io.enikit.model.NetworkPlan;
import io.enikit.model.VpcId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code eni draw}: what is there. */
@Command(
        name = "draw",
        mixinStandardHelpOptions = true,
        description = Commands.DRAW,
        footer = {
            "",
            "Examples:",
            "  eni draw subnets.json enis.json",
            "  eni draw template.yaml --format svg --vpc main > vpc.svg",
            "  eni draw enis.json --instance i-0123456789abcdef0 --format svg > slots.svg"
        })
final class DrawCommand implements Callable<Integer> {
    private final Streams streams;

    /** The forms of the output. */
    enum Format {
        text,
        svg,
        mermaid
    }

    @Mixin
    private final Network network;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless given.")
    private Format format = Format.text;

    @Option(names = "--vpc", paramLabel = "ID", description = "One VPC only, by its id or its tag Name.")
    private @Nullable String vpc;

    @Option(
            names = "--instance",
            paramLabel = "ID",
            description = "One instance only, by its id or its tag Name: its places for interfaces.")
    private @Nullable String instance;

    @Option(names = "--addresses", description = "With svg: the blocks of one VPC to scale, instead of its interfaces.")
    private boolean addresses;

    @Mixin
    private Width width = new Width();

    DrawCommand(Streams streams) {
        this.streams = streams;
        this.network = new Network(streams);
    }

    @Override
    public Integer call() {
        if (addresses && format != Format.svg) {
            throw new Failure("--addresses: give --format svg as well");
        } else if (instance != null && format == Format.mermaid) {
            throw new Failure("--instance: expected --format text or svg");
        }
        InstanceTypes types = network.types();
        NetworkPlan whole = network.plan();
        if (instance != null) {
            SlotGrid slots = slotsOf(whole, instance, types);
            if (format == Format.svg) {
                streams.printWhole(SvgDiagram.of(slots));
            } else {
                streams.print(Columns.of(rows(slots)));
            }
            return Main.CLEAN;
        }
        NetworkPlan plan = vpc == null ? whole : Selection.ofVpc(whole, vpc);
        switch (format) {
            case text ->
                streams.printWhole(
                        width.fit(TextDiagram.of(plan).withSlots(InstanceUsage.slotsIn(plan, types)), streams));
            case mermaid -> streams.printWhole(MermaidDiagram.of(plan));
            case svg -> streams.printWhole(addresses ? SvgDiagram.of(addressesOf(plan)) : SvgDiagram.of(plan));
        }
        return Main.CLEAN;
    }

    private static SlotGrid slotsOf(NetworkPlan plan, String instance, InstanceTypes types) {
        return Selection.find(plan.instances(), instance)
                .flatMap(found -> InstanceUsage.of(plan, found.id(), types))
                .orElseThrow(() -> new Failure(
                        "instance \"" + instance + "\": it is not in these files, or nothing is known about its type"))
                .slots();
    }

    private static List<List<String>> rows(SlotGrid slots) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("card", "index", "interface", "addresses", "at most"));
        slots.slots()
                .forEach(slot -> rows.add(List.of(
                        Integer.toString(slot.networkCardIndex()),
                        Integer.toString(slot.deviceIndex()),
                        slot.eni().isPresent() ? slot.name() : "free",
                        Integer.toString(slot.addresses()),
                        slot.addressLimit().isPresent()
                                ? Integer.toString(slot.addressLimit().getAsInt())
                                : "-")));
        return rows;
    }

    private static AddressMap addressesOf(NetworkPlan plan) {
        VpcId vpc = Selection.vpc(plan, null);
        return AddressMap.of(plan, vpc).orElseThrow(() -> new Failure("the VPC \"" + vpc + "\" has no IPv4 block"));
    }
}
