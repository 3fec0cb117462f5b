package io.enikit.model;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * Thrown by {@code orElseThrow} if something was refused.
 *
 * <p>A refusal is an answer, not a fault of the caller: look at the result to handle it. Each kind of result has a
 * subclass. The reasons survive Java serialization.
 */
public abstract class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** One text for each refused request. */
    private final ImmutableList<String> reasons;

    /**
     * Makes an exception.
     *
     * @param message the message
     * @param reasons why, at least one reason
     */
    protected RefusedException(String message, List<String> reasons) {
        super(message);
        this.reasons = ImmutableList.copyOf(reasons);
    }

    /**
     * Returns why, one text for each refused request.
     *
     * @return at least one reason
     */
    public List<String> reasons() {
        return reasons;
    }
}
