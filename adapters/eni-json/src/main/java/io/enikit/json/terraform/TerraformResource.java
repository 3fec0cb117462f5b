package io.enikit.json.terraform;

import com.google.common.collect.ImmutableList;
import io.enikit.json.Origin;
import io.enikit.json.declared.Declarations;
import io.enikit.json.gathered.Declared;
import io.enikit.json.gathered.Presence;
import io.enikit.json.text.Node;
import io.enikit.json.text.Place;
import io.enikit.json.text.Symbols;
import io.enikit.json.text.ValueAccess;
import io.enikit.net.IpAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Puts a resource of a Terraform plan in the words of CloudFormation. */
final class TerraformResource {
    private static final Comparator<Node> BY_ADDRESS = Comparator.comparing(
            (Node each) -> IpAddress.tryParse(each.scalarOr("")).orElse(null),
            Comparator.nullsLast(Comparator.naturalOrder()));
    private final Planned resource;
    private final Optional<Node> unknown;
    /** What is not known yet of the nested block that this is, if it is one. */
    private final Optional<Node> unknownInBlock;

    private final TerraformLinks links;
    private final Node values;
    private final Optional<Node> expressions;
    private final Presence presence;
    private final Map<String, Node> properties = new LinkedHashMap<>();
    /** What properties are called in Terraform, those of nested blocks too. */
    private final Map<String, String> words;

    TerraformResource(Planned resource, Optional<Node> unknown, TerraformLinks links, Presence presence) {
        this.resource = resource;
        this.unknown = unknown;
        this.unknownInBlock = Optional.empty();
        this.links = links;
        this.values = resource.values();
        this.expressions = resource.configuration().flatMap(node -> node.find("expressions"));
        this.presence = presence;
        this.words = new HashMap<>();
    }

    private TerraformResource(TerraformResource around) {
        this.resource = around.resource;
        this.unknown = around.unknown;
        this.unknownInBlock = around.unknownInBlock;
        this.links = around.links;
        this.values = around.values;
        this.expressions = around.expressions;
        this.presence = around.presence;
        this.words = around.words;
    }

    /** Makes the part of a resource that a nested block is. */
    private TerraformResource(
            TerraformResource around, Node block, Optional<Node> unknownInBlock, Optional<Node> configured) {
        this.resource = around.resource;
        this.unknown = Optional.empty();
        this.unknownInBlock = unknownInBlock;
        this.links = around.links;
        this.values = block;
        this.expressions = configured;
        this.presence = around.presence;
        this.words = around.words;
    }

    /** Takes over what is known about the account and the Region. */
    TerraformResource at(TerraformPlaces places) {
        places.ownerOf(resource).ifPresent(owner -> put("OwnerId", Node.text(owner, values.place())));
        places.regionOfProvider(resource)
                .ifPresent(region -> put(Declarations.REGION_OF_PROVIDER, Node.text(region, values.place())));
        places.regionOf(resource).ifPresent(region -> put("Region", Node.text(region, values.place())));
        return this;
    }

    Planned resource() {
        return resource;
    }

    /** Returns whether the resource is not there yet. */
    boolean isAdded() {
        return presence == Presence.ADDED;
    }

    Node values() {
        return values;
    }

    TerraformLinks links() {
        return links;
    }

    /** Finds what has been taken over as a property. */
    Optional<Node> property(String name) {
        return Optional.ofNullable(properties.get(name));
    }

    /** Returns all that has been taken over, as an object. */
    Node asObject() {
        return Node.object(properties, values.place());
    }

    /** Refers to the resource itself. */
    Node itself() {
        return Node.reference(resource.address(), Node.Reference.ID, values.place());
    }

    /** Returns where a resource stands. */
    static Origin origin(Planned resource) {
        return calling(resource.values().place().around().origin(), resource.label());
    }

    /** Returns a place of the resource that has an address, by which people call it. */
    static Origin calling(Origin origin, String address) {
        ValueAccess values = ValueAccess.get();
        return values.calling(values.named(origin, address), address);
    }

    void put(String property, Node node) {
        properties.put(property, node);
    }

    void putTexts(String property, Set<String> texts) {
        Place place = values.place();
        put(
                property,
                Node.list(texts.stream().map(text -> Node.text(text, place)).toList(), place));
    }

    void drop(String property) {
        properties.remove(property);
    }

    void done(String type, Consumer<Declared> declared) {
        values.find("tags").filter(node -> node.is(Node.Kind.OBJECT)).ifPresent(this::tags);
        declared.accept(declared(type, properties));
    }

    Declared declared(String type, Map<String, Node> all) {
        return new Declared(
                type,
                resource.address(),
                Node.object(all, values.place()),
                origin(resource),
                Map.copyOf(words),
                presence);
    }

    private void tags(Node tags) {
        List<Node> list = new ArrayList<>();
        tags.members()
                .forEach((key, value) -> list.add(
                        Node.object(Map.of("Key", Node.text(key, value.place()), "Value", value), value.place())));
        put("Tags", Node.list(list, tags.place()));
    }

    boolean isSet(String attribute) {
        return values.find(attribute)
                .filter(node -> !(node.is(Node.Kind.LIST) && node.items().isEmpty()))
                .filter(node -> !node.scalarOr("-").isEmpty())
                .isPresent();
    }

    /** Returns whether a value is going to be known once the plan is carried out, and only then. */
    private boolean isOpen(String attribute) {
        return isComputed(attribute) && expression(attribute).isPresent();
    }

    private boolean isComputed(String attribute) {
        return unknown.filter(node -> node.is(Node.Kind.OBJECT))
                .flatMap(node -> node.find(attribute))
                .filter(node -> !node.scalarOr("false").equals("false"))
                .isPresent();
    }

    Optional<Node> expression(String attribute) {
        return expressions.filter(node -> node.is(Node.Kind.OBJECT)).flatMap(node -> node.find(attribute));
    }

    /** Takes over a value; one that is configured but not known yet is unknown. One that EC2 chooses is left out. */
    TerraformResource value(String property, String attribute) {
        words.put(property, attribute);
        Optional<Node> known = values.find(attribute);
        if (known.isPresent() && !known.get().scalarOr("-").isEmpty()) {
            put(property, known.get().is(Node.Kind.LIST) ? withoutNulls(known.get(), attribute) : known.get());
        } else if (known.isEmpty() && isOpen(attribute)) {
            put(property, open(attribute, values.place().key(attribute)));
        }
        return this;
    }

    Node open(String attribute, Place place) {
        return Node.unknown(
                attribute + " is known only once the plan is carried out",
                Symbols.of(resource.address() + "." + attribute),
                place);
    }

    /** In a list, null stands for an item that is not known yet. */
    private Node withoutNulls(Node list, String attribute) {
        return Node.list(
                list.items().stream()
                        .map(item -> item.is(Node.Kind.NULL) ? open(attribute, item.place()) : item)
                        .toList(),
                list.place());
    }

    /** Takes over the IPv4 block that a VPC or a subnet has, whoever chooses it. */
    TerraformResource ipv4Block() {
        value("CidrBlock", "cidr_block");
        if (!properties.containsKey("CidrBlock") && (unknown.isEmpty() || isComputed("cidr_block"))) {
            put("CidrBlock", open("cidr_block", values.place().key("cidr_block")));
        }
        return this;
    }

    /** Takes over a number, unless the list that it counts is there. */
    TerraformResource count(String property, String attribute, String list) {
        return isSet(list) ? this : value(property, attribute);
    }

    TerraformResource place() {
        return value("DeviceIndex", "device_index")
                .value("NetworkCardIndex", "network_card_index")
                .value("DeleteOnTermination", "delete_on_termination");
    }

    /** Takes over a list of texts as a list of objects with one member each. */
    TerraformResource items(String property, String member, String attribute) {
        return value(property, attribute).eachAs(property, member);
    }

    private TerraformResource eachAs(String property, String member) {
        properties.computeIfPresent(
                property,
                (same, node) -> node.is(Node.Kind.LIST)
                        ? Node.list(
                                node.items().stream()
                                        .map(item -> Node.object(Map.of(member, item), item.place()))
                                        .toList(),
                                node.place())
                        : node);
        return this;
    }

    /** Takes over IPv6 addresses, from a list or else from a set, which has no order. */
    TerraformResource ipv6Addresses() {
        if (isSet("ipv6_address_list")) {
            return items("Ipv6Addresses", "Ipv6Address", "ipv6_address_list");
        }
        return value("Ipv6Addresses", "ipv6_addresses").sorted("Ipv6Addresses").eachAs("Ipv6Addresses", "Ipv6Address");
    }

    /** Takes over private IPv4 addresses; the first one is the primary one, unless it is known that another one is. */
    TerraformResource privateAddresses() {
        String property = "PrivateIpAddresses";
        if (isSet("private_ip_list")) {
            value(property, "private_ip_list");
        } else {
            value(property, "private_ips").sorted(property);
        }
        properties.computeIfPresent(property, (same, node) -> node.is(Node.Kind.LIST) ? flagged(node) : node);
        return this;
    }

    /** Puts the addresses of a set in order, those that are not known yet behind the others. */
    TerraformResource sorted(String property) {
        properties.computeIfPresent(
                property,
                (same, node) -> node.is(Node.Kind.LIST)
                        ? Node.list(ImmutableList.sortedCopyOf(BY_ADDRESS, node.items()), node.place())
                        : node);
        return this;
    }

    private Node flagged(Node addresses) {
        String first = addresses.items().stream()
                .map(each -> each.scalarOr(""))
                .findFirst()
                .orElse("");
        String primary = values.find("private_ip").map(Node::scalar).orElse(first);
        List<Node> flagged = new ArrayList<>();
        boolean before = false;
        for (Node each : addresses.items()) {
            boolean is = !before && each.scalarOr("").equals(primary);
            before |= is;
            Node flag = Node.flag(is, each.place());
            flagged.add(Node.object(Map.of("PrivateIpAddress", each, "Primary", flag), each.place()));
        }
        return Node.list(flagged, addresses.place());
    }

    /** Takes over a reference to a resource: its id if it is known, else what the configuration refers to. */
    TerraformResource link(String property, String attribute, Set<String> types) {
        words.put(property, attribute);
        Optional<Node> known = values.find(attribute);
        if (known.isPresent() && !known.get().scalarOr("-").isEmpty()) {
            put(property, links.known(known.get(), types));
        } else if (known.isEmpty() && expression(attribute).isEmpty() && isOpenInBlock(attribute)) {
            put(property, links.anyOf(resource, attribute, types, values.place().key(attribute)));
        } else if (known.isEmpty() && isLinked(attribute)) {
            put(
                    property,
                    links.one(
                            resource,
                            expression(attribute).orElseThrow(),
                            attribute,
                            types,
                            values.place().key(attribute)));
        }
        return this;
    }

    TerraformResource links(String property, String attribute, Set<String> types) {
        words.put(property, attribute);
        Optional<Node> known = values.find(attribute).filter(node -> node.is(Node.Kind.LIST));
        if (known.isPresent()) {
            List<Node> ids = known.get().items().stream()
                    .filter(Node::isScalar)
                    .map(id -> links.known(id, types))
                    .toList();
            put(property, Node.list(ids, known.get().place()));
        } else if (isLinked(attribute)) {
            put(
                    property,
                    links.all(
                            resource,
                            expression(attribute).orElseThrow(),
                            attribute,
                            types,
                            values.place().key(attribute)));
        }
        return this;
    }

    /** Returns whether an attribute of a nested block is not known yet. Of dynamic blocks there is no configuration. */
    private boolean isOpenInBlock(String attribute) {
        return unknownInBlock
                .filter(node -> node.is(Node.Kind.OBJECT))
                .flatMap(node -> node.find(attribute))
                .filter(node -> node.scalarOr("").equals("true"))
                .isPresent();
    }

    /** Returns whether an attribute is configured, and not known to be null. */
    boolean isLinked(String attribute) {
        return expression(attribute).isPresent() && (unknown.isEmpty() || isOpen(attribute));
    }

    List<Node> blocksOf(String attribute) {
        return values.find(attribute)
                .filter(node -> node.is(Node.Kind.LIST))
                .map(Node::items)
                .orElse(List.of());
    }

    /** Takes over a nested block that there is one of at most. */
    TerraformResource block(String property, String attribute, UnaryOperator<TerraformResource> body) {
        blocksOf(attribute).stream()
                .findFirst()
                .ifPresent(each ->
                        put(property, body.apply(within(attribute, each)).asObject()));
        return this;
    }

    /** Makes a part of a resource that is none in Terraform: it has the attributes of the resource. */
    TerraformResource part() {
        return new TerraformResource(this);
    }

    /** Takes over nested blocks. */
    TerraformResource blocks(String property, String attribute, UnaryOperator<TerraformResource> body) {
        List<Node> blocks = new ArrayList<>();
        for (TerraformResource each : eachWithin(attribute)) {
            blocks.add(body.apply(each).asObject());
        }
        if (!blocks.isEmpty()) {
            put(property, Node.list(blocks, values.place().key(attribute)));
        }
        return this;
    }

    /** Goes into each nested block of an attribute. */
    List<TerraformResource> eachWithin(String attribute) {
        List<TerraformResource> all = new ArrayList<>();
        for (Node each : blocksOf(attribute)) {
            all.add(within(attribute, each, all.size()));
        }
        return all;
    }

    TerraformResource within(String attribute, Node block) {
        return within(attribute, block, blocksOf(attribute).indexOf(block));
    }

    /** Goes into a nested block, with the part of the configuration that has the same place, or stands alone. */
    private TerraformResource within(String attribute, Node block, int index) {
        List<Node> configured = expression(attribute)
                .map(node -> node.is(Node.Kind.LIST) ? node.items() : List.of(node))
                .orElse(List.of());
        List<Node> alike = configured.size() == 1
                ? configured
                : configured.stream().filter(each -> isOf(each, block)).toList();
        Optional<Node> same = alike.stream()
                .skip(alike.size() > 1 ? beforeOf(attribute, block) : 0)
                .findFirst();
        return new TerraformResource(this, block, unknownOf(attribute, index), same);
    }

    /** Finds what is not known yet of a nested block. */
    private Optional<Node> unknownOf(String attribute, int index) {
        return unknown.or(() -> unknownInBlock)
                .filter(node -> node.is(Node.Kind.OBJECT))
                .flatMap(node -> node.find(attribute))
                .filter(node -> node.is(Node.Kind.LIST))
                .filter(node -> index >= 0 && index < node.items().size())
                .map(node -> node.items().get(index));
    }

    /** Counts the blocks before one that have the same place, which is a fault that the plan shows. */
    private long beforeOf(String attribute, Node block) {
        return blocksOf(attribute).stream()
                .takeWhile(each -> each != block)
                .filter(each -> Stream.of("device_index", "network_card_index")
                        .allMatch(place -> place(each, place).equals(place(block, place))))
                .count();
    }

    private static String place(Node block, String attribute) {
        return block.find(attribute).map(Node::scalar).orElse("0");
    }

    /** Returns whether a block has the places that a part of the configuration gives. */
    private static boolean isOf(Node configured, Node block) {
        return constant(configured, "device_index").isPresent()
                && Stream.of("device_index", "network_card_index")
                        .allMatch(attribute -> constant(configured, attribute)
                                .filter(value -> !value.equals(place(block, attribute)))
                                .isEmpty());
    }

    private static Optional<String> constant(Node configured, String attribute) {
        return configured
                .find(attribute)
                .flatMap(node -> node.find("constant_value"))
                .map(Node::scalar);
    }
}
