package io.enikit.fake;

import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.Instance;
import io.enikit.model.InstanceId;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.model.Vpc;
import io.enikit.operations.CreateEni;
import io.enikit.operations.LaunchInstance;
import io.enikit.operations.LaunchInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Launches instances. */
final class Launches {
    private static final Set<String> TAGGED =
            Set.of("instance", "network-interface", "volume", "spot-instances-request");
    private static final String IMAGE = "ImageId";
    private static final String INTERFACES = "NetworkInterfaces";
    private static final String SUBNET = "SubnetId";
    private static final String ADDRESS = "PrivateIpAddress";
    private static final int COUNT_AT_MOST = 1000;

    private final Call call;
    private final Item in;
    private final String type;
    private final Map<String, String> interfaceTags;
    private final Map<String, String> instanceTags;

    private Launches(Call call) {
        this.call = call;
        this.in = call.in();
        this.type = in.text("InstanceType", "m1.small");
        this.instanceTags = TagSets.of(call, "instance", TAGGED);
        this.interfaceTags = TagSets.of(call, "network-interface", TAGGED);
    }

    static void register(Map<String, Action> actions) {
        actions.put("RunInstances", call -> new Launches(call).run());
    }

    private void run() {
        checkImage();
        int least = in.number("MinCount").orElseThrow();
        int most = in.number("MaxCount").orElseThrow();
        if (most < least) {
            throw Ec2Error.of(
                    "InvalidParameterValue", "Maximum instance count must not be smaller than minimum instance count");
        }
        if (most > COUNT_AT_MOST) {
            throw Ec2Error.of(
                    "InstanceLimitExceeded",
                    "You have requested more instances (" + most + ") than your current limit");
        }
        State before = call.state();
        for (int count = most; ; count--) {
            try {
                launch(count, least);
                return;
            } catch (Ec2Error refused) {
                if (count <= Math.max(least, 1)) {
                    throw refused;
                }
                call.state(before);
            }
        }
    }

    private void checkImage() {
        String image = in.find(IMAGE)
                .orElseThrow(() -> Ec2Error.of("MissingParameter", "The request must contain the parameter ImageId"));
        if (!Ids.isWellFormed("ami", image)) {
            throw Ec2Error.of("InvalidAMIID.Malformed", "Invalid id: \"" + image + "\" (expecting \"ami-...\")");
        }
        if (call.account().images().filter(images -> !images.contains(image)).isPresent()) {
            throw Ec2Error.of("InvalidAMIID.NotFound", "The image id '[" + image + "]' does not exist");
        }
    }

    /** Launches this many, one after the other: each gets its own ids. */
    private void launch(int count, int least) {
        if (count != 1 || least < 1) {
            State before = call.state();
            call.apply(instance(call.fresh("i")).withCount(Math.min(count, least < 1 ? least : count)));
            call.state(before);
        }
        String reservation = call.fresh("r");
        List<LaunchInstance> launches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            launches.add(instance(call.fresh("i")));
        }
        call.apply(launches);
        Item shown = call.out();
        shown.put("ReservationId", reservation)
                .put("OwnerId", call.account().id())
                .put("Groups", List.of());
        for (int i = 0; i < count; i++) {
            InstanceId id = launches.get(i).instance();
            keep(id, reservation, i);
            Instance instance = call.plan().instance(id).orElseThrow();
            Item item = InstanceView.of(call, instance);
            InstanceView.state(item.child("State"), "pending");
            shown.add("Instances", item);
        }
    }

    private void keep(InstanceId id, String reservation, int index) {
        call.fact(id, InstanceView.RESERVATION, reservation);
        call.fact(id, InstanceView.LAUNCH_INDEX, index);
        call.fact(id, InstanceView.LAUNCH_TIME, call.now());
        call.fact(id, "ClientToken", in.find("ClientToken"));
        call.fact(id, InstanceView.DISABLE_STOP, in.find(InstanceView.DISABLE_STOP));
        call.fact(id, InstanceView.DISABLE_TERMINATION, in.find(InstanceView.DISABLE_TERMINATION));
        call.fact(id, "AvailabilityZone", call.plan().availabilityZoneOf(id));
        call.state(call.state().withKept(id.toString(), in));
        for (Eni eni : call.plan().enisOf(id)) {
            call.fact(eni.id(), EniView.ATTACH_TIME, call.now());
        }
    }

    private LaunchInstance instance(String id) {
        LaunchInstance launch = LaunchInstance.of(id, type).withTags(instanceTags);
        List<Item> interfaces = in.items(INTERFACES);
        if (interfaces.isEmpty()) {
            return launch.plusInterface(only());
        }
        Optional<String> subnet = in.find(SUBNET);
        launch = subnet.isPresent() ? launch.withSubnetId(subnet.get()) : launch;
        Optional<String> address = in.find(ADDRESS);
        launch = address.isPresent() ? launch.withPrivateIpAddress(Requests.address(address.get(), ADDRESS)) : launch;
        launch = launch.withSecurityGroups(groups(Optional.empty()));
        for (Item each : interfaces) {
            launch = launch.plusInterface(stated(each));
        }
        return launch;
    }

    /** Returns the one interface of a launch that states none. */
    private LaunchInterface only() {
        String subnet = in.find(SUBNET).orElseGet(this::defaultSubnet);
        CreateEni create = CreateEni.of(EniId.of(call.fresh("eni")), SubnetId.of(subnet))
                .withSecurityGroups(groups(in.find(SUBNET)))
                .withTags(interfaceTags);
        create = NewEnis.ofLaunch(create, in);
        checkZone(subnet);
        return LaunchInterface.creating(0, create).withAttachmentId(call.fresh("eni-attach"));
    }

    private LaunchInterface stated(Item stated) {
        int index = stated.number("DeviceIndex")
                .orElseThrow(
                        () -> Ec2Error.of("InvalidParameterValue", "Each network interface requires a device index."));
        Optional<String> existing = stated.find("NetworkInterfaceId");
        LaunchInterface launched;
        if (existing.isPresent()) {
            launched = LaunchInterface.existing(index, existing.get());
        } else {
            String subnet = stated.find(SUBNET).orElseGet(this::defaultSubnet);
            CreateEni create = NewEnis.common(CreateEni.of(EniId.of(call.fresh("eni")), SubnetId.of(subnet)), stated)
                    .withTags(interfaceTags);
            Optional<Boolean> open = stated.flag("AssociatePublicIpAddress");
            create = open.isPresent() ? create.withAssociatePublicIpAddress(open.get()) : create;
            create = stated.isTrue("PrimaryIpv6") ? create.withEnablePrimaryIpv6(true) : create;
            launched = LaunchInterface.creating(index, create);
        }
        Optional<Boolean> goes = stated.flag("DeleteOnTermination");
        launched = goes.isPresent() ? launched.withDeleteOnTermination(goes.get()) : launched;
        return launched.withNetworkCardIndex(stated.number("NetworkCardIndex").orElse(0))
                .withAttachmentId(call.fresh("eni-attach"));
    }

    private List<SecurityGroupId> groups(Optional<String> subnet) {
        List<SecurityGroupId> groups = new ArrayList<>();
        in.texts("SecurityGroupIds").forEach(id -> groups.add(SecurityGroupId.of(id)));
        List<String> names = in.texts("SecurityGroups");
        if (!names.isEmpty() && subnet.isPresent()) {
            throw Ec2Error.combination("The parameter groupName cannot be used with the parameter subnet");
        }
        names.forEach(name -> groups.add(GroupActions.byName(call, name).id()));
        return groups;
    }

    /** Returns the default subnet of the zone that is asked for, or of the first zone that has one. */
    private String defaultSubnet() {
        Vpc vpc = GroupActions.defaultVpc(call);
        Optional<String> zone = in.item("Placement").flatMap(placement -> ZoneChoice.named(call, placement));
        return call.plan().subnetsOf(vpc.id()).stream()
                .filter(subnet -> SubnetView.isDefault(call, subnet))
                .filter(subnet -> zone.isEmpty() || subnet.availabilityZone().equals(zone.get()))
                .findFirst()
                .map(subnet -> subnet.id().toString())
                .orElseThrow(() -> Ec2Error.of(
                        "MissingInput",
                        "No subnets found for the default VPC '" + vpc.id() + "'. Please specify a subnet."));
    }

    private void checkZone(String id) {
        Optional<String> asked = in.item("Placement").flatMap(placement -> ZoneChoice.named(call, placement));
        Optional<Subnet> subnet = call.plan().subnet(id);
        if (asked.isPresent()
                && subnet.isPresent()
                && !subnet.get().availabilityZone().equals(asked.get())) {
            throw Ec2Error.of(
                    "InvalidParameterValue",
                    "Value (" + asked.get() + ") for parameter availabilityZone is invalid. The subnet '" + id
                            + "' is in the availability zone " + subnet.get().availabilityZone());
        }
    }
}
