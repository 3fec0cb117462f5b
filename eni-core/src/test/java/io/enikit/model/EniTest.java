package io.enikit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EniTest {
    @ParameterizedTest
    @CsvSource({
        "ATTACHING, IN_USE",
        "ATTACHED, IN_USE",
        "DETACHING, DETACHING",
        "DETACHED, AVAILABLE",
    })
    void status_ofAnAttachment_isWhatEc2Shows(AttachmentStatus attachment, EniStatus status) {
        Eni eni = Eni.builder()
                .id("e")
                .subnetId("s")
                .attachment(Attachment.builder()
                        .instanceId("i")
                        .deviceIndex(0)
                        .status(attachment)
                        .build())
                .build();
        assertThat(eni.status()).isEqualTo(status);
    }

    @Test
    void enisOf_instance_areByCardThenIndexThenId() {
        NetworkPlan plan = NetworkPlan.builder()
                .put(at("a", 1, 0))
                .put(at("b", 0, 2))
                .put(at("c", 0, 1))
                .put(at("d", 1, 1))
                .put(at("f", 0, 1))
                .build();
        assertThat(plan.enisOf(InstanceId.of("i")))
                .extracting(eni -> eni.id().toString())
                .containsExactly("c", "f", "b", "a", "d");
    }

    private static Eni at(String id, int card, int index) {
        return Eni.builder()
                .id(id)
                .subnetId("s")
                .attachment(Attachment.builder()
                        .instanceId("i")
                        .networkCardIndex(card)
                        .deviceIndex(index)
                        .build())
                .build();
    }

    @Test
    void duplicates_inAnyOrder_makeEqualPlans() {
        Vpc first = Vpc.builder().id("v").build();
        Vpc one = Vpc.builder().id("v").addCidrBlock("10.0.0.0/16").build();
        Vpc other = Vpc.builder().id("v").addCidrBlock("10.1.0.0/16").build();
        NetworkPlan plan = NetworkPlan.builder().add(first).add(one).add(other).build();
        NetworkPlan same = NetworkPlan.builder().add(first).add(other).add(one).build();
        assertThat(plan.duplicates()).hasSize(2);
        assertThat(same).isEqualTo(plan).hasSameHashCodeAs(plan);
        assertThat(PlanText.write(same)).isEqualTo(PlanText.write(plan));
    }

    @Test
    void duplicates_thatDifferInASmallField_makeEqualPlansInAnyOrder() {
        Eni eni = Eni.builder().id("e").subnetId("s").build();
        Eni unknown = eni.toBuilder().macAddressKnown(false).build();
        Eni ofService = eni.toBuilder().requesterId(Optional.of("amazon-elb")).build();
        assertThat(NetworkPlan.builder()
                        .add(eni)
                        .add(eni)
                        .add(unknown)
                        .add(ofService)
                        .build())
                .isEqualTo(NetworkPlan.builder()
                        .add(eni)
                        .add(ofService)
                        .add(unknown)
                        .add(eni)
                        .build());
    }

    @Test
    void blocks_largerThanAnyOfEc2_overlapAsOthersDo() {
        NetworkPlan plan = NetworkPlan.builder()
                .put(Vpc.builder().id("v").addCidrBlock("0.0.0.0/0").build())
                .put(Subnet.builder()
                        .id("a")
                        .vpcId("v")
                        .availabilityZone("z")
                        .cidrBlock("10.0.0.0/7")
                        .build())
                .put(Subnet.builder()
                        .id("b")
                        .vpcId("v")
                        .availabilityZone("z")
                        .cidrBlock("11.1.0.0/24")
                        .build())
                .build();
        assertThat(io.enikit.rules.Ec2Rules.standard().check(plan).of("subnet.cidr.overlap"))
                .isNotEmpty();
    }
}
