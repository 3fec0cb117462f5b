package io.enikit.fake;

import io.enikit.model.NetworkPlan;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * All that one Region holds: the plan, and what clients see around it. Immutable.
 *
 * <p>The plan is what the rules are about. Beside it are facts that no rule asks for, such as when an instance was
 * launched, by the id of their resource; resources that the plan has no place for; and what makes a call repeatable.
 */
final class State {
    private final NetworkPlan plan;
    private final PMap<String, PMap<String, String>> facts;
    private final PMap<String, Item> kept;
    private final PMap<String, Gateway> gateways;
    private final PMap<String, TokenUse> tokens;
    private final PMap<String, Long> counters;
    private final Lag lag;

    /**
     * What a client token stood for.
     *
     * @param request the request, without the token
     * @param answer what it was answered
     */
    record TokenUse(String request, Item answer) {}

    private State(
            NetworkPlan plan,
            PMap<String, PMap<String, String>> facts,
            PMap<String, Item> kept,
            PMap<String, Gateway> gateways,
            PMap<String, TokenUse> tokens,
            PMap<String, Long> counters,
            Lag lag) {
        this.plan = plan;
        this.facts = facts;
        this.kept = kept;
        this.gateways = gateways;
        this.tokens = tokens;
        this.counters = counters;
        this.lag = lag;
    }

    /** Returns a state with nothing around the plan. */
    static State of(NetworkPlan plan) {
        return new State(
                plan,
                HashTreePMap.empty(),
                HashTreePMap.empty(),
                TreePMap.empty(),
                HashTreePMap.empty(),
                HashTreePMap.empty(),
                Lag.NONE);
    }

    NetworkPlan plan() {
        return plan;
    }

    State withPlan(NetworkPlan changed) {
        return new State(changed, facts, kept, gateways, tokens, counters, lag);
    }

    /** Returns the facts about a resource by name. */
    PMap<String, String> facts(String id) {
        PMap<String, String> known = facts.get(id);
        return known == null ? HashTreePMap.empty() : known;
    }

    State withFact(String id, String name, String value) {
        return new State(plan, facts.plus(id, facts(id).plus(name, value)), kept, gateways, tokens, counters, lag);
    }

    State withoutFact(String id, String name) {
        return new State(plan, facts.plus(id, facts(id).minus(name)), kept, gateways, tokens, counters, lag);
    }

    /** Forgets what is known about a resource that is gone. */
    State withoutFacts(String id) {
        return new State(plan, facts.minus(id), kept.minus(id), gateways, tokens, counters, lag);
    }

    /** Returns the parts of requests that are kept to be shown again, by resource; no rule asks for them. */
    PMap<String, Item> kept() {
        return kept;
    }

    State withKept(String id, Item request) {
        return new State(plan, facts, kept.plus(id, request), gateways, tokens, counters, lag);
    }

    PMap<String, Gateway> gateways() {
        return gateways;
    }

    State withGateway(Gateway gateway) {
        return new State(plan, facts, kept, gateways.plus(gateway.id(), gateway), tokens, counters, lag);
    }

    State withoutGateway(String id) {
        return new State(plan, facts, kept, gateways.minus(id), tokens, counters, lag);
    }

    PMap<String, TokenUse> tokens() {
        return tokens;
    }

    State withToken(String token, TokenUse use) {
        return new State(plan, facts, kept, gateways, tokens.plus(token, use), counters, lag);
    }

    /** Returns how many ids of a kind were given out. */
    long counter(String kind) {
        return counters.getOrDefault(kind, 0L);
    }

    State withCounter(String kind, long value) {
        return new State(plan, facts, kept, gateways, tokens, counters.plus(kind, value), lag);
    }

    /** Returns what is not seen yet, or still under way. */
    Lag lag() {
        return lag;
    }

    State withLag(Lag changed) {
        return new State(plan, facts, kept, gateways, tokens, counters, changed);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof State state
                && plan.equals(state.plan)
                && facts.equals(state.facts)
                && kept.equals(state.kept)
                && gateways.equals(state.gateways)
                && tokens.equals(state.tokens)
                && counters.equals(state.counters)
                && lag.equals(state.lag);
    }

    @Override
    public int hashCode() {
        return Objects.hash(plan, counters);
    }
}
