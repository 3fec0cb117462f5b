package io.enikit.diagram;

import static io.enikit.diagram.SvgPage.MARGIN;
import static io.enikit.diagram.SvgPage.RIGHT;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import io.enikit.diagram.AddressMap.Kind;
import io.enikit.diagram.AddressMap.Part;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import io.enikit.net.IpRange;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws a map of addresses as cells, sixteen a line; many lines that are alike are drawn once. */
final class CellMapSvg implements SvgDrawing {
    private static final int CELLS = 16;
    private static final int PITCH = 30;
    private static final int ALIKE = 3;

    private final AddressMap map;
    private final Set<Part> overlapping;

    CellMapSvg(AddressMap map) {
        this.map = map;
        this.overlapping = ImmutableSet.copyOf(map.overlapping());
    }

    @Override
    public String title() {
        return map.title();
    }

    @Override
    public String summary() {
        return map.blocks().stream()
                .map(block -> block + " in blocks of /" + lengthIn(block) + ": " + counts(block))
                .collect(Collectors.joining("; "));
    }

    private String counts(Cidr block) {
        Map<Kind, BigInteger> counts = new EnumMap<>(Kind.class);
        map.partsIn(block).forEach(part -> counts.merge(part.kind(), cellsIn(block, part), BigInteger::add));
        BigInteger mixed = BigInteger.ONE.shiftLeft(lengthIn(block) - block.prefixLength());
        for (BigInteger count : counts.values()) {
            mixed = mixed.subtract(count);
        }
        return Stream.concat(
                        counts.entrySet().stream()
                                .filter(each -> each.getValue().signum() > 0)
                                .map(each -> each.getValue() + " " + each.getKey()),
                        Stream.of(mixed).filter(count -> count.signum() > 0).map(count -> count + " of several kinds"))
                .collect(Collectors.joining(", "));
    }

    /** Returns how many cells lie wholly in a part. */
    private BigInteger cellsIn(Cidr block, Part part) {
        int bits = block.family().bits() - lengthIn(block);
        BigInteger first = block.indexOf(part.range().first())
                .add(BigInteger.ONE.shiftLeft(bits))
                .subtract(BigInteger.ONE)
                .shiftRight(bits);
        BigInteger end = block.indexOf(part.range().last()).add(BigInteger.ONE).shiftRight(bits);
        return end.subtract(first).max(BigInteger.ZERO);
    }

    private int lengthIn(Cidr block) {
        int length =
                Math.min(map.cellPrefixLength().orElseThrow(), block.family().bits());
        return Math.max(length, block.prefixLength());
    }

    @Override
    public void drawOn(SvgPage page) {
        Set<Kind> shown = EnumSet.noneOf(Kind.class);
        map.blocks().forEach(block -> new Lines(page, block, shown).draw());
        SvgLegend.draw(page, shown, !overlapping.isEmpty());
    }

    /** The lines of one block. */
    private final class Lines {
        private final SvgPage page;
        private final Set<Kind> shown;
        private final Cidr block;
        private final int length;
        private final BigInteger cells;
        private final TreeMap<IpAddress, Part> parts = new TreeMap<>();
        private final double left;
        private final double pitch;

        Lines(SvgPage page, Cidr block, Set<Kind> shown) {
            this.page = page;
            this.shown = shown;
            this.block = block;
            this.length = lengthIn(block);
            this.cells = BigInteger.ONE.shiftLeft(length - block.prefixLength());
            map.parts().stream()
                    .filter(part -> part.range().overlaps(IpRange.from(block)))
                    .forEach(part -> parts.put(part.range().first(), part));
            this.left = block.family() == IpFamily.IPV4 ? 152 : 232;
            this.pitch = (RIGHT - left + 4) / CELLS;
        }

        void draw() {
            for (int i = 0; i < cells.min(BigInteger.valueOf(CELLS)).intValue(); i++) {
                page.centered(
                        left + i * pitch + pitch / 2 - 2, page.y + 10, SvgFont.SMALL, "muted", "+" + offset(i), pitch);
            }
            page.y += 18;
            BigInteger at = BigInteger.ZERO;
            while (at.compareTo(cells) < 0) {
                drawLine(at);
                at = at.add(BigInteger.valueOf(CELLS));
                at = at.add(skipAlike(at));
            }
            page.y += 16;
        }

        private String offset(int cell) {
            int hostBits = block.family().bits() - length;
            return hostBits <= 8 ? String.valueOf((long) cell << hostBits) : String.valueOf(cell);
        }

        private void drawLine(BigInteger at) {
            Cidr first = block.child(length, at);
            page.text(MARGIN, page.y + 17, SvgFont.MONO, "", first.first().toString(), left - MARGIN - 8);
            for (int i = 0; i < CELLS; i++) {
                BigInteger index = at.add(BigInteger.valueOf(i));
                if (index.compareTo(cells) < 0) {
                    drawCell(left + i * pitch, block.child(length, index));
                }
            }
            page.y += PITCH;
        }

        private void drawCell(double x, Cidr cell) {
            Part part = partAt(cell.first());
            Part drawn = part.range().contains(cell.last()) ? part : mixed(cell);
            String tip = cell + ", " + drawn.kind()
                    + (drawn.label().isEmpty() ? "" : ", " + drawn.label())
                    + (drawn.detail().isEmpty() || drawn.kind() == Kind.FREE ? "" : ", " + drawn.detail());
            shown.add(drawn.kind());
            double width = pitch - 4;
            boolean faulty = overlapping.contains(part);
            page.area(x, page.y, width, PITCH - 4, faulty ? SvgTone.FAULT : SvgTone.of(drawn.kind()), tip);
            boolean fits = !drawn.label().isBlank() && SvgFont.SMALL.width(Labels.plain(drawn.label())) <= width - 4;
            String sign = String.valueOf(faulty ? '!' : drawn.kind().sign());
            String muted = drawn.kind() == Kind.FREE ? "muted" : "";
            page.centered(x + width / 2, page.y + 17, SvgFont.SMALL, muted, fits ? drawn.label() : sign, width);
        }

        /** Returns what a cell with several parts in it is. */
        private Part mixed(Cidr cell) {
            Set<Kind> kinds = EnumSet.of(partAt(cell.first()).kind());
            parts.subMap(cell.first(), true, cell.last(), true).values().forEach(part -> kinds.add(part.kind()));
            Kind kind = kinds.size() == 1
                    ? kinds.iterator().next()
                    : kinds.contains(Kind.FREE) ? Kind.PARTLY_USED : Kind.USED;
            return Part.of(IpRange.from(cell), kind, "", "");
        }

        /** Finds the last part to begin of those that hold an address. */
        private Part partAt(IpAddress address) {
            Part part = requireNonNull(parts.floorEntry(address)).getValue();
            while (!part.range().contains(address)) {
                part = requireNonNull(parts.lowerEntry(part.range().first())).getValue();
            }
            return part;
        }

        /** Returns the index of the first cell behind an address in which another part begins or ends. */
        private BigInteger endOfAlike(IpAddress address) {
            IpAddress last = partAt(address).range().last();
            BigInteger end = block.contains(last) ? block.indexOf(last).add(BigInteger.ONE) : block.size();
            @Nullable IpAddress next = parts.higherKey(address);
            if (next != null && block.contains(next)) {
                end = end.min(block.indexOf(next));
            }
            return end.shiftRight(block.family().bits() - length);
        }

        /** Skips lines that are wholly in the part of the line before them, and says so; returns how many cells that is. */
        private BigInteger skipAlike(BigInteger at) {
            if (at.compareTo(cells) >= 0) {
                return BigInteger.ZERO;
            }
            Cidr before = block.child(length, at.subtract(BigInteger.valueOf(CELLS)));
            BigInteger lines = endOfAlike(before.first()).subtract(at).divide(BigInteger.valueOf(CELLS));
            if (lines.compareTo(BigInteger.valueOf(ALIKE)) < 0) {
                return BigInteger.ZERO;
            }
            page.text(left, page.y + 12, SvgFont.NOTE, "muted", "⋯ " + lines + " more lines like this", RIGHT - left);
            page.y += 24;
            return lines.multiply(BigInteger.valueOf(CELLS));
        }
    }
}
