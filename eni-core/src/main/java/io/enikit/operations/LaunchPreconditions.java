package io.enikit.operations;

import static io.enikit.rules.Evidence.INFERRED;
import static io.enikit.rules.Evidence.SEEN;
import static io.enikit.rules.Phase.IDS;
import static io.enikit.rules.Phase.SHAPE;
import static io.enikit.rules.Phase.STATE;

import com.google.common.collect.ImmutableList;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Fault;
import io.enikit.rules.RuleInfo;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The preconditions on launching instances. */
final class LaunchPreconditions {
    static final ImmutableList<Precondition> ALL = ImmutableList.of(
            Precondition.of(
                    LaunchInstance.class,
                    LaunchPreconditions::existingStays,
                    RuleInfo.of("launch.existing-stays", SHAPE)
                            .withSummary("A launch does not ask to delete an existing interface with the instance.")
                            .seen("answers of EC2")
                            .withCatalogIds("RUN-COMBO")
                            .withCode("InvalidParameterCombination")
                            .withMessage(
                                    "A network interface may not specify a network interface ID and delete on termination as true")),
            Precondition.of(
                            LaunchInstance.class,
                            LaunchPreconditions::count,
                            RuleInfo.of("launch.count-positive", SHAPE)
                                    .withSummary("A launch is of one instance or more.")
                                    .documented("RunInstances")
                                    .withMessage("Minimum instance count must be greater than zero", INFERRED)
                                    .withCode("InvalidParameterValue", INFERRED))
                    .essential(),
            Precondition.of(
                    LaunchInstance.class,
                    LaunchPreconditions::combination,
                    RuleInfo.of("launch.interfaces-or-subnet", SHAPE)
                            .withSummary(
                                    "A launch states its interfaces, or the subnet, groups and address of the only one.")
                            .seen("answers of EC2")
                            .withMessage("Network interfaces and {what} may not be specified on the same request")
                            .withCatalogIds("RUN-COMBO")
                            .withCode("InvalidParameterCombination")),
            Precondition.of(
                    LaunchInstance.class,
                    LaunchPreconditions::addressWithSubnet,
                    RuleInfo.of("launch.address-with-subnet", SHAPE)
                            .withSummary("A launch that states the address of its only interface states the subnet.")
                            .seen("tests that pass on EC2")
                            .withCode("InvalidParameterValue")),
            Precondition.of(
                    LaunchInstance.class,
                    LaunchPreconditions::zoneOfSubnet,
                    RuleInfo.of("launch.zone-of-subnet", STATE)
                            .withSummary("A launch that states a zone is into subnets of that zone.")
                            .seen("an answer of EC2")
                            .withMessage(
                                    "Value ({zone}) for parameter availabilityZone is invalid. Subnet '{subnet}' is in the availability zone {zoneOfSubnet}")
                            .withCode("InvalidParameterValue")),
            Precondition.of(
                    LaunchInstance.class,
                    LaunchPreconditions::publicAddress,
                    RuleInfo.of("launch.public-address", SHAPE)
                            .withSummary("A launch asks for a public address only if it has one interface.")
                            .documented("RunInstances")
                            .withMessage(
                                    "The associatePublicIPAddress parameter cannot be specified when launching with multiple network interfaces")
                            .withCatalogIds("PUB-ETH0-ONLY")
                            .withCode("InvalidParameterCombination", SEEN)),
            Precondition.of(
                    LaunchInstance.class,
                    LaunchPreconditions::addressOnce,
                    RuleInfo.of("launch.address-once", SHAPE)
                            .withSummary("A launch of several instances states no private address.")
                            .documented("RunInstances")
                            .withCatalogIds("IP4-RUN-COUNT")
                            .withCode("InvalidParameterCombination", INFERRED)),
            Precondition.of(
                            LaunchInstance.class,
                            LaunchPreconditions::existingKnown,
                            RuleInfo.of("launch.interface-known", IDS)
                                    .withSummary("The interfaces of a launch that are to be there exist.")
                                    .documented("Error codes for the Amazon EC2 API")
                                    .withMessage("The networkInterface ID '{eni}' does not exist")
                                    .withCatalogIds("ENI-404")
                                    .withCode("InvalidNetworkInterfaceID.NotFound", SEEN))
                    .essential(),
            Precondition.of(
                    LaunchInstance.class,
                    LaunchPreconditions::existingOnce,
                    RuleInfo.of("launch.existing-once", SHAPE)
                            .withSummary("A launch of several instances uses no interface that is there.")
                            .seen("tests of an emulator")
                            .withCatalogIds("RUN-EXISTING-COUNT")
                            .withCode("InvalidParameterCombination")),
            Precondition.of(
                    LaunchInstance.class,
                    LaunchPreconditions::existingFree,
                    RuleInfo.of("launch.interface-free", STATE)
                            .withSummary("An interface that is attached is not used by a launch.")
                            .documented("Error codes for the Amazon EC2 API")
                            .withMessage("Interface: [{eni}] in use.")
                            .withCatalogIds("ATT-ONE-INSTANCE")
                            .withCode("InvalidNetworkInterface.InUse", SEEN)));

    private LaunchPreconditions() {}

    private static Optional<Fault> count(LaunchInstance operation, NetworkPlan plan) {
        return operation.count() >= 1
                ? Optional.empty()
                : Optional.of(
                        Fault.of("value (" + operation.count() + ") for the count is invalid: expected 1 or more"));
    }

    private static Optional<Fault> combination(LaunchInstance operation, NetworkPlan plan) {
        if (operation.interfaces().isEmpty()) {
            return operation.subnetId().isPresent()
                    ? Optional.empty()
                    : Optional.of(
                            Fault.of("neither network interfaces nor a subnet ID are specified: expected one of them"));
        }
        return Stream.of(
                        operation.subnetId().map(id -> "an instance-level subnet ID"),
                        operation.securityGroups().stream().findFirst().map(id -> "an instance-level security groups"),
                        operation.privateIpAddress().map(ip -> "an instance-level private IP address"))
                .flatMap(Optional::stream)
                .findFirst()
                .map(what -> Fault.of("network interfaces and " + what + " may not be specified on the same request")
                        .withValue("what", what));
    }

    private static Optional<Fault> addressWithSubnet(LaunchInstance operation, NetworkPlan plan) {
        return operation
                .privateIpAddress()
                .filter(address ->
                        operation.subnetId().isEmpty() && operation.interfaces().isEmpty())
                .map(address -> Fault.of("the private IP address " + address + " is stated without a subnet ID"));
    }

    private static Optional<Fault> zoneOfSubnet(LaunchInstance operation, NetworkPlan plan) {
        return operation
                .availabilityZone()
                .flatMap(zone -> operation.createdEnis().stream()
                        .flatMap(create -> plan.subnet(create.subnetId()).stream())
                        .filter(subnet -> !subnet.availabilityZone().equals(zone))
                        .findFirst()
                        .map(subnet -> Fault.of(
                                        "value (" + zone + ") for parameter availabilityZone is invalid: the subnet "
                                                + subnet.id() + " is in " + subnet.availabilityZone())
                                .withValue("zone", zone)
                                .withValue("subnet", subnet.id())
                                .withValue("zoneOfSubnet", subnet.availabilityZone())));
    }

    private static Optional<Fault> publicAddress(LaunchInstance operation, NetworkPlan plan) {
        return operation.interfaces().size() > 1
                        && operation.createdEnis().stream()
                                .anyMatch(
                                        each -> each.associatePublicIpAddress().isPresent())
                ? Optional.of(Fault.of(
                        "the associatePublicIPAddress parameter cannot be specified when launching with multiple"
                                + " network interfaces"))
                : Optional.empty();
    }

    private static Optional<Fault> addressOnce(LaunchInstance operation, NetworkPlan plan) {
        return operation.count() > 1
                        && operation.createdEnis().stream()
                                .anyMatch(each -> each.privateIpAddress().isPresent()
                                        || !each.privateIpAddresses().isEmpty())
                ? Optional.of(
                        Fault.of("a private IP address may not be specified with a count of " + operation.count()))
                : Optional.empty();
    }

    private static Optional<Fault> existingKnown(LaunchInstance operation, NetworkPlan plan) {
        return operation.attached().stream()
                .filter(eni -> plan.eni(eni).isEmpty())
                .findFirst()
                .map(eni -> Fault.of("the network interface \"" + eni + "\" does not exist")
                        .withValue("eni", eni));
    }

    private static Optional<Fault> existingOnce(LaunchInstance operation, NetworkPlan plan) {
        return operation.count() > 1
                ? operation.attached().stream()
                        .findFirst()
                        .map(eni -> Fault.of("the network interface " + eni + " may not be specified with a count of "
                                + operation.count()))
                : Optional.empty();
    }

    private static Optional<Fault> existingFree(LaunchInstance operation, NetworkPlan plan) {
        Set<EniId> seen = new TreeSet<>();
        return operation.attached().stream()
                .filter(eni ->
                        !seen.add(eni) || plan.eni(eni).flatMap(Eni::attachment).isPresent())
                .findFirst()
                .map(eni -> Fault.of("interface " + eni + " is in use").withValue("eni", eni));
    }

    private static Optional<Fault> existingStays(LaunchInstance operation, NetworkPlan plan) {
        return operation.interfaces().stream()
                .filter(each -> each.existing().isPresent() && each.deleteOnTermination())
                .findFirst()
                .map(each -> Fault.of(
                        "deleteOnTermination is on for " + each.existing().orElseThrow()
                                + ", which exists: a launch can set it only for interfaces that it creates"));
    }
}
