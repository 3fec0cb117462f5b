package io.enikit.json;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The files in the test resources. */
final class Samples {
    static final String[] ACCOUNT = {
        "account/vpcs.json",
        "account/subnets.json",
        "account/enis.json",
        "account/instances.json",
        "account/addresses.json",
        "account/groups.json"
    };

    private Samples() {}

    static String text(String file) {
        try (InputStream stream = requireNonNull(Samples.class.getResourceAsStream(file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Source source(String file) {
        return Source.of(file, text(file));
    }

    static Reading read(String... files) {
        return PlanReader.create().read(sources(files));
    }

    static List<Source> sources(String... files) {
        return Arrays.stream(files).map(Samples::source).toList();
    }
}
