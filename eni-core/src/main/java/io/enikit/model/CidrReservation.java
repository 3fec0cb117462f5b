package io.enikit.model;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import io.enikit.net.Cidr;

/**
 * A subnet CIDR reservation: addresses that EC2 does not pick on its own.
 *
 * @param cidr the reserved block, inside the subnet's
 * @param type what the block is kept for
 */
public record CidrReservation(Cidr cidr, Type type) implements Comparable<CidrReservation> {
    private static final char SEPARATOR = ';';

    /**
     * What a reservation keeps its block for.
     *
     * <p>Later versions may add constants.
     */
    public enum Type {
        /** EC2 takes prefixes for delegation from it, and nothing else. */
        PREFIX("prefix"),

        /** Only a request that names the address gets it. */
        EXPLICIT("explicit");

        private final String text;

        Type(String text) {
            this.text = text;
        }

        /** {@return the name as EC2 writes it} */
        @Override
        public String toString() {
            return text;
        }
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

    /** Reads what {@link #toString} wrote. */
    static CidrReservation parse(String text) {
        int separator = text.lastIndexOf(SEPARATOR);
        checkArgument(separator > 0, "\"%s\": expected a block, a semicolon, and prefix or explicit", text);
        return new CidrReservation(
                Cidr.parse(text.substring(0, separator)), Words.parseEnum(Type.class, text.substring(separator + 1)));
    }

    @Override
    public int compareTo(CidrReservation other) {
        requireNonNull(other, "other");
        int byBlock = cidr.compareTo(other.cidr);
        return byBlock != 0 ? byBlock : type.compareTo(other.type);
    }

    /** {@return the block and the type, such as {@code 10.0.0.16/28;prefix}} */
    @Override
    public String toString() {
        return cidr.toString() + SEPARATOR + type;
    }
}
