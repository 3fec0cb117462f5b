package io.enikit.model;

import com.google.common.collect.ImmutableSet;
import io.enikit.net.IpAddress;
import java.util.Optional;

/** Writes and reads the line of an Elastic IP. */
final class ElasticIpLine {
    static final String KIND = "eip";

    private static final String NETWORK_INTERFACE = "networkInterface";
    private static final String PRIVATE_IP_ADDRESS = "privateIpAddress";

    /** The keys of an association. */
    static final ImmutableSet<String> OF_ASSOCIATION = ImmutableSet.of(NETWORK_INTERFACE, PRIVATE_IP_ADDRESS);

    private static final String PRIMARY = "primary-chosen-by-ec2";
    private static final String ANY = "chosen-by-ec2";

    private ElasticIpLine() {}

    static PlanLine.Writer write(ElasticIp elasticIp) {
        return PlanLine.of(KIND, elasticIp.id().toString())
                .put("publicIp", elasticIp.publicIp())
                .put("region", elasticIp.region())
                .put(NETWORK_INTERFACE, elasticIp.association().map(ElasticIpAssociation::eniId))
                .put(PRIVATE_IP_ADDRESS, elasticIp.association().flatMap(ElasticIpLine::address))
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

    /** Returns the address, or what stands for one that EC2 has yet to choose. */
    private static Optional<String> address(ElasticIpAssociation association) {
        return Optional.of(association
                .privateIpAddress()
                .map(IpAddress::toString)
                .orElse(association.awaitsPrimary() ? PRIMARY : ANY));
    }

    private static Optional<ElasticIpAssociation> association(PlanLine.Reader line) {
        Optional<EniId> eni = line.takeId(NETWORK_INTERFACE, EniId::of);
        return eni.isEmpty()
                ? Optional.empty()
                : line.require(PRIVATE_IP_ADDRESS, text -> association(eni.get(), text));
    }

    private static ElasticIpAssociation association(EniId eni, String text) {
        return switch (text) {
            case PRIMARY -> ElasticIpAssociation.ofPrimary(eni);
            case ANY -> ElasticIpAssociation.ofAny(eni);
            default -> new ElasticIpAssociation(eni, IpAddress.parse(text));
        };
    }
}
