package io.enikit.ipam;

import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.ElasticIpId;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Quotas;
import io.enikit.model.SecurityGroup;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Places the requests of a planner, one kind after the other, and collects those that cannot be placed. */
final class NetworkPlannerRun {
    private final NetworkPlan.Builder plan = NetworkPlan.builder();
    private final List<String> refused = new ArrayList<>();
    private final NetworkPlan previous;

    NetworkPlannerRun(Quotas quotas, NetworkPlan previous) {
        plan.quotas(quotas);
        this.previous = previous;
    }

    PlanningResult result() {
        return refused.isEmpty() ? new PlanningResult.Planned(plan.build()) : new PlanningResult.Refused(refused);
    }

    void placeVpcs(List<PlannedVpc> requests) {
        SubnetPlacer subnets = new SubnetPlacer(previous, refused);
        Map<String, List<Cidr>> ipv6Blocks = subnets.ipv6Blocks(requests);
        for (PlannedVpc request : requests) {
            Vpc.Builder vpc = Vpc.builder()
                    .id(request.name())
                    .cidrBlocks(request.cidrBlocks())
                    .ipv6CidrBlocks(request.ipv6CidrBlocks())
                    .internetGatewayAttached(request.hasInternetGateway());
            ipv6Blocks.getOrDefault(request.name(), List.of()).forEach(vpc::addIpv6CidrBlock);
            place(request, vpc.build(), subnets);
        }
    }

    private void place(PlannedVpc request, Vpc vpc, SubnetPlacer subnets) {
        plan.add(vpc);
        plan.add(SecurityGroup.defaultOf(vpc.id()));
        for (String name : request.securityGroups()) {
            plan.add(SecurityGroup.builder().id(name).vpcId(vpc.id()).build());
        }
        subnets.subnets(request, vpc).forEach(plan::add);
    }

    void placeInstance(PlannedInstance request) {
        plan.add(request.instance());
    }

    /** Places interfaces: first the given addresses, then the earlier ones, so that no other interface gets these. */
    void placeEnis(List<PlannedEni> requests) {
        List<PlannedEni> placed = new ArrayList<>();
        Set<EniId> ids = new TreeSet<>();
        for (PlannedEni request : requests) {
            plan.add(withDefaultGroup(request.stated()));
            if (ids.add(request.stated().id())) {
                placed.add(request);
            }
        }
        EniPlacer placer = new EniPlacer(plan, previous, refused);
        placed.forEach(placer::keep);
        placed.forEach(placer::pick);
        requests.forEach(this::placeElasticIps);
    }

    private Eni withDefaultGroup(Eni eni) {
        return eni.securityGroups().isEmpty()
                ? plan.build()
                        .vpcOf(eni)
                        .map(vpc -> eni.toBuilder()
                                .addSecurityGroup(
                                        SecurityGroup.defaultOf(vpc.id()).id())
                                .build())
                        .orElse(eni)
                : eni;
    }

    private void placeElasticIps(PlannedEni request) {
        EniId id = request.stated().id();
        Optional<IpAddress> primary = plan.build().eni(id).flatMap(Eni::privateIpAddress);
        for (PlannedEni.ElasticIpRequest each : request.elasticIps()) {
            placeElasticIp(
                    each.name(),
                    each.privateIpAddress().or(() -> primary).map(address -> new ElasticIpAssociation(id, address)));
        }
    }

    void placeElasticIp(String name, Optional<ElasticIpAssociation> association) {
        ElasticIpId id = ElasticIpId.of(name);
        plan.add(ElasticIp.builder()
                .id(id)
                .publicIp(previous.elasticIp(id).flatMap(ElasticIp::publicIp))
                .association(association)
                .build());
    }
}
