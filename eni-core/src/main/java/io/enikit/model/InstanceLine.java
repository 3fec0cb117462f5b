package io.enikit.model;

import java.util.Optional;

/** Writes and reads the line of an instance. */
final class InstanceLine {
    static final String KIND = "instance";

    private InstanceLine() {}

    static PlanLine.Writer write(Instance instance) {
        return PlanLine.of(KIND, instance.id().toString())
                .put("instanceType", instance.instanceType())
                .put("state", instance.state(), InstanceState.RUNNING)
                .put("availabilityZone", instance.availabilityZone())
                .put("zoneId", instance.zoneId())
                .put("ownerId", instance.ownerId())
                .putTags(instance.tags());
    }

    static Optional<Instance> read(PlanLine.Reader line) {
        Instance.Builder instance = Instance.builder();
        line.sharedId(InstanceId::of).ifPresent(instance::id);
        line.require("instanceType", text -> text).ifPresent(instance::instanceType);
        line.take("state", text -> Words.parseEnum(InstanceState.class, text)).ifPresent(instance::state);
        instance.availabilityZone(line.take("availabilityZone", text -> text))
                .zoneId(line.take("zoneId", text -> text))
                .ownerId(line.take("ownerId", text -> text))
                .tags(line.takeTags());
        return line.finish(instance::build);
    }
}
