package io.enikit.testkit;

import io.enikit.model.Attachment;
import io.enikit.model.ConnectionTracking;
import io.enikit.model.ElasticIp;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.Instance;
import io.enikit.model.InstanceState;
import io.enikit.model.InterfaceType;
import io.enikit.model.Resource;
import io.enikit.model.SecurityGroup;
import io.enikit.model.Subnet;
import io.enikit.model.TrunkAssociation;
import io.enikit.model.Vpc;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds simpler forms of one resource, each without one thing that it need not have. */
final class ResourceShrinker {
    static final String PLAIN_ZONE = "eu-west-1a";
    private static final String PLAIN_TYPE = "m5.large";

    private ResourceShrinker() {}

    static Stream<? extends Resource> of(Resource resource) {
        return Stream.concat(
                Stream.of(Owned.byNobody(resource)),
                resource.<Stream<? extends Resource>>match(
                        ResourceShrinker::of,
                        ResourceShrinker::of,
                        ResourceShrinker::of,
                        ResourceShrinker::of,
                        ResourceShrinker::of,
                        ResourceShrinker::of));
    }

    private static Stream<Vpc> of(Vpc vpc) {
        return Stream.of(
                vpc.toBuilder()
                        .cidrBlocks(vpc.cidrBlocks().stream().limit(1).toList())
                        .build(),
                vpc.toBuilder().ipv6CidrBlocks(List.of()).build(),
                vpc.toBuilder().region(Optional.empty()).build(),
                vpc.toBuilder().internetGatewayAttached(false).build(),
                vpc.toBuilder().defaultVpc(false).tags(Map.of()).build());
    }

    private static Stream<Subnet> of(Subnet subnet) {
        return Stream.of(
                subnet.toBuilder().cidrReservations(List.of()).build(),
                subnet.toBuilder()
                        .cidrReservations(allButLast(subnet.cidrReservations()))
                        .build(),
                subnet.toBuilder().ipv6CidrBlock(Optional.empty()).build(),
                subnet.toBuilder()
                        .availabilityZone(PLAIN_ZONE)
                        .zoneId(Optional.empty())
                        .build(),
                subnet.toBuilder().assignIpv6AddressOnCreation(false).build(),
                subnet.toBuilder().mapPublicIpOnLaunch(false).tags(Map.of()).build());
    }

    private static Stream<SecurityGroup> of(SecurityGroup group) {
        return Stream.of(
                group.toBuilder().groupName(group.id().toString()).build(),
                group.toBuilder()
                        .associatedVpcIds(List.of())
                        .description("")
                        .tags(Map.of())
                        .build());
    }

    private static Stream<Instance> of(Instance instance) {
        return Stream.of(
                instance.toBuilder().state(InstanceState.RUNNING).build(),
                instance.toBuilder().instanceType(PLAIN_TYPE).build(),
                instance.toBuilder()
                        .availabilityZone(Optional.empty())
                        .zoneId(Optional.empty())
                        .tags(Map.of())
                        .build());
    }

    private static Stream<Eni> of(Eni eni) {
        Eni.Builder bare = eni.toBuilder()
                .privateIpAddresses(primaryOf(eni))
                .ipv4Prefixes(List.of())
                .ipv6Addresses(List.of())
                .ipv6Prefixes(List.of());
        Stream<Eni> simpler = Stream.of(
                bare.build(),
                eni.toBuilder().privateIpAddresses(primaryOf(eni)).build(),
                eni.toBuilder().ipv4Prefixes(List.of()).build(),
                eni.toBuilder().ipv4Prefixes(halfOf(eni.ipv4Prefixes())).build(),
                eni.toBuilder()
                        .privateIpAddresses(halfOf(eni.privateIpAddresses()))
                        .build(),
                eni.toBuilder()
                        .privateIpAddresses(allButLast(eni.privateIpAddresses()))
                        .build(),
                eni.toBuilder().ipv6Addresses(List.of()).build(),
                eni.toBuilder().ipv6Addresses(allButLast(eni.ipv6Addresses())).build(),
                eni.toBuilder().ipv6Prefixes(List.of()).build(),
                eni.toBuilder()
                        .securityGroups(eni.securityGroups().stream().limit(1).toList())
                        .build(),
                eni.toBuilder().interfaceType(InterfaceType.INTERFACE).build(),
                eni.toBuilder()
                        .sourceDestCheck(true)
                        .description("")
                        .tags(Map.of())
                        .build(),
                eni.toBuilder()
                        .connectionTracking(ConnectionTracking.defaults())
                        .build(),
                eni.toBuilder().trunkAssociation(Optional.empty()).build(),
                eni.toBuilder()
                        .trunkAssociation(eni.trunkAssociation().map(ResourceShrinker::plain))
                        .build(),
                eni.toBuilder()
                        .requesterManaged(false)
                        .associatePublicIpAddress(false)
                        .publicIpv4(Optional.empty())
                        .build());
        return Stream.concat(simpler, eni.attachment().stream().flatMap(place -> of(eni, place)));
    }

    private static Stream<Eni> of(Eni eni, Attachment place) {
        Stream<Eni> elsewhere = Stream.of(
                        place.toBuilder().deleteOnTermination(false),
                        place.toBuilder().networkCardIndex(0),
                        place.toBuilder().deviceIndex(1))
                .map(simpler -> eni.toBuilder()
                        .attachment(simpler.attachmentId(Optional.empty()).build())
                        .build());
        return Stream.concat(
                Stream.of(eni.toBuilder().attachment(Optional.empty()).build()), elsewhere);
    }

    private static Stream<ElasticIp> of(ElasticIp elasticIp) {
        return Stream.of(
                elasticIp.toBuilder().publicIp(Optional.empty()).build(),
                elasticIp.toBuilder().region(Optional.empty()).build(),
                elasticIp.toBuilder().association(Optional.empty()).build());
    }

    private static TrunkAssociation plain(TrunkAssociation association) {
        return new TrunkAssociation(association.trunk(), TrunkAssociation.Protocol.VLAN, 1);
    }

    private static List<EniAddress> primaryOf(Eni eni) {
        return eni.privateIpAddresses().stream().filter(EniAddress::primary).toList();
    }

    private static <T> List<T> halfOf(List<T> list) {
        return list.subList(0, (list.size() + 1) / 2);
    }

    private static <T> List<T> allButLast(List<T> list) {
        return list.subList(0, Math.max(0, list.size() - 1));
    }
}
