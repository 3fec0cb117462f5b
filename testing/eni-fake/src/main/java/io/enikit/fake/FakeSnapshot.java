package io.enikit.fake;

import com.google.common.collect.ImmutableMap;
import io.enikit.model.NetworkPlan;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a fake held at some moment, in all Regions. Immutable, and cheap to keep. */
public final class FakeSnapshot {
    private final ImmutableMap<String, State> states;

    FakeSnapshot(Map<String, State> states) {
        this.states = ImmutableMap.copyOf(states);
    }

    ImmutableMap<String, State> states() {
        return states;
    }

    /**
     * Returns what a Region held.
     *
     * @param region the name of the Region
     * @return the plan, absent if nothing had been called there
     */
    public Optional<NetworkPlan> plan(String region) {
        return Optional.ofNullable(states.get(region)).map(State::plan);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FakeSnapshot snapshot && states.equals(snapshot.states);
    }

    @Override
    public int hashCode() {
        return states.hashCode();
    }

    /** {@return the names of the Regions} */
    @Override
    public String toString() {
        return "snapshot of " + states.keySet();
    }
}
