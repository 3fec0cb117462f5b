package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.internal.VisibleText;
import io.enikit.model.Attachment;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Attaches a network interface to an instance: hot while it runs, warm while it is stopped.
 *
 * <p>The interface takes along all it has. It is not deleted with the instance unless that is changed afterwards.
 */
@Value.Immutable
public abstract class AttachEni extends Operation {
    AttachEni() {}

    /**
     * Attaches an interface.
     *
     * @param eni the interface
     * @param instance the instance
     * @param deviceIndex the device index on network card 0, 1 or more: 0 is taken by the primary interface
     * @return the operation
     */
    public static AttachEni of(EniId eni, InstanceId instance, int deviceIndex) {
        return ImmutableAttachEni.builder()
                .eni(eni)
                .instance(instance)
                .deviceIndex(deviceIndex)
                .build();
    }

    /**
     * Attaches an interface.
     *
     * @param eni the id of the interface
     * @param instance the id of the instance
     * @param deviceIndex the device index on network card 0, 1 or more: 0 is taken by the primary interface
     * @return the operation
     */
    public static AttachEni of(String eni, String instance, int deviceIndex) {
        return of(
                EniId.of(requireNonNull(eni, "eni")), InstanceId.of(requireNonNull(instance, "instance")), deviceIndex);
    }

    /** {@return the network interface} */
    public abstract EniId eni();

    /** {@return the instance} */
    public abstract InstanceId instance();

    /** {@return the device index} */
    public abstract int deviceIndex();

    /** {@return the index of the network card, 0 unless set} */
    @Value.Default
    public int networkCardIndex() {
        return 0;
    }

    /**
     * Returns a copy for another network card.
     *
     * @param networkCardIndex the index of the card; instances of most types have card 0 only
     * @return the operation
     */
    public abstract AttachEni withNetworkCardIndex(int networkCardIndex);

    /** {@return the attachment id, derived from interface and place unless set} */
    public abstract Optional<String> attachmentId();

    /**
     * Returns a copy with the id that the attachment gets.
     *
     * @param attachmentId such as {@code eni-attach-0123456789abcdef0}; EC2 never gives one again
     * @return the operation
     */
    public abstract AttachEni withAttachmentId(String attachmentId);

    @Override
    public String action() {
        return "AttachNetworkInterface";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan).names(eni(), instance()).attaches(ImmutableList.of(eni()));
    }

    @Override
    void apply(Editor editor) {
        Eni before = editor.eni(eni());
        Attachment attachment = Attachment.builder()
                .instanceId(instance())
                .deviceIndex(deviceIndex())
                .networkCardIndex(networkCardIndex())
                .attachmentId(attachmentId())
                .build();
        editor.attach(before, attachment);
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value(
                "AttachEni",
                "eni",
                eni(),
                "instance",
                instance(),
                "deviceIndex",
                deviceIndex(),
                "networkCardIndex",
                networkCardIndex(),
                "attachmentId",
                attachmentId());
    }
}
