package io.enikit.testkit;

import io.enikit.diagram.TextDiagram;
import io.enikit.limits.InstanceTypes;
import io.enikit.limits.InstanceUsage;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import java.util.List;

/** Plans as a reader of a failed test wants them: as a picture, and as text to paste into a test. */
final class Pictures {
    private Pictures() {}

    static String of(NetworkPlan plan) {
        return picture(plan) + "\n\n" + PlanText.write(plan);
    }

    static String picture(NetworkPlan plan) {
        return TextDiagram.of(plan)
                .withSlots(InstanceUsage.slotsIn(plan, InstanceTypes.bundled()))
                .toString();
    }

    static String of(List<?> faults, NetworkPlan plan) {
        StringBuilder text = new StringBuilder();
        faults.forEach(fault -> text.append(fault).append('\n'));
        return text.append('\n').append(of(plan)).toString();
    }
}
