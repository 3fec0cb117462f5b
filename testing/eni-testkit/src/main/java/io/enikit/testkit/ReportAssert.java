package io.enikit.testkit;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.rules.Report;
import io.enikit.rules.Violation;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on reports; where one fails, the message shows the report. */
public final class ReportAssert extends AbstractAssert<ReportAssert, Report> {
    ReportAssert(@Nullable Report actual) {
        super(actual, ReportAssert.class);
    }

    /**
     * Checks that the report holds nothing, not even a warning.
     *
     * @return this
     */
    public ReportAssert isEmpty() {
        isNotNull();
        return expect("an empty report", actual.isEmpty());
    }

    /**
     * Checks that the report holds no errors; warnings are let through.
     *
     * @return this
     */
    public ReportAssert hasNoErrors() {
        isNotNull();
        return expect("no errors", !actual.hasErrors());
    }

    /**
     * Checks that the report holds a violation of a rule; it may hold others as well.
     *
     * @param idOrPrefix the id of the rule, or the first parts of the ids of several such as {@code eni.attach}
     * @return this
     */
    public ReportAssert violates(String idOrPrefix) {
        isNotNull();
        return expect(
                "a violation of " + requireNonNull(idOrPrefix, "idOrPrefix"),
                !actual.of(idOrPrefix).isEmpty());
    }

    /**
     * Checks that the report holds violations of these rules, each one at least, and of no other.
     *
     * @param rules the ids of the rules
     * @return this
     */
    public ReportAssert violatesOnly(String... rules) {
        isNotNull();
        List<String> expected = ImmutableList.copyOf(requireNonNull(rules, "rules")).stream()
                .sorted()
                .distinct()
                .toList();
        return expect(
                "violations of " + expected + " only",
                actual.violations().stream()
                        .map(Violation::rule)
                        .sorted()
                        .distinct()
                        .toList()
                        .equals(expected));
    }

    private ReportAssert expect(String expected, boolean met) {
        if (!met) {
            throw failure("%s", "Expected " + expected + ", but the report is\n" + actual);
        }
        return this;
    }
}
