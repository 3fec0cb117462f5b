package io.enikit.insight;

import io.enikit.model.RuleDirection;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.SecurityGroupRule;
import io.enikit.operations.Operation;
import io.enikit.operations.RevokeSecurityGroupEgress;
import io.enikit.operations.RevokeSecurityGroupIngress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules of a security group for another one. */
final class PeerRules {
    private PeerRules() {}

    /** Returns the calls that revoke them, at most one in each direction. */
    static List<Operation> revoking(SecurityGroup group, SecurityGroupId peer) {
        List<Operation> calls = new ArrayList<>();
        List<SecurityGroupRule> ingress = rules(group, RuleDirection.INGRESS, peer);
        if (!ingress.isEmpty()) {
            calls.add(RevokeSecurityGroupIngress.of(group.id()).withRules(ingress));
        }
        List<SecurityGroupRule> egress = rules(group, RuleDirection.EGRESS, peer);
        if (!egress.isEmpty()) {
            calls.add(RevokeSecurityGroupEgress.of(group.id()).withRules(egress));
        }
        return calls;
    }

    private static List<SecurityGroupRule> rules(SecurityGroup group, RuleDirection direction, SecurityGroupId peer) {
        return group.rules().in(direction).stream()
                .filter(rule -> rule.peer().securityGroup().equals(Optional.of(peer))
                        && rule.peer().userId().isEmpty())
                .toList();
    }
}
