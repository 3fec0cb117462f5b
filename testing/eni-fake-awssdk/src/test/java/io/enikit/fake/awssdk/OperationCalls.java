package io.enikit.fake.awssdk;

import io.enikit.model.ConnectionTracking;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.operations.AllocateElasticIp;
import io.enikit.operations.AssignIpv6Addresses;
import io.enikit.operations.AssignPrivateIpAddresses;
import io.enikit.operations.AssociateElasticIp;
import io.enikit.operations.AssociateElasticIpWithInstance;
import io.enikit.operations.AssociateSecurityGroupVpc;
import io.enikit.operations.AssociateSubnetCidrBlock;
import io.enikit.operations.AssociateTrunkInterface;
import io.enikit.operations.AssociateVpcCidrBlock;
import io.enikit.operations.AttachEni;
import io.enikit.operations.CreateEni;
import io.enikit.operations.CreateSecurityGroup;
import io.enikit.operations.CreateSubnet;
import io.enikit.operations.CreateSubnetCidrReservation;
import io.enikit.operations.CreateVpc;
import io.enikit.operations.DeleteEni;
import io.enikit.operations.DeleteSecurityGroup;
import io.enikit.operations.DeleteSubnet;
import io.enikit.operations.DeleteVpc;
import io.enikit.operations.DetachAttachment;
import io.enikit.operations.DetachEni;
import io.enikit.operations.DisassociateSecurityGroupVpc;
import io.enikit.operations.LaunchInstance;
import io.enikit.operations.LaunchInterface;
import io.enikit.operations.ModifyEni;
import io.enikit.operations.ModifyInstance;
import io.enikit.operations.ModifySubnet;
import io.enikit.operations.Operation;
import io.enikit.operations.ReleaseElasticIp;
import io.enikit.operations.ResetEni;
import io.enikit.operations.StartInstance;
import io.enikit.operations.StopInstance;
import io.enikit.operations.TagResource;
import io.enikit.operations.TerminateInstance;
import io.enikit.operations.UnassignIpv6Addresses;
import io.enikit.operations.UnassignPrivateIpAddresses;
import io.enikit.operations.UntagResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of the call that an operation stands for; absent if a client could not call it like that. */
final class OperationCalls {
    private static final String ENI = "NetworkInterfaceId";
    private static final String VPC = "VpcId";
    private static final String SUBNET = "SubnetId";

    private OperationCalls() {}

    static Optional<Map<String, Object>> of(Operation operation, NetworkPlan plan) {
        return params(operation, plan).map(Params::map);
    }

    private static Optional<Params> params(Operation operation, NetworkPlan plan) {
        Params in = new Params();
        if (operation instanceof CreateEni create) {
            return Optional.of(eni(create, in)
                            .put("EnablePrimaryIpv6", create.enablePrimaryIpv6())
                            .tags("network-interface", create.tags()))
                    .filter(each -> create.associatePublicIpAddress().isEmpty());
        } else if (operation instanceof AttachEni attach) {
            return Optional.of(in.put(ENI, attach.eni())
                            .put("InstanceId", attach.instance())
                            .put("DeviceIndex", attach.deviceIndex())
                            .put("NetworkCardIndex", attach.networkCardIndex()))
                    .filter(each -> attach.attachmentId().isEmpty());
        } else if (operation instanceof DetachEni detach) {
            return plan.eni(detach.eni())
                    .flatMap(Eni::attachment)
                    .flatMap(place -> place.attachmentId())
                    .map(id -> in.put("AttachmentId", id));
        } else if (operation instanceof DetachAttachment detach) {
            return Optional.of(in.put("AttachmentId", detach.attachmentId()));
        } else if (operation instanceof DeleteEni delete) {
            return Optional.of(in.put(ENI, delete.eni()));
        } else if (operation instanceof ResetEni reset) {
            return Optional.of(in.put(ENI, reset.eni()).put("SourceDestCheck", "true"));
        } else if (operation instanceof ModifyEni modify) {
            return Optional.of(modify(modify, in));
        } else if (operation instanceof AssignPrivateIpAddresses assign) {
            return Optional.of(in.put(ENI, assign.eni())
                    .put("AllowReassignment", assign.allowReassignment())
                    .list("PrivateIpAddresses", assign.privateIpAddresses())
                    .list("Ipv4Prefixes", assign.ipv4Prefixes())
                    .put("SecondaryPrivateIpAddressCount", assign.secondaryPrivateIpAddressCount())
                    .put("Ipv4PrefixCount", assign.ipv4PrefixCount()));
        } else if (operation instanceof UnassignPrivateIpAddresses unassign) {
            return Optional.of(in.put(ENI, unassign.eni())
                    .list("PrivateIpAddresses", unassign.privateIpAddresses())
                    .list("Ipv4Prefixes", unassign.ipv4Prefixes()));
        } else if (operation instanceof AssignIpv6Addresses assign) {
            return Optional.of(in.put(ENI, assign.eni())
                    .list("Ipv6Addresses", assign.ipv6Addresses())
                    .list("Ipv6Prefixes", assign.ipv6Prefixes())
                    .put("Ipv6AddressCount", assign.ipv6AddressCount())
                    .put("Ipv6PrefixCount", assign.ipv6PrefixCount()));
        } else if (operation instanceof UnassignIpv6Addresses unassign) {
            return Optional.of(in.put(ENI, unassign.eni())
                    .list("Ipv6Addresses", unassign.ipv6Addresses())
                    .list("Ipv6Prefixes", unassign.ipv6Prefixes()));
        } else if (operation instanceof AssociateTrunkInterface associate) {
            return Optional.of(in.put("BranchInterfaceId", associate.eni())
                    .put("TrunkInterfaceId", associate.trunk())
                    .put("VlanId", associate.vlanId())
                    .put("GreKey", associate.greKey()));
        }
        return addresses(operation, in).or(() -> networks(operation)).or(() -> instances(operation));
    }

    private static Params eni(CreateEni create, Params in) {
        List<Object> addresses = new ArrayList<>();
        for (EniAddress each : create.privateIpAddresses()) {
            addresses.add(Map.of("PrivateIpAddress", each.address().toString(), "Primary", each.primary()));
        }
        if (!create.interfaceType().equals(InterfaceType.INTERFACE)) {
            in.put("InterfaceType", create.interfaceType());
        }
        tracking(create.connectionTracking(), in);
        return in.put(SUBNET, create.subnetId())
                .put("Description", create.description())
                .list("Groups", create.securityGroups())
                .put("PrivateIpAddress", create.privateIpAddress())
                .list("PrivateIpAddresses", addresses)
                .put("SecondaryPrivateIpAddressCount", create.secondaryPrivateIpAddressCount())
                .list("Ipv4Prefixes", "Ipv4Prefix", create.ipv4Prefixes())
                .put("Ipv4PrefixCount", create.ipv4PrefixCount())
                .list("Ipv6Addresses", "Ipv6Address", create.ipv6Addresses())
                .put("Ipv6AddressCount", create.ipv6AddressCount())
                .list("Ipv6Prefixes", "Ipv6Prefix", create.ipv6Prefixes())
                .put("Ipv6PrefixCount", create.ipv6PrefixCount());
    }

    private static void tracking(ConnectionTracking tracking, Params in) {
        if (!tracking.equals(ConnectionTracking.defaults())) {
            in.put(
                    "ConnectionTrackingSpecification",
                    new Params()
                            .put("TcpEstablishedTimeout", tracking.tcpEstablishedTimeout())
                            .put("UdpStreamTimeout", tracking.udpStreamTimeout())
                            .put("UdpTimeout", tracking.udpTimeout())
                            .map());
        }
    }

    private static Params modify(ModifyEni modify, Params in) {
        in.put(ENI, modify.eni())
                .put("Description", modify.description().map(text -> Map.of("Value", text)))
                .put("SourceDestCheck", modify.sourceDestCheck().map(check -> Map.of("Value", check)))
                .put("AssociatePublicIpAddress", modify.associatePublicIpAddress())
                .put("EnablePrimaryIpv6", modify.enablePrimaryIpv6());
        modify.securityGroups().ifPresent(groups -> in.list("Groups", groups));
        modify.connectionTracking().ifPresent(tracking -> tracking(tracking, in));
        Map<String, Object> attachment = new Params()
                .put("AttachmentId", modify.attachmentId())
                .put("DeleteOnTermination", modify.deleteOnTermination())
                .map();
        return attachment.isEmpty() ? in : in.put("Attachment", attachment);
    }

    private static Optional<Params> addresses(Operation operation, Params in) {
        if (operation instanceof AllocateElasticIp allocate) {
            return Optional.of(in.tags("elastic-ip", allocate.tags()))
                    .filter(each -> allocate.publicIp().isEmpty());
        } else if (operation instanceof ReleaseElasticIp release) {
            return Optional.of(in.put("AllocationId", release.elasticIp()));
        } else if (operation instanceof AssociateElasticIp associate) {
            return Optional.of(in.put("AllocationId", associate.elasticIp())
                    .put(ENI, associate.eni())
                    .put("AllowReassociation", associate.allowReassociation())
                    .put("PrivateIpAddress", associate.privateIpAddress()));
        } else if (operation instanceof AssociateElasticIpWithInstance associate) {
            return Optional.of(in.put("AllocationId", associate.elasticIp())
                    .put("InstanceId", associate.instance())
                    .put("AllowReassociation", associate.allowReassociation())
                    .put("PrivateIpAddress", associate.privateIpAddress()));
        }
        return Optional.empty();
    }

    private static Optional<Params> networks(Operation operation) {
        Params in = new Params();
        if (operation instanceof CreateVpc create) {
            return Optional.of(in.put("CidrBlock", create.cidrBlock()).tags("vpc", create.tags()))
                    .filter(each -> !create.amazonProvidedIpv6CidrBlock());
        } else if (operation instanceof DeleteVpc delete) {
            return Optional.of(in.put(VPC, delete.vpc()));
        } else if (operation instanceof AssociateVpcCidrBlock associate) {
            return Optional.of(in.put(VPC, associate.vpc()).put("CidrBlock", associate.cidrBlock()))
                    .filter(each -> associate.ipv6CidrBlock().isEmpty() && !associate.amazonProvidedIpv6CidrBlock());
        } else if (operation instanceof CreateSubnet create) {
            return Optional.of(in.put(VPC, create.vpcId())
                    .put("AvailabilityZone", create.availabilityZone())
                    .put("CidrBlock", create.cidrBlock())
                    .put("Ipv6CidrBlock", create.ipv6CidrBlock())
                    .put("Ipv6Native", create.ipv6Native())
                    .tags("subnet", create.tags()));
        } else if (operation instanceof DeleteSubnet delete) {
            return Optional.of(in.put(SUBNET, delete.subnet()));
        } else if (operation instanceof ModifySubnet modify) {
            return Optional.of(in.put(SUBNET, modify.subnet())
                    .put("MapPublicIpOnLaunch", modify.mapPublicIpOnLaunch().map(v -> Map.of("Value", v)))
                    .put(
                            "AssignIpv6AddressOnCreation",
                            modify.assignIpv6AddressOnCreation().map(v -> Map.of("Value", v))));
        } else if (operation instanceof AssociateSubnetCidrBlock associate) {
            return Optional.of(in.put(SUBNET, associate.subnet()).put("Ipv6CidrBlock", associate.ipv6CidrBlock()));
        } else if (operation instanceof CreateSubnetCidrReservation create) {
            return Optional.of(in.put(SUBNET, create.subnet())
                    .put("Cidr", create.reservation().cidr())
                    .put("ReservationType", create.reservation().type()));
        } else if (operation instanceof CreateSecurityGroup create) {
            return Optional.of(in.put(VPC, create.vpcId())
                    .put("GroupName", create.groupName())
                    .put("Description", create.description())
                    .tags("security-group", create.tags()));
        } else if (operation instanceof DeleteSecurityGroup delete) {
            return Optional.of(in.put("GroupId", delete.group()));
        } else if (operation instanceof AssociateSecurityGroupVpc associate) {
            return Optional.of(in.put("GroupId", associate.group()).put(VPC, associate.vpc()));
        } else if (operation instanceof DisassociateSecurityGroupVpc disassociate) {
            return Optional.of(in.put("GroupId", disassociate.group()).put(VPC, disassociate.vpc()));
        } else if (operation instanceof TagResource tag) {
            return Optional.of(in.list("Resources", List.of(tag.resource()))
                    .put("Tags", List.of(Map.of("Key", tag.key(), "Value", tag.value()))));
        } else if (operation instanceof UntagResource untag) {
            return Optional.of(
                    in.list("Resources", List.of(untag.resource())).put("Tags", List.of(Map.of("Key", untag.key()))));
        }
        return Optional.empty();
    }

    private static Optional<Params> instances(Operation operation) {
        Params in = new Params();
        if (operation instanceof StartInstance start) {
            return Optional.of(in.list("InstanceIds", List.of(start.instance())));
        } else if (operation instanceof StopInstance stop) {
            return Optional.of(in.list("InstanceIds", List.of(stop.instance())));
        } else if (operation instanceof TerminateInstance terminate) {
            return Optional.of(in.list("InstanceIds", List.of(terminate.instance())));
        } else if (operation instanceof ModifyInstance modify) {
            in.put("InstanceId", modify.instance())
                    .put("SourceDestCheck", modify.sourceDestCheck().map(check -> Map.of("Value", check)));
            modify.securityGroups().ifPresent(groups -> in.list("Groups", groups));
            return Optional.of(in);
        } else if (operation instanceof LaunchInstance launch) {
            return Optional.of(launch(launch, in))
                    .filter(each -> launch.subnetId().isPresent()
                            || !launch.interfaces().isEmpty())
                    .filter(each -> launch.interfaces().stream()
                            .flatMap(one -> one.created().stream())
                            .allMatch(one -> one.tags().isEmpty()));
        }
        return Optional.empty();
    }

    private static Params launch(LaunchInstance launch, Params in) {
        List<Object> interfaces = new ArrayList<>();
        for (LaunchInterface each : launch.interfaces()) {
            Params part = new Params();
            each.created().ifPresent(create -> {
                eni(create, part).put("AssociatePublicIpAddress", create.associatePublicIpAddress());
                if (create.enablePrimaryIpv6()) {
                    part.put("PrimaryIpv6", true);
                }
            });
            interfaces.add(part.put("DeviceIndex", each.deviceIndex())
                    .put("NetworkCardIndex", each.networkCardIndex())
                    .put("DeleteOnTermination", each.created().isPresent() && each.deleteOnTermination())
                    .put(ENI, each.existing())
                    .map());
        }
        return in.put("ImageId", Account.IMAGE)
                .put("InstanceType", launch.instanceType())
                .put("MinCount", launch.count())
                .put("MaxCount", launch.count())
                .put(SUBNET, launch.subnetId())
                .put("PrivateIpAddress", launch.privateIpAddress())
                .list("SecurityGroupIds", launch.securityGroups())
                .list("NetworkInterfaces", interfaces)
                .tags("instance", launch.tags());
    }
}
