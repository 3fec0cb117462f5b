package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** A change of delete-on-termination states the attachment and the new value. */
final class AttachmentStated extends Precondition<ModifyEni> {
    AttachmentStated() {
        super(
                RuleInfo.documented(
                                "modify.attachment-stated",
                                Phase.SHAPE,
                                "A change of delete-on-termination states the attachment and the new value.",
                                "ModifyNetworkInterfaceAttribute")
                        .withCatalogIds("ATTR-DOT", "ATTR-ONE")
                        .withCode("MissingParameter", Evidence.INFERRED),
                ModifyEni.class);
    }

    @Override
    Optional<String> check(ModifyEni operation, NetworkPlan plan) {
        if (operation.deleteOnTermination().isPresent()
                && operation.attachmentId().isEmpty()) {
            return Optional.of("deleteOnTermination is specified without the attachment id");
        }
        return operation.attachmentId().isPresent() && operation.attributes().isEmpty()
                ? Optional.of(
                        "the attachment id is specified without the attribute value: expected deleteOnTermination")
                : Optional.empty();
    }
}
