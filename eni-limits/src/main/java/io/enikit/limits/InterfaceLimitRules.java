package io.enikit.limits;

import static io.enikit.rules.Evidence.INFERRED;
import static io.enikit.rules.Evidence.SEEN;
import static io.enikit.rules.Phase.IDS;
import static io.enikit.rules.Phase.LIMITS;
import static io.enikit.rules.Phase.STATE;

import io.enikit.model.Attachment;
import io.enikit.model.Eni;
import io.enikit.model.Instance;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Fact;
import io.enikit.rules.Fault;
import io.enikit.rules.Faults;
import io.enikit.rules.Rule;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rules on how many interfaces an instance type allows, of which kind and where. */
final class InterfaceLimitRules {
    private static final String ENABLE_FLEXIBLE = "see to it that the flexible interfaces are enabled";

    private final InstanceTypes types;

    /** The last type that was looked for in vain: a misspelt type is often that of many instances. */
    private @Nullable Unknown last;

    private record Unknown(String instanceType, List<String> nearMatches) {}

    private InterfaceLimitRules(InstanceTypes types) {
        this.types = types;
    }

    static List<Rule<?>> of(InstanceTypes types) {
        InstanceRules rules = new InstanceRules(types);
        return List.of(
                RuleInfo.of("limits.instance-type", IDS)
                        .withSummary("An instance is of a type whose limits are known.")
                        .documented("DescribeInstanceTypes")
                        .withCatalogIds("TYPE-UNKNOWN")
                        .withSeverity(Severity.WARNING)
                        .withNeeds(Fact.INSTANCE_TYPE)
                        .rule(Instance.class, new InterfaceLimitRules(types)::typeKnown),
                rules.aboutInstances(
                        RuleInfo.of("limits.interfaces", LIMITS)
                                .withSummary("An instance has no more interfaces than its type allows.")
                                .documented("Maximum IP addresses per network interface")
                                .withMessage("Interface count {count} exceeds the limit for {type}")
                                .withCatalogIds("ATT-LIMIT", "LIM-FLEX", "TYPE-FIELDS")
                                .withCode("AttachmentLimitExceeded", SEEN),
                        InterfaceLimitRules::interfaces),
                rules.aboutInstances(
                        RuleInfo.of("limits.interfaces-per-card", LIMITS)
                                .withSummary("A network card has no more interfaces than it holds.")
                                .documented("NetworkCardInfo")
                                .withMessage("Interface count {count} exceeds the limit for {type}")
                                .withCatalogIds("ATT-LIMIT")
                                .withCode("AttachmentLimitExceeded", SEEN)
                                .withSilentBehind("limits.interfaces"),
                        InterfaceLimitRules::interfacesPerCard),
                rules.aboutInstances(
                        RuleInfo.of("limits.interfaces-flexible", LIMITS)
                                .withSummary("An instance does with the interfaces that its type always allows.")
                                .documented("NetworkCardInfo")
                                .withCatalogIds("LIM-FLEX")
                                .withSeverity(Severity.WARNING)
                                .withSilentBehind("limits.interfaces"),
                        InterfaceLimitRules::flexibleInterfaces),
                rules.aboutInstances(
                        RuleInfo.of("limits.shared-slots", LIMITS)
                                .withSummary(
                                        "Interfaces leave room for a root volume where both share the slots of a type.")
                                .documented("Amazon EBS volume limits for Amazon EC2 instances")
                                .withCatalogIds("LIM-SHARED-SLOTS")
                                .withSeverity(Severity.WARNING),
                        InterfaceLimitRules::sharedSlots),
                rules.aboutInterfaces(
                        RuleInfo.of("limits.network-card", STATE)
                                .withSummary("An interface is attached to a network card that the type has.")
                                .documented("AttachNetworkInterface")
                                .withMessage("NetworkCard index {card} exceeds the limit for {type}")
                                .withCatalogIds("ATT-CARD-DEFAULT")
                                .withCode("InvalidParameterValue", INFERRED),
                        InterfaceLimitRules::networkCard),
                rules.aboutInterfaces(
                        RuleInfo.of("limits.device-index", LIMITS)
                                .withSummary("A device index is one that the network card has.")
                                .seen("reports of tools that use EC2")
                                .withCatalogIds("ATT-INDEX-CARD")
                                .withCode("AttachmentLimitExceeded", INFERRED)
                                .withSilentBehind("limits.interfaces")
                                .withSilentBehindSame("limits.interfaces-per-card"),
                        InterfaceLimitRules::deviceIndex),
                rules.aboutInterfaces(
                        RuleInfo.of("limits.efa-type", STATE)
                                .withSummary(
                                        "An Elastic Fabric Adapter is attached to an instance whose type supports it.")
                                .documented("Elastic Fabric Adapter for AI/ML and HPC workloads")
                                .withMessage("{type} instances do not support Elastic Fabric Adapters.")
                                .withCatalogIds("EFA-TYPE")
                                .withCode("InvalidParameterCombination", INFERRED),
                        InterfaceLimitRules::efaType),
                rules.aboutInstances(
                        RuleInfo.of("limits.efa-interfaces", LIMITS)
                                .withSummary(
                                        "An instance has at most one Elastic Fabric Adapter a network card, and no more than its type allows.")
                                .documented("Elastic Fabric Adapter for AI/ML and HPC workloads")
                                .withCatalogIds("EFA-PER-CARD")
                                .withCode("AttachmentLimitExceeded", INFERRED)
                                .withSilentBehind("limits.efa-type"),
                        InterfaceLimitRules::efaInterfaces),
                rules.aboutInterfaces(
                        RuleInfo.of("limits.efa-card", STATE)
                                .withSummary("An Elastic Fabric Adapter is attached to a network card that takes one.")
                                .documented(
                                        "Maximize network bandwidth on Amazon EC2 instances with multiple network cards")
                                .withCatalogIds("EFA-CARD")
                                .withSilentBehind("limits.efa-type"),
                        InterfaceLimitRules::efaCard),
                rules.aboutInterfaces(
                        RuleInfo.of("limits.trunk", STATE)
                                .withSummary("A trunk interface is attached to an instance whose type supports it.")
                                .seen("the limits table of the VPC resource controller")
                                .withCatalogIds("TRUNK-TYPES"),
                        InterfaceLimitRules::trunk),
                rules.aboutInterfaces(
                        RuleInfo.of("limits.branches", LIMITS)
                                .withSummary(
                                        "A trunk interface carries no more branches than the instance type allows.")
                                .seen("the limits table of the VPC resource controller")
                                .withCatalogIds("TRUNK-TYPES")
                                .withSilentBehind("limits.trunk"),
                        InterfaceLimitRules::branches));
    }

    /** EC2 adds types faster than tables grow, so this is a warning. */
    private void typeKnown(Instance instance, NetworkPlan plan, Faults faults) {
        String type = instance.instanceType();
        Knowledge knowledge = types.knowledgeOf(type);
        if (knowledge == Knowledge.NAMED) {
            faults.add(
                    "the limits of instance type \"" + type + "\" are not published, so they are not checked",
                    "use a catalogue that has them, such as your own output of describe-instance-types");
        } else if (knowledge == Knowledge.UNKNOWN) {
            List<String> near = nearMatches(type);
            faults.add(
                    "the instance type \"" + type + "\" is not in the catalogue, its limits are not checked"
                            + (near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?"),
                    "correct the type, or use a catalogue that has it");
        }
    }

    private List<String> nearMatches(String type) {
        @Nullable Unknown unknown = last;
        if (unknown == null || !unknown.instanceType.equals(type)) {
            unknown = new Unknown(type, types.nearMatches(type));
            last = unknown;
        }
        return unknown.nearMatches;
    }

    private static void interfaces(Instance instance, InstanceLimits limits, List<Eni> enis, Faults faults) {
        int most = Cards.mostInterfaces(limits);
        if (enis.size() > most) {
            faults.add(Fault.of(
                            enis.size() + " interfaces, " + limits.instanceType() + " allows " + most,
                            "use a larger type, or secondary addresses in place of interfaces")
                    .withExcess(enis.size() - most)
                    .withValue("count", enis.size()));
        }
    }

    private static void interfacesPerCard(Instance instance, InstanceLimits limits, List<Eni> enis, Faults faults) {
        for (NetworkCard card : limits.networkCards()) {
            int interfaces = Cards.countOn(card, enis);
            if (interfaces > Cards.mostOn(card)) {
                faults.add(Fault.of(
                                interfaces + " interfaces on network card " + card.networkCardIndex()
                                        + ", each card of " + limits.instanceType() + " holds " + Cards.mostOn(card),
                                "attach some of them to another card")
                        .withValue("count", interfaces)
                        .withDetail("card " + card.networkCardIndex()));
            }
        }
    }

    private static void flexibleInterfaces(Instance instance, InstanceLimits limits, List<Eni> enis, Faults faults) {
        int always = limits.maximumNetworkInterfaces();
        int most = Cards.mostInterfaces(limits);
        if (enis.size() > always) {
            faults.exceeds(
                    enis.size() - always,
                    enis.size() + " interfaces, " + limits.instanceType() + " allows " + always + " and "
                            + (most - always) + " more in some settings only",
                    ENABLE_FLEXIBLE);
            return;
        }
        for (NetworkCard card : limits.networkCards()) {
            flexibleInterfaces(card, Cards.countOn(card, enis), limits, faults);
        }
    }

    private static void flexibleInterfaces(NetworkCard card, int interfaces, InstanceLimits limits, Faults faults) {
        int always = card.maximumNetworkInterfaces();
        int most = Cards.mostOn(card);
        if (interfaces > always && interfaces <= most) {
            faults.add(Fault.of(
                            interfaces + " interfaces on network card " + card.networkCardIndex() + ", each card of "
                                    + limits.instanceType() + " holds " + always + " and " + (most - always)
                                    + " more in some settings only",
                            ENABLE_FLEXIBLE)
                    .withDetail("card " + card.networkCardIndex()));
        }
    }

    private static void sharedSlots(Instance instance, InstanceLimits limits, List<Eni> enis, Faults faults) {
        int interfaces = enis.size();
        @Nullable AttachmentLimit limit = limits.attachmentLimit().orElse(null);
        if (limit != null
                && limit.type() == AttachmentLimit.Type.SHARED
                && interfaces >= limit.maximumEbsAttachments()) {
            faults.exceeds(
                    interfaces - limit.maximumEbsAttachments() + 1L,
                    interfaces + " interfaces share " + limit.maximumEbsAttachments()
                            + " slots with the volumes of the instance, and leave none",
                    "use fewer interfaces, or a type with dedicated slots");
        }
    }

    private static Optional<Fault> networkCard(Eni eni, InstanceLimits limits, NetworkPlan plan) {
        int card = Cards.indexOf(eni);
        if (card >= 0 && Cards.card(card, limits).isEmpty()) {
            return Optional.of(Fault.of(
                    "network card " + card + " of an instance of type " + limits.instanceType() + ", which has "
                            + limits.networkCards().size() + " (from 0)",
                    "use a card that the type has"));
        }
        return Optional.empty();
    }

    private static Optional<Fault> deviceIndex(Eni eni, InstanceLimits limits, NetworkPlan plan) {
        Attachment place = eni.attachment().orElseThrow();
        int index = place.deviceIndex();
        Optional<NetworkCard> card = Cards.card(place.networkCardIndex(), limits);
        if (card.isPresent() && index >= Cards.mostOn(card.get())) {
            return Optional.of(Fault.of(
                            "device index " + index + " of network card "
                                    + card.get().networkCardIndex()
                                    + ", each card of " + limits.instanceType() + " has 0 to "
                                    + (Cards.mostOn(card.get()) - 1),
                            "use a lower index, or another card")
                    .withDetail("card " + card.get().networkCardIndex()));
        }
        return Optional.empty();
    }

    private static Optional<Fault> efaType(Eni eni, InstanceLimits limits, NetworkPlan plan) {
        if (eni.interfaceType().isEfa() && limits.maximumEfaInterfaces().orElse(1) == 0) {
            return Optional.of(Fault.of(
                    "an interface of type " + eni.interfaceType() + " on an instance of type " + limits.instanceType()
                            + ", which does not support Elastic Fabric Adapters",
                    "use a type that supports them, or an ordinary interface"));
        }
        return Optional.empty();
    }

    private static void efaInterfaces(Instance instance, InstanceLimits limits, List<Eni> enis, Faults faults) {
        List<Eni> efas = new ArrayList<>(0);
        for (Eni eni : enis) {
            if (eni.interfaceType().isEfa()) {
                efas.add(eni);
            }
        }
        if (efas.isEmpty()) {
            return;
        }
        int most = limits.maximumEfaInterfaces().orElse(Integer.MAX_VALUE);
        int all = efas.size();
        if (all > most) {
            faults.exceeds(
                    all - most,
                    all + " Elastic Fabric Adapters, " + limits.instanceType() + " allows " + most,
                    "use ordinary interfaces for the rest");
            return;
        }
        Map<Integer, Long> perCard = new TreeMap<>();
        efas.forEach(eni -> perCard.merge(Cards.indexOf(eni), 1L, Long::sum));
        perCard.forEach((card, count) -> {
            if (count > 1) {
                faults.add(Fault.of(
                                count + " Elastic Fabric Adapters on network card " + card + ", each card takes one",
                                "attach them to different cards")
                        .withDetail("card " + card));
            }
        });
    }

    private static Optional<Fault> efaCard(Eni eni, InstanceLimits limits, NetworkPlan plan) {
        if (!eni.interfaceType().isEfa() || Cards.cardOf(eni, limits).isEmpty()) {
            return Optional.empty();
        }
        int card = Cards.indexOf(eni);
        return limits.efaNetworkCardIndexes()
                .filter(cards -> !cards.contains(card))
                .map(cards -> Fault.of(
                        "network card " + card + " of an instance of type " + limits.instanceType()
                                + " takes no Elastic Fabric Adapter",
                        "attach it to another card, and an ordinary interface here"));
    }

    private static Optional<Fault> trunk(Eni eni, InstanceLimits limits, NetworkPlan plan) {
        if (eni.interfaceType().equals(InterfaceType.TRUNK)
                && limits.trunkCompatible().filter(supported -> !supported).isPresent()) {
            return Optional.of(Fault.of(
                    "a trunk interface on an instance of type " + limits.instanceType() + ", which does not support it",
                    "use a type that supports trunks"));
        }
        return Optional.empty();
    }

    private static Optional<Fault> branches(Eni eni, InstanceLimits limits, NetworkPlan plan) {
        if (!eni.interfaceType().equals(InterfaceType.TRUNK)) {
            return Optional.empty();
        }
        int branches = plan.branchesOf(eni.id()).size();
        int most = limits.branchInterfaces().orElse(Integer.MAX_VALUE);
        if (branches > most) {
            return Optional.of(Fault.of(
                            branches + " branch interfaces, a trunk on " + limits.instanceType() + " carries " + most,
                            "use a larger type, or fewer branches")
                    .withExcess(branches - most));
        }
        return Optional.empty();
    }
}
