package io.enikit.fake;

import io.enikit.model.Attachment;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.Instance;
import io.enikit.model.InstanceId;
import io.enikit.model.InstanceState;
import io.enikit.model.ResourceId;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds what is left of what calls made. */
final class Leaks {
    private Leaks() {}

    static List<Leak> of(List<Leak> made, Function<String, State> states) {
        return made.stream()
                .filter(each -> isLeft(each.id(), states.apply(each.region())))
                .distinct()
                .toList();
    }

    /** What goes with something else is not left by itself: default groups, and interfaces that instances delete. */
    private static boolean isLeft(String id, State state) {
        if (state.gateways().containsKey(id)) {
            return true;
        }
        Optional<ResourceId> found = Ids.find(state, id);
        if (found.isEmpty()) {
            return false;
        }
        ResourceId resource = found.get();
        if (resource instanceof InstanceId instance) {
            return state.plan()
                    .instance(instance)
                    .map(Instance::state)
                    .filter(InstanceState.TERMINATED::equals)
                    .isEmpty();
        }
        if (resource instanceof SecurityGroupId group) {
            return state.plan()
                    .securityGroup(group)
                    .filter(SecurityGroup::isDefault)
                    .isEmpty();
        }
        return !(resource instanceof EniId eni)
                || state.plan()
                        .eni(eni)
                        .flatMap(Eni::attachment)
                        .filter(Attachment::deleteOnTermination)
                        .isEmpty();
    }
}
