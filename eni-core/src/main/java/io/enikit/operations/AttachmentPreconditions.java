package io.enikit.operations;

import static io.enikit.rules.Evidence.INFERRED;
import static io.enikit.rules.Evidence.SEEN;
import static io.enikit.rules.Phase.IDS;
import static io.enikit.rules.Phase.STATE;

import com.google.common.collect.ImmutableList;
import io.enikit.model.Attachment;
import io.enikit.model.AttachmentStatus;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.Instance;
import io.enikit.model.InstanceState;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Fault;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** The preconditions on attaching and detaching interfaces. */
final class AttachmentPreconditions {
    static final String SERVICE = "ela-attach-";

    static final ImmutableList<Precondition> ALL = ImmutableList.of(
            Precondition.of(
                    AttachEni.class,
                    AttachmentPreconditions::free,
                    RuleInfo.of("attach.interface-free", STATE)
                            .withSummary("An interface that is attached is not attached once more.")
                            .documented("Error codes for the Amazon EC2 API")
                            .withMessage("Interface: [{eni}] in use.")
                            .withCatalogIds("ATT-ONE-INSTANCE")
                            .withCode("InvalidNetworkInterface.InUse", SEEN)),
            Precondition.of(
                    AttachEni.class,
                    AttachmentPreconditions::attachInstanceState,
                    RuleInfo.of("attach.instance-state", STATE)
                            .withSummary("An interface is attached to an instance that is running or stopped.")
                            .documented("Attach a network interface to your instance")
                            .withMessage("Instance '{instance}' is not 'running' or 'stopped'", INFERRED)
                            .withCatalogIds("ATT-MODES")
                            .withCode("IncorrectInstanceState", SEEN)),
            Precondition.ofEach(
                    Call::attached,
                    AttachmentPreconditions::attachManaged,
                    RuleInfo.of("attach.managed", STATE)
                            .withSummary("An interface that a service manages is not attached by you.")
                            .documented("Requester-managed network interfaces")
                            .withMessage("You do not have permission to access the specified resource.")
                            .withCatalogIds("ENI-REQMANAGED")
                            .withCode("AuthFailure", INFERRED)),
            Precondition.of(
                    AttachEni.class,
                    AttachmentPreconditions::attachEfa,
                    RuleInfo.of("attach.efa-hot", STATE)
                            .withSummary(
                                    "An Elastic Fabric Adapter is attached at launch or while the instance is stopped.")
                            .documented("Elastic Fabric Adapter for AI/ML and HPC workloads")
                            .withCatalogIds("EFA-HOT")));

    /** The preconditions on calls that detach interfaces or name attachments. */
    static final class OfDetaching {
        static final ImmutableList<Precondition> ALL = ImmutableList.of(
                Precondition.ofEach(
                        Call::attachmentIds,
                        AttachmentPreconditions::idForm,
                        RuleInfo.of("detach.attachment-id-form", IDS)
                                .withSummary("An attachment id starts with eni-attach- or ela-attach-.")
                                .documented("Error codes for the Amazon EC2 API")
                                .withCatalogIds("ATTACH-ID")
                                .withCode("InvalidNetworkInterfaceAttachmentId.Malformed")),
                Precondition.of(
                                DetachAttachment.class,
                                AttachmentPreconditions::known,
                                RuleInfo.of("detach.attachment-known", IDS)
                                        .withSummary("The attachment of a call exists.")
                                        .documented("Error codes for the Amazon EC2 API")
                                        // terraform#6179
                                        .withMessage("The interface attachment '{attachment}' does not exist.")
                                        .withCatalogIds("ATTACH-404")
                                        .withCode("InvalidAttachmentID.NotFound"))
                        .essential(),
                Precondition.of(
                                DetachAttachment.class,
                                AttachmentPreconditions::ofService,
                                RuleInfo.of("detach.attachment-of-service", STATE)
                                        .withSummary("Attachments that a service made are the service's own.")
                                        .seen("answers of EC2")
                                        .withMessage("You are not allowed to manage 'ela-attach' attachments.")
                                        .withCatalogIds("DET-SERVICE")
                                        .withCode("OperationNotPermitted"))
                        .essential(),
                Precondition.of(
                        DetachEni.class,
                        AttachmentPreconditions::attached,
                        RuleInfo.of("detach.attached", IDS)
                                .withSummary("An interface that is detached was attached.")
                                .documented("Error codes for the Amazon EC2 API")
                                .withCatalogIds("ATTACH-404", "DET-ELSEWHERE")
                                .withCode("InvalidAttachmentID.NotFound", SEEN)),
                Precondition.of(
                        DetachEni.class,
                        AttachmentPreconditions::primary,
                        RuleInfo.of("detach.primary", STATE)
                                .withSummary(
                                        "The primary interface of an instance, at device index 0 of network card 0, is never detached.")
                                .documented("Attach a network interface to your instance")
                                .withMessage(
                                        "The network interface at device index 0 and networkCard index 0 cannot be detached.")
                                .withCatalogIds("DET-PRIMARY")
                                .withCode("OperationNotPermitted", SEEN)),
                Precondition.of(
                        DetachEni.class,
                        AttachmentPreconditions::detachManaged,
                        RuleInfo.of("detach.managed", STATE)
                                .withSummary("An interface that a service manages is not detached by you.")
                                .documented("Requester-managed network interfaces")
                                .withMessage("You are not allowed to manage 'ela-attach' attachments.")
                                .withCatalogIds("ENI-REQMANAGED", "DET-SERVICE")
                                .withCode("OperationNotPermitted", SEEN)),
                Precondition.of(
                        DetachEni.class,
                        AttachmentPreconditions::detachInstanceState,
                        RuleInfo.of("detach.instance-state", STATE)
                                .withSummary("An interface is detached from an instance that is running or stopped.")
                                .documented("Attach a network interface to your instance")
                                .withCatalogIds("DET-MODES")
                                .withCode("IncorrectInstanceState", INFERRED)),
                Precondition.of(
                        DetachEni.class,
                        AttachmentPreconditions::settled,
                        RuleInfo.of("detach.settled", STATE)
                                .withSummary("An interface that is detached is neither attaching nor detaching.")
                                .documented("Error codes for the Amazon EC2 API")
                                .withCatalogIds("DET-FLOW")
                                .withCode("IncorrectState", INFERRED)),
                Precondition.of(
                        DetachEni.class,
                        AttachmentPreconditions::detachEfa,
                        RuleInfo.of("detach.efa-hot", STATE)
                                .withSummary("An Elastic Fabric Adapter is detached while the instance is stopped.")
                                .documented("Elastic Fabric Adapter for AI/ML and HPC workloads")
                                .withCatalogIds("EFA-HOT")));

        private OfDetaching() {}
    }

    private AttachmentPreconditions() {}

    private static Optional<Fault> free(AttachEni operation, NetworkPlan plan) {
        return plan.eni(operation.eni())
                .flatMap(Eni::attachment)
                .map(place -> Fault.of(operation.eni() + " is in use"
                        + place.instanceId()
                                .map(instance -> ", attached to " + instance)
                                .orElse("")));
    }

    private static Optional<Fault> attachInstanceState(AttachEni operation, NetworkPlan plan) {
        return plan.instance(operation.instance())
                .map(Instance::state)
                .filter(state -> state != InstanceState.RUNNING && state != InstanceState.STOPPED)
                .map(state -> Fault.of(
                        "the instance " + operation.instance() + " is " + state + ", neither running nor stopped"));
    }

    private static Optional<Fault> attachManaged(EniId id, NetworkPlan plan) {
        return plan.eni(id)
                .filter(Eni::isServiceManaged)
                .map(eni -> Fault.of("you do not have permission to access the specified resource: " + eni.id()
                        + " is managed by a service"));
    }

    private static Optional<Fault> attachEfa(AttachEni operation, NetworkPlan plan) {
        return plan.instance(operation.instance())
                        .filter(instance -> instance.state() == InstanceState.RUNNING)
                        .isPresent()
                ? plan.eni(operation.eni())
                        .filter(eni -> eni.interfaceType().isEfa())
                        .map(eni -> Fault.of(eni.id() + " is of type " + eni.interfaceType() + ", the instance "
                                + operation.instance() + " is running: stop it first"))
                : Optional.empty();
    }

    private static Optional<Fault> idForm(String id, NetworkPlan plan) {
        boolean known = id.startsWith("eni-attach-")
                || id.startsWith(SERVICE)
                || plan.eniAttachedAs(id).isPresent();
        return known
                ? Optional.empty()
                : Optional.of(Fault.of("invalid attachment id \"" + id + "\": expected eni-attach-…"
                        + (id.startsWith("eni-") ? ", this is the id of an interface" : "")));
    }

    private static Optional<Fault> known(DetachAttachment operation, NetworkPlan plan) {
        return plan.eniAttachedAs(operation.attachmentId()).isPresent()
                        || operation.attachmentId().startsWith(SERVICE)
                ? Optional.empty()
                : Optional.of(Fault.of("the attachment \"" + operation.attachmentId() + "\" does not exist")
                        .withValue("attachment", operation.attachmentId()));
    }

    private static Optional<Fault> ofService(DetachAttachment operation, NetworkPlan plan) {
        return operation.attachmentId().startsWith(SERVICE)
                ? Optional.of(Fault.of("you are not allowed to manage 'ela-attach' attachments"))
                : Optional.empty();
    }

    private static Optional<Fault> attached(DetachEni operation, NetworkPlan plan) {
        return plan.eni(operation.eni())
                .filter(eni -> eni.attachment().isEmpty())
                .map(eni -> Fault.of(eni.id() + " is attached to nothing"));
    }

    private static Optional<Fault> primary(DetachEni operation, NetworkPlan plan) {
        return plan.eni(operation.eni())
                .flatMap(Eni::attachment)
                .filter(Attachment::isPrimary)
                .map(place -> Fault.of("the network interface at device index 0 of network card 0 cannot be detached: "
                        + operation.eni() + " is the primary interface"
                        + place.instanceId().map(instance -> " of " + instance).orElse("")));
    }

    private static Optional<Fault> detachManaged(DetachEni operation, NetworkPlan plan) {
        return plan.eni(operation.eni())
                .filter(Eni::isServiceManaged)
                .map(eni -> Fault.of("you are not allowed to manage 'ela-attach' attachments: " + eni.id()
                        + " is managed by a service"));
    }

    private static Optional<Fault> detachInstanceState(DetachEni operation, NetworkPlan plan) {
        return plan.eni(operation.eni())
                .flatMap(Eni::instanceId)
                .flatMap(plan::instance)
                .filter(instance ->
                        instance.state() != InstanceState.RUNNING && instance.state() != InstanceState.STOPPED)
                .map(instance -> Fault.of(
                        "the instance " + instance.id() + " is " + instance.state() + ", neither running nor stopped"));
    }

    private static Optional<Fault> settled(DetachEni operation, NetworkPlan plan) {
        return plan.eni(operation.eni())
                .flatMap(Eni::attachment)
                .map(Attachment::status)
                .filter(status -> status == AttachmentStatus.ATTACHING || status == AttachmentStatus.DETACHING)
                .map(status -> Fault.of(operation.eni() + " is " + status + ": wait until that has ended"));
    }

    private static Optional<Fault> detachEfa(DetachEni operation, NetworkPlan plan) {
        return plan.eni(operation.eni())
                .filter(eni -> eni.interfaceType().isEfa())
                .filter(eni -> eni.instanceId()
                        .flatMap(plan::instance)
                        .filter(instance -> instance.state() == InstanceState.RUNNING)
                        .isPresent())
                .map(eni -> Fault.of(eni.id() + " is of type " + eni.interfaceType()
                        + ", and its instance is running: stop it first"));
    }
}
