package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** The attachment of a call exists. */
final class AttachmentKnown extends Precondition<DetachAttachment> {
    AttachmentKnown() {
        super(
                RuleInfo.builder()
                        .id("detach.attachment-known")
                        .addCatalogId("ATTACH-404")
                        .summary("The attachment of a call exists.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.IDS)
                        .ec2Code("InvalidAttachmentID.NotFound")
                        .source("Error codes for the Amazon EC2 API")
                        .build(),
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
