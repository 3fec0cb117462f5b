package io.enikit.ipam;

import static java.util.Objects.requireNonNull;

import io.enikit.net.Cidr;
import io.enikit.net.IpSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The free blocks while a layout is planned: those in the head-room of each group, and those outside. */
final class LayoutSpace {
    private final NavigableMap<String, HeadRoom> byGroup = new TreeMap<>();

    /** The same head-room by its block; no two blocks overlap. */
    private final NavigableMap<Cidr, HeadRoom> byBlock = new TreeMap<>();

    private PoolSpace outside;

    /** The head-room of a group, and what is free in it. */
    private static final class HeadRoom {
        private final String group;
        private final Cidr cidr;
        private PoolSpace space;

        HeadRoom(String group, Cidr cidr, IpSet free) {
            this.group = group;
            this.cidr = cidr;
            this.space = PoolSpace.of(List.of(cidr), free);
        }
    }

    LayoutSpace(List<Cidr> blocks, Map<String, Cidr> headRoom, Collection<Cidr> taken) {
        IpSet.Builder free = IpSet.builder();
        blocks.forEach(free::add);
        taken.forEach(free::remove);
        NavigableSet<Cidr> sorted = new TreeSet<>(taken);
        headRoom.forEach((group, cidr) -> add(new HeadRoom(group, cidr, rest(cidr, sorted))));
        headRoom.values().forEach(free::remove);
        outside = PoolSpace.of(blocks, free.build());
    }

    private void add(HeadRoom headRoom) {
        byGroup.put(headRoom.group, headRoom);
        byBlock.put(headRoom.cidr, headRoom);
    }

    /** Returns a block without those of some disjoint blocks that overlap it. */
    private static IpSet rest(Cidr cidr, NavigableSet<Cidr> taken) {
        IpSet.Builder rest = IpSet.builder().add(cidr);
        PoolSpace.allOverlapping(taken, cidr).forEach(rest::remove);
        return rest.build();
    }

    static boolean isIn(String name, String group) {
        return name.equals(group) || (name.startsWith(group) && name.charAt(group.length()) == '/');
    }

    /**
     * Returns the head-room of the groups that contain a name, innermost group first.
     *
     * <p>In the order of names a group stands before all that begin with it: what is before the name either is a group of
     * it, or shares a shorter beginning with it, before which all other groups are.
     */
    private List<HeadRoom> of(String name) {
        List<HeadRoom> found = new ArrayList<>(0);
        @Nullable String group = byGroup.floorKey(name);
        while (group != null) {
            if (isIn(name, group)) {
                found.add(byGroup.get(group));
            }
            int shared = sharedLength(name, group);
            group = shared == group.length() ? byGroup.lowerKey(group) : byGroup.floorKey(name.substring(0, shared));
        }
        return found;
    }

    private static int sharedLength(String one, String other) {
        int shared = 0;
        while (shared < one.length() && shared < other.length() && one.charAt(shared) == other.charAt(shared)) {
            shared++;
        }
        return shared;
    }

    private @Nullable HeadRoom around(Cidr cidr) {
        Map.@Nullable Entry<Cidr, HeadRoom> before = byBlock.floorEntry(cidr);
        return before != null && before.getKey().contains(cidr) ? before.getValue() : null;
    }

    /** Returns the block that a new name would get, or null. */
    @Nullable
    Cidr find(String name, int prefixLength) {
        for (HeadRoom headRoom : of(name)) {
            Cidr inside = headRoom.space.find(Placement.LOWEST, prefixLength);
            if (inside != null) {
                return inside;
            }
        }
        return findOutside(prefixLength);
    }

    @Nullable
    Cidr findOutside(int prefixLength) {
        return outside.find(Placement.LOWEST, prefixLength);
    }

    /**
     * Returns the lowest block that a new name would get if its groups gave up their head-room, or null.
     *
     * <p>Asked only where nothing fits in or outside of the head-room: then it has to hold some of that as a whole.
     */
    @Nullable
    Cidr findAcross(String name, int prefixLength) {
        @Nullable Cidr lowest = null;
        for (HeadRoom headRoom : of(name)) {
            if (prefixLength < headRoom.cidr.prefixLength()) {
                Cidr around = Cidr.containing(headRoom.cidr.first(), prefixLength);
                if ((lowest == null || around.compareTo(lowest) < 0) && isFreeFor(name, around)) {
                    lowest = around;
                }
            }
        }
        return lowest;
    }

    /** Checks whether a block is free outside of all head-room, or in that of the groups that contain a name. */
    boolean isFreeFor(String name, Cidr cidr) {
        if (outside.blockAround(cidr) == null) {
            return false;
        }
        IpSet.Builder rest = IpSet.builder().add(cidr);
        for (HeadRoom headRoom : of(name)) {
            if (headRoom.cidr.contains(cidr)) {
                return headRoom.space.isFree(cidr);
            }
            if (cidr.contains(headRoom.cidr)) {
                if (!headRoom.space.isFree(headRoom.cidr)) {
                    return false;
                }
                rest.remove(headRoom.cidr);
            }
        }
        return rest.build().cidrs().stream().allMatch(outside::isFree);
    }

    /** Gives up all head-room that overlaps a block but does not contain it; returns the groups that had it. */
    Set<String> close(Cidr cidr) {
        Set<String> closed = new TreeSet<>();
        for (Cidr block : List.copyOf(
                byBlock.subMap(cidr, false, Cidr.from(cidr.last()), true).keySet())) {
            HeadRoom headRoom = requireNonNull(byBlock.remove(block));
            headRoom.space.cidrs().forEach(part -> outside = outside.give(part));
            byGroup.remove(headRoom.group);
            closed.add(headRoom.group);
        }
        return closed;
    }

    void take(Cidr cidr) {
        HeadRoom headRoom = around(cidr);
        if (headRoom == null) {
            outside = outside.take(cidr);
        } else {
            headRoom.space = headRoom.space.take(cidr);
        }
    }

    void give(Cidr cidr) {
        HeadRoom headRoom = around(cidr);
        if (headRoom == null) {
            outside = outside.give(cidr);
        } else {
            headRoom.space = headRoom.space.give(cidr);
        }
    }

    /**
     * Turns a block into head-room of a group.
     *
     * @return false, and nothing changes, if the block overlaps other head-room or holds something that is neither free
     *     nor a member of the group
     */
    boolean open(String group, Cidr cidr, NavigableSet<Cidr> members) {
        if (PoolSpace.overlapping(byBlock.navigableKeySet(), cidr).isPresent()) {
            return false;
        }
        IpSet free = rest(cidr, members);
        if (outside.blockAround(cidr) == null || !free.cidrs().stream().allMatch(outside::isFree)) {
            return false;
        }
        for (Cidr part : free.cidrs()) {
            outside = outside.take(part);
        }
        add(new HeadRoom(group, cidr, free));
        return true;
    }
}
