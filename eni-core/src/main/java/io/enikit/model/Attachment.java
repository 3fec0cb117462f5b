package io.enikit.model;

import static java.util.Objects.requireNonNull;

import io.enikit.internal.VisibleText;
import java.util.Optional;
import org.immutables.value.Value;

/** How a network interface is attached: to which instance, and where on it. */
@Value.Immutable
public abstract class Attachment {
    Attachment() {}

    /** {@return a builder with nothing set} */
    public static Builder builder() {
        return ImmutableAttachment.builder();
    }

    /** {@return a builder set to this attachment} */
    public final Builder toBuilder() {
        return ImmutableAttachment.builder().from(this);
    }

    /** {@return the id, such as {@code eni-attach-66c4350a}; derived from the place unless set or a service attached it} */
    public abstract Optional<String> attachmentId();

    /** {@return the instance, absent where a service holds the interface} */
    public abstract Optional<InstanceId> instanceId();

    /**
     * {@return the owner of the instance, a 12-digit account or a service such as {@code amazon-elb}; absent if it is the
     * owner of the interface, or not known}
     */
    public abstract Optional<String> instanceOwnerId();

    /** {@return the device index on the network card; 0 on card 0 is the primary interface} */
    public abstract int deviceIndex();

    /** {@return the index of the network card, 0 unless set} */
    @Value.Default
    public int networkCardIndex() {
        return 0;
    }

    /** {@return whether the interface goes when its instance is terminated, false unless set} */
    @Value.Default
    public boolean deleteOnTermination() {
        return false;
    }

    /** {@return the status, attached unless set} */
    @Value.Default
    public AttachmentStatus status() {
        return AttachmentStatus.ATTACHED;
    }

    /** {@return whether this is the place of an instance's primary interface} */
    public final boolean isPrimary() {
        return deviceIndex() == 0 && networkCardIndex() == 0;
    }

    abstract Attachment withAttachmentId(String attachmentId);

    /** Builds attachments. The device index must be set. */
    public abstract static class Builder {
        Builder() {}

        /**
         * Sets the id.
         *
         * @param attachmentId the id, such as {@code eni-attach-66c4350a}
         * @return this builder
         */
        public abstract Builder attachmentId(String attachmentId);

        /**
         * Sets the id, or removes it.
         *
         * @param attachmentId the id, such as {@code eni-attach-66c4350a}; empty, which is the default, derives it from
         * the place
         * @return this builder
         */
        public abstract Builder attachmentId(Optional<String> attachmentId);

        /**
         * Sets the instance.
         *
         * @param instanceId the id of the instance
         * @return this builder
         */
        public abstract Builder instanceId(InstanceId instanceId);

        /**
         * Sets the instance.
         *
         * @param instanceId the id of the instance
         * @return this builder
         * @throws IllegalArgumentException if the text is blank
         */
        public final Builder instanceId(String instanceId) {
            return instanceId(InstanceId.of(requireNonNull(instanceId, "instanceId")));
        }

        /**
         * Sets the instance, or removes it.
         *
         * @param instanceId the id of the instance; empty, which is the default, if a service holds the interface
         * @return this builder
         */
        public abstract Builder instanceId(Optional<? extends InstanceId> instanceId);

        /**
         * Sets the owner of the instance, where another account or a service attached the interface.
         *
         * @param instanceOwnerId the owner, a 12-digit account or a service such as {@code amazon-elb}
         * @return this builder
         */
        public abstract Builder instanceOwnerId(String instanceOwnerId);

        /**
         * Sets the owner of the instance, or removes it.
         *
         * @param instanceOwnerId the owner; empty, which is the default, if it is the owner of the interface, or not known
         * @return this builder
         */
        public abstract Builder instanceOwnerId(Optional<String> instanceOwnerId);

        /**
         * Sets the device index on the network card.
         *
         * @param deviceIndex the index, from 0; 0 on card 0 is the primary interface
         * @return this builder
         */
        public abstract Builder deviceIndex(int deviceIndex);

        /**
         * Sets the network card.
         *
         * @param networkCardIndex the index of the card, from 0; 0 by default
         * @return this builder
         */
        public abstract Builder networkCardIndex(int networkCardIndex);

        /**
         * Sets whether the interface goes when its instance is terminated.
         *
         * @param deleteOnTermination whether it goes, false by default
         * @return this builder
         */
        public abstract Builder deleteOnTermination(boolean deleteOnTermination);

        /**
         * Sets the status.
         *
         * @param status the status, attached by default
         * @return this builder
         */
        public abstract Builder status(AttachmentStatus status);

        /**
         * Builds the attachment.
         *
         * @return the attachment
         * @throws IllegalStateException if no device index is set
         */
        public abstract Attachment build();
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value(
                "Attachment",
                "attachmentId",
                attachmentId(),
                "instanceId",
                instanceId(),
                "instanceOwnerId",
                instanceOwnerId(),
                "deviceIndex",
                deviceIndex(),
                "networkCardIndex",
                networkCardIndex(),
                "deleteOnTermination",
                deleteOnTermination(),
                "status",
                status());
    }
}
