package io.enikit.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.enikit.capacity.SubnetBlocks.State;
import io.enikit.capacity.SubnetFit.Shortage;
import io.enikit.diagram.AddressMap;
import io.enikit.diagram.SvgDiagram;
import io.enikit.limits.InstanceLimits;
import io.enikit.limits.InstanceTypes;
import io.enikit.model.CidrReservation;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Quotas;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SubnetBlocksTest {
    private static final InstanceLimits M5 = InstanceTypes.bundled().limits("m5.large");
    private static final InstanceLimits XEN = InstanceTypes.bundled().limits("t2.small");

    private static NetworkPlan plan(String block, CidrReservation... reservations) {
        return NetworkPlan.builder()
                .add(Vpc.builder().id("main").addCidrBlock("10.0.0.0/16").build())
                .add(Subnet.builder()
                        .id("web")
                        .vpcId("main")
                        .availabilityZone("z")
                        .cidrBlock(block)
                        .addCidrReservations(reservations)
                        .build())
                .build();
    }

    private static SubnetBlocks blocks(NetworkPlan plan) {
        return SubnetBlocks.of(plan, "web").orElseThrow();
    }

    private static CidrReservation reservation(String cidr, CidrReservation.Type type) {
        return new CidrReservation(Cidr.parse(cidr), type);
    }

    private static NetworkPlan withOne(String address) {
        return plan("10.0.0.0/24").toBuilder()
                .add(Eni.builder()
                        .id("one")
                        .subnetId("web")
                        .primaryPrivateIpAddress(address)
                        .build())
                .build();
    }

    /** A full block, one with a single address, two prefixes, and a reservation. */
    private static NetworkPlan busy() {
        Eni.Builder full = Eni.builder().id("full").subnetId("web").primaryPrivateIpAddress("10.0.0.16");
        for (int i = 17; i < 32; i++) {
            full.secondaryPrivateIpAddress("10.0.0." + i);
        }
        return plan("10.0.0.0/24", reservation("10.0.0.128/27", CidrReservation.Type.EXPLICIT)).toBuilder()
                .add(full.build())
                .add(Eni.builder()
                        .id("pods")
                        .subnetId("web")
                        .primaryPrivateIpAddress("10.0.0.40")
                        .addIpv4Prefix(Cidr.parse("10.0.0.64/28"))
                        .addIpv4Prefix(Cidr.parse("10.0.0.80/28"))
                        .build())
                .build();
    }

    @Test
    void equals_sameSubnetUseAndQuota_areEqual() {
        SubnetBlocks blocks = blocks(busy());
        assertThat(blocks).isEqualTo(blocks(busy())).hasSameHashCodeAs(blocks(busy()));
        assertThat(blocks).isNotEqualTo(blocks(plan("10.0.0.0/24")));
        assertThat(blocks(plan("10.0.0.0/24"))).isNotEqualTo(blocks(plan("10.0.1.0/24")));
        NetworkPlan at4 = withOne("10.0.0.4");
        NetworkPlan at5 = withOne("10.0.0.5");
        assertThat(blocks(at4).parts()).isEqualTo(blocks(at5).parts());
        assertThat(blocks(at4)).as("another address is free").isNotEqualTo(blocks(at5));
        NetworkPlan fewer = busy().toBuilder()
                .quotas(Quotas.awsDefaults().withNetworkInterfaces(4))
                .build();
        assertThat(blocks(fewer)).as("fewer interfaces are left").isNotEqualTo(blocks);
    }

    @Test
    void freshSubnets_haveAsManyPrefixesAsEc2Documents() {
        assertThat(blocks(plan("10.0.0.0/24")).freeAddresses()).isEqualTo(251);
        assertThat(blocks(plan("10.0.0.0/24")).freePrefixes()).isEqualTo(14);
        assertThat(blocks(plan("10.0.0.0/26")).freePrefixes()).isEqualTo(2);
        assertThat(blocks(plan("10.0.0.0/27")).freePrefixes()).isZero();
        assertThat(blocks(plan("10.0.0.0/28")).freePrefixes()).isZero();
        assertThat(blocks(plan("10.0.0.0/28")).freeAddresses()).isEqualTo(11);
        assertThat(blocks(plan("10.0.0.0/28")).fragmentation()).isZero();
    }

    @Test
    void toString_busySubnet_drawsOneSignABlock() {
        assertThat(blocks(busy())).hasToString("""
                        web 10.0.0.0/24: 170 addresses free, 8 prefixes free, fragmentation 0.20
                        10.0.0.0        R#+.DD..RR.....R
                        . free, + partly used, # full, R reserved, D delegated""");
    }

    @Test
    void toString_largeSubnet_leavesOutLinesThatAreLikeTheOneBefore() {
        assertThat(blocks(plan("10.0.0.0/20", reservation("10.0.8.0/21", CidrReservation.Type.PREFIX))))
                .hasToString("""
                        web 10.0.0.0/20: 2044 addresses free, 127 prefixes free, fragmentation 0.00
                        10.0.0.0        R...............
                        10.0.1.0        ................
                        *
                        10.0.8.0        RRRRRRRRRRRRRRRR
                        *
                        . free, + partly used, # full, R reserved, D delegated""");
    }

    @Test
    void addressMap_busySubnet_hasTheStateOfEachBlock() {
        SubnetBlocks blocks = blocks(busy());
        AddressMap map = blocks.addressMap();
        assertThat(map.title()).isEqualTo("Subnet web");
        assertThat(map.parts())
                .extracting(AddressMap.Part::range)
                .isEqualTo(blocks.parts().stream().map(SubnetBlocks.Part::range).toList());
        assertThat(map.parts().stream().map(part -> part.kind() + part.label()))
                .containsSubsequence("reserved", "used", "partly used1/16", "free", "delegated");
        assertThat(SvgDiagram.of(map).toString()).contains("10.0.0.0/24 in blocks of /28: ", " 2 delegated<");
    }

    @Test
    void parts_busySubnet_sayWhoseEachIs() {
        SubnetBlocks blocks = blocks(busy());
        assertThat(blocks.parts())
                .extracting(part -> part.range().first() + " " + part.blocks() + " " + part.state() + " "
                        + part.addressesUsed() + " " + part.enis()
                        + part.reservation().map(it -> " " + it).orElse(""))
                .containsExactly(
                        "10.0.0.0 1 reserved 0 []",
                        "10.0.0.16 1 full 16 [full]",
                        "10.0.0.32 1 partly used 1 [pods]",
                        "10.0.0.48 1 free 0 []",
                        "10.0.0.64 1 delegated 0 [pods]",
                        "10.0.0.80 1 delegated 0 [pods]",
                        "10.0.0.96 2 free 0 []",
                        "10.0.0.128 2 reserved 0 [] 10.0.0.128/27;explicit",
                        "10.0.0.160 5 free 0 []",
                        "10.0.0.240 1 reserved 0 []");
        assertThat(blocks.count(State.FREE)).isEqualTo(8);
        assertThat(blocks.count(State.RESERVED)).isEqualTo(4);
        assertThat(blocks.count(State.FULL)).isEqualTo(1);
    }

    @Test
    void fragmentation_oneAddressInEachBlock_isOneAlthoughHundredsAreFree() {
        Eni.Builder scattered = Eni.builder().id("e").subnetId("web").primaryPrivateIpAddress("10.0.0.20");
        for (int i = 36; i < 240; i += 16) {
            scattered.secondaryPrivateIpAddress("10.0.0." + i);
        }
        SubnetBlocks blocks =
                blocks(plan("10.0.0.0/24").toBuilder().add(scattered.build()).build());
        assertThat(blocks.freeAddresses()).isEqualTo(237);
        assertThat(blocks.freePrefixes()).isZero();
        assertThat(blocks.fragmentation()).isEqualTo(1, within(0.0));
        assertThat(blocks.prefixes()).isEqualTo(new SubnetFit(0, Shortage.PREFIXES));
        assertThat(blocks.largestReservation()).isEmpty();
    }

    @Test
    void nodes_sayWhatRunsOutFirst() {
        SubnetBlocks fresh = blocks(plan("10.0.0.0/24"));
        assertThat(fresh.enis()).hasToString("251, limited by addresses");
        assertThat(fresh.instances(M5)).isEqualTo(new SubnetFit(8, Shortage.ADDRESSES));
        assertThat(fresh.nodes(M5, 20)).isEqualTo(new SubnetFit(12, Shortage.ADDRESSES));
        assertThat(fresh.nodes(M5, 30)).hasToString("0: more than what the instance type allows");
        assertThat(fresh.nodesWithPrefixes(M5, 110)).hasToString("2, limited by addresses");
        assertThat(fresh.nodesWithPrefixes(M5, 18)).hasToString("14, limited by addresses");
        assertThat(fresh.nodesWithPrefixes(XEN, 4)).isEqualTo(fresh.nodes(XEN, 4));
        NetworkPlan few = plan("10.0.0.0/24").toBuilder()
                .quotas(Quotas.awsDefaults().withNetworkInterfaces(7))
                .build();
        assertThat(blocks(few).nodes(M5, 20)).isEqualTo(new SubnetFit(3, Shortage.INTERFACE_QUOTA));
        assertThat(blocks(busy()).nodesWithPrefixes(M5, 80)).isEqualTo(new SubnetFit(1, Shortage.PREFIXES));
    }

    @Test
    void prefixes_withAReservationForThem_comeFromThereAlone() {
        SubnetBlocks blocks = blocks(plan("10.0.0.0/24", reservation("10.0.0.128/26", CidrReservation.Type.PREFIX)));
        assertThat(blocks.freePrefixes()).isEqualTo(4);
        assertThat(blocks.freeAddresses()).isEqualTo(251 - 64);
        assertThat(blocks.instances(new AddressNeeds(1, 0, 1))).isEqualTo(new SubnetFit(4, Shortage.PREFIXES));
    }

    @Test
    void reservationFor_freshSubnet_isTheHighestAndNeverTheWhole() {
        SubnetBlocks blocks = blocks(plan("10.0.0.0/24"));
        assertThat(blocks.reservationFor(1)).hasToString("Optional[10.0.0.224/28;prefix]");
        assertThat(blocks.reservationFor(4)).hasToString("Optional[10.0.0.128/26;prefix]");
        assertThat(blocks.reservationFor(7)).hasToString("Optional[10.0.0.128/25;prefix]");
        assertThat(blocks.reservationFor(8)).isEmpty();
        assertThat(blocks.largestReservation()).isEqualTo(blocks.reservationFor(7));
        assertThatThrownBy(() -> blocks.reservationFor(0)).hasMessage("prefixes is 0: expected 1 or more");
    }

    @Test
    void of_unknownOrIpv6NativeSubnet_isEmpty() {
        NetworkPlan plan = plan("10.0.0.0/24").toBuilder()
                .add(Subnet.builder()
                        .id("six")
                        .vpcId("main")
                        .availabilityZone("z")
                        .ipv6CidrBlock("2001:db8::/64")
                        .ipv6Native(true)
                        .build())
                .build();
        assertThat(SubnetBlocks.of(plan, "six")).isEmpty();
        assertThat(SubnetBlocks.of(plan, "lost")).isEmpty();
    }

    @Test
    void everything_inASubnetOfTheWholeFamily_isQuick() {
        NetworkPlan plan = plan("0.0.0.0/0").toBuilder()
                .add(Eni.builder()
                        .id("e")
                        .subnetId("web")
                        .addIpv4Prefix(Cidr.parse("128.0.0.0/2"))
                        .build())
                .build();
        assertTimeout(Duration.ofSeconds(5), () -> {
            SubnetBlocks blocks = blocks(plan);
            assertThat(blocks.parts()).hasSize(5);
            assertThat(blocks.freePrefixes()).isEqualTo((3L << 26) - 2);
            assertThat(blocks.toString()).contains("D\n*\n");
            assertThat(blocks.largestReservation()).hasToString("Optional[0.0.0.0/1;prefix]");
        });
    }

    @Test
    void ofASubnetSmallerThanAPrefix_isOnePart() {
        SubnetBlocks blocks = blocks(plan("10.0.0.8/29"));
        assertThat(blocks.parts()).hasSize(1);
        assertThat(blocks.freeAddresses()).isEqualTo(3);
        assertThat(blocks.freePrefixes()).isZero();
        assertThat(blocks.toString()).contains("10.0.0.8        R\n");
    }

    @Test
    void needs_countInterfacesAsTheTypeAllows() {
        assertThat(AddressNeeds.forPods(M5, 20).orElseThrow())
                .hasToString("2 interfaces, 18 secondary addresses, 0 prefixes");
        assertThat(AddressNeeds.forPods(M5, 2).orElseThrow())
                .hasToString("1 interface, 0 secondary addresses, 0 prefixes");
        assertThat(AddressNeeds.forPods(M5, 29)).contains(new AddressNeeds(3, 27, 0));
        assertThat(AddressNeeds.forPods(M5, 30)).isEmpty();
        assertThat(AddressNeeds.forPodsWithPrefixes(M5, 20)).contains(new AddressNeeds(1, 0, 2));
        assertThat(AddressNeeds.forPodsWithPrefixes(M5, 147)).contains(new AddressNeeds(2, 0, 10));
        assertThat(AddressNeeds.forPodsWithPrefixes(M5, 435)).isEmpty();
        assertThat(AddressNeeds.forPodsWithPrefixes(XEN, 5)).isEqualTo(AddressNeeds.forPods(XEN, 5));
        assertThat(AddressNeeds.ofAll(M5)).isEqualTo(new AddressNeeds(3, 27, 0));
        assertThatThrownBy(() -> AddressNeeds.forPods(M5, -1)).hasMessage("-1 pods: expected 0 or more");
        assertThatThrownBy(() -> new AddressNeeds(0, 0, 0)).hasMessageStartingWith("0 interfaces");
    }

    @Test
    void toString_changeBehindManyLikeLines_isLabelledWithItsAddress() {
        assertThat(blocks(plan("10.0.0.0/20", reservation("10.0.13.64/26", CidrReservation.Type.PREFIX))))
                .hasToString("""
                        web 10.0.0.0/20: 4027 addresses free, 4 prefixes free, fragmentation 0.00
                        10.0.0.0        R...............
                        10.0.1.0        ................
                        *
                        10.0.13.0       ....RRRR........
                        10.0.14.0       ................
                        10.0.15.0       ...............R
                        . free, + partly used, # full, R reserved, D delegated""");
    }

    @Test
    void prefixes_ofAFreshSubnet_leaveOnlyAddresses() {
        assertThat(blocks(plan("10.0.0.0/24")).prefixes()).hasToString("14, limited by free /28 blocks");
        assertThat(blocks(plan("10.0.0.0/24", reservation("10.0.0.128/26", CidrReservation.Type.PREFIX)))
                        .prefixes())
                .isEqualTo(new SubnetFit(4, Shortage.ADDRESSES));
    }

    @Test
    void addressMap_blockWithOwnerAndReservation_namesBoth() {
        NetworkPlan plan = plan("10.0.0.0/24", reservation("10.0.0.0/27", CidrReservation.Type.EXPLICIT)).toBuilder()
                .add(Eni.builder()
                        .id("one")
                        .subnetId("web")
                        .primaryPrivateIpAddress("10.0.0.20")
                        .build())
                .build();
        assertThat(blocks(plan).addressMap().parts())
                .extracting(AddressMap.Part::detail)
                .contains("one; reservation 10.0.0.0/27;explicit", "reservation 10.0.0.0/27;explicit", "");
    }

    @Test
    void fit_negativeCount_throws() {
        assertThatThrownBy(() -> new SubnetFit(-1, Shortage.ADDRESSES)).hasMessage("count is -1: expected 0 or more");
    }
}
