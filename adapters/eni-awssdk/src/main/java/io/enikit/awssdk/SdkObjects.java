package io.enikit.awssdk;

import static java.util.Objects.requireNonNull;

import io.enikit.json.DescribeJson;
import io.enikit.json.PlanReader;
import io.enikit.json.Source;
import io.enikit.model.ElasticIp;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.Address;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.Reservation;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;

/**
 * Turns objects of the SDK into values of plans, and a plan into objects as describe calls would show them.
 *
 * <p>An object says what the plan says, as {@link DescribeJson} writes it: what EC2 alone knows, such as the id of an
 * association or the time of a launch, is null. The other way, each method reads one object as {@link PlanReader} does; read
 * several together with {@link #source}.
 *
 * <pre>{@code
 * Eni eni = SdkObjects.eni(client.describeNetworkInterfaces().networkInterfaces().get(0));
 * NetworkInterface shown = SdkObjects.of(plan).networkInterface("app-1/eth1");
 * PlanReader.create().read(SdkObjects.source("enis", client.describeNetworkInterfaces()), Source.of(Path.of("subnets.json")));
 * }</pre>
 */
public final class SdkObjects {
    private final NetworkPlan plan;
    private final List<Vpc> vpcs;
    private final List<Subnet> subnets;
    private final List<SecurityGroup> securityGroups;
    private final List<Instance> instances;
    private final List<NetworkInterface> networkInterfaces;
    private final List<Address> addresses;

    private SdkObjects(NetworkPlan plan) {
        Map<String, Object> lists = JsonMaps.read(DescribeJson.write(plan));
        this.plan = plan;
        vpcs = all(lists.get("Vpcs"), Vpc.class, Vpc::builder);
        subnets = all(lists.get("Subnets"), Subnet.class, Subnet::builder);
        securityGroups = all(lists.get("SecurityGroups"), SecurityGroup.class, SecurityGroup::builder);
        networkInterfaces = all(lists.get("NetworkInterfaces"), NetworkInterface.class, NetworkInterface::builder);
        addresses = all(lists.get("Addresses"), Address.class, Address::builder);
        instances = items(lists.get("Reservations"))
                .flatMap(each -> items(SdkMaps.members(each).get("Instances")))
                .map(each -> SdkMaps.build(Instance.class, (SdkPojo) Instance.builder(), SdkMaps.members(each)))
                .toList();
    }

    private static Stream<Object> items(@Nullable Object list) {
        return list instanceof List<?> items ? items.stream().map(Object.class::cast) : Stream.of();
    }

    private static <T> List<T> all(@Nullable Object list, Class<T> type, Supplier<?> builder) {
        return items(list)
                .map(each -> SdkMaps.build(type, (SdkPojo) builder.get(), SdkMaps.members(each)))
                .toList();
    }

    /**
     * Returns the objects of what is in a plan.
     *
     * @param plan the plan
     * @return the objects
     */
    public static SdkObjects of(NetworkPlan plan) {
        return new SdkObjects(requireNonNull(plan, "plan"));
    }

    /** {@return the VPCs, by id} */
    public List<Vpc> vpcs() {
        return vpcs;
    }

    /** {@return the subnets, by id} */
    public List<Subnet> subnets() {
        return subnets;
    }

    /** {@return the security groups with their rules, by id} */
    public List<SecurityGroup> securityGroups() {
        return securityGroups;
    }

    /** {@return the instances with their interfaces, by id} */
    public List<Instance> instances() {
        return instances;
    }

    /** {@return the network interfaces, by id} */
    public List<NetworkInterface> networkInterfaces() {
        return networkInterfaces;
    }

    /** {@return the Elastic IPs, by id} */
    public List<Address> addresses() {
        return addresses;
    }

    /**
     * Returns the object of a network interface.
     *
     * @param id the id
     * @return the object
     * @throws IllegalArgumentException if the plan has no such interface
     */
    public NetworkInterface networkInterface(String id) {
        requireNonNull(id, "id");
        return networkInterfaces.stream()
                .filter(each -> each.networkInterfaceId().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the plan has no interface " + id));
    }

    /**
     * Returns the object of an instance.
     *
     * @param id the id
     * @return the object, with its interfaces
     * @throws IllegalArgumentException if the plan has no such instance
     */
    public Instance instance(String id) {
        requireNonNull(id, "id");
        return instances.stream()
                .filter(each -> each.instanceId().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the plan has no instance " + id));
    }

    /**
     * Returns an answer of the SDK as something that a {@link PlanReader} reads.
     *
     * @param name the name that findings show
     * @param answer the response to a describe call, or to one that creates something
     * @return the source
     */
    public static Source source(String name, SdkPojo answer) {
        return Source.of(name, SdkMaps.read(requireNonNull(answer, "answer")));
    }

    /**
     * Returns objects of the SDK as something that a {@link PlanReader} reads.
     *
     * @param name the name that findings show
     * @param objects VPCs, subnets, security groups, reservations, instances, interfaces and addresses, in any order
     * @return the source
     * @throws IllegalArgumentException if one is of another type
     */
    public static Source source(String name, Collection<? extends SdkPojo> objects) {
        Map<String, List<Map<String, Object>>> lists = new LinkedHashMap<>();
        for (SdkPojo each : requireNonNull(objects, "objects")) {
            lists.computeIfAbsent(listOf(each), unseen -> new ArrayList<>()).add(SdkMaps.read(each));
        }
        return Source.of(name, lists.isEmpty() ? Map.of("NetworkInterfaces", List.of()) : lists);
    }

    private static String listOf(SdkPojo object) {
        if (object instanceof Vpc) {
            return "Vpcs";
        } else if (object instanceof Subnet) {
            return "Subnets";
        } else if (object instanceof SecurityGroup) {
            return "SecurityGroups";
        } else if (object instanceof Instance) {
            return "Instances";
        } else if (object instanceof NetworkInterface) {
            return "NetworkInterfaces";
        } else if (object instanceof Address) {
            return "Addresses";
        } else if (object instanceof Reservation) {
            return "Reservations";
        }
        throw new IllegalArgumentException(
                "plans have nothing like " + object.getClass().getName());
    }

    private static <T> T one(SdkPojo object, Function<NetworkPlan, Collection<T>> kind) {
        String name = object.getClass().getSimpleName();
        Source source = source(name, List.of(object));
        return kind.apply(PlanReader.create().read(source).plan()).iterator().next();
    }

    /**
     * Reads a network interface.
     *
     * @param object the object
     * @return the interface; an Elastic IP that it has is not in it
     * @throws io.enikit.json.UnreadableException if the object lacks an id, or says something that is not EC2's
     */
    public static Eni eni(NetworkInterface object) {
        return one(requireNonNull(object, "object"), NetworkPlan::enis);
    }

    /**
     * Reads a VPC.
     *
     * @param object the object
     * @return the VPC; whether it has an internet gateway is not in the object
     * @throws io.enikit.json.UnreadableException if the object lacks an id, or says something that is not EC2's
     */
    public static io.enikit.model.Vpc vpc(Vpc object) {
        return one(requireNonNull(object, "object"), NetworkPlan::vpcs);
    }

    /**
     * Reads a subnet.
     *
     * @param object the object
     * @return the subnet; its reservations are not in the object
     * @throws io.enikit.json.UnreadableException if the object lacks an id, or says something that is not EC2's
     */
    public static io.enikit.model.Subnet subnet(Subnet object) {
        return one(requireNonNull(object, "object"), NetworkPlan::subnets);
    }

    /**
     * Reads a security group.
     *
     * @param object the object
     * @return the group with its rules; VPCs that it is associated with are not in the object
     * @throws io.enikit.json.UnreadableException if the object lacks an id, or says something that is not EC2's
     */
    public static io.enikit.model.SecurityGroup securityGroup(SecurityGroup object) {
        return one(requireNonNull(object, "object"), NetworkPlan::securityGroups);
    }

    /**
     * Reads an instance.
     *
     * @param object the object
     * @return the instance, without its interfaces; its owner is in the reservation, and in its interfaces
     * @throws io.enikit.json.UnreadableException if the object lacks an id, or says something that is not EC2's
     */
    public static io.enikit.model.Instance instance(Instance object) {
        return one(requireNonNull(object, "object"), NetworkPlan::instances);
    }

    /**
     * Reads an Elastic IP.
     *
     * @param object the object
     * @return the Elastic IP with its association; its owner is not in the object
     * @throws io.enikit.json.UnreadableException if the object lacks an id, or says something that is not EC2's
     */
    public static ElasticIp elasticIp(Address object) {
        return one(requireNonNull(object, "object"), NetworkPlan::elasticIps);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SdkObjects that && plan.equals(that.plan);
    }

    @Override
    public int hashCode() {
        return plan.hashCode();
    }

    /** {@return the plan, in a line} */
    @Override
    public String toString() {
        return plan.toString();
    }
}
