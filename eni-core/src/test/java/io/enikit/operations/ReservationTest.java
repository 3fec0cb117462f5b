package io.enikit.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.net.Cidr;
import io.enikit.rules.Ec2Rules;
import org.junit.jupiter.api.Test;

/** Where EC2 picks in a subnet with CIDR reservations. */
class ReservationTest {
    private static final Ec2 EC2 = Ec2.enforcing(Ec2Rules.standard());

    private static NetworkPlan planWith(String reservations) {
        return PlanText.read("""
                eni-plan 1
                vpc main cidrBlocks=10.0.0.0/16 ipv6CidrBlocks=2001:db8::/56
                subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24 ipv6CidrBlock=2001:db8::/64 cidrReservations=%s
                group web vpc=main groupName=default
                end
                """.formatted(reservations));
    }

    @Test
    void createEni_prefixesOfTheOtherFamilyReserved_picksPrefixesAnywhere() {
        NetworkPlan plan = planWith("2001:db8::1:0:0:0/80;prefix");
        NetworkPlan after = EC2.apply(
                        plan, CreateEni.of("x", "a").withIpv4PrefixCount(1).withIpv6PrefixCount(1))
                .orElseThrow();
        assertThat(after.eni("x").orElseThrow().ipv4Prefixes()).containsExactly(Cidr.parse("10.0.0.16/28"));
        assertThat(after.eni("x").orElseThrow().ipv6Prefixes()).containsExactly(Cidr.parse("2001:db8:0:0:1::/80"));
    }

    @Test
    void createEni_ipv4PrefixesReserved_picksIpv6PrefixesAnywhere() {
        NetworkPlan after = EC2.apply(
                        planWith("10.0.0.128/28;prefix"),
                        CreateEni.of("x", "a").withIpv4PrefixCount(1).withIpv6PrefixCount(1))
                .orElseThrow();
        assertThat(after.eni("x").orElseThrow().ipv4Prefixes()).containsExactly(Cidr.parse("10.0.0.128/28"));
        assertThat(after.eni("x").orElseThrow().ipv6Prefixes()).containsExactly(Cidr.parse("2001:db8:0:0:1::/80"));
    }
}
