package io.enikit.ipam;

import io.enikit.ipam.PlannedVpc.PlannedSubnet;
import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.ElasticIpId;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Quotas;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;
import io.enikit.net.FreeSpace;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import io.enikit.net.IpSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Places the requests of a planner, one kind after the other, and remembers those that find no place. */
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

    void place(PlannedVpc request) {
        Vpc vpc = Vpc.builder()
                .id(request.name())
                .cidrBlocks(request.cidrBlocks())
                .internetGatewayAttached(request.hasInternetGateway())
                .build();
        plan.add(vpc);
        plan.add(SecurityGroup.builder()
                .id(defaultGroup(vpc))
                .vpcId(vpc.id())
                .groupName(SecurityGroup.DEFAULT_NAME)
                .build());
        for (String name : request.securityGroups()) {
            plan.add(SecurityGroup.builder().id(name).vpcId(vpc.id()).build());
        }
        placeSubnets(request, vpc);
    }

    private static SecurityGroupId defaultGroup(Vpc vpc) {
        return SecurityGroupId.of(vpc.id() + "/" + SecurityGroup.DEFAULT_NAME);
    }

    /** Places subnets around those whose block is stated: large ones first, then by name. */
    private void placeSubnets(PlannedVpc request, Vpc vpc) {
        IpSet.Builder free = IpSet.builder();
        request.cidrBlocks().forEach(free::add);
        List<PlannedSubnet> open = new ArrayList<>();
        for (PlannedSubnet subnet : request.subnets()) {
            subnet.cidrBlock().ifPresentOrElse(free::remove, () -> open.add(subnet));
        }
        IpSet left = free.build();
        Map<String, Cidr> placed = new HashMap<>();
        for (PlannedSubnet subnet : List.copyOf(open)) {
            Optional<Cidr> kept = keptBlock(subnet, vpc).filter(left::contains);
            if (kept.isPresent()) {
                placed.put(subnet.name(), kept.get());
                left = left.subtract(IpSet.of(kept.get()));
                open.remove(subnet);
            }
        }
        open.sort(Comparator.comparingInt(PlannedSubnet::prefixLength).thenComparing(PlannedSubnet::name));
        for (PlannedSubnet subnet : open) {
            Optional<Cidr> block = lowest(left, subnet.prefixLength());
            if (block.isPresent()) {
                placed.put(subnet.name(), block.get());
                left = left.subtract(IpSet.of(block.get()));
            } else {
                refused.add("subnet \"" + subnet.name() + "\" needs a free /" + subnet.prefixLength() + " of VPC \""
                        + vpc.id() + "\", where " + left.size() + " addresses are free and the largest free block is "
                        + largest(left));
            }
        }
        for (PlannedSubnet subnet : request.subnets()) {
            plan.add(Subnet.builder()
                    .id(subnet.name())
                    .vpcId(vpc.id())
                    .availabilityZone(subnet.availabilityZone())
                    .cidrBlock(subnet.cidrBlock().or(() -> Optional.ofNullable(placed.get(subnet.name()))))
                    .build());
        }
    }

    /** Returns the block that a subnet had, if it is still of the length that is asked for. */
    private Optional<Cidr> keptBlock(PlannedSubnet subnet, Vpc vpc) {
        return previous.subnet(subnet.name())
                .filter(before -> before.vpcId().equals(vpc.id()))
                .flatMap(Subnet::cidrBlock)
                .filter(block -> block.prefixLength() == subnet.prefixLength());
    }

    private static Optional<Cidr> lowest(IpSet free, int prefixLength) {
        return free.cidrs().stream()
                .filter(block -> block.prefixLength() <= prefixLength)
                .findFirst()
                .map(block -> Cidr.containing(block.first(), prefixLength));
    }

    private static String largest(IpSet free) {
        return free.cidrs().stream()
                .min(Comparator.comparingInt(Cidr::prefixLength))
                .map(block -> "a /" + block.prefixLength())
                .orElse("none");
    }

    void place(PlannedInstance request) {
        plan.add(request.instance());
    }

    /** Places interfaces: those addresses that are stated first, so that none of them is picked for another one. */
    void place(List<PlannedEni> requests) {
        for (PlannedEni request : requests) {
            plan.add(withDefaultGroup(request.stated()));
        }
        for (PlannedEni request : requests) {
            keepAddresses(request);
        }
        for (PlannedEni request : requests) {
            EniId id = request.stated().id();
            pickAddresses(plan.build().eni(id).orElseThrow(), request);
            placeElasticIps(request, id);
        }
    }

    private Eni withDefaultGroup(Eni eni) {
        return eni.securityGroups().isEmpty()
                ? plan.build()
                        .vpcOf(eni)
                        .map(vpc -> eni.toBuilder()
                                .addSecurityGroup(defaultGroup(vpc))
                                .build())
                        .orElse(eni)
                : eni;
    }

    private void pickAddresses(Eni eni, PlannedEni request) {
        NetworkPlan soFar = plan.build();
        boolean needsPrimary = eni.privateIpAddress().isEmpty();
        int needed = secondariesMissing(eni, request) + (needsPrimary ? 1 : 0);
        if (needed == 0) {
            return;
        }
        Optional<FreeSpace> space = soFar.freeSpace(eni.subnetId(), IpFamily.IPV4);
        if (space.isEmpty()) {
            refused.add("interface \"" + eni.id() + "\" needs an address of subnet \"" + eni.subnetId() + "\", which "
                    + (soFar.subnet(eni.subnetId()).isPresent() ? "has no IPv4 block" : "does not exist"));
            return;
        }
        Eni.Builder picked = eni.toBuilder();
        FreeSpace left = space.get();
        for (int i = 0; i < needed; i++) {
            Optional<Cidr> lowest = left.lowest(IpFamily.IPV4.bits());
            if (lowest.isEmpty()) {
                refused.add("interface \"" + eni.id() + "\" needs " + needed + " addresses of subnet \""
                        + eni.subnetId() + "\", where " + space.get().size() + " are free");
                return;
            }
            left = left.take(lowest.get());
            picked.addPrivateIpAddress(new EniAddress(lowest.get().first(), needsPrimary && i == 0));
        }
        plan.put(picked.build());
    }

    private static int secondariesMissing(Eni eni, PlannedEni request) {
        long wanted = request.secondaryCount() + secondaries(request.stated());
        return (int) Math.max(0, wanted - secondaries(eni));
    }

    private static long secondaries(Eni eni) {
        return eni.privateIpAddresses().stream().filter(each -> !each.primary()).count();
    }

    /** Gives an interface the addresses and the MAC that it had before, where it asks for nothing else. */
    private void keepAddresses(PlannedEni request) {
        Eni stated = request.stated();
        Optional<Eni> before =
                previous.eni(stated.id()).filter(eni -> eni.subnetId().equals(stated.subnetId()));
        Optional<Eni> now = plan.build().eni(stated.id());
        if (before.isEmpty() || now.isEmpty()) {
            return;
        }
        Eni.Builder kept = now.get().toBuilder();
        if (!request.statesMac()) {
            kept.macAddress(before.get().macAddress());
        }
        Optional<FreeSpace> left = plan.build().freeSpace(stated.subnetId(), IpFamily.IPV4);
        int secondaries = secondariesMissing(now.get(), request);
        for (EniAddress each : before.get().privateIpAddresses()) {
            boolean wanted = each.primary() ? now.get().privateIpAddress().isEmpty() : secondaries > 0;
            if (wanted && left.filter(space -> space.isFree(each.address())).isPresent()) {
                left = left.map(space -> space.take(Cidr.from(each.address())));
                kept.addPrivateIpAddress(each);
                secondaries -= each.primary() ? 0 : 1;
            }
        }
        plan.put(kept.build());
    }

    private void placeElasticIps(PlannedEni request, EniId id) {
        Optional<IpAddress> primary = plan.build().eni(id).flatMap(Eni::privateIpAddress);
        for (PlannedEni.ElasticIpRequest each : request.elasticIps()) {
            plan.add(ElasticIp.builder()
                    .id(ElasticIpId.of(each.name()))
                    .publicIp(previous.elasticIp(ElasticIpId.of(each.name())).flatMap(ElasticIp::publicIp))
                    .association(each.privateIpAddress()
                            .or(() -> primary)
                            .map(address -> new ElasticIpAssociation(id, address)))
                    .build());
        }
    }
}
