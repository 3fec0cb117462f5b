package io.enikit.fake;

import io.enikit.model.Attachment;
import io.enikit.model.ConnectionTracking;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.Resource;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.Subnet;
import io.enikit.net.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Shows a network interface, as itself and as part of an instance. */
final class EniView {
    static final String ATTACH_TIME = "AttachTime";
    private static final String GROUPS = "Groups";

    private EniView() {}

    static Item of(Call call, Eni eni) {
        Optional<Subnet> subnet = call.plan().subnet(eni.subnetId());
        Item item = new Item(Api.modelled(), Api.modelled().shape("NetworkInterface"));
        common(call, eni, item);
        eni.attachment().ifPresent(place -> attachment(call, eni, place, item.child("Attachment")));
        item.put("AvailabilityZone", subnet.map(Subnet::availabilityZone))
                .put("AvailabilityZoneId", subnet.map(Zones::idOf))
                .put("RequesterManaged", eni.requesterManaged());
        tracking(eni.connectionTracking(), item);
        TagSets.put(item, "TagSet", eni.tags());
        return item;
    }

    /** Writes an interface of an instance. */
    static void inInstance(Call call, Eni eni, Item item) {
        common(call, eni, item);
        Attachment place = eni.attachment().orElseThrow();
        item.child("Attachment")
                .put(ATTACH_TIME, attachTime(call, eni))
                .put("AttachmentId", place.attachmentId())
                .put("DeleteOnTermination", place.deleteOnTermination())
                .put("DeviceIndex", place.deviceIndex())
                .put("NetworkCardIndex", place.networkCardIndex())
                .put("Status", place.status());
    }

    /** Writes what both shapes have. */
    private static void common(Call call, Eni eni, Item item) {
        call.looksAt(eni.id());
        Optional<Subnet> subnet = call.plan().subnet(eni.subnetId());
        item.put("NetworkInterfaceId", eni.id())
                .put("SubnetId", eni.subnetId())
                .put("VpcId", subnet.map(Subnet::vpcId))
                .put("Description", eni.description())
                .put("InterfaceType", eni.interfaceType())
                .put("MacAddress", eni.macAddress())
                .put("OwnerId", call.ownerOf(eni))
                .put("SourceDestCheck", eni.sourceDestCheck())
                .put("Status", eni.status())
                .put("PrivateIpAddress", eni.privateIpAddress())
                .put("PrivateDnsName", eni.privateIpAddress().map(each -> DnsNames.ofPrivate(each, call.region())));
        item.child("Operator").put("Managed", false);
        groups(call, eni.securityGroups(), item, GROUPS);
        eni.privateIpAddress().ifPresent(address -> Associations.put(call, item, eni, address));
        item.put("PrivateIpAddresses", List.of());
        for (EniAddress each : eni.privateIpAddresses()) {
            IpAddress address = each.address();
            Item part = item.append("PrivateIpAddresses")
                    .put("Primary", each.primary())
                    .put("PrivateIpAddress", address)
                    .put("PrivateDnsName", DnsNames.ofPrivate(address, call.region()));
            Associations.put(call, part, eni, address);
        }
        item.put("Ipv6Addresses", List.of());
        for (EniAddress each : eni.ipv6Addresses()) {
            item.append("Ipv6Addresses").put("Ipv6Address", each.address()).put("IsPrimaryIpv6", each.primary());
        }
        eni.ipv4Prefixes().forEach(prefix -> item.append("Ipv4Prefixes").put("Ipv4Prefix", prefix));
        eni.ipv6Prefixes().forEach(prefix -> item.append("Ipv6Prefixes").put("Ipv6Prefix", prefix));
        if (item.shape().has("Ipv6Address")) {
            item.put(
                    "Ipv6Address",
                    eni.ipv6Addresses().stream().map(EniAddress::address).findFirst());
        }
    }

    private static void attachment(Call call, Eni eni, Attachment place, Item item) {
        item.put(ATTACH_TIME, attachTime(call, eni))
                .put("AttachmentId", place.attachmentId())
                .put("DeleteOnTermination", place.deleteOnTermination())
                .put("DeviceIndex", place.deviceIndex())
                .put("NetworkCardIndex", place.networkCardIndex())
                .put("InstanceId", place.instanceId())
                .put("InstanceOwnerId", place.instanceOwnerId().orElseGet(() -> instanceOwner(call, eni)))
                .put("Status", place.status());
    }

    /** Returns the owner to show where the attachment names none: that of the instance, or Amazon where there is none. */
    private static String instanceOwner(Call call, Eni eni) {
        return eni.instanceId()
                .map(id -> call.ownerOf(
                        call.plan().instance(id).map(Resource.class::cast).orElse(eni)))
                .orElse("amazon");
    }

    private static String attachTime(Call call, Eni eni) {
        String time = call.facts(eni.id()).get(ATTACH_TIME);
        return time == null ? Clocks.SEED : time;
    }

    private static void tracking(ConnectionTracking tracking, Item item) {
        if (!tracking.equals(ConnectionTracking.defaults())) {
            item.child("ConnectionTrackingConfiguration")
                    .put("TcpEstablishedTimeout", tracking.tcpEstablishedTimeout())
                    .put("UdpStreamTimeout", tracking.udpStreamTimeout())
                    .put("UdpTimeout", tracking.udpTimeout());
        }
    }

    static void groups(Call call, Set<SecurityGroupId> groups, Item item, String member) {
        item.put(member, List.of());
        for (SecurityGroupId id : groups) {
            item.append(member)
                    .put("GroupId", id)
                    .put("GroupName", call.plan().securityGroup(id).map(SecurityGroup::groupName));
        }
    }
}
