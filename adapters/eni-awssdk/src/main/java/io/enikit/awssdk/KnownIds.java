package io.enikit.awssdk;

import io.enikit.model.Attachment;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.net.Cidr;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.Address;
import software.amazon.awssdk.services.ec2.model.InternetGateway;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.SubnetCidrReservation;
import software.amazon.awssdk.services.ec2.model.TrunkInterfaceAssociation;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** Ids that calls need and plans do not have, each by what it belongs to. */
final class KnownIds {
    private static final String FREE_GATEWAY = "";

    private final Map<List<String>, String> ids = new HashMap<>();

    /** Returns the ids that a plan has: those of attachments. */
    static KnownIds of(NetworkPlan plan) {
        KnownIds known = new KnownIds();
        for (Eni each : plan.enis()) {
            known.put(each.attachment().flatMap(Attachment::attachmentId).orElse(null), "attachment", each.id());
        }
        return known;
    }

    void add(SdkPojo object) {
        if (object instanceof NetworkInterface eni && eni.attachment() != null) {
            put(eni.attachment().attachmentId(), "attachment", eni.networkInterfaceId());
        } else if (object instanceof Address address) {
            put(address.associationId(), "address", address.allocationId());
        } else if (object instanceof Vpc vpc) {
            vpc.cidrBlockAssociationSet().forEach(each -> put(each.associationId(), vpc.vpcId(), each.cidrBlock()));
            vpc.ipv6CidrBlockAssociationSet()
                    .forEach(each -> put(each.associationId(), vpc.vpcId(), each.ipv6CidrBlock()));
        } else if (object instanceof Subnet subnet) {
            subnet.ipv6CidrBlockAssociationSet()
                    .forEach(each -> put(each.associationId(), subnet.subnetId(), each.ipv6CidrBlock()));
        } else if (object instanceof SubnetCidrReservation reservation) {
            put(reservation.subnetCidrReservationId(), "reservation " + reservation.subnetId(), reservation.cidr());
        } else if (object instanceof TrunkInterfaceAssociation association) {
            put(association.associationId(), "trunk", association.branchInterfaceId());
        } else if (object instanceof InternetGateway gateway) {
            gateway.attachments().forEach(each -> put(gateway.internetGatewayId(), "gateway", each.vpcId()));
            if (gateway.attachments().isEmpty()) {
                put(gateway.internetGatewayId(), "gateway", FREE_GATEWAY);
            }
        }
    }

    private void put(@Nullable String id, Object kind, @Nullable Object of) {
        if (id != null && of != null) {
            ids.putIfAbsent(key(kind, of), id);
        }
    }

    /** Makes a key, in which a block is written as {@link Cidr} does. */
    private static List<String> key(Object kind, Object of) {
        String text = of.toString();
        return List.of(kind.toString(), Cidr.tryParse(text).map(Cidr::toString).orElse(text));
    }

    private Optional<String> find(Object kind, Object of) {
        return Optional.ofNullable(ids.get(key(kind, of)));
    }

    Optional<String> attachmentOf(Object eni) {
        return find("attachment", eni);
    }

    Optional<String> associationOf(Object elasticIp) {
        return find("address", elasticIp);
    }

    /** Finds the association of a block with a VPC or a subnet. */
    Optional<String> associationOf(Object network, Object block) {
        return find(network, block);
    }

    Optional<String> reservationOf(Object subnet, Object block) {
        return find("reservation " + subnet, block);
    }

    Optional<String> trunkAssociationOf(Object branch) {
        return find("trunk", branch);
    }

    Optional<String> gatewayOf(Object vpc) {
        return find("gateway", vpc);
    }

    /** Finds a gateway that no VPC has. */
    Optional<String> freeGateway() {
        return find("gateway", FREE_GATEWAY);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KnownIds that && ids.equals(that.ids);
    }

    @Override
    public int hashCode() {
        return ids.hashCode();
    }
}
