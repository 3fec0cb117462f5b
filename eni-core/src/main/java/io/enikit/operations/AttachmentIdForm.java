package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** An attachment id starts with eni-attach- or ela-attach-. */
final class AttachmentIdForm extends Precondition<NamesAttachments> {
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
                NamesAttachments.class);
    }

    @Override
    Optional<String> check(NamesAttachments operation, NetworkPlan plan) {
        return operation.attachmentIds().stream()
                .filter(id -> !id.startsWith("eni-attach-") && !id.startsWith(SERVICE))
                .filter(id -> plan.eniAttachedAs(id).isEmpty())
                .findFirst()
                .map(id -> "invalid attachment id \"" + id + "\": expected eni-attach-…"
                        + (id.startsWith("eni-") ? ", this is the id of an interface" : ""));
    }
}
