package io.enikit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which addresses and prefixes are chosen where a request names none. */
class AddressPickerTest {
    private static final SubnetId SUBNET = SubnetId.of("s");

    private static final NetworkPlan PLAN = PlanText.read("""
            eni-plan 1
            vpc v cidrBlocks=10.0.0.0/16 ipv6CidrBlocks=2001:db8::/56
            subnet s vpc=v availabilityZone=z cidrBlock=10.0.0.0/26 ipv6CidrBlock=2001:db8::/64 cidrReservations=10.0.0.6/31;explicit,10.0.0.32/28;prefix
            subnet small vpc=v availabilityZone=z cidrBlock=10.0.1.0/29
            subnet exact vpc=v availabilityZone=z cidrBlock=10.0.1.16/28
            eni e subnet=s privateIpAddresses=10.0.0.5* ipv4Prefixes=10.0.0.16/28
            end
            """);

    private static List<String> texts(List<Cidr> picked) {
        return picked.stream().map(Cidr::toString).toList();
    }

    @Test
    void addresses_withoutASeed_areTheLowestThatAreFree() {
        AddressPicker picker = AddressPicker.of(PLAN);
        assertThat(texts(picker.addresses(SUBNET, IpFamily.IPV4, 2))).containsExactly("10.0.0.4/32", "10.0.0.8/32");
        picker.take(SUBNET, Cidr.parse("10.0.0.10/32"));
        picker.take(SUBNET, Cidr.parse("10.0.0.5/32"));
        assertThat(texts(picker.addresses(SUBNET, IpFamily.IPV4, 2))).containsExactly("10.0.0.9/32", "10.0.0.11/32");
        assertThat(texts(picker.addresses(SUBNET, IpFamily.IPV6, 1))).containsExactly("2001:db8::4/128");
        assertThat(picker.addresses(SUBNET, IpFamily.IPV4, 0)).isEmpty();
        assertThat(picker.addresses(SubnetId.of("nowhere"), IpFamily.IPV4, 1)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> picker.addresses(SUBNET, IpFamily.IPV4, -1))
                .withMessage("count -1: expected 0 or more");
    }

    @Test
    void prefixes_comeFromTheReservationForThem_asManyAsThereAre() {
        AddressPicker picker = AddressPicker.of(PLAN);
        assertThat(texts(picker.prefixes(SUBNET, IpFamily.IPV4, 3))).containsExactly("10.0.0.32/28");
        assertThat(texts(picker.prefixes(SUBNET, IpFamily.IPV6, 2)))
                .containsExactly("2001:db8:0:0:1::/80", "2001:db8:0:0:2::/80");
        assertThat(picker.prefixes(SubnetId.of("small"), IpFamily.IPV4, 1)).isEmpty();
        assertThat(picker.prefixes(SubnetId.of("exact"), IpFamily.IPV4, 1)).isEmpty();
    }

    @Test
    void space_isWhatIsLeftOnceAddressesWerePicked() {
        AddressPicker picker = AddressPicker.of(PLAN);
        assertThat(picker.space(SUBNET, IpFamily.IPV4)).isEqualTo(PLAN.addressSpace(SUBNET, IpFamily.IPV4));
        picker.addresses(SUBNET, IpFamily.IPV4, 3);
        assertThat(picker.space(SUBNET, IpFamily.IPV4).orElseThrow())
                .isEqualTo(PLAN.addressSpace(SUBNET, IpFamily.IPV4)
                        .orElseThrow()
                        .take(Cidr.parse("10.0.0.4/32"))
                        .take(Cidr.parse("10.0.0.8/31")));
        assertThat(picker.space(SubnetId.of("nowhere"), IpFamily.IPV4)).isEmpty();
    }

    @Test
    void addresses_withASeed_areAnyThatAreFree_theSameForTheSameSeed() {
        Set<String> seen = new HashSet<>();
        for (long seed = 0; seed < 150; seed++) {
            List<String> picked = texts(AddressPicker.of(PLAN, seed).addresses(SUBNET, IpFamily.IPV4, 2));
            assertThat(picked)
                    .hasSize(2)
                    .doesNotHaveDuplicates()
                    .isEqualTo(texts(AddressPicker.of(PLAN, seed).addresses(SUBNET, IpFamily.IPV4, 2)));
            seen.addAll(picked);
        }
        Set<String> free = new HashSet<>(texts(AddressPicker.of(PLAN).addresses(SUBNET, IpFamily.IPV4, 100)));
        assertThat(free).hasSize(64 - 5 - 1 - 16 - 2 - 16);
        assertThat(seen).isEqualTo(free);
        assertThat(AddressPicker.of(PLAN, 7).addresses(SUBNET, IpFamily.IPV4, 100))
                .hasSize(free.size())
                .doesNotHaveDuplicates();
        assertThat(AddressPicker.of(PLAN, 7).addresses(SubnetId.of("small"), IpFamily.IPV4, 9))
                .hasSize(3);
    }

    @Test
    void prefixes_withASeed_areAlignedAndFree() {
        Set<Cidr> seen = new HashSet<>();
        SubnetId wide = SubnetId.of("wide");
        NetworkPlan plan = PLAN.toBuilder()
                .put(Subnet.builder()
                        .id(wide)
                        .vpcId("v")
                        .availabilityZone("z")
                        .cidrBlock("10.0.2.0/25")
                        .build())
                .build();
        for (long seed = 0; seed < 100; seed++) {
            seen.addAll(AddressPicker.of(plan, seed).prefixes(wide, IpFamily.IPV4, 1));
        }
        assertThat(seen)
                .extracting(Cidr::toString)
                .containsExactlyInAnyOrder(
                        "10.0.2.16/28", "10.0.2.32/28", "10.0.2.48/28", "10.0.2.64/28", "10.0.2.80/28", "10.0.2.96/28");
    }

    @Test
    void space_withEqualParts_isEqual() {
        AddressSpace space = PLAN.addressSpace(SUBNET, IpFamily.IPV4).orElseThrow();
        AddressSpace less = space.take(Cidr.parse("10.0.0.40/32"));
        assertThat(space)
                .isEqualTo(space.take(Cidr.parse("10.0.0.5/32")))
                .isNotEqualTo(less)
                .isNotEqualTo("a text");
        assertThat(space.hashCode()).isNotEqualTo(less.hashCode());
        assertThat(space.take(Cidr.parse("10.9.0.0/32"))).isEqualTo(space);
        assertThat(space.take(Cidr.parse("10.0.0.0/27")).free().size()).isEqualTo(31);
        assertThat(space)
                .isNotEqualTo(PLAN.toBuilder()
                        .put(PLAN.subnet("s").orElseThrow().toBuilder()
                                .cidrReservations(List.of())
                                .build())
                        .build()
                        .addressSpace(SUBNET, IpFamily.IPV4)
                        .orElseThrow());
    }
}
