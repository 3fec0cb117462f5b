package io.enikit.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.internal.PlanAccess;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import io.enikit.net.IpSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** After any edits, faults and all, the indexes of a plan say what a look at every resource says. */
class PlanIndexProperties {
    private static final List<String> NAMES = List.of("p", "q", "r", "s");

    @Provide
    Arbitrary<List<Resource>> puts() {
        return Arbitraries.oneOf(enis(), enis(), enis(), subnets(), groups(), elasticIps())
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    private static Arbitrary<String> name() {
        return Arbitraries.of(NAMES);
    }

    /** Addresses in and around the blocks that subnets have here. */
    private static Arbitrary<IpAddress> address() {
        return Arbitraries.integers()
                .between(0, 40)
                .map(i -> IpAddress.parse("10.0.0.0").plus(i));
    }

    private Arbitrary<Resource> enis() {
        Arbitrary<Set<EniAddress>> addresses = Combinators.combine(address(), Arbitraries.of(true, false))
                .as(EniAddress::new)
                .set()
                .ofMaxSize(3);
        Arbitrary<Set<Cidr>> prefixes =
                address().map(each -> Cidr.containing(each, 28)).set().ofMaxSize(1);
        return Combinators.combine(
                        name(), name(), addresses, prefixes, name().set().ofMaxSize(2), name().optional())
                .as((id, subnet, ips, delegated, groups, instance) -> Eni.builder()
                        .id(id)
                        .subnetId(subnet)
                        .macAddress("02:00:00:00:00:0" + ips.size())
                        .privateIpAddresses(ips)
                        .ipv4Prefixes(delegated)
                        .addSecurityGroups(groups.toArray(String[]::new))
                        .trunkAssociation(groups.stream()
                                .findFirst()
                                .map(trunk -> new TrunkAssociation(EniId.of(trunk), TrunkAssociation.Protocol.VLAN, 1)))
                        .attachment(instance.map(i -> Attachment.builder()
                                .instanceId(i)
                                .deviceIndex(i.length())
                                .attachmentId("eni-attach-" + id + i)
                                .build()))
                        .build());
    }

    private Arbitrary<Resource> subnets() {
        return Combinators.combine(
                        name(), name(), Arbitraries.of("10.0.0.0/28", "10.0.0.16/28", "10.0.0.0/27"), reservations())
                .as((id, vpc, block, reservations) -> Subnet.builder()
                        .id(id)
                        .vpcId(vpc)
                        .availabilityZone("z")
                        .cidrBlock(block)
                        .cidrReservations(reservations)
                        .build());
    }

    private static Arbitrary<Set<CidrReservation>> reservations() {
        return Combinators.combine(
                        address(), Arbitraries.integers().between(27, 32), Arbitraries.of(CidrReservation.Type.class))
                .as((address, length, type) -> new CidrReservation(Cidr.containing(address, length), type))
                .set()
                .ofMaxSize(2);
    }

    private Arbitrary<Resource> groups() {
        return Combinators.combine(name(), name(), name(), name().set().ofMaxSize(2))
                .as((id, vpc, name, others) -> SecurityGroup.builder()
                        .id(id)
                        .vpcId(vpc)
                        .groupName(name)
                        .associatedVpcIds(others.stream().map(VpcId::of).toList())
                        .build());
    }

    private Arbitrary<Resource> elasticIps() {
        return Combinators.combine(name(), name(), address())
                .as((id, eni, address) -> ElasticIp.builder()
                        .id(id)
                        .association(new ElasticIpAssociation(EniId.of(eni), address))
                        .build());
    }

    @Property
    void indexes_afterAnyEdits_equalARecount(@ForAll("puts") List<Resource> puts, @ForAll int removals) {
        NetworkPlan.Builder builder = NetworkPlan.builder();
        for (int i = 0; i < puts.size(); i++) {
            builder.put(puts.get(i));
            if ((removals >> (i % 31) & 1) == 1) {
                builder.remove(puts.get(i / 2).resourceId());
            }
            assertIndexesEqualRecount(builder.build());
            assertIndexesEqualRecount(PlanAccess.get().indexed(builder.build()));
        }
        assertNeighborsEqualRecount(builder.build());
        assertNeighborsEqualRecount(PlanAccess.get().indexed(builder.build()));
        assertThat(PlanText.read(PlanText.write(builder.build()))).isEqualTo(builder.build());
    }

    @Property
    void indexes_afterManyEditsAtOnce_equalARecount(
            @ForAll("puts") List<Resource> before, @ForAll("puts") List<Resource> puts, @ForAll int removals) {
        NetworkPlan.Builder builder = NetworkPlan.builder();
        before.forEach(builder::put);
        NetworkPlan plan = builder.build();
        assertIndexesEqualRecount(plan);
        NetworkPlan.Builder atOnce = plan.toBuilder();
        NetworkPlan.Builder oneByOne = plan.toBuilder();
        for (int i = 0; i < puts.size(); i++) {
            boolean removes = (removals >> (i % 31) & 1) == 1;
            for (NetworkPlan.Builder each : List.of(atOnce, oneByOne)) {
                each.put(puts.get(i));
                if (removes) {
                    each.remove(puts.get(i / 2).resourceId());
                }
            }
            oneByOne.build();
        }
        assertIndexesEqualRecount(atOnce.build());
        assertThat(atOnce.build()).isEqualTo(oneByOne.build()).hasSameHashCodeAs(oneByOne.build());
    }

    private static void assertIndexesEqualRecount(NetworkPlan plan) {
        for (String name : NAMES) {
            assertThat(plan.enisIn(name))
                    .containsExactlyElementsOf(enis(plan, eni -> eni.subnetId().equals(SubnetId.of(name))));
            assertThat(plan.enisOf(name))
                    .containsExactlyInAnyOrderElementsOf(
                            enis(plan, eni -> eni.instanceId().equals(Optional.of(InstanceId.of(name)))));
            assertThat(plan.enisWith(SecurityGroupId.of(name)))
                    .containsExactlyElementsOf(
                            enis(plan, eni -> eni.securityGroups().contains(SecurityGroupId.of(name))));
            assertThat(plan.subnetsOf(VpcId.of(name)))
                    .containsExactlyElementsOf(plan.subnets().stream()
                            .filter(subnet -> subnet.vpcId().equals(VpcId.of(name)))
                            .toList());
            assertThat(plan.branchesOf(EniId.of(name)))
                    .containsExactlyElementsOf(enis(
                            plan,
                            eni -> eni.trunkAssociation()
                                    .filter(branch -> branch.trunk().equals(EniId.of(name)))
                                    .isPresent()));
            assertThat(plan.elasticIpsOf(EniId.of(name)))
                    .containsExactlyElementsOf(plan.elasticIps().stream()
                            .filter(ip -> ip.association()
                                    .filter(a -> a.eniId().equals(EniId.of(name)))
                                    .isPresent())
                            .toList());
        }
        for (int i = 0; i <= 40; i++) {
            IpAddress address = IpAddress.parse("10.0.0.0").plus(i);
            List<Eni> owners = enis(plan, eni -> eni.owns(address));
            assertThat(plan.ownersOf(address)).containsExactlyElementsOf(owners);
        }
        for (Eni eni : plan.enis()) {
            List<Eni> same = enis(plan, other -> other.macAddress().equals(eni.macAddress()));
            assertThat(plan.enisWith(eni.macAddress())).containsExactlyElementsOf(same);
            assertThat(PlanAccess.get().isShared(plan, eni.macAddress())).isEqualTo(same.size() > 1);
            eni.attachment()
                    .flatMap(Attachment::attachmentId)
                    .ifPresent(id -> assertThat(plan.eniAttachedAs(id)).contains(eni));
        }
        plan.subnets().forEach(subnet -> assertSpacesEqualRecount(plan, subnet));
    }

    /** What rules ask: who shares something with whom in one subnet, one VPC, one trunk, at one address. */
    private static void assertNeighborsEqualRecount(NetworkPlan plan) {
        for (String block : List.of("10.0.0.0/26", "10.0.0.0/27", "10.0.0.16/28", "10.0.0.20/30", "10.0.0.5/32")) {
            assertOverlapsEqualRecount(plan, Cidr.parse(block));
        }
        for (String name : NAMES) {
            for (int i = 1; i <= 40; i += 3) {
                assertOwnersEqualRecount(
                        plan, SubnetId.of(name), IpAddress.parse("10.0.0.0").plus(i));
            }
        }
        for (Eni eni : plan.enis()) {
            eni.trunkAssociation()
                    .ifPresent(branch -> assertThat(PlanAccess.get().branchesWith(plan, branch))
                            .containsExactlyElementsOf(
                                    enis(plan, other -> other.trunkAssociation().equals(eni.trunkAssociation()))
                                            .stream()
                                            .map(Eni::id)
                                            .toList()));
        }
    }

    /** Looks at each subnet by itself: several may have one block, in one VPC or in several. */
    private static void assertOwnersEqualRecount(NetworkPlan plan, SubnetId subnet, IpAddress address) {
        List<EniId> owners = enis(plan, eni -> eni.subnetId().equals(subnet) && eni.owns(address)).stream()
                .map(Eni::id)
                .toList();
        assertThat(PlanAccess.get().isShared(plan, subnet, address)).isEqualTo(owners.size() > 1);
        assertThat(PlanAccess.get().ownersOf(plan, subnet, address)).containsExactlyElementsOf(owners);
        Cidr prefix = Cidr.containing(address, 28);
        assertThat(PlanAccess.get().firstOwnerIn(plan, subnet, prefix))
                .isEqualTo(enis(plan, eni -> eni.subnetId().equals(subnet) && holdsAnyOf(eni, prefix)).stream()
                        .map(Eni::id)
                        .findFirst()
                        .orElse(null));
    }

    private static boolean holdsAnyOf(Eni eni, Cidr block) {
        return eni.privateIpAddresses().stream().anyMatch(each -> block.contains(each.address()))
                || eni.ipv4Prefixes().stream().anyMatch(block::overlaps);
    }

    private static void assertOverlapsEqualRecount(NetworkPlan plan, Cidr block) {
        assertThat(plan.ownersIn(block)).containsExactlyElementsOf(enis(plan, eni -> holdsAnyOf(eni, block)));
        for (String name : NAMES) {
            assertThat(plan.subnetsOverlapping(VpcId.of(name), block))
                    .containsExactlyElementsOf(plan.subnets().stream()
                            .filter(each -> each.vpcId().equals(VpcId.of(name)))
                            .filter(each -> each.cidrBlock().orElseThrow().overlaps(block))
                            .toList());
            assertThat(plan.securityGroupsOf(VpcId.of(name)))
                    .containsExactlyElementsOf(plan.securityGroups().stream()
                            .filter(each -> each.vpcId().equals(VpcId.of(name)))
                            .toList());
            assertThat(PlanAccess.get().groupsAssociatedWith(plan, VpcId.of(name)))
                    .containsExactlyElementsOf(plan.securityGroups().stream()
                            .filter(each -> each.associatedVpcIds().contains(VpcId.of(name)))
                            .map(SecurityGroup::id)
                            .toList());
            for (String groupName : NAMES) {
                assertThat(PlanAccess.get().groupsNamed(plan, VpcId.of(name), groupName))
                        .containsExactlyElementsOf(plan.securityGroupsOf(VpcId.of(name)).stream()
                                .filter(each -> each.groupName().equals(groupName))
                                .map(SecurityGroup::id)
                                .toList());
            }
        }
        for (ElasticIp elasticIp : plan.elasticIps()) {
            ElasticIpAssociation association = elasticIp.association().orElseThrow();
            assertThat(plan.elasticIpOf(association))
                    .isEqualTo(plan.elasticIps().stream()
                            .filter(each -> each.association().equals(elasticIp.association()))
                            .findFirst());
        }
    }

    private static void assertSpacesEqualRecount(NetworkPlan plan, Subnet subnet) {
        AddressSpace space = plan.addressSpace(subnet.id(), IpFamily.IPV4).orElseThrow();
        IpSet free = recountedFree(plan, subnet);
        assertThat(space.free().toIpSet()).isEqualTo(free);
        assertThat(plan.freeSpace(subnet.id(), IpFamily.IPV4)).contains(space.free());
        IpSet.Builder reserved = IpSet.builder();
        IpSet.Builder forPrefixes = IpSet.builder();
        for (CidrReservation each : subnet.cidrReservations()) {
            reserved.add(each.cidr());
            if (each.type() == CidrReservation.Type.PREFIX) {
                forPrefixes.add(each.cidr());
            }
        }
        IpSet unreserved = free.subtract(reserved.build());
        assertThat(space.forAddresses().toIpSet()).isEqualTo(unreserved);
        assertThat(space.forPrefixes().toIpSet())
                .isEqualTo(forPrefixes.build().isEmpty() ? unreserved : free.intersect(forPrefixes.build()));
        assertThat(plan.availableIpAddressCount(subnet.id()))
                .isEqualTo(unreserved.size().longValueExact());
    }

    private static IpSet recountedFree(NetworkPlan plan, Subnet subnet) {
        IpSet.Builder free = IpSet.builder().add(subnet.cidrBlock().orElseThrow());
        Set<Integer> reserved = Set.of(0, 1, 2, 3);
        reserved.forEach(i -> free.remove(subnet.cidrBlock().orElseThrow().nth(i)));
        free.remove(subnet.cidrBlock().orElseThrow().last());
        for (Eni eni : plan.enis()) {
            if (eni.subnetId().equals(subnet.id())) {
                eni.privateIpAddresses().forEach(each -> free.remove(each.address()));
                eni.ipv4Prefixes().forEach(free::remove);
            }
        }
        return free.build();
    }

    private static List<Eni> enis(NetworkPlan plan, java.util.function.Predicate<Eni> filter) {
        return plan.enis().stream().filter(filter).collect(Collectors.toCollection(ArrayList::new));
    }
}
