package io.enikit.testkit;

import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;
import io.enikit.net.FreeSpace;
import io.enikit.net.IpAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Gives the blocks and addresses of a plan the plainest numbers: 10.0.0.0/16, 10.0.0.0/24, 10.0.0.4. */
final class Renumbering {
    private static final int FIRST_HOST = 4;
    private static final int PLAIN_LENGTH = 24;

    private final NetworkPlan plan;
    private final NetworkPlan.Builder renumbered;
    private final Map<ElasticIpAssociation, ElasticIpAssociation> moved = new HashMap<>();

    private Renumbering(NetworkPlan plan) {
        this.plan = plan;
        this.renumbered = plan.toBuilder();
    }

    static NetworkPlan ofAll(NetworkPlan plan) {
        return ofAll(plan, block -> PLAIN_LENGTH);
    }

    /** Moves blocks to the front as well, and leaves them as large as they are. */
    static NetworkPlan packed(NetworkPlan plan) {
        return ofAll(plan, Cidr::prefixLength);
    }

    private static NetworkPlan ofAll(NetworkPlan plan, ToIntFunction<Cidr> prefixLength) {
        Renumbering all = new Renumbering(plan);
        int index = 0;
        for (Vpc vpc : plan.vpcs()) {
            all.move(vpc, index++, prefixLength);
        }
        return all.done();
    }

    static NetworkPlan ofInterfaces(NetworkPlan plan, Subnet subnet) {
        Renumbering one = new Renumbering(plan);
        subnet.cidrBlock().ifPresent(block -> one.moveInterfaces(subnet, block));
        return one.done();
    }

    private NetworkPlan done() {
        for (ElasticIp elasticIp : plan.elasticIps()) {
            elasticIp
                    .association()
                    .map(moved::get)
                    .ifPresent(association -> renumbered.put(
                            elasticIp.toBuilder().association(association).build()));
        }
        return renumbered.build();
    }

    private void move(Vpc vpc, int index, ToIntFunction<Cidr> prefixLength) {
        Cidr block = Cidr.of(IpAddress.of(10 << 24 | index << 16), 16);
        renumbered.put(vpc.toBuilder().cidrBlocks(List.of(block)).build());
        FreeSpace free = FreeSpace.of(block);
        for (Subnet subnet : plan.subnetsOf(vpc.id())) {
            if (subnet.cidrBlock().isPresent() && subnet.cidrReservations().isEmpty()) {
                Optional<Cidr> to =
                        free.lowest(prefixLength.applyAsInt(subnet.cidrBlock().get()));
                if (to.isPresent()) {
                    free = free.take(to.get());
                    renumbered.put(subnet.toBuilder().cidrBlock(to).build());
                    moveInterfaces(subnet, to.get());
                }
            }
        }
    }

    /** Primary addresses become the first hosts, the rest follows; prefixes are left to those who have none. */
    private void moveInterfaces(Subnet subnet, Cidr block) {
        boolean hasPrefixes = plan.enisIn(subnet.id()).stream()
                .anyMatch(eni -> !eni.ipv4Prefixes().isEmpty());
        long count = plan.enisIn(subnet.id()).stream()
                .mapToLong(eni -> eni.privateIpAddresses().size())
                .sum();
        if (hasPrefixes || block.size().longValue() <= count + FIRST_HOST) {
            return;
        }
        int next = FIRST_HOST;
        for (Eni eni : plan.enisIn(subnet.id())) {
            Eni.Builder changed = eni.toBuilder().privateIpAddresses(List.of());
            for (EniAddress each : eni.privateIpAddresses()) {
                IpAddress to = block.nth(next++);
                changed.addPrivateIpAddress(new EniAddress(to, each.primary()));
                moved.put(new ElasticIpAssociation(eni.id(), each.address()), new ElasticIpAssociation(eni.id(), to));
            }
            renumbered.put(changed.build());
        }
    }
}
