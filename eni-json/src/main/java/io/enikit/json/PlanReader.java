package io.enikit.json;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Reads plans from what people have: AWS CLI output, CloudFormation templates, Terraform plans. Immutable.
 *
 * <p>What a file is follows from its content. Any number of files, and of pages in a file, make one plan.
 */
public final class PlanReader {
    private static final PlanReader DEFAULT = new PlanReader(ReadLimits.defaults());

    private final ReadLimits limits;

    private PlanReader(ReadLimits limits) {
        this.limits = limits;
    }

    /** {@return a reader with the default limits} */
    public static PlanReader create() {
        return DEFAULT;
    }

    /**
     * Returns a reader with other limits.
     *
     * @param newLimits how much of a file is read
     * @return the new reader
     */
    public PlanReader withLimits(ReadLimits newLimits) {
        return new PlanReader(requireNonNull(newLimits, "newLimits"));
    }

    /**
     * Reads files.
     *
     * @param files the files
     * @return what is in them
     * @throws UnreadableException if a file cannot be read, with the first fault and its place
     */
    public Reading read(Path... files) {
        return read(Arrays.stream(files).map(Source::of).toList());
    }

    /**
     * Reads sources of any kind.
     *
     * @param sources the sources
     * @return what is in them
     * @throws UnreadableException if a source cannot be read, with the first fault and its place
     */
    public Reading read(Source... sources) {
        return read(Arrays.asList(sources));
    }

    /**
     * Reads sources of any kind.
     *
     * @param sources the sources
     * @return what is in them
     * @throws UnreadableException if a source cannot be read, with the first fault and its place
     */
    public Reading read(List<Source> sources) {
        Collector collector = new Collector();
        for (Source source : sources) {
            read(source, collector);
        }
        return collector.build();
    }

    private void read(Source source, Collector collector) {
        try (InputStream stream = source.open()) {
            JsonDocuments.read(source.name(), stream, limits, collector);
        } catch (IOException e) {
            throw Place.of(source.name()).refuse("cannot be read: " + e, e);
        }
    }
}
