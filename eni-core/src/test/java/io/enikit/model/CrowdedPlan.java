package io.enikit.model;

import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.MacAddress;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Makes up resources of few names, blocks and addresses, so that much is shared, in each other's way, or dangling. */
final class CrowdedPlan {
    static final List<String> NAMES = List.of("p", "q", "r", "s");
    /** The instances that interfaces are attached to, several to each. */
    private static final List<String> FEW = List.of("p", "q");

    static final List<String> ZONES = List.of("eu-west-1a", "eu-west-1b", "us-east-1a", "odd");
    static final List<String> ACCOUNTS = List.of("111122223333", "444455556666");

    /** How many addresses of each family are in and around the blocks that subnets have here. */
    static final int ADDRESSES = 40;

    private static final List<Cidr> BLOCKS =
            List.of(Cidr.parse("10.0.0.0/28"), Cidr.parse("10.0.0.16/28"), Cidr.parse("10.0.0.0/27"));
    private static final List<Cidr> IPV6_BLOCKS = List.of(Cidr.parse("2001:db8::/64"), Cidr.parse("2001:db8:0:1::/64"));

    private final Random random;

    CrowdedPlan(long seed) {
        random = new Random(seed);
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    static IpAddress address(int number) {
        return IpAddress.parse("10.0.0.0").plus(number);
    }

    static IpAddress ipv6Address(int number) {
        return IpAddress.parse("2001:db8::").plus(number);
    }

    /** The first of them holds the addresses above. */
    static Cidr ipv6Prefix(int number) {
        return Cidr.parse("2001:db8:0:0:" + number + "::/80");
    }

    String name() {
        return one(NAMES);
    }

    ResourceId id() {
        String name = name();
        return switch (random.nextInt(6)) {
            case 0 -> VpcId.of(name);
            case 1 -> SubnetId.of(name);
            case 2 -> SecurityGroupId.of(name);
            case 3 -> InstanceId.of(name);
            case 4 -> ElasticIpId.of(name);
            default -> EniId.of(name);
        };
    }

    Resource resource() {
        return switch (random.nextInt(10)) {
            case 0 -> vpc();
            case 1, 2 -> subnet();
            case 3 -> group();
            case 4 ->
                Instance.builder()
                        .id(name())
                        .instanceType("m5.large")
                        .ownerId(maybe(() -> one(ACCOUNTS)))
                        .build();
            case 5 -> elasticIp();
            default -> eni();
        };
    }

    List<SubnetDemand> demands() {
        return some(
                2, () -> SubnetDemand.of(name(), some(2, () -> SubnetId.of(name()), 1), random.nextInt(3), demand()));
    }

    private AddressDemand demand() {
        return AddressDemand.none().withIpv4Addresses(random.nextInt(3)).withIpv4Prefixes(random.nextInt(2));
    }

    private Vpc vpc() {
        return Vpc.builder()
                .id(name())
                .addAllIpv6CidrBlocks(some(2, () -> one(IPV6_BLOCKS)))
                .region(maybe(() -> one(List.of("eu-west-1", "us-east-1"))))
                .defaultVpc(random.nextBoolean())
                .ownerId(maybe(() -> one(ACCOUNTS)))
                .build();
    }

    private Subnet subnet() {
        return Subnet.builder()
                .id(name())
                .vpcId(name())
                .availabilityZone(one(ZONES))
                .zoneId(maybe(() -> "euw1-az1"))
                .cidrBlock(percent(80) ? Optional.of(one(BLOCKS)) : Optional.empty())
                .ipv6CidrBlock(maybe(() -> one(IPV6_BLOCKS)))
                .cidrReservations(some(2, this::reservation))
                .ownerId(maybe(() -> one(ACCOUNTS)))
                .build();
    }

    private CidrReservation reservation() {
        CidrReservation.Type type = one(List.of(CidrReservation.Type.values()));
        return random.nextBoolean()
                ? new CidrReservation(Cidr.containing(address(), 27 + random.nextInt(6)), type)
                : new CidrReservation(ipv6Prefix(random.nextInt(3)), type);
    }

    private SecurityGroup group() {
        SecurityGroupRules rules = SecurityGroupRules.none()
                .with(
                        RuleDirection.INGRESS,
                        some(2, () -> SecurityGroupRule.allTraffic(SecurityGroupPeer.of(SecurityGroupId.of(name())))));
        return SecurityGroup.builder()
                .id(name())
                .vpcId(name())
                .groupName(name())
                .rules(rules)
                .associatedVpcIds(some(2, () -> VpcId.of(name())))
                .ownerId(maybe(() -> one(ACCOUNTS)))
                .build();
    }

    private ElasticIp elasticIp() {
        EniId eni = EniId.of(name());
        ElasticIpAssociation association = percent(70)
                ? new ElasticIpAssociation(eni, address())
                : one(List.of(ElasticIpAssociation.ofAny(eni), ElasticIpAssociation.ofPrimary(eni)));
        return ElasticIp.builder()
                .id(name())
                .region(maybe(() -> "eu-west-1"))
                .association(maybe(() -> association))
                .ownerId(maybe(() -> one(ACCOUNTS)))
                .build();
    }

    private Eni eni() {
        return Eni.builder()
                .id(name())
                .subnetId(name())
                .macAddress(MacAddress.of(0x02_00_00_00_00_00L + random.nextInt(3)))
                .privateIpAddresses(some(4, () -> new EniAddress(address(), random.nextBoolean())))
                .ipv4Prefixes(some(2, () -> Cidr.containing(address(), 28)))
                .ipv6Addresses(some(3, () -> new EniAddress(ipv6Address(random.nextInt(ADDRESSES)), false)))
                .ipv6Prefixes(some(2, () -> ipv6Prefix(random.nextInt(3))))
                .addressDemand(percent(40) ? demand() : AddressDemand.none())
                .securityGroups(some(2, () -> SecurityGroupId.of(name())))
                .trunkAssociation(maybe(() ->
                        new TrunkAssociation(EniId.of(name()), TrunkAssociation.Protocol.VLAN, random.nextInt(2))))
                .attachment(maybe(() -> Attachment.builder()
                        .instanceId(percent(85) ? Optional.of(InstanceId.of(one(FEW))) : Optional.empty())
                        .networkCardIndex(random.nextInt(2))
                        .deviceIndex(random.nextInt(2))
                        .build()))
                .ownerId(maybe(() -> one(ACCOUNTS)))
                .build();
    }

    private IpAddress address() {
        return address(random.nextInt(ADDRESSES));
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> some(int most, Supplier<T> value) {
        return some(most, value, 0);
    }

    /** Returns different values, from so many to so many. */
    private <T> List<T> some(int most, Supplier<T> value, int least) {
        return IntStream.range(0, least + random.nextInt(most + 1 - least))
                .mapToObj(i -> value.get())
                .distinct()
                .toList();
    }
}
