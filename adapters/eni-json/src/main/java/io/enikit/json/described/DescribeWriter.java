package io.enikit.json.described;

import com.fasterxml.jackson.core.JsonGenerator;
import io.enikit.json.gathered.Collector;
import io.enikit.model.Attachment;
import io.enikit.model.CidrReservation;
import io.enikit.model.ConnectionTracking;
import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.Instance;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PublicIpv4;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.Subnet;
import io.enikit.model.TrunkAssociation;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Writes a plan as describe output. */
public final class DescribeWriter {
    private final NetworkPlan plan;
    private final JsonGenerator json;

    /** Writes the members of one object. */
    @FunctionalInterface
    private interface Members<T> {
        void write(T value) throws IOException;
    }

    public DescribeWriter(NetworkPlan plan, JsonGenerator json) {
        this.plan = plan;
        this.json = json;
    }

    public void write() throws IOException {
        json.writeStartObject();
        list("Vpcs", plan.vpcs(), this::vpc);
        list(
                Collector.INTERNET_GATEWAYS,
                plan.vpcs().stream().filter(Vpc::internetGatewayAttached).toList(),
                this::internetGateway);
        list("Subnets", plan.subnets(), this::subnet);
        reservations("SubnetIpv4CidrReservations", IpFamily.IPV4);
        reservations("SubnetIpv6CidrReservations", IpFamily.IPV6);
        list("SecurityGroups", plan.securityGroups(), this::securityGroup);
        groupAssociations();
        list("Reservations", plan.instances(), this::reservation);
        list("NetworkInterfaces", plan.enis(), this::eni);
        list(
                Described.TRUNK_ASSOCIATIONS,
                plan.enis().stream()
                        .filter(eni -> eni.trunkAssociation().isPresent())
                        .toList(),
                this::trunkAssociation);
        list("Addresses", plan.elasticIps(), this::address);
        json.writeEndObject();
    }

    private <T> void list(String key, Collection<? extends T> values, Members<T> members) throws IOException {
        json.writeArrayFieldStart(key);
        for (T value : values) {
            json.writeStartObject();
            members.write(value);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void text(String key, Object value) throws IOException {
        json.writeStringField(key, value.toString());
    }

    private void text(String key, Optional<?> value) throws IOException {
        if (value.isPresent()) {
            text(key, value.get());
        }
    }

    private void number(String key, OptionalInt value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(key, value.getAsInt());
        }
    }

    private void tags(String key, Map<String, String> tags) throws IOException {
        list(key, tags.entrySet(), (Map.Entry<String, String> tag) -> {
            text("Key", tag.getKey());
            text("Value", tag.getValue());
        });
    }

    private void blocks(String set, String key, String state, Collection<Cidr> blocks) throws IOException {
        list(set, blocks, (Cidr block) -> {
            text(key, block);
            json.writeObjectFieldStart(state);
            text("State", "associated");
            json.writeEndObject();
        });
    }

    private void ipv6Blocks(Collection<Cidr> blocks) throws IOException {
        blocks("Ipv6CidrBlockAssociationSet", "Ipv6CidrBlock", "Ipv6CidrBlockState", blocks);
    }

    private void vpc(Vpc vpc) throws IOException {
        text("VpcId", vpc.id());
        text("CidrBlock", vpc.primaryCidrBlock());
        blocks("CidrBlockAssociationSet", "CidrBlock", "CidrBlockState", vpc.cidrBlocks());
        ipv6Blocks(vpc.ipv6CidrBlocks());
        json.writeBooleanField("IsDefault", vpc.defaultVpc());
        text("Region", vpc.region());
        text("OwnerId", vpc.ownerId());
        text("State", "available");
        tags("Tags", vpc.tags());
    }

    private void internetGateway(Vpc vpc) throws IOException {
        list("Attachments", List.of(vpc), (Vpc attached) -> {
            text("VpcId", attached.id());
            text("State", "available");
        });
    }

    private void subnet(Subnet subnet) throws IOException {
        text("SubnetId", subnet.id());
        text("VpcId", subnet.vpcId());
        text("AvailabilityZone", subnet.availabilityZone());
        text("AvailabilityZoneId", subnet.zoneId());
        text("OwnerId", subnet.ownerId());
        text("CidrBlock", subnet.cidrBlock());
        ipv6Blocks(subnet.ipv6CidrBlock().stream().toList());
        json.writeBooleanField("Ipv6Native", subnet.ipv6Native());
        json.writeBooleanField("MapPublicIpOnLaunch", subnet.mapPublicIpOnLaunch());
        json.writeBooleanField("AssignIpv6AddressOnCreation", subnet.assignIpv6AddressOnCreation());
        if (subnet.cidrBlock().isPresent()) {
            json.writeNumberField("AvailableIpAddressCount", plan.availableIpAddressCount(subnet.id()));
        }
        text("State", "available");
        tags("Tags", subnet.tags());
    }

    private void reservations(String key, IpFamily family) throws IOException {
        json.writeArrayFieldStart(key);
        for (Subnet subnet : plan.subnets()) {
            for (CidrReservation each : subnet.cidrReservations()) {
                if (each.cidr().family() == family) {
                    json.writeStartObject();
                    text("SubnetId", subnet.id());
                    text("Cidr", each.cidr());
                    text("ReservationType", each.type());
                    json.writeEndObject();
                }
            }
        }
        json.writeEndArray();
    }

    private void securityGroup(SecurityGroup group) throws IOException {
        text("GroupId", group.id());
        text("GroupName", group.groupName());
        text("Description", group.description());
        text("VpcId", group.vpcId());
        text("OwnerId", group.ownerId());
        new RulesWriter(json).write(group);
        tags("Tags", group.tags());
    }

    private void groupAssociations() throws IOException {
        json.writeArrayFieldStart("SecurityGroupVpcAssociations");
        for (SecurityGroup group : plan.securityGroups()) {
            for (Object vpc : group.associatedVpcIds()) {
                json.writeStartObject();
                text("GroupId", group.id());
                text("VpcId", vpc);
                text("State", "associated");
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private void reservation(Instance instance) throws IOException {
        text("OwnerId", instance.ownerId());
        list("Instances", List.of(instance), this::instance);
    }

    private void instance(Instance instance) throws IOException {
        text("InstanceId", instance.id());
        text("InstanceType", instance.instanceType());
        json.writeObjectFieldStart("State");
        text("Name", instance.state());
        json.writeEndObject();
        if (instance.availabilityZone().isPresent() || instance.zoneId().isPresent()) {
            json.writeObjectFieldStart("Placement");
            text("AvailabilityZone", instance.availabilityZone());
            text("AvailabilityZoneId", instance.zoneId());
            json.writeEndObject();
        }
        Optional<Eni> primary = plan.primaryEniOf(instance.id());
        text("SubnetId", primary.map(Eni::subnetId));
        text("VpcId", primary.flatMap(plan::vpcOf).map(Vpc::id));
        text(
                "PrivateIpAddress",
                primary.filter(eni -> plan.vpcOf(eni).isPresent()).flatMap(Eni::privateIpAddress));
        list("NetworkInterfaces", plan.enisOf(instance.id()), this::parts);
        tags("Tags", instance.tags());
    }

    private void eni(Eni eni) throws IOException {
        parts(eni);
        text("AvailabilityZone", plan.subnet(eni.subnetId()).map(Subnet::availabilityZone));
        text("AvailabilityZoneId", plan.subnet(eni.subnetId()).flatMap(Subnet::zoneId));
        tags("TagSet", eni.tags());
    }

    /** Writes what is shown of an interface by itself, and inside of its instance. */
    private void parts(Eni eni) throws IOException {
        text("NetworkInterfaceId", eni.id());
        text("SubnetId", eni.subnetId());
        text("VpcId", plan.subnet(eni.subnetId()).map(Subnet::vpcId));
        text("OwnerId", eni.ownerId());
        text("InterfaceType", eni.interfaceType());
        text("Description", eni.description());
        if (eni.macAddressKnown()) {
            text("MacAddress", eni.macAddress());
        }
        text("Status", eni.status());
        text("PrivateIpAddress", eni.privateIpAddress());
        if (eni.addressDemand().ipv4Addresses() == 0
                || !eni.privateIpAddresses().isEmpty()) {
            list("PrivateIpAddresses", eni.privateIpAddresses(), (EniAddress each) -> {
                text("PrivateIpAddress", each.address());
                json.writeBooleanField("Primary", each.primary());
            });
        }
        list("Ipv4Prefixes", eni.ipv4Prefixes(), (Cidr prefix) -> text("Ipv4Prefix", prefix));
        list("Ipv6Addresses", eni.ipv6Addresses(), (EniAddress each) -> {
            text("Ipv6Address", each.address());
            json.writeBooleanField("IsPrimaryIpv6", each.primary());
        });
        list("Ipv6Prefixes", eni.ipv6Prefixes(), (Cidr prefix) -> text("Ipv6Prefix", prefix));
        list("Groups", eni.securityGroups(), (SecurityGroupId group) -> {
            text("GroupId", group);
            text("GroupName", plan.securityGroup(group).map(SecurityGroup::groupName));
        });
        json.writeBooleanField("SourceDestCheck", eni.sourceDestCheck());
        json.writeBooleanField("RequesterManaged", eni.requesterManaged());
        text("RequesterId", eni.requesterId());
        if (eni.associatePublicIpAddress()) {
            json.writeBooleanField("AssociatePublicIpAddress", true);
        }
        if (!eni.connectionTracking().equals(ConnectionTracking.defaults())) {
            connectionTracking(eni.connectionTracking());
        }
        if (eni.publicIpv4().isPresent()) {
            association(eni.publicIpv4().get());
        }
        if (eni.attachment().isPresent()) {
            attachment(eni, eni.attachment().get());
        }
    }

    private void connectionTracking(ConnectionTracking tracking) throws IOException {
        json.writeObjectFieldStart("ConnectionTrackingConfiguration");
        number("TcpEstablishedTimeout", tracking.tcpEstablishedTimeout());
        number("UdpStreamTimeout", tracking.udpStreamTimeout());
        number("UdpTimeout", tracking.udpTimeout());
        json.writeEndObject();
    }

    private void trunkAssociation(Eni branch) throws IOException {
        TrunkAssociation association = branch.trunkAssociation().orElseThrow();
        text("BranchInterfaceId", branch.id());
        text("TrunkInterfaceId", association.trunk());
        text("InterfaceProtocol", association.protocol().name());
        json.writeNumberField(Described.keyOf(association.protocol()), association.key());
    }

    private void association(PublicIpv4 given) throws IOException {
        json.writeObjectFieldStart("Association");
        text("IpOwnerId", "amazon");
        text("PublicIp", given.address());
        json.writeEndObject();
    }

    private void attachment(Eni eni, Attachment attachment) throws IOException {
        json.writeObjectFieldStart("Attachment");
        text("AttachmentId", attachment.attachmentId().filter(id -> !eni.isAttachmentIdDerived()));
        text("InstanceId", attachment.instanceId());
        text("InstanceOwnerId", attachment.instanceOwnerId());
        json.writeNumberField("DeviceIndex", attachment.deviceIndex());
        json.writeNumberField("NetworkCardIndex", attachment.networkCardIndex());
        text("Status", attachment.status());
        json.writeBooleanField("DeleteOnTermination", attachment.deleteOnTermination());
        json.writeEndObject();
    }

    private void address(ElasticIp elasticIp) throws IOException {
        text("AllocationId", elasticIp.id());
        text("PublicIp", elasticIp.publicIp());
        text("Domain", "vpc");
        text("NetworkBorderGroup", elasticIp.region());
        text("OwnerId", elasticIp.ownerId());
        Optional<ElasticIpAssociation> association = elasticIp.association();
        text("NetworkInterfaceId", association.map(ElasticIpAssociation::eniId));
        text("PrivateIpAddress", association.flatMap(ElasticIpAssociation::privateIpAddress));
        Optional<InstanceId> instance =
                association.flatMap(each -> plan.eni(each.eniId())).flatMap(Eni::instanceId);
        text("InstanceId", instance);
        tags("Tags", elasticIp.tags());
    }
}
