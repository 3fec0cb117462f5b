package io.enikit.testkit;

import static java.util.Objects.requireNonNull;

import io.enikit.operations.ApplyResult;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on what became of operations; where one fails, the message shows the result. */
public final class ApplyResultAssert extends AbstractAssert<ApplyResultAssert, ApplyResult> {
    ApplyResultAssert(@Nullable ApplyResult actual) {
        super(actual, ApplyResultAssert.class);
    }

    /**
     * Checks that the operations took effect.
     *
     * @return assertions on the plan after them
     */
    public NetworkPlanAssert isAccepted() {
        isNotNull();
        if (actual instanceof ApplyResult.Accepted accepted) {
            return new NetworkPlanAssert(accepted.plan());
        }
        throw failure("%s", "Expected that all operations are accepted, but\n" + actual);
    }

    /**
     * Checks that an operation was refused, with any code.
     *
     * @return this
     */
    public ApplyResultAssert isRefused() {
        refused("a refusal");
        return this;
    }

    /**
     * Checks that an operation was refused with an error code of EC2.
     *
     * @param code the code, such as {@code AttachmentLimitExceeded}
     * @return this
     */
    public ApplyResultAssert isRefusedWith(String code) {
        requireNonNull(code, "code");
        String expected = "a refusal with " + code;
        expect(expected, refused(expected).code().filter(code::equals).isPresent());
        return this;
    }

    /**
     * Checks that an operation was refused by a rule or precondition.
     *
     * @param idOrPrefix its id, or the first parts of the ids of several such as {@code eni.attach}
     * @return this
     */
    public ApplyResultAssert isRefusedBy(String idOrPrefix) {
        requireNonNull(idOrPrefix, "idOrPrefix");
        String expected = "a refusal by " + idOrPrefix;
        expect(expected, isWithin(refused(expected).rule(), idOrPrefix));
        return this;
    }

    /**
     * Checks which operation was refused.
     *
     * @param index its index, from 0
     * @return this
     */
    public ApplyResultAssert isRefusedAt(int index) {
        String expected = "a refusal of operation " + index;
        expect(expected, refused(expected).operationIndex() == index);
        return this;
    }

    private static boolean isWithin(String rule, String idOrPrefix) {
        return rule.equals(idOrPrefix) || rule.startsWith(idOrPrefix + ".");
    }

    private ApplyResult.Refused refused(String expected) {
        isNotNull();
        if (actual instanceof ApplyResult.Refused refused) {
            return refused;
        }
        throw failure("%s", "Expected " + expected + ", but\n" + actual);
    }

    private void expect(String expected, boolean met) {
        if (!met) {
            throw failure(
                    "%s",
                    "Expected " + expected + ", but operation "
                            + refused(expected).operationIndex() + " is\n" + actual);
        }
    }
}
