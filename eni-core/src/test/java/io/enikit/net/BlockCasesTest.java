package io.enikit.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What other libraries and their users expect of blocks, ranges, sets and free space. */
class BlockCasesTest {
    static Stream<Arguments> cases() {
        return CaseTable.read("block-cases.tsv").stream().map(row -> Arguments.of((Object) row));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void operation_case_isAsTheTableSays(String[] row) {
        Map<String, String> arguments = new HashMap<>();
        for (String argument : row[1].split(";", -1)) {
            int equals = argument.indexOf('=');
            arguments.put(argument.substring(0, equals), argument.substring(equals + 1));
        }
        String actual;
        try {
            actual = run(row[0], name -> arguments.getOrDefault(name, ""));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            assertThat(e).hasMessageMatching(".{10,}");
            actual = "REFUSED";
        }
        assertThat(actual).isEqualTo(row[2]);
    }

    @SuppressWarnings("StatementSwitchToExpressionSwitch") // some cases take several statements
    private static String run(String op, Function<String, String> arguments) {
        switch (op) {
            case "range.cidrs":
                return joined(IpRange.parse(arguments.apply("range")).toCidrs());
            case "set.cidrs":
                return joined(set(arguments.apply("steps")).cidrs());
            case "set.ranges":
                return joined(set(arguments.apply("steps")).ranges());
            case "set.count":
                return "" + set(arguments.apply("steps")).cidrs().size();
            case "set.complement":
                IpSet complemented = set(arguments.apply("steps"));
                return joined(complemented
                        .complement(Cidr.all(IpFamily.IPV4))
                        .union(complemented.complement(Cidr.all(IpFamily.IPV6)))
                        .ranges());
            case "set.overlaps":
                return "" + set(arguments.apply("a")).overlaps(set(arguments.apply("b")));
            case "set.intersect":
                return joined(set(arguments.apply("a"))
                        .intersect(set(arguments.apply("b")))
                        .ranges());
            case "set.difference":
                return joined(set(arguments.apply("a"))
                        .subtract(set(arguments.apply("b")))
                        .ranges());
            case "set.contains":
                return "" + set(arguments.apply("steps")).contains(Cidr.parse(arguments.apply("block")));
            case "prefix.canonicalise":
                String[] parts = arguments.apply("text").split("/", -1);
                return "" + Cidr.containing(IpAddress.parse(parts[0]), Integer.parseInt(parts[1]));
            case "prefix.last":
                return "" + Cidr.parse(arguments.apply("block")).last();
            case "prefix.overlaps":
                return "" + Cidr.parse(arguments.apply("a")).overlaps(Cidr.parse(arguments.apply("b")));
            case "prefix.firstOverlap":
                Cidr candidate = Cidr.parse(arguments.apply("block"));
                return orNone(cidrs(arguments.apply("blocks")).stream()
                        .filter(candidate::overlaps)
                        .findFirst());
            case "prefix.exclude":
                Cidr whole = Cidr.parse(arguments.apply("block"));
                return joined(FreeSpace.of(whole)
                        .take(Cidr.parse(arguments.apply("part")))
                        .toIpSet()
                        .cidrs());
            case "prefix.pickFree":
                return orNone(bestOf(arguments.apply("pieces"), Integer.parseInt(arguments.apply("length"))));
            case "prefix.verifyPartition":
                return partition(Cidr.parse(arguments.apply("block")), cidrs(arguments.apply("children")));
            case "prefix.allocateSize":
                return orNone(sized(
                        FreeSpace.of(Cidr.parse(arguments.apply("block"))), Long.parseLong(arguments.apply("size"))));
            case "prefix.allocateSizes":
                return allocated(arguments);
            case "set.countIn":
                return ""
                        + set(arguments.apply("steps"))
                                .intersect(IpSet.of(containing(arguments)))
                                .size();
            case "prefix.hosts":
                return joined(
                        hosts(Cidr.parse(arguments.apply("block"))).addresses().toList());
            case "prefix.usableBounds":
                Cidr bounded = Cidr.parse(arguments.apply("block"));
                return IpRange.of(bounded.nth(1), bounded.nth(-2)).toString().replace('-', ' ');
            case "cidr.child":
                return ""
                        + containing(arguments)
                                .child(
                                        Integer.parseInt(arguments.apply("childLength")),
                                        Long.parseLong(arguments.apply("index")));
            case "cidr.nth":
                return "" + containing(arguments).nth(Long.parseLong(arguments.apply("index")));
            case "cidr.indexOf":
                Cidr child = Cidr.parse(arguments.apply("child"));
                return ""
                        + Cidr.parse(arguments.apply("block"))
                                .indexOf(child.first())
                                .shiftRight(child.family().bits() - Integer.parseInt(arguments.apply("childLength")));
            default:
                return free(op, arguments);
        }
    }

    @SuppressWarnings("StatementSwitchToExpressionSwitch") // some cases take several statements
    private static String free(String op, Function<String, String> arguments) {
        String text = arguments.apply("block");
        FreeSpace space = FreeSpace.of(text.isEmpty() ? Cidr.all(IpFamily.IPV4) : Cidr.parse(text));
        for (Cidr taken : cidrs(arguments.apply("taken"))) {
            if (space.isFree(taken)) {
                space = space.take(taken);
            }
        }
        switch (op) {
            case "free.lowest":
                return orNone(steps(arguments).lowest(Integer.parseInt(arguments.apply("length"))));
            case "free.bestFit":
                return orNone(steps(arguments).bestFit(Integer.parseInt(arguments.apply("length"))));
            case "free.cidrs":
                return joined(space.toIpSet().cidrs());
            case "free.countOf":
                return "" + space.countOf(Integer.parseInt(arguments.apply("length")));
            case "free.take":
                Cidr wanted = Cidr.parse(arguments.apply("block2"));
                return space.take(wanted).isFree(wanted) ? "still free" : wanted.toString();
            case "free.sequence":
                StringBuilder taken = new StringBuilder();
                for (String length : arguments.apply("lengths").split(" ", -1)) {
                    Optional<Cidr> found = arguments.apply("policy").equals("best-fit")
                            ? space.bestFit(Integer.parseInt(length))
                            : space.lowest(Integer.parseInt(length));
                    space = found.map(space::take).orElse(space);
                    taken.append(taken.length() > 0 ? " " : "").append(orNone(found));
                }
                return taken.toString();
            case "free.sizes":
                StringBuilder placed = new StringBuilder();
                int bits = space.block().family().bits();
                int[] lengths = Arrays.stream(arguments.apply("orders").split(" ", -1))
                        .filter(order -> !order.isEmpty())
                        .mapToInt(order -> bits - Integer.parseInt(order))
                        .sorted()
                        .toArray();
                for (int length : lengths) {
                    Cidr found = space.bestFit(length)
                            .orElseThrow(() -> new IllegalArgumentException("no space of length " + length));
                    space = space.take(found);
                    placed.append(placed.length() > 0 ? " " : "").append(found);
                }
                return placed.toString();
            default:
                throw new AssertionError(op);
        }
    }

    /** The first part of the smallest piece that is large enough; pieces may overlap and are not joined. */
    private static Optional<Cidr> bestOf(String pieces, int length) {
        return Arrays.stream(pieces.split(" ", -1))
                .flatMap(piece -> set(piece).cidrs().stream())
                .filter(piece -> piece.prefixLength() <= length)
                .max(Comparator.comparingInt(Cidr::prefixLength))
                .map(piece -> piece.child(length, 0));
    }

    private static String partition(Cidr block, List<Cidr> children) {
        FreeSpace rest = FreeSpace.of(block);
        for (Cidr child : children) {
            rest = rest.take(child);
        }
        return "ok";
    }

    /** The smallest block for a number of addresses, or empty if that is none or too many. */
    private static Optional<Cidr> sized(FreeSpace space, long size) {
        int order = 64 - Long.numberOfLeadingZeros(size - 1);
        int length = space.block().family().bits() - order;
        return size < 1 || length < space.block().prefixLength() ? Optional.empty() : space.bestFit(length);
    }

    private static String allocated(Function<String, String> arguments) {
        FreeSpace space = FreeSpace.of(Cidr.parse(arguments.apply("block")));
        long reserved = Long.parseLong(arguments.apply("reserved"));
        List<Cidr> found = new ArrayList<>();
        for (long size : Arrays.stream(arguments.apply("sizes").split(" ", -1))
                .map(Long::valueOf)
                .sorted(Comparator.reverseOrder())
                .toList()) {
            Optional<Cidr> block = sized(space, size + reserved);
            space = block.map(space::take).orElse(space);
            block.ifPresent(found::add);
        }
        return joined(found);
    }

    /** The addresses of hosts: without the network address, and in IPv4 without the broadcast address. */
    private static IpRange hosts(Cidr block) {
        int bits = block.family().bits();
        if (block.prefixLength() >= bits - 1) {
            return IpRange.from(block);
        }
        return IpRange.of(block.nth(1), block.family() == IpFamily.IPV4 ? block.nth(-2) : block.last());
    }

    private static Cidr containing(Function<String, String> arguments) {
        return Cidr.containing(
                IpAddress.parse(arguments.apply("address")), Integer.parseInt(arguments.apply("length")));
    }

    private static FreeSpace steps(Function<String, String> arguments) {
        IpSet free = set(arguments.apply("steps"));
        return FreeSpace.of(Cidr.all(free.nth(0).family()), free);
    }

    private static IpSet set(String steps) {
        IpSet.Builder builder = IpSet.builder();
        for (String step : steps.split(" ", -1)) {
            String text = step.substring(1);
            IpRange range = IpRange.tryParse(text)
                    .or(() -> Cidr.tryParse(text).map(IpRange::from))
                    .orElseGet(() -> IpRange.of(IpAddress.parse(text), IpAddress.parse(text)));
            if (step.charAt(0) == '+') {
                builder.add(range);
            } else {
                builder.remove(range);
            }
        }
        return builder.build();
    }

    private static List<Cidr> cidrs(String texts) {
        return Arrays.stream(texts.split(" ", -1))
                .filter(text -> !text.isEmpty())
                .map(Cidr::parse)
                .toList();
    }

    private static String orNone(Optional<Cidr> block) {
        return block.map(Cidr::toString).orElse("NONE");
    }

    private static String joined(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(" "));
    }
}
