package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.Subnet;
import io.enikit.model.VpcId;
import java.util.Optional;

/** The security groups of an interface can be used in its VPC. */
final class GroupsInVpc extends Rule<Eni> {
    GroupsInVpc() {
        super(
                RuleInfo.builder()
                        .id("eni.groups.vpc")
                        .addCatalogId("SG-SAME-VPC")
                        .addCatalogId("SG-VPC-ASSOC")
                        .summary("The security groups of an interface are of its VPC, or associated with it.")
                        .evidence(Evidence.SEEN)
                        .phase(Phase.STATE)
                        .ec2Code("InvalidParameterValue")
                        .putCodesByAction("RunInstances", "InvalidParameter")
                        .putCodesByAction("ModifyNetworkInterfaceAttribute", "InvalidGroup.NotFound")
                        .addSilentBehind("eni.subnet.exists")
                        .addSilentBehind("eni.groups.exist")
                        .source("answers of EC2")
                        .build(),
                Eni.class);
    }

    @Override
    protected void check(Eni eni, NetworkPlan plan, Faults faults) {
        Optional<Subnet> subnet = plan.subnet(eni.subnetId());
        if (subnet.isEmpty()) {
            return;
        }
        VpcId vpc = subnet.get().vpcId();
        for (SecurityGroupId id : eni.securityGroups()) {
            Optional<SecurityGroup> group = plan.securityGroup(id);
            if (group.isPresent() && !group.get().isUsableIn(vpc)) {
                faults.add(
                        id.toString(),
                        "the security group \"" + id + "\" is of VPC \""
                                + group.get().vpcId() + "\", the subnet \"" + eni.subnetId() + "\" is of VPC \"" + vpc
                                + "\"",
                        "use a group of the same VPC, or associate the group with it");
            }
        }
    }
}
