package io.enikit.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.operations.AssociateVpcCidrBlock;
import io.enikit.operations.CreateEni;
import io.enikit.operations.DeleteEni;
import io.enikit.operations.DetachEni;
import io.enikit.operations.Ec2;
import io.enikit.operations.ModifyEni;
import io.enikit.operations.Operation;
import io.enikit.operations.TagResource;
import io.enikit.operations.UntagResource;
import io.enikit.rules.Ec2Rules;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanDiffTest {
    private static final NetworkPlan PLAN = PlanText.read("""
            eni-plan 1
            vpc main cidrBlocks=10.0.0.0/16
            subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24
            group default vpc=main
            instance app instanceType=m5.large
            eni app/eth0 subnet=a privateIpAddresses=10.0.0.10* groups=default instance=app deviceIndex=0
            eni app/eth1 subnet=a privateIpAddresses=10.0.0.11* groups=default instance=app deviceIndex=1
            eni spare subnet=a privateIpAddresses=10.0.0.20* groups=default tag:Name=front%20door
            end
            """);

    private static PlanDiff after(Operation... operations) {
        return PlanDiff.between(
                PLAN, Ec2.enforcing(Ec2Rules.standard()).apply(PLAN, operations).orElseThrow());
    }

    @Test
    void between_equalPlans_isEmpty() {
        PlanDiff diff = PlanDiff.between(PLAN, PlanText.read(PlanText.write(PLAN)));
        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff).hasToString("");
    }

    @Test
    void between_planAndItsChange_namesResourcesAndFields() {
        PlanDiff diff = after(
                DetachEni.of("app/eth1"),
                ModifyEni.of("app/eth1").withSourceDestCheck(false),
                TagResource.of(EniId.of("app/eth0"), "Name", "b"),
                AssociateVpcCidrBlock.of("main").withCidrBlock("10.1.0.0/16"),
                DeleteEni.of("spare"),
                CreateEni.of("new", "a"));
        assertThat(diff).hasToString("""
                ~ vpc main cidrBlocks: 10.0.0.0/16 -> 10.0.0.0/16,10.1.0.0/16
                ~ eni app/eth0 tag:Name: - -> b
                ~ eni app/eth1 attachmentStatus: attached -> -; deleteOnTermination: false -> -; deviceIndex: 1 -> -;\
                 instance: app -> -; networkCardIndex: 0 -> -; sourceDestCheck: true -> false
                - eni spare subnet=a privateIpAddresses=10.0.0.20* groups=default tag:Name=front%20door
                + eni new subnet=a privateIpAddresses=10.0.0.4* groups=default""");
    }

    @Test
    void changed_field_hasBothValues() {
        PlanDiff diff = after(ModifyEni.of("spare").withDescription("next to it"));
        assertThat(diff.changed()).singleElement().satisfies(change -> {
            assertThat(change.id()).isEqualTo(EniId.of("spare"));
            assertThat(change.fields())
                    .containsOnlyKeys("description")
                    .containsValue(new PlanDiff.Values(Optional.empty(), Optional.of("next%20to%20it")));
        });
        assertThat(diff.added()).isEmpty();
        assertThat(diff.removed()).isEmpty();
    }

    @Test
    void between_addressesInAnotherOrder_isSaidWhereNothingElseOfTheInterfaceChanged() {
        NetworkPlan before = PlanText.read("""
                eni-plan 1
                eni e subnet=a privateIpAddresses=10.0.0.10*,10.0.0.11,10.0.0.12 ipv6Addresses=2001:db8::5,2001:db8::6
                end
                """);
        NetworkPlan reordered = PlanText.read("""
                eni-plan 1
                eni e subnet=a privateIpAddresses=10.0.0.10*,10.0.0.12,10.0.0.11 ipv6Addresses=2001:db8::6,2001:db8::5
                end
                """);
        assertThat(before).isNotEqualTo(reordered);
        assertThat(PlanDiff.between(before, reordered))
                .hasToString("~ eni e ipv6Addresses: 2001:db8::5,2001:db8::6 -> 2001:db8::6,2001:db8::5;"
                        + " privateIpAddresses: 10.0.0.10*,10.0.0.11,10.0.0.12 -> 10.0.0.10*,10.0.0.12,10.0.0.11");
        Eni eni = reordered.eni("e").orElseThrow();
        NetworkPlan described = reordered.toBuilder()
                .put(eni.toBuilder().description("next").build())
                .build();
        assertThat(PlanDiff.between(before, described)).hasToString("~ eni e description: - -> next");
        NetworkPlan more = reordered.toBuilder()
                .put(eni.toBuilder().secondaryPrivateIpAddress("10.0.0.9").build())
                .build();
        assertThat(PlanDiff.between(before, more))
                .hasToString("~ eni e privateIpAddresses: 10.0.0.10*,10.0.0.11,10.0.0.12 ->"
                        + " 10.0.0.10*,10.0.0.12,10.0.0.11,10.0.0.9");
    }

    @Test
    void values_absentAndEmptyAndADash_readDifferently() {
        PlanDiff diff = after(
                TagResource.of(EniId.of("spare"), "dash", "-"),
                TagResource.of(EniId.of("spare"), "empty", ""),
                UntagResource.of(EniId.of("spare"), "Name"));
        assertThat(diff)
                .hasToString("~ eni spare tag:Name: front%20door -> -; tag:dash: - -> %2d; tag:empty: - -> \"\"");
        assertThat(diff.changed().get(0).fields())
                .containsEntry("tag:dash", new PlanDiff.Values(Optional.empty(), Optional.of("-")))
                .containsEntry("tag:empty", new PlanDiff.Values(Optional.empty(), Optional.of("")));
    }

    @Test
    void between_quotas_areAChangeOfThePlan() {
        NetworkPlan raised = PLAN.toBuilder().quotas(PLAN.quotas().withVpcs(9)).build();
        assertThat(PlanDiff.between(PLAN, raised)).hasToString("~ quotas vpcs: 5 -> 9");
    }

    /** Each changes one thing, and all of these differences are different. */
    @Test
    void differences_withEqualParts_areEqual() {
        SubnetDemand demand = SubnetDemand.of("Workers", List.of(SubnetId.of("a")), 1, AddressDemand.ofPrimary());
        Eni spare = PLAN.eni("spare").orElseThrow();
        List<NetworkPlan> others = List.of(
                PLAN,
                PLAN.toBuilder().put(Vpc.builder().id("more").build()).build(),
                PLAN.toBuilder().remove(EniId.of("spare")).build(),
                PLAN.toBuilder()
                        .put(spare.toBuilder().description("next").build())
                        .build(),
                PLAN.toBuilder()
                        .put(spare.toBuilder().description("last").build())
                        .build(),
                PLAN.toBuilder().add(spare).build(),
                PLAN.toBuilder().addSubnetDemand(demand).build());
        for (int i = 0; i < others.size(); i++) {
            PlanDiff one = PlanDiff.between(PLAN, others.get(i));
            PlanDiff back = PlanDiff.between(others.get(i), PLAN);
            assertThat(one)
                    .isEqualTo(PlanDiff.between(PLAN, others.get(i)))
                    .hasSameHashCodeAs(PlanDiff.between(PLAN, others.get(i)));
            assertThat(one.isEmpty()).isEqualTo(i == 0);
            assertThat(one.equals(back)).isEqualTo(i == 0);
            assertThat(one.added()).isEqualTo(back.removed());
            assertThat(one.addedDuplicates()).isEqualTo(back.removedDuplicates());
            assertThat(one.addedDemands()).isEqualTo(back.removedDemands());
            for (int j = 0; j < i; j++) {
                PlanDiff other = PlanDiff.between(PLAN, others.get(j));
                assertThat(one).as(i + " and " + j).isNotEqualTo(other);
                assertThat(one.hashCode()).as(i + " and " + j).isNotEqualTo(other.hashCode());
            }
        }
        assertThat(PlanDiff.between(PLAN, others.get(1)).added()).hasSize(1);
        assertThat(PlanDiff.between(PLAN, others.get(2)).removed()).containsExactly(spare);
        assertThat(PlanDiff.between(PLAN, others.get(5)).addedDuplicates()).containsExactly(spare);
        assertThat(PlanDiff.between(others.get(5), PLAN)).hasToString("- duplicate " + PlanText.lineOf(spare));
        assertThat(PlanDiff.between(PLAN, others.get(5))).hasToString("+ duplicate " + PlanText.lineOf(spare));
        assertThat(PlanDiff.between(PLAN, others.get(6)).addedDemands()).containsExactly(demand);
    }

    @Test
    void changes_withEqualParts_areEqual() {
        PlanDiff.Change one =
                after(ModifyEni.of("spare").withDescription("next")).changed().get(0);
        PlanDiff.Change same =
                after(ModifyEni.of("spare").withDescription("next")).changed().get(0);
        PlanDiff.Change other =
                after(ModifyEni.of("spare").withDescription("last")).changed().get(0);
        assertThat(one)
                .isEqualTo(same)
                .hasSameHashCodeAs(same)
                .isNotEqualTo(other)
                .isNotEqualTo("a text");
        assertThat(one.hashCode()).isNotEqualTo(other.hashCode());
        PlanDiff.Values values = new PlanDiff.Values(Optional.of("a"), Optional.of("b"));
        PlanDiff.Values others = new PlanDiff.Values(Optional.of("a"), Optional.of("c"));
        assertThat(values)
                .isEqualTo(new PlanDiff.Values(Optional.of("a"), Optional.of("b")))
                .isNotEqualTo(others)
                .isNotEqualTo(new PlanDiff.Values(Optional.empty(), Optional.of("b")));
        assertThat(values.hashCode()).isNotEqualTo(others.hashCode());
        assertThat(values).isNotEqualTo("a text");
    }

    @Test
    void between_duplicates_areKeptApart() {
        NetworkPlan twice = PLAN.toBuilder()
                .add(PLAN.eni("spare").orElseThrow())
                .add(PLAN.eni("spare").orElseThrow())
                .build();
        NetworkPlan once = PLAN.toBuilder().add(PLAN.eni("spare").orElseThrow()).build();
        assertThat(PlanDiff.between(once, twice).addedDuplicates()).hasSize(1);
        assertThat(PlanDiff.between(twice, PLAN).toString().lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).startsWith("- duplicate eni spare "));
    }
}
