package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** Attachments that a service made are the service's own. */
final class AttachmentOfService extends Precondition<DetachAttachment> {
    AttachmentOfService() {
        super(
                RuleInfo.seen(
                                "detach.attachment-of-service",
                                Phase.STATE,
                                "Attachments that a service made are the service's own.",
                                "answers of EC2")
                        .withCatalogIds("DET-SERVICE")
                        .withCode("OperationNotPermitted"),
                DetachAttachment.class);
    }

    @Override
    Optional<String> check(DetachAttachment operation, NetworkPlan plan) {
        return operation.attachmentId().startsWith(AttachmentIdForm.SERVICE)
                ? Optional.of("you are not allowed to manage 'ela-attach' attachments")
                : Optional.empty();
    }

    @Override
    boolean isEssential() {
        return true;
    }
}
