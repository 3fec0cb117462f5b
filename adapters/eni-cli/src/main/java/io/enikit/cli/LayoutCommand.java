package io.enikit.cli;

import io.enikit.diagram.SvgDiagram;
import io.enikit.ipam.CidrLayout;
import io.enikit.ipam.LayoutDiff;
import io.enikit.net.Cidr;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code eni layout}: blocks for names, which stay where they are. */
@Command(
        name = "layout",
        mixinStandardHelpOptions = true,
        description = Commands.LAYOUT,
        footer = {
            "",
            "Examples:",
            "  eni layout vpc.lock --block 10.0.0.0/16 public-a=24 public-b=24 private-a=20",
            "  eni layout vpc.lock                              shows it",
            "  eni layout vpc.lock --check public-a=24 …        exit status 1 if the file would change"
        })
final class LayoutCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(index = "0", paramLabel = "FILE", description = "The lock file; it is made where there is none.")
    private Path file = Path.of("");

    @Parameters(
            index = "1..*",
            paramLabel = "NAME=LENGTH",
            description = "All names that are to have a block, with the prefix length, such as public-a=24.")
    private Map<String, Integer> wanted = new LinkedHashMap<>();

    @Option(names = "--block", paramLabel = "CIDR", description = "A block to give from; may be repeated.")
    private List<Cidr> blocks = new ArrayList<>();

    @Option(names = "--check", description = "Changes nothing; the exit status is 1 if something would change.")
    private boolean check;

    @Option(names = "--svg", description = "Prints a picture of the layout instead of its text.")
    private boolean svg;

    LayoutCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        boolean isNew = !Files.exists(file);
        if (isNew && blocks.isEmpty()) {
            throw new Failure(file + ": there is no such file; to make it, give a --block");
        }
        CidrLayout before = isNew ? CidrLayout.empty(blocks.toArray(Cidr[]::new)) : read();
        CidrLayout after = before;
        for (Cidr block : blocks) {
            after = after.blocks().contains(block) ? after : after.plusBlock(block);
        }
        after = wanted.isEmpty() ? after : plan(after);
        if (!after.impossible().isEmpty()) {
            throw new Failure(file + ": " + after.impossible());
        }
        LayoutDiff diff = after.diffFrom(before);
        boolean changes = isNew || !after.equals(before);
        if (changes && !check) {
            Streams.write(file, after.write());
        }
        if (svg) {
            streams.printWhole(SvgDiagram.of(after.addressMap()));
        } else {
            streams.println(changes ? diff : after);
        }
        return check && changes ? Main.FOUND : Main.CLEAN;
    }

    private CidrLayout plan(CidrLayout layout) {
        try {
            return layout.plan(wanted);
        } catch (IllegalArgumentException e) {
            throw new Failure(e.getMessage());
        }
    }

    private CidrLayout read() {
        try {
            return CidrLayout.read(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException | IllegalArgumentException e) {
            throw Failure.of(file.toString(), e);
        }
    }
}
