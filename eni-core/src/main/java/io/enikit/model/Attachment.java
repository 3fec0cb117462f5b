package io.enikit.model;

import java.util.Optional;
import org.immutables.value.Value;

/** How a network interface is attached: to which instance, and where on it. */
@Value.Immutable
public abstract class Attachment {
    Attachment() {}

    /** {@return a builder with nothing set} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder set to this attachment} */
    public final Builder toBuilder() {
        return builder().from(this);
    }

    /** {@return the id, such as {@code eni-attach-66c4350a}; derived from the place unless set or a service attached it} */
    public abstract Optional<String> attachmentId();

    /** {@return the instance, absent where a service holds the interface} */
    public abstract Optional<InstanceId> instanceId();

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

    /** Builds attachments. */
    public static final class Builder extends ImmutableAttachment.Builder {
        Builder() {}

        /**
         * Sets the instance.
         *
         * @param id the id of the instance
         * @return this builder
         */
        public Builder instanceId(String id) {
            return instanceId(InstanceId.of(id));
        }
    }
}
