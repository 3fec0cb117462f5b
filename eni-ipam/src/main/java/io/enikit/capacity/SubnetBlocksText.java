package io.enikit.capacity;

import io.enikit.capacity.SubnetBlocks.Part;
import io.enikit.capacity.SubnetBlocks.State;
import io.enikit.internal.VisibleText;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Draws the blocks of a subnet, in lines of sixteen /28. */
final class SubnetBlocksText {
    private static final int SIGNS_PER_LINE = 16;
    private static final int LABEL = "255.255.255.255".length();

    private final StringBuilder out = new StringBuilder();
    private final StringBuilder line = new StringBuilder();

    private SubnetBlocksText() {}

    static String of(SubnetBlocks blocks) {
        SubnetBlocksText text = new SubnetBlocksText();
        text.addNumbers(blocks);
        blocks.parts().forEach(text::addSigns);
        text.out.append(text.line.length() == 0 ? "" : text.line + "\n");
        return text.out
                .append(Arrays.stream(State.values())
                        .map(state -> state.sign() + " " + state)
                        .collect(Collectors.joining(", ")))
                .toString();
    }

    private void addNumbers(SubnetBlocks blocks) {
        Cidr block = blocks.subnet().cidrBlock().orElseThrow();
        out.append(VisibleText.brief(blocks.subnet().id().toString()))
                .append(' ')
                .append(block);
        out.append(": ").append(blocks.freeAddresses()).append(" addresses free, ");
        out.append(blocks.freePrefixes()).append(" prefixes free, fragmentation ");
        out.append(String.format(Locale.ROOT, "%.2f", blocks.fragmentation())).append('\n');
    }

    private void addSigns(Part part) {
        IpAddress at = part.range().first();
        long left = part.blocks();
        while (left > 0) {
            if (line.length() == 0) {
                line.append(String.format(Locale.ROOT, "%-" + LABEL + "s ", at));
            }
            int room = SIGNS_PER_LINE - (line.length() - LABEL - 1);
            int count = (int) Math.min(room, left);
            line.append(String.valueOf(part.state().sign()).repeat(count));
            left -= count;
            if (count == room) {
                out.append(line).append('\n');
                line.setLength(0);
                long alike = count == SIGNS_PER_LINE ? left / SIGNS_PER_LINE : 0;
                out.append(alike > 0 ? "*\n" : "");
                left -= alike * SIGNS_PER_LINE;
                at = left > 0
                        ? at.plus((long) VpcCniWarmPool.ADDRESSES_PER_PREFIX * (count + alike * SIGNS_PER_LINE))
                        : at;
            }
        }
    }
}
