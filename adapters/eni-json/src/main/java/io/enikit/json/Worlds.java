package io.enikit.json;

import io.enikit.json.cloudformation.Stacks;
import io.enikit.json.cloudformation.World;
import io.enikit.json.gathered.Collector;
import io.enikit.json.text.Budget;
import io.enikit.json.text.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads templates in every world that their conditions make, up to a bound.
 *
 * <p>The usual world, in which parameters have their defaults, comes first. Then come those that differ from it in one
 * value, then in two, and so on.
 */
final class Worlds {
    private static final int MOST = 256;
    private static final int MOST_RESOURCES = 30_000;
    private static final int MOST_STEPS = 750_000;

    private final List<Node> templates;
    private final Stacks.Input input;
    private final Collector described;
    private final World usual;
    /** What all worlds but the usual one share, so that many of them cost no more than one. */
    private final Budget budget;

    private final List<Branch> branches = new ArrayList<>();
    private final Deque<World> queue = new ArrayDeque<>();
    private final Set<Map<String, Optional<String>>> queued = new HashSet<>();
    private final Set<String> needed = new TreeSet<>();
    private long steps;

    /**
     * Prepares to read templates.
     *
     * @param templates the templates
     * @param input what they do not say by themselves
     * @param described what describe output shows beside them
     */
    Worlds(List<Node> templates, Stacks.Input input, Collector described) {
        this.templates = templates;
        this.input = input;
        this.described = described;
        this.usual = World.usual(described.budget());
        this.budget = described.budget().again();
    }

    Reading read() {
        Collector collector = described.fork(described.budget());
        Stacks.read(templates, input, usual, collector);
        needed.addAll(usual.neededConditions());
        boolean undecided = usual.usualValues().values().stream().anyMatch(Optional::isEmpty);
        if (undecided) {
            add(usual.with(Map.of(), budget));
        } else {
            addOthers(usual);
        }
        int resources = collector.size();
        steps = usual.steps();
        while (!queue.isEmpty()
                && branches.size() + 1 < MOST
                && (branches.isEmpty() || (resources < MOST_RESOURCES && steps < MOST_STEPS))) {
            World world = queue.remove();
            try {
                Branch branch = branch(world);
                if (!world.isRefused()) {
                    branches.add(branch);
                    resources +=
                            Math.toIntExact(branch.reading().plan().resources().count());
                    addOthers(world);
                }
            } catch (UnreadableException e) {
                budget.lookNow(templates.get(0).place());
                if (budget.isUsedUp()) {
                    queue.addFirst(world);
                    break;
                }
                collector.unknown(
                        new Unknown("what is made where parameters have other values: " + e.getMessage(), e.origin()));
            }
            steps += world.steps();
        }
        if (!queue.isEmpty()) {
            collector.unknown(beyondBound());
        }
        Branches all = new Branches(usual.conditions(), undecided, branches, needed);
        return new Reading(collector.build(), all);
    }

    private Branch branch(World world) {
        Collector collector = described.fork(budget);
        Stacks.read(templates, input, world, collector);
        needed.addAll(world.neededConditions());
        return new Branch(world.conditions(), new Reading(collector.build(), Branches.none()));
    }

    /** Adds the worlds that differ from one in the value of something more that was asked for in it. */
    private void addOthers(World world) {
        world.usualValues().forEach((symbol, value) -> {
            World.Asked asked = world.asked(symbol);
            for (String literal : asked.literals()) {
                if (asked.allows(literal) && !value.equals(Optional.of(literal))) {
                    add(world, symbol, Optional.of(literal));
                }
            }
            boolean isLiteral = value.filter(asked.literals()::contains).isPresent();
            if (isLiteral && asked.allowsOther()) {
                add(world, symbol, asked.other());
            }
        });
    }

    private void add(World world, String symbol, Optional<String> value) {
        Map<String, Optional<String>> given = new LinkedHashMap<>(world.given());
        given.put(symbol, value);
        add(usual.with(given, budget));
    }

    private void add(World world) {
        if (queued.size() < 4 * MOST && queued.add(world.given())) {
            queue.add(world);
        }
    }

    private Unknown beyondBound() {
        int changed = queue.element().given().size() - 1;
        return new Unknown(
                "the conditions can turn out in more ways than the " + (branches.size() + 1)
                        + " that were looked at; all in which no more than " + changed
                        + (changed == 1 ? " value differs" : " values differ") + " from the defaults are among them",
                templates.stream()
                        .flatMap(each -> each.find("Conditions").stream())
                        .findFirst()
                        .orElse(templates.get(0))
                        .place()
                        .origin());
    }
}
