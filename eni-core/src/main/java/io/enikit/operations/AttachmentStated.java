package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** A change of delete-on-termination states the attachment. */
final class AttachmentStated extends Precondition<ModifyEni> {
    AttachmentStated() {
        super(
                RuleInfo.builder()
                        .id("modify.attachment-stated")
                        .addCatalogId("ATTR-DOT")
                        .summary("A change of delete-on-termination states the attachment.")
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
        return operation.deleteOnTermination().isPresent()
                        && operation.attachmentId().isEmpty()
                ? Optional.of("deleteOnTermination is specified without the attachment id")
                : Optional.empty();
    }
}
