package io.enikit.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.capacity.NodeAddresses.Refused;
import io.enikit.capacity.SubnetFit.Shortage;
import io.enikit.ipam.NetworkPlanner;
import io.enikit.limits.InstanceTypes;
import io.enikit.limits.LimitRules;
import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.ElasticIpId;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Quotas;
import io.enikit.model.Subnet;
import io.enikit.net.IpAddress;
import io.enikit.operations.Ec2;
import io.enikit.operations.Operation;
import io.enikit.rules.Ec2Rules;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NodeAddressesTest {
    private static final InstanceTypes TYPES = InstanceTypes.bundled();
    private static final Ec2 EC2 = Ec2.enforcing(Ec2Rules.standard().and(LimitRules.of(TYPES)));

    private static NetworkPlan node(String instanceType, int prefixLength) {
        return NetworkPlanner.create()
                .vpc(
                        "main",
                        "10.0.0.0/16",
                        vpc -> vpc.subnet("pods", "z", prefixLength)
                                .subnet("more", "z", 24)
                                .securityGroup("node"))
                .instance("node", instanceType, i -> i.primaryEni("pods", eni -> eni.securityGroups("node")))
                .plan();
    }

    private static NodeAddresses addresses(NetworkPlan plan) {
        return NodeAddresses.of(plan, "node", TYPES).orElseThrow();
    }

    private static NetworkPlan apply(NetworkPlan plan, List<Operation> operations) {
        return EC2.apply(plan, operations).orElseThrow();
    }

    private static List<Integer> secondaries(NetworkPlan plan) {
        return plan.enisOf("node").stream()
                .map(eni -> eni.privateIpAddresses().size() - 1)
                .toList();
    }

    @Test
    void equals_sameInstanceInAnEqualPlan_areEqual() {
        NodeAddresses node = addresses(node("m5.large", 24));
        assertThat(node)
                .isEqualTo(addresses(node("m5.large", 24)))
                .hasSameHashCodeAs(addresses(node("m5.large", 24)))
                .isNotEqualTo(addresses(node("m5.large", 25)))
                .isNotEqualTo(addresses(node("m5.xlarge", 24)))
                .isNotEqualTo(node.newInterfacesIn("more"));
    }

    @Test
    void forPods_aNodeWithOneInterface_getsItsAddressesAndTheInterfacesForThem() {
        NetworkPlan plan = node("m5.large", 24);
        List<Operation> operations = addresses(plan).forPods(20).orElseThrow();
        assertThat(operations)
                .extracting(Operation::action)
                .containsExactly("AssignPrivateIpAddresses", "CreateNetworkInterface", "AttachNetworkInterface");
        NetworkPlan after = apply(plan, operations);
        assertThat(addresses(after).count()).isEqualTo(18);
        assertThat(secondaries(after)).containsExactly(9, 9);
        assertThat(after.eni("node/eth1").map(Eni::securityGroups))
                .isEqualTo(after.eni("node/eth0").map(Eni::securityGroups));
        assertThat(addresses(after).forPods(20).orElseThrow())
                .as("nothing is left to do")
                .isEmpty();
    }

    @Test
    void forPodsWithPrefixes_takesOnePrefixFor16Pods() {
        NetworkPlan plan = node("m5.large", 24);
        NetworkPlan after = apply(plan, addresses(plan).forPodsWithPrefixes(110).orElseThrow());
        assertThat(after.eni("node/eth0").orElseThrow().ipv4Prefixes()).hasSize(7);
        assertThat(addresses(after).count()).isEqualTo(112);
        assertThat(addresses(after).forPodsWithPrefixes(114).orElseThrow()).isEmpty();
        assertThat(addresses(after).forPods(116).orElseThrow()).hasSize(1);
    }

    @Test
    void forPodsWithPrefixes_onXen_takesSecondaryAddresses() {
        NetworkPlan plan = node("t2.small", 24);
        NetworkPlan after = apply(plan, addresses(plan).forPodsWithPrefixes(11).orElseThrow());
        assertThat(secondaries(after)).containsExactly(3, 3, 3);
    }

    @Test
    void forAddresses_ofTheWarmPool_goesHandInHandWithSurplus() {
        VpcCniWarmPool warm = VpcCniWarmPool.defaults().withWarmIpTarget(2).withMinimumIpTarget(12);
        NetworkPlan plan = node("m5.large", 24);
        NetworkPlan busy = apply(
                plan,
                addresses(plan).forAddresses(warm.addresses(0, 20, 0).needed()).orElseThrow());
        assertThat(secondaries(busy)).containsExactly(9, 9, 4);
        int excess = warm.addresses(22, 3, 0).excess();
        NetworkPlan quiet = apply(busy, addresses(busy).surplusBeyond(22 - excess, Set.of()));
        assertThat(secondaries(quiet)).containsExactly(9, 3);
        assertThat(quiet.eni("node/eth2")).as("gone, not only detached").isEmpty();
        assertThat(addresses(quiet).surplusBeyond(12, Set.of())).isEmpty();
    }

    @Test
    void surplusBeyond_whatIsInUse_stays() {
        NetworkPlan plan = node("m5.large", 24);
        NetworkPlan full = apply(plan, addresses(plan).forPods(29).orElseThrow());
        IpAddress inUse =
                full.eni("node/eth2").orElseThrow().privateIpAddresses().get(4).address();
        EniId eth1 = EniId.of("node/eth1");
        IpAddress reachable = full.eni(eth1).orElseThrow().privateIpAddress().orElseThrow();
        NetworkPlan shared = full.toBuilder()
                .add(ElasticIp.builder()
                        .id(ElasticIpId.of("ip"))
                        .association(new ElasticIpAssociation(eth1, reachable))
                        .build())
                .build();
        NetworkPlan after = apply(shared, addresses(shared).surplusBeyond(0, Set.of(inUse)));
        assertThat(secondaries(after)).containsExactly(0, 0, 1);
        assertThat(after.ownerOf(inUse).map(Eni::id)).contains(EniId.of("node/eth2"));
    }

    @Test
    void surplusBeyond_fewerThan16_keepsAPrefix() {
        NetworkPlan plan = node("m5.large", 24);
        NetworkPlan three =
                apply(plan, addresses(plan).forAddressesWithPrefixes(40).orElseThrow());
        assertThat(addresses(three).surplusBeyond(33, Set.of())).isEmpty();
        NetworkPlan two = apply(three, addresses(three).surplusBeyond(32, Set.of()));
        assertThat(two.eni("node/eth0").orElseThrow().ipv4Prefixes()).hasSize(2);
    }

    @Test
    void newInterfacesIn_aSubnetOfPods_leavesThePrimaryInterfaceWhereItIs() {
        NetworkPlan plan = node("m5.large", 28);
        assertThat(addresses(plan).forPods(29)).isInstanceOf(Refused.class);
        NetworkPlan after =
                apply(plan, addresses(plan).newInterfacesIn("more").forPods(29).orElseThrow());
        assertThat(after.enisIn("pods")).hasSize(1);
        assertThat(after.enisIn("more")).hasSize(2);
    }

    @Test
    void forPods_moreThanTheTypeHolds_isRefusedWithNumbers() {
        assertThat(addresses(node("m5.large", 24)).forPods(40))
                .isEqualTo(
                        new Refused(
                                Shortage.INSTANCE_TYPE,
                                38,
                                27,
                                "node needs 38 addresses for pods and gets to 27: m5.large allows 3 interfaces with 10 addresses each"));
    }

    @Test
    void forPods_moreThanTheSubnetHasFree_isRefusedWithNumbers() {
        NodeAddresses small = addresses(node("m5.large", 28));
        assertThat(small.forPods(20))
                .isEqualTo(new Refused(
                        Shortage.ADDRESSES,
                        18,
                        9,
                        "node needs 18 addresses for pods and gets to 9: subnet pods has 10 free addresses"));
        assertThat(small.forPodsWithPrefixes(20))
                .isEqualTo(
                        new Refused(
                                Shortage.PREFIXES,
                                18,
                                0,
                                "node needs 18 addresses for pods and gets to 0: subnet pods has 0 free /28, of 10 free addresses"));
        assertThatThrownBy(() -> small.forPods(20).orElseThrow())
                .isInstanceOf(NodeRefusedException.class)
                .hasMessageContaining("subnet pods");
    }

    @Test
    void forPods_beyondTheQuotaOfInterfaces_isRefusedWithNumbers() {
        NetworkPlan plan = node("m5.large", 24).toBuilder()
                .quotas(Quotas.awsDefaults().withNetworkInterfaces(2))
                .build();
        assertThat(addresses(plan).forPods(29))
                .isEqualTo(new Refused(
                        Shortage.INTERFACE_QUOTA,
                        27,
                        18,
                        "node needs 27 addresses for pods and gets to 18: the quota is 2 interfaces"));
    }

    @Test
    void interfacesThatAreNotForPods_areLeftAlone() {
        NetworkPlan plan = node("m5.large", 24);
        NetworkPlan full = apply(plan, addresses(plan).forPods(11).orElseThrow());
        NetworkPlan own = full.toBuilder()
                .put(Eni.builder()
                        .id("management")
                        .subnetId("more")
                        .primaryPrivateIpAddress("10.0.1.9")
                        .secondaryPrivateIpAddress("10.0.1.10")
                        .addSecurityGroups("node")
                        .putTag("node.k8s.amazonaws.com/no_manage", "true")
                        .attachment("node", 1)
                        .build())
                .build();
        assertThat(addresses(own).count()).isEqualTo(9);
        NetworkPlan after = apply(own, addresses(own).forPods(20).orElseThrow());
        assertThat(after.eni("management")).isEqualTo(own.eni("management"));
        assertThat(after.eni("node/eth2")).isPresent();
        assertThat(addresses(own).forPods(21)).isInstanceOf(Refused.class);
        assertThat(apply(after, addresses(after).surplusBeyond(0, Set.of())).eni("management"))
                .isEqualTo(own.eni("management"));
    }

    @Test
    void of_unknownInstanceOrType_isEmpty() {
        NetworkPlan plan = node("m5.large", 24);
        assertThat(NodeAddresses.of(plan, "lost", TYPES)).isEmpty();
        assertThat(NodeAddresses.of(plan, "node", InstanceTypes.of(TYPES.limits("t2.small"))))
                .isEmpty();
        assertThatThrownBy(() -> addresses(plan).forPods(-1)).hasMessage("-1 pods: expected 0 or more");
        assertThatThrownBy(() -> addresses(plan).forAddresses(-1)).hasMessage("-1 addresses: expected 0 or more");
    }

    @Test
    void toString_anyNode_countsAddressesAndInterfaces() {
        NetworkPlan plan = node("m5.large", 24);
        assertThat(addresses(plan)).hasToString("node: 0 addresses for pods on 1 interface");
        assertThat(addresses(apply(plan, addresses(plan).forAddresses(1).orElseThrow())))
                .hasToString("node: 1 address for pods on 1 interface");
        assertThat(addresses(apply(plan, addresses(plan).forPods(20).orElseThrow())))
                .hasToString("node: 18 addresses for pods on 2 interfaces");
    }

    @Test
    void forPods_nameOfANewInterfaceIsTaken_appendsANumber() {
        NetworkPlan plan = node("m5.large", 24).toBuilder()
                .add(Eni.builder().id("node/eth1").subnetId("more").build())
                .build();
        NetworkPlan after = apply(plan, addresses(plan).forPods(20).orElseThrow());
        assertThat(after.enisOf("node"))
                .extracting(Eni::id)
                .containsExactly(EniId.of("node/eth0"), EniId.of("node/eth1-2"));
    }

    @Test
    void forPods_subnetThatCannotGiveAddresses_isRefusedWithTheReason() {
        NodeAddresses node = addresses(node("m5.large", 24));
        assertThatThrownBy(() -> node.newInterfacesIn("lost").forPods(20).orElseThrow())
                .hasMessageEndingWith("gets to 9: subnet pods has 250 free addresses, subnet lost does not exist");
        NetworkPlan plan = node("m5.large", 24);
        NetworkPlan six = plan.toBuilder()
                .add(Subnet.builder()
                        .id("six")
                        .vpcId("main")
                        .availabilityZone("z")
                        .ipv6CidrBlock("2001:db8::/64")
                        .ipv6Native(true)
                        .build())
                .build();
        assertThatThrownBy(
                        () -> addresses(six).newInterfacesIn("six").forPods(20).orElseThrow())
                .hasMessageContaining("subnet six has no IPv4 block");
    }

    @Test
    void forAddressesWithPrefixes_moreThanFit_isRefusedWithAddressesAndBlocks() {
        NodeAddresses node = addresses(node("m5.large", 26));
        assertThat(node.forAddressesWithPrefixes(100))
                .isEqualTo(
                        new Refused(
                                Shortage.PREFIXES,
                                100,
                                32,
                                "node needs 100 addresses for pods and gets to 32: subnet pods has 2 free /28, of 58 free addresses"));
    }

    @Test
    void anyNumber_zeroIsAllowedAndNegativeIsRefused() {
        NetworkPlan plan = node("m5.large", 24);
        NodeAddresses node = addresses(plan);
        assertThat(node.forAddresses(0).orElseThrow()).isEmpty();
        assertThat(node.forAddressesWithPrefixes(0).orElseThrow()).isEmpty();
        assertThat(node.surplusBeyond(0, Set.of())).isEmpty();
        assertThatThrownBy(() -> node.forAddressesWithPrefixes(-1)).hasMessage("-1 addresses: expected 0 or more");
        assertThatThrownBy(() -> node.surplusBeyond(-1, Set.of())).hasMessage("-1 addresses: expected 0 or more");
        assertThat(node.surplusBeyond(5, Set.of())).as("fewer are there").isEmpty();
    }

    @Test
    void surplusBeyond_prefixInUse_stays() {
        NetworkPlan plan = node("m5.large", 24);
        NetworkPlan two =
                apply(plan, addresses(plan).forAddressesWithPrefixes(32).orElseThrow());
        IpAddress inUse =
                two.eni("node/eth0").orElseThrow().ipv4Prefixes().get(1).nth(3);
        NetworkPlan after = apply(two, addresses(two).surplusBeyond(0, Set.of(inUse)));
        assertThat(after.eni("node/eth0").orElseThrow().ipv4Prefixes())
                .containsExactly(
                        two.eni("node/eth0").orElseThrow().ipv4Prefixes().get(1));
    }
}
