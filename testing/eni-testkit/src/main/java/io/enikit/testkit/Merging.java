package io.enikit.testkit;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroup;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes one VPC of two, or one subnet of two, with new addresses for what is in them. */
final class Merging {
    private Merging() {}

    static Stream<NetworkPlan> of(NetworkPlan plan) {
        Stream<NetworkPlan> vpcs = pairs(List.copyOf(plan.vpcs()))
                .map(pair -> merge(plan, pair.one().id(), pair.other().id()));
        Stream<NetworkPlan> subnets = pairs(List.copyOf(plan.subnets()))
                .map(pair -> merge(plan, pair.one().id(), pair.other().id()));
        return Stream.concat(vpcs, subnets).map(Renumbering::ofAll);
    }

    private record Pair<T>(T one, T other) {}

    /** Neighbours are enough: step by step they lead everywhere. */
    private static <T> Stream<Pair<T>> pairs(List<T> list) {
        return IntStream.range(1, list.size())
                .boxed()
                .flatMap(i ->
                        Stream.of(new Pair<>(list.get(i - 1), list.get(i)), new Pair<>(list.get(i), list.get(i - 1))));
    }

    private static NetworkPlan merge(NetworkPlan plan, VpcId into, VpcId from) {
        NetworkPlan.Builder merged = plan.toBuilder();
        for (Subnet subnet : plan.subnetsOf(from)) {
            merged.put(subnet.toBuilder().vpcId(into).build());
        }
        for (SecurityGroup group : plan.securityGroupsOf(from)) {
            merged.put(group.toBuilder()
                    .vpcId(into)
                    .groupName(group.id().toString())
                    .build());
        }
        if (plan.vpc(from).filter(Vpc::internetGatewayAttached).isPresent()) {
            plan.vpc(into)
                    .ifPresent(vpc -> merged.put(
                            vpc.toBuilder().internetGatewayAttached(true).build()));
        }
        return merged.remove(from).build();
    }

    private static NetworkPlan merge(NetworkPlan plan, SubnetId into, SubnetId from) {
        NetworkPlan.Builder merged = plan.toBuilder();
        for (Eni eni : plan.enisIn(from)) {
            merged.put(eni.toBuilder().subnetId(into).build());
        }
        return merged.remove(from).build();
    }
}
