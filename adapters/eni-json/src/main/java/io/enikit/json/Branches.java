package io.enikit.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.enikit.rules.RuleSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The worlds beside the usual one in which templates were read, and what is wrong in them. */
final class Branches {
    private static final int MOST_TERMS = 3;
    private static final BitSet NONE = new BitSet();

    /** How conditions turn out, world by world; the usual one comes first. */
    private final ImmutableList<Map<String, Boolean>> conditions;

    private final boolean isUsualUndecided;
    private final ImmutableList<Branch> others;

    /** All conditions, those that something depends on first. */
    private final ImmutableSet<String> names;

    /** The worlds in which each condition is true, or not decided. */
    private final Map<String, BitSet> mayHold;

    /** The worlds in which each condition is false, or not decided. */
    private final Map<String, BitSet> mayFail;

    /**
     * Puts worlds together.
     *
     * @param usual how conditions turn out in the usual world
     * @param isUsualUndecided whether some are undecided there, so that it stands for all worlds and not for one of them
     * @param others the other worlds
     * @param needed the conditions that something depends on
     */
    Branches(Map<String, Boolean> usual, boolean isUsualUndecided, List<Branch> others, Set<String> needed) {
        ImmutableList.Builder<Map<String, Boolean>> all = ImmutableList.builder();
        all.add(ImmutableMap.copyOf(usual));
        others.forEach(each -> all.add(ImmutableMap.copyOf(each.conditions())));
        this.conditions = all.build();
        this.isUsualUndecided = isUsualUndecided;
        this.others = ImmutableList.copyOf(others);
        ImmutableSet.Builder<String> ordered = ImmutableSet.builder();
        ordered.addAll(needed);
        this.conditions.forEach(world -> ordered.addAll(world.keySet()));
        this.names = ordered.build();
        this.mayHold = mayBe(true);
        this.mayFail = mayBe(false);
    }

    static Branches none() {
        return new Branches(Map.of(), false, List.of(), Set.of());
    }

    /** Adds what is wrong in other worlds. What is not wrong in all of them says in which ones it is. */
    List<Finding> merge(List<Finding> usual, RuleSet rules) {
        if (others.isEmpty()) {
            return usual;
        }
        Map<Finding, BitSet> found = new TreeMap<>(Finding.ORDER);
        usual.forEach(each -> found.computeIfAbsent(each, same -> new BitSet()).set(0));
        for (int i = 0; i < others.size(); i++) {
            for (Finding each : others.get(i).reading().found(rules)) {
                found.computeIfAbsent(each, same -> new BitSet()).set(i + 1);
            }
        }
        List<Finding> merged = new ArrayList<>();
        Map<BitSet, String> words = new HashMap<>();
        found.forEach((finding, worlds) -> {
            BitSet elsewhere = all();
            elsewhere.andNot(worlds);
            boolean everywhere = elsewhere.isEmpty() || (isUsualUndecided && worlds.get(0));
            merged.add(everywhere ? finding : finding.where(words.computeIfAbsent(worlds, this::where)));
        });
        return merged;
    }

    /** Says by conditions in which worlds something is, as short as can be. */
    private String where(BitSet worlds) {
        for (String name : names) {
            for (boolean value : new boolean[] {true, false}) {
                if (matching(name, value).equals(worlds)) {
                    return "where " + words(Map.of(name, value));
                }
            }
        }
        BitSet left = (BitSet) worlds.clone();
        StringJoiner terms = new StringJoiner(", or where ", "where ", "");
        for (int i = 0; i < MOST_TERMS && !left.isEmpty(); i++) {
            Map<String, Boolean> term = shortened(conditions.get(left.nextSetBit(0)), worlds);
            terms.add(words(term));
            BitSet matching = all();
            term.forEach((name, value) -> matching.and(matching(name, value)));
            left.andNot(matching);
        }
        return left.isEmpty() ? terms.toString() : terms + ", and elsewhere";
    }

    /** Leaves out conditions, the last one first, as long as all worlds that are meant are among those that were given. */
    private Map<String, Boolean> shortened(Map<String, Boolean> term, BitSet worlds) {
        List<String> order = names.stream().filter(term::containsKey).toList();
        List<BitSet> before = new ArrayList<>();
        BitSet matching = all();
        for (String name : order) {
            before.add((BitSet) matching.clone());
            matching.and(matching(name, value(term, name)));
        }
        Map<String, Boolean> kept = new TreeMap<>();
        BitSet keptMatching = all();
        for (int i = order.size() - 1; i >= 0; i--) {
            String name = order.get(i);
            BitSet outside = before.get(i);
            outside.and(keptMatching);
            outside.andNot(worlds);
            if (!outside.isEmpty()) {
                kept.put(name, value(term, name));
                keptMatching.and(matching(name, value(term, name)));
            }
        }
        return kept;
    }

    private static boolean value(Map<String, Boolean> term, String name) {
        return term.getOrDefault(name, false);
    }

    /** Returns the worlds in which a condition turns out as given, or is not decided. */
    private BitSet matching(String name, boolean value) {
        return (value ? mayHold : mayFail).getOrDefault(name, NONE);
    }

    /** Returns the worlds in which conditions may turn out so. */
    private Map<String, BitSet> mayBe(boolean value) {
        Map<String, BitSet> worlds = new HashMap<>();
        for (String name : names) {
            BitSet matching = all();
            for (int i = 0; i < conditions.size(); i++) {
                if (conditions.get(i).getOrDefault(name, value) != value) {
                    matching.clear(i);
                }
            }
            worlds.put(name, matching);
        }
        return worlds;
    }

    private BitSet all() {
        BitSet all = new BitSet();
        all.set(isUsualUndecided ? 1 : 0, conditions.size());
        return all;
    }

    private static String words(Map<String, Boolean> term) {
        StringJoiner words = new StringJoiner(" and ");
        term.forEach((name, value) -> words.add(name + " is " + value));
        return term.isEmpty() ? "parameters have other values" : words.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Branches that
                && conditions.equals(that.conditions)
                && isUsualUndecided == that.isUsualUndecided
                && others.equals(that.others);
    }

    @Override
    public int hashCode() {
        return Objects.hash(conditions, isUsualUndecided, others);
    }
}
