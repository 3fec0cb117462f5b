package io.enikit.fake;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of a parameter's name: {@code Filter}, then {@code 1}, then {@code Value}; with what stands below it. */
final class QueryNode {
    private static final int DEPTH_AT_MOST = 20;

    private final String path;
    private final Map<String, QueryNode> parts = new LinkedHashMap<>();
    private @Nullable String value;

    private QueryNode(String path) {
        this.path = path;
    }

    /** Returns the tree of these parameters. */
    static QueryNode of(Map<String, String> form) {
        QueryNode root = new QueryNode("");
        form.forEach((name, value) -> {
            QueryNode at = root;
            int depth = 0;
            for (String part : name.split("\\.", -1)) {
                if (++depth > DEPTH_AT_MOST) {
                    throw unknown(name);
                }
                at = at.part(part);
            }
            at.value = value;
        });
        return root;
    }

    private QueryNode part(String name) {
        return parts.computeIfAbsent(name, key -> new QueryNode(path.isEmpty() ? key : path + "." + key));
    }

    Map<String, QueryNode> parts() {
        return parts;
    }

    String path() {
        return path;
    }

    /** Returns the value; a name that goes on, or ends too early, is no parameter. */
    String value() {
        if (value == null || !parts.isEmpty()) {
            throw unknown(parts.isEmpty() ? path : parts.values().iterator().next().path);
        }
        return value;
    }

    /** Checks that this is a structure or a list, and so has no value itself. */
    QueryNode withoutValue() {
        if (value != null) {
            throw unknown(path);
        }
        return this;
    }

    static Ec2Error unknown(String name) {
        return Ec2Error.of("UnknownParameter", "The parameter " + name + " is not recognized");
    }
}
