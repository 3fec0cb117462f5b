package io.enikit.model;

import io.enikit.net.Cidr;
import java.util.Optional;

/** Writes and reads the line of a VPC. */
final class VpcLine {
    static final String KIND = "vpc";

    private VpcLine() {}

    static PlanLine.Writer write(Vpc vpc) {
        return PlanLine.of(KIND, vpc.id().toString())
                .putAll("cidrBlocks", vpc.cidrBlocks())
                .putAll("ipv6CidrBlocks", vpc.ipv6CidrBlocks())
                .put("region", vpc.region())
                .put("internetGatewayAttached", vpc.internetGatewayAttached(), false)
                .put("defaultVpc", vpc.defaultVpc(), false)
                .put("ownerId", vpc.ownerId())
                .putTags(vpc.tags());
    }

    static Optional<Vpc> read(PlanLine.Reader line) {
        Vpc.Builder vpc = Vpc.builder();
        line.sharedId(VpcId::of).ifPresent(vpc::id);
        vpc.cidrBlocks(line.takeAll("cidrBlocks", Cidr::parse))
                .ipv6CidrBlocks(line.takeAll("ipv6CidrBlocks", Cidr::parse))
                .region(line.take("region", text -> text))
                .internetGatewayAttached(line.takeFlag("internetGatewayAttached", false))
                .defaultVpc(line.takeFlag("defaultVpc", false))
                .ownerId(line.take("ownerId", text -> text))
                .tags(line.takeTags());
        return line.finish(vpc::build);
    }
}
