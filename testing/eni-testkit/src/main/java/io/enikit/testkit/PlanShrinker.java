package io.enikit.testkit;

import io.enikit.model.Eni;
import io.enikit.model.Instance;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Quotas;
import io.enikit.model.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds plans that are simpler than one: with fewer resources, with less in them, with plainer addresses. */
final class PlanShrinker {
    private final NetworkPlan plan;

    private PlanShrinker(NetworkPlan plan) {
        this.plan = plan;
    }

    static Stream<NetworkPlan> simpler(NetworkPlan plan) {
        PlanShrinker shrinker = new PlanShrinker(plan);
        return Stream.of(shrinker.fewer(), Merging.of(plan), shrinker.plainer(), shrinker.renumbered())
                .flatMap(stream -> stream)
                .filter(simpler -> !simpler.equals(plan));
    }

    private Stream<NetworkPlan> fewer() {
        return Stream.concat(withoutParts(), plan.instances().stream().map(this::without));
    }

    private Stream<NetworkPlan> withoutParts() {
        return Stream.of(
                        plan.vpcs(),
                        plan.subnets(),
                        plan.instances(),
                        plan.enis(),
                        plan.elasticIps(),
                        plan.securityGroups())
                .flatMap(all -> Sublists.of(List.<Resource>copyOf(all)))
                .map(part -> new Removal(plan).without(part))
                .flatMap(smaller -> Stream.of(smaller, withLowerQuotas(smaller), Renumbering.packed(smaller)));
    }

    /** Leaves the interfaces of an instance where they are, attached to nothing. */
    private NetworkPlan without(Instance instance) {
        NetworkPlan.Builder left = plan.toBuilder().remove(instance.id());
        for (Eni eni : plan.enisOf(instance.id())) {
            left.put(eni.toBuilder()
                    .attachment(Optional.empty())
                    .publicIpv4(Optional.empty())
                    .build());
        }
        return left.build();
    }

    /** Quotas fall by what is used less, so that those that are met or passed are so still. */
    private NetworkPlan withLowerQuotas(NetworkPlan smaller) {
        Quotas quotas = Quotas.awsDefaults();
        Quotas before = Usage.of(plan);
        Quotas after = Usage.of(smaller);
        for (Usage.Quota each : Usage.QUOTAS) {
            int lower = each.of(plan.quotas()) - each.of(before) + each.of(after);
            if (each.of(plan.quotas()) != each.of(quotas) && lower >= each.least()) {
                quotas = each.with(quotas, lower);
            }
        }
        return smaller.toBuilder().quotas(quotas).build();
    }

    private Stream<NetworkPlan> plainer() {
        Stream<NetworkPlan> changed = plan.resources()
                .flatMap(resource -> ResourceShrinker.of(resource)
                        .map(simpler -> plan.toBuilder().put(simpler).build()));
        return Stream.of(Stream.of(withoutDuplicates(), inOneZone(), inOnePlace()), plainerQuotas(), changed)
                .flatMap(stream -> stream);
    }

    private Stream<NetworkPlan> plainerQuotas() {
        Stream<Quotas> plainer =
                Usage.QUOTAS.stream().map(each -> each.with(plan.quotas(), each.of(Quotas.awsDefaults())));
        return Stream.concat(Stream.of(Quotas.awsDefaults()), plainer)
                .map(quotas -> plan.toBuilder().quotas(quotas).build());
    }

    private NetworkPlan inOneZone() {
        NetworkPlan.Builder builder = plan.toBuilder();
        plan.subnets()
                .forEach(subnet -> builder.put(subnet.toBuilder()
                        .availabilityZone(ResourceShrinker.PLAIN_ZONE)
                        .zoneId(Optional.empty())
                        .build()));
        return builder.build();
    }

    /** Leaves out whose the resources are, and all that is said about where. */
    private NetworkPlan inOnePlace() {
        NetworkPlan.Builder builder = plan.toBuilder();
        plan.resources()
                .map(Owned::byNobody)
                .map(resource -> resource.<Resource>match(
                        vpc -> vpc.toBuilder().region(Optional.empty()).build(),
                        subnet -> subnet.toBuilder().zoneId(Optional.empty()).build(),
                        group -> group,
                        instance ->
                                instance.toBuilder().zoneId(Optional.empty()).build(),
                        eni -> eni,
                        elasticIp ->
                                elasticIp.toBuilder().region(Optional.empty()).build()))
                .forEach(builder::put);
        return builder.build();
    }

    private NetworkPlan withoutDuplicates() {
        NetworkPlan.Builder builder = NetworkPlan.builder().quotas(plan.quotas());
        plan.resources().forEach(builder::add);
        return builder.build();
    }

    private Stream<NetworkPlan> renumbered() {
        return Stream.concat(
                Stream.of(Renumbering.ofAll(plan)),
                plan.subnets().stream().map(subnet -> Renumbering.ofInterfaces(plan, subnet)));
    }
}
