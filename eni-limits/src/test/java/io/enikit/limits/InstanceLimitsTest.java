package io.enikit.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceLimitsTest {
    private static InstanceLimits.Builder mine() {
        return InstanceLimits.builder()
                .instanceType("x99.large")
                .addNetworkCard(NetworkCard.of(0, 3))
                .ipv4AddressesPerInterface(10);
    }

    private static void assertRefused(UnaryOperator<InstanceLimits.Builder> change, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change.apply(mine()).build())
                .withMessage(message);
    }

    @Test
    void build_onlyWhatIsNeeded_leavesTheRestAbsent() {
        InstanceLimits limits = mine().build();
        assertThat(limits.status()).isEqualTo(ListingStatus.UNCONFIRMED);
        assertThat(limits.source()).isEqualTo("caller");
        assertThat(limits.asOf()).isEmpty();
        assertThat(limits.ipv6AddressesPerInterface()).isEmpty();
        assertThat(limits.trunkCompatible()).isEmpty();
        assertThat(limits.defaultNetworkCard().additionalFlexibleNetworkInterfaces())
                .isEmpty();
        assertThat(limits.bareMetal()).isFalse();
        assertThat(mine().instanceType("x99.metal-24xl").build().bareMetal()).isTrue();
    }

    @Test
    void toBuilder_unchanged_givesAnEqualValue() {
        assertThat(InstanceTypes.bundled().stream())
                .allSatisfy(limits ->
                        assertThat(limits.toBuilder().build()).isEqualTo(limits).hasSameHashCodeAs(limits));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "m5", "m5.", ".large", "M5.large", "m5.large ", "m5 .large", "m5..large", "m5.la,rge"})
    void build_nonsenseName_isRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mine().instanceType(name).build())
                .withMessage("not the name of an instance type: \"" + name
                        + "\" (expected family.size in lower-case letters, digits and hyphens, as in m5.large)");
    }

    @Test
    void build_numbersNoLimitCanBe_areRefusedByName() {
        assertRefused(
                limits -> limits.ipv4AddressesPerInterface(-1),
                "x99.large: ipv4AddressesPerInterface must be 1 or more, not -1");
        assertRefused(
                limits -> limits.ipv6AddressesPerInterface(-1),
                "x99.large: ipv6AddressesPerInterface must be 0 or more, not -1");
        assertRefused(limits -> limits.defaultVcpus(0), "x99.large: defaultVcpus must be 1 or more, not 0");
        assertRefused(
                limits -> limits.maximumEfaInterfaces(-2), "x99.large: maximumEfaInterfaces must be 0 or more, not -2");
        assertRefused(limits -> limits.branchInterfaces(-2), "x99.large: branchInterfaces must be 0 or more, not -2");
        assertRefused(
                limits -> limits.baselineBandwidthInGbps(-0.5),
                "x99.large: baselineBandwidthInGbps must be 0 or more, not -0.5");
        assertRefused(
                limits -> limits.peakBandwidthInGbps(Double.NaN),
                "x99.large: peakBandwidthInGbps must be 0 or more, not NaN");
    }

    @Test
    void build_cardsThatDoNotFit_areRefused() {
        assertRefused(
                limits -> limits.addNetworkCard(NetworkCard.of(2, 3)),
                "x99.large: network cards must be in order of their indexes, without gaps: expected 1, not 2");
        assertRefused(
                limits -> limits.defaultNetworkCardIndex(1),
                "x99.large: defaultNetworkCardIndex is 1, but there are only 1 network cards");
        assertRefused(
                limits -> limits.defaultNetworkCardIndex(-1),
                "x99.large: defaultNetworkCardIndex must be 0 or more, not -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstanceLimits.builder()
                        .instanceType("x99.large")
                        .ipv4AddressesPerInterface(1)
                        .build())
                .withMessage("x99.large: the number of network cards must be 1 or more, not 0");
    }

    @Test
    void build_numbersAtTheEdge_areTaken() {
        assertThat(mine().baselineBandwidthInGbps(0).build().baselineBandwidthInGbps())
                .hasValue(0);
        assertRefused(
                limits -> limits.peakBandwidthInGbps(Double.POSITIVE_INFINITY),
                "x99.large: peakBandwidthInGbps must be 0 or more, not Infinity");
        InstanceLimits.Builder most = InstanceLimits.builder()
                .instanceType("x99.large")
                .ipv4AddressesPerInterface(10)
                .addNetworkCard(NetworkCard.of(0, Integer.MAX_VALUE - 1)
                        .withAdditionalFlexibleNetworkInterfaces(OptionalInt.of(1)));
        assertThat(most.build().maximumNetworkInterfaces()).isEqualTo(Integer.MAX_VALUE - 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> most.addNetworkCard(NetworkCard.of(1, 1)).build())
                .withMessage("x99.large: the network cards take 2147483648 interfaces together, expected at most"
                        + " 2147483647");
        String longest = "x".repeat(58) + ".large";
        assertThat(mine().instanceType(longest).build().instanceType()).isEqualTo(longest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mine().instanceType("x" + longest).build())
                .withMessageStartingWith("not the name of an instance type: \"xxx");
    }

    @Test
    void networkCard_numbersNoLimitCanBe_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NetworkCard.of(-1, 1))
                .withMessage("networkCardIndex must be 0 or more, not -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NetworkCard.of(0, 0))
                .withMessage("maximumNetworkInterfaces must be 1 or more, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NetworkCard.of(0, 1).withAdditionalFlexibleNetworkInterfaces(OptionalInt.of(-1)))
                .withMessage("additionalFlexibleNetworkInterfaces must be 0 or more, not -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AttachmentLimit(AttachmentLimit.Type.SHARED, -1))
                .withMessage("maximumEbsAttachments must be 0 or more, not -1");
    }
}
