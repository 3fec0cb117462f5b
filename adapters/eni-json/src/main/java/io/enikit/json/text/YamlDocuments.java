package io.enikit.json.text;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads the documents of a YAML file within limits, with CloudFormation's short tags written out.
 *
 * <p>An alias stands for the same value as its anchor and costs no memory; it is charged as if it were written out.
 */
public final class YamlDocuments {
    /** The key of YAML 1.1 that takes over the members of another object; the AWS CLI writes it out in templates. */
    private static final String MERGE = "<<";

    private static final int LONGEST_TEXT = 4 << 20;
    /** The parser copies all of a long text for each buffer of it, so a small one would make that slow. */
    private static final int BUFFER = 1 << 16;

    private final String file;
    private final Budget budget;
    private final Counting text;
    private final Iterator<Event> parsed;
    private final ShortTexts names = new ShortTexts();
    private final Map<String, Sized> anchors = new HashMap<>();

    /** A value, how many values it is when aliases are written out, and how many levels. */
    private record Sized(Node node, long size, int levels) {}

    /** Counts lines and characters, and ends with an exception where there are too many. */
    private static final class Counting extends FilterReader {
        private final Budget budget;
        private final Place place;
        private long count;
        private long countAtEvent;
        private int line = 1;

        Counting(Reader reader, Budget budget, Place place) {
            super(reader);
            this.budget = budget;
            this.place = place;
        }

        @Override
        public int read(char[] chars, int from, int length) throws IOException {
            int number = super.read(chars, from, length);
            for (int i = from; i < from + number; i++) {
                line += chars[i] == '\n' ? 1 : 0;
            }
            count += Math.max(number, 0);
            if (count > budget.limits().characters()) {
                throw place.at(line, 0).refuse(budget.tooLongForYaml());
            } else if (count - countAtEvent > LONGEST_TEXT + BUFFER) {
                throw place.at(line, 0)
                        .refuse("a text or a comment in it is longer than " + LONGEST_TEXT + " characters");
            }
            budget.lookNow(place);
            return number;
        }
    }

    private YamlDocuments(String file, Budget budget, Counting text, Iterator<Event> parsed) {
        this.file = file;
        this.budget = budget;
        this.text = text;
        this.parsed = parsed;
    }

    private Event next() {
        Event event = parsed.next();
        text.countAtEvent = text.count;
        return event;
    }

    public static void read(String file, Reader reader, Budget budget, Consumer<Node> documents) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(Integer.MAX_VALUE)
                .setBufferSize(BUFFER)
                .build();
        Counting counting = new Counting(reader, budget, Place.of(file));
        try {
            Iterator<Event> events = new ParserImpl(settings, new StreamReader(settings, counting));
            new YamlDocuments(file, budget, counting, events).readAll(documents);
        } catch (MarkedYamlEngineException e) {
            Place place =
                    e.getProblemMark().map(mark -> at(Place.of(file), mark)).orElse(Place.of(file));
            throw place.refuse("is neither JSON nor YAML: " + e.getProblem(), e);
        } catch (YamlEngineException e) {
            String reason = e.getCause() instanceof CharacterCodingException
                    ? "it is no text in a form of Unicode"
                    : e.getMessage();
            throw Place.of(file).at(counting.line, 0).refuse("is neither JSON nor YAML: " + reason, e);
        }
    }

    private static Place at(Place place, Mark mark) {
        return place.at(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static Place at(Place place, Event event) {
        Optional<Mark> mark = event.getStartMark();
        return mark.isPresent() ? at(place, mark.get()) : place;
    }

    private void readAll(Consumer<Node> documents) {
        while (parsed.hasNext()) {
            Event event = next();
            if (event instanceof NodeEvent start) {
                documents.accept(node(start, at(Place.of(file), start), 1).node);
                anchors.clear();
            }
        }
    }

    private Sized node(NodeEvent event, Place place, int depth) {
        budget.depth(depth, place);
        if (event instanceof AliasEvent alias) {
            @Nullable Sized known = anchors.get(alias.getAlias().getValue());
            if (known == null) {
                throw place.refuse("the alias " + alias.getAlias() + " stands for nothing above it");
            }
            budget.depth(depth + known.levels - 1, place);
            budget.values(known.size, place);
            return known;
        }
        budget.value(place);
        boolean isTagged = isShort(tagOf(event));
        Sized value = event instanceof ScalarEvent scalar
                ? new Sized(scalar(scalar, place), 1, 1)
                : collection((CollectionStartEvent) event, place, isTagged ? depth + 1 : depth);
        Sized tagged = isTagged
                ? new Sized(tagged(tagOf(event).orElseThrow(), value.node, place), value.size + 1, value.levels + 1)
                : value;
        event.getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), tagged));
        return tagged;
    }

    private static Optional<String> tagOf(NodeEvent event) {
        return event instanceof ScalarEvent scalar ? scalar.getTag() : ((CollectionStartEvent) event).getTag();
    }

    private static boolean isShort(Optional<String> tag) {
        return tag.filter(each -> each.startsWith("!") && each.length() > 1).isPresent();
    }

    /** Writes a short tag out: {@code !Ref x} is {@code {Ref: x}}, all others are functions but Condition. */
    private Node tagged(String tag, Node value, Place place) {
        budget.value(place);
        String word = tag.substring(1);
        String key = word.equals("Ref") || word.equals("Condition") ? word : "Fn::" + word;
        return Node.object(Map.of(key, value), place);
    }

    private Node scalar(ScalarEvent event, Place place) {
        budget.text(event.getValue(), place);
        String text = names.one(event.getValue());
        if (!event.isPlain() || event.getTag().isPresent()) {
            return Node.text(text, place);
        }
        return YamlScalar.of(text, place);
    }

    private Sized collection(CollectionStartEvent start, Place place, int depth) {
        return start.getEventId() == Event.ID.MappingStart ? object(place, depth) : list(place, depth);
    }

    private Sized object(Place place, int depth) {
        Map<String, Node> members = new LinkedHashMap<>();
        List<Node> merged = new ArrayList<>();
        long size = 1;
        int levels = 1;
        for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            if (!(event instanceof ScalarEvent scalar)) {
                throw at(place, event).refuse("expected keys that are texts");
            }
            String key = names.one(scalar.getValue());
            Place member = at(place.key(key), scalar);
            budget.text(key, member);
            Sized value = node((NodeEvent) next(), member, depth + 1);
            size += value.size;
            levels = Math.max(levels, value.levels + 1);
            if (scalar.isPlain() && key.equals(MERGE)) {
                merged.add(value.node);
            } else if (members.put(key, value.node) != null) {
                throw member.refuse(JsonCursor.thereTwice(key));
            }
        }
        merged.forEach(node -> merge(node, members));
        return new Sized(Node.object(members, place), size, levels);
    }

    /** Adds what is merged, be it an object or a list of them: the first one that has a key gives its value. */
    private void merge(Node merged, Map<String, Node> members) {
        for (Node each : merged.is(Node.Kind.LIST) ? merged.items() : List.of(merged)) {
            budget.values(each.members().size(), merged.place());
            each.members().forEach(members::putIfAbsent);
        }
    }

    private Sized list(Place place, int depth) {
        List<Node> items = new ArrayList<>();
        long size = 1;
        int levels = 1;
        for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            Sized item = node((NodeEvent) event, at(place.index(items.size(), 0, 0), event), depth + 1);
            size += item.size;
            levels = Math.max(levels, item.levels + 1);
            items.add(item.node);
        }
        return new Sized(Node.list(items, place), size, levels);
    }
}
