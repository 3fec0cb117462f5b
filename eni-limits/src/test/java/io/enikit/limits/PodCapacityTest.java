package io.enikit.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodCapacityTest {
    private static PodCapacity capacity(String instanceType) {
        return PodCapacity.of(InstanceTypes.bundled().limits(instanceType));
    }

    @Test
    void m5Large_everyMode_isCountedAndExplained() {
        PodCapacity m5 = capacity("m5.large");
        assertThat(m5.withSecondaryIps()).isEqualTo(29);
        assertThat(m5.explain()).isEqualTo("3 ENIs × (10 − 1) addresses + 2 = 29");
        assertThat(m5.withPrefixesUncapped()).isEqualTo(434);
        assertThat(m5.withPrefixes()).isEqualTo(110);
        assertThat(m5.explainPrefixes())
                .isEqualTo("3 ENIs × (10 − 1) prefixes × 16 + 2 = 434, capped at 110 (2 vCPUs, 30 or fewer)");
        assertThat(m5.withBranchInterfaces()).hasValue(9);
        assertThat(m5.explainBranchInterfaces()).isEqualTo("9 branch interfaces × 1 pod = 9");
        assertThat(m5).hasToString("m5.large: 3 ENIs × (10 − 1) addresses + 2 = 29");
    }

    @Test
    void equals_sameLimitsAndMode_areEqual() {
        PodCapacity m5 = capacity("m5.large");
        assertThat(m5).isEqualTo(capacity("m5.large")).hasSameHashCodeAs(capacity("m5.large"));
        assertThat(m5.onAllCards().customNetworking())
                .isEqualTo(m5.customNetworking().onAllCards());
        assertThat(m5)
                .isNotEqualTo(m5.onAllCards())
                .isNotEqualTo(m5.customNetworking())
                .isNotEqualTo(capacity("m5.xlarge"));
    }

    @Test
    void m5Large_customNetworking_leavesThePrimaryInterfaceOut() {
        PodCapacity m5 = capacity("m5.large").customNetworking();
        assertThat(m5.withSecondaryIps()).isEqualTo(20);
        assertThat(m5.explain()).isEqualTo("(3 − 1) ENIs × (10 − 1) addresses + 2 = 20");
        assertThat(m5.withPrefixesUncapped()).isEqualTo((3 - 1) * (10 - 1) * 16 + 2);
        assertThat(m5.explainPrefixes())
                .isEqualTo("(3 − 1) ENIs × (10 − 1) prefixes × 16 + 2 = 290, capped at 110 (2 vCPUs, 30 or fewer)");
    }

    @Test
    void p5With32Cards_defaultCard_isCapped() {
        PodCapacity p5 = capacity("p5.48xlarge");
        assertThat(p5.withSecondaryIps()).isEqualTo(100);
        assertThat(p5.withPrefixesUncapped()).isEqualTo(1570);
        assertThat(p5.withPrefixes()).isEqualTo(250);
        assertThat(p5.explainPrefixes())
                .isEqualTo("2 ENIs × (50 − 1) prefixes × 16 + 2 = 1570, capped at 250 (192 vCPUs, more than 30)");
    }

    @ParameterizedTest
    @CsvSource({
        "p4d.24xlarge, 737, 2942, 11762, 4, 60",
        "c6in.32xlarge, 394, 786, 6274, 2, 16",
        "trn1.32xlarge, 247, 1962, 3922, 8, 40",
        "p6-b300.48xlarge, 198, 3334, 3138, 17, 68",
        "p5.48xlarge, 100, 3138, 1570, 32, 64",
    })
    void severalCards_defaultOrAll_areCountedApart(
            String type, int onDefaultCard, int onAllCards, int prefixes, int cards, int interfaces) {
        PodCapacity capacity = capacity(type);
        assertThat(capacity.withSecondaryIps()).isEqualTo(onDefaultCard);
        assertThat(capacity.withPrefixesUncapped()).isEqualTo(prefixes);
        assertThat(capacity.withPrefixes()).isEqualTo(250);
        assertThat(capacity.onAllCards().withSecondaryIps()).isEqualTo(onAllCards);
        assertThat(capacity.onAllCards().explain())
                .isEqualTo("%d ENIs on %d cards × (50 − 1) addresses + 2 = %d", interfaces, cards, onAllCards);
        assertThat(capacity.onAllCards().customNetworking().withSecondaryIps()).isEqualTo(onAllCards - 49);
    }

    @ParameterizedTest
    @CsvSource({"t3.medium, 17", "m5.4xlarge, 234", "c8i.large, 59", "m5.24xlarge, 737", "t2.nano, 4"})
    void withSecondaryIps_knownTypes_areThoseOfThePublicList(String type, int pods) {
        assertThat(capacity(type).withSecondaryIps()).isEqualTo(pods);
    }

    @Test
    void withPrefixes_vcpusNotGiven_areARange() {
        InstanceLimits known = InstanceTypes.bundled().limits("m5.large");
        PodCapacity unknown = PodCapacity.of(
                known.toBuilder().defaultVcpus(OptionalInt.empty()).build());
        assertThat(unknown.recommendedMaximum()).isEmpty();
        assertThat(unknown.withPrefixesRange()).hasToString("110 to 250").isEqualTo(new PodRange(110, 250));
        assertThat(unknown.withPrefixes()).isEqualTo(110);
        assertThat(unknown.explainPrefixes())
                .isEqualTo(
                        "3 ENIs × (10 − 1) prefixes × 16 + 2 = 434, capped at 110 to 250 (vCPUs not given: 110 for 30 or"
                                + " fewer, 250 for more)");
        assertThat(PodCapacity.of(known).withPrefixesRange()).hasToString("110").matches(PodRange::isExact);
    }

    @Test
    void withPrefixes_vcpusNotGivenAndFewAddresses_areKnownAllTheSame() {
        InstanceLimits small = InstanceTypes.bundled().limits("t3.nano").toBuilder()
                .defaultVcpus(OptionalInt.empty())
                .build();
        assertThat(PodCapacity.of(small).withPrefixesRange()).isEqualTo(new PodRange(34, 34));
        assertThat(PodCapacity.of(small).explainPrefixes()).contains("= 34, within any cap (vCPUs not given");
    }

    @Test
    void withPrefixes_ofEveryType_areNeverMoreThanTheHighestCap() {
        assertThat(InstanceTypes.bundled().stream().map(PodCapacity::of))
                .allSatisfy(capacity ->
                        assertThat(capacity.withPrefixesRange().most()).isLessThanOrEqualTo(250));
    }

    @ParameterizedTest
    @CsvSource({"1, 110", "30, 110", "31, 250"})
    void recommendedMaximum_aroundThirtyVcpus_changesAbove(int vcpus, int cap) {
        InstanceLimits m5 = InstanceTypes.bundled().limits("m5.large");
        PodCapacity capacity = PodCapacity.of(m5.toBuilder().defaultVcpus(vcpus).build());
        assertThat(capacity.recommendedMaximum()).hasValue(cap);
    }

    @Test
    void withPrefixes_fewAddresses_staysWithinTheCap() {
        assertThat(capacity("t3.nano").withPrefixes()).isEqualTo(34);
        assertThat(capacity("t3.nano").explainPrefixes())
                .isEqualTo("2 ENIs × (2 − 1) prefixes × 16 + 2 = 34, within the cap of 110 (2 vCPUs, 30 or fewer)");
    }

    @Test
    void withPrefixes_onXen_fallsBackToAddresses() {
        PodCapacity t2 = capacity("t2.micro");
        assertThat(t2.withPrefixes()).isEqualTo(4);
        assertThat(t2.explainPrefixes())
                .isEqualTo("2 ENIs × (2 − 1) addresses + 2 = 4 (Xen takes no prefixes),"
                        + " within the cap of 110 (1 vCPU, 30 or fewer)");
    }

    @Test
    void withBranchInterfaces_noneOrNotGiven_areToldApart() {
        assertThat(capacity("t2.micro").explainBranchInterfaces()).isEqualTo("t2.micro takes no trunk interface = 0");
        InstanceLimits silent = InstanceTypes.bundled().limits("m5.large").toBuilder()
                .branchInterfaces(OptionalInt.empty())
                .build();
        assertThat(PodCapacity.of(silent).withBranchInterfaces()).isEmpty();
        assertThat(PodCapacity.of(silent).explainBranchInterfaces())
                .isEqualTo("branch interfaces of m5.large not given");
    }

    @Test
    void everyType_anyMode_agreesWithItsExplanation() {
        assertThat(InstanceTypes.bundled().stream()).allSatisfy(limits -> {
            PodCapacity capacity = PodCapacity.of(limits);
            assertThat(capacity.explain()).endsWith(" = " + capacity.withSecondaryIps());
            assertThat(capacity.customNetworking().withSecondaryIps()).isLessThan(capacity.withSecondaryIps());
            assertThat(capacity.withPrefixes()).isLessThanOrEqualTo(capacity.withPrefixesUncapped());
            assertThat(capacity.onAllCards().withSecondaryIps()).isGreaterThanOrEqualTo(capacity.withSecondaryIps());
        });
    }
}
