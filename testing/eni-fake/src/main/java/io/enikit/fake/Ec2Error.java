package io.enikit.fake;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import io.enikit.operations.ApplyResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * An answer of EC2 that is an error: a code, a message and the HTTP status.
 *
 * <p>Thrown while a call is carried out, and by a function given to {@link FakeEc2#on} that wants the client to get this
 * error. It has no stack trace, and is compared by identity.
 */
public final class Ec2Error extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int BAD_REQUEST = 400;
    private static final ImmutableMap<String, Integer> STATUS = ImmutableMap.<String, Integer>builder()
            .put("AuthFailure", 401)
            .put("UnauthorizedOperation", 403)
            .put("DryRunOperation", 412)
            .put("InternalError", 500)
            .put("InsufficientInstanceCapacity", 500)
            .put("InsufficientAddressCapacity", 500)
            .put("RequestLimitExceeded", 503)
            .put("Unavailable", 503)
            .put("InternalFailure", 500)
            .put("ServiceUnavailable", 503)
            .buildOrThrow();

    /** The HTTP status. */
    private final int status;
    /** EC2's error code. */
    private final String code;

    private Ec2Error(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    /**
     * Returns an error with the HTTP status that EC2 gives its code.
     *
     * @param code the error code, such as {@code InvalidSubnetID.NotFound}
     * @param message the message
     * @return the error
     */
    public static Ec2Error of(String code, String message) {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
        return new Ec2Error(STATUS.getOrDefault(code, BAD_REQUEST), code, message);
    }

    /**
     * Returns what a client gets that calls too often: HTTP status 503, which clients retry.
     *
     * @return the error
     */
    public static Ec2Error throttled() {
        return of("RequestLimitExceeded", "Request limit exceeded.");
    }

    /**
     * Returns what a launch gets where there is no room: HTTP status 500, which clients retry.
     *
     * @return the error
     */
    public static Ec2Error insufficientInstanceCapacity() {
        return of(
                "InsufficientInstanceCapacity",
                "We currently do not have sufficient capacity in the Availability Zone you requested.");
    }

    /**
     * Returns what a client gets where EC2 itself fails: HTTP status 500, which clients retry.
     *
     * @return the error
     */
    public static Ec2Error internalError() {
        return of("InternalError", "An internal error has occurred");
    }

    /**
     * Returns what a client gets that may not call the action: HTTP status 403.
     *
     * @return the error
     */
    public static Ec2Error accessDenied() {
        return of("UnauthorizedOperation", "You are not authorized to perform this operation.");
    }

    /** Returns the refusal of the engine as EC2 words it, or in the words of the library with the rule. */
    static Ec2Error of(ApplyResult.Refused refused) {
        String message = refused.ec2Message().orElseGet(() -> refused.message() + " (" + refused.rule() + ")");
        return of(refused.code().orElse("UnsupportedOperation"), message);
    }

    /** Returns the refusal of the engine, with the id of an association in place of what the engine names it by. */
    static Ec2Error of(ApplyResult.Refused refused, Object associated, String association) {
        Ec2Error error = of(refused);
        String message = requireNonNull(error.getMessage(), "message");
        for (String before : List.of("associate-id ", "association ID ")) {
            message = message.replace(before + associated, before + association);
        }
        return of(error.code(), message);
    }

    static Ec2Error missingParameter(String parameter) {
        return of("MissingParameter", "The request must contain the parameter " + parameter);
    }

    /** Returns the error for a value that cannot be read; the parameter is spelt as EC2 does, with a small letter. */
    static Ec2Error invalidValue(String parameter, String value, String why) {
        String name = parameter.substring(0, 1).toLowerCase(Locale.ROOT) + parameter.substring(1);
        return of("InvalidParameterValue", "Value (" + value + ") for parameter " + name + " is invalid. " + why);
    }

    static Ec2Error notFound(String code, String what, String id) {
        return of(code, "The " + what + " '" + id + "' does not exist");
    }

    static Ec2Error combination(String message) {
        return of("InvalidParameterCombination", message);
    }

    static Map<String, Integer> statuses() {
        return STATUS;
    }

    /** {@return the HTTP status, such as 400} */
    public int status() {
        return status;
    }

    /** {@return the error code, such as {@code InvalidSubnetID.NotFound}} */
    public String code() {
        return code;
    }

    /** {@return the code and the message} */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // the message is what the client gets
    public String toString() {
        return code + ": " + getMessage();
    }
}
