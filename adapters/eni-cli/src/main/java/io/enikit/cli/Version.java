package io.enikit.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version of the jar. */
final class Version implements IVersionProvider {
    Version() {}

    @Override
    public String[] getVersion() {
        return new String[] {
            "eni " + Objects.requireNonNullElse(Main.class.getPackage().getImplementationVersion(), "(not from a jar)")
        };
    }
}
