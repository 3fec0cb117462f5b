package io.enikit.store;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Blocks by owner, out of what is there already, for {@link StoredPool#adopt}. */
public final class PoolImports {
    private PoolImports() {}

    /**
     * Returns the IPv4 blocks of the subnets of a VPC.
     *
     * @param plan a plan, for example one that was read from an account
     * @param vpc the id of the VPC
     * @return the block of each subnet that has one, by the id of the subnet, sorted
     */
    public static Map<String, Cidr> subnetsOf(NetworkPlan plan, VpcId vpc) {
        Objects.requireNonNull(vpc, "vpc");
        Map<String, Cidr> blocks = new TreeMap<>();
        for (Subnet subnet : Objects.requireNonNull(plan, "plan").subnets()) {
            if (subnet.vpcId().equals(vpc)) {
                subnet.cidrBlock().ifPresent(block -> blocks.put(subnet.id().toString(), block));
            }
        }
        return Collections.unmodifiableMap(blocks);
    }

    /**
     * Returns the IPv4 blocks of all VPCs of a plan.
     *
     * @param plan a plan
     * @return the blocks, by the id of the VPC, and further ones of a VPC by its id, a slash and the block, sorted
     */
    public static Map<String, Cidr> vpcsOf(NetworkPlan plan) {
        Map<String, Cidr> blocks = new TreeMap<>();
        Objects.requireNonNull(plan, "plan").vpcs().forEach(vpc -> {
            for (Cidr block : vpc.cidrBlocks()) {
                String id = vpc.id().toString();
                blocks.put(blocks.containsKey(id) ? id + "/" + block : id, block);
            }
        });
        return Collections.unmodifiableMap(blocks);
    }
}
