package io.enikit.fake;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.enikit.model.Subnet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Regions and their availability zones. */
final class Zones {
    /**
     * A Region.
     *
     * @param name the name, such as {@code us-east-1}
     * @param fromTheStart whether an account has it without asking
     * @param zones the names of the zones, in order
     * @param numbers the numbers of the ids of the zones, in the same order
     * @param longName the name for people, such as {@code US East (N. Virginia)}
     */
    record Region(String name, boolean fromTheStart, ImmutableList<String> zones, String numbers, String longName) {}

    private static final ImmutableSortedMap<String, Region> REGIONS = Resources.lines("zones.txt").stream()
            .map(Zones::read)
            .collect(ImmutableSortedMap.toImmutableSortedMap(String::compareTo, Region::name, each -> each));

    private Zones() {}

    private static Region read(String line) {
        boolean opted = line.startsWith("+");
        List<String> parts = Splitter.on(' ').limit(4).splitToList(opted ? line.substring(1) : line);
        String name = parts.get(0);
        return new Region(
                name,
                opted,
                parts.get(1).chars().mapToObj(letter -> name + (char) letter).collect(ImmutableList.toImmutableList()),
                parts.get(2),
                parts.get(3));
    }

    static SortedMap<String, Region> regions() {
        return REGIONS;
    }

    /** Returns the names of the zones of a Region; those of one that nobody knows are a, b and c. */
    static List<String> of(String region) {
        Region known = REGIONS.get(region);
        return known == null ? ImmutableList.of(region + "a", region + "b", region + "c") : known.zones();
    }

    /** Returns the id of a zone, such as {@code use1-az6}. */
    static String id(String zone) {
        if (zone.isEmpty()) {
            return zone;
        }
        String region = regionOf(zone);
        Region known = REGIONS.get(region);
        if (known != null && known.zones().contains(zone)) {
            int index = known.zones().indexOf(zone);
            return prefix(region) + "-az" + known.numbers().charAt(index);
        }
        return prefix(region) + "-az" + (zone.charAt(zone.length() - 1) - 'a' + 1);
    }

    /** Returns the name for people of the zones of a Region, such as {@code US East (N. Virginia) 1}. */
    static String groupLongName(String region) {
        Region known = REGIONS.get(region);
        return (known == null ? region : known.longName()) + " 1";
    }

    /** Returns the id of the zone of a subnet, which the plan may know. */
    static String idOf(Subnet subnet) {
        return subnet.zoneId().orElseGet(() -> id(subnet.availabilityZone()));
    }

    /** Returns the zone with an id. */
    static Optional<String> byId(String region, String id) {
        return of(region).stream().filter(zone -> id(zone).equals(id)).findFirst();
    }

    /** Returns the Region of a zone: its name without the letter. */
    static String regionOf(String zone) {
        return zone.isEmpty() ? zone : zone.substring(0, zone.length() - 1);
    }

    /** Shortens {@code us-east-1} to {@code use1}, as zone ids do. */
    private static String prefix(String region) {
        StringBuilder prefix = new StringBuilder();
        for (String part : region.split("-", -1)) {
            if (prefix.length() == 0) {
                prefix.append(part);
            } else if (part.matches("(?:north|south)(?:east|west)")) {
                prefix.append(part.charAt(0)).append(part.charAt("north".length()));
            } else if (!part.isEmpty()) {
                prefix.append(part.charAt(0));
            }
        }
        return prefix.toString();
    }
}
