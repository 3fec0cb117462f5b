package io.enikit.testkit;

import static java.util.Objects.requireNonNull;

import io.enikit.ipam.CidrLayout;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on layouts; where one fails, the message shows what is wrong and the text of the layout. */
public final class CidrLayoutAssert extends AbstractAssert<CidrLayoutAssert, CidrLayout> {
    CidrLayoutAssert(@Nullable CidrLayout actual) {
        super(actual, CidrLayoutAssert.class);
    }

    /**
     * Checks that names that both layouts have, with blocks of the same length, are where they were.
     *
     * @param previous the layout before
     * @return this
     */
    public CidrLayoutAssert movedNothingSince(CidrLayout previous) {
        requireNonNull(previous, "previous");
        isNotNull();
        return hasNone(Invariants.brokenBetween(previous, actual), "Expected nothing to move, but");
    }

    /**
     * Checks that blocks are apart from each other and inside of those of the layout.
     *
     * @return this
     */
    public CidrLayoutAssert hasNoOverlaps() {
        isNotNull();
        return hasNone(Invariants.brokenIn(actual), "Expected no overlaps, but");
    }

    private CidrLayoutAssert hasNone(List<String> faults, String expectation) {
        if (!faults.isEmpty()) {
            failWithMessage("%s", expectation + "\n" + String.join("\n", faults) + "\n\n" + actual.write());
        }
        return this;
    }
}
