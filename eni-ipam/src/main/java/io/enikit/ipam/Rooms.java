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

/** What is free while a layout is planned: in the head-room of each group, and outside all head-room. */
final class Rooms {
    private final Map<String, Room> byGroup = new TreeMap<>();
    private Space outside;

    /** The head-room of a group. */
    private static final class Room {
        private final Cidr cidr;
        private Space space;

        Room(Cidr cidr, IpSet free) {
            this.cidr = cidr;
            this.space = Space.of(List.of(cidr), free);
        }
    }

    Rooms(List<Cidr> blocks, Map<String, Cidr> headRoom, Collection<Cidr> taken) {
        IpSet.Builder free = IpSet.builder();
        blocks.forEach(free::add);
        taken.forEach(free::remove);
        IpSet all = free.build();
        headRoom.forEach((group, cidr) -> byGroup.put(group, new Room(cidr, all)));
        headRoom.values().forEach(free::remove);
        outside = Space.of(blocks, free.build());
    }

    static boolean isIn(String name, String group) {
        return name.equals(group) || (name.startsWith(group) && name.charAt(group.length()) == '/');
    }

    /** The head-room of the groups a name is in, that of the most special one first. */
    private List<Room> of(String name) {
        List<Room> rooms = new ArrayList<>();
        String group = name;
        for (int slash = name.length(); slash >= 0; slash = group.lastIndexOf('/')) {
            group = name.substring(0, slash);
            Room room = byGroup.get(group);
            if (room != null) {
                rooms.add(room);
            }
        }
        return rooms;
    }

    private @Nullable Room around(Cidr cidr) {
        for (Room room : byGroup.values()) {
            if (room.cidr.contains(cidr)) {
                return room;
            }
        }
        return null;
    }

    /** The block which a new name would get, or null. */
    @Nullable
    Cidr find(String name, int prefixLength) {
        for (Room room : of(name)) {
            Cidr inside = room.space.find(Placement.LOWEST, prefixLength);
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

    /** The block which a new name would get if its groups gave up their head-room, or null. */
    @Nullable
    Cidr findAcross(String name, int prefixLength) {
        return freeFor(name).find(Placement.LOWEST, prefixLength);
    }

    boolean isFreeFor(String name, Cidr cidr) {
        return freeFor(name).isFree(cidr);
    }

    /** What is free outside all head-room and in that of the groups a name is in. */
    private Space freeFor(String name) {
        Space free = outside;
        for (Room room : of(name)) {
            for (Cidr part : room.space.cidrs()) {
                free = free.give(part);
            }
        }
        return free;
    }

    /** Gives up head-room of which a block takes all or a part, without lying in it; returns whose it was. */
    Set<String> close(Cidr cidr) {
        Set<String> closed = new TreeSet<>();
        byGroup.forEach((group, room) -> {
            if (room.cidr.overlaps(cidr) && !room.cidr.contains(cidr)) {
                room.space.cidrs().forEach(part -> outside = outside.give(part));
                closed.add(group);
            }
        });
        byGroup.keySet().removeAll(closed);
        return closed;
    }

    void take(Cidr cidr) {
        Room room = around(cidr);
        if (room == null) {
            outside = outside.take(cidr);
        } else {
            room.space = room.space.take(cidr);
        }
    }

    void give(Cidr cidr) {
        Room room = around(cidr);
        if (room == null) {
            outside = outside.give(cidr);
        } else {
            room.space = room.space.give(cidr);
        }
    }

    /** Makes head-room of a block if what is not free in it belongs to the group; false if not, or if some is there. */
    boolean open(String group, Cidr cidr, Collection<Cidr> members) {
        if (byGroup.values().stream().anyMatch(room -> room.cidr.overlaps(cidr))) {
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
        byGroup.put(group, new Room(cidr, free));
        return true;
    }
}
