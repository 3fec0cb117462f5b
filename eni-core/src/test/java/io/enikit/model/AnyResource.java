package io.enikit.model;

import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.MacAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Makes up resources with a value in every field, sensible or not, and odd characters wherever there is text. */
final class AnyResource {
    private static final String CHARACTERS = "ab-/ ,;=%#*:\"\\\n\t\u0001äß\u2028\ud83d\ude00";

    private final Random random;

    AnyResource(long seed) {
        random = new Random(seed);
    }

    Resource next() {
        return switch (random.nextInt(6)) {
            case 0 -> vpc();
            case 1 -> subnet();
            case 2 -> group();
            case 3 -> instance();
            case 4 -> elasticIp();
            default -> eni();
        };
    }

    Quotas quotas() {
        return Quotas.awsDefaults()
                .withVpcs(small())
                .withIpv4CidrBlocksPerVpc(small())
                .withIpv6CidrBlocksPerVpc(small())
                .withSubnetsPerVpc(small())
                .withAddressUsagePerVpc(small())
                .withNetworkInterfaces(small())
                .withSecurityGroups(small())
                .withSecurityGroupsPerInterface(small())
                .withRulesPerSecurityGroup(small())
                .withElasticIps(small());
    }

    private Vpc vpc() {
        return Vpc.builder()
                .id(id())
                .addAllCidrBlocks(some(this::block))
                .addAllIpv6CidrBlocks(some(this::ipv6Block))
                .region(maybe(this::text))
                .internetGatewayAttached(random.nextBoolean())
                .defaultVpc(random.nextBoolean())
                .ownerId(maybe(this::text))
                .tags(tags())
                .build();
    }

    private Subnet subnet() {
        return Subnet.builder()
                .id(id())
                .vpcId(id())
                .availabilityZone(text())
                .zoneId(maybe(this::text))
                .cidrBlock(maybe(this::block))
                .ipv6CidrBlock(maybe(this::ipv6Block))
                .ipv6Native(random.nextBoolean())
                .mapPublicIpOnLaunch(random.nextBoolean())
                .assignIpv6AddressOnCreation(random.nextBoolean())
                .addAllCidrReservations(some(() -> new CidrReservation(
                        random.nextBoolean() ? block() : ipv6Block(), one(CidrReservation.Type.values()))))
                .ownerId(maybe(this::text))
                .tags(tags())
                .build();
    }

    private SecurityGroup group() {
        SecurityGroup.Builder group = SecurityGroup.builder().id(id()).vpcId(id());
        maybe(this::text).ifPresent(group::groupName);
        if (random.nextBoolean()) {
            group.rules(SecurityGroupRules.none()
                    .with(RuleDirection.INGRESS, some(this::rule))
                    .with(RuleDirection.EGRESS, some(this::rule)));
        }
        return group.description(text())
                .addAllAssociatedVpcIds(some(() -> VpcId.of(id())))
                .ownerId(maybe(this::text))
                .tags(tags())
                .build();
    }

    private SecurityGroupRule rule() {
        String protocol = one(new String[] {"tcp", "17", "icmp", "-1", "50", "odd"});
        SecurityGroupRule rule = SecurityGroupRule.of(protocol, port(), port(), peer());
        Optional<String> id = maybe(this::id);
        rule = id.isPresent() ? rule.withSecurityGroupRuleId(id.get()) : rule;
        return random.nextBoolean() ? rule.withDescription(text()) : rule;
    }

    private OptionalInt port() {
        return random.nextBoolean() ? OptionalInt.of(random.nextInt(-1, 9)) : OptionalInt.empty();
    }

    private SecurityGroupPeer peer() {
        return switch (random.nextInt(4)) {
            case 0 -> SecurityGroupPeer.of(block());
            case 1 -> SecurityGroupPeer.of(SecurityGroupId.of(id()));
            case 2 -> SecurityGroupPeer.of(SecurityGroupId.of(id())).withUserId(id());
            default -> SecurityGroupPeer.ofPrefixList(id());
        };
    }

    private Instance instance() {
        return Instance.builder()
                .id(id())
                .instanceType(text())
                .state(one(InstanceState.values()))
                .availabilityZone(maybe(this::text))
                .zoneId(maybe(this::text))
                .ownerId(maybe(this::text))
                .tags(tags())
                .build();
    }

    private ElasticIp elasticIp() {
        return ElasticIp.builder()
                .id(id())
                .publicIp(maybe(this::address))
                .region(maybe(this::text))
                .association(maybe(this::association))
                .ownerId(maybe(this::text))
                .tags(tags())
                .build();
    }

    private ElasticIpAssociation association() {
        EniId eni = EniId.of(id());
        return one(
                new ElasticIpAssociation(eni, address()),
                ElasticIpAssociation.ofPrimary(eni),
                ElasticIpAssociation.ofAny(eni));
    }

    AddressDemand addressDemand() {
        return AddressDemand.none()
                .withIpv4Addresses(random.nextInt(3))
                .withIpv4Prefixes(random.nextInt(3))
                .withIpv6Addresses(random.nextInt(3))
                .withIpv6Prefixes(random.nextInt(2) * 10_000_000_000L);
    }

    SubnetDemand subnetDemand() {
        List<SubnetId> subnets = List.of(SubnetId.of(id()), SubnetId.of(id()));
        return random.nextBoolean()
                ? SubnetDemand.of(id(), subnets, random.nextInt(1000), addressDemand())
                : SubnetDemand.ofAddresses(id(), subnets.get(0), addressDemand());
    }

    private Eni eni() {
        Eni.Builder eni = Eni.builder().id(id()).subnetId(id());
        maybe(() -> MacAddress.of(random.nextLong() & 0xffffffffffffL)).ifPresent(eni::macAddress);
        return eni.interfaceType(one(InterfaceType.INTERFACE, InterfaceType.TRUNK, InterfaceType.of("a b,c")))
                .description(text())
                .addAllPrivateIpAddresses(some(() -> new EniAddress(address(), random.nextBoolean())))
                .addAllIpv4Prefixes(some(this::block))
                .addAllIpv6Addresses(some(() -> new EniAddress(ipv6Block().first(), random.nextBoolean())))
                .addAllIpv6Prefixes(some(this::ipv6Block))
                .addressDemand(addressDemand())
                .macAddressKnown(random.nextBoolean())
                .associatePublicIpAddress(random.nextBoolean())
                .publicIpv4(maybe(() -> random.nextBoolean() ? PublicIpv4.chosenByEc2() : PublicIpv4.of(address())))
                .addAllSecurityGroups(some(() -> SecurityGroupId.of(id())))
                .sourceDestCheck(random.nextBoolean())
                .requesterManaged(random.nextBoolean())
                .requesterId(maybe(this::text))
                .connectionTracking(tracking())
                .attachment(maybe(this::attachment))
                .trunkAssociation(maybe(() -> new TrunkAssociation(
                        EniId.of(id()), one(TrunkAssociation.Protocol.values()), random.nextInt())))
                .ownerId(maybe(this::text))
                .tags(tags())
                .build();
    }

    private Attachment attachment() {
        return Attachment.builder()
                .attachmentId(maybe(this::id))
                .instanceId(maybe(() -> InstanceId.of(id())))
                .instanceOwnerId(maybe(this::text))
                .deviceIndex(random.nextInt())
                .networkCardIndex(random.nextInt(3) - 1)
                .deleteOnTermination(random.nextBoolean())
                .status(one(AttachmentStatus.values()))
                .build();
    }

    private ConnectionTracking tracking() {
        ConnectionTracking tracking = ConnectionTracking.defaults();
        tracking = random.nextBoolean() ? tracking : tracking.withTcpEstablishedTimeout(random.nextInt());
        tracking = random.nextBoolean() ? tracking : tracking.withUdpStreamTimeout(random.nextInt());
        return random.nextBoolean() ? tracking : tracking.withUdpTimeout(random.nextInt());
    }

    private Map<String, String> tags() {
        Map<String, String> tags = new TreeMap<>();
        some(this::text).forEach(key -> tags.put(key, text()));
        return tags;
    }

    private String id() {
        return "n" + text();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(4); length > 0; length--) {
            text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return text.toString();
    }

    private IpAddress address() {
        return IpAddress.parse("10.0.0.0").plus(random.nextInt(1 << 20));
    }

    private Cidr block() {
        return Cidr.containing(address(), random.nextInt(33));
    }

    private Cidr ipv6Block() {
        return Cidr.containing(IpAddress.parse("2001:db8::").plus(random.nextLong() >>> 1), random.nextInt(129));
    }

    private int small() {
        return 1 + random.nextInt(16);
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> some(Supplier<T> value) {
        List<T> some = new ArrayList<>();
        for (int size = random.nextInt(3); size > 0; size--) {
            some.add(value.get());
        }
        return some;
    }
}
