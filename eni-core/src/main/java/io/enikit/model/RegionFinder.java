package io.enikit.model;

import java.util.Optional;

/** Finds the Region of a resource: what it or its VPC states, else what the zones of subnets tell. */
final class RegionFinder {
    private final NetworkPlan plan;

    RegionFinder(NetworkPlan plan) {
        this.plan = plan;
    }

    Optional<String> find(Resource resource) {
        return resource.match(
                this::ofVpc,
                this::ofSubnet,
                group -> ofVpc(group.vpcId()),
                this::ofInstance,
                this::ofEni,
                elasticIp -> elasticIp
                        .region()
                        .or(() -> elasticIp
                                .association()
                                .map(ElasticIpAssociation::eniId)
                                .flatMap(plan::eni)
                                .flatMap(this::ofEni)));
    }

    private Optional<String> ofVpc(VpcId id) {
        Optional<Vpc> vpc = plan.vpc(id);
        return vpc.isPresent() ? ofVpc(vpc.get()) : Optional.empty();
    }

    private Optional<String> ofVpc(Vpc vpc) {
        return vpc.region()
                .or(() -> plan.subnetsOf(vpc.id()).stream()
                        .flatMap(subnet -> subnet.zone().region().stream())
                        .findFirst());
    }

    private Optional<String> ofSubnet(Subnet subnet) {
        return ofVpc(subnet.vpcId()).or(subnet.zone()::region);
    }

    private Optional<String> ofEni(Eni eni) {
        return plan.subnet(eni.subnetId()).flatMap(this::ofSubnet);
    }

    private Optional<String> ofInstance(Instance instance) {
        return plan.primaryEniOf(instance.id())
                .flatMap(this::ofEni)
                .or(() -> plan.zoneOf(instance.id()).flatMap(Zone::region));
    }
}
