package io.enikit.json;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.net.Cidr;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A subnet whose block is another one in a later plan. EC2 cannot change a block: the subnet is deleted and made anew.
 */
public final class SubnetMove {
    private final SubnetId id;
    private final String name;
    private final Optional<Cidr> from;
    private final Optional<Cidr> to;

    private static final String NAME = "Name";

    SubnetMove(SubnetId id, String name, Optional<Cidr> from, Optional<Cidr> to) {
        this.id = requireNonNull(id, "id");
        this.name = requireNonNull(name, "name");
        this.from = requireNonNull(from, "from");
        this.to = requireNonNull(to, "to");
    }

    /** {@return the id, the same in both plans} */
    public SubnetId id() {
        return id;
    }

    /** {@return the value of its tag {@code Name}, or its id if it has none} */
    public String name() {
        return name;
    }

    /** {@return the block before, absent if there was none} */
    public Optional<Cidr> from() {
        return from;
    }

    /** {@return the block after, absent if there is none} */
    public Optional<Cidr> to() {
        return to;
    }

    /**
     * Lists the subnets that are in both of two plans with different IPv4 blocks.
     *
     * @param before the earlier plan
     * @param after the later plan
     * @return the moves, by id
     */
    public static List<SubnetMove> between(NetworkPlan before, NetworkPlan after) {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SubnetMove that
                && id.equals(that.id)
                && name.equals(that.name)
                && from.equals(that.from)
                && to.equals(that.to);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, name, from, to);
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
