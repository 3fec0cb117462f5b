package io.enikit.rules;

import static io.enikit.model.ResourceKind.ELASTIC_IP;
import static io.enikit.model.ResourceKind.ENI;
import static io.enikit.model.ResourceKind.SUBNET;
import static io.enikit.rules.Evidence.INFERRED;
import static io.enikit.rules.Evidence.SEEN;
import static io.enikit.rules.Phase.IDS;
import static io.enikit.rules.Phase.SHAPE;
import static io.enikit.rules.Phase.STATE;

import com.google.common.collect.ImmutableList;
import io.enikit.internal.PlanAccess;
import io.enikit.model.Attachment;
import io.enikit.model.ConnectionTracking;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.ElasticIpId;
import io.enikit.model.Eni;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.net.IpFamily;
import io.enikit.net.MacAddress;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The rules on network interfaces by themselves. */
final class EniRules {
    private static final int LONGEST_DESCRIPTION = 255;
    private static final String DESCRIPTION_CHARACTERS =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789. _-:/()#,@[]+=&;{}!$*";
    private static final String IN_DESCRIPTIONS = "a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*";
    static final ImmutableList<Rule<?>> ALL = ImmutableList.of(
            RuleInfo.of("eni.subnet.exists", IDS)
                    .withSummary("The subnet of an interface exists.")
                    .documented("Error codes for the Amazon EC2 API")
                    .withMessage("The subnet ID '{subnet}' does not exist")
                    .withCatalogIds("ENI-SUBNET-REQ", "SUBNET-404")
                    .withCode("InvalidSubnetID.NotFound", SEEN)
                    .withNeeds(Fact.EXISTENCE)
                    .rule(Eni.class, EniRules::subnetExists)
                    .lookingAt(SUBNET),
            RuleInfo.of("eni.description", SHAPE)
                    .withSummary(
                            "A description has at most 255 characters: letters a-z and A-Z, digits, blanks and ._-:/()#,@[]+=&;{}!$*.")
                    .seen("an answer of EC2")
                    .withMessage(
                            "Invalid interface description. Valid descriptions are strings less than 256 characters from the following set:  {characters}",
                            INFERRED)
                    .withCatalogIds("ENI-DESC")
                    .withCode("InvalidParameterValue")
                    .rule(Eni.class, EniRules::description)
                    .lookingAt(),
            RuleInfo.of("eni.connection-tracking", SHAPE)
                    .withSummary(
                            "Idle connections are tracked for as long as EC2 allows: TCP 60 to 432,000 seconds, UDP streams 60 to 180, other UDP 30 to 60.")
                    .documented("ConnectionTrackingSpecificationRequest")
                    .withCatalogIds("CONNTRACK-TCP", "CONNTRACK-UDPSTREAM", "CONNTRACK-UDP")
                    .withCode("InvalidParameterValue", INFERRED)
                    .rule(Eni.class, EniRules::connectionTracking)
                    .lookingAt(),
            RuleInfo.of("eni.mac.bits", STATE)
                    .withSummary("A MAC address is unicast and locally administered.")
                    .inferred("the addresses in the examples of the EC2 API")
                    .withCatalogIds("ENI-MAC-BITS")
                    .rule(Eni.class, EniRules::macBits)
                    .lookingAt(),
            RuleInfo.of("eni.mac.unique", IDS)
                    .withSummary("A MAC address is that of one interface alone.")
                    .inferred("holds in EC2 by construction")
                    .withCatalogIds("ENI-MAC-UNIQUE", "ENI-MAC")
                    .withSeverity(Severity.ERROR)
                    .rule(Eni.class, EniRules::uniqueMac)
                    .lookingAt(ENI),
            RuleInfo.of("eni.efa-only.addresses", SHAPE)
                    .withSummary("An EFA-only interface has no IP address.")
                    .documented("CreateNetworkInterface")
                    .withCatalogIds("EFA-ONLY", "IP6-EFAONLY")
                    .withCode("InvalidParameterCombination", INFERRED)
                    .rule(Eni.class, EniRules::efaOnlyAddresses)
                    .lookingAt(),
            RuleInfo.of("eni.efa-only.place", STATE)
                    .withSummary("An EFA-only interface is no primary interface.")
                    .documented("Elastic Fabric Adapter for AI/ML and HPC workloads")
                    .withCatalogIds("EFA-ONLY", "ATT-CARD-DEFAULT")
                    .withCode("InvalidParameterCombination", INFERRED)
                    .rule(Eni.class, EniRules::efaOnlyPlace)
                    .lookingAt(),
            RuleInfo.of("eni.public-ip.released", STATE)
                    .withSummary(
                            "An interface whose primary address has an Elastic IP has no other public IPv4 address.")
                    .documented("Amazon EC2 instance IP addressing")
                    .withCatalogIds("PUB-RELEASE")
                    .withCode("InvalidParameterCombination", INFERRED)
                    .rule(Eni.class, EniRules::publicAddressReleased)
                    .lookingAt(ELASTIC_IP));

    private EniRules() {}

    private static void subnetExists(Eni eni, NetworkPlan plan, Faults faults) {
        if (plan.subnet(eni.subnetId()).isEmpty()) {
            faults.add(
                    "the subnet \"" + eni.subnetId() + "\" does not exist", "add the subnet, or name one that exists");
        }
    }

    private static void description(Eni eni, NetworkPlan plan, Faults faults) {
        String description = eni.description();
        if (description.isEmpty()) {
            return;
        }
        if (description.length() > LONGEST_DESCRIPTION) {
            faults.add(Fault.of(
                            "the description has " + description.length() + " characters, at most "
                                    + LONGEST_DESCRIPTION + " are allowed",
                            "shorten it")
                    .withExcess(description.length() - LONGEST_DESCRIPTION)
                    .withValue("characters", IN_DESCRIPTIONS));
        }
        int wrong = 0;
        while (wrong < description.length() && DESCRIPTION_CHARACTERS.indexOf(description.charAt(wrong)) >= 0) {
            wrong++;
        }
        if (wrong < description.length()) {
            faults.add(Fault.of(
                            "the description has the character " + name(description.codePointAt(wrong)) + " at index "
                                    + wrong + ", which EC2 does not allow",
                            "use letters a-z and A-Z, digits, blanks and ._-:/()#,@[]+=&;{}!$*")
                    .withDetail("characters")
                    .withValue("characters", IN_DESCRIPTIONS));
        }
    }

    /** Returns such as {@code U+00E9}, in the digits of ASCII wherever it runs. */
    private static String name(int codePoint) {
        String hex = Integer.toHexString(codePoint).toUpperCase(Locale.ROOT);
        return "U+" + "0".repeat(Math.max(0, 4 - hex.length())) + hex;
    }

    private static void connectionTracking(Eni eni, NetworkPlan plan, Faults faults) {
        ConnectionTracking tracking = eni.connectionTracking();
        if (!tracking.equals(ConnectionTracking.defaults())) {
            timeout("tcpEstablishedTimeout", tracking.tcpEstablishedTimeout(), 60, 432_000, faults);
            timeout("udpStreamTimeout", tracking.udpStreamTimeout(), 60, 180, faults);
            timeout("udpTimeout", tracking.udpTimeout(), 30, 60, faults);
        }
    }

    private static void timeout(String name, OptionalInt seconds, int least, int most, Faults faults) {
        if (seconds.isPresent() && (seconds.getAsInt() < least || seconds.getAsInt() > most)) {
            faults.add(Fault.of(
                            name + " is " + seconds.getAsInt() + " seconds: expected " + least + " to " + most,
                            "use a value in this range, or leave it out")
                    .withDetail(name));
        }
    }

    private static void macBits(Eni eni, NetworkPlan plan, Faults faults) {
        MacAddress mac = eni.macAddress();
        if (!mac.isUnicast() || !mac.isLocallyAdministered()) {
            faults.add(Fault.of(
                            "the MAC address " + mac
                                    + " is not one that EC2 would give: unicast and locally administered",
                            "use a first octet whose second digit is 2, 6, a or e, such as 02")
                    .withDetail(mac));
        }
    }

    private static void uniqueMac(Eni eni, NetworkPlan plan, Faults faults) {
        if (!PlanAccess.get().isShared(plan, eni.macAddress())) {
            return;
        }
        Eni first = plan.enisWith(eni.macAddress()).iterator().next();
        if (!first.id().equals(eni.id())) {
            faults.add(Fault.of(
                            "the MAC address " + eni.macAddress() + " is that of " + first.id() + " already",
                            "leave the MAC address out to have one derived from the id")
                    .withDetail(eni.macAddress())
                    .withOther(
                            first.id(),
                            "the MAC address " + eni.macAddress() + " is that of " + eni.id() + " already"));
        }
    }

    private static void efaOnlyAddresses(Eni eni, NetworkPlan plan, Faults faults) {
        if (!eni.interfaceType().equals(InterfaceType.EFA_ONLY)) {
            return;
        }
        for (IpFamily family : IpFamily.values()) {
            long held = (long) eni.addresses(family).size()
                    + eni.prefixes(family).size()
                    + eni.addressDemand().addresses(family)
                    + eni.addressDemand().prefixes(family);
            if (held > 0) {
                faults.add(Fault.of(
                                "it is of type efa-only and has " + held + " " + family.label()
                                        + " addresses and prefixes: expected none",
                                "leave them out, or use type efa")
                        .withDetail(family));
            }
        }
    }

    private static void efaOnlyPlace(Eni eni, NetworkPlan plan, Faults faults) {
        if (eni.interfaceType().equals(InterfaceType.EFA_ONLY)
                && eni.attachment().filter(Attachment::isPrimary).isPresent()) {
            faults.add(
                    "an interface of type efa-only is at device index 0 of network card 0",
                    "use type efa there, or another place");
        }
    }

    private static void publicAddressReleased(Eni eni, NetworkPlan plan, Faults faults) {
        if (eni.publicIpv4().isPresent()) {
            firstOnPrimary(eni, plan)
                    .ifPresent(elasticIp -> faults.add(
                            "it has a public IPv4 address of EC2, and the Elastic IP " + elasticIp
                                    + " on its primary address",
                            "leave the public address out: EC2 takes it back when an Elastic IP is associated"));
        }
    }

    /** Finds the first Elastic IP of the primary address, be it known or yet to be chosen. */
    private static Optional<ElasticIpId> firstOnPrimary(Eni eni, NetworkPlan plan) {
        Stream<ElasticIpAssociation> primary = Stream.concat(
                eni.privateIpAddress().map(address -> new ElasticIpAssociation(eni.id(), address)).stream(),
                Stream.of(ElasticIpAssociation.ofPrimary(eni.id())));
        return primary.flatMap(each ->
                        PlanAccess.get().elasticIpsOf(plan, each).stream().limit(1))
                .min(Comparator.naturalOrder());
    }
}
