package io.enikit.ipam;

import io.enikit.net.Cidr;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Plans a layout from the one before.
 *
 * <p>The order of the steps is what keeps it stable: what stands is taken first; then head-room is found; then blocks
 * of another length than before stay where they begin if they can; only then everything else is placed, the largest
 * blocks first, then by name, each where it breaks nothing: the lowest free block, of which head-room of its own groups
 * is a part only if there is no other. A block that cannot grow stands as it was. Steps are repeated as long as they make
 * room for more.
 */
final class LayoutPlan {
    private final List<Cidr> blocks;
    private final Map<String, Integer> lengths;
    private final Map<String, Integer> roomLengths;
    private final Map<String, Cidr> cidrs = new TreeMap<>();
    private final Map<String, Cidr> headRoom = new TreeMap<>();
    private final LayoutSpace space;

    LayoutPlan(
            List<Cidr> blocks,
            Map<String, Cidr> cidrsBefore,
            Map<String, Cidr> headRoomBefore,
            Map<String, Integer> lengths,
            Map<String, Integer> roomLengths) {
        this.blocks = blocks;
        this.lengths = lengths;
        this.roomLengths = roomLengths;
        cidrsBefore.forEach((name, cidr) -> {
            if (lengths.containsKey(name)) {
                cidrs.put(name, cidr);
            }
        });
        headRoomBefore.forEach((group, cidr) -> {
            if (Integer.valueOf(cidr.prefixLength()).equals(roomLengths.get(group))) {
                headRoom.put(group, cidr);
            }
        });
        space = new LayoutSpace(blocks, headRoom, cidrs.values());
    }

    CidrLayout layout() {
        openRooms();
        List<Map.Entry<String, Integer>> open = Batch.largestFirst(lengths);
        open.removeIf(request -> isDone(request) || resizeInPlace(request));
        while (open.removeIf(this::place) || openRooms()) {
            // What moved has left room behind.
        }
        Map<String, Integer> missing = new TreeMap<>();
        open.forEach(request -> missing.put(request.getKey(), request.getValue()));
        Map<String, Integer> missingRooms = new TreeMap<>(roomLengths);
        missingRooms.keySet().removeAll(headRoom.keySet());
        return CidrLayout.planned(blocks, cidrs, headRoom, missing, missingRooms);
    }

    /** Finds head-room for groups that have none; true if there was some. */
    private boolean openRooms() {
        int before = headRoom.size();
        for (Map.Entry<String, Integer> request : Batch.largestFirst(roomLengths)) {
            String group = request.getKey();
            if (!headRoom.containsKey(group)) {
                Collection<Cidr> members = members(group);
                roomCandidates(members, request.getValue()).stream()
                        .filter(candidate -> space.open(group, candidate, members))
                        .findFirst()
                        .ifPresent(room -> headRoom.put(group, room));
            }
        }
        return headRoom.size() > before;
    }

    private Collection<Cidr> members(String group) {
        List<Cidr> members = new ArrayList<>();
        cidrs.forEach((name, cidr) -> {
            if (LayoutSpace.isIn(name, group)) {
                members.add(cidr);
            }
        });
        members.sort(Cidr::compareTo);
        return members;
    }

    /** Blocks around what the group has, and the lowest free one. */
    private List<Cidr> roomCandidates(Collection<Cidr> members, int prefixLength) {
        List<Cidr> candidates = new ArrayList<>();
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

    /** Takes a block; head-room that is in its way is given up, to be opened again where there is room. */
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
