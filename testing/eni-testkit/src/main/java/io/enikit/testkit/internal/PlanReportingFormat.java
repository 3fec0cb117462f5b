package io.enikit.testkit.internal;

import io.enikit.diagram.TextDiagram;
import io.enikit.ipam.CidrLayout;
import io.enikit.ipam.CidrPool;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.testkit.OperationSequence;
import net.jqwik.api.SampleReportingFormat;

/** Reports samples as a reader wants them: plans as picture and text, pools and layouts as text. */
public final class PlanReportingFormat implements SampleReportingFormat {
    /** A line that looks empty; without one this long, jqwik joins short texts to one line, which nothing reads. */
    private static final String APART = " ".repeat(100) + "\n";

    /** Makes the format. */
    public PlanReportingFormat() {}

    @Override
    public boolean appliesTo(Object value) {
        return value instanceof NetworkPlan
                || value instanceof OperationSequence
                || value instanceof CidrPool
                || value instanceof CidrLayout;
    }

    @Override
    public Object report(Object value) {
        return SampleReportingFormat.plainLabel("\n" + text(value));
    }

    private static String text(Object value) {
        if (value instanceof NetworkPlan plan) {
            return TextDiagram.of(plan) + "\n" + APART + PlanText.write(plan);
        } else if (value instanceof CidrPool pool) {
            return APART + pool.write();
        } else if (value instanceof CidrLayout layout) {
            return APART + layout.write();
        }
        return APART + value;
    }
}
