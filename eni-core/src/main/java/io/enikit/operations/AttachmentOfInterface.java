package io.enikit.operations;

import io.enikit.model.Attachment;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** The attachment that is stated is the interface's own. */
final class AttachmentOfInterface extends Precondition<ModifyEni> {
    AttachmentOfInterface() {
        super(
                RuleInfo.builder()
                        .id("modify.attachment-known")
                        .addCatalogId("ATTR-DOT")
                        .summary("The attachment that is stated is the interface's own.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.IDS)
                        .ec2Code("InvalidAttachmentID.NotFound")
                        .source("ModifyNetworkInterfaceAttribute")
                        .build(),
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
