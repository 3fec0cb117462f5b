package io.enikit.json.cloudformation;

import com.google.common.collect.ImmutableList;
import io.enikit.json.text.Node;
import io.enikit.json.text.Open;
import io.enikit.json.text.Place;
import io.enikit.json.text.Slice;
import io.enikit.json.text.Symbols;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Cuts a block into equal parts as {@code Fn::Cidr} does, be the block known or not. */
final class CidrFunction {
    private static final int MOST_BLOCKS = 256;

    private final Node block;
    private final Place place;
    private final Scope scope;

    private CidrFunction(Node block, Place place, Scope scope) {
        this.block = block;
        this.place = place;
        this.scope = scope;
    }

    /** Returns the parts as a list: of known blocks, or of slices of one that is not known. */
    static Node call(Node argument, List<Node> parts, Place place, Scope scope) {
        if (parts.size() < 2 || parts.size() > 3) {
            throw argument.refuse("Fn::Cidr takes a block, a number of blocks, and the number of bits of each");
        } else if (parts.size() < 3) {
            return scope.unknown("Fn::Cidr does not say how many bits each block has", place);
        }
        Node block = parts.get(0);
        Optional<Node> open =
                parts.stream().skip(1).filter(each -> !each.isScalar()).findFirst();
        if (open.isPresent()) {
            return scope.unknown("a value of Fn::Cidr is not known: " + Scope.why(open.get()), place);
        } else if (!block.isScalar() && !block.is(Node.Kind.UNKNOWN) && !block.is(Node.Kind.REFERENCE)) {
            return scope.unknown("a value of Fn::Cidr is not known: found " + block, place);
        }
        return new CidrFunction(block, place, scope).cut(number(parts.get(1)), number(parts.get(2)));
    }

    private static int number(Node node) {
        try {
            return Integer.parseInt(node.scalar());
        } catch (NumberFormatException e) {
            throw node.place().refuse("expected a whole number", e);
        }
    }

    private Node cut(int count, int bits) {
        if (count < 1 || count > MOST_BLOCKS) {
            return impossible("Fn::Cidr makes 1 to " + MOST_BLOCKS + " blocks, not " + count);
        } else if (bits < 1 || bits > IpFamily.IPV6.bits()) {
            return impossible("the blocks cannot have " + bits + " bits for addresses");
        }
        return block.isScalar() ? cutKnown(count, bits) : cutOpen(count, bits);
    }

    private Node cutKnown(int count, int bits) {
        Cidr known;
        try {
            known = Cidr.parseContaining(block.scalar());
        } catch (IllegalArgumentException e) {
            return impossible(String.valueOf(e.getMessage()));
        }
        int length = known.family().bits() - bits;
        if (length < known.prefixLength()
                || hasNoRoom(count, bits, known.family().bits() - known.prefixLength())) {
            return noRoom(count, bits, known.toString());
        }
        ImmutableList.Builder<Node> blocks = ImmutableList.builder();
        for (int i = 0; i < count; i++) {
            blocks.add(Node.text(known.child(length, i).toString(), place));
        }
        return Node.list(blocks.build(), place);
    }

    private Node cutOpen(int count, int bits) {
        Slice whole = block.is(Node.Kind.UNKNOWN) ? block.open().block() : Slice.all(Symbols.of(block.reference()));
        OptionalInt size = whole.bits();
        if (size.isPresent() && hasNoRoom(count, bits, size.getAsInt())) {
            return noRoom(count, bits, "a block with " + size.getAsInt() + " bits for addresses");
        }
        String reason = "a value of Fn::Cidr is not known: " + Scope.why(block);
        ImmutableList.Builder<Node> blocks = ImmutableList.builder();
        for (int i = 0; i < count; i++) {
            Slice part = whole.part(i, bits);
            String symbol = whole.root() + "+" + part.offset() + "/-" + bits;
            blocks.add(Node.open(Open.of(reason, symbol).withSlice(part), place));
        }
        return Node.list(blocks.build(), place);
    }

    private static boolean hasNoRoom(int count, int bits, int all) {
        return BigInteger.valueOf(count).shiftLeft(bits).compareTo(BigInteger.ONE.shiftLeft(all)) > 0;
    }

    private Node noRoom(int count, int bits, String where) {
        return impossible(count + (count == 1 ? " block" : " blocks") + " with " + bits
                + " bits for addresses each do not fit into " + where);
    }

    private Node impossible(String reason) {
        return scope.impossible("Fn::Cidr has no such blocks: " + reason, place);
    }
}
