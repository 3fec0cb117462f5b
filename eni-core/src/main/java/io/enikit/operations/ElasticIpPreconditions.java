package io.enikit.operations;

import static io.enikit.rules.Evidence.INFERRED;
import static io.enikit.rules.Evidence.SEEN;
import static io.enikit.rules.Phase.ADDRESSES;
import static io.enikit.rules.Phase.IDS;
import static io.enikit.rules.Phase.STATE;

import com.google.common.collect.ImmutableList;
import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpId;
import io.enikit.model.Eni;
import io.enikit.model.InstanceState;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Fault;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** The preconditions on calls about Elastic IPs. */
final class ElasticIpPreconditions {
    static final ImmutableList<Precondition> ALL = ImmutableList.of(
            Precondition.ofEach(
                            call -> call.named(ElasticIpId.class),
                            ElasticIpPreconditions::known,
                            RuleInfo.of("eip.known", IDS)
                                    .withSummary("The Elastic IP of a call exists.")
                                    .documented("Error codes for the Amazon EC2 API")
                                    .withMessage("The allocation ID '{allocation}' does not exist")
                                    // terraform-provider-aws#3653
                                    .withMessageOf(
                                            "DisassociateAddress", "The association ID '{allocation}' does not exist")
                                    .withCatalogIds("EIP-404")
                                    .withCode("InvalidAllocationID.NotFound", SEEN)
                                    .withCodeOf("DisassociateAddress", "InvalidAssociationID.NotFound"))
                    .essential(),
            Precondition.of(
                    AssociateElasticIpWithInstance.class,
                    ElasticIpPreconditions::instanceState,
                    RuleInfo.of("eip.instance-state", STATE)
                            .withSummary("An Elastic IP is associated with an instance that runs or is stopped.")
                            .documented("Error codes for the Amazon EC2 API")
                            .withCatalogIds("EIP-PENDING")
                            .withCode("InvalidInstanceID", SEEN)
                            .withMessage(
                                    "The {state} instance '{instance}' is not in a valid state for this operation.")),
            Precondition.of(
                    AssociateElasticIp.class,
                    ElasticIpPreconditions::interfaceState,
                    RuleInfo.of("eip.interface.instance-state", STATE)
                            .withSummary(
                                    "An Elastic IP is associated with an interface whose instance is no longer pending.")
                            .seen("answers of EC2")
                            .withCatalogIds("EIP-PENDING")
                            .withCode("IncorrectInstanceState")
                            .withMessage(
                                    "The pending-instance-creation instance to which '{eni}' is attached is not in a valid state for this operation")),
            Precondition.of(
                            AssociateElasticIp.class,
                            ElasticIpPreconditions::privateAddress,
                            RuleInfo.of("eip.private-address", ADDRESSES)
                                    .withSummary(
                                            "The interface that an Elastic IP is associated with has a private IPv4 address for it.")
                                    .documented("AssociateAddress")
                                    .withCatalogIds("EIP-DEFAULT-TARGET")
                                    .withCode("InvalidParameterValue", INFERRED))
                    .essential(),
            Precondition.of(
                    AssociateElasticIp.class,
                    ElasticIpPreconditions::reassociation,
                    RuleInfo.of("eip.reassociation", STATE)
                            .withSummary("An Elastic IP is taken from where it is only where reassociation is allowed.")
                            .documented("AssociateAddress")
                            .withMessage("resource {allocation} is already associated with associate-id {association}")
                            .withCatalogIds("EIP-REASSOC")
                            .withCode("Resource.AlreadyAssociated", SEEN)),
            Precondition.of(
                    ReleaseElasticIp.class,
                    ElasticIpPreconditions::unused,
                    RuleInfo.of("eip.release-unused", STATE)
                            .withSummary("An Elastic IP that is released is associated with nothing.")
                            .documented("ReleaseAddress")
                            .withCatalogIds("EIP-RELEASE-INUSE")
                            .withCode("InvalidIPAddress.InUse")));

    private ElasticIpPreconditions() {}

    private static Optional<Fault> known(ElasticIpId elasticIp, NetworkPlan plan) {
        return plan.elasticIp(elasticIp).isPresent()
                ? Optional.empty()
                : Optional.of(Fault.of("the Elastic IP \"" + elasticIp + "\" does not exist"));
    }

    private static Optional<Fault> instanceState(AssociateElasticIpWithInstance operation, NetworkPlan plan) {
        return plan.instance(operation.instance())
                .filter(instance -> instance.state() == InstanceState.PENDING
                        || !instance.state().isAlive())
                .map(instance -> Fault.of("instance '" + instance.id() + "' is " + instance.state()
                                + ": expected it to run or to be stopped")
                        .withValue("state", instance.state()));
    }

    private static Optional<Fault> interfaceState(AssociateElasticIp operation, NetworkPlan plan) {
        return plan.eni(operation.eni())
                .flatMap(Eni::instanceId)
                .flatMap(plan::instance)
                .filter(instance -> instance.state() == InstanceState.PENDING)
                .map(instance -> Fault.of("the instance " + instance.id() + " of " + operation.eni() + " is pending"));
    }

    private static Optional<Fault> privateAddress(AssociateElasticIp operation, NetworkPlan plan) {
        return operation.target(plan).isPresent()
                ? Optional.empty()
                : Optional.of(Fault.of("the interface has no private IPv4 address that " + operation.elasticIp()
                        + " could be associated with"));
    }

    private static Optional<Fault> reassociation(AssociateElasticIp operation, NetworkPlan plan) {
        return plan.elasticIp(operation.elasticIp())
                .flatMap(ElasticIp::association)
                .filter(current -> !operation.allowReassociation()
                        && !operation.target(plan).equals(Optional.of(current)))
                .map(current -> Fault.of("resource " + operation.elasticIp() + " is already associated with " + current)
                        .withValue("association", operation.elasticIp()));
    }

    private static Optional<Fault> unused(ReleaseElasticIp operation, NetworkPlan plan) {
        return plan.elasticIp(operation.elasticIp())
                .flatMap(ElasticIp::association)
                .map(current -> Fault.of(operation.elasticIp() + " is in use: it is associated with " + current));
    }
}
