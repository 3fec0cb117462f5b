package io.enikit.cli;

import io.enikit.json.Reading;
import io.enikit.model.NetworkPlan;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The network that a command is about: its files, and how they are read. */
final class Network extends Inputs {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files and folders; - is standard input.")
    private List<String> files = new ArrayList<>();

    Network(Streams streams) {
        super(streams);
    }

    /** Reads the plan; none of the files may be unreadable. */
    NetworkPlan plan() {
        return plan(files);
    }

    /** Reads what can be read. */
    Reading read() {
        return read(files);
    }
}
