package io.enikit.limits;

import static java.util.Objects.requireNonNull;

/**
 * How many attachments a type takes, and what counts as one.
 *
 * <p>Source: EC2 API reference, "EbsInfo".
 *
 * @param type whether network interfaces and volumes count together
 * @param maximumEbsAttachments how many attachments are allowed, 0 or more
 */
public record AttachmentLimit(Type type, int maximumEbsAttachments) {
    /**
     * Checks the number.
     *
     * @param type whether network interfaces and volumes count together
     * @param maximumEbsAttachments how many attachments are allowed, 0 or more
     * @throws IllegalArgumentException if the number is negative
     */
    public AttachmentLimit {
        requireNonNull(type, "type");
        Numbers.atLeast(0, maximumEbsAttachments, "maximumEbsAttachments");
    }

    /**
     * What counts as an attachment.
     *
     * <p>Later versions may add constants.
     */
    public enum Type {
        /** Network interfaces, EBS volumes and instance-store volumes count together. */
        SHARED("shared"),
        /** Only EBS volumes count. */
        DEDICATED("dedicated");

        private final String text;

        Type(String text) {
            this.text = text;
        }

        /** {@return the word EC2 uses, such as {@code shared}} */
        @Override
        public String toString() {
            return text;
        }
    }
}
