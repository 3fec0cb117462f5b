package io.enikit.model;

import static java.util.Objects.requireNonNull;

import java.util.SortedMap;
import java.util.SortedSet;
import org.immutables.value.Value;

/** A security group: a firewall that network interfaces of a VPC are put behind. */
@Value.Immutable
public abstract non-sealed class SecurityGroup implements Resource {
    /** The name of the group that each VPC has from the start. */
    public static final String DEFAULT_NAME = "default";

    SecurityGroup() {}

    /** {@return a builder with nothing set} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the group that EC2 makes with a VPC, and puts interfaces into that name no group.
     *
     * @param vpc the VPC
     * @return its default group, with the id that it gets where nobody names one: {@code vpc/default}
     */
    public static SecurityGroup defaultOf(VpcId vpc) {
        requireNonNull(vpc, "vpc");
        return builder()
                .id(vpc + "/" + DEFAULT_NAME)
                .vpcId(vpc)
                .groupName(DEFAULT_NAME)
                .description("default VPC security group")
                .build();
    }

    /** {@return a builder set to this group} */
    public final Builder toBuilder() {
        return builder().from(this);
    }

    /** {@return the id} */
    public abstract SecurityGroupId id();

    @Override
    public final ResourceId resourceId() {
        return id();
    }

    /** {@return the VPC it was made in} */
    public abstract VpcId vpcId();

    /** {@return the name, unique in its VPC, the text of the id unless set} */
    @Value.Default
    public String groupName() {
        return id().toString();
    }

    /** {@return the description, empty unless set} */
    @Value.Default
    public String description() {
        return "";
    }

    /** {@return the further VPCs that it is associated with} */
    @Value.NaturalOrder
    public abstract SortedSet<VpcId> associatedVpcIds();

    /** {@return the tags by key} */
    @Override
    @Value.NaturalOrder
    public abstract SortedMap<String, String> tags();

    /** {@return whether this is the group that its VPC had from the start} */
    public final boolean isDefault() {
        return groupName().equals(DEFAULT_NAME);
    }

    /**
     * Checks whether interfaces in a VPC can be in this group.
     *
     * @param vpcId a VPC
     * @return true if it is the group's own VPC or one that it is associated with
     */
    public final boolean isUsableIn(VpcId vpcId) {
        requireNonNull(vpcId, "vpcId");
        return vpcId().equals(vpcId) || associatedVpcIds().contains(vpcId);
    }

    /** Builds security groups. */
    public static final class Builder extends ImmutableSecurityGroup.Builder {
        Builder() {}

        /**
         * Sets the id.
         *
         * @param id a name, or {@code sg-…}
         * @return this builder
         */
        public Builder id(String id) {
            return id(SecurityGroupId.of(id));
        }

        /**
         * Sets the VPC.
         *
         * @param id the id of the VPC
         * @return this builder
         */
        public Builder vpcId(String id) {
            return vpcId(VpcId.of(id));
        }
    }
}
