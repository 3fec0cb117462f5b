package io.enikit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.ipam.CidrLayout;
import io.enikit.ipam.CidrPool;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.net.Cidr;
import io.enikit.testkit.internal.PlanReportingFormat;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.StreamSupport;
import net.jqwik.api.SampleReportingFormat;
import org.junit.jupiter.api.Test;

/** What a failed property shows of its sample. */
class ReportingTest {
    private static final SampleReportingFormat FORMAT = StreamSupport.stream(
                    ServiceLoader.load(SampleReportingFormat.class).spliterator(), false)
            .filter(PlanReportingFormat.class::isInstance)
            .findFirst()
            .orElseThrow();

    @Test
    void report_plan_isPictureAndTextToPaste() {
        NetworkPlan plan = ValidPlans.ofInstances(1, 1).plan(42);
        assertThat(FORMAT.appliesTo(plan)).isTrue();
        assertThat(FORMAT.report(plan).toString()).contains("\nVPC main ").endsWith(" \n" + PlanText.write(plan));
    }

    @Test
    void report_sequence_isThePlanAndALineForEachOperation() {
        OperationSequence calls = OperationSequences.all().sequence(42);
        assertThat(FORMAT.appliesTo(calls)).isTrue();
        assertThat(FORMAT.report(calls).toString())
                .contains(PlanText.write(calls.start()))
                .contains(calls.operations().get(0).toString());
    }

    @Test
    void report_poolAndLayout_areTheirTexts() {
        CidrPool pool = Pools.pool(42);
        assertThat(FORMAT.report(pool).toString())
                .isEqualToIgnoringWhitespace(pool.write())
                .endsWith("\n" + pool.write());
        assertThat(FORMAT.report(Layouts.layout(42)).toString())
                .endsWith("\n" + Layouts.layout(42).write());
        assertThat(FORMAT.appliesTo("a text")).isFalse();
    }

    /** jqwik puts what is shorter than a hundred characters on one line. */
    @Test
    void report_smallSamples_areTooLongForOneLine() {
        NetworkPlan plan = PlanText.read("eni-plan 1\nend\n");
        CidrPool pool = CidrPool.of(Cidr.parse("10.0.0.0/16"));
        CidrLayout layout = CidrLayout.empty(Cidr.parse("10.0.0.0/16"));
        OperationSequence calls = OperationSequence.of(plan, List.of());
        assertThat(List.of(plan, pool, layout, calls))
                .allSatisfy(each -> assertThat(String.join(
                                " ", FORMAT.report(each).toString().lines().toList()))
                        .hasSizeGreaterThan(100));
    }
}
