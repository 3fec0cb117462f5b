package io.enikit.fake;

import com.google.common.base.Splitter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What becomes of each member of a request: it is modelled, kept to be shown again, or refused by name. */
final class Inputs {
    /** The ways to treat a member. */
    enum Treatment {
        MODELLED,
        INERT,
        REFUSED
    }

    private static final String EVERY_ACTION = "*";
    private static final Inputs TABLE = new Inputs(Resources.lines("inputs.txt"));

    private final Map<String, Map<String, Treatment>> byAction = new HashMap<>();

    private Inputs(List<String> lines) {
        for (String line : lines) {
            List<String> words = Splitter.on(' ').splitToList(line);
            Map<String, Treatment> members = new HashMap<>();
            Treatment treatment = Treatment.MODELLED;
            for (String word : words.subList(1, words.size())) {
                switch (word) {
                    case "+" -> treatment = Treatment.MODELLED;
                    case "~" -> treatment = Treatment.INERT;
                    case "-" -> treatment = Treatment.REFUSED;
                    default -> members.put(word, treatment);
                }
            }
            byAction.put(words.get(0), members);
        }
    }

    /** Finds how a member is treated, named by its path such as {@code Placement.HostId}. */
    static Optional<Treatment> of(String action, String path) {
        String at = path;
        while (true) {
            Treatment found = TABLE.members(action).get(at);
            if (found == null) {
                found = TABLE.members(EVERY_ACTION).get(at);
            }
            int dot = at.lastIndexOf('.');
            if (found != null || dot < 0) {
                return Optional.ofNullable(found);
            }
            at = at.substring(0, dot);
        }
    }

    /** Returns the table, by action and path. */
    static Map<String, Map<String, Treatment>> table() {
        return TABLE.byAction;
    }

    private Map<String, Treatment> members(String action) {
        return byAction.getOrDefault(action, Map.of());
    }

    /** Refuses a request with a member that is not modelled and cannot be passed over. */
    static void check(String action, Item request) {
        check(action, "", request);
    }

    private static void check(String action, String above, Item request) {
        List<Member> members = request.shape().members();
        for (int i = 0; i < members.size(); i++) {
            Object value = request.at(i);
            if (value == null) {
                continue;
            }
            String path = above + members.get(i).name();
            if (of(action, path).orElse(Treatment.REFUSED) == Treatment.REFUSED) {
                throw Ec2Error.of(
                        "UnsupportedOperation", "The parameter " + path + " of " + action + " is not supported here.");
            }
            for (Object each : value instanceof List<?> list ? list : List.of(value)) {
                if (each instanceof Item part) {
                    check(action, path + ".", part);
                }
            }
        }
    }
}
