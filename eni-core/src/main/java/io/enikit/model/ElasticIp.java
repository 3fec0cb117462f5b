package io.enikit.model;

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
        return new Builder();
    }

    /** {@return a builder set to this Elastic IP} */
    public final Builder toBuilder() {
        return builder().from(this);
    }

    /** {@return the id} */
    public abstract ElasticIpId id();

    @Override
    public final ResourceId resourceId() {
        return id();
    }

    /** {@return the address, absent where EC2 has yet to choose it} */
    public abstract Optional<IpAddress> publicIp();

    /** {@return the private IPv4 address that it stands for, if it is associated} */
    public abstract Optional<ElasticIpAssociation> association();

    /** {@return the tags by key} */
    @Override
    @Value.NaturalOrder
    public abstract SortedMap<String, String> tags();

    /** Builds Elastic IPs. */
    public static final class Builder extends ImmutableElasticIp.Builder {
        Builder() {}

        /**
         * Sets the id.
         *
         * @param id a name, or {@code eipalloc-…}
         * @return this builder
         */
        public Builder id(String id) {
            return id(ElasticIpId.of(id));
        }

        /**
         * Sets the address.
         *
         * @param address such as {@code 203.0.113.12}
         * @return this builder
         */
        public Builder publicIp(String address) {
            return publicIp(IpAddress.parse(address));
        }

        /**
         * Associates it with a private IPv4 address.
         *
         * @param networkInterfaceId the id of the interface
         * @param privateIpAddress the private IPv4 address, such as {@code 10.0.0.10}
         * @return this builder
         */
        public Builder association(String networkInterfaceId, String privateIpAddress) {
            return association(
                    new ElasticIpAssociation(EniId.of(networkInterfaceId), IpAddress.parse(privateIpAddress)));
        }
    }
}
