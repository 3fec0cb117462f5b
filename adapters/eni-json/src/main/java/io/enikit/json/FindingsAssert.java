package io.enikit.json;

import static java.util.Objects.requireNonNull;

import io.enikit.model.ResourceId;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on what was found in files, for AssertJ, which is not brought along; where one fails, the message shows the
 * findings.
 *
 * <pre>{@code
 * Reading reading = PlanReader.create().read(Path.of("subnets.json"), Path.of("enis.json"));
 * FindingsAssert.assertThat(reading.check(Ec2Rules.standard())).hasNoErrors();
 * }</pre>
 */
public final class FindingsAssert extends AbstractAssert<FindingsAssert, Findings> {
    private FindingsAssert(@Nullable Findings actual) {
        super(actual, FindingsAssert.class);
    }

    /**
     * Starts assertions on findings.
     *
     * @param actual the findings
     * @return the assertions
     */
    public static FindingsAssert assertThat(@Nullable Findings actual) {
        return new FindingsAssert(actual);
    }

    /**
     * Checks that EC2 would refuse nothing; warnings and unknown values are let through.
     *
     * @return this
     */
    public FindingsAssert hasNoErrors() {
        isNotNull();
        return expect("no errors", !actual.hasErrors());
    }

    /**
     * Checks that nothing was unknown, so that everything was checked.
     *
     * @return this
     */
    public FindingsAssert knowsAll() {
        isNotNull();
        return expect("no unknown values", actual.unknowns().isEmpty());
    }

    /**
     * Checks that all ids that are mentioned are those of resources that were read.
     *
     * @return this
     */
    public FindingsAssert hasNothingOutside() {
        isNotNull();
        return expect(
                "nothing outside of what was read, not " + actual.outside(),
                actual.outside().isEmpty());
    }

    /**
     * Checks that something breaks a rule; others may be broken as well.
     *
     * @param idOrPrefix the id of the rule, or the first parts of the ids of several such as {@code eni.attach}
     * @return this
     */
    public FindingsAssert violates(String idOrPrefix) {
        isNotNull();
        return expect(
                "a violation of " + requireNonNull(idOrPrefix, "idOrPrefix"),
                !actual.report().of(idOrPrefix).isEmpty());
    }

    /**
     * Checks that something of a resource breaks a rule; others may be broken as well.
     *
     * @param idOrPrefix the id of the rule, or the first parts of the ids of several such as {@code eni.attach}
     * @param subject the resource
     * @return this
     */
    public FindingsAssert violates(String idOrPrefix, ResourceId subject) {
        isNotNull();
        requireNonNull(subject, "subject");
        return expect(
                "a violation of " + requireNonNull(idOrPrefix, "idOrPrefix") + " by " + subject,
                actual.report().of(idOrPrefix).stream()
                        .anyMatch(violation -> violation.subject().equals(subject)));
    }

    private FindingsAssert expect(String expected, boolean met) {
        if (!met) {
            throw failure("%s", "Expected " + expected + ", but\n" + actual);
        }
        return this;
    }
}
