package io.enikit.json;

import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.YamlUnicodeReader;
import org.snakeyaml.engine.v2.common.Anchor;
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
 * <p>An alias stands for the same value as its anchor and costs no memory; how large all of it would be if it were
 * written out is limited.
 */
final class YamlDocuments {
    private static final int LONGEST_FILE = 64 << 20;
    /** The key of YAML 1.1 that takes over the members of another object; the AWS CLI writes it out in templates. */
    private static final String MERGE = "<<";

    private static final Pattern NULL = Pattern.compile("~|null|Null|NULL|");
    private static final Pattern FLAG = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,30}(\\.[0-9]{1,30})?");

    private final String file;
    private final ReadLimits limits;
    private final Iterator<Event> events;
    private final Map<Anchor, Sized> anchors = new HashMap<>();

    /** A value, and how many values it is when aliases are written out. */
    private record Sized(Node node, long size) {}

    private YamlDocuments(String file, ReadLimits limits, Iterator<Event> events) {
        this.file = file;
        this.limits = limits;
        this.events = events;
    }

    static void read(String file, InputStream stream, ReadLimits limits, Consumer<Node> documents) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit((int) Math.min(limits.bytes(), LONGEST_FILE))
                .build();
        try {
            Iterator<Event> events =
                    new ParserImpl(settings, new StreamReader(settings, new YamlUnicodeReader(stream)));
            new YamlDocuments(file, limits, events).readAll(documents);
        } catch (MarkedYamlEngineException e) {
            Place place =
                    e.getProblemMark().map(mark -> at(Place.of(file), mark)).orElse(Place.of(file));
            throw place.refuse("is neither JSON nor YAML: " + e.getProblem(), e);
        } catch (YamlEngineException e) {
            String reason = e.getCause() instanceof CharacterCodingException
                    ? "it is no text in a form of Unicode"
                    : e.getMessage();
            throw Place.of(file).refuse("is neither JSON nor YAML: " + reason, e);
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
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof NodeEvent start) {
                documents.accept(node(start, at(Place.of(file), start), 1).node);
                anchors.clear();
            }
        }
    }

    private Sized node(NodeEvent event, Place place, int depth) {
        if (depth > limits.depth()) {
            throw place.refuse("it is nested deeper than " + limits.depth() + " levels");
        }
        if (event instanceof AliasEvent alias) {
            @Nullable Sized known = anchors.get(alias.getAlias());
            if (known == null) {
                throw place.refuse("the alias " + alias.getAlias() + " stands for nothing above it");
            }
            return known;
        }
        Sized value = event instanceof ScalarEvent scalar
                ? new Sized(scalar(scalar, place), 1)
                : collection((CollectionStartEvent) event, place, depth);
        if (value.size > limits.values()) {
            throw place.refuse("there are more than " + limits.values() + " values");
        }
        Sized tagged = new Sized(tagged(tagOf(event), value.node, place), value.size);
        event.getAnchor().ifPresent(anchor -> anchors.put(anchor, tagged));
        return tagged;
    }

    private static Optional<String> tagOf(NodeEvent event) {
        return event instanceof ScalarEvent scalar ? scalar.getTag() : ((CollectionStartEvent) event).getTag();
    }

    /** Writes a short tag out: {@code !Ref x} is {@code {Ref: x}}, all others are functions but Condition. */
    private static Node tagged(Optional<String> tag, Node value, Place place) {
        if (tag.isEmpty() || !tag.get().startsWith("!") || tag.get().length() == 1) {
            return value;
        }
        String word = tag.get().substring(1);
        String key = word.equals("Ref") || word.equals("Condition") ? word : "Fn::" + word;
        return Node.object(Map.of(key, value), place);
    }

    private static Node scalar(ScalarEvent event, Place place) {
        String text = event.getValue();
        if (!event.isPlain() || event.getTag().isPresent()) {
            return Node.text(text, place);
        } else if (NULL.matcher(text).matches()) {
            return Node.nothing(place);
        } else if (FLAG.matcher(text).matches()) {
            return Node.flag(Boolean.parseBoolean(text), place);
        }
        return NUMBER.matcher(text).matches() ? Node.number(text, place) : Node.text(text, place);
    }

    private Sized collection(CollectionStartEvent start, Place place, int depth) {
        return start.getEventId() == Event.ID.MappingStart ? object(place, depth) : list(place, depth);
    }

    private Sized object(Place place, int depth) {
        Map<String, Node> members = new LinkedHashMap<>();
        List<Node> merged = new ArrayList<>();
        long size = 1;
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            if (!(event instanceof ScalarEvent key)) {
                throw at(place, event).refuse("expected keys that are texts");
            }
            Place member = at(place.key(key.getValue()), key);
            Sized value = node((NodeEvent) events.next(), member, depth + 1);
            size += value.size;
            if (key.isPlain() && key.getValue().equals(MERGE)) {
                merged.add(value.node);
            } else if (members.put(key.getValue(), value.node) != null) {
                throw member.refuse("the key " + key.getValue() + " is there twice");
            }
        }
        merged.forEach(node -> merge(node, members));
        return new Sized(Node.object(members, place), size);
    }

    /** Adds what is merged, be it an object or a list of them: the first one that has a key gives its value. */
    private static void merge(Node merged, Map<String, Node> members) {
        if (merged.is(Node.Kind.LIST)) {
            merged.items().forEach(each -> each.members().forEach(members::putIfAbsent));
        } else {
            merged.members().forEach(members::putIfAbsent);
        }
    }

    private Sized list(Place place, int depth) {
        List<Node> items = new ArrayList<>();
        long size = 1;
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            Sized item = node((NodeEvent) event, at(place.index(items.size(), 0, 0), event), depth + 1);
            size += item.size;
            items.add(item.node);
        }
        return new Sized(Node.list(items, place), size);
    }
}
