package io.enikit.rules;

import io.enikit.model.Attachment;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import java.util.Optional;

/** Device index and network card index are 0 or more. */
final class AttachmentIndexRange extends Rule<Eni> {
    AttachmentIndexRange() {
        super(
                RuleInfo.builder()
                        .id("eni.attach.index-range")
                        .addCatalogId("ATT-INDEX-REQ")
                        .summary("Device index and network card index are 0 or more.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.SHAPE)
                        .ec2Code("InvalidParameterValue")
                        .codeEvidence(Evidence.INFERRED)
                        .source("AttachNetworkInterface")
                        .build(),
                Eni.class);
    }

    @Override
    protected void check(Eni eni, NetworkPlan plan, Faults faults) {
        Optional<Attachment> attachment = eni.attachment();
        if (attachment.isPresent()) {
            check(attachment.get(), faults);
        }
    }

    private static void check(Attachment attachment, Faults faults) {
        if (attachment.deviceIndex() < 0 || attachment.networkCardIndex() < 0) {
            faults.add(
                    "",
                    "device index " + attachment.deviceIndex() + " of network card " + attachment.networkCardIndex()
                            + ": both are 0 or more",
                    "give the index of a free place");
        }
    }
}
