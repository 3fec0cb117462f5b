package io.enikit.json;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.net.Cidr;
import java.util.List;
import java.util.Optional;

/**
 * A subnet whose block is another one in a later plan. EC2 cannot change a block: the subnet is deleted and made anew.
 *
 * @param id the id, the same in both plans
 * @param name the value of its tag {@code Name}, or its id if it has none
 * @param from the block before, absent if there was none
 * @param to the block after, absent if there is none
 */
public record SubnetMove(SubnetId id, String name, Optional<Cidr> from, Optional<Cidr> to) {
    private static final String NAME = "Name";

    /**
     * Checks that nothing is null.
     *
     * @param id the id, the same in both plans
     * @param name the value of its tag {@code Name}, or its id if it has none
     * @param from the block before, absent if there was none
     * @param to the block after, absent if there is none
     */
    public SubnetMove {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
    }

    /**
     * Lists the subnets that are in both of two plans with different IPv4 blocks.
     *
     * @param before the earlier plan
     * @param after the later plan
     * @return the moves, by id
     */
    public static List<SubnetMove> between(NetworkPlan before, NetworkPlan after) {
        ImmutableList.Builder<SubnetMove> moves = ImmutableList.builder();
        for (Subnet subnet : after.subnets()) {
            before.subnet(subnet.id())
                    .filter(old -> !old.cidrBlock().equals(subnet.cidrBlock()))
                    .ifPresent(old -> moves.add(new SubnetMove(
                            subnet.id(),
                            subnet.tags().getOrDefault(NAME, subnet.id().toString()),
                            old.cidrBlock(),
                            subnet.cidrBlock())));
        }
        return moves.build();
    }

    /** {@return such as {@code app/Subnet1: 10.0.2.0/24 -> 10.0.3.0/24}} */
    @Override
    public String toString() {
        return name + ": " + text(from) + " -> " + text(to);
    }

    private static String text(Optional<Cidr> block) {
        return block.map(Cidr::toString).orElse("no block");
    }
}
