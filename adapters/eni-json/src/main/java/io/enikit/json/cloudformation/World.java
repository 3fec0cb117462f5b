package io.enikit.json.cloudformation;

import io.enikit.json.text.Budget;
import io.enikit.json.text.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * One way in which the conditions of templates can turn out, while templates are read in it.
 *
 * <p>What conditions compare is a parameter, most of the time. In a world each has a value: the one that the world was
 * made for, or else its usual one, which is the default. What is asked for is noted, so that other worlds can be made.
 */
public final class World {
    /** A level takes up to fifteen calls, and the stack of a thread has room for a few thousand. */
    private static final int DEEPEST = 200;

    private static final int MOST_STEPS = 2_000_000;

    /** The values that this world was made for, by what stands for them; one that is empty is none that was asked for. */
    private final Map<String, Optional<String>> given;

    private final boolean isCertain;
    private final Map<String, Asked> asked;
    private final Budget budget;
    private final Map<String, Optional<String>> usual = new LinkedHashMap<>();
    private final Map<String, Boolean> conditions = new TreeMap<>();
    private final Set<String> needed = new TreeSet<>();
    private boolean withoutDefaults;
    private boolean isComplete;
    private boolean isRefused;
    private int depth;
    private int steps;

    /** What conditions compare a value with, in any world, and what else it may be. */
    public static final class Asked {
        private final Set<String> literals = new LinkedHashSet<>();
        private Set<String> allowed = Set.of();
        /** Those allowed that may not have been compared with yet: literals are only ever added. */
        private Deque<String> others = new ArrayDeque<>();

        public Set<String> literals() {
            return literals;
        }

        /** Returns whether the value may be one. */
        public boolean allows(String value) {
            return allowed.isEmpty() || allowed.contains(value);
        }

        /** Returns whether the value may be one that it is never compared with. */
        public boolean allowsOther() {
            return allowed.isEmpty() || other().isPresent();
        }

        /** Finds a value that it is never compared with, if it is known what values there are. */
        public Optional<String> other() {
            while (!others.isEmpty() && literals.contains(others.element())) {
                others.remove();
            }
            return Optional.ofNullable(others.peek());
        }
    }

    private World(Map<String, Optional<String>> given, boolean isCertain, Map<String, Asked> asked, Budget budget) {
        this.budget = budget;
        this.given = given;
        this.isCertain = isCertain;
        this.asked = asked;
    }

    /** Returns a world in which all that has no usual value is left undecided. */
    public static World usual(Budget budget) {
        return new World(Map.of(), false, new LinkedHashMap<>(), budget);
    }

    /** Returns another world, in which everything is decided, some of it as given. */
    public World with(Map<String, Optional<String>> newGiven, Budget newBudget) {
        return new World(newGiven, true, asked, newBudget);
    }

    public Map<String, Optional<String>> given() {
        return given;
    }

    /** Returns what was asked for in this world and was not given, with its value here, empty if it is none asked for. */
    public Map<String, Optional<String>> usualValues() {
        return usual;
    }

    public Asked asked(String symbol) {
        return asked.computeIfAbsent(symbol, same -> new Asked());
    }

    /** Returns the conditions that were decided in this world. */
    public Map<String, Boolean> conditions() {
        return conditions;
    }

    /** Returns the conditions that something that was read depends on. */
    public Set<String> neededConditions() {
        return needed;
    }

    void decided(String condition, boolean value) {
        conditions.put(condition, value);
        if (!isComplete) {
            needed.add(condition);
        }
    }

    /** Says which values a parameter may have; they are asked for once. */
    void allow(String symbol, Supplier<List<String>> values) {
        Asked about = asked(symbol);
        if (about.allowed.isEmpty()) {
            about.allowed = new LinkedHashSet<>(values.get());
            about.others = new ArrayDeque<>(about.allowed);
        }
    }

    /** Finds the value that a parameter has in this world in place of its default. */
    Optional<Optional<String>> value(String symbol) {
        return Optional.ofNullable(given.get(symbol));
    }

    /** Evaluates without the defaults of parameters, to see what a value depends on. */
    <T> T withoutDefaults(Supplier<T> body) {
        boolean before = withoutDefaults;
        withoutDefaults = true;
        try {
            return body.get();
        } finally {
            withoutDefaults = before;
        }
    }

    /** Evaluates with the defaults of parameters. */
    <T> T withDefaults(Supplier<T> body) {
        boolean before = withoutDefaults;
        withoutDefaults = false;
        try {
            return body.get();
        } finally {
            withoutDefaults = before;
        }
    }

    boolean isWithoutDefaults() {
        return withoutDefaults;
    }

    /**
     * Decides whether something has a value.
     *
     * @return empty if that is undecided in this world
     */
    Optional<Boolean> decide(String symbol, String literal, Optional<String> usualValue) {
        if (isComplete && !given.containsKey(symbol) && !usual.containsKey(symbol)) {
            return Optional.empty();
        }
        asked(symbol).literals.add(literal);
        Optional<String> known = known(symbol, usualValue);
        return known.isEmpty() && !isCertain && !given.containsKey(symbol)
                ? Optional.empty()
                : Optional.of(known.equals(Optional.of(literal)));
    }

    /** Returns the value in this world; empty if it is undecided, or none that was asked for. */
    private Optional<String> known(String symbol, Optional<String> usualValue) {
        if (given.containsKey(symbol)) {
            return given.getOrDefault(symbol, Optional.empty());
        }
        Optional<String> known = usualValue.isPresent() || !isCertain ? usualValue : first(symbol);
        usual.put(symbol, known);
        return known;
    }

    /** Chooses a value for what has no usual one. */
    private Optional<String> first(String symbol) {
        Asked about = asked(symbol);
        return about.allowsOther()
                ? about.other()
                : about.literals.stream().filter(about::allows).findFirst();
    }

    /** Finds the value of something of which several are of interest. */
    Optional<String> pick(String symbol, Iterable<String> candidates, Optional<String> usualValue) {
        if (isComplete) {
            return given.getOrDefault(symbol, usual.getOrDefault(symbol, Optional.empty()));
        }
        candidates.forEach(asked(symbol).literals::add);
        return known(symbol, usualValue);
    }

    /** Says that all is read: conditions that nothing depends on are decided as far as others have decided them. */
    void complete() {
        isComplete = true;
    }

    /** Says that a condition cannot be decided in this world, so that there is no such world. */
    void refuse() {
        isRefused |= isCertain && !isComplete;
    }

    public boolean isRefused() {
        return isRefused;
    }

    /** Notes a step of evaluation. Functions may lead to each other, so their nesting and their number are limited. */
    void enter(Node node) {
        depth++;
        step(node);
        if (depth > DEEPEST) {
            throw node.refuse("the functions of the template are nested, or lead to each other, more than " + DEEPEST
                    + " levels deep, or without end");
        }
    }

    Budget budget() {
        return budget;
    }

    /** Charges what a function has made of its arguments; those have been charged themselves. */
    void made(Node value) {
        switch (value.kind()) {
            case OBJECT -> budget.values(value.members().size(), value.place());
            case LIST -> budget.values(value.items().size(), value.place());
            case UNKNOWN -> {
                budget.values(1L + value.open().parts().size(), value.place());
                budget.characters(
                        (long) value.open().reason().length()
                                + value.open().symbol().length(),
                        value.place());
            }
            case TEXT -> budget.text(value.text(), value.place());
            default -> budget.value(value.place());
        }
    }

    void leave() {
        depth--;
    }

    void step(Node node) {
        if (++steps > MOST_STEPS) {
            throw node.refuse("the functions of the template lead to each other without end, or in more than "
                    + MOST_STEPS + " steps");
        }
        budget.look(node.place());
    }

    public int steps() {
        return steps;
    }
}
