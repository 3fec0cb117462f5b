package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** Attachments that a service made are the service's own. */
final class AttachmentOfService extends Precondition<DetachAttachment> {
    AttachmentOfService() {
        super(
                RuleInfo.builder()
                        .id("detach.attachment-of-service")
                        .addCatalogId("DET-SERVICE")
                        .summary("Attachments that a service made are the service's own.")
                        .evidence(Evidence.SEEN)
                        .severity(Severity.ERROR)
                        .phase(Phase.STATE)
                        .ec2Code("OperationNotPermitted")
                        .source("answers of EC2")
                        .build(),
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
