package io.enikit.fake;

import io.enikit.model.NetworkPlan;
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

    private State(
            NetworkPlan plan,
            PMap<String, PMap<String, String>> facts,
            PMap<String, Item> kept,
            PMap<String, Gateway> gateways,
            PMap<String, TokenUse> tokens,
            PMap<String, Long> counters) {
        this.plan = plan;
        this.facts = facts;
        this.kept = kept;
        this.gateways = gateways;
        this.tokens = tokens;
        this.counters = counters;
    }

    /** Returns a state with nothing around the plan. */
    static State of(NetworkPlan plan) {
        return new State(
                plan,
                HashTreePMap.empty(),
                HashTreePMap.empty(),
                TreePMap.empty(),
                HashTreePMap.empty(),
                HashTreePMap.empty());
    }

    NetworkPlan plan() {
        return plan;
    }

    State withPlan(NetworkPlan changed) {
        return new State(changed, facts, kept, gateways, tokens, counters);
    }

    /** Returns the facts about a resource by name. */
    PMap<String, String> facts(String id) {
        PMap<String, String> known = facts.get(id);
        return known == null ? HashTreePMap.empty() : known;
    }

    State withFact(String id, String name, String value) {
        return new State(plan, facts.plus(id, facts(id).plus(name, value)), kept, gateways, tokens, counters);
    }

    State withoutFact(String id, String name) {
        return new State(plan, facts.plus(id, facts(id).minus(name)), kept, gateways, tokens, counters);
    }

    /** Forgets what is known about a resource that is gone. */
    State withoutFacts(String id) {
        return new State(plan, facts.minus(id), kept.minus(id), gateways, tokens, counters);
    }

    /** Returns the parts of requests that are kept to be shown again, by resource; no rule asks for them. */
    PMap<String, Item> kept() {
        return kept;
    }

    State withKept(String id, Item request) {
        return new State(plan, facts, kept.plus(id, request), gateways, tokens, counters);
    }

    PMap<String, Gateway> gateways() {
        return gateways;
    }

    State withGateway(Gateway gateway) {
        return new State(plan, facts, kept, gateways.plus(gateway.id(), gateway), tokens, counters);
    }

    State withoutGateway(String id) {
        return new State(plan, facts, kept, gateways.minus(id), tokens, counters);
    }

    PMap<String, TokenUse> tokens() {
        return tokens;
    }

    State withToken(String token, TokenUse use) {
        return new State(plan, facts, kept, gateways, tokens.plus(token, use), counters);
    }

    /** Returns how many ids of a kind were given out. */
    long counter(String kind) {
        return counters.getOrDefault(kind, 0L);
    }

    State withCounter(String kind, long value) {
        return new State(plan, facts, kept, gateways, tokens, counters.plus(kind, value));
    }
}
