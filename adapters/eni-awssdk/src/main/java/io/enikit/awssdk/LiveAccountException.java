package io.enikit.awssdk;

import software.amazon.awssdk.core.exception.SdkException;

/** Thrown when an account cannot be read, for another reason than a lack of rights. */
public final class LiveAccountException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The action of the EC2 API. */
    private final String action;

    LiveAccountException(String action, SdkException cause) {
        super(action + ": " + cause.getMessage(), cause);
        this.action = action;
    }

    /** {@return the action of the EC2 API that failed, such as {@code DescribeSubnets}} */
    public String action() {
        return action;
    }
}
