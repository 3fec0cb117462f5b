package io.enikit.model;

import static java.util.Objects.requireNonNull;

import io.enikit.net.Cidr;

/**
 * A subnet CIDR reservation: addresses that EC2 does not pick on its own.
 *
 * @param cidr the reserved block, inside the subnet's
 * @param type what the block is kept for
 */
public record CidrReservation(Cidr cidr, Type type) implements Comparable<CidrReservation> {
    /** What a reservation keeps its block for. */
    public enum Type {
        /** EC2 takes prefixes for delegation from it, and nothing else. */
        PREFIX,

        /** Only a request that names the address gets it. */
        EXPLICIT
    }

    /**
     * Checks that nothing is null.
     *
     * @param cidr the reserved block, inside the subnet's
     * @param type what the block is kept for
     */
    public CidrReservation {
        requireNonNull(cidr, "cidr");
        requireNonNull(type, "type");
    }

    @Override
    public int compareTo(CidrReservation other) {
        int byBlock = cidr.compareTo(other.cidr);
        return byBlock != 0 ? byBlock : type.compareTo(other.type);
    }
}
