package io.enikit.rules;

import io.enikit.model.Attachment;
import io.enikit.model.Eni;
import io.enikit.model.Instance;
import io.enikit.model.NetworkPlan;
import io.enikit.model.ResourceId;
import io.enikit.model.Subnet;
import java.util.Optional;
import java.util.function.BiFunction;

/** Adds to a fault what EC2's messages say of its subject: the ids of what it belongs to, its place and type. */
final class SubjectValues {
    private SubjectValues() {}

    static Fault of(ResourceId subject, NetworkPlan plan, Fault found) {
        Fault fault = found.withDefault("detail", found.detail());
        return plan.find(subject)
                .map(resource -> resource.<Fault>match(
                        vpc -> fault.withDefault("vpc", vpc.id()),
                        subnet -> of(subnet, fault.withDefault("subnet", subnet.id())),
                        group -> fault.withDefault("group", group.id())
                                .withDefault("vpc", group.vpcId())
                                .withDefault("name", group.groupName()),
                        instance -> of(instance, fault),
                        eni -> of(eni, plan, fault),
                        elasticIp -> elasticIp
                                .association()
                                .flatMap(association -> plan.eni(association.eniId()))
                                .map(eni -> of(eni, plan, fault))
                                .orElse(fault)
                                .withDefault("allocation", elasticIp.id())))
                .orElse(fault);
    }

    private static Fault of(Subnet subnet, Fault fault) {
        Fault with = fault.withDefault("vpc", subnet.vpcId()).withDefault("zone", subnet.availabilityZone());
        with = of(subnet.cidrBlock(), with, (block, so) -> so.withDefault("cidr", block));
        return of(subnet.ipv6CidrBlock(), with, (block, so) -> so.withDefault("ipv6Cidr", block));
    }

    private static Fault of(Instance instance, Fault fault) {
        return fault.withDefault("instance", instance.id()).withDefault("type", instance.instanceType());
    }

    private static Fault of(Eni eni, NetworkPlan plan, Fault fault) {
        Fault with = fault.withDefault("eni", eni.id()).withDefault("subnet", eni.subnetId());
        with = of(plan.subnet(eni.subnetId()), with, SubjectValues::of);
        with = of(eni.instanceId().flatMap(plan::instance), with, SubjectValues::of);
        if (eni.attachment().isPresent()) {
            Attachment place = eni.attachment().get();
            with = with.withDefault("deviceIndex", place.deviceIndex()).withDefault("card", place.networkCardIndex());
            with = of(place.instanceId(), with, (instance, so) -> so.withDefault("instance", instance));
        }
        return with;
    }

    private static <T> Fault of(Optional<T> value, Fault fault, BiFunction<T, Fault, Fault> with) {
        return value.map(present -> with.apply(present, fault)).orElse(fault);
    }
}
