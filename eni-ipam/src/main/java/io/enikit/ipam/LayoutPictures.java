package io.enikit.ipam;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.enikit.diagram.AddressMap;
import io.enikit.diagram.AddressMap.Kind;
import io.enikit.diagram.AddressMap.Part;
import io.enikit.diagram.ChangeMap;
import io.enikit.net.Cidr;
import io.enikit.net.IpRange;
import io.enikit.net.IpSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Turns layouts into data for pictures. */
final class LayoutPictures {
    private LayoutPictures() {}

    static AddressMap map(CidrLayout layout) {
        List<Part> parts = new ArrayList<>();
        IpSet.Builder taken = IpSet.builder();
        layout.cidrs().forEach((name, cidr) -> {
            taken.add(cidr);
            parts.add(Part.of(IpRange.from(cidr), Kind.USED, name, ""));
        });
        IpSet placed = taken.build();
        layout.headRoom()
                .forEach((group, room) -> IpSet.of(room).subtract(placed).ranges().stream()
                        .map(range -> Part.of(range, Kind.RESERVED, group, "head-room"))
                        .forEach(parts::add));
        return AddressMap.of("Layout", layout.blocks(), parts);
    }

    static ChangeMap changes(CidrLayout before, CidrLayout after) {
        List<ChangeMap.Change> changes = new ArrayList<>();
        for (String name :
                new TreeSet<>(Sets.union(before.cidrs().keySet(), after.cidrs().keySet()))) {
            changes.add(ChangeMap.Change.of(
                    name,
                    Optional.ofNullable(before.cidrs().get(name)),
                    Optional.ofNullable(after.cidrs().get(name))));
        }
        ImmutableSet<Cidr> blocks = ImmutableSet.<Cidr>builder()
                .addAll(before.blocks())
                .addAll(after.blocks())
                .build();
        return ChangeMap.of("Changes to the layout", blocks.asList(), changes);
    }
}
