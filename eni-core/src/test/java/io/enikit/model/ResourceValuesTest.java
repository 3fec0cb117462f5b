package io.enikit.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.MacAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every field of every resource: all ways to set it do the same, and the value shows it, prints it and keeps it. */
class ResourceValuesTest {
    private static final Cidr IPV4 = Cidr.parse("10.0.0.0/24");
    private static final Cidr PREFIX = Cidr.parse("10.0.0.16/28");
    private static final Cidr IPV6 = Cidr.parse("2001:db8::/64");
    private static final Cidr IPV6_PREFIX = Cidr.parse("2001:db8:0:0:1::/80");
    private static final IpAddress ADDRESS = IpAddress.parse("10.0.0.4");
    private static final IpAddress IPV6_ADDRESS = IpAddress.parse("2001:db8::4");
    private static final IpAddress PUBLIC = IpAddress.parse("203.0.113.5");
    private static final MacAddress MAC = MacAddress.parse("02:00:00:00:00:01");
    private static final EniAddress PRIMARY = new EniAddress(ADDRESS, true);
    private static final EniAddress SECONDARY = new EniAddress(ADDRESS, false);
    private static final EniAddress SECONDARY_IPV6 = new EniAddress(IPV6_ADDRESS, false);
    private static final CidrReservation RESERVATION = new CidrReservation(PREFIX, CidrReservation.Type.EXPLICIT);
    private static final TrunkAssociation BRANCH =
            new TrunkAssociation(EniId.of("t"), TrunkAssociation.Protocol.VLAN, 7);
    private static final SecurityGroupId GROUP = SecurityGroupId.of("g");

    /** A field: what sets it, in all ways, and how it is read. */
    private static <B extends ResourceBuilder<B>, R extends Resource> Arguments field(
            Type<B, R> type, String name, Function<R, ?> read, Object value, List<UnaryOperator<B>> ways) {
        return Arguments.of(
                name, type.of(builder -> builder), ways.stream().map(type::of).toList(), type.copy, read, value);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static <T> List<T> ways(T... ways) {
        return Arrays.asList(ways);
    }

    /** A kind of resource, as its smallest value is made. */
    private record Type<B extends ResourceBuilder<B>, R extends Resource>(
            Supplier<B> start, Function<B, R> build, Function<R, R> copy) {
        R of(UnaryOperator<B> change) {
            return build.apply(change.apply(start.get()));
        }

        /** The fields that all kinds have. */
        Stream<Arguments> common() {
            return Stream.of(
                    field(
                            this,
                            "ownerId",
                            Resource::ownerId,
                            Optional.of("111122223333"),
                            ways(b -> b.ownerId("111122223333"), b -> b.ownerId(Optional.of("111122223333")))),
                    field(
                            this,
                            "tags",
                            Resource::tags,
                            Map.of("a", "b"),
                            ways(
                                    b -> b.putTag("a", "b"),
                                    b -> b.tags(Map.of("a", "b")),
                                    b -> b.tags(Map.of("c", "d")).tags(Map.of("a", "b")))));
        }
    }

    private static final Type<Vpc.Builder, Vpc> VPC = new Type<>(
            () -> Vpc.builder().id("v"),
            Vpc.Builder::build,
            vpc -> vpc.toBuilder().build());
    private static final Type<Subnet.Builder, Subnet> SUBNET = new Type<>(
            () -> Subnet.builder().id("s").vpcId("v").availabilityZone("z"),
            Subnet.Builder::build,
            subnet -> subnet.toBuilder().build());
    private static final Type<SecurityGroup.Builder, SecurityGroup> SECURITY_GROUP = new Type<>(
            () -> SecurityGroup.builder().id("g").vpcId("v"),
            SecurityGroup.Builder::build,
            group -> group.toBuilder().build());
    private static final Type<Instance.Builder, Instance> INSTANCE = new Type<>(
            () -> Instance.builder().id("i").instanceType("m5.large"),
            Instance.Builder::build,
            instance -> instance.toBuilder().build());
    private static final Type<Eni.Builder, Eni> ENI = new Type<>(
            () -> Eni.builder().id("e").subnetId("s"),
            Eni.Builder::build,
            eni -> eni.toBuilder().build());
    private static final Type<ElasticIp.Builder, ElasticIp> ELASTIC_IP = new Type<>(
            () -> ElasticIp.builder().id("p"),
            ElasticIp.Builder::build,
            elasticIp -> elasticIp.toBuilder().build());

    static Stream<Arguments> fields() {
        return Stream.of(VPC, SUBNET, SECURITY_GROUP, INSTANCE, ENI, ELASTIC_IP).flatMap(Type::common);
    }

    static Stream<Arguments> networkFields() {
        SecurityGroupRules rules = SecurityGroupRules.none();
        return Stream.of(
                field(VPC, "id", Vpc::id, VpcId.of("w"), ways(b -> b.id("w"), b -> b.id(VpcId.of("w")))),
                field(
                        VPC,
                        "cidrBlocks",
                        Vpc::cidrBlocks,
                        List.of(IPV4),
                        ways(
                                b -> b.addCidrBlock(IPV4),
                                b -> b.addCidrBlock("10.0.0.0/24"),
                                b -> b.addAllCidrBlocks(List.of(IPV4)),
                                b -> b.addCidrBlock(PREFIX).cidrBlocks(List.of(IPV4)))),
                field(
                        VPC,
                        "ipv6CidrBlocks",
                        Vpc::ipv6CidrBlocks,
                        List.of(IPV6),
                        ways(
                                b -> b.addIpv6CidrBlock(IPV6),
                                b -> b.addIpv6CidrBlock("2001:db8::/64"),
                                b -> b.addAllIpv6CidrBlocks(List.of(IPV6)),
                                b -> b.addIpv6CidrBlock(IPV6_PREFIX).ipv6CidrBlocks(List.of(IPV6)))),
                field(
                        VPC,
                        "region",
                        Vpc::region,
                        Optional.of("eu-west-1"),
                        ways(b -> b.region("eu-west-1"), b -> b.region(Optional.of("eu-west-1")))),
                field(
                        VPC,
                        "internetGatewayAttached",
                        Vpc::internetGatewayAttached,
                        true,
                        ways(b -> b.internetGatewayAttached(true))),
                field(VPC, "defaultVpc", Vpc::defaultVpc, true, ways(b -> b.defaultVpc(true))),
                field(SUBNET, "id", Subnet::id, SubnetId.of("t"), ways(b -> b.id("t"), b -> b.id(SubnetId.of("t")))),
                field(
                        SUBNET,
                        "vpcId",
                        Subnet::vpcId,
                        VpcId.of("w"),
                        ways(b -> b.vpcId("w"), b -> b.vpcId(VpcId.of("w")))),
                field(SUBNET, "availabilityZone", Subnet::availabilityZone, "y", ways(b -> b.availabilityZone("y"))),
                field(
                        SUBNET,
                        "zoneId",
                        Subnet::zoneId,
                        Optional.of("euw1-az2"),
                        ways(b -> b.zoneId("euw1-az2"), b -> b.zoneId(Optional.of("euw1-az2")))),
                field(
                        SUBNET,
                        "cidrBlock",
                        Subnet::cidrBlock,
                        Optional.of(IPV4),
                        ways(
                                b -> b.cidrBlock(IPV4),
                                b -> b.cidrBlock("10.0.0.0/24"),
                                b -> b.cidrBlock(Optional.of(IPV4)))),
                field(
                        SUBNET,
                        "ipv6CidrBlock",
                        Subnet::ipv6CidrBlock,
                        Optional.of(IPV6),
                        ways(
                                b -> b.ipv6CidrBlock(IPV6),
                                b -> b.ipv6CidrBlock("2001:db8::/64"),
                                b -> b.ipv6CidrBlock(Optional.of(IPV6)))),
                field(SUBNET, "ipv6Native", Subnet::ipv6Native, true, ways(b -> b.ipv6Native(true))),
                field(
                        SUBNET,
                        "mapPublicIpOnLaunch",
                        Subnet::mapPublicIpOnLaunch,
                        true,
                        ways(b -> b.mapPublicIpOnLaunch(true))),
                field(
                        SUBNET,
                        "assignIpv6AddressOnCreation",
                        Subnet::assignIpv6AddressOnCreation,
                        true,
                        ways(b -> b.assignIpv6AddressOnCreation(true))),
                field(
                        SUBNET,
                        "cidrReservations",
                        Subnet::cidrReservations,
                        List.of(RESERVATION),
                        ways(
                                b -> b.addCidrReservation(RESERVATION),
                                b -> b.addCidrReservations(RESERVATION),
                                b -> b.addAllCidrReservations(List.of(RESERVATION)),
                                b -> b.addCidrReservation(new CidrReservation(IPV6, CidrReservation.Type.PREFIX))
                                        .cidrReservations(List.of(RESERVATION)))),
                field(
                        SECURITY_GROUP,
                        "id",
                        SecurityGroup::id,
                        SecurityGroupId.of("h"),
                        ways(b -> b.id("h"), b -> b.id(SecurityGroupId.of("h")))),
                field(
                        SECURITY_GROUP,
                        "vpcId",
                        SecurityGroup::vpcId,
                        VpcId.of("w"),
                        ways(b -> b.vpcId("w"), b -> b.vpcId(VpcId.of("w")))),
                field(SECURITY_GROUP, "groupName", SecurityGroup::groupName, "web", ways(b -> b.groupName("web"))),
                field(SECURITY_GROUP, "description", SecurityGroup::description, "d", ways(b -> b.description("d"))),
                field(SECURITY_GROUP, "rules", SecurityGroup::rules, rules, ways(b -> b.rules(rules))),
                field(
                        SECURITY_GROUP,
                        "associatedVpcIds",
                        SecurityGroup::associatedVpcIds,
                        Set.of(VpcId.of("w")),
                        ways(
                                b -> b.addAssociatedVpcId(VpcId.of("w")),
                                b -> b.addAssociatedVpcIds(VpcId.of("w")),
                                b -> b.addAllAssociatedVpcIds(List.of(VpcId.of("w"))),
                                b -> b.addAssociatedVpcId(VpcId.of("u")).associatedVpcIds(List.of(VpcId.of("w"))))));
    }

    static Stream<Arguments> interfaceFields() {
        AddressDemand demand = AddressDemand.none().withIpv6Prefixes(2);
        ConnectionTracking tracking = ConnectionTracking.defaults().withUdpTimeout(30);
        Attachment attachment =
                Attachment.builder().instanceId("i").deviceIndex(1).build();
        return Stream.of(
                field(ENI, "id", Eni::id, EniId.of("f"), ways(b -> b.id("f"), b -> b.id(EniId.of("f")))),
                field(
                        ENI,
                        "subnetId",
                        Eni::subnetId,
                        SubnetId.of("t"),
                        ways(b -> b.subnetId("t"), b -> b.subnetId(SubnetId.of("t")))),
                field(
                        ENI,
                        "interfaceType",
                        Eni::interfaceType,
                        InterfaceType.EFA,
                        ways(b -> b.interfaceType(InterfaceType.EFA))),
                field(ENI, "description", Eni::description, "d", ways(b -> b.description("d"))),
                field(
                        ENI,
                        "macAddress",
                        Eni::macAddress,
                        MAC,
                        ways(b -> b.macAddress(MAC), b -> b.macAddress("02:00:00:00:00:01"))),
                field(ENI, "macAddressKnown", Eni::macAddressKnown, false, ways(b -> b.macAddressKnown(false))),
                field(
                        ENI,
                        "privateIpAddresses",
                        Eni::privateIpAddresses,
                        List.of(PRIMARY),
                        ways(
                                b -> b.primaryPrivateIpAddress("10.0.0.4"),
                                b -> b.addPrivateIpAddress(PRIMARY),
                                b -> b.addAllPrivateIpAddresses(List.of(PRIMARY)),
                                b -> b.secondaryPrivateIpAddress("10.0.0.9").privateIpAddresses(List.of(PRIMARY)))),
                field(
                        ENI,
                        "privateIpAddresses",
                        Eni::privateIpAddresses,
                        List.of(SECONDARY),
                        ways(b -> b.secondaryPrivateIpAddress("10.0.0.4"), b -> b.addPrivateIpAddress(SECONDARY))),
                field(
                        ENI,
                        "ipv4Prefixes",
                        Eni::ipv4Prefixes,
                        List.of(PREFIX),
                        ways(
                                b -> b.addIpv4Prefix(PREFIX),
                                b -> b.addAllIpv4Prefixes(List.of(PREFIX)),
                                b -> b.addIpv4Prefix(IPV4).ipv4Prefixes(List.of(PREFIX)))),
                field(
                        ENI,
                        "ipv6Addresses",
                        Eni::ipv6Addresses,
                        List.of(SECONDARY_IPV6),
                        ways(
                                b -> b.addIpv6Address(SECONDARY_IPV6),
                                b -> b.addIpv6Address("2001:db8::4"),
                                b -> b.addAllIpv6Addresses(List.of(SECONDARY_IPV6)),
                                b -> b.addIpv6Address("2001:db8::9").ipv6Addresses(List.of(SECONDARY_IPV6)))),
                field(
                        ENI,
                        "ipv6Prefixes",
                        Eni::ipv6Prefixes,
                        List.of(IPV6_PREFIX),
                        ways(
                                b -> b.addIpv6Prefix(IPV6_PREFIX),
                                b -> b.addAllIpv6Prefixes(List.of(IPV6_PREFIX)),
                                b -> b.addIpv6Prefix(IPV6).ipv6Prefixes(List.of(IPV6_PREFIX)))),
                field(ENI, "addressDemand", Eni::addressDemand, demand, ways(b -> b.addressDemand(demand))),
                field(
                        ENI,
                        "associatePublicIpAddress",
                        Eni::associatePublicIpAddress,
                        true,
                        ways(b -> b.associatePublicIpAddress(true))),
                field(
                        ENI,
                        "publicIpv4",
                        Eni::publicIpv4,
                        Optional.of(PublicIpv4.of(PUBLIC)),
                        ways(
                                b -> b.publicIpv4(PublicIpv4.of(PUBLIC)),
                                b -> b.publicIpv4(Optional.of(PublicIpv4.of(PUBLIC))))),
                field(
                        ENI,
                        "securityGroups",
                        Eni::securityGroups,
                        Set.of(GROUP),
                        ways(
                                b -> b.addSecurityGroup(GROUP),
                                b -> b.addSecurityGroups("g"),
                                b -> b.addAllSecurityGroups(List.of(GROUP)),
                                b -> b.addSecurityGroups("h").securityGroups(List.of(GROUP)))),
                field(ENI, "sourceDestCheck", Eni::sourceDestCheck, false, ways(b -> b.sourceDestCheck(false))),
                field(ENI, "requesterManaged", Eni::requesterManaged, true, ways(b -> b.requesterManaged(true))),
                field(
                        ENI,
                        "requesterId",
                        Eni::requesterId,
                        Optional.of("amazon-elb"),
                        ways(b -> b.requesterId(Optional.of("amazon-elb")))),
                field(
                        ENI,
                        "connectionTracking",
                        Eni::connectionTracking,
                        tracking,
                        ways(b -> b.connectionTracking(tracking))),
                field(
                        ENI,
                        "attachment",
                        eni -> eni.attachment().map(Attachment::deviceIndex),
                        Optional.of(1),
                        ways(
                                b -> b.attachment("i", 1),
                                b -> b.attachment(attachment),
                                b -> b.attachment(Optional.of(attachment)))),
                field(
                        ENI,
                        "trunkAssociation",
                        Eni::trunkAssociation,
                        Optional.of(BRANCH),
                        ways(b -> b.trunkAssociation(BRANCH), b -> b.trunkAssociation(Optional.of(BRANCH)))));
    }

    static Stream<Arguments> instanceFields() {
        ElasticIpAssociation association = new ElasticIpAssociation(EniId.of("e"), ADDRESS);
        return Stream.of(
                field(
                        INSTANCE,
                        "id",
                        Instance::id,
                        InstanceId.of("j"),
                        ways(b -> b.id("j"), b -> b.id(InstanceId.of("j")))),
                field(
                        INSTANCE,
                        "instanceType",
                        Instance::instanceType,
                        "t3.nano",
                        ways(b -> b.instanceType("t3.nano"))),
                field(
                        INSTANCE,
                        "state",
                        Instance::state,
                        InstanceState.STOPPED,
                        ways(b -> b.state(InstanceState.STOPPED))),
                field(
                        INSTANCE,
                        "availabilityZone",
                        Instance::availabilityZone,
                        Optional.of("z"),
                        ways(b -> b.availabilityZone("z"), b -> b.availabilityZone(Optional.of("z")))),
                field(
                        INSTANCE,
                        "zoneId",
                        Instance::zoneId,
                        Optional.of("euw1-az2"),
                        ways(b -> b.zoneId("euw1-az2"), b -> b.zoneId(Optional.of("euw1-az2")))),
                field(
                        ELASTIC_IP,
                        "id",
                        ElasticIp::id,
                        ElasticIpId.of("q"),
                        ways(b -> b.id("q"), b -> b.id(ElasticIpId.of("q")))),
                field(
                        ELASTIC_IP,
                        "publicIp",
                        ElasticIp::publicIp,
                        Optional.of(PUBLIC),
                        ways(
                                b -> b.publicIp(PUBLIC),
                                b -> b.publicIp("203.0.113.5"),
                                b -> b.publicIp(Optional.of(PUBLIC)))),
                field(
                        ELASTIC_IP,
                        "region",
                        ElasticIp::region,
                        Optional.of("eu-west-1"),
                        ways(b -> b.region("eu-west-1"), b -> b.region(Optional.of("eu-west-1")))),
                field(
                        ELASTIC_IP,
                        "association",
                        ElasticIp::association,
                        Optional.of(association),
                        ways(
                                b -> b.association("e", "10.0.0.4"),
                                b -> b.association(association),
                                b -> b.association(Optional.of(association)))));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource({"fields", "networkFields", "interfaceFields", "instanceFields"})
    void field_setInAnyWay_isReadAndPrintedAndKept(
            String name,
            Resource without,
            List<Resource> with,
            Function<Resource, Resource> copy,
            Function<Resource, ?> read,
            Object value) {
        Resource first = with.get(0);
        assertThat(read.apply(without)).isNotEqualTo(value);
        assertThat(with).allSatisfy(each -> {
            assertThat(each).isEqualTo(first).hasSameHashCodeAs(first).hasToString(first.toString());
            assertThat(read.apply(each)).isEqualTo(value);
        });
        assertThat(first).isNotEqualTo(without);
        assertThat(first.toString()).contains(name + "=").isNotEqualTo(without.toString());
        assertThat(copy.apply(first)).isEqualTo(first);
        assertThat(copy.apply(without)).isEqualTo(without);
    }
}
