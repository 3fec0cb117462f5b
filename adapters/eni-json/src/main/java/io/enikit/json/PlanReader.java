package io.enikit.json;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.enikit.internal.VisibleText;
import io.enikit.json.cloudformation.Assets;
import io.enikit.json.cloudformation.Stacks;
import io.enikit.json.cloudformation.Template;
import io.enikit.json.described.Answers;
import io.enikit.json.described.Described;
import io.enikit.json.gathered.Collector;
import io.enikit.json.terraform.TerraformFiles;
import io.enikit.json.text.Budget;
import io.enikit.json.text.MapDocument;
import io.enikit.json.text.Node;
import io.enikit.json.text.Place;
import io.enikit.json.text.WrapperLines;
import io.enikit.json.text.YamlDocuments;
import io.enikit.model.Quotas;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads plans from what people have: AWS CLI output, CloudFormation templates, Terraform plans and states, and plan texts.
 * Immutable.
 *
 * <p>What a file is follows from its content. Any number of files, and of pages in a file, make one plan. A Terraform plan
 * may be read together with describe output and with states: these show what exists, and what the plan deletes or replaces
 * is left out of it. Resources of Terraform are called by their addresses, those that describe output shows or names by their ids.
 *
 * <p>A {@linkplain io.enikit.model.PlanText plan text} shows all there is: where only plan texts are read, what they mention and
 * do not show does not exist. Beside other files, it is taken for what is planned.
 *
 * <p>A Terraform plan says that an expression uses {@code count.index}, not how: it is taken to mean the instance of the
 * same index, also where it is {@code (count.index + 1) % n}. It does not say what locals are: what a local may mean is what
 * its module has, is given or takes from modules that it calls. If that is one VPC, it is that one; if it is several, all of
 * them are tried.
 */
public final class PlanReader {
    private static final PlanReader DEFAULT =
            new PlanReader(ReadLimits.defaults(), ImmutableMap.of(), ImmutableList.of(), Optional.empty());

    private final ReadLimits limits;
    private final ImmutableMap<String, String> parameters;
    private final ImmutableList<String> availabilityZones;
    private final Optional<Quotas> quotas;

    private PlanReader(
            ReadLimits limits,
            ImmutableMap<String, String> parameters,
            ImmutableList<String> availabilityZones,
            Optional<Quotas> quotas) {
        this.limits = limits;
        this.parameters = parameters;
        this.availabilityZones = availabilityZones;
        this.quotas = quotas;
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
        return new PlanReader(requireNonNull(newLimits, "newLimits"), parameters, availabilityZones, quotas);
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
                availabilityZones,
                quotas);
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
        return new PlanReader(limits, parameters, ImmutableList.copyOf(zones), quotas);
    }

    /**
     * Returns a reader that knows the quotas of the account.
     *
     * <p>Without them, the quotas of plan texts count, and else AWS's defaults, raised where the files show that more exists.
     *
     * @param newQuotas the quotas
     * @return the new reader
     */
    public PlanReader withQuotas(Quotas newQuotas) {
        return new PlanReader(
                limits, parameters, availabilityZones, Optional.of(requireNonNull(newQuotas, "newQuotas")));
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
        return read(sources, fault -> {
            throw fault;
        });
    }

    /**
     * Reads what can be read of files; each is read whole or not at all.
     *
     * @param files the files
     * @return what is in them; {@link Reading#unreadable} lists those that could not be read
     */
    public Reading tryRead(Path... files) {
        requireNonNull(files, "files");
        return tryRead(Arrays.stream(files).map(Source::of).toList());
    }

    /**
     * Reads what can be read of sources of any kind; each is read whole or not at all.
     *
     * @param sources the sources
     * @return what is in them; {@link Reading#unreadable} lists those that could not be read
     */
    public Reading tryRead(List<Source> sources) {
        requireNonNull(sources, "sources");
        List<UnreadableException> faults = new ArrayList<>();
        return read(sources, faults::add).withUnreadable(faults);
    }

    private Reading read(List<Source> sources, Consumer<UnreadableException> faults) {
        Collector collector = new Collector(new Budget(limits));
        List<Node> wholes = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        boolean onlyPlanTexts = !sources.isEmpty();
        for (Source source : sources) {
            Collector part = new Collector(collector.budget());
            List<Node> found = new ArrayList<>();
            try {
                onlyPlanTexts &= read(source, part, found::add);
                if (names.isEmpty()) {
                    collector = part;
                } else {
                    collector.absorb(part);
                }
                wholes.addAll(found);
                names.add(source.name());
            } catch (UnreadableException fault) {
                onlyPlanTexts = false;
                faults.accept(fault);
            }
        }
        quotas.ifPresent(collector::quotas);
        if (onlyPlanTexts) {
            collector.openFacts().nothingOutside();
        }
        while (true) {
            Collector attempt = wholes.isEmpty() ? collector : collector.fork(collector.budget());
            attempt.files().expect(names);
            try {
                return readTogether(wholes, attempt);
            } catch (UnreadableException fault) {
                faults.accept(fault);
                if (!wholes.removeIf(each ->
                        each.place().origin().file().equals(fault.origin().file()))) {
                    throw fault;
                }
                names.remove(fault.origin().file());
            }
        }
    }

    private Reading readTogether(List<Node> wholes, Collector collector) {
        List<Node> templates = wholes.stream().filter(PlanReader::isTemplate).toList();
        TerraformFiles.read(wholes.stream().filter(PlanReader::isTerraform).toList(), collector);
        if (!templates.isEmpty()) {
            Assets assets = new Assets(wholes.stream()
                    .filter(each -> !isTemplate(each) && !isTerraform(each))
                    .toList());
            return new Worlds(templates, new Stacks.Input(parameters, availabilityZones, assets), collector).read();
        }
        return new Reading(collector.build(), Branches.none());
    }

    private static boolean isTemplate(Node whole) {
        return !isTerraform(whole) && whole.find(Template.RESOURCES).isPresent();
    }

    private static boolean isTerraform(Node whole) {
        return TerraformFiles.isOne(whole.members().keySet());
    }

    /** Reads a source, and returns whether it is a plan text, which shows all there is. */
    private boolean read(Source source, Collector collector, Consumer<Node> wholes) {
        if (source.map().isPresent()) {
            document(MapDocument.read(source.name(), source.map().get(), collector.budget()), collector, wholes);
            return false;
        }
        try (Reader reader = WrapperLines.without(TextInput.open(source, collector.budget()))) {
            if (PlanTexts.isOne(reader)) {
                PlanTexts.read(source.name(), reader, collector);
                return true;
            } else if (TextInput.looksLikeJson(reader)) {
                JsonDocuments.read(source.name(), reader, collector, wholes, body -> body(body, collector, wholes));
            } else {
                YamlDocuments.read(
                        source.name(), reader, collector.budget(), node -> document(node, collector, wholes));
            }
            return false;
        } catch (CharacterCodingException e) {
            throw Place.of(source.name()).refuse("is neither JSON nor YAML: it is no text in a form of Unicode", e);
        } catch (IOException | UncheckedIOException e) {
            throw Place.of(source.name()).refuse("cannot be read: " + e, e);
        }
    }

    /** Reads the template in an answer of CloudFormation, be it an object or a text. */
    private void body(Node body, Collector collector, Consumer<Node> wholes) {
        if (body.is(Node.Kind.TEXT)) {
            read(Source.of(body.place().origin().file(), body.text()), collector, wholes);
        } else {
            document(body, collector, wholes);
        }
    }

    /** Takes over a document that was read as a whole. */
    private void document(Node document, Collector collector, Consumer<Node> wholes) {
        if (!document.is(Node.Kind.OBJECT)) {
            throw document.refuse("expected an object, found " + document.kind().words())
                    .ofAnotherKind();
        }
        boolean described = false;
        for (Map.Entry<String, Node> each : document.members().entrySet()) {
            Optional<String> list = Answers.list(each.getKey());
            Optional<String> single = Answers.single(each.getKey());
            if (list.isPresent()) {
                collector.files().sawList(list.get(), each.getValue().place());
                Described.Reader reader = Described.reader(list.get());
                each.getValue()
                        .items()
                        .forEach(item -> reader.read(Answers.inTheWordsOfTheCli(item, each.getKey()), collector));
                described = true;
            } else if (single.isPresent() && each.getValue().is(Node.Kind.OBJECT)) {
                Described.readSingle(single.get(), each.getKey(), each.getValue(), collector);
                described = true;
            }
        }
        Optional<Node> body = document.find(Answers.TEMPLATE_BODY);
        if (document.find(Template.RESOURCES).isPresent()
                || document.find(Assets.FILES).isPresent()
                || TerraformFiles.isOne(document.members().keySet())) {
            wholes.accept(document);
        } else if (body.isPresent()) {
            body(body.get(), collector, wholes);
        } else if (!described) {
            others(document, collector);
        }
    }

    /** Counts what is in an answer of AWS that is not read. */
    private static void others(Node document, Collector collector) {
        boolean any = false;
        for (Map.Entry<String, Node> each : document.members().entrySet()) {
            Node value = each.getValue();
            if (Answers.mayBeList(each.getKey())
                    && value.is(Node.Kind.LIST)
                    && value.items().stream().allMatch(item -> item.is(Node.Kind.OBJECT))) {
                collector.files().unread().add(each.getKey(), value.items().size());
                any = true;
            }
        }
        if (!any) {
            throw document.refuse(Answers.expectation(document.members().keySet()))
                    .ofAnotherKind();
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PlanReader that
                && limits.equals(that.limits)
                && parameters.equals(that.parameters)
                && availabilityZones.equals(that.availabilityZones)
                && quotas.equals(that.quotas);
    }

    @Override
    public int hashCode() {
        return Objects.hash(limits, parameters, availabilityZones, quotas);
    }

    /** {@return the limits, the parameters, the availability zones and the quotas} */
    @Override
    public String toString() {
        return VisibleText.of("PlanReader[limits=" + limits + ", parameters=" + parameters + ", availabilityZones="
                + availabilityZones + quotas.map(each -> ", quotas=" + each).orElse("") + "]");
    }
}
