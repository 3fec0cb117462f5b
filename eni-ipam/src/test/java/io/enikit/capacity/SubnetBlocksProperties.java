package io.enikit.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.enikit.model.CidrReservation;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** Random subnets, some of them with faults, against plain arrays. */
class SubnetBlocksProperties {
    /** Something in a subnet: an address, many in a row, a prefix, or a reservation. */
    record Thing(Kind kind, int at, int prefixLength) {
        enum Kind {
            ADDRESS,
            BLOCK_OF_ADDRESSES,
            PREFIX,
            RESERVED_FOR_PREFIXES,
            RESERVED
        }
    }

    @Provide
    Arbitrary<NetworkPlan> plans() {
        Arbitrary<Thing.Kind> kinds = Arbitraries.frequency(
                Tuple.of(8, Thing.Kind.ADDRESS),
                Tuple.of(4, Thing.Kind.BLOCK_OF_ADDRESSES),
                Tuple.of(4, Thing.Kind.PREFIX),
                Tuple.of(1, Thing.Kind.RESERVED_FOR_PREFIXES),
                Tuple.of(1, Thing.Kind.RESERVED));
        Arbitrary<List<Thing>> things = Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(0, 1023),
                        Arbitraries.integers().between(25, 32))
                .as(Thing::new)
                .list()
                .ofMaxSize(24);
        return Combinators.combine(Arbitraries.integers().between(22, 28), things)
                .as(SubnetBlocksProperties::plan);
    }

    private static NetworkPlan plan(int prefixLength, List<Thing> things) {
        Cidr block = Cidr.containing(IpAddress.parse("10.0.3.255"), prefixLength);
        List<CidrReservation> reservations = new ArrayList<>();
        NetworkPlan.Builder plan = NetworkPlan.builder();
        for (Thing thing : things) {
            Cidr cidr = Cidr.containing(
                    block.nth(thing.at() % block.size().intValueExact()), Math.max(prefixLength, thing.prefixLength()));
            Eni.Builder eni =
                    Eni.builder().id("eni" + plan.build().enis().size()).subnetId("web");
            switch (thing.kind()) {
                case ADDRESS ->
                    plan.add(
                            eni.primaryPrivateIpAddress(cidr.first().toString()).build());
                case BLOCK_OF_ADDRESSES -> {
                    cidr.split(32).forEach(each -> eni.addPrivateIpAddress(new EniAddress(each.first(), false)));
                    plan.add(eni.build());
                }
                case PREFIX ->
                    plan.add(
                            eni.addIpv4Prefix(Cidr.containing(cidr.first(), 28)).build());
                case RESERVED_FOR_PREFIXES -> reserve(reservations, cidr, CidrReservation.Type.PREFIX);
                case RESERVED -> reserve(reservations, cidr, CidrReservation.Type.EXPLICIT);
            }
        }
        return plan.add(Vpc.builder().id("main").addCidrBlock("10.0.0.0/16").build())
                .add(subnet(block, reservations))
                .build();
    }

    private static Subnet subnet(Cidr block, List<CidrReservation> reservations) {
        return Subnet.builder()
                .id("web")
                .vpcId("main")
                .availabilityZone("z")
                .cidrBlock(block)
                .cidrReservations(reservations)
                .build();
    }

    private static void reserve(List<CidrReservation> reservations, Cidr cidr, CidrReservation.Type type) {
        if (reservations.stream().noneMatch(other -> other.cidr().overlaps(cidr))) {
            reservations.add(new CidrReservation(cidr, type));
        }
    }

    private static SubnetModel model(NetworkPlan plan) {
        return new SubnetModel(plan, plan.subnet("web").orElseThrow());
    }

    private static SubnetBlocks blocks(NetworkPlan plan) {
        return SubnetBlocks.of(plan, "web").orElseThrow();
    }

    @Property(tries = 300)
    void parts_coverTheSubnetInOrder_eachInTheStateOfItsAddresses(@ForAll("plans") NetworkPlan plan) {
        SubnetBlocks blocks = blocks(plan);
        SubnetModel model = model(plan);
        int at = 0;
        for (SubnetBlocks.Part part : blocks.parts()) {
            assertThat(part.range().first())
                    .isEqualTo(blocks.subnet().cidrBlock().orElseThrow().nth(at));
            for (int i = 0; i < part.blocks(); i++, at += 16) {
                assertThat(part.state()).as(blocks.toString()).isEqualTo(model.state(at));
            }
        }
        assertThat(at).isEqualTo(model.size);
    }

    @Property(tries = 300)
    void numbers_agreeWithTakingOneAfterTheOther(
            @ForAll("plans") NetworkPlan plan,
            @ForAll @IntRange(min = 1, max = 4) int interfaces,
            @ForAll @IntRange(max = 20) int secondaries,
            @ForAll @IntRange(max = 5) int prefixes) {
        SubnetBlocks blocks = blocks(plan);
        SubnetModel model = model(plan);
        assertThat(blocks.freeAddresses()).isEqualTo(model.freeAddresses());
        assertThat(blocks.freePrefixes()).isEqualTo(model.freePrefixes());
        assertThat(blocks.prefixes().count()).isEqualTo(model.freePrefixes());
        assertThat(blocks.fragmentation()).isEqualTo(model.fragmentation(), within(1e-9));
        AddressNeeds needs = new AddressNeeds(interfaces, secondaries, prefixes);
        assertThat(blocks.instances(needs)).as(blocks.toString()).isEqualTo(model.fit(needs));
        assertThat(blocks.enis()).isEqualTo(model.fit(AddressNeeds.ofOneInterface()));
    }

    /** Every part of the subnet is tried, the smallest first. */
    private static Optional<Cidr> smallest(Cidr block, SubnetModel model, int prefixes) {
        for (int length = 28; length > block.prefixLength(); length--) {
            Optional<Cidr> highest = block.split(length)
                    .filter(candidate -> model.protectedBy(candidate) >= prefixes)
                    .reduce((one, other) -> other);
            if (highest.isPresent()) {
                return highest;
            }
        }
        return Optional.empty();
    }

    @Property(tries = 300)
    void reservationFor_isTheSmallestThatProtectsEnough_andKeepsItsPromise(
            @ForAll("plans") NetworkPlan plan, @ForAll @IntRange(min = 1, max = 20) int prefixes) {
        SubnetModel model = model(plan);
        Subnet subnet = plan.subnet("web").orElseThrow();
        Cidr block = subnet.cidrBlock().orElseThrow();
        Optional<CidrReservation> found = blocks(plan).reservationFor(prefixes);
        assertThat(found.map(CidrReservation::cidr)).isEqualTo(smallest(block, model, prefixes));
        int most = 0;
        while (smallest(block, model, most + 1).isPresent()) {
            most++;
        }
        assertThat(blocks(plan).largestReservation().map(CidrReservation::cidr))
                .isEqualTo(most == 0 ? Optional.empty() : smallest(block, model, most));
        if (found.isPresent()) {
            List<CidrReservation> more = new ArrayList<>(subnet.cidrReservations());
            more.add(found.get());
            NetworkPlan reserved = plan.toBuilder().put(subnet(block, more)).build();
            assertThat(blocks(reserved).freePrefixes()).isGreaterThanOrEqualTo(prefixes);
        }
    }
}
