package io.enikit.operations;

import com.google.common.hash.Hashing;
import io.enikit.model.EniId;
import io.enikit.model.InstanceId;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Makes ids of attachments, the same for the same interface in the same place. */
final class AttachmentIds {
    static final String PREFIX = "eni-attach-";

    private AttachmentIds() {}

    static String of(EniId eni, InstanceId instance, int networkCardIndex, int deviceIndex) {
        String place = eni + "\n" + instance + "\n" + networkCardIndex + "\n" + deviceIndex;
        byte[] hash = Hashing.sha256().hashString(place, StandardCharsets.UTF_8).asBytes();
        StringBuilder hex = new StringBuilder(PREFIX);
        for (int i = 0; i < 8; i++) {
            hex.append(String.format(Locale.ROOT, "%02x", hash[i]));
        }
        return hex.append('0').toString();
    }
}
