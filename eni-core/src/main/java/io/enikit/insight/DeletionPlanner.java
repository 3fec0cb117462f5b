package io.enikit.insight;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import io.enikit.model.Attachment;
import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpId;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.InstanceId;
import io.enikit.model.InstanceState;
import io.enikit.model.NetworkPlan;
import io.enikit.model.ResourceId;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import io.enikit.operations.ApplyResult;
import io.enikit.operations.DeleteEni;
import io.enikit.operations.DeleteSecurityGroup;
import io.enikit.operations.DeleteSubnet;
import io.enikit.operations.DeleteVpc;
import io.enikit.operations.DetachEni;
import io.enikit.operations.DetachInternetGateway;
import io.enikit.operations.DisassociateElasticIp;
import io.enikit.operations.DisassociateSecurityGroupVpc;
import io.enikit.operations.DisassociateTrunkInterface;
import io.enikit.operations.Ec2;
import io.enikit.operations.ModifyEni;
import io.enikit.operations.Operation;
import io.enikit.operations.ReleaseElasticIp;
import io.enikit.operations.StopInstance;
import io.enikit.operations.TerminateInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Deletes something and all that stands in its way, call by call, and writes the calls down. */
final class DeletionPlanner {
    private static final String FREE = "nothing is in its way any more";

    private final Ec2 ec2;
    private final List<DeletionStep> steps = new ArrayList<>();
    private NetworkPlan plan;

    DeletionPlanner(NetworkPlan plan, Ec2 ec2) {
        this.plan = plan;
        this.ec2 = ec2;
    }

    Deletion result(ResourceId id) {
        return new Deletion(id, steps, plan);
    }

    void delete(ResourceId id) {
        plan.find(id)
                .ifPresent(resource -> resource.visit(
                        this::deleteVpc,
                        subnet -> deleteSubnet(subnet, FREE),
                        group -> deleteGroup(group, FREE),
                        instance -> terminate(instance.id(), FREE),
                        eni -> deleteEni(eni.id(), FREE),
                        elasticIp -> release(elasticIp.id())));
    }

    private void deleteVpc(Vpc vpc) {
        for (Subnet subnet : ImmutableList.copyOf(plan.subnetsOf(vpc.id()))) {
            deleteSubnet(subnet, "it is in vpc " + vpc.id());
        }
        for (SecurityGroup group : ImmutableList.copyOf(plan.securityGroups())) {
            if (group.associatedVpcIds().contains(vpc.id())) {
                leave(group, vpc.id());
            }
        }
        List<SecurityGroup> groups = ImmutableList.copyOf(plan.securityGroupsOf(vpc.id()));
        for (SecurityGroup group : groups) {
            if (!group.isDefault()) {
                deleteGroup(group, "it is in vpc " + vpc.id());
            } else {
                free(group);
            }
        }
        detachGateway(vpc.id());
        step(DeleteVpc.of(vpc.id()), vpc.id(), FREE);
    }

    void detachGateway(VpcId vpc) {
        if (plan.vpc(vpc).filter(Vpc::internetGatewayAttached).isEmpty()) {
            return;
        }
        for (Subnet subnet : plan.subnetsOf(vpc)) {
            for (Eni eni : ImmutableList.copyOf(plan.enisIn(subnet.id()))) {
                makePrivate(eni);
            }
        }
        step(DetachInternetGateway.of(vpc), vpc, "its internet gateway is attached");
    }

    /** Takes all public addresses from an interface. */
    private void makePrivate(Eni eni) {
        for (ElasticIp elasticIp : ImmutableList.copyOf(plan.elasticIpsOf(eni.id()))) {
            tryEach(
                    eni.id(),
                    "it has the public address of eip " + elasticIp.id(),
                    List.of(DisassociateElasticIp.of(elasticIp.id())));
        }
        Optional<Eni> left = plan.eni(eni.id());
        if (left.filter(each -> each.publicIpv4().isPresent()).isPresent()) {
            tryEach(
                    eni.id(),
                    "it has a public address",
                    List.of(ModifyEni.of(eni.id()).withAssociatePublicIpAddress(false)),
                    eni.instanceId().map(DeletionPlanner::terminated).orElse(List.of()));
        }
    }

    private static List<Operation> terminated(InstanceId instance) {
        return List.of(TerminateInstance.of(instance));
    }

    private void deleteSubnet(Subnet subnet, String reason) {
        SubnetId id = subnet.id();
        for (Eni eni : ImmutableList.copyOf(plan.enisIn(id))) {
            deleteEni(eni.id(), "it is in subnet " + id);
        }
        step(DeleteSubnet.of(id), id, reason);
    }

    private void deleteEni(EniId id, String reason) {
        detach(id, reason);
        Optional<Eni> eni = plan.eni(id);
        if (eni.isPresent()) {
            tryEach(id, reason, List.of(DeleteEni.of(id)));
        }
    }

    /** Takes an interface off everything; it may be gone afterwards. */
    private void detach(EniId id, String reason) {
        Optional<Eni> found = plan.eni(id);
        if (found.isEmpty() || found.get().isServiceManaged()) {
            return;
        }
        Eni eni = found.get();
        for (Eni branch : ImmutableList.copyOf(plan.branchesOf(id))) {
            tryEach(branch.id(), "it is a branch of eni " + id, List.of(DisassociateTrunkInterface.of(branch.id())));
        }
        if (eni.trunkAssociation().isPresent()) {
            tryEach(id, reason + ", as a branch", List.of(DisassociateTrunkInterface.of(id)));
        }
        Optional<InstanceId> instance = eni.instanceId();
        if (instance.isPresent()) {
            boolean primary = eni.attachment().filter(Attachment::isPrimary).isPresent();
            if (primary) {
                terminate(instance.get(), "its primary interface " + id + " has to go: " + reason);
            } else {
                tryEach(
                        id,
                        reason + ", attached to instance " + instance.get(),
                        List.of(DetachEni.of(id)),
                        List.of(StopInstance.of(instance.get()), DetachEni.of(id)),
                        terminated(instance.get()));
            }
        }
    }

    private void terminate(InstanceId id, String reason) {
        if (plan.instance(id)
                .filter(instance -> instance.state() != InstanceState.TERMINATED)
                .isPresent()) {
            tryEach(id, reason, terminated(id));
        }
    }

    private void deleteGroup(SecurityGroup group, String reason) {
        free(group);
        for (VpcId vpc : group.associatedVpcIds()) {
            plan.securityGroup(group.id()).ifPresent(each -> leave(each, vpc));
        }
        step(DeleteSecurityGroup.of(group.id()), group.id(), reason);
    }

    /** Takes a group from all interfaces and from the rules of other groups. */
    private void free(SecurityGroup group) {
        for (Eni eni : ImmutableList.copyOf(plan.enisWith(group.id()))) {
            takeFrom(eni, group);
        }
        for (SecurityGroup other : ImmutableList.copyOf(plan.securityGroupsWithPeer(group.id()))) {
            if (!other.id().equals(group.id())) {
                for (Operation revoke : PeerRules.revoking(other, group.id())) {
                    tryEach(other.id(), "it has a rule for group " + group.id(), List.of(revoke));
                }
            }
        }
    }

    /** Takes a group from a VPC in which no interface is in it any more. */
    private void leave(SecurityGroup group, VpcId vpc) {
        step(DisassociateSecurityGroupVpc.of(group.id(), vpc), group.id(), "it is associated with vpc " + vpc);
    }

    /** Leaves an interface in its other groups, or in the default group of its VPC; else it has to go. */
    private void takeFrom(Eni eni, SecurityGroup group) {
        String reason = "it is in group " + group.id();
        List<SecurityGroupId> others =
                ImmutableList.copyOf(Sets.filter(eni.securityGroups(), each -> !each.equals(group.id())));
        if (others.isEmpty()) {
            others = plan.vpcOf(eni).stream()
                    .flatMap(vpc -> plan.securityGroupsOf(vpc.id()).stream())
                    .filter(SecurityGroup::isDefault)
                    .map(SecurityGroup::id)
                    .filter(each -> !each.equals(group.id()))
                    .limit(1)
                    .toList();
        }
        if (others.isEmpty() || eni.isServiceManaged()) {
            deleteEni(eni.id(), reason);
        } else {
            String[] names = others.stream().map(Object::toString).toArray(String[]::new);
            tryEach(eni.id(), reason, List.of(ModifyEni.of(eni.id()).withSecurityGroups(names)));
        }
    }

    private void release(ElasticIpId id) {
        if (plan.elasticIp(id).flatMap(ElasticIp::association).isPresent()) {
            tryEach(id, "it is associated with an address", List.of(DisassociateElasticIp.of(id)));
        }
        step(ReleaseElasticIp.of(id), id, FREE);
    }

    private void step(Operation operation, ResourceId subject, String reason) {
        tryEach(subject, reason, List.of(operation));
    }

    /** Writes down the first of some sequences of calls that EC2 accepts; if it accepts none, the owner has to act. */
    @SafeVarargs
    private void tryEach(ResourceId subject, String reason, List<? extends Operation>... sequences) {
        if (subject instanceof EniId && plan.find(subject).isEmpty()) {
            return; // it went with its instance
        }
        Optional<InterfaceOwner> owner = subject instanceof EniId eni
                ? plan.eni(eni).map(each -> InterfaceOwner.of(each, plan))
                : Optional.empty();
        Optional<String> refusal = Optional.empty();
        for (List<? extends Operation> sequence : sequences) {
            if (sequence.isEmpty()) {
                continue;
            }
            ApplyResult result = ec2.apply(plan, ImmutableList.copyOf(sequence));
            if (result instanceof ApplyResult.Accepted accepted) {
                plan = accepted.plan();
                sequence.forEach(each -> steps.add(new DeletionStep(subject, Optional.of(each), reason, owner)));
                return;
            }
            if (refusal.isEmpty() && result instanceof ApplyResult.Refused refused) {
                refusal = Optional.of(refused.message());
            }
        }
        steps.add(new DeletionStep(
                subject,
                Optional.empty(),
                reason + refusal.map(text -> " (" + text + ")").orElse(""),
                owner));
        plan = plan.toBuilder().remove(subject).build();
    }
}
