package io.enikit.testkit;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.model.PlanDiff;
import io.enikit.model.Resource;
import io.enikit.model.ResourceId;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on what two plans differ in; where one fails, the message shows the difference. */
public final class PlanDiffAssert extends AbstractAssert<PlanDiffAssert, PlanDiff> {
    PlanDiffAssert(@Nullable PlanDiff actual) {
        super(actual, PlanDiffAssert.class);
    }

    /**
     * Checks that the plans are equal.
     *
     * @return this
     */
    public PlanDiffAssert isEmpty() {
        isNotNull();
        return expect("equal plans", actual.isEmpty());
    }

    /**
     * Checks which resources only the second plan has.
     *
     * @param ids the ids of all of them, in any order
     * @return this
     */
    public PlanDiffAssert addsOnly(String... ids) {
        isNotNull();
        return expect("added", ids, actual.added().stream().map(Resource::resourceId));
    }

    /**
     * Checks which resources only the first plan has.
     *
     * @param ids the ids of all of them, in any order
     * @return this
     */
    public PlanDiffAssert removesOnly(String... ids) {
        isNotNull();
        return expect("removed", ids, actual.removed().stream().map(Resource::resourceId));
    }

    /**
     * Checks which resources both plans have and differ in.
     *
     * @param ids the ids of all of them, in any order
     * @return this
     */
    public PlanDiffAssert changesOnly(String... ids) {
        isNotNull();
        return expect("changed", ids, actual.changed().stream().map(PlanDiff.Change::id));
    }

    private PlanDiffAssert expect(String how, String[] ids, Stream<ResourceId> found) {
        List<String> expected = ImmutableList.copyOf(requireNonNull(ids, "ids")).stream()
                .sorted()
                .toList();
        return expect(
                expected + " and nothing else to be " + how,
                found.map(ResourceId::toString).sorted().toList().equals(expected));
    }

    private PlanDiffAssert expect(String expected, boolean met) {
        if (!met) {
            throw failure("%s", "Expected " + expected + ", but the plans differ in\n" + actual);
        }
        return this;
    }
}
