package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** An attachment id starts with eni-attach- or ela-attach-. */
final class AttachmentIdForm extends Precondition<DetachAttachment> {
    static final String SERVICE = "ela-attach-";

    AttachmentIdForm() {
        super(
                RuleInfo.builder()
                        .id("detach.attachment-id-form")
                        .addCatalogId("ATTACH-ID")
                        .summary("An attachment id starts with eni-attach- or ela-attach-.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.SHAPE)
                        .ec2Code("InvalidNetworkInterfaceAttachmentId.Malformed")
                        .source("Error codes for the Amazon EC2 API")
                        .build(),
                DetachAttachment.class);
    }

    @Override
    Optional<String> check(DetachAttachment operation, NetworkPlan plan) {
        String id = operation.attachmentId();
        return id.startsWith("eni-attach-") || id.startsWith(SERVICE)
                ? Optional.empty()
                : Optional.of("invalid attachment id \"" + id + "\": expected eni-attach-…"
                        + (id.startsWith("eni-") ? ", this is the id of an interface" : ""));
    }
}
