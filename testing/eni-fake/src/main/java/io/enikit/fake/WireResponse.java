package io.enikit.fake;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An answer as it goes over the wire: XML, with the HTTP status. Immutable. */
public final class WireResponse {
    private static final int OK = 200;

    private final int status;
    private final String body;
    private final String requestId;

    WireResponse(int status, String body, String requestId) {
        this.status = status;
        this.body = body;
        this.requestId = requestId;
    }

    static WireResponse ok(String body, String requestId) {
        return new WireResponse(OK, body, requestId);
    }

    /** {@return the HTTP status, 200 if the call was carried out} */
    public int status() {
        return status;
    }

    /** {@return the XML} */
    public String body() {
        return body;
    }

    /** {@return the id of the request, which also is in the XML} */
    public String requestId() {
        return requestId;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WireResponse response
                && status == response.status
                && body.equals(response.body)
                && requestId.equals(response.requestId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(status, body, requestId);
    }

    /** {@return the status and the XML} */
    @Override
    public String toString() {
        return status + " " + body;
    }
}
