package io.enikit.operations;

import static io.enikit.operations.AddressScenarios.after;
import static io.enikit.operations.AddressScenarios.assign;
import static io.enikit.operations.AddressScenarios.at;
import static io.enikit.operations.AddressScenarios.eni;
import static io.enikit.operations.AddressScenarios.unassign;
import static io.enikit.operations.AddressScenarios.whereIs;
import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.NetworkPlan;
import org.junit.jupiter.api.Test;

/** When EC2 gives an interface a public IPv4 address, and when it takes it back. */
class PublicIpv4ScenarioTest {
    @Test
    void publicIpv4_elasticIpComesAndGoes_isReleasedAndRenewed() {
        NetworkPlan associated = after(AssociateElasticIpWithInstance.of("free", "one"));
        assertThat(eni(associated, "one/eth0").publicIpv4()).isEmpty();
        assertThat(eni(after(associated, DisassociateElasticIp.of("free")), "one/eth0")
                        .publicIpv4())
                .isPresent();
        assertThat(eni(after(associated, AssociateElasticIp.of("free", "first")), "one/eth0")
                        .publicIpv4())
                .isPresent();
    }

    @Test
    void publicIpv4_severalInterfacesOrAnElasticIpLeft_isNotRenewed() {
        NetworkPlan two = after(AssociateElasticIp.of("free", "two/eth0"), DisassociateElasticIp.of("free"));
        assertThat(eni(two, "two/eth0").publicIpv4()).isEmpty();
        NetworkPlan secondary = after(
                assign("one/eth0").plusPrivateIpAddress("10.0.0.15"),
                AssociateElasticIp.of("third", "one/eth0").withPrivateIpAddress("10.0.0.15"));
        assertThat(eni(secondary, "one/eth0").publicIpv4())
                .as("of the primary address")
                .isPresent();
        NetworkPlan left =
                after(secondary, AssociateElasticIp.of("free", "one/eth0"), DisassociateElasticIp.of("free"));
        assertThat(eni(left, "one/eth0").publicIpv4()).isEmpty();
        NetworkPlan unassigned = after(left, unassign("one/eth0").plusPrivateIpAddress("10.0.0.15"));
        assertThat(eni(unassigned, "one/eth0").publicIpv4()).isPresent();
    }

    @Test
    void publicIpv4_stoppedInstance_getsItWhenItStarts() {
        NetworkPlan stopped = after(
                AssociateElasticIp.of("free", "one/eth0"), StopInstance.of("one"), DisassociateElasticIp.of("free"));
        assertThat(eni(stopped, "one/eth0").publicIpv4()).isEmpty();
        assertThat(eni(after(stopped, StartInstance.of("one")), "one/eth0").publicIpv4())
                .isPresent();
    }

    @Test
    void publicIpv4_settingChanged_takesEffectOnThePrimaryInterface() {
        NetworkPlan off = after(ModifyEni.of("one/eth0").withAssociatePublicIpAddress(false));
        assertThat(eni(off, "one/eth0").publicIpv4()).isEmpty();
        assertThat(eni(after(off, ModifyEni.of("one/eth0").withAssociatePublicIpAddress(true)), "one/eth0")
                        .publicIpv4())
                .isPresent();
        assertThat(eni(after(ModifyEni.of("first").withAssociatePublicIpAddress(true)), "first")
                        .publicIpv4())
                .isEmpty();
        Operation on = ModifyEni.of("two/eth0").withAssociatePublicIpAddress(true);
        assertThat(eni(after(on), "two/eth0").publicIpv4())
                .as("beside another interface")
                .isPresent();
        assertThat(eni(after(ModifyEni.of("two/eth1").withAssociatePublicIpAddress(true)), "two/eth1")
                        .publicIpv4())
                .as("of no primary interface")
                .isEmpty();
        assertThat(eni(after(AssociateElasticIp.of("free", "two/eth0"), on), "two/eth0")
                        .publicIpv4())
                .as("where the primary address has an Elastic IP")
                .isEmpty();
        assertThat(eni(after(StopInstance.of("two"), on), "two/eth0").publicIpv4())
                .as("while the instance is stopped")
                .isEmpty();
    }

    @Test
    void publicIpv4_elasticIpOfASecondaryMovesAway_isRenewed() {
        NetworkPlan before = after(
                assign("one/eth0").plusPrivateIpAddress("10.0.0.15"),
                AssociateElasticIp.of("third", "one/eth0").withPrivateIpAddress("10.0.0.15"),
                StopInstance.of("one"),
                StartInstance.of("one"));
        assertThat(eni(before, "one/eth0").publicIpv4()).isEmpty();
        NetworkPlan moved =
                after(before, assign("second").plusPrivateIpAddress("10.0.0.15").withAllowReassignment(true));
        assertThat(whereIs(moved, "third")).isEqualTo(at("second", "10.0.0.15"));
        assertThat(eni(moved, "one/eth0").publicIpv4()).isPresent();
    }
}
