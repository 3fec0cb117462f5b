package io.enikit.json.declared;

import com.google.common.collect.ImmutableList;
import io.enikit.json.Origin;
import io.enikit.json.gathered.Collector;
import io.enikit.json.gathered.Declared;
import io.enikit.json.gathered.ReadRules;
import io.enikit.json.text.Node;
import io.enikit.json.text.Slice;
import io.enikit.json.text.Symbols;
import io.enikit.json.text.Texts;
import io.enikit.json.text.ValueAccess;
import io.enikit.model.ResourceId;
import io.enikit.net.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** The properties of a declared resource, or of an object in it. What is unknown or malformed is reported once asked for. */
final class Properties {
    private static final int MOST = 1 << 20;
    private static final int MOST_ADDRESSES = 1_000;

    private final Declared resource;
    private final ResourceId subject;
    private final Node object;
    private final Collector collector;

    private Properties(Declared resource, ResourceId subject, Node object, Collector collector) {
        this.resource = resource;
        this.subject = subject;
        this.object = object;
        this.collector = collector;
    }

    static Properties of(Declared resource, ResourceId subject, Collector collector) {
        return new Properties(resource, subject, resource.properties(), collector);
    }

    Properties within(Node part) {
        return new Properties(resource, subject, part, collector);
    }

    Properties about(ResourceId other) {
        return new Properties(resource, other, object, collector);
    }

    boolean has(String key) {
        return object.find(key).isPresent();
    }

    /** Finds a property as it is, known or not. */
    Optional<Node> raw(String key) {
        return object.find(key);
    }

    /** Finds an object that is a property; Terraform writes one as a list of one. */
    Optional<Properties> object(String key) {
        return find(key)
                .map(Launch::lone)
                .filter(node -> node.is(Node.Kind.OBJECT))
                .map(this::within);
    }

    /** Returns the texts in a list that are known. */
    List<String> texts(String key) {
        return items(key).stream().filter(Node::isScalar).map(Node::scalar).toList();
    }

    /** Returns whether a property is there, but its value is not known. */
    boolean isOpen(String key) {
        Optional<Node> found = object.find(key);
        return found.isPresent() && !isKnown(found.get());
    }

    /** Returns whether a property is an attribute of a resource, which is known once that is made. */
    boolean refersTo(String key, String attribute) {
        return object.find(key)
                .filter(node -> node.is(Node.Kind.REFERENCE))
                .map(node -> node.reference().attribute())
                .filter(attribute::equals)
                .isPresent();
    }

    /** Returns how many items of a list are not known. */
    long unknownItems(String key) {
        long unknown = 0;
        for (Node each : listed(key)) {
            unknown += isKnown(each) ? 0 : 1;
        }
        return unknown;
    }

    /** Returns the objects of a list that have a member which is not known. */
    List<Properties> objectsWithOpen(String key, String member) {
        List<Properties> open = new ArrayList<>(0);
        for (Node each : listed(key)) {
            if (each.is(Node.Kind.OBJECT)) {
                Properties part = within(each);
                if (part.isOpen(member)) {
                    open.add(part);
                }
            }
        }
        return open;
    }

    private List<Node> listed(String key) {
        Optional<Node> found = object.find(key);
        return found.isPresent() && found.get().is(Node.Kind.LIST) ? found.get().items() : List.of();
    }

    private static boolean isKnown(Node node) {
        return !node.is(Node.Kind.UNKNOWN) && !node.is(Node.Kind.REFERENCE);
    }

    /** Hands on which part of another block a block is that is not known. */
    void slice(String key, BiConsumer<Slice, Origin> slices) {
        object.find(key).ifPresent(node -> {
            if (node.is(Node.Kind.UNKNOWN) && !node.open().impossible()) {
                slices.accept(node.open().block(), origin(node));
            } else if (node.is(Node.Kind.REFERENCE)) {
                slices.accept(Slice.all(Symbols.of(node.reference())), origin(node));
            }
        });
    }

    /** Finds a property whose value is known; one that is not is reported. */
    Optional<Node> find(String key) {
        Optional<Node> found = object.find(key);
        return found.isPresent() && reportUnlessKnown(found.get()) ? found : Optional.empty();
    }

    private boolean reportUnlessKnown(Node node) {
        boolean known = isKnown(node);
        if (!known) {
            reportNotKnown(node);
        }
        return known;
    }

    private void reportNotKnown(Node node) {
        if (node.is(Node.Kind.UNKNOWN) && node.open().impossible()) {
            collector.report(ReadRules.FUNCTION, subject, node.open().reason(), "correct the function", origin(node));
        } else if (node.is(Node.Kind.UNKNOWN) && node.open().reason().equals(Symbols.NO_ZONES)) {
            collector.unknownOnce(ValueAccess.get().unknown(node.open().reason(), origin(node)));
        } else if (node.is(Node.Kind.UNKNOWN)) {
            collector.unknown(ValueAccess.get().unknown(node.open().reason(), origin(node)));
        } else if (node.is(Node.Kind.REFERENCE)) {
            collector.unknown(ValueAccess.get()
                    .unknown(
                            node.reference().attribute() + " of "
                                    + node.reference().name() + " is known only once it is made",
                            origin(node)));
        }
    }

    /** Reports that something about the resource as a whole is not known. */
    void reportUnknown(String reason) {
        collector.unknown(ValueAccess.get().unknown(reason, resource.origin()));
    }

    /** Returns where the resource stands. */
    Origin origin() {
        return resource.origin();
    }

    Origin origin(Node node) {
        return resource.originOf(node);
    }

    Optional<String> text(String key) {
        return find(key).map(Node::scalar);
    }

    /** Reads a text, a number or a flag; anything else reads as not given. */
    Optional<String> scalar(String key) {
        return find(key).filter(Node::isScalar).map(Node::scalar);
    }

    /** Reads a port, or a type or code of ICMP; -1 stands for all. */
    OptionalInt port(String key) {
        Optional<Integer> port = scalar(key)
                .flatMap(text -> parse(key, each -> {
                    try {
                        return Integer.parseInt(each);
                    } catch (NumberFormatException e) {
                        throw new IllegalArgumentException("expected a whole number", e);
                    }
                }));
        return port.isPresent() ? OptionalInt.of(port.get()) : OptionalInt.empty();
    }

    /** Returns the objects in a list, or the object that stands in place of one; whatever is none is left out. */
    List<Properties> someObjects(String key) {
        Stream<Node> nodes =
                find(key).stream().flatMap(node -> node.is(Node.Kind.LIST) ? node.items().stream() : Stream.of(node));
        return nodes.filter(this::reportUnlessKnown)
                .filter(node -> node.is(Node.Kind.OBJECT))
                .map(this::within)
                .toList();
    }

    /** Reads the block of a VPC or a subnet, of which EC2 takes the canonical form. */
    Optional<Cidr> ipv4Block(String key) {
        return find(key).flatMap(node -> {
            Optional<Cidr> canonical = Texts.withoutHostBits(node.scalar());
            canonical.ifPresent(block -> collector.report(
                    ReadRules.HOST_BITS,
                    subject,
                    key + " " + node.scalar() + " has host bits set: EC2 makes it " + block,
                    "write " + block,
                    origin(node)));
            return canonical.or(() -> parse(key, node, Texts::ipv4Block));
        });
    }

    /** Reads a text; a malformed one is a violation, and reads as not given. */
    <T> Optional<T> parse(String key, Function<String, T> parser) {
        Optional<Node> found = find(key);
        return found.isPresent() ? parse(key, found.get(), parser) : Optional.empty();
    }

    private <T> Optional<T> parse(String key, Node node, Function<String, T> parser) {
        String text = node.scalar();
        try {
            return Optional.of(parser.apply(text));
        } catch (IllegalArgumentException e) {
            collector.report(
                    ReadRules.VALUE,
                    subject,
                    resource.word(key) + " \"" + text + "\": " + e.getMessage(),
                    "correct the value",
                    origin(node));
            return Optional.empty();
        }
    }

    Optional<Boolean> flag(String key) {
        return parse(key, Properties::parseFlag);
    }

    private static boolean parseFlag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true; // YAML 1.1, which CloudFormation reads, has several words
            case "false", "no", "off" -> false;
            default -> throw new IllegalArgumentException("expected true or false");
        };
    }

    /** Reads a whole number of 0 or more, which templates often write as a text. */
    Optional<Integer> count(String key) {
        return count(key, MOST);
    }

    /** Reads how many addresses or prefixes EC2 is to choose; 0 if that is not given, or more than any type has. */
    int addresses(String key) {
        return count(key, MOST_ADDRESSES).orElse(0);
    }

    private Optional<Integer> count(String key, int most) {
        return parse(key, text -> {
            try {
                int count = Integer.parseInt(text);
                if (count >= 0 && count <= most) {
                    return count;
                }
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("expected a whole number", e);
            }
            throw new IllegalArgumentException("expected a number of 0 to " + most);
        });
    }

    /** Reads a text; what stands for it if it is not known. */
    Optional<String> textOrSymbol(String key) {
        Optional<Node> node = object.find(key);
        node.ifPresent(this::reportUnlessKnown);
        return node.map(each -> textOrSymbol(key, each));
    }

    private String textOrSymbol(String key, Node node) {
        return switch (node.kind()) {
            case UNKNOWN -> node.open().symbol();
            case REFERENCE -> Symbols.of(node.reference());
            default -> node.scalar().isBlank() ? symbolOfBlank(key, node) : node.scalar();
        };
    }

    private String symbolOfBlank(String key, Node node) {
        collector.unknown(ValueAccess.get().unknown("it is blank", origin(node)));
        return resource.symbol(key);
    }

    /** Reads an id: that of a declared resource, one from outside, or what stands for it if it is not known. */
    <I extends ResourceId> Optional<I> id(String key, Function<String, I> maker) {
        Optional<Node> found = object.find(key);
        return found.isPresent() ? Optional.of(id(key, found.get(), maker)) : Optional.empty();
    }

    /** Reads an id that the resource must have; one that is not given is not known, and that is reported. */
    <I extends ResourceId> I requiredId(String key, Function<String, I> maker) {
        Optional<I> id = id(key, maker);
        if (id.isEmpty()) {
            reportUnknown(resource.word(key) + " is not given");
            return maker.apply(resource.symbol(key));
        }
        return id.get();
    }

    private <I extends ResourceId> I id(String key, Node node, Function<String, I> maker) {
        if (node.is(Node.Kind.REFERENCE) && isIdOf(node.reference())) {
            return maker.apply(node.reference().name());
        }
        reportUnlessKnown(node);
        return maker.apply(textOrSymbol(key, node));
    }

    /** A reference to the resource itself, not to another attribute of it. */
    private static boolean isIdOf(Node.Reference reference) {
        return reference.attribute().equals(Node.Reference.ID);
    }

    <I extends ResourceId> List<I> ids(String key, Function<String, I> maker) {
        ImmutableList.Builder<I> ids = ImmutableList.builder();
        for (Node node : items(key)) {
            ids.add(id(key, node, maker));
        }
        return ids.build();
    }

    /** Returns the items of a list, known or not; none if the list as a whole is not known. */
    List<Node> items(String key) {
        Optional<Node> found = find(key);
        return found.isPresent() ? found.get().items() : ImmutableList.of();
    }

    /** Returns the objects in a list; those that are not known are reported. */
    List<Properties> objects(String key) {
        List<Properties> objects = new ArrayList<>(0);
        for (Node each : items(key)) {
            if (reportUnlessKnown(each)) {
                objects.add(within(each));
            }
        }
        return objects;
    }

    <T> List<T> parseAll(String key, Function<String, T> parser) {
        ImmutableList.Builder<T> all = ImmutableList.builder();
        for (Node node : items(key)) {
            if (reportUnlessKnown(node)) {
                parse(key, node, parser).ifPresent(all::add);
            }
        }
        return all.build();
    }

    /** Reads tags; a value that is not known is what stands for it. */
    Map<String, String> tags() {
        List<Node> listed = listed("Tags");
        if (listed.isEmpty()) {
            return Map.of();
        }
        Map<String, String> tags = new TreeMap<>();
        for (Node each : listed) {
            if (each.is(Node.Kind.OBJECT)
                    && each.find("Key").filter(Node::isScalar).isPresent()) {
                tags.put(
                        each.get("Key").scalar(),
                        each.find("Value").map(this::tagValue).orElse(""));
            }
        }
        return tags;
    }

    private String tagValue(Node node) {
        return node.isScalar() ? node.scalar() : isKnown(node) ? "" : textOrSymbol("Tags", node);
    }
}
