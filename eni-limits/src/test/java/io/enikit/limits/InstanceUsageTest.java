package io.enikit.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.diagram.SlotGrid;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class InstanceUsageTest {
    private static final InstanceId I = InstanceId.of("i");

    private static NetworkPlan plan(String type, String... enis) {
        StringBuilder text = new StringBuilder("eni-plan 1\ninstance i instanceType=" + type + "\n");
        for (int i = 0; i < enis.length; i++) {
            text.append("eni e")
                    .append(i)
                    .append(" subnet=s groups=g instance=i ")
                    .append(enis[i])
                    .append('\n');
        }
        return PlanText.read(text.append("end\n").toString());
    }

    private static InstanceUsage usage(NetworkPlan plan) {
        return InstanceUsage.of(plan, I, InstanceTypes.bundled()).orElseThrow();
    }

    private static List<String> slots(InstanceUsage usage) {
        return usage.slots().slots().stream()
                .map(slot -> slot.networkCardIndex() + "." + slot.deviceIndex()
                        + slot.eni().map(eni -> " " + eni).orElse(""))
                .toList();
    }

    @Test
    void slots_someTaken_showEveryPlaceByCardAndIndex() {
        InstanceUsage usage = usage(plan("p6-b300.48xlarge", "deviceIndex=0", "networkCardIndex=16 deviceIndex=2"));
        assertThat(usage.slots().slots()).hasSize(68);
        assertThat(slots(usage))
                .startsWith("0.0 e0", "0.1", "0.2", "0.3", "1.0")
                .endsWith("16.1", "16.2 e1", "16.3");
        assertThat(usage.slots().used()).isEqualTo(2);
        assertThat(usage.slots().free()).isEqualTo(66);
        assertThat(usage.limits().instanceType()).isEqualTo("p6-b300.48xlarge");
    }

    @Test
    void slots_placesBeyondTheLimits_areShownAsTheyAre() {
        assertThat(slots(usage(plan("t2.micro", "deviceIndex=0", "deviceIndex=7"))))
                .containsExactly("0.0 e0", "0.7 e1");
        assertThat(slots(usage(plan("t2.micro", "deviceIndex=1", "networkCardIndex=3 deviceIndex=1"))))
                .containsExactly("0.0", "0.1 e0", "3.1 e1");
        InstanceUsage full = usage(plan("t2.micro", "deviceIndex=0", "deviceIndex=1", "deviceIndex=2"));
        assertThat(slots(full)).containsExactly("0.0 e0", "0.1 e1", "0.2 e2");
        assertThat(full.interfacesUsed()).isEqualTo(3);
        assertThat(full.interfacesLeft()).isZero();
        assertThat(full.slots().free()).isZero();
    }

    @Test
    void addresses_prefixesBesideThem_takeOnePlaceEach() {
        NetworkPlan plan = plan(
                "c5.large",
                "deviceIndex=0 privateIpAddresses=10.0.0.10*,10.0.0.11 ipv4Prefixes=10.0.1.0/28"
                        + " ipv6Addresses=2001:db8::10 ipv6Prefixes=2001:db8:0:0:1::/80",
                "deviceIndex=1 privateIpAddresses=10.0.0.12*");
        Eni eni = plan.eni("e0").orElseThrow();
        InstanceUsage usage = usage(plan);
        assertThat(InstanceUsage.ipv4AddressesUsed(eni)).isEqualTo(3);
        assertThat(usage.ipv4AddressesLeft(eni)).isEqualTo(7);
        assertThat(InstanceUsage.ipv6AddressesUsed(eni)).isEqualTo(2);
        assertThat(usage.ipv6AddressesLeft(eni)).hasValue(8);
        assertThat(usage.interfacesLeft()).isEqualTo(1);
        assertThat(usage.slots().slotOf(EniId.of("e0")))
                .contains(SlotGrid.Slot.of(0, 0, Optional.of(EniId.of("e0")), 3, OptionalInt.of(10)));
    }

    @Test
    void addressesLeft_moreThanAllowedOrNotGiven_areNoneOrAbsent() {
        NetworkPlan plan = plan(
                "t2.micro",
                "deviceIndex=0 privateIpAddresses=10.0.0.10*,10.0.0.11,10.0.0.12"
                        + " ipv6Addresses=2001:db8::10,2001:db8::11,2001:db8::12");
        Eni eni = plan.eni("e0").orElseThrow();
        assertThat(usage(plan).ipv4AddressesLeft(eni)).isZero();
        assertThat(usage(plan).ipv6AddressesLeft(eni)).hasValue(0);
        InstanceTypes silent = InstanceTypes.of(InstanceTypes.bundled().limits("t2.micro").toBuilder()
                .ipv6AddressesPerInterface(OptionalInt.empty())
                .build());
        assertThat(InstanceUsage.of(plan, I, silent).orElseThrow().ipv6AddressesLeft(eni))
                .isEmpty();
    }

    @Test
    void toString_anyUsage_saysWhatIsUsedOfWhatIsAllowed() {
        assertThat(usage(plan("m5.large", "deviceIndex=0 privateIpAddresses=10.0.0.10*,10.0.0.11", "deviceIndex=1")))
                .hasToString("i, m5.large: 2 of 3 interfaces; IPv4 addresses: e0 2 of 10, e1 0 of 10");
        assertThat(usage(plan("m5.large"))).hasToString("i, m5.large: 0 of 3 interfaces");
    }

    @Test
    void equals_sameInstanceLimitsAndInterfaces_areEqual() {
        NetworkPlan plan = plan("m5.large", "deviceIndex=0");
        InstanceUsage usage = usage(plan);
        assertThat(usage).isEqualTo(usage(plan("m5.large", "deviceIndex=0"))).hasSameHashCodeAs(usage(plan));
        assertThat(usage).isNotEqualTo(usage(plan("m5.large", "deviceIndex=1")));
        assertThat(usage).isNotEqualTo(usage(plan("m5.xlarge", "deviceIndex=0")));
        NetworkPlan two = PlanText.read("""
                eni-plan 1
                instance i instanceType=m5.large
                instance j instanceType=m5.large
                end
                """);
        assertThat(usage(two))
                .isNotEqualTo(InstanceUsage.of(two, InstanceId.of("j"), InstanceTypes.bundled())
                        .orElseThrow());
    }

    @Test
    void of_unknownTypeOrInstance_isEmpty() {
        NetworkPlan unknown = plan("x99.large", "deviceIndex=0");
        assertThat(InstanceUsage.of(unknown, I, InstanceTypes.bundled())).isEmpty();
        assertThat(InstanceUsage.of(unknown, InstanceId.of("j"), InstanceTypes.bundled()))
                .isEmpty();
        assertThat(InstanceUsage.slotsIn(unknown, InstanceTypes.bundled()).apply(I))
                .isEmpty();
        NetworkPlan known = plan("t2.micro", "deviceIndex=0");
        assertThat(InstanceUsage.slotsIn(known, InstanceTypes.bundled()).apply(I))
                .contains(usage(known).slots());
        assertThat(InstanceUsage.slotsIn(InstanceTypes.bundled()).apply(known, I))
                .contains(usage(known).slots());
        assertThat(InstanceUsage.slotsIn(InstanceTypes.bundled()).apply(unknown, I))
                .isEmpty();
    }
}
