package io.enikit.fake;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request as it comes over the wire: the form of EC2's Query protocol, and what headers say about it.
 *
 * <p>Immutable.
 */
public final class WireRequest {
    private static final Pattern SCOPE = Pattern.compile("Credential=[^/, ]*/[0-9]{8}/([a-z0-9-]+)/ec2/aws4_request");

    private final byte[] form;
    private final Optional<String> region;
    private final Optional<String> invocation;

    private WireRequest(byte[] form, Optional<String> region, Optional<String> invocation) {
        this.form = form;
        this.region = region;
        this.invocation = invocation;
    }

    /**
     * Returns a request with a form, in the Region that the fake starts in.
     *
     * @param form the form, {@code Action=DescribeVpcs&Version=2016-11-15}, URL-encoded
     * @return the request
     */
    public static WireRequest of(String form) {
        return of(requireNonNull(form, "form").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns a request with a form, in the Region that the fake starts in.
     *
     * @param form the bytes of the form
     * @return the request
     */
    public static WireRequest of(byte[] form) {
        return new WireRequest(requireNonNull(form, "form").clone(), Optional.empty(), Optional.empty());
    }

    /**
     * Returns a copy in a Region.
     *
     * @param name the name of the Region, such as {@code eu-west-1}
     * @return the request
     */
    public WireRequest withRegion(String name) {
        return new WireRequest(form, Optional.of(requireNonNull(name, "name")), invocation);
    }

    /**
     * Returns a copy in the Region that a signature names, if it names one.
     *
     * @param authorization the header {@code Authorization}, as version 4 of AWS's signatures writes it
     * @return the request
     */
    public WireRequest withAuthorization(String authorization) {
        Matcher scope = SCOPE.matcher(requireNonNull(authorization, "authorization"));
        return scope.find() ? withRegion(scope.group(1)) : this;
    }

    /**
     * Returns a copy that belongs to a call of a client: all attempts at one call have the same id.
     *
     * @param id the header {@code amz-sdk-invocation-id}
     * @return the request
     */
    public WireRequest withInvocation(String id) {
        return new WireRequest(form, region, Optional.of(requireNonNull(id, "id")));
    }

    byte[] form() {
        return form;
    }

    /** {@return the Region that the request is for, absent if nothing names one} */
    public Optional<String> region() {
        return region;
    }

    /** {@return the id of the client's call, absent if the client gave none} */
    public Optional<String> invocation() {
        return invocation;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WireRequest request
                && Arrays.equals(form, request.form)
                && region.equals(request.region)
                && invocation.equals(request.invocation);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(form), region, invocation);
    }

    /** {@return the form} */
    @Override
    public String toString() {
        return new String(form, StandardCharsets.UTF_8);
    }
}
