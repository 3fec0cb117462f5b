package io.enikit.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.ConnectionTracking;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.rules.Ec2Rules;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What EC2 answers to calls about the timeouts of idle connections; its code is inferred. */
class ConnectionTrackingTest {
    private static final Ec2 EC2 = Ec2.enforcing(Ec2Rules.standard());
    private static final NetworkPlan PLAN = PlanText.read("""
            eni-plan 1
            vpc main cidrBlocks=10.0.0.0/16
            subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24
            group default vpc=main
            eni e subnet=a privateIpAddresses=10.0.0.10* groups=default
            end
            """);

    private static void assertAnswer(ConnectionTracking tracking, boolean accepted) {
        ApplyResult created = EC2.apply(PLAN, CreateEni.of("new", "a").withConnectionTracking(tracking));
        ApplyResult modified = EC2.apply(PLAN, ModifyEni.of("e").withConnectionTracking(tracking));
        if (accepted) {
            assertThat(created.orElseThrow().eni("new").orElseThrow().connectionTracking())
                    .isEqualTo(tracking);
            NetworkPlan after = modified.orElseThrow();
            assertThat(after.eni("e").orElseThrow().connectionTracking()).isEqualTo(tracking);
            assertThat(PlanText.read(PlanText.write(after))).isEqualTo(after);
        } else {
            assertRefused(created);
            assertRefused(modified);
        }
    }

    private static void assertRefused(ApplyResult result) {
        assertThat(result).isInstanceOfSatisfying(ApplyResult.Refused.class, refused -> {
            assertThat(refused.rule()).isEqualTo("eni.connection-tracking");
            assertThat(refused.code()).isEqualTo(Optional.of("InvalidParameterValue"));
        });
    }

    @ParameterizedTest
    @CsvSource({"59, false", "60, true", "432000, true", "432001, false"})
    void tcpEstablishedTimeout_60To432000_isAccepted(int seconds, boolean accepted) {
        assertAnswer(ConnectionTracking.defaults().withTcpEstablishedTimeout(seconds), accepted);
    }

    @ParameterizedTest
    @CsvSource({"59, false", "60, true", "180, true", "181, false"})
    void udpStreamTimeout_60To180_isAccepted(int seconds, boolean accepted) {
        assertAnswer(ConnectionTracking.defaults().withUdpStreamTimeout(seconds), accepted);
    }

    @ParameterizedTest
    @CsvSource({"29, false", "30, true", "60, true", "61, false"})
    void udpTimeout_30To60_isAccepted(int seconds, boolean accepted) {
        assertAnswer(ConnectionTracking.defaults().withUdpTimeout(seconds), accepted);
    }

    @Test
    void modify_connectionTrackingAndMore_isTwoAttributes() {
        assertThat(EC2.apply(
                        PLAN,
                        ModifyEni.of("e")
                                .withConnectionTracking(
                                        ConnectionTracking.defaults().withUdpTimeout(30))
                                .withDescription("x")))
                .hasToString(
                        "refused: InvalidParameterCombination: fields for multiple attribute types specified:"
                                + " description=x, connectionTracking=ConnectionTracking{udpTimeout=30} (modify.one-attribute)");
    }

    @Test
    void modify_connectionTracking_takesThePlaceOfTheOldSetting() {
        NetworkPlan after = EC2.apply(
                        PLAN,
                        ModifyEni.of("e")
                                .withConnectionTracking(
                                        ConnectionTracking.defaults().withUdpTimeout(30)),
                        ModifyEni.of("e").withConnectionTracking(ConnectionTracking.defaults()))
                .orElseThrow();
        assertThat(after).isEqualTo(PLAN);
    }
}
