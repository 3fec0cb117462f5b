package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;

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
        eni.attachment()
                .filter(attachment -> attachment.deviceIndex() < 0 || attachment.networkCardIndex() < 0)
                .ifPresent(attachment -> faults.add(
                        "",
                        "device index " + attachment.deviceIndex() + " of network card " + attachment.networkCardIndex()
                                + ": both are 0 or more",
                        "give the index of a free place"));
    }
}
