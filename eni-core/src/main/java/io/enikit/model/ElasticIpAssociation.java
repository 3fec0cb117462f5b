package io.enikit.model;

import static java.util.Objects.requireNonNull;

import io.enikit.net.IpAddress;

/**
 * What an Elastic IP stands for: one private IPv4 address of one network interface.
 *
 * @param eniId the interface
 * @param privateIpAddress the private IPv4 address
 */
public record ElasticIpAssociation(EniId eniId, IpAddress privateIpAddress) {
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
}
