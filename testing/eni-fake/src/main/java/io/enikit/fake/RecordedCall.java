package io.enikit.fake;

import com.google.common.collect.ImmutableList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call that a client made, with all attempts at it.
 *
 * <p>Attempts belong to one call where the client says so, as AWS's SDKs do. Immutable.
 */
public final class RecordedCall {
    private final int number;
    private final String action;
    private final String region;
    private final Map<String, Object> parameters;
    private final int attempts;
    private final Optional<String> errorCode;
    private final ImmutableList<String> made;

    RecordedCall(
            int number,
            String action,
            String region,
            Map<String, Object> parameters,
            int attempts,
            Optional<String> errorCode,
            List<String> made) {
        this.number = number;
        this.action = action;
        this.region = region;
        this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        this.attempts = attempts;
        this.errorCode = errorCode;
        this.made = ImmutableList.copyOf(made);
    }

    /** Returns this call with one attempt more. */
    RecordedCall withAttempt(Optional<String> error, List<String> ids) {
        return new RecordedCall(
                number,
                action,
                region,
                parameters,
                attempts + 1,
                error,
                ImmutableList.<String>builder().addAll(made).addAll(ids).build());
    }

    /** {@return the number of the call, from 1} */
    public int number() {
        return number;
    }

    /** {@return the action, such as {@code AttachNetworkInterface}} */
    public String action() {
        return action;
    }

    /** {@return the name of the Region} */
    public String region() {
        return region;
    }

    /** {@return the request by the names of the API: texts, maps for structures, lists of either} */
    public Map<String, Object> parameters() {
        return parameters;
    }

    /** {@return how many times the client tried, 1 or more} */
    public int attempts() {
        return attempts;
    }

    /** {@return the code of the error that the last attempt got, absent if it succeeded} */
    public Optional<String> errorCode() {
        return errorCode;
    }

    /** {@return the ids of the resources that the call made, in order} */
    public List<String> made() {
        return made;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RecordedCall call
                && number == call.number
                && action.equals(call.action)
                && region.equals(call.region)
                && parameters.equals(call.parameters)
                && attempts == call.attempts
                && errorCode.equals(call.errorCode)
                && made.equals(call.made);
    }

    @Override
    public int hashCode() {
        return Objects.hash(number, action, region, parameters, attempts, errorCode, made);
    }

    /** {@return one line: the number, the action, the parameters, and the error or what was made} */
    @Override
    public String toString() {
        return number + " " + action + parameters + (attempts > 1 ? ", attempt " + attempts : "")
                + errorCode.map(": "::concat).orElse(made.isEmpty() ? "" : ": made " + String.join(", ", made));
    }
}
