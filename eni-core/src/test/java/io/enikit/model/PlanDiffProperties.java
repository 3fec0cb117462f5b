package io.enikit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** A difference is empty exactly between equal plans, leads from one to the other, and back when turned around. */
class PlanDiffProperties {
    @Provide
    Arbitrary<NetworkPlan> plans() {
        return Combinators.combine(
                        resources().list().ofMaxSize(3),
                        Arbitraries.of(0, 5).optional(0.3),
                        Arbitraries.of("Workers", "Spot").list().ofMaxSize(2))
                .as((resources, vpcs, demands) -> {
                    NetworkPlan.Builder plan = NetworkPlan.builder();
                    vpcs.ifPresent(most -> plan.quotas(Quotas.awsDefaults().withVpcs(most)));
                    resources.forEach(plan::add);
                    demands.forEach(name -> plan.addSubnetDemand(
                            SubnetDemand.of(name, List.of(SubnetId.of("a")), 3, AddressDemand.ofPrimary())));
                    return plan.build();
                });
    }

    private static Arbitrary<Resource> resources() {
        Arbitrary<String> id = Arbitraries.of("a", "b");
        Arbitrary<String> text = Arbitraries.of("", "x", "a b=c");
        return Arbitraries.oneOf(
                id.map(each ->
                        Vpc.builder().id(each).addCidrBlock("10.0.0.0/16").build()),
                Combinators.combine(id, Arbitraries.of(true, false))
                        .as((each, on) -> Subnet.builder()
                                .id(each)
                                .vpcId("v")
                                .availabilityZone("z")
                                .mapPublicIpOnLaunch(on)
                                .build()),
                Combinators.combine(
                                id,
                                text,
                                text.optional(),
                                Arbitraries.integers().between(-1, 1),
                                Arbitraries.of("10.0.0.4", "10.0.0.5", "10.0.0.6")
                                        .list()
                                        .uniqueElements())
                        .as((each, description, tag, index, addresses) -> {
                            Eni.Builder eni =
                                    Eni.builder().id(each).subnetId("s").description(description);
                            addresses.forEach(eni::secondaryPrivateIpAddress);
                            tag.ifPresent(value -> eni.putTag("Name", value));
                            return index < 0
                                    ? eni.build()
                                    : eni.attachment("i", index).build();
                        }));
    }

    @Property
    void between_anyTwoPlans_isEmptyExactlyIfTheyAreEqual(
            @ForAll("plans") NetworkPlan before, @ForAll("plans") NetworkPlan after) {
        PlanDiff diff = PlanDiff.between(before, after);
        assertThat(diff.isEmpty()).isEqualTo(before.equals(after));
        assertThat(diff.toString().isEmpty()).isEqualTo(before.equals(after));
        assertThat(PlanDiff.between(before, before).isEmpty()).isTrue();
        assertThat(diff.changed())
                .allSatisfy(change -> assertThat(change.fields())
                        .isNotEmpty()
                        .allSatisfy(
                                (name, values) -> assertThat(values.before()).isNotEqualTo(values.after())));
        Statistics.collect(diff.isEmpty() ? "equal" : "different");
    }

    @Property
    @SuppressWarnings("ArgumentSelectionDefectChecker") // turned around on purpose
    void between_turnedAround_isTheMirror(@ForAll("plans") NetworkPlan before, @ForAll("plans") NetworkPlan after) {
        PlanDiff there = PlanDiff.between(before, after);
        PlanDiff back = PlanDiff.between(after, before);
        assertThat(back.added()).isEqualTo(there.removed());
        assertThat(back.removed()).isEqualTo(there.added());
        assertThat(back.addedDuplicates()).isEqualTo(there.removedDuplicates());
        assertThat(back.removedDuplicates()).isEqualTo(there.addedDuplicates());
        assertThat(back.addedDemands()).isEqualTo(there.removedDemands());
        assertThat(back.removedDemands()).isEqualTo(there.addedDemands());
        assertThat(values(back, values -> new PlanDiff.Values(values.after(), values.before())))
                .isEqualTo(values(there, values -> values));
    }

    private static List<String> values(PlanDiff diff, Function<PlanDiff.Values, PlanDiff.Values> turn) {
        return diff.changed().stream()
                .flatMap(change -> change.fields().entrySet().stream()
                        .map(field -> change.id() + " " + field.getKey() + " " + turn.apply(field.getValue())))
                .toList();
    }

    @Property
    void between_addedRemovedAndChanged_leadFromOnePlanToTheOther(
            @ForAll("plans") NetworkPlan before, @ForAll("plans") NetworkPlan after) {
        PlanDiff diff = PlanDiff.between(before, after);
        NetworkPlan.Builder patched = before.toBuilder().quotas(after.quotas());
        diff.removed().forEach(each -> patched.remove(each.resourceId()));
        diff.added().forEach(patched::put);
        diff.changed().stream()
                .flatMap(change -> after.find(change.id()).stream())
                .forEach(patched::put);
        assertThat(patched.build().resources())
                .containsExactlyElementsOf(after.resources().toList());
    }
}
