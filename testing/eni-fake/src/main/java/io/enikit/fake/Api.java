package io.enikit.fake;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The actions of EC2 and their shapes, as a table that a tool makes from AWS's published API model. */
final class Api {
    private static final Splitter BLANK = Splitter.on(' ');

    /** Read when it is first asked for: many tests never need the actions beyond those that the fake answers. */
    private static final class Others {
        private static final Api TABLE = load("api-others.txt");
    }

    private static final class Modelled {
        private static final Api TABLE = load("api.txt");
    }

    private final TreeMap<String, ApiAction> actions = new TreeMap<>();
    private final Map<String, String> lines = new HashMap<>();
    private final Map<String, Shape> shapes = new ConcurrentHashMap<>();

    private Api(List<String> table) {
        for (String line : table) {
            int blank = line.indexOf(' ');
            if (line.startsWith("> ")) {
                List<String> parts = BLANK.splitToList(line);
                actions.put(parts.get(1), new ApiAction(this, parts.get(1), parts.get(2), parts.get(3)));
            } else {
                lines.put(blank < 0 ? line : line.substring(0, blank), line);
            }
        }
    }

    private static Api load(String resource) {
        return new Api(Resources.lines(resource));
    }

    /** Returns the table of the actions that the fake answers. */
    static Api modelled() {
        return Modelled.TABLE;
    }

    /** Finds an action that EC2 has, whether the fake answers it or not. */
    static Optional<ApiAction> find(String action) {
        ApiAction modelled = modelled().actions.get(action);
        return Optional.ofNullable(modelled != null ? modelled : Others.TABLE.actions.get(action));
    }

    /** Returns an action that the fake answers, if this is one. */
    Optional<ApiAction> action(String name) {
        return Optional.ofNullable(actions.get(name));
    }

    Set<String> actionNames() {
        return Collections.unmodifiableSet(actions.keySet());
    }

    Shape shape(String name) {
        Shape known = shapes.get(name);
        return known != null ? known : shapes.computeIfAbsent(name, this::read);
    }

    private Shape read(String name) {
        String line = lines.get(name);
        if (line == null) {
            throw new IllegalArgumentException("no shape " + name);
        }
        return new Shape(
                name, BLANK.splitToStream(line).skip(1).map(Member::read).collect(ImmutableList.toImmutableList()));
    }
}
