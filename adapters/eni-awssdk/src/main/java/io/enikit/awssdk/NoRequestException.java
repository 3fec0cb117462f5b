package io.enikit.awssdk;

import io.enikit.operations.Operation;

/** Says why there is no request for an operation. */
final class NoRequestException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    NoRequestException(String message) {
        super(message);
    }

    static NoRequestException needs(Operation operation, String id) {
        return new NoRequestException(operation + ": " + operation.action() + " needs the " + id
                + ", which is not known: read it with SdkRequests.in(LiveAccount.read(client))");
    }
}
