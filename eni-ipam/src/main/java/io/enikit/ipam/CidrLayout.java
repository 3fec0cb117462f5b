package io.enikit.ipam;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.enikit.diagram.AddressMap;
import io.enikit.diagram.ChangeMap;
import io.enikit.internal.VisibleText;
import io.enikit.net.Cidr;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An immutable assignment of blocks to names, in which no block moves.
 *
 * <pre>{@code
 * CidrLayout first = CidrLayout.empty(Cidr.parse("10.0.0.0/16")).plan(Map.of("web/a", 24, "web/b", 24));
 * CidrLayout next = first.plan(Map.of("web/a", 24, "web/b", 24, "web/c", 24));
 * next.diffFrom(first);                            // added 1, moved 0, removed 0
 * String lockFile = next.write();
 * CidrLayout.read(lockFile).equals(next);          // true
 * }</pre>
 *
 * <p>Each plan starts from the layout before it. A name that is asked for with the length it has keeps its block. New
 * names get the lowest free blocks, the largest first, then by name, whatever the order of the map, so gaps are filled
 * again. A name that is asked for with another length keeps its first address if possible, and moves otherwise; if it
 * cannot grow at all, it keeps its block. {@link #impossible} lists the requests that did not fit.
 *
 * <p>Names with a slash belong to groups: {@code web/a} is in {@code web}. {@link #withHeadRoom} keeps a larger block for
 * a group or a single name to grow in.
 */
public final class CidrLayout {
    private final ImmutableList<Cidr> blocks;
    private final ImmutableSortedMap<String, Cidr> cidrs;
    private final ImmutableSortedMap<String, Cidr> headRoom;
    private final ImmutableSortedMap<String, Integer> missing;
    private final ImmutableSortedMap<String, Integer> missingHeadRoom;

    private CidrLayout(
            List<Cidr> blocks,
            Map<String, Cidr> cidrs,
            Map<String, Cidr> headRoom,
            Map<String, Integer> missing,
            Map<String, Integer> missingHeadRoom) {
        this.blocks = ImmutableList.copyOf(blocks);
        this.cidrs = ImmutableSortedMap.copyOf(cidrs);
        this.headRoom = ImmutableSortedMap.copyOf(headRoom);
        this.missing = ImmutableSortedMap.copyOf(missing);
        this.missingHeadRoom = ImmutableSortedMap.copyOf(missingHeadRoom);
    }

    static CidrLayout planned(
            List<Cidr> blocks,
            Map<String, Cidr> cidrs,
            Map<String, Cidr> headRoom,
            Map<String, Integer> missing,
            Map<String, Integer> missingHeadRoom) {
        return new CidrLayout(blocks, cidrs, headRoom, missing, missingHeadRoom);
    }

    /**
     * Returns a layout of some blocks, with no names.
     *
     * @param blocks at least one block, all of one family, none overlapping another, in any order
     * @return the layout
     * @throws IllegalArgumentException if there is no block, or they overlap, or their families differ
     */
    public static CidrLayout empty(Cidr... blocks) {
        return new CidrLayout(CidrPool.of(blocks).blocks(), Map.of(), Map.of(), Map.of(), Map.of());
    }

    /**
     * Plans the layout of exactly these names from this one.
     *
     * @param prefixLengths the length of each name's block; names left out lose their blocks
     * @return the layout; {@link #impossible} lists what did not fit
     * @throws IllegalArgumentException if a name is empty or the family has no such length
     */
    public CidrLayout plan(Map<String, Integer> prefixLengths) {
        return plan(blocks, Objects.requireNonNull(prefixLengths, "prefixLengths"), headRoomLengths());
    }

    private CidrLayout plan(List<Cidr> ofBlocks, Map<String, Integer> lengths, Map<String, Integer> headRoomLengths) {
        lengths.forEach(this::check);
        return new LayoutPlan(ofBlocks, cidrs, headRoom, lengths, headRoomLengths).layout();
    }

    private void check(String name, int prefixLength) {
        if (Objects.requireNonNull(name, "name").isEmpty()) {
            throw new IllegalArgumentException("a name must not be empty");
        }
        int bits = blocks.get(0).family().bits();
        if (prefixLength < 0 || prefixLength > bits) {
            throw new IllegalArgumentException(name + ": prefix length must be 0.." + bits + ": " + prefixLength);
        }
    }

    /** Returns the requests of this layout: the prefix length of each name. */
    private Map<String, Integer> lengths() {
        return lengths(cidrs, missing);
    }

    private Map<String, Integer> headRoomLengths() {
        return lengths(headRoom, missingHeadRoom);
    }

    private static Map<String, Integer> lengths(Map<String, Cidr> placed, Map<String, Integer> missing) {
        Map<String, Integer> lengths = new TreeMap<>();
        placed.forEach((name, cidr) -> lengths.put(name, cidr.prefixLength()));
        lengths.putAll(missing);
        return lengths;
    }

    /**
     * Returns this layout with a larger block kept for a name or group to grow in.
     *
     * <p>Names of the group are placed in its head-room until it is full; other names never are. The head-room is placed
     * around the blocks that the group already has, if possible. It is given up for a name of the group that is too large for
     * it and fits nowhere else.
     *
     * @param group a name, or what stands before a slash in the names of the group
     * @param prefixLength the length of the head-room
     * @return the layout; {@link #impossible} lists it if it does not fit
     * @throws IllegalArgumentException if the group is empty or the family has no such length
     */
    public CidrLayout withHeadRoom(String group, int prefixLength) {
        Objects.requireNonNull(group, "group");
        check(group, prefixLength);
        Map<String, Integer> rooms = headRoomLengths();
        rooms.put(group, prefixLength);
        return plan(blocks, lengths(), rooms);
    }

    /**
     * Returns this layout without head-room for a name or group; its blocks stay.
     *
     * @param group the name or group
     * @return the layout
     */
    public CidrLayout withoutHeadRoom(String group) {
        Map<String, Integer> rooms = headRoomLengths();
        rooms.remove(Objects.requireNonNull(group, "group"));
        return plan(blocks, lengths(), rooms);
    }

    /**
     * Returns this layout with another block to place names in.
     *
     * @param block a block of the same family that overlaps no other
     * @return the layout; what was impossible may fit now
     * @throws IllegalArgumentException if it overlaps a block of the layout, or is of the other family
     */
    public CidrLayout plusBlock(Cidr block) {
        List<Cidr> more = new ArrayList<>(blocks);
        more.add(Objects.requireNonNull(block, "block"));
        return plan(CidrPool.of(more.toArray(Cidr[]::new)).blocks(), lengths(), headRoomLengths());
    }

    /**
     * Returns the blocks in which names are placed.
     *
     * @return at least one, in ascending order
     */
    public List<Cidr> blocks() {
        return blocks;
    }

    /**
     * Returns the block of each name that has one.
     *
     * @return the blocks, sorted by name
     */
    public Map<String, Cidr> cidrs() {
        return cidrs;
    }

    /**
     * Returns the block of a name.
     *
     * @param name a name of the layout
     * @return its block
     * @throws NoSuchElementException if it has none; the message says why
     */
    public Cidr cidr(String name) {
        Cidr cidr = cidrs.get(Objects.requireNonNull(name, "name"));
        if (cidr == null) {
            Integer length = missing.get(name);
            throw new NoSuchElementException(
                    length == null
                            ? "the layout has no name " + VisibleText.brief(name)
                            : new Unplaced(name, length, false, reason(toPool(), length)).toString());
        }
        return cidr;
    }

    /**
     * Returns the head-room of each name or group that has some.
     *
     * @return the blocks, sorted by name or group
     */
    public Map<String, Cidr> headRoom() {
        return headRoom;
    }

    /**
     * Returns the requests that did not fit.
     *
     * @return the requests, sorted by name, each with its reason
     */
    public List<Unplaced> impossible() {
        if (missing.isEmpty() && missingHeadRoom.isEmpty()) {
            return List.of();
        }
        CidrPool pool = toPool();
        Map<Integer, String> reasons = new TreeMap<>();
        List<Unplaced> unplaced = new ArrayList<>();
        missing.forEach((name, length) -> unplaced.add(
                new Unplaced(name, length, false, reasons.computeIfAbsent(length, each -> reason(pool, each)))));
        missingHeadRoom.forEach((group, length) -> unplaced.add(
                new Unplaced(group, length, true, reasons.computeIfAbsent(length, each -> reason(pool, each)))));
        return ImmutableList.sortedCopyOf(
                Comparator.comparing(Unplaced::name).thenComparing(Unplaced::headRoom), unplaced);
    }

    /** Says why a length does not fit: the same for all names that ask for it. */
    private static String reason(CidrPool pool, int prefixLength) {
        return AllocationRefused.noRoom(pool, ImmutableList.of(prefixLength)).reason();
    }

    /** Returns the requested names without a block, and the prefix length of each. */
    Map<String, Integer> missing() {
        return missing;
    }

    /** Returns the groups without the requested head-room, and its prefix length. */
    Map<String, Integer> missingHeadRoom() {
        return missingHeadRoom;
    }

    /** Returns true if planning the same requests again changes nothing; this holds after every plan. */
    boolean isWhole() {
        return equals(plan(blocks, lengths(), headRoomLengths()));
    }

    /**
     * Returns this layout, or throws if a request did not fit.
     *
     * @return this layout
     * @throws AllocationRefusedException if a request did not fit; the message names all of them
     */
    public CidrLayout orElseThrow() {
        if (!missing.isEmpty() || !missingHeadRoom.isEmpty()) {
            throw new AllocationRefusedException(
                    impossible().stream().map(Unplaced::toString).toList());
        }
        return this;
    }

    /**
     * Compares with an earlier layout.
     *
     * @param earlier the layout before
     * @return what was added, moved and removed, and what is impossible in this layout
     */
    public LayoutDiff diffFrom(CidrLayout earlier) {
        return LayoutDiff.of(Objects.requireNonNull(earlier, "earlier"), this);
    }

    /**
     * Returns the changes since an earlier layout, for pictures.
     *
     * @param earlier the layout before
     * @return what was added, moved, removed, and kept, by name, on the scale of the blocks of both
     */
    public ChangeMap changeMapFrom(CidrLayout earlier) {
        return LayoutPictures.changes(Objects.requireNonNull(earlier, "earlier"), this);
    }

    /** {@return the blocks of all names, the head-room, and the free blocks, for pictures} */
    public AddressMap addressMap() {
        return LayoutPictures.map(this);
    }

    /**
     * Returns the pool in which each name holds its block and head-room is reserved.
     *
     * @return the pool; its grants are numbered in the order of names
     */
    public CidrPool toPool() {
        CidrPool pool = CidrPool.of(blocks.toArray(Cidr[]::new));
        for (Map.Entry<String, Cidr> entry : cidrs.entrySet()) {
            pool = pool.allocate(entry.getKey(), entry.getValue()).orElseThrow().pool();
        }
        return pool.reserveAll(headRoom.values());
    }

    /**
     * Returns the layout as text for a lock file, one line a block, by address.
     *
     * @return a text that {@link #read} turns into an equal layout
     */
    @JsonValue
    public String write() {
        return LayoutText.write(this);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param text the whole text
     * @return the layout
     * @throws IpamTextException if the text is anything else; the message names every fault
     */
    public static CidrLayout read(CharSequence text) {
        return LayoutText.read(text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CidrLayout that
                && blocks.equals(that.blocks)
                && cidrs.equals(that.cidrs)
                && headRoom.equals(that.headRoom)
                && missing.equals(that.missing)
                && missingHeadRoom.equals(that.missingHeadRoom);
    }

    @Override
    public int hashCode() {
        return Objects.hash(blocks, cidrs, headRoom, missing, missingHeadRoom);
    }

    /**
     * Returns the blocks by name.
     *
     * @return for example {@code {web/a=10.0.0.0/24, web/b=10.0.1.0/24}}
     */
    @Override
    public String toString() {
        return VisibleText.of(cidrs + (missing.isEmpty() ? "" : " impossible " + missing));
    }
}
