package io.enikit.fake;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
     * @param answer the answer
     * @param state the state after the call
     */
    record Step(Item answer, State state) {}

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
        Action carriedOut =
                Optional.ofNullable(ACTIONS.get(action.name())).orElseThrow(() -> notModelled(action.name()));
        Inputs.check(action.name(), in);
        Optional<String> token = in.shape().has(CLIENT_TOKEN) ? in.find(CLIENT_TOKEN) : Optional.empty();
        boolean dryRun = in.shape().has(DRY_RUN) && in.isTrue(DRY_RUN);
        String tokenKey = action.name() + " " + token.orElse("");
        String request = token.isPresent() ? withoutToken(action, in) : "";
        if (token.isPresent() && !dryRun) {
            TokenUse before = state.tokens().get(tokenKey);
            if (before != null) {
                if (!before.request().equals(request)) {
                    throw Ec2Error.of(
                            "IdempotentParameterMismatch",
                            "The client token '" + token.get() + "' was used with other parameters");
                }
                return new Step(before.answer(), state);
            }
        }
        Call call = new Call(account, region, now, action, in, state);
        try {
            carriedOut.carryOut(call);
        } catch (IllegalArgumentException e) {
            throw Ec2Error.of("InvalidParameterValue", String.valueOf(e.getMessage()));
        }
        if (dryRun) {
            throw Ec2Error.of("DryRunOperation", "Request would have succeeded, but DryRun flag is set.");
        }
        State after =
                token.isPresent() ? call.state().withToken(tokenKey, new TokenUse(request, call.out())) : call.state();
        return new Step(call.out(), after);
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
