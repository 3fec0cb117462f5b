package io.enikit.rules;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Resource;
import java.util.List;
import java.util.Map;

/** A rule about the tags of resources of all kinds. */
abstract class TagRule extends Rule<Resource> {
    TagRule(RuleInfo info) {
        super(info, Resource.class, List.of(Resource.class.getPermittedSubclasses()));
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
