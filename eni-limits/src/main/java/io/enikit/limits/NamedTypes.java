package io.enikit.limits;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Names of instance types without limits. Those that come with the library are read when they are first asked for. */
final class NamedTypes {
    static final NamedTypes NONE = new NamedTypes(false, Collections.emptyNavigableSet());
    static final NamedTypes BUNDLED = new NamedTypes(true, Collections.emptyNavigableSet());

    private final boolean withBundled;
    private final NavigableSet<String> more;

    private NamedTypes(boolean withBundled, NavigableSet<String> more) {
        this.withBundled = withBundled;
        this.more = more;
    }

    NamedTypes plus(Collection<String> names) {
        NavigableSet<String> all = new TreeSet<>(more);
        for (String name : names) {
            InstanceTypeName.check(name);
            all.add(name);
        }
        return new NamedTypes(withBundled, all);
    }

    NamedTypes plus(NamedTypes other) {
        NavigableSet<String> all = new TreeSet<>(more);
        all.addAll(other.more);
        return new NamedTypes(withBundled || other.withBundled, all);
    }

    boolean contains(String name) {
        return more.contains(name) || (withBundled && Bundled.NAMES.contains(name));
    }

    NavigableSet<String> all() {
        NavigableSet<String> all = new TreeSet<>(more);
        if (withBundled) {
            all.addAll(Bundled.NAMES);
        }
        return all;
    }

    /** Reads a list of names, one a line; a line that starts with # says where they come from. */
    static NavigableSet<String> read(String text) {
        NavigableSet<String> names = new TreeSet<>();
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(names::add);
        return names;
    }

    private static final class Bundled {
        static final NavigableSet<String> NAMES =
                read(new String(BundledFile.read("named-types.txt"), StandardCharsets.US_ASCII));
    }
}
