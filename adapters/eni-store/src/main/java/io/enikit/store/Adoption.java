package io.enikit.store;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.enikit.ipam.Allocation;
import io.enikit.ipam.AllocationRefused;
import io.enikit.ipam.AllocationResult;
import io.enikit.ipam.CidrPool;
import io.enikit.net.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What became of blocks that a pool was to take over: all were, or none. */
public final class Adoption {
    private final ImmutableList<Allocation> adopted;
    private final ImmutableSortedMap<String, AllocationRefused> conflicts;

    private Adoption(List<Allocation> adopted, Map<String, AllocationRefused> conflicts) {
        this.adopted = ImmutableList.copyOf(adopted);
        this.conflicts = ImmutableSortedMap.copyOf(conflicts);
    }

    /** Blocks are taken in the order of their owners, so that the answer depends on nothing else. */
    static Change<Adoption> of(Map<String, Cidr> blocks) {
        Map<String, Cidr> sorted = new TreeMap<>(blocks);
        return before -> {
            CidrPool pool = before;
            List<Allocation> adopted = new ArrayList<>();
            Map<String, AllocationRefused> conflicts = new TreeMap<>();
            for (Map.Entry<String, Cidr> each : sorted.entrySet()) {
                AllocationResult result = pool.allocate(each.getKey(), each.getValue());
                if (result instanceof AllocationRefused refused) {
                    conflicts.put(each.getKey(), refused);
                } else {
                    adopted.add(result.orElseThrow());
                    pool = result.orElseThrow().pool();
                }
            }
            if (!conflicts.isEmpty()) {
                return Change.Outcome.unchanged(new Adoption(List.of(), conflicts), before);
            }
            List<Effect> effects = adopted.stream()
                    .filter(each -> each.sequence() > before.sequence())
                    .map(Effect::granted)
                    .toList();
            return new Change.Outcome<>(new Adoption(adopted, conflicts), pool, effects);
        };
    }

    /** {@return the allocations, sorted by owner; empty if there are conflicts} */
    public List<Allocation> adopted() {
        return adopted;
    }

    /** {@return why blocks could not be taken over, by owner, sorted; those of a pair that overlaps are named once} */
    public Map<String, AllocationRefused> conflicts() {
        return conflicts;
    }

    /**
     * Returns this, or throws if there are conflicts.
     *
     * @return this
     * @throws IllegalStateException if there are conflicts; the message names all
     */
    public Adoption orElseThrow() {
        if (!conflicts.isEmpty()) {
            throw new IllegalStateException(toString());
        }
        return this;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Adoption that && adopted.equals(that.adopted) && conflicts.equals(that.conflicts);
    }

    @Override
    public int hashCode() {
        return adopted.hashCode() + conflicts.hashCode();
    }

    /**
     * Returns how many were adopted, or every conflict.
     *
     * @return for example {@code adopted 3}
     */
    @Override
    public String toString() {
        return conflicts.isEmpty()
                ? "adopted " + adopted.size()
                : conflicts.entrySet().stream()
                        .map(each -> each.getKey() + ": " + each.getValue().reason())
                        .collect(Collectors.joining("; ", "adopted none: ", ""));
    }
}
