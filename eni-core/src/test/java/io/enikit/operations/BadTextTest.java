package io.enikit.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.model.CidrReservation;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.net.AddressParseException;
import io.enikit.net.Cidr;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleInfo;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Text that is no address and no block is refused where the operation is made; what EC2 reads leniently is read so. */
class BadTextTest {
    static Stream<Arguments> texts() {
        return Stream.of(
                text("10.0.0.300", 7, () -> CreateEni.of("e", "a").withPrivateIpAddress("10.0.0.300")),
                text("10.0.0", 6, () -> CreateEni.of("e", "a").plusSecondaryPrivateIpAddress("10.0.0")),
                text("x", 0, () -> CreateEni.of("e", "a").plusIpv6Address("x")),
                text("10.0.0.20/28", 7, () -> CreateEni.of("e", "a").plusIpv4Prefix("10.0.0.20/28")),
                text("x", 0, () -> CreateEni.of("e", "a").plusIpv6Prefix("x")),
                text("ten", 0, () -> AssignPrivateIpAddresses.of("e").plusPrivateIpAddress("ten")),
                text("10.0.0.16/27x", 12, () -> AssignPrivateIpAddresses.of("e").plusIpv4Prefix("10.0.0.16/27x")),
                text("x", 0, () -> AssignIpv6Addresses.of("e").plusIpv6Address("x")),
                text("x", 0, () -> AssignIpv6Addresses.of("e").plusIpv6Prefix("x")),
                text("x", 0, () -> UnassignPrivateIpAddresses.of("e").plusPrivateIpAddress("x")),
                text("x", 0, () -> UnassignPrivateIpAddresses.of("e").plusIpv4Prefix("x")),
                text("x", 0, () -> UnassignIpv6Addresses.of("e").plusIpv6Address("x")),
                text("x", 0, () -> UnassignIpv6Addresses.of("e").plusIpv6Prefix("x")),
                text("one", 0, () -> AssociateElasticIp.of("ip", "e").withPrivateIpAddress("one")),
                text(
                        "one",
                        0,
                        () -> AssociateElasticIpWithInstance.of("ip", "i").withPrivateIpAddress("one")),
                text("one", 0, () -> AllocateElasticIp.of("ip").withPublicIp("one")),
                text("one", 0, () -> LaunchInstance.of("i", "m5.large").withPrivateIpAddress("one")),
                text("10.0.0.0", 8, () -> CreateVpc.of("v", "10.0.0.0")),
                text("abc/16", 0, () -> CreateVpc.of("v", "abc/16")),
                text("abc", 0, () -> CreateSubnet.of("s", "v", "eu-west-1a").withCidrBlock("abc")),
                text("/16", 0, () -> AssociateVpcCidrBlock.of("v").withCidrBlock("/16")),
                text("2001:db8::/129", 11, () -> AssociateVpcCidrBlock.of("v").withIpv6CidrBlock("2001:db8::/129")),
                text("x", 0, () -> AssociateSubnetCidrBlock.of("s", "x")),
                text("x", 0, () -> DisassociateVpcCidrBlock.of("v", "x")),
                text(":/80", 0, () -> CreateSubnetCidrReservation.of("s", ":/80", CidrReservation.Type.PREFIX)));
    }

    private static Arguments text(String text, int index, Supplier<Operation> made) {
        return Arguments.of(text, index, made);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void make_textThatIsNoAddressOrBlock_throwsWithTheTextAndThePlace(
            String text, int index, Supplier<Operation> made) {
        assertThatThrownBy(made::get).isInstanceOfSatisfying(AddressParseException.class, e -> {
            assertThat(e.text()).isEqualTo(text);
            assertThat(e.index()).isEqualTo(index);
        });
    }

    @Test
    void make_badTextAndThenGood_isAsIfOnlyTheGoodWereGiven() {
        CreateEni eni = CreateEni.of("e", "a");
        assertThatThrownBy(() -> eni.withPrivateIpAddress("10.0.0.300")).isInstanceOf(AddressParseException.class);
        assertThat(eni.withPrivateIpAddress("10.0.0.6"))
                .isEqualTo(CreateEni.of("e", "a").withPrivateIpAddress("10.0.0.6"));
    }

    @Test
    void blocks_withHostBits_areReadAsEc2ReadsThem() {
        assertThat(CreateVpc.of("v", "10.0.0.5/16").cidrBlock()).isEqualTo(Cidr.parse("10.0.0.0/16"));
        assertThat(DisassociateVpcCidrBlock.of("v", "2001:db8::5/56").block()).isEqualTo(Cidr.parse("2001:db8::/56"));
        assertThat(CreateSubnet.of("s", "v", "eu-west-1a")
                        .withCidrBlock("10.0.1.9/24")
                        .cidrBlock())
                .contains(Cidr.parse("10.0.1.0/24"));
    }

    @Test
    void blocks_ofTheOtherFamily_areRefusedByTheCall() {
        NetworkPlan plan = PlanText.read("eni-plan 1\nvpc v cidrBlocks=10.0.0.0/16\nend\n");
        assertThat(Ec2.enforcing(Ec2Rules.standard())
                        .apply(
                                plan,
                                CreateSubnet.of("s", "v", "eu-west-1a")
                                        .withCidrBlock("10.0.9.0/24")
                                        .withIpv6CidrBlock("10.0.9.0/24")))
                .hasToString(
                        "refused: InvalidParameterValue: value (10.0.9.0/24) for parameter ipv6CidrBlock is invalid:"
                                + " expected an IPv6 block such as 2001:db8::/56 (cidr.syntax)");
    }

    /** Whoever reads requests as text answers with these. */
    @Test
    void rulebook_hasTheEntriesForText() {
        List<RuleInfo> entries = Ec2.preconditions().stream()
                .filter(rule -> List.of("addresses.text", "cidr.syntax", "reservation.type")
                        .contains(rule.id()))
                .toList();
        assertThat(entries)
                .hasSize(3)
                .allSatisfy(rule -> assertThat(rule.ec2Code()).contains("InvalidParameterValue"));
    }
}
