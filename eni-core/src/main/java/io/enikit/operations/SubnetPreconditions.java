package io.enikit.operations;

import static io.enikit.rules.Evidence.SEEN;
import static io.enikit.rules.Phase.IDS;
import static io.enikit.rules.Phase.SHAPE;
import static io.enikit.rules.Phase.STATE;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.enikit.internal.PlanAccess;
import io.enikit.internal.ShortList;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import io.enikit.rules.Fault;
import io.enikit.rules.RuleInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The preconditions on calls about subnets and their CIDR reservations. */
final class SubnetPreconditions {
    private static final Pattern ZONE =
            Pattern.compile("[a-z]{2,}(-[a-z]+)+-[0-9]+([a-z]|(-[a-z0-9]+)*-[a-z]+-[0-9]+[a-z]?)");

    static final ImmutableList<Precondition> ALL = ImmutableList.of(
            Precondition.ofEach(
                            call -> call.named(SubnetId.class),
                            SubnetPreconditions::known,
                            RuleInfo.of("subnet.known", IDS)
                                    .withSummary("The subnet of a call exists.")
                                    .documented("Error codes for the Amazon EC2 API")
                                    .withMessage("The subnet ID '{subnet}' does not exist")
                                    .withCatalogIds("SUBNET-404")
                                    .withCode("InvalidSubnetID.NotFound", SEEN))
                    .essential(),
            Precondition.of(
                    CreateSubnet.class,
                    SubnetPreconditions::zoneForm,
                    RuleInfo.of("create.zone-form", SHAPE)
                            .withSummary(
                                    "A subnet is created in a zone: its name has the form of one, or another subnet is there.")
                            .documented("CreateSubnet")
                            .withMessage("Value ({zone}) for parameter availabilityZone is invalid.")
                            .withCatalogIds("SUBNET-ONE-AZ")
                            .withCode("InvalidParameterValue", SEEN)),
            Precondition.of(
                    CreateSubnet.class,
                    SubnetPreconditions::zoneOfRegion,
                    RuleInfo.of("create.zone-of-region", STATE)
                            .withSummary(
                                    "A subnet is created in a zone that its Region has, as far as the zones are known.")
                            .seen("answers of EC2; the zones are those of a list of November 2026")
                            .withCatalogIds("SUBNET-ONE-AZ")
                            .withCode("InvalidParameterValue")
                            .withMessage(
                                    "Value ({zone}) for parameter availabilityZone is invalid. Subnets can currently only be created in the following availability zones: {zones}.")),
            Precondition.of(
                    DeleteSubnet.class,
                    SubnetPreconditions::unused,
                    RuleInfo.of("delete.subnet-unused", STATE)
                            .withSummary("A subnet that is deleted has no interface in it, not even one of a service.")
                            .documented("Error codes for the Amazon EC2 API")
                            .withMessage("The subnet '{subnet}' has dependencies and cannot be deleted.")
                            .withCatalogIds("SUBNET-DELETE")
                            .withCode("DependencyViolation", SEEN)),
            Precondition.of(
                    AssociateSubnetCidrBlock.class,
                    SubnetPreconditions::ipv6Free,
                    RuleInfo.of("associate.subnet-ipv6-free", STATE)
                            .withSummary("A subnet has no more than one IPv6 block.")
                            .documented("AssociateSubnetCidrBlock")
                            .withCatalogIds("SUBNET-V6-IN-VPC")),
            Precondition.of(
                            DisassociateSubnetCidrBlock.class,
                            SubnetPreconditions::blockKnown,
                            RuleInfo.of("disassociate.subnet-block-known", IDS)
                                    .withSummary("A block that is taken off a subnet is its IPv6 block.")
                                    .documented("DisassociateSubnetCidrBlock")
                                    .withCatalogIds("SUBNET-V6-DISASSOC")
                                    .withCode("InvalidSubnetCidrBlockAssociationID.NotFound", SEEN))
                    .essential(),
            Precondition.of(
                    DisassociateSubnetCidrBlock.class,
                    SubnetPreconditions::blockUnused,
                    RuleInfo.of("disassociate.subnet-block-unused", STATE)
                            .withSummary(
                                    "An IPv6 block is taken off a subnet once nothing of it is in use or reserved, and the subnet neither gives out IPv6 addresses nor is IPv6-native.")
                            .documented("DisassociateSubnetCidrBlock")
                            .withMessage(
                                    "The subnet IPv6 CIDR block with association ID {association} may not be disassociated, because its subnet has assign-ipv6-address-on-creation set to true.")
                            .withCatalogIds("SUBNET-V6-DISASSOC")
                            .withCode("InvalidCidrBlock.InUse", SEEN)),
            Precondition.of(
                    CreateSubnet.class,
                    SubnetPreconditions::ipv6NativeWithoutIpv4,
                    RuleInfo.of("cidr.ipv6-native", SHAPE)
                            .withSummary(
                                    "An IPv6-native subnet is created without an IPv4 block; that is looked at before the syntax of its IPv6 block.")
                            .seen("an answer of EC2")
                            .withMessage(
                                    "When specifying ipv4 parameters, cidrBlock or ipv4IpamPoolId, you cannot set ipv6Native to true.")
                            .withCatalogIds("SUBNET-V6NATIVE-NO-V4")
                            .withCode("InvalidParameterCombination")),
            Precondition.ofText(RuleInfo.of("reservation.type", SHAPE)
                    .withSummary("A CIDR reservation is of type prefix or explicit.")
                    .documented("CreateSubnetCidrReservation")
                    .withCatalogIds("CIDRRES-TYPE")
                    .withCode("InvalidParameterValue", SEEN)),
            Precondition.of(
                            DeleteSubnetCidrReservation.class,
                            SubnetPreconditions::reservationKnown,
                            RuleInfo.of("reservation.known", IDS)
                                    .withSummary("A CIDR reservation that is deleted exists.")
                                    .seen("tests of an emulator")
                                    .withCatalogIds("CIDRRES-404")
                                    .withCode("InvalidSubnetCidrReservationID.NotFound"))
                    .essential());

    private SubnetPreconditions() {}

    private static Optional<Fault> known(SubnetId subnet, NetworkPlan plan) {
        return plan.subnet(subnet).isPresent()
                ? Optional.empty()
                : Optional.of(Fault.of("the subnet \"" + subnet + "\" does not exist"));
    }

    private static Optional<Fault> zoneOfRegion(CreateSubnet operation, NetworkPlan plan) {
        String zone = operation.availabilityZone();
        return RegionZones.withoutZone(zone)
                .filter(zones -> !isZoneOfASubnet(zone, plan))
                .map(zones -> Fault.of("value (" + zone + ") for parameter availabilityZone is invalid: the Region has "
                                + String.join(", ", zones))
                        .withValue("zone", zone)
                        .withValue("zones", String.join(", ", zones)));
    }

    private static Optional<Fault> zoneForm(CreateSubnet operation, NetworkPlan plan) {
        return ZONE.matcher(operation.availabilityZone()).matches()
                        || isZoneOfASubnet(operation.availabilityZone(), plan)
                ? Optional.empty()
                : Optional.of(Fault.of("value (" + operation.availabilityZone()
                                + ") for parameter availabilityZone is invalid:"
                                + " expected the name of a zone, such as eu-west-1a")
                        .withValue("zone", operation.availabilityZone()));
    }

    /** Where the other block is of IPv6, the rule about the state says so. */
    private static Optional<Fault> ipv6NativeWithoutIpv4(CreateSubnet operation, NetworkPlan plan) {
        return operation
                .cidrBlock()
                .filter(block -> operation.ipv6Native()
                        && operation
                                .ipv6CidrBlock()
                                .filter(other -> other.family() != IpFamily.IPV6)
                                .isPresent())
                .map(block -> Fault.of("the subnet is to be IPv6-native and to have the IPv4 block " + block));
    }

    private static boolean isZoneOfASubnet(String zone, NetworkPlan plan) {
        return PlanAccess.get().isZoneOfASubnet(plan, zone);
    }

    private static Optional<Fault> unused(DeleteSubnet operation, NetworkPlan plan) {
        return Dependencies.of(plan.enisIn(operation.subnet()))
                .refusal("subnet", operation.subnet())
                .map(Fault::of);
    }

    private static Optional<Fault> ipv6Free(AssociateSubnetCidrBlock operation, NetworkPlan plan) {
        return plan.subnet(operation.subnet())
                .flatMap(Subnet::ipv6CidrBlock)
                .map(block -> Fault.of("the subnet " + operation.subnet() + " has the IPv6 block " + block
                        + " already: expected none"));
    }

    private static Optional<Fault> blockKnown(DisassociateSubnetCidrBlock operation, NetworkPlan plan) {
        return plan.subnet(operation.subnet())
                .filter(subnet ->
                        subnet.ipv6CidrBlock().filter(operation.block()::equals).isEmpty())
                .map(subnet -> Fault.of(operation.block() + " is not the IPv6 block of subnet " + subnet.id()
                        + subnet.ipv6CidrBlock()
                                .map(block -> ", which is " + block)
                                .orElse(", which has none")));
    }

    private static Optional<Fault> blockUnused(DisassociateSubnetCidrBlock operation, NetworkPlan plan) {
        return plan.subnet(operation.subnet())
                .flatMap(subnet -> subnet.assignIpv6AddressOnCreation()
                        ? Optional.of(givesAddresses(operation.block()))
                        : reason(subnet, plan).map(reason -> notDisassociated(operation.block(), reason)));
    }

    private static Fault notDisassociated(Cidr block, String reason) {
        return Fault.of(block + " may not be disassociated, because " + reason);
    }

    /** The association is named by its block, as in the call. */
    private static Fault givesAddresses(Cidr block) {
        return notDisassociated(block, "its subnet has assign-ipv6-address-on-creation set to true")
                .withValue("association", block);
    }

    private static Optional<String> reason(Subnet subnet, NetworkPlan plan) {
        if (subnet.ipv6Native()) {
            return Optional.of("its subnet is IPv6-native");
        }
        Dependencies users = Dependencies.of(plan.enisIn(subnet.id()).stream()
                .filter(eni ->
                        !eni.ipv6Addresses().isEmpty() || !eni.ipv6Prefixes().isEmpty())
                .toList());
        subnet.cidrReservations().stream()
                .filter(each -> each.cidr().family() == IpFamily.IPV6)
                .forEach(each -> users.add("reservation " + each));
        return users.isEmpty() ? Optional.empty() : Optional.of("it is in use by " + users);
    }

    private static Optional<Fault> reservationKnown(DeleteSubnetCidrReservation operation, NetworkPlan plan) {
        return plan.subnet(operation.subnet())
                .filter(subnet -> subnet.cidrReservations().stream()
                        .noneMatch(each -> each.cidr().equals(operation.block())))
                .map(subnet ->
                        Fault.of("the subnet CIDR reservation " + operation.block() + " does not exist in subnet "
                                + subnet.id() + ", which has [" + ShortList.of(subnet.cidrReservations()) + "]"));
    }

    /** The availability zones of Regions, from a dated list. A Region that the list lacks is unknown. */
    private static final class RegionZones {
        /** An availability zone: the name of its Region and a letter. Local and Wavelength zones look otherwise. */
        private static final Pattern AVAILABILITY_ZONE = Pattern.compile("([a-z]{2,}(?:-[a-z]+)+-[0-9]+)[a-z]");

        private static final Map<String, List<String>> ZONES = read();

        private RegionZones() {}

        /** Returns the zones of the Region of a name that is none of them; empty if it is one, or nothing is known. */
        static Optional<List<String>> withoutZone(String name) {
            Matcher zone = AVAILABILITY_ZONE.matcher(name);
            return zone.matches()
                    ? Optional.ofNullable(ZONES.get(zone.group(1))).filter(zones -> !zones.contains(name))
                    : Optional.empty();
        }

        private static Map<String, List<String>> read() {
            try (InputStream list = RegionZones.class.getResourceAsStream("availability-zones.txt")) {
                ImmutableMap.Builder<String, List<String>> zones = ImmutableMap.builder();
                for (String line : new String(requireNonNull(list).readAllBytes(), StandardCharsets.US_ASCII)
                        .lines()
                        .filter(each -> !each.startsWith("#"))
                        .toList()) {
                    int colon = line.indexOf(':');
                    zones.put(
                            line.substring(0, colon),
                            Splitter.on(' ')
                                    .splitToList(line.substring(colon + 1).strip()));
                }
                return zones.buildOrThrow();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
