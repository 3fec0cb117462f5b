package io.enikit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.ipam.Allocation;
import io.enikit.ipam.CidrLayout;
import io.enikit.ipam.CidrPool;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.net.Cidr;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvariantsTest {
    private static final String SOUND = """
            eni-plan 1
            vpc main cidrBlocks=10.0.0.0/16 ipv6CidrBlocks=2001:db8::/56 internetGatewayAttached=true
            subnet a vpc=main availabilityZone=z1 cidrBlock=10.0.0.0/24
            subnet six vpc=main availabilityZone=z1 ipv6CidrBlock=2001:db8::/64 ipv6Native=true
            group web vpc=main
            instance app instanceType=t3.nano
            eni app/eth0 subnet=a privateIpAddresses=10.0.0.10* groups=web instance=app deviceIndex=0
            eni spare subnet=a privateIpAddresses=10.0.0.20*,10.0.0.21 ipv4Prefixes=10.0.0.32/28 groups=web
            eni six subnet=six ipv6Addresses=2001:db8::10 groups=web
            eip ip networkInterface=app/eth0 privateIpAddress=10.0.0.10
            end
            """;

    private static List<String> brokenWith(String line) {
        return Invariants.brokenIn(PlanText.read(SOUND.replace("end\n", line + "\nend\n")));
    }

    @Test
    void brokenIn_soundPlan_isEmpty() {
        NetworkPlan sound = PlanText.read(SOUND);
        assertThat(Invariants.brokenIn(sound)).isEmpty();
        Invariants.check(sound);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            eni x subnet=a privateIpAddresses=10.0.0.10*                       | (a) 10.0.0.10/32 of x and 10.0.0.10/32 of app/eth0 overlap in subnet a
            eni x subnet=a privateIpAddresses=10.0.0.40*                       | (a) 10.0.0.40/32 of x and 10.0.0.32/28 of spare overlap in subnet a
            eni x subnet=six ipv6Addresses=2001:db8::10                        | (a) 2001:db8::10/128 of x and 2001:db8::10/128 of six overlap in subnet six
            eni x subnet=a privateIpAddresses=10.0.1.4*                        | (b) 10.0.1.4/32 of x is not in its subnet's block 10.0.0.0/24
            eni x subnet=a privateIpAddresses=10.0.0.3*                        | (b) 10.0.0.3/32 of x is kept by EC2 in 10.0.0.0/24
            eni x subnet=a privateIpAddresses=10.0.0.4* ipv4Prefixes=10.0.0.240/28 | (b) 10.0.0.240/28 of x is kept by EC2 in 10.0.0.0/24
            eni x subnet=a privateIpAddresses=10.0.0.4* ipv6Addresses=::1      | (b) ::1/128 of x: subnet a has no block for it
            eni x subnet=b privateIpAddresses=10.0.0.4*                        | (b) x is in no subnet: b
            eni x subnet=a privateIpAddresses=10.0.0.4                         | (c) x has 0 primary private IPv4 addresses
            eni x subnet=a privateIpAddresses=10.0.0.4*,10.0.0.5*              | (c) x has 2 primary private IPv4 addresses
            eni x subnet=six privateIpAddresses=10.0.0.4*                      | (c) x has 1 primary private IPv4 addresses
            eni x subnet=a privateIpAddresses=10.0.0.4* instance=app deviceIndex=0 | (e) index 0 of card 0 of app holds app/eth0 and x
            instance x instanceType=m5.large                                   | (e) x is running without a primary interface
            eni x subnet=a privateIpAddresses=10.0.0.4*,10.0.0.5,10.0.0.6 instance=app deviceIndex=1 | (g) x has 3 private IPv4 addresses and prefixes, t3.nano allows 2
            eip x networkInterface=app/eth0 privateIpAddress=10.0.0.11         | (i) x stands for 10.0.0.11, which app/eth0 does not have
            eip x networkInterface=gone privateIpAddress=10.0.0.11             | (i) x stands for 10.0.0.11, which gone does not have
            """)
    void brokenIn_oneThingWrong_saysWhat(String line, String fault) {
        assertThat(brokenWith(line)).contains(fault);
    }

    @Test
    void brokenIn_addressWithTwoElasticIps_namesBoth() {
        assertThat(brokenWith("eip x networkInterface=app/eth0 privateIpAddress=10.0.0.10"))
                .singleElement()
                .satisfies(fault -> assertThat(fault).startsWith("(i) ").endsWith(" is of ip and of x"));
    }

    @Test
    void brokenIn_addressesNotAccountedFor_countsThem() {
        assertThat(brokenWith("eni x subnet=a privateIpAddresses=10.0.0.10*"))
                .contains("(f) subnet a: 20 used, 232 free and 5 kept by EC2 do not make up the 256 of 10.0.0.0/24");
    }

    @Test
    void check_brokenPlan_showsFaultPictureAndText() {
        NetworkPlan plan = PlanText.read(SOUND.replace("end\n", "instance x instanceType=m5.large\nend\n"));
        assertThatThrownBy(() -> Invariants.check(plan))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("(e) x is running")
                .hasMessageContaining("VPC main")
                .hasMessageContaining("instance x instanceType=m5.large");
    }

    @Test
    void brokenBetween_whatNeverChanges_isNamedWhenItDoes() {
        NetworkPlan before = PlanText.read(SOUND);
        Eni spare = before.eni("spare").orElseThrow();
        NetworkPlan after = before.toBuilder()
                .put(spare.toBuilder()
                        .macAddress("02:00:00:00:00:01")
                        .subnetId("six")
                        .privateIpAddresses(List.of())
                        .build())
                .build();
        assertThat(Invariants.brokenBetween(before, before)).isEmpty();
        assertThat(Invariants.brokenBetween(before, after))
                .containsExactly(
                        "(h) spare: MAC " + spare.macAddress() + " became 02:00:00:00:00:01",
                        "(h) spare: subnet a became six",
                        "(h) spare: primary private IPv4 Optional[10.0.0.20] became Optional.empty");
        assertThat(Invariants.brokenByRefusal(before, PlanText.read(SOUND))).isEmpty();
        assertThat(Invariants.brokenByRefusal(before, after))
                .singleElement()
                .asString()
                .startsWith("(j) ");
    }

    @Test
    void brokenIn_poolAndLayout_isEmpty() {
        Cidr block = Cidr.parse("10.0.0.0/16");
        Allocation allocation = CidrPool.of(block).allocate("a", 24).orElseThrow();
        Invariants.check(allocation.pool().reserve(Cidr.parse("10.0.0.0/28")).reserve(Cidr.parse("10.0.9.0/28")));
        CidrLayout layout = CidrLayout.empty(block).plan(Map.of("a", 24, "b", 24));
        Invariants.check(layout);
        assertThat(Invariants.brokenBetween(layout, layout.plan(Map.of("a", 25, "b", 24))))
                .isEmpty();
        CidrLayout other = CidrLayout.empty(block).plan(Map.of("b", 24));
        assertThat(Invariants.brokenBetween(layout, other)).containsExactly("b moved from 10.0.1.0/24 to 10.0.0.0/24");
    }
}
