package io.enikit.fake;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import io.enikit.model.NetworkPlan;
import io.enikit.operations.Ec2;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A strict EC2 that answers its Query protocol: what EC2 refuses it refuses, with EC2's codes and words.
 *
 * <p>It holds an account. Each Region of it has a state, which is a {@link NetworkPlan} and what clients see around it;
 * calls change the state one after the other, and a call that is refused changes nothing. It may be used from many
 * threads. Fakes are compared by identity.
 */
public final class FakeEc2 {
    private final FakeEc2Builder settings;
    private final InstantSource clock;
    private final String home;
    private final NetworkPlan seed;
    private final Map<String, State> states = new HashMap<>();
    private final Map<String, PlannedAnswer> planned = new HashMap<>();
    private final PlannedErrors errors = new PlannedErrors();
    private final CallLog log = new CallLog();
    private final Ec2 atOnce;
    private Account account;
    private long requests;

    FakeEc2(FakeEc2Builder settings) {
        this.settings = settings;
        this.account = settings.account();
        this.atOnce = account.engine();
        this.clock = settings.clock();
        this.home = settings.home();
        states.put(home, settings.start(account, home, true));
        this.seed = states.get(home).plan();
    }

    /**
     * Returns a fake of an empty account in us-east-1, with the quotas that accounts have by default.
     *
     * @return the fake
     */
    public static FakeEc2 empty() {
        return builder().build();
    }

    /**
     * Returns a fake that holds a plan, in the Region of its zones.
     *
     * @param plan the plan; its names are the ids
     * @return the fake
     */
    public static FakeEc2 of(NetworkPlan plan) {
        return builder().plan(plan).build();
    }

    /**
     * Returns a fake of a new account: with a default VPC that has a subnet in each zone.
     *
     * @param region the name of the Region, such as {@code eu-west-1}
     * @return the fake
     */
    public static FakeEc2 newAccount(String region) {
        return builder().region(region).defaultVpc().build();
    }

    /** {@return a builder of fakes} */
    public static FakeEc2Builder builder() {
        return new FakeEc2Builder();
    }

    /**
     * Answers a request.
     *
     * @param request the request
     * @return the answer: of EC2's errors too, nothing is thrown for them
     */
    public synchronized WireResponse exchange(WireRequest request) {
        requireNonNull(request, "request");
        String requestId = String.format(Locale.ROOT, "00000000-0000-4000-8000-%012x", ++requests);
        String region = request.region().orElse(home);
        try {
            ImmutableMap<String, String> form = QueryForm.read(request.form());
            String name = Kernel.actionOf(form);
            Optional<ApiAction> action = Api.modelled().action(name);
            if (action.isEmpty() && planned.containsKey(name)) {
                action = Api.find(name);
            }
            Optional<Item> in = Optional.empty();
            Kernel.Step step;
            try {
                if (action.isEmpty()) {
                    log.unanswered(name);
                    throw Kernel.notModelled(name);
                }
                in = Optional.of(Kernel.read(action.get(), form));
                step = step(action.get(), in.get(), region, request.invocation());
            } catch (Ec2Error unread) {
                step = Kernel.Step.refused(unread, state(region));
            }
            states.put(region, step.state());
            log.add(
                    name,
                    region,
                    in.map(ItemMaps::of).orElseGet(Map::of),
                    request.invocation(),
                    step.error().map(Ec2Error::code),
                    step.made());
            if (step.error().isPresent()) {
                throw step.error().get();
            }
            return WireResponse.ok(
                    XmlWriter.answer(action.orElseThrow(), step.answer().orElseThrow(), requestId), requestId);
        } catch (Ec2Error error) {
            return new WireResponse(error.status(), XmlWriter.error(error, requestId), requestId);
        }
    }

    private Kernel.Step step(ApiAction action, Item in, String region, Optional<String> invocation) {
        State before = state(region);
        Optional<Ec2Error> error = errors.take(action.name(), invocation);
        if (error.isPresent()) {
            return Kernel.Step.refused(error.get(), before);
        }
        PlannedAnswer answer = planned.get(action.name());
        return answer == null
                ? Kernel.answer(account, region, clock.instant(), before, action, in)
                : answered(action, answer, in, before);
    }

    /** Answers by a function of the user's; what it says is checked against the names of the API. */
    private static Kernel.Step answered(ApiAction action, PlannedAnswer answer, Item in, State state) {
        try {
            Item out = ItemMaps.read(action.api(), action.answer(), answer.answer(ItemMaps.of(in)));
            return Kernel.Step.answered(out, state, List.of());
        } catch (Ec2Error refused) {
            return Kernel.Step.refused(refused, state);
        } catch (IllegalArgumentException e) {
            return Kernel.Step.refused(
                    Ec2Error.of(
                            "InvalidPlannedAnswer", "The answer planned for " + action.name() + ": " + e.getMessage()),
                    state);
        }
    }

    private State state(String region) {
        return states.computeIfAbsent(region, name -> settings.start(account, name, false));
    }

    /** {@return what the Region that the fake starts in holds now} */
    public synchronized NetworkPlan plan() {
        return state(home).plan();
    }

    /**
     * Returns what a Region holds now.
     *
     * @param region the name of the Region
     * @return the plan, empty if nothing was called there
     */
    public synchronized NetworkPlan plan(String region) {
        return state(requireNonNull(region, "region")).plan();
    }

    /** {@return the plan that the fake started with, with the public addresses that EC2 chose} */
    public NetworkPlan seed() {
        return seed;
    }

    /** {@return the name of the Region that the fake starts in, and that requests are for that name none} */
    public String region() {
        return home;
    }

    /**
     * Answers an action by a function, whether the fake models it or not.
     *
     * @param action the action, such as {@code DescribeImages}
     * @param answer what answers its calls from now on
     * @throws IllegalArgumentException if EC2 has no such action
     */
    public synchronized void on(String action, PlannedAnswer answer) {
        planned.put(known(action), requireNonNull(answer, "answer"));
    }

    /**
     * Lets the next attempt at an action fail; several are used up one after the other.
     *
     * <p>A client that retries succeeds with its next attempt, and the code under test sees nothing.
     *
     * @param action the action, such as {@code AttachNetworkInterface}
     * @param error what the client gets
     * @throws IllegalArgumentException if EC2 has no such action
     */
    public synchronized void failNextAttempt(String action, Ec2Error error) {
        errors.nextAttempt(known(action), requireNonNull(error, "error"));
    }

    /**
     * Lets the next call of an action fail, with all attempts that the client makes at it.
     *
     * <p>AWS's SDKs say which attempts belong together; for other clients it is one request.
     *
     * @param action the action, such as {@code RunInstances}
     * @param error what the client gets
     * @throws IllegalArgumentException if EC2 has no such action
     */
    public synchronized void failNextCall(String action, Ec2Error error) {
        errors.nextCall(known(action), requireNonNull(error, "error"));
    }

    private static String known(String action) {
        requireNonNull(action, "action");
        if (Api.find(action).isEmpty()) {
            throw new IllegalArgumentException("\"" + action + "\": EC2 has no such action");
        }
        return action;
    }

    /**
     * Lets new resources stay invisible for a while, as those of EC2 do.
     *
     * @param describes how many describes that ask for a resource, or would list it, do not find it; 0 for none, which is
     *     the default
     * @throws IllegalArgumentException if it is negative
     */
    public synchronized void visibleAfter(int describes) {
        account = account.withTiming(
                atOnce, new Account.Timing(checked(describes), account.timing().settlesAfter()));
    }

    /**
     * Lets attaching, detaching, launching, starting, stopping and terminating take a while, as it does in EC2.
     *
     * @param describes how many describes see the change under way; 0 for none, which is the default
     * @throws IllegalArgumentException if it is negative
     */
    public synchronized void settlesAfter(int describes) {
        account = account.withTiming(atOnce, new Account.Timing(account.timing().visibleAfter(), checked(describes)));
    }

    private static int checked(int describes) {
        if (describes < 0) {
            throw new IllegalArgumentException(describes + " describes: expected 0 or more");
        }
        return describes;
    }

    /** {@return the calls so far in order, at most the last 10,000; all attempts at a call are one} */
    public synchronized List<RecordedCall> calls() {
        return log.calls();
    }

    /** {@return the actions that are answered: those that the fake models, and those that {@link #on} was called for} */
    public synchronized Set<String> actions() {
        Set<String> actions = new TreeSet<>(Api.modelled().actionNames());
        actions.addAll(planned.keySet());
        return Collections.unmodifiableSet(actions);
    }

    /** {@return the actions that were called and that nothing answers, in order} */
    public synchronized Set<String> unanswered() {
        return Collections.unmodifiableSet(log.unanswered());
    }

    /**
     * Returns what calls made and nobody deleted.
     *
     * @return what is left, in the order in which it was made; terminated instances are not, nor are default groups, and
     *     interfaces that are deleted with their instance
     */
    public synchronized List<Leak> leaks() {
        return Leaks.of(log.made(), this::state);
    }

    /** {@return what the fake holds now, to come back to} */
    public synchronized FakeSnapshot snapshot() {
        return new FakeSnapshot(states);
    }

    /**
     * Goes back to what a fake held; calls and planned errors stay.
     *
     * @param snapshot what it, or another fake, held
     */
    public synchronized void restore(FakeSnapshot snapshot) {
        requireNonNull(snapshot, "snapshot");
        states.clear();
        states.putAll(snapshot.states());
    }

    /** Goes back to the start: calls, planned errors and answers are forgotten, and nothing takes time. */
    public synchronized void reset() {
        states.clear();
        states.put(home, settings.start(account, home, true));
        planned.clear();
        errors.clear();
        log.clear();
        account = account.withTiming(atOnce, Account.Timing.AT_ONCE);
        requests = 0;
    }
}
