package io.enikit.json.gathered;

import io.enikit.json.text.Symbols;
import io.enikit.json.text.ValueAccess;
import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.ElasticIpId;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.ResourceId;
import io.enikit.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What Elastic IPs are for: addresses of interfaces that may be read later than they are. */
public final class Associations {
    private final List<Association> all = new ArrayList<>();

    /**
     * Which address an Elastic IP is for.
     *
     * @param address the address, if it is known
     * @param isOpen whether an address is given that is not known; if not, none is given, and it is the primary one
     */
    public record Target(Optional<IpAddress> address, boolean isOpen) {
        public static final Target PRIMARY = new Target(Optional.empty(), false);
        public static final Target OPEN = new Target(Optional.empty(), true);

        public static Target of(IpAddress address) {
            return new Target(Optional.of(address), false);
        }
    }

    /** An Elastic IP that is for an interface, or for the primary interface of an instance. */
    private record Association(ElasticIpId id, Optional<EniId> eni, Optional<InstanceId> instance, Target target) {}

    void add(ElasticIpId id, EniId eni, Target target) {
        all.add(new Association(id, Optional.of(eni), Optional.empty(), target));
    }

    void add(ElasticIpId id, InstanceId instance, Target target) {
        all.add(new Association(id, Optional.empty(), Optional.of(instance), target));
    }

    void addAll(Associations other) {
        all.addAll(other.all);
    }

    /** Puts the associations into a plan whose other resources are there. */
    void apply(NetworkPlan.Builder builder, Collector collector) {
        NetworkPlan plan = builder.build();
        for (Association each : all) {
            Optional<EniId> eni =
                    each.eni.or(() -> each.instance.flatMap(plan::primaryEniOf).map(Eni::id));
            Optional<ElasticIpAssociation> association = eni.flatMap(id -> association(id, plan.eni(id), each.target));
            Optional<ElasticIp> elasticIp = plan.elasticIp(each.id);
            if (elasticIp.isPresent() && association.isPresent()) {
                builder.put(elasticIp.get().toBuilder().association(association).build());
            } else if (association.isEmpty()) {
                noteTargetNotRead(each, collector);
            }
        }
    }

    /** Returns what an Elastic IP is associated with, unless it is for something of an interface that was not read. */
    private static Optional<ElasticIpAssociation> association(EniId id, Optional<Eni> eni, Target target) {
        if (target.address().isPresent()) {
            return Optional.of(new ElasticIpAssociation(id, target.address().get()));
        }
        return eni.map(read -> target.isOpen()
                ? ElasticIpAssociation.ofAny(id)
                : read.privateIpAddress()
                        .map(primary -> new ElasticIpAssociation(id, primary))
                        .orElseGet(() -> ElasticIpAssociation.ofPrimary(id)));
    }

    /** Says that an Elastic IP is for an address that was not read. A target that is unknown has been reported. */
    private static void noteTargetNotRead(Association association, Collector collector) {
        ResourceId target = association.eni.<ResourceId>map(id -> id).orElseGet(association.instance::orElseThrow);
        collector
                .originOf(association.id)
                .filter(origin -> !Symbols.is(target))
                .ifPresent(origin -> collector.unknown(ValueAccess.get()
                        .unknown(
                                association.eni.isPresent()
                                        ? "the address that it is for is one of " + target + ", which was not read"
                                        : "the address that it is for is that of the primary interface of " + target
                                                + ", which was not read",
                                origin)));
    }
}
