package io.enikit.operations;

import io.enikit.model.Attachment;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** The attachment that is stated is the interface's own. */
final class AttachmentOfInterface extends Precondition<ModifyEni> {
    AttachmentOfInterface() {
        super(
                RuleInfo.documented(
                                "modify.attachment-known",
                                Phase.IDS,
                                "The attachment that is stated is the interface's own.",
                                "ModifyNetworkInterfaceAttribute")
                        .withCatalogIds("ATTR-DOT")
                        .withCode("InvalidAttachmentID.NotFound"),
                ModifyEni.class);
    }

    @Override
    Optional<String> check(ModifyEni operation, NetworkPlan plan) {
        return operation
                .attachmentId()
                .filter(id -> plan.eni(operation.eni())
                        .flatMap(Eni::attachment)
                        .flatMap(Attachment::attachmentId)
                        .filter(id::equals)
                        .isEmpty())
                .map(id -> "the attachment \"" + id + "\" of " + operation.eni() + " does not exist");
    }
}
