package io.enikit.json.gathered;

import io.enikit.model.AddressDemand;
import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.Eni;
import io.enikit.model.Instance;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Resource;
import io.enikit.model.ResourceId;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.Subnet;
import java.util.function.Consumer;

/** What follows about resources from others, once all are read. */
final class Settlement {
    private Settlement() {}

    /** Interfaces of IPv6-native subnets and of type efa-only get no primary IPv4 address. */
    static Resource withoutNeedlessDemand(Resource resource, ResourcesRead all) {
        if (!(resource instanceof Eni eni) || !eni.awaitsPrimary()) {
            return resource;
        }
        boolean isWithoutIpv4 = eni.interfaceType().equals(InterfaceType.EFA_ONLY)
                || (all.get(eni.subnetId()) instanceof Subnet subnet && subnet.ipv6Native());
        AddressDemand demand = eni.addressDemand();
        return isWithoutIpv4
                ? eni.toBuilder()
                        .addressDemand(demand.withIpv4Addresses(demand.ipv4Addresses() - 1))
                        .build()
                : eni;
    }

    /** Calls the zone of an instance as that of its subnet is called. */
    static void settleZones(NetworkPlan plan, NetworkPlan.Builder builder) {
        for (Instance instance : plan.instances()) {
            plan.primaryEniOf(instance.id())
                    .map(Eni::subnetId)
                    .flatMap(plan::subnet)
                    .filter(subnet -> instance.availabilityZone().isPresent()
                            && instance.zoneId().isPresent()
                            && instance.zoneId().equals(subnet.zoneId()))
                    .ifPresent(subnet -> builder.put(instance.toBuilder()
                            .availabilityZone(subnet.availabilityZone())
                            .build()));
        }
    }

    /** Hands over the ids that a resource names. */
    static void targets(Resource resource, Consumer<ResourceId> mention) {
        if (resource instanceof Eni eni) {
            mention.accept(eni.subnetId());
            for (SecurityGroupId group : eni.securityGroups()) {
                mention.accept(group);
            }
            eni.instanceId().ifPresent(mention);
        } else if (resource instanceof Subnet subnet) {
            mention.accept(subnet.vpcId());
        } else if (resource instanceof SecurityGroup group) {
            mention.accept(group.vpcId());
            group.associatedVpcIds().forEach(mention);
            group.peerIds().forEach(mention);
        } else if (resource instanceof ElasticIp elasticIp) {
            elasticIp.association().map(ElasticIpAssociation::eniId).ifPresent(mention);
        }
    }
}
