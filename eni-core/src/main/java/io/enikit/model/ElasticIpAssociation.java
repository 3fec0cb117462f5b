package io.enikit.model;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import io.enikit.net.IpAddress;
import java.util.Comparator;
import java.util.Optional;

/**
 * What an Elastic IP stands for: one private IPv4 address of one network interface.
 *
 * <p>Ordered by interface, then by address.
 *
 * @param eniId the interface
 * @param privateIpAddress the private IPv4 address, absent where EC2 has yet to choose it
 * @param awaitsPrimary whether it is the primary address that EC2 has yet to choose; false where the address is known, or
 *     where it may be any
 */
public record ElasticIpAssociation(EniId eniId, Optional<IpAddress> privateIpAddress, boolean awaitsPrimary)
        implements Comparable<ElasticIpAssociation> {
    private static final Comparator<ElasticIpAssociation> ORDER = Comparator.comparing(ElasticIpAssociation::eniId)
            .thenComparing(each -> each.privateIpAddress.isPresent())
            .thenComparing((one, other) -> one.privateIpAddress.isEmpty() || other.privateIpAddress.isEmpty()
                    ? 0
                    : one.privateIpAddress.get().compareTo(other.privateIpAddress.get()))
            .thenComparing(ElasticIpAssociation::awaitsPrimary);

    /**
     * Checks that nothing is null, and that no address is both known and awaited.
     *
     * @param eniId the interface
     * @param privateIpAddress the private IPv4 address, absent where EC2 has yet to choose it
     * @param awaitsPrimary whether it is the primary address that EC2 has yet to choose
     * @throws IllegalArgumentException if an address is given, and the primary one awaited
     */
    public ElasticIpAssociation {
        requireNonNull(eniId, "eniId");
        requireNonNull(privateIpAddress, "privateIpAddress");
        checkArgument(
                privateIpAddress.isEmpty() || !awaitsPrimary,
                "%s is given, and the primary address awaited: expected one of them",
                privateIpAddress);
    }

    /**
     * Makes the association with a known address.
     *
     * @param eniId the interface
     * @param privateIpAddress the private IPv4 address
     */
    public ElasticIpAssociation(EniId eniId, IpAddress privateIpAddress) {
        this(eniId, Optional.of(requireNonNull(privateIpAddress, "privateIpAddress")), false);
    }

    /**
     * Returns the association with a primary address that EC2 has yet to choose.
     *
     * @param eniId the interface
     * @return the association
     */
    public static ElasticIpAssociation ofPrimary(EniId eniId) {
        return new ElasticIpAssociation(eniId, Optional.empty(), true);
    }

    /**
     * Returns the association with an address that EC2 has yet to choose, be it the primary one or not.
     *
     * @param eniId the interface
     * @return the association; another one may be with the same address or not
     */
    public static ElasticIpAssociation ofAny(EniId eniId) {
        return new ElasticIpAssociation(eniId, Optional.empty(), false);
    }

    @Override
    public int compareTo(ElasticIpAssociation other) {
        return ORDER.compare(this, requireNonNull(other, "other"));
    }

    /** {@return such as {@code 10.0.0.10 of eni-1}} */
    @Override
    public String toString() {
        return privateIpAddress
                        .map(IpAddress::toString)
                        .orElse(awaitsPrimary ? "the primary address" : "an address that EC2 chooses")
                + " of " + eniId;
    }
}
