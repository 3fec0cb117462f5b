package io.enikit.rules;

import static io.enikit.model.ResourceKind.ENI;
import static io.enikit.model.ResourceKind.SUBNET;
import static io.enikit.rules.Evidence.INFERRED;
import static io.enikit.rules.Evidence.SEEN;
import static io.enikit.rules.Phase.IDS;
import static io.enikit.rules.Phase.SHAPE;
import static io.enikit.rules.Phase.STATE;

import com.google.common.collect.ImmutableList;
import io.enikit.internal.PlanAccess;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.TrunkAssociation;
import io.enikit.model.Zone;
import java.util.Optional;

/** The rules on trunk interfaces and their branches. */
final class TrunkRules {
    private static final int LOWEST_VLAN = 1;
    private static final int HIGHEST_VLAN = 4_094;
    static final ImmutableList<Rule<?>> ALL = ImmutableList.of(
            aboutBranches(
                    RuleInfo.of("eni.trunk.exists", IDS)
                            .withSummary("The trunk of a branch interface exists.")
                            .documented("Error codes for the Amazon EC2 API")
                            .withMessage("The networkInterface ID '{eni}' does not exist")
                            .withCatalogIds("ENI-404")
                            .withCode("InvalidNetworkInterfaceID.NotFound", SEEN)
                            .withNeeds(Fact.EXISTENCE),
                    TrunkRules::exists),
            aboutBranches(
                    RuleInfo.of("eni.trunk.type", STATE)
                            .withSummary("A branch interface is an ordinary one, and what carries it is of type trunk.")
                            .documented("AssociateTrunkInterface")
                            .withCatalogIds("TRUNK-ASSOC")
                            .withCode("InvalidParameterValue", INFERRED),
                    TrunkRules::type),
            aboutBranches(
                    RuleInfo.of("eni.trunk.zone", STATE)
                            .withSummary(
                                    "A branch interface has a subnet of its own, in the availability zone of its trunk.")
                            .documented("AssociateTrunkInterface")
                            .withCatalogIds("TRUNK-SG")
                            .withCode("InvalidParameterValue", INFERRED)
                            .withSilentBehind("eni.subnet.exists", "eni.trunk.exists")
                            .withNeeds(Fact.SUBNET_ZONE),
                    TrunkRules::zone),
            aboutBranches(
                    RuleInfo.of("eni.trunk.vlan-range", SHAPE)
                            .withSummary("The VLAN id of a branch interface is 1 to 4094.")
                            .inferred("IEEE 802.1Q")
                            .withCatalogIds("TRUNK-VLAN")
                            .withSeverity(Severity.ERROR)
                            .withCode("InvalidParameterValue"),
                    TrunkRules::vlanRange),
            aboutBranches(
                    RuleInfo.of("eni.trunk.key-used", STATE)
                            .withSummary("The VLAN id or GRE key of a branch interface is its own in its trunk.")
                            .seen("the VPC resource controller")
                            .withCatalogIds("TRUNK-VLAN")
                            .withCode("InvalidParameterValue", INFERRED),
                    TrunkRules::keyFree),
            aboutBranches(
                    RuleInfo.of("eni.trunk.branch-detached", STATE)
                            .withSummary("A branch interface is carried by its trunk and not attached itself.")
                            .documented("AssociateTrunkInterface")
                            .withCatalogIds("TRUNK-ASSOC")
                            .withCode("InvalidParameterValue", INFERRED),
                    TrunkRules::detached));

    private TrunkRules() {}

    /** The function of a rule on branches. */
    private interface BranchCheck {
        void check(Eni branch, TrunkAssociation association, NetworkPlan plan, Faults faults);
    }

    private static Rule<Eni> aboutBranches(RuleInfo info, BranchCheck check) {
        return Rule.of(info, Eni.class, (eni, plan, faults) -> {
                    if (eni.trunkAssociation().isPresent()) {
                        check.check(eni, eni.trunkAssociation().get(), plan, faults);
                    }
                })
                .lookingAt(SUBNET, ENI);
    }

    private static void exists(Eni branch, TrunkAssociation association, NetworkPlan plan, Faults faults) {
        if (plan.eni(association.trunk()).isEmpty()) {
            faults.add(Fault.of(
                            "the trunk interface \"" + association.trunk() + "\" does not exist",
                            "add the trunk, or name one that exists")
                    .withValue("eni", association.trunk()));
        }
    }

    private static void type(Eni branch, TrunkAssociation association, NetworkPlan plan, Faults faults) {
        plan.eni(association.trunk())
                .filter(trunk -> !trunk.interfaceType().equals(InterfaceType.TRUNK))
                .ifPresent(trunk -> faults.add(Fault.of(
                                trunk.id() + " carries it and is of type " + trunk.interfaceType() + ": expected trunk",
                                "create the trunk interface with type trunk")
                        .withDetail("trunk")));
        InterfaceType type = branch.interfaceType();
        if (!type.equals(InterfaceType.INTERFACE) && !type.equals(InterfaceType.BRANCH)) {
            faults.add(Fault.of(
                            "it is a branch and of type " + type + ": expected interface or branch",
                            "use an ordinary interface")
                    .withDetail("branch"));
        }
    }

    private static void zone(Eni branch, TrunkAssociation association, NetworkPlan plan, Faults faults) {
        Optional<Zone> zone = zoneOf(branch, plan);
        Optional<Zone> trunkZone = plan.eni(association.trunk()).flatMap(trunk -> zoneOf(trunk, plan));
        if (zone.isPresent() && trunkZone.isPresent() && zone.get().isOtherThan(trunkZone.get())) {
            faults.add(
                    "it is in " + zone.get().nameBeside(trunkZone.get()) + ", its trunk in "
                            + trunkZone.get().nameBeside(zone.get()),
                    "use a subnet of the trunk's zone");
        }
    }

    private static Optional<Zone> zoneOf(Eni eni, NetworkPlan plan) {
        return plan.subnet(eni.subnetId()).map(Subnet::zone);
    }

    /**
     * AWS gives no range. A VLAN id has 12 bits, of which 0 and 4095 are no VLAN; the VPC resource controller uses 1 to
     * 120, and no trunk carries more branches than that.
     */
    private static void vlanRange(Eni branch, TrunkAssociation association, NetworkPlan plan, Faults faults) {
        boolean vlan = association.protocol() == TrunkAssociation.Protocol.VLAN;
        if (vlan && (association.key() < LOWEST_VLAN || association.key() > HIGHEST_VLAN)) {
            faults.add(
                    "VLAN id " + association.key() + ": expected " + LOWEST_VLAN + " to " + HIGHEST_VLAN,
                    "use a free id of the trunk; 1 to 120 are enough for every instance type");
        }
    }

    private static void keyFree(Eni branch, TrunkAssociation association, NetworkPlan plan, Faults faults) {
        EniId first = PlanAccess.get().branchesWith(plan, association).first();
        if (!first.equals(branch.id())) {
            String key = association.protocol().keyName() + " " + association.key() + " of trunk \""
                    + association.trunk() + "\"";
            faults.add(Fault.of(
                            key + " belongs to " + first + " as well",
                            "use another " + association.protocol().keyName())
                    .withOther(first, key + " belongs to " + branch.id() + " as well"));
        }
    }

    private static void detached(Eni branch, TrunkAssociation association, NetworkPlan plan, Faults faults) {
        branch.attachment()
                .ifPresent(place -> faults.add(
                        "it is a branch, carried by a trunk, and attached"
                                + place.instanceId()
                                        .map(instance -> " to \"" + instance + "\"")
                                        .orElse("")
                                + " as well",
                        "detach it, or disassociate it from its trunk"));
    }
}
