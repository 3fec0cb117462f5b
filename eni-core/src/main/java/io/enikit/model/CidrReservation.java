package io.enikit.model;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import io.enikit.net.Cidr;
import java.util.Arrays;
import java.util.Optional;

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

    /**
     * Parses a reservation such as {@code 10.0.0.16/28;prefix}.
     *
     * @param text a block, a semicolon, and {@code prefix} or {@code explicit}
     * @return the reservation
     * @throws IllegalArgumentException if the text is anything else
     */
    public static CidrReservation parse(CharSequence text) {
        String string = requireNonNull(text, "text").toString();
        int separator = string.lastIndexOf(SEPARATOR);
        checkArgument(separator > 0, "\"%s\": expected a block, a semicolon, and prefix or explicit", string);
        return new CidrReservation(
                Cidr.parse(string.substring(0, separator)),
                Words.parseEnum(Type.class, string.substring(separator + 1)));
    }

    /**
     * Does what {@link #parse} does, under the name that frameworks look for.
     *
     * @param text a block, a semicolon, and {@code prefix} or {@code explicit}
     * @return the reservation
     * @throws IllegalArgumentException if the text is anything else
     */
    public static CidrReservation valueOf(String text) {
        return parse(text);
    }

    /**
     * Parses a reservation, or returns empty where {@link #parse} would throw.
     *
     * @param text a block, a semicolon, and {@code prefix} or {@code explicit}
     * @return the reservation, or empty if the text is anything else
     */
    public static Optional<CidrReservation> tryParse(CharSequence text) {
        String string = requireNonNull(text, "text").toString();
        int separator = string.lastIndexOf(SEPARATOR);
        if (separator < 0) {
            return Optional.empty();
        }
        String type = string.substring(separator + 1);
        return Cidr.tryParse(string.substring(0, separator))
                .flatMap(cidr -> Arrays.stream(Type.values())
                        .filter(each -> each.text.equals(type))
                        .findFirst()
                        .map(each -> new CidrReservation(cidr, each)));
    }

    @Override
    public int compareTo(CidrReservation other) {
        requireNonNull(other, "other");
        int byBlock = cidr.compareTo(other.cidr);
        return byBlock != 0 ? byBlock : type.compareTo(other.type);
    }

    /** {@return the block and the type, such as {@code 10.0.0.16/28;prefix}, which {@link #parse} reads} */
    @Override
    @JsonValue
    public String toString() {
        return cidr.toString() + SEPARATOR + type;
    }
}
