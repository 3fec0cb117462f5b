package io.enikit.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.internal.PlanAccess;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import io.enikit.net.IpSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Holds every answer of a plan against a search through all of its resources. */
final class PlanSearch {
    private static final PlanAccess INSIDE = PlanAccess.get();

    private final NetworkPlan plan;

    private PlanSearch(NetworkPlan plan) {
        this.plan = plan;
    }

    static void check(NetworkPlan plan) {
        PlanSearch search = new PlanSearch(plan);
        search.checkPlaces();
        CrowdedPlan.NAMES.forEach(search::checkNamed);
        for (int i = 0; i < CrowdedPlan.ADDRESSES; i += 3) {
            search.checkAddress(CrowdedPlan.address(i));
            search.checkAddress(CrowdedPlan.ipv6Address(i));
        }
        for (String block : List.of("10.0.0.0/26", "10.0.0.16/28", "10.0.0.20/30", "10.0.0.5/32", "2001:db8::/64")) {
            search.checkBlock(Cidr.parse(block));
        }
        for (int i = 0; i < 3; i++) {
            search.checkBlock(CrowdedPlan.ipv6Prefix(i));
        }
        plan.enis().forEach(search::checkEni);
        plan.subnets().forEach(search::checkSpaces);
    }

    private <R extends Resource> List<R> all(Collection<R> of, Predicate<R> wanted) {
        return of.stream().filter(wanted).toList();
    }

    private <R extends Resource> List<ResourceId> ids(Collection<R> of, Predicate<R> wanted) {
        return of.stream().filter(wanted).map(Resource::resourceId).toList();
    }

    private static <T, U> Predicate<T> has(Function<T, Optional<U>> field, U value) {
        return each -> field.apply(each).equals(Optional.of(value));
    }

    private void checkPlaces() {
        Set<String> regions = new TreeSet<>();
        plan.vpcs().forEach(each -> each.region().ifPresent(regions::add));
        plan.subnets().forEach(each -> each.zone().region().ifPresent(regions::add));
        plan.elasticIps().forEach(each -> each.region().ifPresent(regions::add));
        assertThat(plan.regions()).containsExactlyElementsOf(regions);
        Set<String> accounts = new TreeSet<>();
        plan.resources().forEach(each -> each.ownerId().ifPresent(accounts::add));
        assertThat(plan.accounts()).containsExactlyElementsOf(accounts);
        assertThat(INSIDE.defaultVpcs(plan))
                .containsExactlyElementsOf(
                        all(plan.vpcs(), Vpc::defaultVpc).stream().map(Vpc::id).toList());
        for (String zone : CrowdedPlan.ZONES) {
            assertThat(INSIDE.isZoneOfASubnet(plan, zone))
                    .isEqualTo(
                            !all(plan.subnets(), each -> each.availabilityZone().equals(zone))
                                    .isEmpty());
            for (Optional<String> owner : List.of(Optional.<String>empty(), Optional.of(CrowdedPlan.ACCOUNTS.get(0)))) {
                assertThat(INSIDE.subnetWithZoneId(plan, zone, owner))
                        .isEqualTo(all(
                                        plan.subnets(),
                                        each -> each.zoneId().isPresent()
                                                && each.availabilityZone().equals(zone)
                                                && each.ownerId().equals(owner))
                                .stream()
                                .map(Subnet::id)
                                .findFirst()
                                .orElse(null));
            }
        }
    }

    private void checkNamed(String name) {
        VpcId vpc = VpcId.of(name);
        SecurityGroupId group = SecurityGroupId.of(name);
        EniId eni = EniId.of(name);
        assertThat(plan.vpc(name))
                .isEqualTo(
                        all(plan.vpcs(), each -> each.id().equals(vpc)).stream().findFirst());
        assertThat(plan.instance(name)).isEqualTo(plan.find(InstanceId.of(name)));
        assertThat(plan.elasticIp(name)).isEqualTo(plan.find(ElasticIpId.of(name)));
        assertThat(plan.subnetsOf(vpc))
                .containsExactlyElementsOf(
                        all(plan.subnets(), each -> each.vpcId().equals(vpc)));
        assertThat(plan.securityGroupsOf(vpc))
                .containsExactlyElementsOf(
                        all(plan.securityGroups(), each -> each.vpcId().equals(vpc)));
        assertThat(INSIDE.groupsAssociatedWith(plan, vpc))
                .map(ResourceId.class::cast)
                .containsExactlyElementsOf(ids(
                        plan.securityGroups(), each -> each.associatedVpcIds().contains(vpc)));
        assertThat(plan.securityGroupsWithPeer(group))
                .containsExactlyElementsOf(
                        all(plan.securityGroups(), each -> each.peerIds().contains(group)));
        for (String groupName : CrowdedPlan.NAMES) {
            Predicate<SecurityGroup> named =
                    each -> each.vpcId().equals(vpc) && each.groupName().equals(groupName);
            assertThat(INSIDE.groupsNamed(plan, vpc, groupName))
                    .map(ResourceId.class::cast)
                    .containsExactlyElementsOf(ids(plan.securityGroups(), named));
            Optional<String> owner = Optional.of(CrowdedPlan.ACCOUNTS.get(1));
            assertThat(INSIDE.groupsNamed(plan, vpc, groupName, owner))
                    .map(ResourceId.class::cast)
                    .containsExactlyElementsOf(ids(
                            plan.securityGroups(),
                            named.and(each -> each.ownerId().equals(owner))));
        }
        assertThat(plan.enisWith(group))
                .containsExactlyElementsOf(
                        all(plan.enis(), each -> each.securityGroups().contains(group)));
        assertThat(plan.branchesOf(eni))
                .containsExactlyElementsOf(all(
                        plan.enis(), has(each -> each.trunkAssociation().map(TrunkAssociation::trunk), eni)));
        assertThat(plan.elasticIpsOf(eni))
                .containsExactlyElementsOf(all(
                        plan.elasticIps(), has(each -> each.association().map(ElasticIpAssociation::eniId), eni)));
        assertThat(plan.enisIn(name))
                .containsExactlyElementsOf(
                        all(plan.enis(), each -> each.subnetId().equals(SubnetId.of(name))));
        checkInstance(InstanceId.of(name));
        checkDemands(SubnetId.of(name));
    }

    private void checkInstance(InstanceId instance) {
        List<Eni> attached = new ArrayList<>(all(plan.enis(), has(Eni::instanceId, instance)));
        attached.sort(Comparator.comparing((Eni each) -> place(each)).thenComparing(Eni::id));
        assertThat(plan.enisOf(instance)).isEqualTo(attached);
        assertThat(plan.primaryEniOf(instance))
                .isEqualTo(attached.stream()
                        .filter(each -> place(each).equals("0 0"))
                        .findFirst());
        assertThat(INSIDE.sharesPlaces(plan, instance))
                .isEqualTo(attached.stream().map(PlanSearch::place).distinct().count() < attached.size());
    }

    private static String place(Eni eni) {
        Attachment place = eni.attachment().orElseThrow();
        return place.networkCardIndex() + " " + place.deviceIndex();
    }

    private void checkDemands(SubnetId subnet) {
        assertThat(plan.subnetDemandsOn(subnet))
                .containsExactlyInAnyOrderElementsOf(plan.subnetDemands().stream()
                        .filter(each -> each.subnets().contains(subnet))
                        .toList());
        List<Eni> awaiting = all(
                plan.enis(),
                each -> each.subnetId().equals(subnet) && !each.addressDemand().isNone());
        assertThat(plan.enisAwaitingAddressesIn(subnet)).containsExactlyElementsOf(awaiting);
        assertThat(plan.addressDemandOn(subnet))
                .isEqualTo(Stream.concat(
                                awaiting.stream().map(Eni::addressDemand),
                                plan.subnetDemands().stream().map(each -> each.shareOf(subnet)))
                        .reduce(AddressDemand.none(), AddressDemand::plus));
    }

    private void checkAddress(IpAddress address) {
        List<Eni> owners = all(plan.enis(), each -> holds(each, Cidr.from(address)));
        assertThat(owners).allMatch(each -> each.owns(address));
        assertThat(plan.ownersOf(address)).containsExactlyElementsOf(owners);
        assertThat(plan.ownerOf(address)).isEqualTo(owners.stream().findFirst());
        for (String name : CrowdedPlan.NAMES) {
            SubnetId subnet = SubnetId.of(name);
            List<ResourceId> here = ids(owners, each -> each.subnetId().equals(subnet));
            assertThat(INSIDE.isShared(plan, subnet, address)).isEqualTo(here.size() > 1);
            assertThat(INSIDE.ownersOf(plan, subnet, address))
                    .map(ResourceId.class::cast)
                    .containsExactlyElementsOf(here);
        }
    }

    private static Stream<Cidr> singles(Eni eni) {
        return Stream.concat(eni.privateIpAddresses().stream(), eni.ipv6Addresses().stream())
                .map(each -> Cidr.from(each.address()));
    }

    private static Stream<Cidr> prefixes(Eni eni) {
        return Stream.concat(eni.ipv4Prefixes().stream(), eni.ipv6Prefixes().stream());
    }

    private static boolean holds(Eni eni, Cidr block) {
        return Stream.concat(singles(eni), prefixes(eni)).anyMatch(block::overlaps);
    }

    private void checkBlock(Cidr block) {
        List<Eni> owners = all(plan.enis(), each -> holds(each, block));
        assertThat(plan.ownersIn(block)).containsExactlyElementsOf(owners);
        assertThat(INSIDE.isIpv6BlockOfAVpc(plan, block))
                .isEqualTo(plan.vpcs().stream()
                        .anyMatch(vpc -> vpc.ipv6CidrBlocks().stream().anyMatch(block::overlaps)));
        for (String name : CrowdedPlan.NAMES) {
            SubnetId subnet = SubnetId.of(name);
            List<Eni> here = all(owners, each -> each.subnetId().equals(subnet));
            assertThat(INSIDE.firstOwnerIn(plan, subnet, block))
                    .isEqualTo(here.stream().map(Eni::id).findFirst().orElse(null));
            assertThat(INSIDE.firstOwnersInside(plan, subnet, block)).containsExactlyElementsOf(firstTwo(here, block));
            Predicate<Subnet> overlaps = each -> Stream.of(each.cidrBlock(), each.ipv6CidrBlock())
                    .flatMap(Optional::stream)
                    .anyMatch(block::overlaps);
            List<Subnet> around =
                    all(plan.subnets(), overlaps.and(each -> each.vpcId().equals(VpcId.of(name))));
            assertThat(plan.subnetsOverlapping(VpcId.of(name), block)).containsExactlyElementsOf(around);
            assertThat(INSIDE.subnetsOverlapping(plan, VpcId.of(name), block.family(), block))
                    .containsExactlyElementsOf(around.stream().map(Subnet::id).toList());
        }
    }

    /** Returns the first two owners of each address, and of each prefix, that a block overlaps. */
    private static Set<EniId> firstTwo(List<Eni> here, Cidr block) {
        Set<EniId> first = new TreeSet<>();
        for (Function<Eni, Stream<Cidr>> held :
                List.<Function<Eni, Stream<Cidr>>>of(PlanSearch::singles, PlanSearch::prefixes)) {
            here.stream()
                    .flatMap(held)
                    .distinct()
                    .filter(block::overlaps)
                    .forEach(each -> here.stream()
                            .filter(eni -> held.apply(eni).anyMatch(each::equals))
                            .limit(2)
                            .forEach(eni -> first.add(eni.id())));
        }
        return first;
    }

    private void checkEni(Eni eni) {
        List<Eni> same = all(plan.enis(), each -> each.macAddress().equals(eni.macAddress()));
        assertThat(plan.enisWith(eni.macAddress())).containsExactlyElementsOf(same);
        assertThat(INSIDE.isShared(plan, eni.macAddress())).isEqualTo(same.size() > 1);
        eni.attachment()
                .flatMap(Attachment::attachmentId)
                .ifPresent(id -> assertThat(plan.eniAttachedAs(id)).contains(eni));
        eni.trunkAssociation()
                .ifPresent(branch -> assertThat(INSIDE.branchesWith(plan, branch))
                        .map(ResourceId.class::cast)
                        .containsExactlyElementsOf(ids(plan.enis(), has(Eni::trunkAssociation, branch))));
        for (ElasticIp elasticIp : plan.elasticIps()) {
            elasticIp.association().ifPresent(association -> {
                List<ElasticIp> there = all(plan.elasticIps(), has(ElasticIp::association, association));
                assertThat(INSIDE.elasticIpsOf(plan, association))
                        .containsExactlyElementsOf(
                                there.stream().map(ElasticIp::id).toList());
                assertThat(plan.elasticIpOf(association)).contains(there.get(0));
            });
        }
    }

    private void checkSpaces(Subnet subnet) {
        for (IpFamily family : IpFamily.values()) {
            Optional<Cidr> block = subnet.cidrBlock(family);
            assertThat(plan.addressSpace(subnet.id(), family).map(AddressSpace::block))
                    .isEqualTo(block);
            block.ifPresent(each -> checkSpace(subnet, each));
        }
        if (subnet.cidrBlock().isEmpty()) {
            assertThat(plan.availableIpAddressCount(subnet.id())).isZero();
        }
    }

    private void checkSpace(Subnet subnet, Cidr block) {
        AddressSpace space = plan.addressSpace(subnet.id(), block.family()).orElseThrow();
        IpSet.Builder rest = IpSet.builder().add(block).remove(block.last());
        for (int i = 0; i < 4; i++) {
            rest.remove(block.first().plus(i));
        }
        all(plan.enis(), each -> each.subnetId().equals(subnet.id()))
                .forEach(eni -> Stream.concat(singles(eni), prefixes(eni)).forEach(rest::remove));
        IpSet free = rest.build();
        IpSet.Builder reserved = IpSet.builder();
        IpSet.Builder forPrefixes = IpSet.builder();
        subnet.cidrReservations().stream()
                .filter(each -> each.cidr().family() == block.family())
                .forEach(each -> {
                    reserved.add(each.cidr());
                    if (each.type() == CidrReservation.Type.PREFIX) {
                        forPrefixes.add(each.cidr());
                    }
                });
        IpSet outside = free.subtract(reserved.build());
        boolean prefixReservation = !forPrefixes.build().isEmpty();
        assertThat(space.free().toIpSet()).isEqualTo(free);
        assertThat(plan.freeSpace(subnet.id(), block.family())).contains(space.free());
        assertThat(space.forAddresses().toIpSet()).isEqualTo(outside);
        assertThat(space.hasPrefixReservation()).isEqualTo(prefixReservation);
        assertThat(space.forPrefixes().toIpSet())
                .isEqualTo(prefixReservation ? free.intersect(forPrefixes.build()) : outside);
        assertThat(space).hasToString(free.size() + " addresses are free");
        if (block.family() == IpFamily.IPV4) {
            AddressDemand demand = plan.addressDemandOn(subnet.id());
            long inPrefixes = prefixReservation ? 0 : 16 * demand.ipv4Prefixes();
            long left = outside.size().longValueExact() - inPrefixes - demand.ipv4Addresses();
            assertThat(plan.availableIpAddressCount(subnet.id())).isEqualTo(Math.max(0, left));
            assertThat(plan.availableIpAddressCount(subnet.id().toString())).isEqualTo(Math.max(0, left));
        }
    }
}
