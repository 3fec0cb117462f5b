package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** The attachment of a call exists. */
final class AttachmentKnown extends Precondition<DetachAttachment> {
    AttachmentKnown() {
        super(
                RuleInfo.documented(
                                "detach.attachment-known",
                                Phase.IDS,
                                "The attachment of a call exists.",
                                "Error codes for the Amazon EC2 API")
                        .withCatalogIds("ATTACH-404")
                        .withCode("InvalidAttachmentID.NotFound"),
                DetachAttachment.class);
    }

    @Override
    Optional<String> check(DetachAttachment operation, NetworkPlan plan) {
        return plan.eniAttachedAs(operation.attachmentId()).isPresent()
                        || operation.attachmentId().startsWith(AttachmentIdForm.SERVICE)
                ? Optional.empty()
                : Optional.of("the attachment \"" + operation.attachmentId() + "\" does not exist");
    }

    @Override
    boolean isEssential() {
        return true;
    }
}
