package io.enikit.json.terraform;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.enikit.json.Origin;
import io.enikit.json.declared.Declarations;
import io.enikit.json.gathered.Declared;
import io.enikit.json.gathered.Presence;
import io.enikit.json.gathered.Words;
import io.enikit.json.text.Node;
import io.enikit.json.text.Place;
import io.enikit.json.text.Symbols;
import io.enikit.json.text.ValueAccess;
import io.enikit.net.IpAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Puts a resource of a Terraform plan in the words of CloudFormation. */
final class TerraformResource {
    private static final Comparator<Node> BY_ADDRESS = Comparator.comparing(
            (Node each) -> IpAddress.tryParse(each.scalarOr("")).orElse(null),
            Comparator.nullsLast(Comparator.naturalOrder()));

    /** The attributes of a nested interface that say where it is. */
    private static final List<String> PLACES = List.of("device_index", "network_card_index");

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
    private final Words.Builder words;

    TerraformResource(Planned resource, Optional<Node> unknown, TerraformLinks links, Presence presence) {
        this.resource = resource;
        this.unknown = unknown;
        this.unknownInBlock = Optional.empty();
        this.links = links;
        this.values = resource.values();
        this.expressions = resource.configuration()
                .flatMap(node -> node.find("expressions"))
                .filter(TerraformResource::isObject);
        this.presence = presence;
        this.words = new Words.Builder();
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
        this.expressions = configured.filter(TerraformResource::isObject);
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
        values.find("tags").filter(TerraformResource::isObject).ifPresent(this::tags);
        declared.accept(declared(type, properties));
    }

    Declared declared(String type, Map<String, Node> all) {
        return new Declared(
                type, resource.address(), Node.object(all, values.place()), origin(resource), words.build(), presence);
    }

    private void tags(Node tags) {
        List<Node> list = new ArrayList<>();
        tags.members()
                .forEach((key, value) -> list.add(Node.object(
                        ImmutableMap.of("Key", Node.text(key, value.place()), "Value", value), value.place())));
        put("Tags", Node.list(list, tags.place()));
    }

    private static boolean isObject(Node node) {
        return node.is(Node.Kind.OBJECT);
    }

    /** Returns whether a value is an empty text, which says as much as none. */
    private static boolean isBlank(Node node) {
        return node.scalarOr("-").isEmpty();
    }

    boolean isSet(String attribute) {
        Optional<Node> found = values.find(attribute);
        return found.isPresent()
                && !isBlank(found.get())
                && !(found.get().is(Node.Kind.LIST) && found.get().items().isEmpty());
    }

    /** Returns whether a value is going to be known once the plan is carried out, and only then. */
    private boolean isOpen(String attribute) {
        return isComputed(attribute) && expression(attribute).isPresent();
    }

    private boolean isComputed(String attribute) {
        if (unknown.isEmpty() || !isObject(unknown.get())) {
            return false;
        }
        Optional<Node> found = unknown.get().find(attribute);
        return found.isPresent() && !found.get().scalarOr("false").equals("false");
    }

    Optional<Node> expression(String attribute) {
        return expressions.isPresent() ? expressions.get().find(attribute) : Optional.empty();
    }

    /** Takes over a value; one that is configured but not known yet is unknown. One that EC2 chooses is left out. */
    TerraformResource value(String property, String attribute) {
        words.add(property, attribute);
        Optional<Node> known = values.find(attribute);
        if (known.isPresent() && !isBlank(known.get())) {
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
        for (Node each : list.items()) {
            if (each.is(Node.Kind.NULL)) {
                return each(list, item -> item.is(Node.Kind.NULL) ? open(attribute, item.place()) : item);
            }
        }
        return list;
    }

    private static Node each(Node list, UnaryOperator<Node> change) {
        ImmutableList.Builder<Node> items =
                ImmutableList.builderWithExpectedSize(list.items().size());
        for (Node each : list.items()) {
            items.add(change.apply(each));
        }
        return Node.list(items.build(), list.place());
    }

    /** Changes a property that is a list and not an empty one. */
    private TerraformResource change(String property, UnaryOperator<Node> change) {
        @Nullable Node node = properties.get(property);
        if (node != null && node.is(Node.Kind.LIST) && !node.items().isEmpty()) {
            put(property, change.apply(node));
        }
        return this;
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
        return change(property, list -> each(list, item -> Node.object(ImmutableMap.of(member, item), item.place())));
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
        return change(property, this::flagged);
    }

    /** Puts the addresses of a set in order, those that are not known yet behind the others. */
    TerraformResource sorted(String property) {
        return change(property, list -> Node.list(ImmutableList.sortedCopyOf(BY_ADDRESS, list.items()), list.place()));
    }

    private Node flagged(Node addresses) {
        String first = addresses.items().get(0).scalarOr("");
        String primary = values.find("private_ip").map(Node::scalar).orElse(first);
        List<Node> flagged = new ArrayList<>();
        boolean before = false;
        for (Node each : addresses.items()) {
            boolean is = !before && each.scalarOr("").equals(primary);
            before |= is;
            Node flag = Node.flag(is, each.place());
            flagged.add(Node.object(ImmutableMap.of("PrivateIpAddress", each, "Primary", flag), each.place()));
        }
        return Node.list(flagged, addresses.place());
    }

    /** Takes over a reference to a resource: its id if it is known, else what the configuration refers to. */
    TerraformResource link(String property, String attribute, Set<String> types) {
        words.add(property, attribute);
        Optional<Node> known = values.find(attribute);
        if (known.isPresent()) {
            if (!isBlank(known.get())) {
                put(property, links.known(known.get(), types));
            }
            return this;
        }
        Optional<Node> expression = expression(attribute);
        if (expression.isPresent() && mayBeLinked(attribute)) {
            Place place = values.place().key(attribute);
            put(property, links.one(resource, expression.get(), attribute, types, place));
        } else if (expression.isEmpty() && isOpenInBlock(attribute)) {
            Place place = values.place().key(attribute);
            put(property, links.anyOf(resource, attribute, types, place));
        }
        return this;
    }

    TerraformResource links(String property, String attribute, Set<String> types) {
        words.add(property, attribute);
        Optional<Node> known = values.find(attribute).filter(node -> node.is(Node.Kind.LIST));
        Optional<Node> expression = known.isPresent() ? Optional.empty() : expression(attribute);
        if (known.isPresent()) {
            List<Node> ids = new ArrayList<>();
            for (Node each : known.get().items()) {
                if (each.isScalar()) {
                    ids.add(links.known(each, types));
                }
            }
            put(property, Node.list(ids, known.get().place()));
        } else if (expression.isPresent() && mayBeLinked(attribute)) {
            Place place = values.place().key(attribute);
            put(property, links.all(resource, expression.get(), attribute, types, place));
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
        return mayBeLinked(attribute) && expression(attribute).isPresent();
    }

    private boolean mayBeLinked(String attribute) {
        return unknown.isEmpty() || isComputed(attribute);
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
        List<Node> alike = configured.size() == 1 ? configured : alike(configured, block);
        long before = alike.size() > 1 ? beforeOf(attribute, block) : 0;
        Optional<Node> same = before < alike.size() ? Optional.of(alike.get((int) before)) : Optional.empty();
        return new TerraformResource(this, block, unknownOf(attribute, index), same);
    }

    private static List<Node> alike(List<Node> configured, Node block) {
        List<Node> alike = new ArrayList<>();
        for (Node each : configured) {
            if (isOf(each, block)) {
                alike.add(each);
            }
        }
        return alike;
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
                .filter(each ->
                        PLACES.stream().allMatch(place -> place(each, place).equals(place(block, place))))
                .count();
    }

    private static String place(Node block, String attribute) {
        Optional<Node> found = block.find(attribute);
        return found.isPresent() ? found.get().scalar() : "0";
    }

    /** Returns whether a block has the places that a part of the configuration gives. */
    private static boolean isOf(Node configured, Node block) {
        if (constant(configured, PLACES.get(0)).isEmpty()) {
            return false;
        }
        for (String each : PLACES) {
            Optional<String> constant = constant(configured, each);
            if (constant.isPresent() && !constant.get().equals(place(block, each))) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> constant(Node configured, String attribute) {
        Optional<Node> expression = configured.find(attribute);
        return expression.isPresent() ? expression.get().find("constant_value").map(Node::scalar) : Optional.empty();
    }
}
