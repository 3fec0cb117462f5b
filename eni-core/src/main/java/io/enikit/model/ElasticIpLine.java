package io.enikit.model;

import io.enikit.net.IpAddress;
import java.util.Optional;

/** Writes and reads the line of an Elastic IP. */
final class ElasticIpLine {
    static final String KIND = "eip";

    private ElasticIpLine() {}

    static PlanLine.Writer write(ElasticIp elasticIp) {
        return PlanLine.of(KIND, elasticIp.id().toString())
                .put("publicIp", elasticIp.publicIp())
                .put("region", elasticIp.region())
                .put("networkInterface", elasticIp.association().map(ElasticIpAssociation::eniId))
                .put("privateIpAddress", elasticIp.association().map(ElasticIpAssociation::privateIpAddress))
                .put("ownerId", elasticIp.ownerId())
                .putTags(elasticIp.tags());
    }

    static Optional<ElasticIp> read(PlanLine.Reader line) {
        ElasticIp.Builder elasticIp = ElasticIp.builder();
        line.id(ElasticIpId::of).ifPresent(elasticIp::id);
        elasticIp
                .publicIp(line.take("publicIp", IpAddress::parse))
                .region(line.take("region", text -> text))
                .association(association(line))
                .ownerId(line.take("ownerId", text -> text))
                .tags(line.takeTags());
        return line.finish(elasticIp::build);
    }

    private static Optional<ElasticIpAssociation> association(PlanLine.Reader line) {
        Optional<EniId> eni = line.take("networkInterface", EniId::of);
        return eni.isEmpty()
                ? Optional.empty()
                : line.require("privateIpAddress", IpAddress::parse)
                        .map(address -> new ElasticIpAssociation(eni.get(), address));
    }
}
