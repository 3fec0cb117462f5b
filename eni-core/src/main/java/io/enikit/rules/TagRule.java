package io.enikit.rules;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Resource;
import io.enikit.model.ResourceKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** A rule about the tags of resources of all kinds. */
abstract class TagRule extends Rule<Resource> {
    /** All but the plan itself. */
    private static final List<ResourceKind> RESOURCES =
            List.copyOf(EnumSet.complementOf(EnumSet.of(ResourceKind.PLAN)));

    TagRule(RuleInfo info) {
        super(info, RESOURCES);
    }

    @Override
    protected final void check(Resource resource, NetworkPlan plan, Faults faults) {
        if (!resource.tags().isEmpty()) {
            check(resource.tags(), faults);
        }
    }

    abstract void check(Map<String, String> tags, Faults faults);

    static int characters(String text) {
        return text.codePointCount(0, text.length());
    }
}
