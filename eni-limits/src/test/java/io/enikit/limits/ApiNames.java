package io.enikit.limits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names of instance types in the model of the EC2 API, of one day. */
final class ApiNames {
    /** A size has letters: the model's list also has words such as v2.0 and ipsec.1. */
    private static final Predicate<String> TYPE =
            Pattern.compile("[a-z0-9-]+\\.[a-z0-9-]*[a-z][a-z0-9-]*").asMatchPredicate();

    private final LocalDate asOf;
    private final NavigableSet<String> names;

    private ApiNames(LocalDate asOf, NavigableSet<String> names) {
        this.asOf = asOf;
        this.names = names;
    }

    static ApiNames read(LocalDate asOf, String text) {
        NavigableSet<String> names = new TreeSet<>();
        NamedTypes.read(text).stream().map(String::strip).filter(TYPE).forEach(names::add);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("there is no name of an instance type in the list of " + asOf);
        }
        return new ApiNames(asOf, names);
    }

    private NavigableSet<String> missingIn(InstanceTypes table) {
        return names.stream().filter(name -> table.find(name).isEmpty()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Says what of a table has aged, a line each. */
    List<String> aged(InstanceTypes table) {
        List<String> lines = new ArrayList<>();
        NavigableSet<String> missing = missingIn(table);
        String newest = table.stream()
                .flatMap(limits -> limits.asOf().stream())
                .max(LocalDate::compareTo)
                .map(LocalDate::toString)
                .orElse("no date");
        lines.add("aged: the newest row is of " + newest + "; of the " + names.size() + " names of " + asOf + ", "
                + missing.size() + " have no limits");
        Map<String, List<String>> byFamily = new TreeMap<>(
                missing.stream().collect(Collectors.groupingBy(name -> name.substring(0, name.indexOf('.')))));
        byFamily.forEach((family, all) -> {
            boolean whole = table.stream().noneMatch(limits -> limits.family().equals(family));
            lines.add("without limits: " + (whole ? "all of " + family + ", " : "") + String.join(" ", all));
        });
        table.stream()
                .filter(limits -> limits.status() == ListingStatus.LISTED)
                .map(InstanceLimits::instanceType)
                .filter(name -> !names.contains(name))
                .forEach(name -> lines.add("no longer named: " + name));
        return lines;
    }

    /** Returns the resource with the names that a table lacks. */
    String withoutLimits(InstanceTypes table) {
        return "# Instance types that the EC2 API names (its model of " + asOf
                + ") and whose limits nobody has published.\n"
                + missingIn(table).stream().map(name -> name + "\n").collect(Collectors.joining());
    }
}
