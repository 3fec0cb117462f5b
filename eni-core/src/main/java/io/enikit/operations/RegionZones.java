package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The availability zones of Regions, from a dated list. A Region that the list lacks is unknown. */
final class RegionZones {
    /** An availability zone: the name of its Region and a letter. Local and Wavelength zones look otherwise. */
    private static final Pattern AVAILABILITY_ZONE = Pattern.compile("([a-z]{2,}(?:-[a-z]+)+-[0-9]+)[a-z]");

    private static final Map<String, List<String>> ZONES = read();

    private RegionZones() {}

    /** Returns the zones of the Region of a name that is none of them; empty if it is one, or nothing is known. */
    static Optional<List<String>> withoutZone(String name) {
        Matcher zone = AVAILABILITY_ZONE.matcher(name);
        return zone.matches()
                ? Optional.ofNullable(ZONES.get(zone.group(1))).filter(zones -> !zones.contains(name))
                : Optional.empty();
    }

    private static Map<String, List<String>> read() {
        try (InputStream list = RegionZones.class.getResourceAsStream("availability-zones.txt")) {
            ImmutableMap.Builder<String, List<String>> zones = ImmutableMap.builder();
            for (String line : new String(requireNonNull(list).readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(each -> !each.startsWith("#"))
                    .toList()) {
                int colon = line.indexOf(':');
                zones.put(
                        line.substring(0, colon),
                        Splitter.on(' ').splitToList(line.substring(colon + 1).strip()));
            }
            return zones.buildOrThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
