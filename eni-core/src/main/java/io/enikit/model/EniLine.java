package io.enikit.model;

import com.google.common.collect.ImmutableSet;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.MacAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Writes and reads the line of a network interface. */
final class EniLine {
    static final String KIND = "eni";

    private static final String PRIVATE_IP_ADDRESSES = "privateIpAddresses";
    private static final String IPV6_ADDRESSES = "ipv6Addresses";

    /** The keys with addresses in the order in which they were assigned. */
    static final ImmutableSet<String> ADDRESSES = ImmutableSet.of(PRIVATE_IP_ADDRESSES, IPV6_ADDRESSES);

    private static final String DEVICE_INDEX = "deviceIndex";
    private static final String INSTANCE = "instance";
    private static final String INSTANCE_OWNER = "instanceOwnerId";
    private static final String NETWORK_CARD_INDEX = "networkCardIndex";
    private static final String ATTACHMENT = "attachment";
    private static final String ATTACHMENT_STATUS = "attachmentStatus";
    private static final String DELETE_ON_TERMINATION = "deleteOnTermination";
    private static final String CHOSEN_BY_EC2 = "chosen-by-ec2";

    /** The keys of an attachment. */
    static final ImmutableSet<String> OF_ATTACHMENT = ImmutableSet.of(
            INSTANCE,
            INSTANCE_OWNER,
            DEVICE_INDEX,
            NETWORK_CARD_INDEX,
            ATTACHMENT,
            ATTACHMENT_STATUS,
            DELETE_ON_TERMINATION);

    private static final String TCP_ESTABLISHED_TIMEOUT = "tcpEstablishedTimeout";
    private static final String UDP_STREAM_TIMEOUT = "udpStreamTimeout";
    private static final String UDP_TIMEOUT = "udpTimeout";

    private static final String TRUNK = "trunk";

    private EniLine() {}

    static PlanLine.Writer write(Eni eni) {
        PlanLine.Writer line = PlanLine.of(KIND, eni.id().toString())
                .put("subnet", eni.subnetId())
                .put("interfaceType", eni.interfaceType(), InterfaceType.INTERFACE)
                .put("description", eni.description(), "")
                .put("macAddress", eni.macAddress(), Derived.mac(eni.id()))
                .put("macAddressKnown", eni.macAddressKnown(), true)
                .putAll(PRIVATE_IP_ADDRESSES, eni.privateIpAddresses())
                .putAll("ipv4Prefixes", eni.ipv4Prefixes())
                .putAll(IPV6_ADDRESSES, eni.ipv6Addresses())
                .putAll("ipv6Prefixes", eni.ipv6Prefixes())
                .putAll("addressDemand", AddressDemandText.words(eni.addressDemand()))
                .put("associatePublicIpAddress", eni.associatePublicIpAddress(), false)
                .put(
                        "publicIpv4",
                        eni.publicIpv4()
                                .map(known ->
                                        known.address().map(IpAddress::toString).orElse(CHOSEN_BY_EC2)))
                .putAll("groups", eni.securityGroups())
                .put("sourceDestCheck", eni.sourceDestCheck(), true)
                .put("requesterManaged", eni.requesterManaged(), false)
                .put("requesterId", eni.requesterId())
                .put("ownerId", eni.ownerId());
        ConnectionTracking tracking = eni.connectionTracking();
        line.put(TCP_ESTABLISHED_TIMEOUT, optional(tracking.tcpEstablishedTimeout()))
                .put(UDP_STREAM_TIMEOUT, optional(tracking.udpStreamTimeout()))
                .put(UDP_TIMEOUT, optional(tracking.udpTimeout()));
        eni.trunkAssociation()
                .ifPresent(branch ->
                        line.put(TRUNK, branch.trunk()).put(branch.protocol().keyName(), branch.key()));
        eni.attachment()
                .ifPresent(attachment -> line.put(INSTANCE, attachment.instanceId())
                        .put(INSTANCE_OWNER, attachment.instanceOwnerId())
                        .put(DEVICE_INDEX, attachment.deviceIndex())
                        .put(NETWORK_CARD_INDEX, attachment.networkCardIndex(), 0)
                        .put(ATTACHMENT, attachment.attachmentId().filter(text -> !isDerived(eni, attachment, text)))
                        .put(ATTACHMENT_STATUS, attachment.status(), AttachmentStatus.ATTACHED)
                        .put(DELETE_ON_TERMINATION, attachment.deleteOnTermination(), false));
        return line.putTags(eni.tags());
    }

    private static boolean isDerived(Eni eni, Attachment attachment, String text) {
        return attachment
                .instanceId()
                .filter(instance ->
                        Derived.attachmentId(eni.id(), instance, attachment).equals(text))
                .isPresent();
    }

    static Optional<Eni> read(PlanLine.Reader line) {
        Eni.Builder eni = Eni.builder();
        Optional<EniId> id = line.id(EniId::of);
        id.ifPresent(eni::id);
        line.requireId("subnet", SubnetId::of).ifPresent(eni::subnetId);
        line.take("interfaceType", InterfaceType::of).ifPresent(eni::interfaceType);
        line.take("description", text -> text).ifPresent(eni::description);
        line.take("macAddress", MacAddress::parse).ifPresent(eni::macAddress);
        eni.macAddressKnown(line.takeFlag("macAddressKnown", true));
        eni.addAllPrivateIpAddresses(line.takeAll(PRIVATE_IP_ADDRESSES, EniAddress::parse))
                .addAllIpv4Prefixes(line.takeAll("ipv4Prefixes", Cidr::parse))
                .addAllIpv6Addresses(line.takeAll(IPV6_ADDRESSES, EniAddress::parse))
                .addAllIpv6Prefixes(line.takeAll("ipv6Prefixes", Cidr::parse))
                .addressDemand(AddressDemandText.take(line, "addressDemand"))
                .associatePublicIpAddress(line.takeFlag("associatePublicIpAddress", false))
                .publicIpv4(line.take("publicIpv4", EniLine::publicIpv4))
                .addAllSecurityGroups(line.takeIds("groups", SecurityGroupId::of))
                .sourceDestCheck(line.takeFlag("sourceDestCheck", true))
                .requesterManaged(line.takeFlag("requesterManaged", false))
                .requesterId(line.take("requesterId", text -> text))
                .connectionTracking(connectionTracking(line))
                .trunkAssociation(trunkAssociation(line))
                .attachment(attachment(line).map(place -> id.isPresent() ? Eni.named(id.get(), place) : place))
                .ownerId(line.take("ownerId", text -> text))
                .tags(line.takeTags());
        return line.finish(eni::build);
    }

    private static Optional<Integer> optional(OptionalInt value) {
        return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
    }

    private static ConnectionTracking connectionTracking(PlanLine.Reader line) {
        ConnectionTracking tracking = ConnectionTracking.defaults();
        tracking = line.take(TCP_ESTABLISHED_TIMEOUT, Words::parseInt)
                .map(tracking::withTcpEstablishedTimeout)
                .orElse(tracking);
        tracking = line.take(UDP_STREAM_TIMEOUT, Words::parseInt)
                .map(tracking::withUdpStreamTimeout)
                .orElse(tracking);
        return line.take(UDP_TIMEOUT, Words::parseInt)
                .map(tracking::withUdpTimeout)
                .orElse(tracking);
    }

    private static PublicIpv4 publicIpv4(String text) {
        return text.equals(CHOSEN_BY_EC2) ? PublicIpv4.chosenByEc2() : PublicIpv4.of(IpAddress.parse(text));
    }

    /** Reads what carries a branch. */
    private static Optional<TrunkAssociation> trunkAssociation(PlanLine.Reader line) {
        String vlan = TrunkAssociation.Protocol.VLAN.keyName();
        String gre = TrunkAssociation.Protocol.GRE.keyName();
        if (!line.hasAny(List.of(TRUNK, vlan, gre))) {
            return Optional.empty();
        }
        if (line.has(vlan) == line.has(gre)) {
            line.fault(
                    !line.has(vlan) ? "vlanId or greKey is missing beside trunk" : "vlanId and greKey: expected one");
        }
        Optional<EniId> trunk = line.requireId(TRUNK, EniId::of);
        List<TrunkAssociation> found = new ArrayList<>();
        for (TrunkAssociation.Protocol protocol : TrunkAssociation.Protocol.values()) {
            line.take(protocol.keyName(), Words::parseInt)
                    .ifPresent(key -> trunk.ifPresent(id -> found.add(new TrunkAssociation(id, protocol, key))));
        }
        return found.stream().findFirst();
    }

    /** Reads the attachment, which has a device index at least. */
    private static Optional<Attachment> attachment(PlanLine.Reader line) {
        if (!line.hasAny(OF_ATTACHMENT)) {
            return Optional.empty();
        }
        return Optional.of(Attachment.builder()
                .deviceIndex(line.require(DEVICE_INDEX, Words::parseInt).orElse(0))
                .instanceId(line.takeId(INSTANCE, InstanceId::of))
                .instanceOwnerId(line.take(INSTANCE_OWNER, text -> text))
                .networkCardIndex(line.takeInt(NETWORK_CARD_INDEX, 0))
                .attachmentId(line.take(ATTACHMENT, text -> text))
                .status(line.take(ATTACHMENT_STATUS, text -> Words.parseEnum(AttachmentStatus.class, text))
                        .orElse(AttachmentStatus.ATTACHED))
                .deleteOnTermination(line.takeFlag(DELETE_ON_TERMINATION, false))
                .build());
    }
}
