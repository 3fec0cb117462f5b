package io.enikit.operations;

import com.google.common.collect.ImmutableList;
import io.enikit.internal.VisibleText;
import io.enikit.model.NetworkPlan;
import org.immutables.value.Value;

/**
 * Detaches a network interface by the id of its attachment.
 */
@Value.Immutable
public abstract class DetachAttachment extends Operation {
    DetachAttachment() {}

    /**
     * Detaches the interface that is attached under an id.
     *
     * @param attachmentId the id of the attachment, such as {@code eni-attach-66c4350a}
     * @return the operation
     */
    public static DetachAttachment of(String attachmentId) {
        return ImmutableDetachAttachment.builder().attachmentId(attachmentId).build();
    }

    /** {@return the id of the attachment, such as {@code eni-attach-66c4350a}} */
    public abstract String attachmentId();

    @Override
    Operation resolved(NetworkPlan plan) {
        return DetachEni.of(plan.eniAttachedAs(attachmentId()).orElseThrow().id());
    }

    @Override
    public String action() {
        return "DetachNetworkInterface";
    }

    @Override
    Call call(NetworkPlan plan) {
        return Call.of(this, plan).namesAttachments(ImmutableList.of(attachmentId()));
    }

    @Override
    void apply(Editor editor) {
        resolved(editor.plan()).apply(editor);
    }

    /** {@return the name of the type and its values, on one line} */
    @Override
    public final String toString() {
        return VisibleText.value("DetachAttachment", "attachmentId", attachmentId());
    }
}
