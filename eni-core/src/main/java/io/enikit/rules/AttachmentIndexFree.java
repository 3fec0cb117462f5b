package io.enikit.rules;

import io.enikit.model.Attachment;
import io.enikit.model.Eni;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;

/** Each device index of a network card holds one interface. */
final class AttachmentIndexFree extends Rule<Eni> {
    AttachmentIndexFree() {
        super(
                RuleInfo.builder()
                        .id("eni.attach.index-used")
                        .addCatalogId("ATT-INDEX-USED")
                        .addCatalogId("ATT-INDEX-0")
                        .summary("Each device index of a network card holds one interface.")
                        .evidence(Evidence.SEEN)
                        .phase(Phase.STATE)
                        .ec2Code("InvalidParameterValue")
                        .source("answers of EC2")
                        .build(),
                Eni.class);
    }

    @Override
    protected void check(Eni eni, NetworkPlan plan, Faults faults) {
        eni.attachment()
                .ifPresent(attachment -> attachment.instanceId().stream()
                        .flatMap(instance -> plan.enisOf(instance).stream())
                        .filter(other -> other.attachment()
                                .filter(place -> isSamePlace(place, attachment))
                                .isPresent())
                        .findFirst()
                        .filter(first -> !first.id().equals(eni.id()))
                        .ifPresent(first -> faults.add(
                                "",
                                "device index " + attachment.deviceIndex() + " of network card "
                                        + attachment.networkCardIndex() + " of instance \"" + instanceOf(attachment)
                                        + "\" holds " + first.id()
                                        + " as well",
                                "use another device index")));
    }

    private static InstanceId instanceOf(Attachment attachment) {
        return attachment.instanceId().orElseThrow();
    }

    private static boolean isSamePlace(Attachment one, Attachment other) {
        return one.deviceIndex() == other.deviceIndex() && one.networkCardIndex() == other.networkCardIndex();
    }
}
