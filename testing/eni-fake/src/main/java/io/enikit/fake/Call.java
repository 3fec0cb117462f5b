package io.enikit.fake;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Resource;
import io.enikit.operations.ApplyResult;
import io.enikit.operations.Operation;
import io.enikit.operations.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.pcollections.PMap;

/**
 * A call while it is carried out: the request, the answer as it grows, and the state as it changes.
 *
 * <p>Nothing of it lasts unless the call succeeds.
 */
final class Call {
    /** The kinds of ids that are those of resources, which somebody has to delete. */
    private static final Set<String> RESOURCES = Set.of("vpc", "subnet", "sg", "eni", "i", "igw", "eipalloc");

    private final Account account;
    private final String region;
    private final Instant now;
    private final ApiAction action;
    private final Item in;
    private final Item out;
    private final List<String> made = new ArrayList<>();
    private final Set<String> lookedAt = new LinkedHashSet<>();
    private State state;

    Call(Account account, String region, Instant now, ApiAction action, Item in, State state) {
        this.account = account;
        this.region = region;
        this.now = now;
        this.action = action;
        this.in = in;
        this.out = new Item(action.api(), action.answer());
        this.state = state;
    }

    Account account() {
        return account;
    }

    String region() {
        return region;
    }

    ApiAction action() {
        return action;
    }

    Item in() {
        return in;
    }

    Item out() {
        return out;
    }

    State state() {
        return state;
    }

    void state(State changed) {
        state = changed;
    }

    NetworkPlan plan() {
        return state.plan();
    }

    /** Returns the time as EC2 writes it. */
    String now() {
        return now.toString().replaceFirst("(?:\\.[0-9]+)?Z$", ".000Z");
    }

    PMap<String, String> facts(Object id) {
        return state.facts(id.toString());
    }

    void fact(Object id, String name, Object value) {
        state = state.withFact(id.toString(), name, value.toString());
    }

    void fact(Object id, String name, Optional<?> value) {
        value.ifPresent(given -> fact(id, name, (Object) given));
    }

    /** Returns a new id of a kind, such as {@code eni}. */
    String fresh(String kind) {
        long number = state.counter(kind);
        String id;
        do {
            id = Ids.numbered(kind, ++number);
        } while (Ids.find(state, id).isPresent() || state.gateways().containsKey(id));
        state = state.withCounter(kind, number);
        if (RESOURCES.contains(kind)) {
            made.add(id);
        }
        return id;
    }

    /** Returns the ids of the resources that were made. */
    List<String> made() {
        return made;
    }

    /** Notes that a describe looks at something, and returns whether it can be seen yet. */
    boolean looksAt(Object id) {
        if (action.name().startsWith("Describe")) {
            lookedAt.add(id.toString());
            return !state.lag().isHidden(id.toString());
        }
        return true;
    }

    Set<String> lookedAt() {
        return lookedAt;
    }

    /** Returns the account that owns a resource: the one that calls, unless the plan says otherwise. */
    String ownerOf(Resource resource) {
        return resource.ownerId().orElse(account.id());
    }

    /** Applies operations, all or none. */
    List<Outcome> apply(Operation... operations) {
        return apply(List.of(operations));
    }

    List<Outcome> apply(List<? extends Operation> operations) {
        return apply(operations, Ec2Error::of);
    }

    /** Applies an operation on an association, which the engine names by what is associated. */
    List<Outcome> apply(Operation operation, Object associated, String association) {
        return apply(List.of(operation), refused -> Ec2Error.of(refused, associated, association));
    }

    private List<Outcome> apply(List<? extends Operation> operations, Function<ApplyResult.Refused, Ec2Error> toError) {
        ApplyResult result = account.engine().apply(plan(), operations);
        if (result instanceof ApplyResult.Refused refused) {
            throw toError.apply(refused);
        }
        ApplyResult.Accepted accepted = (ApplyResult.Accepted) result;
        state = state.withPlan(accepted.plan());
        Chosen.by(this, accepted.outcomes());
        Settled.start(this, accepted.outcomes());
        return accepted.outcomes();
    }
}
