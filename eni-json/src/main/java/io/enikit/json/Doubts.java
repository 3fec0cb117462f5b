package io.enikit.json;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.SetMultimap;
import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.NetworkPlan;
import io.enikit.model.ResourceId;
import io.enikit.model.Vpc;
import io.enikit.rules.Violation;
import java.util.Optional;
import java.util.Set;

/** What is not known about resources that were read, and which violations hang on it. */
final class Doubts {
    /** A side of a resource that a file may leave open. */
    enum Aspect {
        /** Which interfaces an instance has. */
        INTERFACES,
        /** Whether a VPC has an internet gateway. */
        INTERNET_GATEWAY
    }

    /** All that dangles in what was read is outside of it. */
    private static final Set<String> EXISTENCE = ImmutableSet.of(
            "eni.subnet.exists",
            "eni.groups.exist",
            "eni.attach.instance-exists",
            "subnet.vpc.exists",
            "group.vpc.exists",
            "eip.interface.exists");

    private final SetMultimap<ResourceId, Aspect> open = HashMultimap.create();

    void add(ResourceId id, Aspect aspect) {
        open.put(id, aspect);
    }

    /** Returns whether a violation may not be one, if what is not known were known. */
    boolean concern(Violation violation, NetworkPlan plan) {
        if (EXISTENCE.contains(violation.rule())) {
            return true;
        }
        return switch (violation.rule()) {
            case "instance.primary-interface" -> open.containsEntry(violation.subject(), Aspect.INTERFACES);
            case "eip.internet-gateway" ->
                vpcOf(violation.subject(), plan)
                        .filter(vpc -> open.containsEntry(vpc.id(), Aspect.INTERNET_GATEWAY))
                        .isPresent();
            default -> false;
        };
    }

    private static Optional<Vpc> vpcOf(ResourceId elasticIp, NetworkPlan plan) {
        return plan.find(elasticIp)
                .flatMap(each -> ((ElasticIp) each).association())
                .map(ElasticIpAssociation::networkInterfaceId)
                .flatMap(plan::eni)
                .flatMap(plan::vpcOf);
    }
}
