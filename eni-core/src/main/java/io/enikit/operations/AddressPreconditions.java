package io.enikit.operations;

import static io.enikit.rules.Evidence.INFERRED;
import static io.enikit.rules.Evidence.SEEN;
import static io.enikit.rules.Phase.ADDRESSES;
import static io.enikit.rules.Phase.CAPACITY;
import static io.enikit.rules.Phase.SHAPE;

import com.google.common.collect.ImmutableList;
import io.enikit.model.AddressSpace;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.net.Cidr;
import io.enikit.net.FreeSpace;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import io.enikit.rules.Fault;
import io.enikit.rules.RuleInfo;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The preconditions on asking for addresses and prefixes, and on giving them back. */
final class AddressPreconditions {
    /** As many as the largest IPv4 subnet has; no interface ever gets that many. */
    private static final int MOST_ADDRESSES = 65_536;

    static final ImmutableList<Precondition> ALL = ImmutableList.of(
            Precondition.ofText(RuleInfo.of("addresses.text", SHAPE)
                    .withSummary("What is given as text is an address, or a block without host bits.")
                    .seen("answers of EC2")
                    .withMessage("invalid value for parameter address: {address}")
                    .withCatalogIds("IP4-SYNTAX", "PFX-V4-LEN")
                    .withCode("InvalidParameterValue")),
            Precondition.ofCalls(
                    AddressPreconditions::family,
                    RuleInfo.of("addresses.family", SHAPE)
                            .withSummary("Addresses and prefixes are stated where those of their family belong.")
                            .seen("answers of EC2")
                            .withCatalogIds("IP4-SYNTAX")
                            .withCode("InvalidParameterValue", INFERRED)),
            Precondition.of(
                    LaunchInstance.class,
                    AddressPreconditions::ipv6AddressesOrPrefixes,
                    RuleInfo.of("addresses.ipv6-or-prefixes", SHAPE)
                            .withSummary("A launch asks for IPv6 addresses or for IPv6 prefixes, and not for both.")
                            .seen("an answer of EC2")
                            .withCatalogIds("IP6-XOR")
                            .withCode("InvalidParameterValue")
                            .withMessage(
                                    "You can and can only specify one of ipv6-addresses or ipv6-addresses-count  ipv6-prefix and ipv6-prefix-count.")),
            Precondition.ofCalls(
                    AddressPreconditions::oneWay,
                    RuleInfo.of("addresses.one-way", SHAPE)
                            .withSummary(
                                    "A request uses at most one way to ask for secondary addresses or prefixes of a family.")
                            .documented("CreateNetworkInterface")
                            .withMessageOf(
                                    "RunInstances",
                                    "IPv6 addresses and {addressCount} may not be specified on the same request")
                            .withCatalogIds("IP4-XOR-CREATE", "IP4-XOR-ASSIGN", "IP6-XOR")
                            .withCode("InvalidParameterCombination", SEEN)),
            Precondition.ofCalls(
                    AddressPreconditions::count,
                    RuleInfo.of("addresses.count", SHAPE)
                            .withSummary(
                                    "A number of addresses or prefixes to pick is from 1 to 65,536; a new interface may be given 0 IPv6 addresses.")
                            .seen("answers of EC2")
                            .withMessage(
                                    "Value ({count}) for parameter {parameter} is invalid. Value must be a positive number.",
                                    INFERRED)
                            .withCatalogIds("IP4-COUNT-POS", "IP6-COUNT0")
                            .withCode("InvalidParameterValue")),
            Precondition.ofCalls(
                    AddressPreconditions::block,
                    RuleInfo.of("addresses.block", ADDRESSES)
                            .withSummary(
                                    "A subnet has a block of the family that addresses or prefixes are to be picked from.")
                            .documented("AssignIpv6Addresses")
                            .withCatalogIds("IP6-IN-SUBNET")
                            .withCode("InvalidParameterValue", INFERRED)),
            Precondition.ofCalls(
                    AddressPreconditions::room,
                    RuleInfo.of("addresses.room", CAPACITY)
                            .withSummary("A subnet has enough free addresses for those that EC2 is to pick.")
                            .documented("Error codes for the Amazon EC2 API")
                            .withMessage(
                                    "The specified subnet does not have enough free addresses to satisfy the request.")
                            .withMessageOf(
                                    "RunInstances",
                                    "There are not enough free addresses in subnet '{subnet}' to satisfy the requested number of instances.")
                            .withCatalogIds("SUBNET-FULL")
                            .withCode("InsufficientFreeAddressesInSubnet", SEEN)),
            Precondition.ofCalls(
                    AddressPreconditions::tooFewForPrefixes,
                    RuleInfo.of("addresses.enough-for-prefixes", CAPACITY)
                            .withSummary(
                                    "A subnet has at least 16 free addresses for each IPv4 prefix that EC2 is to pick.")
                            .seen("a statement of AWS Support")
                            .withCatalogIds("PFX-FRAGMENT")
                            .withCode("InvalidParameterValue")
                            .withMessage("There aren't sufficient free Ipv4 addresses or prefixes")),
            Precondition.ofCalls(
                    AddressPreconditions::roomForPrefixes,
                    RuleInfo.of("addresses.room-for-prefixes", CAPACITY)
                            .withSummary(
                                    "A subnet has enough free aligned blocks for the prefixes that EC2 is to pick; single free addresses do not help.")
                            .seen("answers of EC2")
                            .withMessage(
                                    "The specified subnet does not have enough free cidr blocks to satisfy the request.")
                            .withCatalogIds("PFX-FRAGMENT", "PFX-BROADCAST-BLOCKS")
                            .withCode("InsufficientCidrBlocks")),
            Precondition.ofEach(
                    Call::assigned,
                    AddressPreconditions::something,
                    RuleInfo.of("assign.something", SHAPE)
                            .withSummary(
                                    "A request to assign states addresses, how many of them, prefixes, or how many of them.")
                            .documented("AssignPrivateIpAddresses")
                            .withMessage(
                                    "One of privateIpAddressSet or privateIpAddressCount or ipv4PrefixSet or ipv4PrefixCount must be specified.",
                                    INFERRED)
                            .withCatalogIds("IP4-XOR-ASSIGN")
                            .withCode("InvalidParameter", SEEN)),
            Precondition.of(
                    AssignPrivateIpAddresses.class,
                    AddressPreconditions::moveAllowed,
                    RuleInfo.of("assign.move-allowed", ADDRESSES)
                            .withSummary(
                                    "An address is taken from another interface only where reassignment is allowed.")
                            .documented("AssignPrivateIpAddresses")
                            .withMessage("[{addresses}] assigned, but move is not allowed.")
                            .withCatalogIds("IP4-MOVE-DENIED")
                            .withCode("InvalidParameterValue", SEEN)),
            Precondition.of(
                    AssignPrivateIpAddresses.class,
                    AddressPreconditions::moveSecondary,
                    RuleInfo.of("assign.move-secondary", ADDRESSES)
                            .withSummary("The primary address of an interface cannot be taken from it.")
                            .seen("answers of EC2: aws-sdk-go#2864, fog-aws#115")
                            .withMessage("secondary-addresses")
                            .withCatalogIds("IP4-MOVE-PRIMARY", "IP4-PRIMARY-FIXED")
                            .withCode("InvalidParameterValue")),
            Precondition.ofEach(
                    Call::unassigned,
                    AddressPreconditions::somethingToUnassign,
                    RuleInfo.of("unassign.something", SHAPE)
                            .withSummary("A request to unassign states addresses or prefixes.")
                            .seen("an emulator that quotes EC2")
                            .withMessage("One of privateIpAddresses or ipv4Prefixes must be specified.", INFERRED)
                            .withCatalogIds("IP4-UNASSIGN-NONE")
                            .withCode("MissingParameter")),
            Precondition.ofEach(
                    Call::unassigned,
                    AddressPreconditions::held,
                    RuleInfo.of("unassign.held", ADDRESSES)
                            .withSummary("What is unassigned is assigned to the interface.")
                            .seen("an emulator that quotes EC2")
                            .withMessage("Some of the specified addresses are not assigned to interface {eni}")
                            .withCatalogIds("IP4-UNASSIGN-UNKNOWN", "PFX-UNASSIGN")
                            .withCode("InvalidParameterValue")),
            Precondition.ofEach(
                    Call::unassigned,
                    AddressPreconditions::secondary,
                    RuleInfo.of("unassign.secondary", ADDRESSES)
                            .withSummary("A primary address cannot be unassigned.")
                            .seen("an emulator that quotes EC2")
                            .withMessage(
                                    "Value ({address}) for parameter privateIpAddress is invalid. The primary IP address of an interface cannot be unassigned.",
                                    INFERRED)
                            .withCatalogIds("IP4-PRIMARY-UNASSIGN", "IP4-PRIMARY-FIXED", "IP6-PRIMARY")
                            .withCode("InvalidParameterValue")));

    private AddressPreconditions() {}

    private static Optional<Fault> family(Call call, NetworkPlan plan) {
        for (AddressRequest request : call.requests()) {
            Optional<String> other = request.ofOtherFamily();
            if (other.isPresent()) {
                return Optional.of(Fault.of("invalid value for parameter address: " + other.get() + ": expected an "
                        + request.family().label() + " address or prefix"));
            }
        }
        return Optional.empty();
    }

    private static Optional<Fault> oneWay(Call call, NetworkPlan plan) {
        for (AddressRequest request : call.requests()) {
            List<String> parameters = request.parameters();
            if (parameters.size() > 1) {
                return Optional.of(sayingBoth(
                        request,
                        Fault.of("you may specify one and only one of " + String.join(", ", parameters)
                                + ": the request for " + request.eni() + " has " + parameters.size())));
            }
        }
        return Optional.empty();
    }

    /** Only of IPv6 addresses and their number is it known how EC2 calls them. */
    private static Fault sayingBoth(AddressRequest request, Fault fault) {
        return request.parameters().equals(List.of("ipv6Addresses", "ipv6AddressCount"))
                ? fault.withValue("addressCount", "IPv6 address count")
                : fault;
    }

    private static Optional<Fault> count(Call call, NetworkPlan plan) {
        for (AddressRequest request : call.requests()) {
            Optional<Fault> wrong = countOutOfRange(request.countParameter(), request.count(), least(request, call));
            if (wrong.isEmpty()) {
                wrong = countOutOfRange(request.prefixCountParameter(), request.prefixCount(), 1);
            }
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    /** Zero IPv6 addresses say that the subnet's setting is not to give one. */
    private static int least(AddressRequest request, Call call) {
        return request.family() == IpFamily.IPV6 && !call.createdEnis().isEmpty() ? 0 : 1;
    }

    private static Optional<Fault> countOutOfRange(String parameter, OptionalInt count, int least) {
        if (count.isEmpty() || (count.getAsInt() >= least && count.getAsInt() <= MOST_ADDRESSES)) {
            return Optional.empty();
        }
        Fault fault = Fault.of("value (" + count.getAsInt() + ") for parameter " + parameter
                + " is invalid: expected a number from " + least + " to " + MOST_ADDRESSES);
        return Optional.of(
                count.getAsInt() > 0
                        ? fault
                        : fault.withValue("count", count.getAsInt()).withValue("parameter", parameter));
    }

    private static Optional<Fault> block(Call call, NetworkPlan plan) {
        for (AddressRequest request : call.requests()) {
            Optional<Subnet> subnet = plan.subnet(request.subnet());
            if (request.addressesToPick() + request.prefixCount().orElse(0) > 0
                    && subnet.isPresent()
                    && subnet.get().cidrBlock(request.family()).isEmpty()) {
                return Optional.of(Fault.of("the subnet " + request.subnet() + " has no "
                        + request.family().label() + " block to pick from"));
            }
        }
        return Optional.empty();
    }

    private static Optional<Fault> room(Call call, NetworkPlan plan) {
        for (AddressRequest request : call.requests()) {
            int missing = call.picked(request.eni(), request.family()).missingAddresses();
            if (missing > 0 && plan.subnet(request.subnet()).isPresent()) {
                return Optional.of(Fault.of("the subnet " + request.subnet() + " has not enough free addresses: "
                                + (request.addressesToPick() - missing) + " left to pick for " + request.eni() + ", "
                                + request.addressesToPick() + " needed")
                        .withValue("subnet", request.subnet()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Fault> ipv6AddressesOrPrefixes(LaunchInstance operation, NetworkPlan plan) {
        return operation.createdEnis().stream()
                .filter(eni ->
                        !eni.ipv6Addresses().isEmpty() || eni.ipv6AddressCount().isPresent())
                .filter(eni ->
                        !eni.ipv6Prefixes().isEmpty() || eni.ipv6PrefixCount().isPresent())
                .findFirst()
                .map(eni ->
                        Fault.of("the request for " + eni.eni() + " asks for IPv6 addresses and for IPv6 prefixes"));
    }

    private static Optional<Fault> tooFewForPrefixes(Call call, NetworkPlan plan) {
        for (AddressRequest request : call.requests()) {
            PickedAddresses.Share share = call.picked(request.eni(), request.family());
            if (request.family() == IpFamily.IPV4
                    && share.missingPrefixes() > 0
                    && left(share).compareTo(BigInteger.valueOf(16L * share.missingPrefixes())) < 0
                    && plan.subnet(request.subnet()).isPresent()) {
                return Optional.of(Fault.of(missingPrefixes(request, share)));
            }
        }
        return Optional.empty();
    }

    private static BigInteger left(PickedAddresses.Share share) {
        return share.left().map(space -> space.free().size()).orElse(BigInteger.ZERO);
    }

    private static Optional<Fault> roomForPrefixes(Call call, NetworkPlan plan) {
        for (AddressRequest request : call.requests()) {
            PickedAddresses.Share share = call.picked(request.eni(), request.family());
            int missing = share.missingPrefixes();
            if (missing > 0 && plan.subnet(request.subnet()).isPresent()) {
                return Optional.of(Fault.of(missingPrefixes(request, share)));
            }
        }
        return Optional.empty();
    }

    private static String missingPrefixes(AddressRequest request, PickedAddresses.Share share) {
        Optional<FreeSpace> left = share.left().map(AddressSpace::forPrefixes);
        return "the subnet " + request.subnet() + " has not enough free cidr blocks: "
                + (request.prefixCount().orElse(0) - share.missingPrefixes()) + " of the "
                + request.prefixCount().orElse(0)
                + " prefixes for " + request.eni() + " found; of "
                + left.map(FreeSpace::size).orElse(BigInteger.ZERO)
                + " addresses left the largest block is "
                + left.flatMap(FreeSpace::largest).map(Cidr::toString).orElse("none");
    }

    private static Optional<Fault> something(AddressRequest request, NetworkPlan plan) {
        return request.parameters().isEmpty()
                ? Optional.of(Fault.of("nothing to assign to " + request.eni()
                        + ": one of addresses, a number of addresses, prefixes or a number of prefixes must be"
                        + " specified"))
                : Optional.empty();
    }

    private static Optional<Fault> moveAllowed(AssignPrivateIpAddresses operation, NetworkPlan plan) {
        if (operation.allowReassignment() || operation.privateIpAddresses().isEmpty()) {
            return Optional.empty();
        }
        List<IpAddress> held = operation.privateIpAddresses().stream()
                .filter(address -> plan.eni(operation.eni())
                        .flatMap(eni -> AssignPrivateIpAddresses.holder(address, eni, plan))
                        .isPresent())
                .toList();
        return held.isEmpty()
                ? Optional.empty()
                : Optional.of(Fault.of(held + " assigned, but move is not allowed")
                        .withValue(
                                "addresses",
                                held.stream().map(IpAddress::toString).collect(Collectors.joining(", "))));
    }

    private static Optional<Fault> moveSecondary(AssignPrivateIpAddresses operation, NetworkPlan plan) {
        for (IpAddress address : operation.privateIpAddresses()) {
            Optional<IpAddress> primary = plan.eni(operation.eni())
                    .flatMap(eni -> AssignPrivateIpAddresses.holder(address, eni, plan))
                    .flatMap(Eni::privateIpAddress);
            if (primary.equals(Optional.of(address))) {
                return Optional.of(Fault.of(address
                        + " is the primary address of another interface: only secondary addresses can be moved"));
            }
        }
        return Optional.empty();
    }

    private static Optional<Fault> somethingToUnassign(Call.Unassigned operation, NetworkPlan plan) {
        return operation.addresses().isEmpty() && operation.prefixes().isEmpty()
                ? Optional.of(Fault.of(
                        "nothing to unassign from " + operation.eni() + ": addresses or prefixes must be specified"))
                : Optional.empty();
    }

    private static Optional<Fault> held(Call.Unassigned operation, NetworkPlan plan) {
        return plan.eni(operation.eni())
                .flatMap(eni -> Stream.concat(
                                operation.addresses().stream()
                                        .filter(address -> !has(eni, operation.family(), address))
                                        .map(Object::toString),
                                operation.prefixes().stream()
                                        .filter(prefix -> !eni.prefixes(operation.family())
                                                .contains(prefix))
                                        .map(Object::toString))
                        .findFirst()
                        .map(missing -> "some of the specified addresses are not assigned to interface " + eni.id()
                                + ": " + missing))
                .map(Fault::of);
    }

    private static boolean has(Eni eni, IpFamily family, IpAddress address) {
        return eni.addresses(family).stream().anyMatch(own -> own.address().equals(address));
    }

    private static Optional<Fault> secondary(Call.Unassigned operation, NetworkPlan plan) {
        return plan.eni(operation.eni())
                .flatMap(eni -> operation.addresses().stream()
                        .filter(address -> eni.addresses(address.family()).contains(new EniAddress(address, true)))
                        .findFirst())
                .map(address -> Fault.of("value (" + address
                                + ") is invalid: the primary IP address of an interface cannot be unassigned")
                        .withValue("address", address));
    }
}
