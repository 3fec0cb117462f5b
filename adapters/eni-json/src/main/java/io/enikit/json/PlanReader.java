package io.enikit.json;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.enikit.internal.VisibleText;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads plans from what people have: AWS CLI output, CloudFormation templates, Terraform plans and states. Immutable.
 *
 * <p>What a file is follows from its content. Any number of files, and of pages in a file, make one plan. A Terraform plan
 * may be read together with describe output and with states: these show what exists, and what the plan deletes or replaces
 * is left out of it. Resources of Terraform are called by their addresses, those that describe output shows by their ids.
 *
 * <p>A Terraform plan says that an expression uses {@code count.index}, not how: it is taken to mean the instance of the
 * same index, also where it is {@code (count.index + 1) % n}. It does not say what locals are: what a local may mean is what
 * its module has, is given or takes from modules that it calls. If that is one VPC, it is that one; if it is several, all of
 * them are tried.
 */
public final class PlanReader {
    private static final PlanReader DEFAULT =
            new PlanReader(ReadLimits.defaults(), ImmutableMap.of(), ImmutableList.of());

    private final ReadLimits limits;
    private final ImmutableMap<String, String> parameters;
    private final ImmutableList<String> availabilityZones;

    private PlanReader(
            ReadLimits limits, ImmutableMap<String, String> parameters, ImmutableList<String> availabilityZones) {
        this.limits = limits;
        this.parameters = parameters;
        this.availabilityZones = availabilityZones;
    }

    /** {@return a reader with the default limits, and no values for templates} */
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
        return new PlanReader(requireNonNull(newLimits, "newLimits"), parameters, availabilityZones);
    }

    /**
     * Returns a reader that gives a parameter of CloudFormation templates a value, in place of its default.
     *
     * @param name the name of the parameter, or of a pseudo-parameter such as {@code AWS::Region}
     * @param value the value; the values of a list have commas between them
     * @return the new reader
     */
    public PlanReader withParameter(String name, String value) {
        requireNonNull(name, "name");
        requireNonNull(value, "value");
        return new PlanReader(
                limits,
                ImmutableMap.<String, String>builder()
                        .putAll(parameters)
                        .put(name, value)
                        .buildKeepingLast(),
                availabilityZones);
    }

    /**
     * Returns a reader that knows the availability zones of the Region, which templates ask for with
     * {@code Fn::GetAZs}.
     *
     * @param zones the zones in their order, such as {@code eu-west-1a}
     * @return the new reader
     */
    public PlanReader withAvailabilityZones(String... zones) {
        requireNonNull(zones, "zones");
        return new PlanReader(limits, parameters, ImmutableList.copyOf(zones));
    }

    /**
     * Reads files.
     *
     * @param files the files
     * @return what is in them
     * @throws UnreadableException if a file cannot be read, with the first fault and its place
     */
    public Reading read(Path... files) {
        requireNonNull(files, "files");
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
        requireNonNull(sources, "sources");
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
        requireNonNull(sources, "sources");
        Collector collector = new Collector(new Budget(limits));
        List<Node> wholes = new ArrayList<>();
        for (Source source : sources) {
            read(source, collector, wholes::add);
        }
        List<Node> templates = wholes.stream().filter(PlanReader::isTemplate).toList();
        TerraformFiles.read(wholes.stream().filter(PlanReader::isTerraform).toList(), collector);
        if (!templates.isEmpty()) {
            Assets assets = new Assets(wholes.stream()
                    .filter(each -> !isTemplate(each) && !isTerraform(each))
                    .toList());
            return new Worlds(templates, new Stacks.Input(parameters, availabilityZones, assets), collector).read();
        }
        return collector.build();
    }

    private static boolean isTemplate(Node whole) {
        return !isTerraform(whole) && whole.find(Template.RESOURCES).isPresent();
    }

    private static boolean isTerraform(Node whole) {
        return TerraformFiles.isOne(whole.members().keySet());
    }

    private void read(Source source, Collector collector, Consumer<Node> wholes) {
        if (source.map().isPresent()) {
            whole(MapDocument.read(source.name(), source.map().get(), collector.budget()), collector, wholes);
            return;
        }
        try (Reader reader = TextInput.open(source, collector.budget())) {
            if (TextInput.looksLikeJson(reader)) {
                JsonDocuments.read(source.name(), reader, collector, wholes);
            } else {
                YamlDocuments.read(source.name(), reader, collector.budget(), node -> whole(node, collector, wholes));
            }
        } catch (CharacterCodingException e) {
            throw Place.of(source.name()).refuse("is neither JSON nor YAML: it is no text in a form of Unicode", e);
        } catch (IOException | UncheckedIOException e) {
            throw Place.of(source.name()).refuse("cannot be read: " + e, e);
        }
    }

    /** Takes over a document that was read as a whole. */
    private static void whole(Node document, Collector collector, Consumer<Node> wholes) {
        boolean described = false;
        for (Map.Entry<String, Node> each : document.members().entrySet()) {
            if (Described.LISTS.containsKey(each.getKey())) {
                collector.sawList(each.getKey());
                Described.Reader reader = Described.reader(each.getKey());
                each.getValue().items().forEach(item -> reader.read(item, collector));
                described = true;
            }
        }
        if (document.find(Template.RESOURCES).isPresent()
                || document.find(Assets.FILES).isPresent()
                || TerraformFiles.isOne(document.members().keySet())) {
            wholes.accept(document);
        } else if (!described) {
            throw document.refuse(JsonDocuments.expectation());
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PlanReader that
                && limits.equals(that.limits)
                && parameters.equals(that.parameters)
                && availabilityZones.equals(that.availabilityZones);
    }

    @Override
    public int hashCode() {
        return Objects.hash(limits, parameters, availabilityZones);
    }

    /** {@return the limits, the parameters and the availability zones} */
    @Override
    public String toString() {
        return VisibleText.of("PlanReader[limits=" + limits + ", parameters=" + parameters + ", availabilityZones="
                + availabilityZones + "]");
    }
}
