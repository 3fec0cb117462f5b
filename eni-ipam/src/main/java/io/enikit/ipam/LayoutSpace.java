package io.enikit.ipam;

import io.enikit.net.Cidr;
import io.enikit.net.IpSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The free blocks while a layout is planned: those in the head-room of each group, and those outside. */
final class LayoutSpace {
    private final Map<String, HeadRoom> byGroup = new TreeMap<>();
    private PoolSpace outside;

    /** The head-room of a group, and what is free in it. */
    private static final class HeadRoom {
        private final Cidr cidr;
        private PoolSpace space;

        HeadRoom(Cidr cidr, IpSet free) {
            this.cidr = cidr;
            this.space = PoolSpace.of(List.of(cidr), free);
        }
    }

    LayoutSpace(List<Cidr> blocks, Map<String, Cidr> headRoom, Collection<Cidr> taken) {
        IpSet.Builder free = IpSet.builder();
        blocks.forEach(free::add);
        taken.forEach(free::remove);
        IpSet all = free.build();
        headRoom.forEach((group, cidr) -> byGroup.put(group, new HeadRoom(cidr, all)));
        headRoom.values().forEach(free::remove);
        outside = PoolSpace.of(blocks, free.build());
    }

    static boolean isIn(String name, String group) {
        return name.equals(group) || (name.startsWith(group) && name.charAt(group.length()) == '/');
    }

    /** Returns the head-room of the groups that contain a name, innermost group first. */
    private List<HeadRoom> of(String name) {
        List<HeadRoom> found = new ArrayList<>();
        String group = name;
        for (int slash = name.length(); slash >= 0; slash = group.lastIndexOf('/')) {
            group = name.substring(0, slash);
            HeadRoom headRoom = byGroup.get(group);
            if (headRoom != null) {
                found.add(headRoom);
            }
        }
        return found;
    }

    private @Nullable HeadRoom around(Cidr cidr) {
        for (HeadRoom headRoom : byGroup.values()) {
            if (headRoom.cidr.contains(cidr)) {
                return headRoom;
            }
        }
        return null;
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

    /** Returns the block that a new name would get if its groups gave up their head-room, or null. */
    @Nullable
    Cidr findAcross(String name, int prefixLength) {
        return freeFor(name).find(Placement.LOWEST, prefixLength);
    }

    boolean isFreeFor(String name, Cidr cidr) {
        return freeFor(name).isFree(cidr);
    }

    /** Returns what is free outside all head-room, and in the head-room of the groups that contain a name. */
    private PoolSpace freeFor(String name) {
        PoolSpace free = outside;
        for (HeadRoom headRoom : of(name)) {
            for (Cidr part : headRoom.space.cidrs()) {
                free = free.give(part);
            }
        }
        return free;
    }

    /** Gives up all head-room that overlaps a block but does not contain it; returns the groups that had it. */
    Set<String> close(Cidr cidr) {
        Set<String> closed = new TreeSet<>();
        byGroup.forEach((group, headRoom) -> {
            if (headRoom.cidr.overlaps(cidr) && !headRoom.cidr.contains(cidr)) {
                headRoom.space.cidrs().forEach(part -> outside = outside.give(part));
                closed.add(group);
            }
        });
        byGroup.keySet().removeAll(closed);
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
    boolean open(String group, Cidr cidr, Collection<Cidr> members) {
        if (byGroup.values().stream().anyMatch(headRoom -> headRoom.cidr.overlaps(cidr))) {
            return false;
        }
        IpSet.Builder rest = IpSet.builder().add(cidr);
        for (Cidr member : members) {
            if (member.overlaps(cidr)) {
                rest.remove(member);
            }
        }
        IpSet free = rest.build();
        if (outside.blockAround(cidr) == null || !free.cidrs().stream().allMatch(outside::isFree)) {
            return false;
        }
        for (Cidr part : free.cidrs()) {
            outside = outside.take(part);
        }
        byGroup.put(group, new HeadRoom(cidr, free));
        return true;
    }
}
