package io.enikit.model;

import static java.util.Objects.requireNonNull;

import io.enikit.internal.VisibleText;
import io.enikit.net.IpAddress;
import java.util.Optional;
import java.util.SortedMap;
import org.immutables.value.Value;

/** An Elastic IP: a public IPv4 address that is yours until you release it. */
@Value.Immutable
public abstract non-sealed class ElasticIp implements Resource {
    ElasticIp() {}

    /** {@return a builder with nothing set} */
    public static Builder builder() {
        return ImmutableElasticIp.builder();
    }

    /** {@return a builder set to this Elastic IP} */
    public final Builder toBuilder() {
        return ImmutableElasticIp.builder().from(this);
    }

    /** {@return the id} */
    public abstract ElasticIpId id();

    @Override
    public final ResourceId resourceId() {
        return id();
    }

    /** {@return the address, absent where EC2 has yet to choose it} */
    public abstract Optional<IpAddress> publicIp();

    /**
     * Returns the Region, where it is given.
     *
     * @return such as {@code eu-west-1}; absent means that of the interface that it is associated with, see
     *     {@link NetworkPlan#regionOf}
     */
    public abstract Optional<String> region();

    /** {@return the private IPv4 address that it stands for, if it is associated} */
    public abstract Optional<ElasticIpAssociation> association();

    /** {@return the tags by key} */
    @Override
    @Value.NaturalOrder
    public abstract SortedMap<String, String> tags();

    /** Builds Elastic IPs. The id must be set. */
    public abstract static class Builder extends ResourceBuilder<Builder> {
        Builder() {}

        /**
         * Sets the id.
         *
         * @param id the id
         * @return this builder
         */
        public abstract Builder id(ElasticIpId id);

        /**
         * Sets the id.
         *
         * @param id a name, or {@code eipalloc-…}
         * @return this builder
         * @throws IllegalArgumentException if the text is blank
         */
        public final Builder id(String id) {
            return id(ElasticIpId.of(requireNonNull(id, "id")));
        }

        /**
         * Sets the address.
         *
         * @param publicIp the public IPv4 address
         * @return this builder
         */
        public abstract Builder publicIp(IpAddress publicIp);

        /**
         * Sets the address.
         *
         * @param publicIp such as {@code 203.0.113.12}
         * @return this builder
         * @throws IllegalArgumentException if the text is not an address
         */
        public final Builder publicIp(String publicIp) {
            return publicIp(IpAddress.parse(requireNonNull(publicIp, "publicIp")));
        }

        /**
         * Sets the address, or removes it.
         *
         * @param publicIp the public IPv4 address; empty, which is the default, if EC2 has yet to choose it
         * @return this builder
         */
        public abstract Builder publicIp(Optional<? extends IpAddress> publicIp);

        /**
         * Sets the Region.
         *
         * @param region such as {@code eu-west-1}
         * @return this builder
         */
        public abstract Builder region(String region);

        /**
         * Sets the Region, or leaves it open.
         *
         * @param region such as {@code eu-west-1}; empty by default
         * @return this builder
         */
        public abstract Builder region(Optional<String> region);

        /**
         * Associates it with a private IPv4 address.
         *
         * @param association the interface and its address
         * @return this builder
         */
        public abstract Builder association(ElasticIpAssociation association);

        /**
         * Associates it with a private IPv4 address.
         *
         * @param eniId the id of the interface
         * @param privateIpAddress the private IPv4 address, such as {@code 10.0.0.10}
         * @return this builder
         * @throws IllegalArgumentException if a text is blank, or not an address
         */
        public final Builder association(String eniId, String privateIpAddress) {
            return association(new ElasticIpAssociation(
                    EniId.of(requireNonNull(eniId, "eniId")),
                    IpAddress.parse(requireNonNull(privateIpAddress, "privateIpAddress"))));
        }

        /**
         * Associates it with a private IPv4 address, or with none.
         *
         * @param association the interface and its address; empty by default
         * @return this builder
         */
        public abstract Builder association(Optional<? extends ElasticIpAssociation> association);

        /**
         * Builds the Elastic IP.
         *
         * @return the Elastic IP
         * @throws IllegalStateException if no id is set
         * @throws IllegalArgumentException if two tags have the same key
         */
        public abstract ElasticIp build();
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value(
                "ElasticIp",
                "ownerId",
                ownerId(),
                "id",
                id(),
                "publicIp",
                publicIp(),
                "region",
                region(),
                "association",
                association(),
                "tags",
                tags());
    }
}
