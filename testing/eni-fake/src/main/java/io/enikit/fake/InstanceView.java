package io.enikit.fake;

import com.google.common.collect.ImmutableMap;
import io.enikit.limits.EnaSupport;
import io.enikit.limits.Hypervisor;
import io.enikit.limits.InstanceLimits;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.Instance;
import io.enikit.model.InstanceState;
import io.enikit.model.Subnet;
import io.enikit.net.IpAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows an instance. */
final class InstanceView {
    static final String LAUNCH_TIME = "LaunchTime";
    static final String RESERVATION = "ReservationId";
    static final String LAUNCH_INDEX = "AmiLaunchIndex";
    static final String DISABLE_STOP = "DisableApiStop";
    static final String DISABLE_TERMINATION = "DisableApiTermination";
    static final String REASON = "StateTransitionReason";

    /** The codes of the states, from the API reference. */
    private static final ImmutableMap<String, Integer> CODES = ImmutableMap.of(
            "pending", 0, "running", 16, "shutting-down", 32, "terminated", 48, "stopping", 64, "stopped", 80);

    private InstanceView() {}

    static void state(Item item, String name) {
        item.put("Code", CODES.get(name)).put("Name", name);
    }

    /** Shows a reservation that holds one instance. */
    static Item reservation(Call call, Instance instance) {
        String made = call.facts(instance.id()).get(RESERVATION);
        Item item = new Item(Api.modelled(), Api.modelled().shape("Reservation"))
                .put(RESERVATION, made == null ? Ids.derived("r", instance.id().toString()) : made)
                .put("OwnerId", call.ownerOf(instance))
                .put("Groups", List.of());
        item.add("Instances", of(call, instance));
        return item;
    }

    static Item of(Call call, Instance instance) {
        call.looksAt(instance.id());
        Map<String, String> facts = call.facts(instance.id());
        Optional<InstanceLimits> limits = call.account().types().find(instance.instanceType());
        Item item = new Item(Api.modelled(), Api.modelled().shape("Instance"))
                .put("InstanceId", instance.id())
                .put("InstanceType", instance.instanceType())
                .put("ImageId", "ami-00000000000000000")
                .put(LAUNCH_INDEX, facts.getOrDefault(LAUNCH_INDEX, "0"))
                .put(LAUNCH_TIME, facts.getOrDefault(LAUNCH_TIME, Clocks.SEED))
                .put(REASON, facts.getOrDefault(REASON, ""))
                .put("ClientToken", facts.getOrDefault("ClientToken", ""))
                .put("Architecture", Architecture.of(instance.instanceType()))
                .put("EnaSupport", limits.flatMap(InstanceLimits::enaSupport).map(ena -> ena != EnaSupport.UNSUPPORTED))
                .put("Hypervisor", "xen")
                .put("RootDeviceName", "/dev/sda1")
                .put("RootDeviceType", "ebs")
                .put("VirtualizationType", "hvm")
                .put("PlatformDetails", "Linux/UNIX")
                .put("UsageOperation", "RunInstances")
                .put(
                        "CurrentInstanceBootMode",
                        limits.flatMap(InstanceLimits::hypervisor)
                                .filter(Hypervisor.NITRO::equals)
                                .map(nitro ->
                                        Architecture.of(instance.instanceType()).equals("arm64")
                                                ? "uefi"
                                                : "legacy-bios"))
                .put("ProductCodes", List.of())
                .put("BlockDeviceMappings", List.of());
        state(item.child("State"), instance.state().toString());
        item.child("Operator").put("Managed", false);
        item.child("CapacityReservationSpecification").put("CapacityReservationPreference", "open");
        LaunchEcho.put(call, instance, item);
        network(call, instance, item);
        if (instance.state() == InstanceState.STOPPED || instance.state() == InstanceState.TERMINATED) {
            item.child("StateReason")
                    .put("Code", "Client.UserInitiatedShutdown")
                    .put("Message", "Client.UserInitiatedShutdown: User initiated shutdown");
        }
        TagSets.put(item, "Tags", instance.tags());
        return item;
    }

    private static void network(Call call, Instance instance, Item item) {
        Optional<String> zone = call.plan().availabilityZoneOf(instance.id());
        if (zone.isEmpty()) {
            zone = Optional.ofNullable(call.facts(instance.id()).get("AvailabilityZone"));
        }
        Item placement = item.item("Placement").orElseGet(() -> item.child("Placement"));
        placement.put("AvailabilityZone", zone).put("AvailabilityZoneId", zone.map(Zones::id));
        item.put("NetworkInterfaces", List.of())
                .put("SecurityGroups", List.of())
                .put("PrivateDnsName", "")
                .put("PublicDnsName", "");
        for (Eni eni : call.plan().enisOf(instance.id())) {
            EniView.inInstance(call, eni, item.append("NetworkInterfaces"));
        }
        Optional<Eni> primary = call.plan().primaryEniOf(instance.id());
        if (primary.isEmpty()) {
            return;
        }
        Eni eni = primary.get();
        Optional<IpAddress> open = Associations.publicAddress(call, eni);
        item.put("SubnetId", eni.subnetId())
                .put("VpcId", call.plan().subnet(eni.subnetId()).map(Subnet::vpcId))
                .put("PrivateIpAddress", eni.privateIpAddress())
                .put("PrivateDnsName", eni.privateIpAddress().map(each -> DnsNames.ofPrivate(each, call.region())))
                .put("PublicIpAddress", open)
                .put("PublicDnsName", Associations.publicName(call, eni, open).orElse(""))
                .put(
                        "Ipv6Address",
                        eni.ipv6Addresses().stream().map(EniAddress::address).findFirst())
                .put("SourceDestCheck", eni.sourceDestCheck());
        EniView.groups(call, eni.securityGroups(), item, "SecurityGroups");
    }
}
