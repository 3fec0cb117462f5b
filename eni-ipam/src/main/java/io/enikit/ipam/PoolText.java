package io.enikit.ipam;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.enikit.ipam.TextLines.Line;
import io.enikit.net.Cidr;
import io.enikit.net.IpSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The text form of a pool: its settings, then its blocks, reservations and allocations in ascending order.
 *
 * <p>Version 2 has lines {@code keyed 10.0.0.0/24 1 blue web} for the blocks of owners and keys. A pool without keys is
 * written as version 1, which older releases read as well.
 */
final class PoolText {
    private static final String HEADER = "eni-pool 1";
    private static final String HEADER_WITH_KEYS = "eni-pool 2";

    private final TextLines lines;
    private @Nullable Placement placement;
    private @Nullable ReservedAddresses policy;
    private long sequence = -1;
    private final TextLines.Blocks blocks;
    private final TextLines.Blocks reserved;
    private final TextLines.Blocks granted;
    private final List<Line<Cidr>> reservations = new ArrayList<>();
    private final List<Line<Grant>> grants = new ArrayList<>();
    private final boolean withKeys;
    private boolean keyed;
    private int step = -1;

    private PoolText(CharSequence text) {
        withKeys = text.toString().startsWith(HEADER_WITH_KEYS + "\n")
                || text.toString().startsWith(HEADER_WITH_KEYS + "\r\n");
        lines = new TextLines("not a pool", withKeys ? HEADER_WITH_KEYS : HEADER, text);
        blocks = lines.new Blocks();
        reserved = lines.new Blocks();
        granted = lines.new Blocks();
    }

    static String write(CidrPool pool) {
        List<Grant> grants = pool.ledger().all();
        boolean anyKey = grants.stream().anyMatch(grant -> !grant.key().isEmpty());
        StringBuilder text = new StringBuilder(anyKey ? HEADER_WITH_KEYS : HEADER);
        text.append("\nplacement ").append(pool.placement());
        text.append("\nreserved-addresses ").append(pool.reservedAddresses());
        text.append("\nsequence ").append(pool.sequence());
        pool.blocks().forEach(block -> text.append("\nblock ").append(block));
        pool.reservations().forEach(block -> text.append("\nreservation ").append(block));
        grants.forEach(grant -> writeGrant(grant, text));
        return text.append("\nend\n").toString();
    }

    private static void writeGrant(Grant grant, StringBuilder text) {
        text.append(grant.key().isEmpty() ? "\nallocation " : "\nkeyed ");
        text.append(grant.cidr()).append(' ').append(grant.sequence());
        if (!grant.key().isEmpty()) {
            text.append(' ').append(NameText.escapeWord(grant.key()));
        }
        if (!grant.isAnonymous()) {
            text.append(' ').append(NameText.escape(grant.owner()));
        }
    }

    static CidrPool read(CharSequence text) {
        PoolText reader = new PoolText(text);
        while (reader.lines.next()) {
            reader.line();
        }
        return reader.pool();
    }

    private void line() {
        String word = lines.word();
        int place = List.of("placement", "reserved-addresses", "sequence", "block", "reservation", "allocation")
                .indexOf(word.equals("keyed") && withKeys ? "allocation" : word);
        if (place < 0) {
            lines.fault("unknown word: \"" + word + "\"");
            return;
        }
        if (place < step || (place == step && place < 3)) {
            lines.fault("out of order: \"" + word + "\"");
        }
        step = Math.max(step, place);
        String[] fields = lines.arguments(
                switch (word) {
                    case "allocation" -> 2;
                    case "keyed" -> 4;
                    default -> 1;
                });
        if (fields == null) {
            return;
        }
        switch (word) {
            case "placement" -> placement = lines.word(Placement.values(), fields[0]);
            case "reserved-addresses" -> policy = lines.word(ReservedAddresses.values(), fields[0]);
            case "sequence" -> sequence = lines.number(fields[0], Long.MAX_VALUE);
            case "block" -> lines.cidr(fields[0]).ifPresent(blocks::add);
            case "reservation" -> lines.cidr(fields[0]).ifPresent(this::reservation);
            case "allocation" -> allocation(fields[0], fields[1]);
            default -> keyed(fields);
        }
    }

    private void reservation(Cidr cidr) {
        reserved.add(cidr);
        reservations.add(new Line<>(lines.lineNumber(), cidr));
    }

    private void allocation(String block, String rest) {
        int space = rest.indexOf(' ');
        String number = space < 0 ? rest : rest.substring(0, space);
        grant(
                block,
                number,
                () -> space < 0 ? "" : lines.name(rest.substring(space + 1)).orElse(""),
                () -> "");
    }

    private void keyed(String[] fields) {
        keyed = true;
        grant(
                fields[0],
                fields[1],
                () -> lines.name(fields[3]).orElse(""),
                () -> lines.nameWord(fields[2]).orElse(""));
    }

    private void grant(String block, String number, Supplier<String> owner, Supplier<String> key) {
        Optional<Cidr> cidr = lines.cidr(block);
        long sequence = lines.number(number, Long.MAX_VALUE);
        String itsKey = key.get();
        String itsOwner = owner.get();
        if (cidr.isPresent()) {
            granted.add(cidr.get());
            grants.add(new Line<>(lines.lineNumber(), Grant.of(cidr.get(), itsOwner, itsKey, sequence)));
        }
    }

    private CidrPool pool() {
        if (placement == null || policy == null || sequence < 0) {
            lines.fault("placement, reserved-addresses and sequence are needed, each once");
        }
        if (withKeys && !keyed) {
            lines.faultAt(1, "version 2 is that of pools with keys, and there is none");
        }
        ImmutableList<Cidr> roots = blocks.disjoint();
        String fault = PoolSpace.faultOf(roots);
        if (fault != null) {
            lines.fault(fault);
        }
        if (!roots.isEmpty()) {
            checkPlaces(roots);
        }
        Ledger ledger = checkedGrants();
        lines.finish();
        Marks marks = Marks.of(Objects.requireNonNull(policy), roots, ImmutableSortedSet.copyOf(reserved.disjoint()));
        return new CidrPool(roots, Objects.requireNonNull(placement), Holdings.of(roots, marks, ledger), sequence);
    }

    /** Checks that all lies in the blocks, and no allocation on their ends. */
    private void checkPlaces(ImmutableList<Cidr> roots) {
        IpSet.Builder usable = IpSet.builder();
        for (Cidr root : roots) {
            usable.add(root);
            if (policy != null) {
                usable.remove(policy.of(root));
            }
        }
        PoolSpace space = PoolSpace.of(roots, usable.build());
        reservations.forEach(line -> checkInside(space, line.number(), line.value()));
        for (Line<Grant> line : grants) {
            Cidr cidr = line.value().cidr();
            if (checkInside(space, line.number(), cidr) && !space.isFree(cidr)) {
                lines.faultAt(line.number(), cidr + " contains addresses reserved by " + policy);
            }
        }
    }

    /** Returns the ledger, having checked that numbers and owners are each there once. */
    private Ledger checkedGrants() {
        Ledger ledger = Ledger.EMPTY;
        Map<Long, Cidr> sequences = new HashMap<>();
        for (Line<Grant> line : grants) {
            Grant grant = line.value();
            checkNumber(line.number(), grant.sequence());
            Cidr same = sequences.putIfAbsent(grant.sequence(), grant.cidr());
            if (same != null && grant.sequence() >= 0) {
                lines.faultAt(line.number(), "number " + grant.sequence() + " is that of " + same);
            }
            Grant held = grant.isAnonymous() ? null : ledger.ownedBy(grant.owner(), grant.key());
            if (held != null) {
                lines.faultAt(line.number(), grant.holder() + " holds " + held.cidr() + " already");
            }
            ledger = ledger.plus(grant);
        }
        return ledger;
    }

    private void checkNumber(int line, long number) {
        if (sequence >= 0 && (number == 0 || number > sequence)) {
            lines.faultAt(line, "number " + number + " is not in 1.." + sequence);
        }
    }

    private boolean checkInside(PoolSpace space, int line, Cidr cidr) {
        boolean inside = space.blockAround(cidr) != null;
        if (!inside) {
            lines.faultAt(line, cidr + " is not in a block of the pool");
        }
        return inside;
    }
}
