package io.enikit.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.CidrReservation;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.rules.Ec2Rules;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many addresses a subnet has left, as EC2 counts them: what is held, kept or reserved, each address once. */
class AvailableAddressesTest {
    private static final Ec2 EC2 = Ec2.enforcing(Ec2Rules.standard());

    /** A plan of one VPC with one subnet of its first addresses, and nothing else in it. */
    private static NetworkPlan subnetOf(int prefixLength, String... reservations) {
        Subnet.Builder subnet = Subnet.builder()
                .id("s")
                .vpcId("v")
                .availabilityZone("eu-west-1a")
                .cidrBlock("10.0.0.0/" + prefixLength);
        for (String each : reservations) {
            String[] parts = each.split(";", -1);
            subnet.addCidrReservation(new CidrReservation(
                    Cidr.parse(parts[0]), CidrReservation.Type.valueOf(parts[1].toUpperCase(Locale.ROOT))));
        }
        return NetworkPlan.builder()
                .add(Vpc.builder().id("v").addCidrBlock("10.0.0.0/16").build())
                .add(subnet.build())
                .build();
    }

    private static NetworkPlan after(NetworkPlan plan, Operation... operations) {
        return EC2.apply(plan, operations).orElseThrow();
    }

    private static Optional<String> codeOf(NetworkPlan plan, Operation operation) {
        return ((ApplyResult.Refused) EC2.apply(plan, operation)).code();
    }

    @ParameterizedTest
    @CsvSource({"28, 11", "27, 27", "26, 59", "24, 251", "20, 4091", "16, 65531"})
    void freshSubnet_hasAllButFive(int prefixLength, long available) {
        assertThat(subnetOf(prefixLength).availableIpAddressCount("s")).isEqualTo(available);
    }

    @Test
    void createEni_twoSecondaries_takesThree() {
        assertThat(after(subnetOf(24), CreateEni.of("e", "s").withSecondaryPrivateIpAddressCount(2))
                        .availableIpAddressCount("s"))
                .isEqualTo(248);
    }

    @Test
    void createEni_elevenInASlash28_leaveNoRoomForTheTwelfth() {
        NetworkPlan plan = subnetOf(28);
        for (int i = 1; i <= 11; i++) {
            plan = after(plan, CreateEni.of("e" + i, "s"));
            assertThat(plan.availableIpAddressCount("s")).isEqualTo(11 - i);
            assertThat(plan.eni("e" + i).orElseThrow().privateIpAddress())
                    .contains(IpAddress.parse("10.0.0.3").plus(i));
        }
        assertThat(codeOf(plan, CreateEni.of("e12", "s"))).contains("InsufficientFreeAddressesInSubnet");
        assertThat(codeOf(plan, AssignPrivateIpAddresses.of("e1").withSecondaryPrivateIpAddressCount(1)))
                .contains("InsufficientFreeAddressesInSubnet");
        assertThat(codeOf(plan, LaunchInstance.of("app", "m5.large").withSubnetId("s")))
                .contains("InsufficientFreeAddressesInSubnet");
        assertThat(after(plan, DeleteEni.of("e5")).availableIpAddressCount("s")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"28, 0", "27, 0", "26, 2", "24, 14"})
    void prefixes_ofAFreshSubnet_areAllButTheFirstAndTheLast(int prefixLength, int prefixes) {
        NetworkPlan plan = after(subnetOf(prefixLength), CreateEni.of("e", "s"));
        AssignPrivateIpAddresses assign = AssignPrivateIpAddresses.of("e");
        assertThat(codeOf(plan, assign.withIpv4PrefixCount(prefixes + 1)))
                .contains(prefixLength == 28 ? "InvalidParameterValue" : "InsufficientCidrBlocks");
        if (prefixes > 0) {
            assertThat(after(plan, assign.withIpv4PrefixCount(prefixes)).availableIpAddressCount("s"))
                    .isEqualTo(plan.availableIpAddressCount("s") - 16L * prefixes);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.64/28, 251 - 16, 235",
        "10.0.0.0/28, the four of EC2 are counted once, 239",
        "10.0.0.240/28, so is the last one, 236",
        "10.0.0.0/24, nothing is left, 0"
    })
    void reservation_explicit_isTakenOffOnce(String block, String why, long available) {
        NetworkPlan reserved =
                after(subnetOf(24), CreateSubnetCidrReservation.of("s", block, CidrReservation.Type.EXPLICIT));
        assertThat(reserved.availableIpAddressCount("s")).as(why).isEqualTo(available);
        assertThat(after(reserved, DeleteSubnetCidrReservation.of("s", block)).availableIpAddressCount("s"))
                .isEqualTo(251);
    }

    @Test
    void reservation_aroundAddressesInUse_countsThemOnceAndFreesOnlyTheOthers() {
        NetworkPlan plan = after(
                subnetOf(24),
                CreateEni.of("e", "s").withPrivateIpAddress("10.0.0.70"),
                CreateSubnetCidrReservation.of("s", "10.0.0.64/28", CidrReservation.Type.EXPLICIT));
        assertThat(plan.availableIpAddressCount("s")).isEqualTo(251 - 16);
        AssignPrivateIpAddresses inside = AssignPrivateIpAddresses.of("e").plusPrivateIpAddress("10.0.0.71");
        assertThat(after(plan, inside).availableIpAddressCount("s"))
                .as("one taken from a reservation does not lower it again")
                .isEqualTo(251 - 16);
        assertThat(after(plan, inside, DeleteSubnetCidrReservation.of("s", "10.0.0.64/28"))
                        .availableIpAddressCount("s"))
                .isEqualTo(251 - 2);
    }

    @Test
    void reservation_ofPrefixes_isWherePrefixesComeFrom() {
        NetworkPlan plan = after(
                subnetOf(24, "10.0.0.96/27;prefix"), CreateEni.of("e", "s").withIpv4PrefixCount(1));
        assertThat(plan.eni("e").orElseThrow().ipv4Prefixes()).containsExactly(Cidr.parse("10.0.0.96/28"));
        assertThat(plan.availableIpAddressCount("s")).isEqualTo(251 - 32 - 1);
        assertThat(codeOf(plan, AssignPrivateIpAddresses.of("e").withIpv4PrefixCount(2)))
                .contains("InsufficientCidrBlocks");
        assertThat(after(plan, DeleteSubnetCidrReservation.of("s", "10.0.0.96/27"))
                        .availableIpAddressCount("s"))
                .isEqualTo(251 - 16 - 1);
    }

    @Test
    void reservation_ofAllButTen_isNeverPickedFrom() {
        NetworkPlan plan = subnetOf(
                24,
                "10.0.0.0/29;explicit",
                "10.0.0.18/31;explicit",
                "10.0.0.20/30;explicit",
                "10.0.0.24/29;explicit",
                "10.0.0.32/27;explicit",
                "10.0.0.64/26;explicit",
                "10.0.0.128/25;explicit");
        assertThat(plan.availableIpAddressCount("s")).isEqualTo(10);
        NetworkPlan full = after(
                plan,
                IntStream.range(0, 10).mapToObj(i -> CreateEni.of("e" + i, "s")).toArray(Operation[]::new));
        assertThat(full.enisIn("s"))
                .extracting(eni -> eni.privateIpAddress().orElseThrow())
                .containsExactlyElementsOf(IntStream.range(8, 18)
                        .mapToObj(i -> IpAddress.parse("10.0.0." + i))
                        .toList());
        assertThat(codeOf(full, CreateEni.of("one more", "s"))).contains("InsufficientFreeAddressesInSubnet");
        assertThat(EC2.apply(full, CreateEni.of("one more", "s").withPrivateIpAddress("10.0.0.77"))
                        .isAccepted())
                .isTrue();
    }

    @Test
    void stoppedInstance_keepsItsAddresses() {
        NetworkPlan plan =
                after(subnetOf(24), LaunchInstance.of("app", "m5.large").withSubnetId("s"));
        assertThat(after(plan, StopInstance.of("app")).availableIpAddressCount("s"))
                .isEqualTo(250);
        assertThat(after(plan, TerminateInstance.of("app")).availableIpAddressCount("s"))
                .isEqualTo(251);
    }
}
