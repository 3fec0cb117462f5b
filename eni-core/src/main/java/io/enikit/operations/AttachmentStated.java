package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** A change of delete-on-termination states the attachment and the new value. */
final class AttachmentStated extends Precondition<ModifyEni> {
    AttachmentStated() {
        super(
                RuleInfo.builder()
                        .id("modify.attachment-stated")
                        .addCatalogId("ATTR-DOT")
                        .addCatalogId("ATTR-ONE")
                        .summary("A change of delete-on-termination states the attachment and the new value.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.SHAPE)
                        .ec2Code("MissingParameter")
                        .codeEvidence(Evidence.INFERRED)
                        .source("ModifyNetworkInterfaceAttribute")
                        .build(),
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
