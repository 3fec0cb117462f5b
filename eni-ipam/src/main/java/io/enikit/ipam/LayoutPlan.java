package io.enikit.ipam;

import io.enikit.net.Cidr;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Plans a layout from the one before.
 *
 * <p>The order of the steps keeps the layout stable. Existing blocks are taken first. Then head-room is found. Then blocks
 * with a new length are resized in place, if possible. Then all other names are placed, the largest blocks first, then by
 * name, each in the lowest free block; a block that would use up the head-room of the name's own groups is taken only if
 * there is no other. A block that cannot grow stays as it was. The steps are repeated until none makes room for more.
 */
final class LayoutPlan {
    /** The character behind the slash. */
    private static final char AFTER_SLASH = '/' + 1;

    private final List<Cidr> blocks;
    private final Map<String, Integer> lengths;
    private final Map<String, Integer> headRoomLengths;
    private final NavigableMap<String, Cidr> cidrs = new TreeMap<>();
    private final Map<String, Cidr> headRoom = new TreeMap<>();
    private final LayoutSpace space;

    LayoutPlan(
            List<Cidr> blocks,
            Map<String, Cidr> cidrsBefore,
            Map<String, Cidr> headRoomBefore,
            Map<String, Integer> lengths,
            Map<String, Integer> headRoomLengths) {
        this.blocks = blocks;
        this.lengths = lengths;
        this.headRoomLengths = headRoomLengths;
        cidrsBefore.forEach((name, cidr) -> {
            if (lengths.containsKey(name)) {
                cidrs.put(name, cidr);
            }
        });
        headRoomBefore.forEach((group, cidr) -> {
            if (Integer.valueOf(cidr.prefixLength()).equals(headRoomLengths.get(group))) {
                headRoom.put(group, cidr);
            }
        });
        space = new LayoutSpace(blocks, headRoom, cidrs.values());
    }

    CidrLayout layout() {
        openHeadRoom();
        List<Map.Entry<String, Integer>> open = Batch.largestFirst(lengths);
        open.removeIf(request -> isDone(request) || resizeInPlace(request));
        while (open.removeIf(this::place) || openHeadRoom()) {
            // A block that moved has left free space behind.
        }
        Map<String, Integer> missing = new TreeMap<>();
        open.forEach(request -> missing.put(request.getKey(), request.getValue()));
        Map<String, Integer> missingHeadRoom = new TreeMap<>(headRoomLengths);
        missingHeadRoom.keySet().removeAll(headRoom.keySet());
        return CidrLayout.planned(blocks, cidrs, headRoom, missing, missingHeadRoom);
    }

    /** Finds head-room for the groups that have none; returns true if it found some. */
    private boolean openHeadRoom() {
        int before = headRoom.size();
        for (Map.Entry<String, Integer> request : Batch.largestFirst(headRoomLengths)) {
            String group = request.getKey();
            if (!headRoom.containsKey(group)) {
                NavigableSet<Cidr> members = members(group);
                headRoomCandidates(members, request.getValue()).stream()
                        .filter(candidate -> space.open(group, candidate, members))
                        .findFirst()
                        .ifPresent(room -> headRoom.put(group, room));
            }
        }
        return headRoom.size() > before;
    }

    /** Returns the blocks of a group: those of its own name, and of all that goes on with a slash. */
    private NavigableSet<Cidr> members(String group) {
        NavigableSet<Cidr> members = new TreeSet<>(
                cidrs.subMap(group + '/', true, group + AFTER_SLASH, false).values());
        @Nullable Cidr own = cidrs.get(group);
        if (own != null) {
            members.add(own);
        }
        return members;
    }

    /** Returns the blocks around those of the group, and the lowest free block. */
    private Set<Cidr> headRoomCandidates(NavigableSet<Cidr> members, int prefixLength) {
        Set<Cidr> candidates = new LinkedHashSet<>();
        for (Cidr member : members) {
            if (member.prefixLength() >= prefixLength) {
                candidates.add(Cidr.containing(member.first(), prefixLength));
            }
        }
        Cidr free = space.findOutside(prefixLength);
        if (free != null) {
            candidates.add(free);
        }
        return candidates;
    }

    private boolean isDone(Map.Entry<String, Integer> request) {
        Cidr cidr = cidrs.get(request.getKey());
        return cidr != null && cidr.prefixLength() == request.getValue();
    }

    private boolean resizeInPlace(Map.Entry<String, Integer> request) {
        Cidr old = cidrs.get(request.getKey());
        if (old == null) {
            return false;
        }
        Cidr resized = Cidr.containing(old.first(), request.getValue());
        space.give(old);
        boolean fits = space.isFreeFor(request.getKey(), resized);
        if (fits) {
            take(resized);
            cidrs.put(request.getKey(), resized);
        } else {
            space.take(old);
        }
        return fits;
    }

    /** Takes a block; head-room in its way is given up, and found again elsewhere later. */
    private void take(Cidr cidr) {
        headRoom.keySet().removeAll(space.close(cidr));
        space.take(cidr);
    }

    private boolean place(Map.Entry<String, Integer> request) {
        if (resizeInPlace(request)) {
            return true;
        }
        Cidr found = space.find(request.getKey(), request.getValue());
        if (found == null) {
            found = space.findAcross(request.getKey(), request.getValue());
        }
        if (found == null) {
            return false;
        }
        take(found);
        @Nullable Cidr old = cidrs.put(request.getKey(), found);
        if (old != null) {
            space.give(old);
        }
        return true;
    }
}
