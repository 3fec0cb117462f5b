package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.TrunkAssociation;

/**
 * A VLAN id is one that a packet can carry.
 *
 * <p>AWS states no range. A VLAN id has 12 bits, of which 0 and 4095 are no VLAN; the VPC resource controller uses 1 to
 * 120, and no trunk carries more branches than that.
 */
final class TrunkVlanRange extends BranchRule {
    private static final int LOWEST = 1;
    private static final int HIGHEST = 4_094;

    TrunkVlanRange() {
        super(RuleInfo.builder()
                .id("eni.trunk.vlan-range")
                .addCatalogId("TRUNK-VLAN")
                .summary("The VLAN id of a branch interface is 1 to 4094.")
                .evidence(Evidence.INFERRED)
                .severity(Severity.ERROR)
                .phase(Phase.SHAPE)
                .ec2Code("InvalidParameterValue")
                .codeEvidence(Evidence.INFERRED)
                .source("IEEE 802.1Q")
                .build());
    }

    @Override
    void check(Eni branch, TrunkAssociation association, NetworkPlan plan, Faults faults) {
        boolean vlan = association.protocol() == TrunkAssociation.Protocol.VLAN;
        if (vlan && (association.key() < LOWEST || association.key() > HIGHEST)) {
            faults.add(
                    "",
                    "VLAN id " + association.key() + ": expected " + LOWEST + " to " + HIGHEST,
                    "use a free id of the trunk; 1 to 120 are enough for every instance type");
        }
    }
}
