package io.enikit.model;

import io.enikit.net.Cidr;
import java.util.Optional;

/** Writes and reads the line of a subnet. */
final class SubnetLine {
    static final String KIND = "subnet";

    private SubnetLine() {}

    static PlanLine.Writer write(Subnet subnet) {
        return PlanLine.of(KIND, subnet.id().toString())
                .put("vpc", subnet.vpcId())
                .put("availabilityZone", subnet.availabilityZone())
                .put("zoneId", subnet.zoneId())
                .put("cidrBlock", subnet.cidrBlock())
                .put("ipv6CidrBlock", subnet.ipv6CidrBlock())
                .put("ipv6Native", subnet.ipv6Native(), false)
                .put("mapPublicIpOnLaunch", subnet.mapPublicIpOnLaunch(), false)
                .put("assignIpv6AddressOnCreation", subnet.assignIpv6AddressOnCreation(), false)
                .putAll("cidrReservations", subnet.cidrReservations())
                .put("ownerId", subnet.ownerId())
                .putTags(subnet.tags());
    }

    static Optional<Subnet> read(PlanLine.Reader line) {
        Subnet.Builder subnet = Subnet.builder();
        line.sharedId(SubnetId::of).ifPresent(subnet::id);
        line.requireId("vpc", VpcId::of).ifPresent(subnet::vpcId);
        line.require("availabilityZone", text -> text).ifPresent(subnet::availabilityZone);
        subnet.cidrBlock(line.take("cidrBlock", Cidr::parse))
                .zoneId(line.take("zoneId", text -> text))
                .ipv6CidrBlock(line.take("ipv6CidrBlock", Cidr::parse))
                .ipv6Native(line.takeFlag("ipv6Native", false))
                .mapPublicIpOnLaunch(line.takeFlag("mapPublicIpOnLaunch", false))
                .assignIpv6AddressOnCreation(line.takeFlag("assignIpv6AddressOnCreation", false))
                .cidrReservations(line.takeAll("cidrReservations", CidrReservation::parse))
                .ownerId(line.take("ownerId", text -> text))
                .tags(line.takeTags());
        return line.finish(subnet::build);
    }
}
