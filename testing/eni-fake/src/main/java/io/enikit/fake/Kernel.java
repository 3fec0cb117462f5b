package io.enikit.fake;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * EC2 as a function: a state and a request go in, an answer and the next state come out.
 *
 * <p>A call that is refused, and a dry run, leave the state as it was.
 */
final class Kernel {
    private static final String CLIENT_TOKEN = "ClientToken";
    private static final String DRY_RUN = "DryRun";
    private static final String VERSION = "Version";
    private static final String NEWEST = "2016-11-15";
    /** What signs a request, and is not part of the call. */
    private static final Set<String> SIGNATURE = Set.of(
            "Action",
            VERSION,
            "AWSAccessKeyId",
            "Signature",
            "SignatureMethod",
            "SignatureVersion",
            "SecurityToken",
            "Timestamp",
            "Expires");

    private static final Map<String, Action> ACTIONS = new HashMap<>();

    static {
        EniActions.register(ACTIONS);
        EniAddressActions.register(ACTIONS);
        EniAttributeActions.register(ACTIONS);
        TrunkActions.register(ACTIONS);
        AddressActions.register(ACTIONS);
        SubnetActions.register(ACTIONS);
        SubnetAttributeActions.register(ACTIONS);
        VpcActions.register(ACTIONS);
        DefaultActions.register(ACTIONS);
        GatewayActions.register(ACTIONS);
        GroupActions.register(ACTIONS);
        GroupRuleActions.register(ACTIONS);
        Launches.register(ACTIONS);
        InstanceActions.register(ACTIONS);
        InstanceAttributeActions.register(ACTIONS);
        TypeActions.register(ACTIONS);
        TagActions.register(ACTIONS);
        AccountActions.register(ACTIONS);
        Surroundings.register(ACTIONS);
    }

    private Kernel() {}

    /**
     * What came of a call.
     *
     * @param answer the answer, absent if the call was refused
     * @param error the refusal
     * @param state the state after the call
     * @param made the ids of the resources that it made
     */
    record Step(Optional<Item> answer, Optional<Ec2Error> error, State state, List<String> made) {
        static Step answered(Item answer, State state, List<String> made) {
            return new Step(Optional.of(answer), Optional.empty(), state, List.copyOf(made));
        }

        static Step refused(Ec2Error error, State state) {
            return new Step(Optional.empty(), Optional.of(error), state, List.of());
        }
    }

    /** Returns the actions that are carried out. */
    static Set<String> actions() {
        return ACTIONS.keySet();
    }

    /** Returns the action that a form names. */
    static String actionOf(Map<String, String> form) {
        String action = form.get("Action");
        if (action == null || action.isEmpty()) {
            throw Ec2Error.of("MissingAction", "The request must contain the parameter Action");
        }
        String version = form.getOrDefault(VERSION, NEWEST);
        if (!version.matches("20[0-9]{2}-[0-9]{2}-[0-9]{2}") || version.compareTo(NEWEST) > 0) {
            throw Ec2Error.of(
                    "NoSuchVersion", "The requested version (" + version + ") of service AmazonEC2 does not exist");
        }
        return action;
    }

    /** Returns the error for an action that is not carried out here. */
    static Ec2Error notModelled(String action) {
        return Ec2Error.of(
                "InvalidAction",
                "The action " + action + " is not valid for this web service: the fake does not model it.");
    }

    /** Reads the parameters of a call. */
    static Item read(ApiAction action, Map<String, String> form) {
        Map<String, String> parameters = new LinkedHashMap<>(form);
        parameters.keySet().removeIf(name -> SIGNATURE.contains(name) || name.startsWith("X-Amz-"));
        return new QueryReader(action.api()).read(QueryNode.of(parameters), action.request());
    }

    /** Carries out a call. */
    static Step answer(Account account, String region, Instant now, State state, ApiAction action, Item in) {
        Call call = new Call(account, region, now, action, in, state);
        try {
            Action carriedOut =
                    Optional.ofNullable(ACTIONS.get(action.name())).orElseThrow(() -> notModelled(action.name()));
            Inputs.check(action.name(), in);
            Optional<State.TokenUse> before = earlier(call);
            if (before.isPresent()) {
                return Step.answered(before.get().answer(), state, List.of());
            }
            carriedOut.carryOut(call);
            if (in.shape().has(DRY_RUN) && in.isTrue(DRY_RUN)) {
                throw Ec2Error.of("DryRunOperation", "Request would have succeeded, but DryRun flag is set.");
            }
            List<String> made = call.made();
            return Step.answered(call.out(), Settled.after(call, hidden(account, made, remembered(call))), made);
        } catch (Ec2Error error) {
            return Step.refused(error, Settled.after(call, state));
        } catch (IllegalArgumentException e) {
            return Step.refused(Ec2Error.of("InvalidParameterValue", String.valueOf(e.getMessage())), state);
        }
    }

    private static Optional<String> token(Call call) {
        Item in = call.in();
        boolean dryRun = in.shape().has(DRY_RUN) && in.isTrue(DRY_RUN);
        return in.shape().has(CLIENT_TOKEN) && !dryRun ? in.find(CLIENT_TOKEN) : Optional.empty();
    }

    /** Finds the call that had the same token; it has to have been the same call. */
    private static Optional<State.TokenUse> earlier(Call call) {
        Optional<State.TokenUse> before = token(call)
                .flatMap(token -> Optional.ofNullable(call.state().tokens().get(key(call, token))));
        if (before.isPresent() && !before.get().request().equals(withoutToken(call.action(), call.in()))) {
            throw Ec2Error.of(
                    "IdempotentParameterMismatch",
                    "The client token '" + call.in().text(CLIENT_TOKEN) + "' was used with other parameters");
        }
        return before;
    }

    private static String key(Call call, String token) {
        return call.action().name() + " " + token;
    }

    private static State remembered(Call call) {
        Optional<String> token = token(call);
        return token.isEmpty()
                ? call.state()
                : call.state()
                        .withToken(
                                key(call, token.get()),
                                new State.TokenUse(withoutToken(call.action(), call.in()), call.out()));
    }

    /** Hides what was made from the describes that come too early. */
    private static State hidden(Account account, List<String> made, State state) {
        Lag lag = state.lag();
        if (account.timing().visibleAfter() > 0) {
            for (String id : made) {
                lag = lag.hide(id, account.timing().visibleAfter());
            }
        }
        return state.withLag(lag);
    }

    private static String withoutToken(ApiAction action, Item in) {
        StringBuilder text = new StringBuilder(action.name());
        for (Member member : in.shape().members()) {
            if (!member.name().equals(CLIENT_TOKEN)) {
                text.append('\n').append(in.at(in.shape().indexOf(member.name())));
            }
        }
        return text.toString();
    }
}
