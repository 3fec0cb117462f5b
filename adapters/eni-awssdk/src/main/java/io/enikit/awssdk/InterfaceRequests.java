package io.enikit.awssdk;

import io.enikit.model.ConnectionTracking;
import io.enikit.model.EniAddress;
import io.enikit.model.InterfaceType;
import io.enikit.net.Cidr;
import io.enikit.operations.AssignIpv6Addresses;
import io.enikit.operations.AssignPrivateIpAddresses;
import io.enikit.operations.AssociateTrunkInterface;
import io.enikit.operations.AttachEni;
import io.enikit.operations.CreateEni;
import io.enikit.operations.DeleteEni;
import io.enikit.operations.DetachAttachment;
import io.enikit.operations.DetachEni;
import io.enikit.operations.DisassociateTrunkInterface;
import io.enikit.operations.ModifyEni;
import io.enikit.operations.ResetEni;
import io.enikit.operations.UnassignIpv6Addresses;
import io.enikit.operations.UnassignPrivateIpAddresses;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AssignIpv6AddressesRequest;
import software.amazon.awssdk.services.ec2.model.AssignPrivateIpAddressesRequest;
import software.amazon.awssdk.services.ec2.model.AssociateTrunkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.AttachNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.AttributeValue;
import software.amazon.awssdk.services.ec2.model.ConnectionTrackingSpecificationRequest;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.DetachNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.DisassociateTrunkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.InstanceIpv6Address;
import software.amazon.awssdk.services.ec2.model.Ipv4PrefixSpecificationRequest;
import software.amazon.awssdk.services.ec2.model.Ipv6PrefixSpecificationRequest;
import software.amazon.awssdk.services.ec2.model.ModifyNetworkInterfaceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceAttachmentChanges;
import software.amazon.awssdk.services.ec2.model.PrivateIpAddressSpecification;
import software.amazon.awssdk.services.ec2.model.ResetNetworkInterfaceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.UnassignIpv6AddressesRequest;
import software.amazon.awssdk.services.ec2.model.UnassignPrivateIpAddressesRequest;

/** The requests of operations on network interfaces. */
final class InterfaceRequests {
    private InterfaceRequests() {}

    static void addTo(RequestTable table) {
        table.put(CreateEni.class, (operation, around) -> create(operation), Ec2Client::createNetworkInterface);
        table.put(
                DeleteEni.class,
                (operation, around) -> DeleteNetworkInterfaceRequest.builder()
                        .networkInterfaceId(operation.eni().toString())
                        .build(),
                Ec2Client::deleteNetworkInterface);
        table.put(
                ModifyEni.class, (operation, around) -> modify(operation), Ec2Client::modifyNetworkInterfaceAttribute);
        table.put(
                ResetEni.class,
                (operation, around) -> ResetNetworkInterfaceAttributeRequest.builder()
                        .networkInterfaceId(operation.eni().toString())
                        .sourceDestCheck("true")
                        .build(),
                Ec2Client::resetNetworkInterfaceAttribute);
        attachments(table);
        addresses(table);
    }

    private static void attachments(RequestTable table) {
        table.put(
                AttachEni.class,
                (operation, around) -> AttachNetworkInterfaceRequest.builder()
                        .networkInterfaceId(operation.eni().toString())
                        .instanceId(operation.instance().toString())
                        .deviceIndex(operation.deviceIndex())
                        .networkCardIndex(operation.networkCardIndex())
                        .build(),
                Ec2Client::attachNetworkInterface);
        table.put(
                DetachEni.class,
                (operation, around) -> DetachNetworkInterfaceRequest.builder()
                        .attachmentId(around.ids()
                                .attachmentOf(operation.eni())
                                .orElseThrow(() -> NoRequestException.needs(operation, "AttachmentId")))
                        .build(),
                Ec2Client::detachNetworkInterface);
        table.put(
                DetachAttachment.class,
                (operation, around) -> DetachNetworkInterfaceRequest.builder()
                        .attachmentId(operation.attachmentId())
                        .build(),
                Ec2Client::detachNetworkInterface);
        table.put(
                AssociateTrunkInterface.class,
                (operation, around) -> AssociateTrunkInterfaceRequest.builder()
                        .branchInterfaceId(operation.eni().toString())
                        .trunkInterfaceId(operation.trunk().toString())
                        .vlanId(Parts.number(operation.vlanId()))
                        .greKey(Parts.number(operation.greKey()))
                        .build(),
                Ec2Client::associateTrunkInterface);
        table.put(
                DisassociateTrunkInterface.class,
                (operation, around) -> DisassociateTrunkInterfaceRequest.builder()
                        .associationId(around.ids()
                                .trunkAssociationOf(operation.eni())
                                .orElseThrow(() -> NoRequestException.needs(operation, "AssociationId")))
                        .build(),
                Ec2Client::disassociateTrunkInterface);
    }

    private static void addresses(RequestTable table) {
        table.put(
                AssignPrivateIpAddresses.class,
                (operation, around) -> AssignPrivateIpAddressesRequest.builder()
                        .networkInterfaceId(operation.eni().toString())
                        .allowReassignment(operation.allowReassignment())
                        .privateIpAddresses(Parts.texts(operation.privateIpAddresses()))
                        .secondaryPrivateIpAddressCount(Parts.number(operation.secondaryPrivateIpAddressCount()))
                        .ipv4Prefixes(Parts.texts(operation.ipv4Prefixes()))
                        .ipv4PrefixCount(Parts.number(operation.ipv4PrefixCount()))
                        .build(),
                Ec2Client::assignPrivateIpAddresses);
        table.put(
                UnassignPrivateIpAddresses.class,
                (operation, around) -> UnassignPrivateIpAddressesRequest.builder()
                        .networkInterfaceId(operation.eni().toString())
                        .privateIpAddresses(Parts.texts(operation.privateIpAddresses()))
                        .ipv4Prefixes(Parts.texts(operation.ipv4Prefixes()))
                        .build(),
                Ec2Client::unassignPrivateIpAddresses);
        table.put(
                AssignIpv6Addresses.class,
                (operation, around) -> AssignIpv6AddressesRequest.builder()
                        .networkInterfaceId(operation.eni().toString())
                        .ipv6Addresses(Parts.texts(operation.ipv6Addresses()))
                        .ipv6AddressCount(Parts.number(operation.ipv6AddressCount()))
                        .ipv6Prefixes(Parts.texts(operation.ipv6Prefixes()))
                        .ipv6PrefixCount(Parts.number(operation.ipv6PrefixCount()))
                        .build(),
                Ec2Client::assignIpv6Addresses);
        table.put(
                UnassignIpv6Addresses.class,
                (operation, around) -> UnassignIpv6AddressesRequest.builder()
                        .networkInterfaceId(operation.eni().toString())
                        .ipv6Addresses(Parts.texts(operation.ipv6Addresses()))
                        .ipv6Prefixes(Parts.texts(operation.ipv6Prefixes()))
                        .build(),
                Ec2Client::unassignIpv6Addresses);
    }

    private static CreateNetworkInterfaceRequest create(CreateEni eni) {
        if (eni.associatePublicIpAddress().isPresent()) {
            throw new NoRequestException(eni + ": CreateNetworkInterface has no AssociatePublicIpAddress; "
                    + "RunInstances and ModifyNetworkInterfaceAttribute have it");
        }
        return CreateNetworkInterfaceRequest.builder()
                .subnetId(eni.subnetId().toString())
                .description(eni.description().isEmpty() ? null : eni.description())
                .interfaceType(typeOf(eni))
                .groups(Parts.texts(eni.securityGroups()))
                .privateIpAddress(Parts.text(eni.privateIpAddress()))
                .privateIpAddresses(privateIpAddresses(eni))
                .secondaryPrivateIpAddressCount(Parts.number(eni.secondaryPrivateIpAddressCount()))
                .ipv4Prefixes(ipv4Prefixes(eni))
                .ipv4PrefixCount(Parts.number(eni.ipv4PrefixCount()))
                .ipv6Addresses(ipv6Addresses(eni))
                .ipv6AddressCount(Parts.number(eni.ipv6AddressCount()))
                .ipv6Prefixes(ipv6Prefixes(eni))
                .ipv6PrefixCount(Parts.number(eni.ipv6PrefixCount()))
                .enablePrimaryIpv6(eni.enablePrimaryIpv6() ? true : null)
                .connectionTrackingSpecification(tracking(eni.connectionTracking()))
                .tagSpecifications(Parts.tags("network-interface", eni.tags()))
                .build();
    }

    /** Returns the type, which EC2 takes for granted in ordinary interfaces. */
    static @Nullable String typeOf(CreateEni eni) {
        return eni.interfaceType().equals(InterfaceType.INTERFACE)
                ? null
                : eni.interfaceType().toString();
    }

    static @Nullable List<PrivateIpAddressSpecification> privateIpAddresses(CreateEni eni) {
        List<PrivateIpAddressSpecification> addresses = eni.privateIpAddresses().stream()
                .map(InterfaceRequests::address)
                .toList();
        return addresses.isEmpty() ? null : addresses;
    }

    private static PrivateIpAddressSpecification address(EniAddress address) {
        return PrivateIpAddressSpecification.builder()
                .privateIpAddress(address.address().toString())
                .primary(address.primary())
                .build();
    }

    static @Nullable List<InstanceIpv6Address> ipv6Addresses(CreateEni eni) {
        List<InstanceIpv6Address> addresses = eni.ipv6Addresses().stream()
                .map(each -> InstanceIpv6Address.builder()
                        .ipv6Address(each.toString())
                        .build())
                .toList();
        return addresses.isEmpty() ? null : addresses;
    }

    static @Nullable List<Ipv4PrefixSpecificationRequest> ipv4Prefixes(CreateEni eni) {
        List<Ipv4PrefixSpecificationRequest> prefixes = eni.ipv4Prefixes().stream()
                .map(Cidr::toString)
                .map(each -> Ipv4PrefixSpecificationRequest.builder()
                        .ipv4Prefix(each)
                        .build())
                .toList();
        return prefixes.isEmpty() ? null : prefixes;
    }

    static @Nullable List<Ipv6PrefixSpecificationRequest> ipv6Prefixes(CreateEni eni) {
        List<Ipv6PrefixSpecificationRequest> prefixes = eni.ipv6Prefixes().stream()
                .map(Cidr::toString)
                .map(each -> Ipv6PrefixSpecificationRequest.builder()
                        .ipv6Prefix(each)
                        .build())
                .toList();
        return prefixes.isEmpty() ? null : prefixes;
    }

    static @Nullable ConnectionTrackingSpecificationRequest tracking(ConnectionTracking tracking) {
        return tracking.equals(ConnectionTracking.defaults())
                ? null
                : ConnectionTrackingSpecificationRequest.builder()
                        .tcpEstablishedTimeout(Parts.number(tracking.tcpEstablishedTimeout()))
                        .udpStreamTimeout(Parts.number(tracking.udpStreamTimeout()))
                        .udpTimeout(Parts.number(tracking.udpTimeout()))
                        .build();
    }

    private static ModifyNetworkInterfaceAttributeRequest modify(ModifyEni modify) {
        Optional<NetworkInterfaceAttachmentChanges> attachment = Optional.of(modify)
                .filter(each -> each.deleteOnTermination().isPresent()
                        || each.attachmentId().isPresent())
                .map(each -> NetworkInterfaceAttachmentChanges.builder()
                        .attachmentId(Parts.text(each.attachmentId()))
                        .deleteOnTermination(each.deleteOnTermination().orElse(null))
                        .build());
        return ModifyNetworkInterfaceAttributeRequest.builder()
                .networkInterfaceId(modify.eni().toString())
                .description(modify.description()
                        .map(text -> AttributeValue.builder().value(text).build())
                        .orElse(null))
                .sourceDestCheck(Parts.flag(modify.sourceDestCheck()))
                .associatePublicIpAddress(modify.associatePublicIpAddress().orElse(null))
                .enablePrimaryIpv6(modify.enablePrimaryIpv6().orElse(null))
                .groups(modify.securityGroups().map(Parts::texts).orElse(null))
                .connectionTrackingSpecification(modify.connectionTracking()
                        .map(InterfaceRequests::tracking)
                        .orElse(null))
                .attachment(attachment.orElse(null))
                .build();
    }
}
