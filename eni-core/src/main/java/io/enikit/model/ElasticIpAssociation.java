package io.enikit.model;

import static java.util.Objects.requireNonNull;

import io.enikit.net.IpAddress;

/**
 * What an Elastic IP stands for: one private IPv4 address of one network interface.
 *
 * <p>Ordered by interface, then by address.
 *
 * @param eniId the interface
 * @param privateIpAddress the private IPv4 address
 */
public record ElasticIpAssociation(EniId eniId, IpAddress privateIpAddress)
        implements Comparable<ElasticIpAssociation> {
    /**
     * Checks that nothing is null.
     *
     * @param eniId the interface
     * @param privateIpAddress the private IPv4 address
     */
    public ElasticIpAssociation {
        requireNonNull(eniId, "eniId");
        requireNonNull(privateIpAddress, "privateIpAddress");
    }

    @Override
    public int compareTo(ElasticIpAssociation other) {
        int byEni = eniId.compareTo(requireNonNull(other, "other").eniId);
        return byEni != 0 ? byEni : privateIpAddress.compareTo(other.privateIpAddress);
    }
}
