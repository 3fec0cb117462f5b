package io.enikit.json.cloudformation;

import io.enikit.json.text.Node;
import io.enikit.json.text.Open;
import io.enikit.json.text.Place;
import io.enikit.json.text.Slice;
import io.enikit.json.text.Symbols;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The blocks that a template asks of a VPC or a subnet that it makes: known ones, or how large they will be. */
final class BlockAttributes {
    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;
    /** The size of a block that Amazon provides, as the documentation of AWS::EC2::VPCCidrBlock states it. */
    private static final int AMAZON_BITS = IPV6_BITS - 56;

    private final Stack stack;
    private final Intrinsics intrinsics;

    BlockAttributes(Stack stack, Intrinsics intrinsics) {
        this.stack = stack;
        this.intrinsics = intrinsics;
    }

    /** Finds an attribute that is a block, or a list of them; empty if it is none, or nothing is known about it. */
    Optional<Node> of(String name, Node resource, String attribute, Place place) {
        String type = resource.find("Type").map(node -> node.scalarOr("")).orElse("");
        String symbol = stack.scope().symbol(name + "." + attribute);
        return switch (type + "." + attribute) {
            case "AWS::EC2::VPC.CidrBlock", "AWS::EC2::Subnet.CidrBlock" ->
                sized(resource, "Ipv4NetmaskLength", IPV4_BITS).stream()
                        .mapToObj(bits -> block(name, attribute, symbol, OptionalInt.of(bits), place))
                        .findFirst();
            case "AWS::EC2::VPC.Ipv6CidrBlocks" -> Optional.of(ofVpc(name, symbol, place));
            case "AWS::EC2::Subnet.Ipv6CidrBlocks" ->
                Intrinsics.property(resource, "Ipv6CidrBlock")
                        .map(block -> Node.list(
                                List.of(intrinsics.once(
                                        name + "." + attribute, place, () -> intrinsics.evaluate(block))),
                                place));
            default -> Optional.empty();
        };
    }

    private Node block(String name, String attribute, String symbol, OptionalInt bits, Place place) {
        Open open = Open.of(attribute + " of " + name + " is known only once it is made", symbol);
        return Node.open(open.withSlice(new Slice(symbol, BigInteger.ZERO, bits)), place);
    }

    private OptionalInt sized(Node resource, String property, int bits) {
        Optional<Node> length = Intrinsics.property(resource, property)
                .map(intrinsics::evaluate)
                .filter(Node::isScalar);
        try {
            return length.isPresent()
                    ? OptionalInt.of(bits - Integer.parseInt(length.get().scalar()))
                    : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty(); // what is malformed is reported where the property is read
        }
    }

    /** Returns the IPv6 blocks that are associated with a VPC. Which comes first of several is not known. */
    private Node ofVpc(String name, String symbol, Place place) {
        List<Node> blocks = new ArrayList<>();
        for (Map.Entry<String, Node> each :
                stack.section(Template.RESOURCES).orElseThrow().members().entrySet()) {
            if (isIpv6BlockOf(each.getKey(), each.getValue(), name)) {
                blocks.add(each.getValue());
            }
        }
        if (blocks.size() != 1) {
            return Node.unknown("Ipv6CidrBlocks of " + name + " is known only once it is made", symbol, place);
        }
        Node only = blocks.get(0);
        Optional<Node> given = Intrinsics.property(only, "Ipv6CidrBlock").map(intrinsics::evaluate);
        OptionalInt bits =
                Intrinsics.property(only, "AmazonProvidedIpv6CidrBlock").isPresent()
                        ? OptionalInt.of(AMAZON_BITS)
                        : sized(only, "Ipv6NetmaskLength", IPV6_BITS);
        Node block = given.filter(Node::isScalar)
                .orElseGet(() -> block(name, "Ipv6CidrBlocks", Symbols.item(symbol, 0), bits, place));
        return Node.list(List.of(block), place);
    }

    private boolean isIpv6BlockOf(String name, Node resource, String vpc) {
        if (!resource.is(Node.Kind.OBJECT)
                || resource.find("Type")
                        .filter(type -> type.scalarOr("").equals("AWS::EC2::VPCCidrBlock"))
                        .isEmpty()
                || stack.resource(name).isEmpty()) {
            return false;
        }
        boolean ipv6 = List.of("AmazonProvidedIpv6CidrBlock", "Ipv6CidrBlock", "Ipv6IpamPoolId", "Ipv6Pool").stream()
                .anyMatch(key -> Intrinsics.property(resource, key).isPresent());
        Optional<Node> owner = Intrinsics.property(resource, "VpcId")
                .map(node -> intrinsics.once(name + ".VpcId", node.place(), () -> intrinsics.evaluate(node)));
        return ipv6
                && owner.filter(node -> node.is(Node.Kind.REFERENCE)
                                && node.reference().name().equals(stack.scope().idOf(vpc)))
                        .isPresent();
    }
}
