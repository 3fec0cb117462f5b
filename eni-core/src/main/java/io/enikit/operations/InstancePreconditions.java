package io.enikit.operations;

import static io.enikit.rules.Evidence.SEEN;
import static io.enikit.rules.Phase.IDS;
import static io.enikit.rules.Phase.STATE;

import com.google.common.collect.ImmutableList;
import io.enikit.model.Instance;
import io.enikit.model.InstanceId;
import io.enikit.model.InstanceState;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Fault;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** The preconditions on calls about instances. */
final class InstancePreconditions {
    static final ImmutableList<Precondition> ALL = ImmutableList.of(
            Precondition.ofEach(
                            call -> call.named(InstanceId.class),
                            InstancePreconditions::known,
                            RuleInfo.of("instance.known", IDS)
                                    .withSummary("The instance of a call exists.")
                                    .documented("Error codes for the Amazon EC2 API")
                                    .withMessage("The instance ID '{instance}' does not exist")
                                    .withCatalogIds("ATT-INSTANCE-404")
                                    .withCode("InvalidInstanceID.NotFound", SEEN))
                    .essential(),
            Precondition.ofEach(
                    Call::through,
                    InstancePreconditions::onlyInterface,
                    RuleInfo.of("modify.only-interface", STATE)
                            .withSummary(
                                    "A call that names an instance for its interface needs one that has exactly one.")
                            .seen("answers of EC2")
                            .withMessage(
                                    "There are multiple interfaces attached to instance '{severalOf}'. Please specify an interface ID for the operation instead.")
                            .withCatalogIds("SRCDST-INSTANCE", "SG-MEMBERSHIP-LEVEL", "EIP-TARGET-ONE")
                            .withCode("InvalidInstanceID")),
            Precondition.of(
                    StartInstance.class,
                    InstancePreconditions::start,
                    RuleInfo.of("start.instance-state", STATE)
                            .withSummary("An instance that is started was stopped.")
                            .documented("Error codes for the Amazon EC2 API")
                            .withMessage("The instance '{instance}' is not in a state from which it can be started.")
                            .withCode("IncorrectInstanceState")),
            Precondition.of(
                    StopInstance.class,
                    InstancePreconditions::stop,
                    RuleInfo.of("stop.instance-state", STATE)
                            .withSummary("An instance that is stopped was running.")
                            .documented("Error codes for the Amazon EC2 API")
                            // a log of CloudTrail, and stacks of CloudFormation
                            .withMessage("This instance '{instance}' is not in a state from which it can be stopped.")
                            .withCode("IncorrectInstanceState")),
            Precondition.of(
                    StopInstance.class,
                    InstancePreconditions::stopPending,
                    RuleInfo.of("stop.never-ran", STATE)
                            .withSummary("An instance that is stopped is no longer pending.")
                            .seen("answers of EC2")
                            .withMessage(
                                    "Instance '{instance}' cannot be stopped as it has never reached the 'running' state.")
                            .withCode("IncorrectInstanceState")));

    private InstancePreconditions() {}

    private static Optional<Fault> known(InstanceId instance, NetworkPlan plan) {
        return plan.instance(instance).isPresent()
                ? Optional.empty()
                : Optional.of(Fault.of("the instance \"" + instance + "\" does not exist"));
    }

    private static Optional<Fault> onlyInterface(InstanceId instance, NetworkPlan plan) {
        int interfaces = plan.enisOf(instance).size();
        if (interfaces == 1) {
            return Optional.empty();
        }
        Fault fault = Fault.of("there are " + (interfaces == 0 ? "no" : "multiple")
                + " interfaces attached to instance '" + instance
                + "': specify an interface for the operation instead");
        return Optional.of(interfaces == 0 ? fault : fault.withValue("severalOf", instance));
    }

    private static Optional<Fault> start(StartInstance operation, NetworkPlan plan) {
        return plan.instance(operation.instance())
                .map(Instance::state)
                .filter(state -> state != InstanceState.STOPPED && state != InstanceState.RUNNING)
                .map(state -> Fault.of("the instance " + operation.instance() + " is " + state
                        + ", not in a state from which it can be started"));
    }

    private static Optional<Fault> stopPending(StopInstance operation, NetworkPlan plan) {
        return plan.instance(operation.instance())
                .filter(instance -> instance.state() == InstanceState.PENDING)
                .map(instance -> Fault.of("the instance " + instance.id() + " is pending: it has never been running"));
    }

    private static Optional<Fault> stop(StopInstance operation, NetworkPlan plan) {
        return plan.instance(operation.instance())
                .map(Instance::state)
                .filter(state -> state != InstanceState.STOPPED
                        && state != InstanceState.RUNNING
                        && state != InstanceState.PENDING)
                .map(state -> Fault.of("the instance " + operation.instance() + " is " + state
                        + ", not in a state from which it can be stopped"));
    }
}
