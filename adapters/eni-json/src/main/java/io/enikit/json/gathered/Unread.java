package io.enikit.json.gathered;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import io.enikit.json.UnreadableException;
import io.enikit.json.text.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands in files and was not read: how many of each type, and which files hold nothing else. */
public final class Unread {
    private static final List<String> NAMES_OF_PLACES = List.of("subnet", "vpczoneidentifier", "vpc_zone_identifier");
    private static final int DEPTH = 6;

    /** Types that name subnets and take no address in them. */
    private static final List<String> WITHOUT_ADDRESS = List.of(
            "association", "subnetgroup", "subnet_group", "networkacl", "network_acl", "routetable", "route_table");

    /** Types that are called associations and take addresses all the same. */
    private static final List<String> ASSOCIATED =
            List.of("clientvpn", "client_vpn", "endpointassociation", "endpoint_association");

    /** Types that take addresses and name no subnet. */
    private static final List<String> WITHOUT_SUBNET =
            List.of("elasticbeanstalk::environment", "elastic_beanstalk_environment", "nat_gateway_eip_association");

    private final SortedMap<String, Integer> counts = new TreeMap<>();

    /** Those of the types that are in subnets, and so may take addresses there. */
    private final SortedSet<String> inSubnets = new TreeSet<>();

    private final SortedSet<String> emptyFiles = new TreeSet<>();
    private final List<UnreadableException> unreadable = new ArrayList<>();

    /** Counts things of a type, such as {@code RouteTables}, that stand in an answer of AWS. */
    public void add(String type, int count) {
        if (count > 0) {
            counts.merge(type, count, Integer::sum);
            inSubnets.add(type);
        }
    }

    /** Counts a resource that is declared. */
    public void add(String type, List<Node> properties) {
        counts.merge(type, 1, Integer::sum);
        String lower = type.toLowerCase(Locale.ROOT);
        boolean mayBeInSubnets = ASSOCIATED.stream().anyMatch(lower::contains)
                || WITHOUT_ADDRESS.stream().noneMatch(lower::contains);
        if (WITHOUT_SUBNET.stream().anyMatch(lower::contains)
                || (mayBeInSubnets && properties.stream().anyMatch(each -> namesSubnets(each, DEPTH)))) {
            inSubnets.add(type);
        }
    }

    private static boolean namesSubnets(Node node, int depth) {
        return switch (node.kind()) {
            case OBJECT ->
                depth > 0
                        && node.members().entrySet().stream()
                                .anyMatch(each ->
                                        isNameOfPlaces(each.getKey()) || namesSubnets(each.getValue(), depth - 1));
            case LIST -> depth > 0 && node.items().stream().anyMatch(each -> namesSubnets(each, depth - 1));
            default -> false;
        };
    }

    private static boolean isNameOfPlaces(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return NAMES_OF_PLACES.stream().anyMatch(lower::contains);
    }

    void addEmptyFiles(Set<String> files) {
        emptyFiles.addAll(files);
    }

    public void add(UnreadableException fault) {
        unreadable.add(fault);
    }

    public void addAll(Unread other) {
        other.counts.forEach((type, count) -> counts.merge(type, count, Integer::sum));
        inSubnets.addAll(other.inSubnets);
        emptyFiles.addAll(other.emptyFiles);
        unreadable.addAll(other.unreadable);
    }

    public SortedMap<String, Integer> counts() {
        return ImmutableSortedMap.copyOf(counts);
    }

    public SortedSet<String> emptyFiles() {
        return ImmutableSortedSet.copyOf(emptyFiles);
    }

    public List<UnreadableException> unreadable() {
        return List.copyOf(unreadable);
    }

    /** Returns a line for each thing to be said: of types all where nothing else was read, else those in subnets. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        unreadable.forEach(each -> lines.add("unreadable: " + each.getMessage()));
        emptyFiles.forEach(file -> lines.add("nothing was read in " + file));
        String types = counts.entrySet().stream()
                .filter(each -> !emptyFiles.isEmpty() || inSubnets.contains(each.getKey()))
                .map(each -> each.getValue() + " " + each.getKey())
                .collect(Collectors.joining(", "));
        if (!types.isEmpty()) {
            lines.add((emptyFiles.isEmpty() ? "not read, though it may take addresses: " : "not read: ") + types);
        }
        return lines;
    }

    private List<String> messages() {
        return unreadable.stream().map(Throwable::getMessage).toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Unread that
                && counts.equals(that.counts)
                && inSubnets.equals(that.inSubnets)
                && emptyFiles.equals(that.emptyFiles)
                && messages().equals(that.messages());
    }

    @Override
    public int hashCode() {
        return Objects.hash(counts, emptyFiles);
    }

    @Override
    public String toString() {
        return String.join("\n", lines());
    }
}
