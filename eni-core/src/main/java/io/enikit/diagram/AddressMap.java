package io.enikit.diagram;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.internal.VisibleText;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanNames;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpRange;
import io.enikit.net.IpSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Blocks, and the labelled ranges of addresses in them.
 *
 * <p>What no part covers is free, and becomes a part of its own. Parts may overlap and may lie in none of the blocks:
 * that is drawn, and marked.
 *
 * <pre>{@code
 * AddressMap map = AddressMap.of(plan, VpcId.of("main")).orElseThrow();
 * map.parts().size();                       // 2: a subnet, and the gap behind it
 * Files.writeString(Path.of("main.svg"), SvgDiagram.of(map).toString());
 * }</pre>
 */
public final class AddressMap {
    private final String title;
    private final List<Cidr> blocks;
    private final List<Part> parts;
    private final OptionalInt cellPrefixLength;

    private static final Comparator<Part> BY_ADDRESS =
            Comparator.comparing(Part::range).thenComparing(Part::label).thenComparing(Part::kind);

    /**
     * What the addresses of a part are.
     *
     * <p>Later versions may add constants.
     */
    public enum Kind {
        /** Nobody has them. */
        FREE('·', "free"),
        /** Somebody has some of them. */
        PARTLY_USED('+', "partly used"),
        /** Somebody has all of them. */
        USED('#', "used"),
        /** They are kept back. */
        RESERVED('R', "reserved"),
        /** They are given on as one block. */
        DELEGATED('D', "delegated");

        private final char sign;
        private final String text;

        Kind(char sign, String text) {
            this.sign = sign;
            this.text = text;
        }

        char sign() {
            return sign;
        }

        /** {@return the kind in words} */
        @Override
        public String toString() {
            return text;
        }
    }

    /** A range of addresses that are alike. */
    public static final class Part {
        private final IpRange range;
        private final Kind kind;
        private final String label;
        private final String detail;
        private final OptionalDouble usedShare;

        private Part(IpRange range, Kind kind, String label, String detail, OptionalDouble usedShare) {
            this.range = requireNonNull(range, "range");
            this.kind = requireNonNull(kind, "kind");
            this.label = requireNonNull(label, "label");
            this.detail = requireNonNull(detail, "detail");
            this.usedShare = requireNonNull(usedShare, "usedShare");
        }

        /**
         * Returns a part.
         *
         * @param range the addresses
         * @param kind what they are
         * @param label a name for them, may be empty
         * @param detail more about them, may be empty
         * @return the part
         */
        public static Part of(IpRange range, Kind kind, String label, String detail) {
            return new Part(range, kind, label, detail, OptionalDouble.empty());
        }

        /**
         * Returns this part with how full it is, which is drawn as a bar that changes its colour at 70 % and 90 %.
         *
         * @param share how much of its addresses is used, 0 to 1 inclusive
         * @return the part
         * @throws IllegalArgumentException if the share is not 0..1
         */
        public Part withUsedShare(double share) {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("share must be 0..1: " + share);
            }
            return new Part(range, kind, label, detail, OptionalDouble.of(share));
        }

        /** {@return the addresses} */
        public IpRange range() {
            return range;
        }

        /** {@return what they are} */
        public Kind kind() {
            return kind;
        }

        /** {@return a name for them, may be empty} */
        public String label() {
            return label;
        }

        /** {@return more about them, may be empty} */
        public String detail() {
            return detail;
        }

        /** {@return how much of its addresses is used, 0 to 1 inclusive, absent where that is not said} */
        public OptionalDouble usedShare() {
            return usedShare;
        }

        /** {@return the block that the range is, or the range} */
        String addresses() {
            List<Cidr> cidrs = range.toCidrs();
            return cidrs.size() == 1 ? cidrs.get(0).toString() : range.first() + " – " + range.last();
        }

        private static Part free(IpRange range) {
            return of(range, Kind.FREE, "", "room for a /" + largestIn(range));
        }

        /** Returns the length of the largest block that fits into a range. */
        static int largestIn(IpRange range) {
            return range.toCidrs().stream().mapToInt(Cidr::prefixLength).min().orElseThrow();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Part that
                    && range.equals(that.range)
                    && kind.equals(that.kind)
                    && label.equals(that.label)
                    && detail.equals(that.detail)
                    && usedShare.equals(that.usedShare);
        }

        @Override
        public int hashCode() {
            return Objects.hash(range, kind, label, detail, usedShare);
        }

        @Override
        public String toString() {
            return VisibleText.of("Part[range=" + range + ", kind=" + kind + ", label=" + label + ", detail=" + detail
                    + (usedShare.isPresent() ? ", usedShare=" + usedShare.getAsDouble() : "") + "]");
        }
    }

    AddressMap(String title, List<Cidr> blocks, List<Part> parts, OptionalInt cellPrefixLength) {
        this.title = requireNonNull(title, "title");
        this.blocks = ImmutableList.copyOf(requireNonNull(blocks, "blocks"));
        this.parts = ImmutableList.sortedCopyOf(
                BY_ADDRESS,
                Stream.concat(parts.stream(), gaps(this.blocks, parts)).toList());
        this.cellPrefixLength = requireNonNull(cellPrefixLength, "cellPrefixLength");
    }

    /** {@return what it is a map of} */
    public String title() {
        return title;
    }

    /** {@return the blocks, in the order in which they are drawn} */
    public List<Cidr> blocks() {
        return blocks;
    }

    /** {@return the parts by address, free ones included} */
    public List<Part> parts() {
        return parts;
    }

    /**
     * {@return the length of the blocks that are drawn one by one, such as 28; absent where parts are drawn to scale}
     */
    public OptionalInt cellPrefixLength() {
        return cellPrefixLength;
    }

    private static Stream<Part> gaps(List<Cidr> blocks, List<Part> parts) {
        IpSet.Builder taken = IpSet.builder();
        parts.forEach(part -> taken.add(part.range()));
        IpSet covered = taken.build();
        List<IpRange> ranges = covered.ranges();
        return blocks.stream()
                .distinct()
                .flatMap(block -> gaps(block, ranges).stream())
                .distinct()
                .map(Part::free);
    }

    /** Returns what of a block is in none of some ranges, which are in order and apart. */
    private static List<IpRange> gaps(Cidr block, List<IpRange> ranges) {
        IpSet.Builder rest = IpSet.builder().add(block);
        int from = 0;
        int to = ranges.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (ranges.get(middle).last().compareTo(block.first()) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        for (int i = from; i < ranges.size() && ranges.get(i).first().compareTo(block.last()) <= 0; i++) {
            rest.remove(ranges.get(i));
        }
        return rest.build().ranges();
    }

    /**
     * Returns a map that is drawn to scale.
     *
     * @param title what it is a map of
     * @param blocks the blocks
     * @param parts the parts, in any order; what they leave out is free
     * @return the map
     */
    public static AddressMap of(String title, List<Cidr> blocks, List<Part> parts) {
        requireNonNull(parts, "parts");
        return new AddressMap(title, blocks, parts, OptionalInt.empty());
    }

    /**
     * Returns the map of a VPC: all of its blocks, its subnets, and the gaps between them.
     *
     * @param plan the plan
     * @param vpc the VPC
     * @return the map, or empty if the VPC is unknown
     */
    public static Optional<AddressMap> of(NetworkPlan plan, VpcId vpc) {
        requireNonNull(plan, "plan");
        requireNonNull(vpc, "vpc");
        return plan.vpc(vpc)
                .map(found -> of(
                        "VPC " + PlanNames.of(plan).nameOf(vpc),
                        ImmutableList.<Cidr>builder()
                                .addAll(found.cidrBlocks())
                                .addAll(found.ipv6CidrBlocks())
                                .build(),
                        PlanWords.subnetParts(plan, vpc)));
    }

    /**
     * Returns this map drawn as cells, one for each block of a length, sixteen a line.
     *
     * @param prefixLength the length, such as 28
     * @return the map
     * @throws IllegalArgumentException if the length is not 0..128
     */
    public AddressMap withCells(int prefixLength) {
        if (prefixLength < 0 || prefixLength > 128) {
            throw new IllegalArgumentException("prefix length must be 0..128: " + prefixLength);
        }
        return new AddressMap(title, blocks, parts, OptionalInt.of(prefixLength));
    }

    /**
     * Lists the parts of a block.
     *
     * @param block one of the blocks
     * @return the parts that lie wholly in it, by address
     */
    public List<Part> partsIn(Cidr block) {
        IpRange range = IpRange.from(block);
        int from = 0;
        int to = parts.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (parts.get(middle).range().first().compareTo(range.first()) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        ImmutableList.Builder<Part> inside = ImmutableList.builder();
        for (Part part : parts.subList(from, parts.size())) {
            if (part.range().first().compareTo(range.last()) > 0) {
                break;
            }
            if (range.contains(part.range())) {
                inside.add(part);
            }
        }
        return inside.build();
    }

    /** {@return the parts that lie wholly in none of the blocks, by address} */
    public List<Part> outside() {
        Set<Cidr> sorted = new TreeSet<>(blocks);
        return parts.stream().filter(part -> !isInside(part, sorted)).collect(ImmutableList.toImmutableList());
    }

    private static boolean isInside(Part part, Set<Cidr> blocks) {
        IpAddress first = part.range().first();
        for (int length = 0; length <= first.family().bits(); length++) {
            Cidr around = Cidr.containing(first, length);
            if (blocks.contains(around) && IpRange.from(around).contains(part.range())) {
                return true;
            }
        }
        return false;
    }

    /** {@return the parts that share an address with another part, by address; free ones are none of them} */
    public List<Part> overlapping() {
        List<Part> taken =
                parts.stream().filter(part -> part.kind() != Kind.FREE).toList();
        Set<Integer> found = new HashSet<>();
        int farthest = 0;
        for (int i = 1; i < taken.size(); i++) {
            if (taken.get(farthest).range().overlaps(taken.get(i).range())) {
                found.add(farthest);
                found.add(i);
            }
            if (isBeyond(taken.get(i).range(), taken.get(farthest).range())) {
                farthest = i;
            }
        }
        List<Part> overlapping = new ArrayList<>();
        for (int i = 0; i < taken.size(); i++) {
            if (found.contains(i)) {
                overlapping.add(taken.get(i));
            }
        }
        return ImmutableList.copyOf(overlapping);
    }

    private static boolean isBeyond(IpRange range, IpRange other) {
        return range.family() != other.family() || range.last().compareTo(other.last()) > 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AddressMap that
                && title.equals(that.title)
                && blocks.equals(that.blocks)
                && parts.equals(that.parts)
                && cellPrefixLength.equals(that.cellPrefixLength);
    }

    @Override
    public int hashCode() {
        return Objects.hash(title, blocks, parts, cellPrefixLength);
    }

    @Override
    public String toString() {
        return VisibleText.of("AddressMap[title=" + title + ", blocks=" + blocks + ", parts=" + parts
                + ", cellPrefixLength=" + cellPrefixLength + "]");
    }
}
