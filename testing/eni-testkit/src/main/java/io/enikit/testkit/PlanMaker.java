package io.enikit.testkit;

import io.enikit.model.ElasticIp;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Quotas;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import java.util.List;
import java.util.Optional;

/** Makes one plan that breaks no rule: networks first, then what is in them, then quotas that are met. */
final class PlanMaker {
    private static final int MOST_ELASTIC_IPS = 5;

    private final Choice choice;
    private final boolean anyZones;
    private final NetworkMaker networks;
    private final InterfaceMaker interfaces;

    /**
     * Makes plans.
     *
     * @param zones the number of zones, 0 for any
     * @param overlapping whether VPCs may have the same block
     */
    PlanMaker(Choice choice, int zones, boolean overlapping, Optional<String> instanceType) {
        this.choice = choice;
        this.anyZones = zones == 0;
        this.networks = new NetworkMaker(choice, zones == 0 ? choice.between(1, 3) : zones, overlapping);
        this.interfaces = new InterfaceMaker(choice, instanceType);
    }

    NetworkPlan make(int instances) {
        int vpcs = choice.percent(80) ? 1 : 2;
        for (int i = 0; i < vpcs; i++) {
            networks.addVpc(i);
        }
        if (choice.percent(8)) {
            networks.addBare();
        }
        for (int i = 1; i <= instances; i++) {
            interfaces.addInstance("app" + i, choice.of(networks.vpcs()));
        }
        int spares = choice.percent(35) ? 0 : choice.between(1, 4);
        for (int i = 0; i < spares; i++) {
            interfaces.addSpare(choice.of(networks.vpcs()));
        }
        if (choice.percent(12)) {
            networks.vpcs().forEach(interfaces::fill);
        }
        NetworkPlan.Builder plan = NetworkPlan.builder();
        networks.addTo(plan);
        interfaces.instances().forEach(plan::add);
        interfaces.enis().forEach(plan::add);
        addElasticIps(plan);
        NetworkPlan made = AccountMaker.spread(plan.build(), choice, anyZones);
        return choice.percent(15) ? withQuotasMet(made) : made;
    }

    private void addElasticIps(NetworkPlan.Builder plan) {
        List<Eni> reachable = interfaces.enis().stream()
                .filter(eni -> networks.isReachable(eni.subnetId()))
                .filter(eni -> !eni.privateIpAddresses().isEmpty())
                .filter(eni -> eni.publicIpv4().isEmpty())
                .toList();
        int count = choice.percent(50) ? 0 : choice.between(1, MOST_ELASTIC_IPS);
        for (int i = 1; i <= count; i++) {
            ElasticIp.Builder elasticIp = ElasticIp.builder().id("ip" + i);
            if (choice.percent(50)) {
                elasticIp.publicIp(IpAddress.of(203 << 24 | 113 << 8 | i));
            }
            if (i <= reachable.size() && choice.percent(80)) {
                Eni eni = reachable.get(i - 1);
                Optional<IpAddress> inPrefix = choice.any(eni.ipv4Prefixes()).map(Cidr::first);
                String address = inPrefix.orElseGet(
                                () -> choice.of(eni.privateIpAddresses()).address())
                        .toString();
                elasticIp.association(eni.id().toString(), address);
            }
            plan.add(elasticIp.build());
        }
    }

    /** Lowers quotas to what is used, the one or the other. */
    private NetworkPlan withQuotasMet(NetworkPlan plan) {
        Quotas used = Usage.of(plan);
        Quotas quotas = plan.quotas().withVpcs(used.vpcs()).withSubnetsPerVpc(used.subnetsPerVpc());
        if (choice.percent(50)) {
            quotas = quotas.withNetworkInterfaces(used.networkInterfaces()).withSecurityGroups(used.securityGroups());
        }
        if (choice.percent(50)) {
            quotas = quotas.withElasticIps(used.elasticIps())
                    .withSecurityGroupsPerInterface(used.securityGroupsPerInterface());
        }
        return plan.toBuilder().quotas(quotas).build();
    }
}
