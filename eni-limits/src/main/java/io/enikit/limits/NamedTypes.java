package io.enikit.limits;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** Names of instance types without limits. Those that come with the library are read when they are first asked for. */
final class NamedTypes {
    static final NamedTypes NONE = new NamedTypes(false, Collections.emptySortedSet());
    static final NamedTypes BUNDLED = new NamedTypes(true, Collections.emptySortedSet());

    private final boolean withBundled;
    private final SortedSet<String> more;

    private NamedTypes(boolean withBundled, SortedSet<String> more) {
        this.withBundled = withBundled;
        this.more = more;
    }

    NamedTypes plus(Collection<String> names) {
        SortedSet<String> all = new TreeSet<>(more);
        for (String name : names) {
            InstanceTypeName.check(name);
            all.add(name);
        }
        return new NamedTypes(withBundled, all);
    }

    NamedTypes plus(NamedTypes other) {
        SortedSet<String> all = new TreeSet<>(more);
        all.addAll(other.more);
        return new NamedTypes(withBundled || other.withBundled, all);
    }

    boolean contains(String name) {
        return more.contains(name) || (withBundled && Bundled.NAMES.contains(name));
    }

    SortedSet<String> all() {
        SortedSet<String> all = new TreeSet<>(more);
        if (withBundled) {
            all.addAll(Bundled.NAMES);
        }
        return all;
    }

    /** Reads a list of names, one a line; a line that starts with # says where they come from. */
    static SortedSet<String> read(String text) {
        SortedSet<String> names = new TreeSet<>();
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(names::add);
        return names;
    }

    private static final class Bundled {
        static final SortedSet<String> NAMES =
                read(new String(BundledFile.read("named-types.txt"), StandardCharsets.US_ASCII));
    }
}
