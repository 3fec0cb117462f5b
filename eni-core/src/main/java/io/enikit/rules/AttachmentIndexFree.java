package io.enikit.rules;

import io.enikit.model.Attachment;
import io.enikit.model.Eni;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import java.util.List;
import java.util.Optional;

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
        Optional<InstanceId> instance = eni.instanceId();
        if (instance.isEmpty()) {
            return;
        }
        Attachment attachment = eni.attachment().orElseThrow();
        Eni first = firstAt(attachment, plan.enisOf(instance.get())).orElse(eni);
        if (!first.id().equals(eni.id())) {
            faults.add(
                    "",
                    "device index " + attachment.deviceIndex() + " of network card " + attachment.networkCardIndex()
                            + " of instance \"" + instance.get() + "\" holds " + first.id() + " as well",
                    "use another device index");
        }
    }

    private static Optional<Eni> firstAt(Attachment attachment, List<Eni> enis) {
        for (Eni other : enis) {
            if (isSamePlace(other.attachment().orElseThrow(), attachment)) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    private static boolean isSamePlace(Attachment one, Attachment other) {
        return one.deviceIndex() == other.deviceIndex() && one.networkCardIndex() == other.networkCardIndex();
    }
}
