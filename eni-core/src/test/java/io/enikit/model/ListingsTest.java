package io.enikit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.net.Cidr;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The listings of a plan are sets, sorted by id. */
class ListingsTest {
    private static final NetworkPlan PLAN = PlanText.read("""
            eni-plan 1
            vpc main cidrBlocks=10.0.0.0/16
            subnet web vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24
            eni e2 subnet=web privateIpAddresses=10.0.0.11*
            eni e1 subnet=web privateIpAddresses=10.0.0.10*
            eni e3 subnet=elsewhere privateIpAddresses=10.0.1.10*
            end
            """);
    private static final Eni E1 = PLAN.eni("e1").orElseThrow();
    private static final Eni E2 = PLAN.eni("e2").orElseThrow();
    private static final Eni E3 = PLAN.eni("e3").orElseThrow();

    @Test
    void enis_inAnyOrderAdded_areSortedById() {
        assertThat(PLAN.enis()).containsExactly(E1, E2, E3);
        assertThat(PLAN.enisIn("web")).containsExactly(E1, E2);
    }

    @Test
    void equals_setOfTheSameResources_isTrueBothWays() {
        Set<Eni> expected = new LinkedHashSet<>(List.of(E2, E1));
        assertThat(PLAN.enisIn("web").equals(expected)).isTrue();
        assertThat(expected.equals(PLAN.enisIn("web"))).isTrue();
        assertThat(PLAN.enisIn("web")).hasSameHashCodeAs(expected).isNotEqualTo(PLAN.enis());
        assertThat(PLAN.enis()).isEqualTo(PLAN.toBuilder().build().enis());
    }

    @Test
    void contains_changedResource_isFalse() {
        Eni changed = Eni.builder()
                .id("e1")
                .subnetId("web")
                .primaryPrivateIpAddress("10.0.0.12")
                .build();
        assertThat(PLAN.enis().contains(E1)).isTrue();
        assertThat(PLAN.enis().contains(changed)).isFalse();
        assertThat(PLAN.enisIn("web").contains(E3)).isFalse();
        assertThat(PLAN.enisIn("web").contains(changed)).isFalse();
        assertThat(PLAN.vpcs().contains(null)).isFalse();
    }

    @Test
    void enisIn_unknownSubnet_isEmpty() {
        assertThat(PLAN.enisIn("nowhere")).isEmpty();
        assertThat(PLAN.enisIn("nowhere").contains(E1)).isFalse();
    }

    @Test
    void remove_fromAnyListing_isRefused() {
        for (Set<Eni> listing : List.of(PLAN.enis(), PLAN.enisIn("web"), PLAN.ownersIn(Cidr.parse("10.0.0.0/8")))) {
            assertThatThrownBy(listing::clear).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> listing.remove(E1)).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> listing.add(E1)).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> listing.removeIf(eni -> true)).isInstanceOf(UnsupportedOperationException.class);
        }
        assertThat(PLAN.enis()).hasSize(3);
    }
}
