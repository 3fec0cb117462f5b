package io.enikit.fake;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import io.enikit.model.NetworkPlan;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A strict EC2 that answers its Query protocol: what EC2 refuses it refuses, with EC2's codes and words.
 *
 * <p>It holds an account. Each Region of it has a state, which is a {@link NetworkPlan} and what clients see around it;
 * calls change the state one after the other, and a call that is refused changes nothing. It may be used from many
 * threads. Fakes are compared by identity.
 */
public final class FakeEc2 {
    private final FakeEc2Builder settings;
    private final Account account;
    private final InstantSource clock;
    private final String home;
    private final NetworkPlan seed;
    private final Map<String, State> states = new HashMap<>();
    private long requests;

    FakeEc2(FakeEc2Builder settings) {
        this.settings = settings;
        this.account = settings.account();
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
            ApiAction action = Api.modelled().action(name).orElseThrow(() -> Kernel.notModelled(name));
            Item in = Kernel.read(action, form);
            Kernel.Step step = Kernel.answer(account, region, clock.instant(), state(region), action, in);
            states.put(region, step.state());
            return WireResponse.ok(XmlWriter.answer(action, step.answer(), requestId), requestId);
        } catch (Ec2Error error) {
            return new WireResponse(error.status(), XmlWriter.error(error, requestId), requestId);
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

    /** Goes back to the start: what was called since is undone. */
    public synchronized void reset() {
        states.clear();
        states.put(home, settings.start(account, home, true));
        requests = 0;
    }
}
