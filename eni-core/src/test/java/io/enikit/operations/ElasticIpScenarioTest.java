package io.enikit.operations;

import static io.enikit.operations.AddressScenarios.VALUE;
import static io.enikit.operations.AddressScenarios.after;
import static io.enikit.operations.AddressScenarios.at;
import static io.enikit.operations.AddressScenarios.outcomes;
import static io.enikit.operations.AddressScenarios.plan;
import static io.enikit.operations.AddressScenarios.whereIs;
import static io.enikit.operations.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.ElasticIp;
import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import io.enikit.net.IpAddress;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What EC2 answers to calls about Elastic IPs: what it refuses, with which code, and does. */
class ElasticIpScenarioTest {
    static Stream<Refusal> refusals() {
        return Stream.of(
                refusal(
                        71,
                        "allocate over the quota",
                        "AddressLimitExceeded",
                        "quota.elastic-ips",
                        Stream.concat(
                                        IntStream.range(0, 3).mapToObj(i -> AllocateElasticIp.of("x" + i)),
                                        Stream.of(AllocateElasticIp.of("last")))
                                .toArray(Operation[]::new)),
                refusal(
                        72,
                        "associate without an internet gateway",
                        "Gateway.NotAttached",
                        "eip.internet-gateway",
                        AssociateElasticIp.of("free", "hidden")),
                refusal(
                        73,
                        "associate with an instance of two interfaces",
                        "InvalidInstanceID",
                        "modify.only-interface",
                        AssociateElasticIpWithInstance.of("free", "two")),
                refusal(
                        73,
                        "associate with a pending instance",
                        "InvalidInstanceID",
                        "eip.instance-state",
                        AssociateElasticIpWithInstance.of("free", "born")),
                refusal(
                        73,
                        "associate with an unknown instance",
                        "InvalidInstanceID.NotFound",
                        "instance.known",
                        AssociateElasticIpWithInstance.of("free", "nobody")),
                refusal(
                        74,
                        "take an Elastic IP without leave",
                        "Resource.AlreadyAssociated",
                        "eip.reassociation",
                        AssociateElasticIp.of("taken", "second").withAllowReassociation(false)),
                refusal(
                        74,
                        "take an Elastic IP by instance without leave",
                        "Resource.AlreadyAssociated",
                        "eip.reassociation",
                        AssociateElasticIpWithInstance.of("taken", "one").withAllowReassociation(false)),
                refusal(
                        75,
                        "associate with an address not held",
                        VALUE,
                        "eip.address.on-interface",
                        AssociateElasticIp.of("free", "first").withPrivateIpAddress("10.0.0.23")),
                refusal(
                        75,
                        "associate with an IPv6 address",
                        VALUE,
                        "eip.address.on-interface",
                        AssociateElasticIp.of("free", "six1").withPrivateIpAddress("2001:db8:0:3::20")),
                refusal(
                        75,
                        "associate with an interface without IPv4",
                        VALUE,
                        "eip.private-address",
                        AssociateElasticIp.of("free", "native")),
                refusal(
                        76,
                        "release what is associated",
                        "InvalidIPAddress.InUse",
                        "eip.release-unused",
                        ReleaseElasticIp.of("taken")),
                refusal(
                        0,
                        "release what is unknown",
                        "InvalidAllocationID.NotFound",
                        "eip.known",
                        ReleaseElasticIp.of("nobody")),
                refusal(
                        0,
                        "disassociate what is unknown",
                        "InvalidAssociationID.NotFound",
                        "eip.known",
                        DisassociateElasticIp.of("nobody")),
                refusal(
                        0,
                        "associate what is unknown",
                        "InvalidAllocationID.NotFound",
                        "eip.known",
                        AssociateElasticIp.of("nobody", "first")));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void apply_whatEc2Refuses_isRefusedWithItsCodeAndChangesNothing(Refusal refusal) {
        refusal.assertIn(plan());
    }

    @Test
    void allocate_andRelease_areOpposites() {
        NetworkPlan allocated = after(AllocateElasticIp.of("more").withPublicIp(IpAddress.parse("203.0.113.9")));
        assertThat(allocated.elasticIp("more").flatMap(ElasticIp::publicIp)).contains(IpAddress.parse("203.0.113.9"));
        assertThat(after(allocated, ReleaseElasticIp.of("more"))).isEqualTo(plan());
    }

    @Test
    void associate_addressLeftOut_isWithThePrimaryOne() {
        assertThat(whereIs(after(AssociateElasticIp.of("free", "first")), "free"))
                .isEqualTo(at("first", "10.0.0.20"));
        assertThat(whereIs(after(AssociateElasticIp.of("free", "two/eth1")), "free"))
                .as("by interface where the instance has two")
                .isEqualTo(at("two/eth1", "10.0.0.12"));
    }

    @Test
    void associate_elasticIpThatIsElsewhere_movesIt() {
        Operation move = AssociateElasticIp.of("taken", "second");
        assertThat(whereIs(after(move), "taken")).isEqualTo(at("second", "10.0.0.30"));
        assertThat(outcomes(move))
                .containsExactly(
                        "taken: DISASSOCIATED from 10.0.0.21 of first", "taken: ASSOCIATED with 10.0.0.30 of second");
    }

    @Test
    void associate_oncePerAddress_allAreHeld() {
        NetworkPlan three = after(
                AssociateElasticIp.of("free", "first"),
                AssociateElasticIp.of("third", "first").withPrivateIpAddress("10.0.0.22"));
        assertThat(three.elasticIpsOf(EniId.of("first"))).hasSize(3);
    }

    @Test
    void associate_addressThatHasOne_freesTheOtherElasticIp() {
        NetworkPlan replaced = after(AssociateElasticIp.of("free", "first").withPrivateIpAddress("10.0.0.21"));
        assertThat(whereIs(replaced, "free")).isEqualTo(at("first", "10.0.0.21"));
        assertThat(whereIs(replaced, "taken")).isEmpty();
        assertThat(replaced.elasticIp("taken")).isPresent();
    }

    @Test
    void associate_whereItIsAlready_changesNothing() {
        assertThat(after(AssociateElasticIp.of("taken", "first")
                        .withPrivateIpAddress("10.0.0.21")
                        .withAllowReassociation(false)))
                .isEqualTo(plan());
    }

    @Test
    void disassociate_twice_isNoError() {
        NetworkPlan once = after(DisassociateElasticIp.of("taken"));
        assertThat(whereIs(once, "taken")).isEmpty();
        assertThat(after(once, DisassociateElasticIp.of("taken"))).isEqualTo(once);
    }
}
