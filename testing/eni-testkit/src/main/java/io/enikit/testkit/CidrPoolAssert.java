package io.enikit.testkit;

import io.enikit.ipam.CidrPool;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on pools; where one fails, the message shows what is wrong and the text of the pool. */
public final class CidrPoolAssert extends AbstractAssert<CidrPoolAssert, CidrPool> {
    CidrPoolAssert(@Nullable CidrPool actual) {
        super(actual, CidrPoolAssert.class);
    }

    /**
     * Checks that grants are apart, inside of the blocks of the pool, and with what is free and reserved make them up.
     *
     * @return this
     */
    public CidrPoolAssert keepsInvariants() {
        isNotNull();
        List<String> broken = Invariants.brokenIn(actual);
        if (!broken.isEmpty()) {
            failWithMessage("%s", "Expected a sound pool, but\n" + String.join("\n", broken) + "\n\n" + actual.write());
        }
        return this;
    }
}
