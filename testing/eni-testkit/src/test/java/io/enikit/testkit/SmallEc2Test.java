package io.enikit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.Attachment;
import io.enikit.model.ElasticIp;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroup;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.operations.AllocateElasticIp;
import io.enikit.operations.ApplyResult;
import io.enikit.operations.AssignPrivateIpAddresses;
import io.enikit.operations.AssociateElasticIp;
import io.enikit.operations.AttachEni;
import io.enikit.operations.CreateEni;
import io.enikit.operations.CreateSecurityGroup;
import io.enikit.operations.CreateSubnet;
import io.enikit.operations.DeleteEni;
import io.enikit.operations.DeleteSecurityGroup;
import io.enikit.operations.DeleteSubnet;
import io.enikit.operations.DetachEni;
import io.enikit.operations.DisassociateElasticIp;
import io.enikit.operations.Ec2;
import io.enikit.operations.LaunchInstance;
import io.enikit.operations.LaunchInterface;
import io.enikit.operations.ModifyEni;
import io.enikit.operations.Operation;
import io.enikit.operations.ReleaseElasticIp;
import io.enikit.operations.StartInstance;
import io.enikit.operations.StopInstance;
import io.enikit.operations.TerminateInstance;
import io.enikit.operations.UnassignPrivateIpAddresses;
import io.enikit.rules.Ec2Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The engine and a second EC2, which knows nothing of it, answer the same, call by call. */
class SmallEc2Test {
    private static final int CALLS = Integer.getInteger("io.enikit.testkit.modelled", 10_000);
    private static final int CALLS_OF_A_RUN = 500;
    private static final IpAddress ORIGIN = IpAddress.parse("10.0.0.0");
    private static final Ec2 EC2 = Ec2.enforcing(Ec2Rules.standard());
    private static final List<String> BLOCKS =
            List.of("10.0.0.0/28", "10.0.0.16/28", "10.0.0.0/27", "10.0.0.32/28", "10.0.0.48/28", "10.0.0.32/27");

    private final List<Function<Random, Operation>> calls = List.of(
            this::createSubnet,
            this::deleteSubnet,
            this::createGroup,
            this::deleteGroup,
            this::create,
            this::create,
            this::create,
            this::create,
            this::create,
            this::setGroups,
            this::delete,
            this::assign,
            this::assign,
            this::unassign,
            this::unassign,
            this::attach,
            this::attach,
            this::attach,
            this::detach,
            this::detach,
            this::launch,
            this::stop,
            this::start,
            this::terminate,
            this::allocate,
            this::release,
            this::associate,
            this::associate,
            this::disassociate);

    private SmallEc2 small = new SmallEc2();
    private boolean expected;

    private static NetworkPlan start() {
        return NetworkPlan.builder()
                .put(Vpc.builder()
                        .id("v")
                        .addCidrBlock("10.0.0.0/16")
                        .internetGatewayAttached(true)
                        .build())
                .put(SecurityGroup.builder().id("default").vpcId("v").build())
                .build();
    }

    @Test
    void calls_madeUp_areAnsweredAsASecondModelAnswersThem() {
        Map<String, Integer> accepted = new TreeMap<>();
        Map<String, Integer> refused = new TreeMap<>();
        for (int seed = 0; seed < CALLS / CALLS_OF_A_RUN; seed++) {
            Random random = new Random(seed);
            NetworkPlan plan = start();
            small = new SmallEc2();
            for (int step = 0; step < CALLS_OF_A_RUN; step++) {
                String before = small.toString();
                Operation call = calls.get(random.nextInt(calls.size())).apply(random);
                ApplyResult result = EC2.apply(plan, call);
                assertThat(result.isAccepted())
                        .as("seed %d, step %d: %s on %s: %s", seed, step, call, before, result)
                        .isEqualTo(expected);
                (expected ? accepted : refused).merge(call.action(), 1, Integer::sum);
                if (expected) {
                    plan = result.orElseThrow();
                    assertThat(shown(plan))
                            .as("seed %d, step %d: %s on %s", seed, step, call, before)
                            .isEqualTo(shown(small));
                }
            }
        }
        assertThat(accepted).hasSize(19);
        assertThat(accepted)
                .as("accepted")
                .allSatisfy((call, count) -> assertThat(count).isGreaterThan(CALLS / 1_000));
        assertThat(refused.keySet()).isEqualTo(accepted.keySet());
    }

    private String subnet(Random random) {
        return id("s", 5, small.subnets.keySet(), random);
    }

    private String group(Random random) {
        return id("g", 3, small.groups, random);
    }

    private String nic(Random random) {
        return id("e", 9, small.nics.keySet(), random);
    }

    private String instance(Random random) {
        return id("i", 20, small.instances.keySet(), random);
    }

    private String elasticIp(Random random) {
        return id("x", 7, small.elasticIps.keySet(), random);
    }

    /** Returns an id of a kind: in three of four cases one that exists. */
    private static String id(String kind, int most, Set<String> there, Random random) {
        return there.isEmpty() || random.nextInt(4) == 0
                ? kind + random.nextInt(most)
                : List.copyOf(there).get(random.nextInt(there.size()));
    }

    /** Mostly one of those of an interface's subnet or of the interface itself. */
    private int address(String nic, Random random) {
        SmallEc2.Nic there = small.nics.get(nic);
        if (there == null || random.nextInt(8) == 0) {
            return random.nextInt(64);
        }
        return random.nextBoolean()
                ? there.addresses.get(random.nextInt(there.addresses.size()))
                : address(there.subnet, 0, random);
    }

    private int address(String subnet, int outside, Random random) {
        SmallEc2.Net net = small.subnets.get(subnet);
        return net == null ? random.nextInt(64) : net.first() + random.nextInt(net.last() - net.first() + 1 + outside);
    }

    private static IpAddress address(int number) {
        return ORIGIN.plus(number);
    }

    private Operation createSubnet(Random random) {
        String id = subnet(random);
        int zone = random.nextInt(2);
        Cidr block = Cidr.parse(BLOCKS.get(random.nextInt(BLOCKS.size())));
        int first = number(block.first());
        expected = small.createSubnet(id, zone, first, first + block.size().intValueExact() - 1);
        return CreateSubnet.of(id, "v", "eu-west-1" + (zone == 0 ? "a" : "b")).withCidrBlock(block);
    }

    private Operation deleteSubnet(Random random) {
        String id = subnet(random);
        expected = small.deleteSubnet(id);
        return DeleteSubnet.of(id);
    }

    private Operation createGroup(Random random) {
        String id = "g" + random.nextInt(3);
        expected = small.createGroup(id);
        return CreateSecurityGroup.of(id, "v").withDescription("made up");
    }

    private Operation deleteGroup(Random random) {
        String id = group(random);
        expected = small.deleteGroup(id);
        return DeleteSecurityGroup.of(id);
    }

    private Operation create(Random random) {
        String id = "e" + random.nextInt(9);
        String subnet = subnet(random);
        String group = group(random);
        int address = address(subnet, 1, random);
        expected = small.create(id, subnet, address, group);
        return CreateEni.of(id, subnet).withPrivateIpAddress(address(address)).withSecurityGroups(group);
    }

    private Operation setGroups(Random random) {
        String id = nic(random);
        Set<String> groups = new TreeSet<>(Set.of(group(random)));
        groups.add(group(random));
        expected = small.setGroups(id, groups);
        return ModifyEni.of(id).withSecurityGroups(groups.toArray(String[]::new));
    }

    private Operation delete(Random random) {
        String id = nic(random);
        expected = small.delete(id);
        return DeleteEni.of(id);
    }

    private Operation assign(Random random) {
        String id = nic(random);
        int address = address(random.nextBoolean() ? id : nic(random), random);
        boolean mayMove = random.nextBoolean();
        expected = small.assign(id, address, mayMove);
        return AssignPrivateIpAddresses.of(id)
                .plusPrivateIpAddress(address(address))
                .withAllowReassignment(mayMove);
    }

    private Operation unassign(Random random) {
        String id = nic(random);
        int address = address(id, random);
        expected = small.unassign(id, address);
        return UnassignPrivateIpAddresses.of(id).plusPrivateIpAddress(address(address));
    }

    private Operation attach(Random random) {
        String id = nic(random);
        String instance = instance(random);
        int index = 1 + random.nextInt(3);
        expected = small.attach(id, instance, index);
        return AttachEni.of(id, instance, index);
    }

    private Operation detach(Random random) {
        String id = nic(random);
        expected = small.detach(id);
        return DetachEni.of(id);
    }

    private Operation launch(Random random) {
        String id = "i" + random.nextInt(20);
        String nic = "e" + random.nextInt(9);
        String subnet = subnet(random);
        String group = group(random);
        int address = address(subnet, 1, random);
        expected = small.launch(id, nic, subnet, address, group);
        return LaunchInstance.of(id, "m5.large")
                .plusInterface(LaunchInterface.creating(
                        0,
                        CreateEni.of(nic, subnet)
                                .withPrivateIpAddress(address(address))
                                .withSecurityGroups(group)));
    }

    private Operation stop(Random random) {
        String id = instance(random);
        expected = small.stop(id);
        return StopInstance.of(id);
    }

    private Operation start(Random random) {
        String id = instance(random);
        expected = small.start(id);
        return StartInstance.of(id);
    }

    private Operation terminate(Random random) {
        String id = random.nextInt(4) == 0 ? instance(random) : "nobody";
        expected = small.terminate(id);
        return TerminateInstance.of(id);
    }

    private Operation allocate(Random random) {
        String id = "x" + random.nextInt(7);
        expected = small.allocate(id);
        return AllocateElasticIp.of(id);
    }

    private Operation release(Random random) {
        String id = elasticIp(random);
        expected = small.release(id);
        return ReleaseElasticIp.of(id);
    }

    private Operation associate(Random random) {
        String id = elasticIp(random);
        String nic = nic(random);
        int address = address(nic, random);
        boolean mayMove = random.nextBoolean();
        expected = small.associate(id, nic, address, mayMove);
        return AssociateElasticIp.of(id, nic)
                .withPrivateIpAddress(address(address))
                .withAllowReassociation(mayMove);
    }

    private Operation disassociate(Random random) {
        String id = elasticIp(random);
        expected = small.disassociate(id);
        return DisassociateElasticIp.of(id);
    }

    private static List<String> shown(SmallEc2 small) {
        List<String> shown = new ArrayList<>();
        small.subnets.forEach((id, net) -> shown.add(id + " " + net.zone() + " " + net.first()));
        small.nics.forEach((id, nic) -> shown.add(id + " " + nic));
        small.instances.forEach((id, machine) -> shown.add(id + " " + machine));
        small.elasticIps.forEach((id, place) -> shown.add(id + " " + place));
        small.groups.forEach(shown::add);
        return shown;
    }

    private static List<String> shown(NetworkPlan plan) {
        List<String> shown = new ArrayList<>();
        plan.subnets()
                .forEach(net ->
                        shown.add(net.id() + " " + (net.availabilityZone().endsWith("a") ? 0 : 1) + " "
                                + number(net.cidrBlock().orElseThrow().first())));
        plan.enis()
                .forEach(eni -> shown.add(eni.id() + " " + eni.subnetId() + " "
                        + eni.privateIpAddresses().stream()
                                .map(each -> number(each.address()))
                                .toList()
                        + " " + new TreeSet<>(eni.securityGroups())
                        + eni.attachment().map(SmallEc2Test::shown).orElse("")));
        plan.instances().forEach(instance -> shown.add(instance.id() + " " + instance.state()));
        plan.elasticIps().forEach(elasticIp -> shown.add(elasticIp.id() + " " + place(elasticIp)));
        plan.securityGroups().stream()
                .map(group -> group.id().toString())
                .filter(id -> !id.equals("default"))
                .forEach(shown::add);
        return shown;
    }

    private static String shown(Attachment place) {
        return " " + place.instanceId().orElseThrow() + " " + place.deviceIndex()
                + (place.deleteOnTermination() ? " deleted" : "");
    }

    private static String place(ElasticIp elasticIp) {
        return elasticIp
                .association()
                .map(place ->
                        place.eniId() + " " + number(place.privateIpAddress().orElseThrow()))
                .orElse("");
    }

    private static int number(IpAddress address) {
        return ORIGIN.distanceTo(address).intValueExact();
    }
}
