package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** An attachment id starts with eni-attach- or ela-attach-. */
final class AttachmentIdForm extends Precondition<NamesAttachments> {
    static final String SERVICE = "ela-attach-";

    AttachmentIdForm() {
        super(
                RuleInfo.documented(
                                "detach.attachment-id-form",
                                Phase.SHAPE,
                                "An attachment id starts with eni-attach- or ela-attach-.",
                                "Error codes for the Amazon EC2 API")
                        .withCatalogIds("ATTACH-ID")
                        .withCode("InvalidNetworkInterfaceAttachmentId.Malformed"),
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
