package io.enikit.limits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which network cards of a type take an Elastic Fabric Adapter: what the source says, else what follows from it. */
final class EfaCards {
    private static final String NONE = "none";
    private static final char AND = '+';
    private static final char TO = '-';

    private EfaCards() {}

    /**
     * Returns the indexes of the cards.
     *
     * <p>A card takes one adapter at most (AWS page "Elastic Fabric Adapter"): so a type that takes as many as it has
     * cards takes one on each.
     */
    static Optional<List<Integer>> of(InstanceLimits limits) {
        int most = limits.maximumEfaInterfaces().orElse(-1);
        if (most == 0) {
            return Optional.of(List.of());
        }
        List<Integer> indexes = new ArrayList<>();
        boolean said = true;
        for (NetworkCard card : limits.networkCards()) {
            said &= card.efaSupported().isPresent();
            if (card.efaSupported().orElse(false)) {
                indexes.add(card.networkCardIndex());
            }
        }
        if (!said && most == limits.networkCards().size()) {
            return Optional.of(limits.networkCards().stream()
                    .map(NetworkCard::networkCardIndex)
                    .toList());
        }
        return said ? Optional.of(List.copyOf(indexes)) : Optional.empty();
    }

    /** Returns the cell of the table: what the source says of each card, and nothing if it does not. */
    static String cell(InstanceLimits limits) {
        StringBuilder cell = new StringBuilder();
        int cards = limits.networkCards().size();
        for (int i = 0; i < cards; i++) {
            if (limits.networkCards().get(i).efaSupported().isEmpty()) {
                return "";
            }
        }
        for (int i = 0; i < cards; i++) {
            int last = i;
            while (last < cards
                    && limits.networkCards().get(last).efaSupported().orElse(false)) {
                last++;
            }
            if (last > i) {
                cell.append(cell.isEmpty() ? "" : String.valueOf(AND))
                        .append(i)
                        .append(last > i + 1 ? "" + TO + (last - 1) : "");
                i = last;
            }
        }
        return cell.isEmpty() ? NONE : cell.toString();
    }

    /** Returns the card as a cell of the table says. */
    static NetworkCard with(String cell, NetworkCard card) {
        return cell.isEmpty() ? card : card.withEfaSupported(Optional.of(isIn(cell, card.networkCardIndex())));
    }

    private static boolean isIn(String cell, int index) {
        if (cell.equals(NONE)) {
            return false;
        }
        int start = 0;
        while (start < cell.length()) {
            int and = cell.indexOf(AND, start);
            String range = cell.substring(start, and < 0 ? cell.length() : and);
            int to = range.indexOf(TO);
            int first = Cells.whole(to < 0 ? range : range.substring(0, to), "efa_network_cards");
            int last = to < 0 ? first : Cells.whole(range.substring(to + 1), "efa_network_cards");
            if (index >= first && index <= last) {
                return true;
            }
            start = and < 0 ? cell.length() : and + 1;
        }
        return false;
    }
}
