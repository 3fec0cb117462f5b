package io.enikit.model;

import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import java.nio.charset.StandardCharsets;

/** The id of an attachment that was given none: the same for the same interface in the same place. */
final class DerivedAttachmentId {
    private static final int DIGITS = 17;

    private DerivedAttachmentId() {}

    static String of(EniId eni, InstanceId instance, Attachment place) {
        String text = eni + "\n" + instance + "\n" + place.networkCardIndex() + "\n" + place.deviceIndex();
        byte[] hash =
                Hashing.murmur3_128().hashString(text, StandardCharsets.UTF_8).asBytes();
        return "eni-attach-" + BaseEncoding.base16().lowerCase().encode(hash).substring(0, DIGITS);
    }
}
