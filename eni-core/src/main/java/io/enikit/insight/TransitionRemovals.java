package io.enikit.insight;

import io.enikit.model.Attachment;
import io.enikit.model.CidrReservation;
import io.enikit.model.ElasticIp;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.Instance;
import io.enikit.model.InstanceState;
import io.enikit.model.NetworkPlan;
import io.enikit.model.RuleDirection;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupRule;
import io.enikit.model.SecurityGroupRules;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import io.enikit.operations.DeleteEni;
import io.enikit.operations.DeleteSecurityGroup;
import io.enikit.operations.DeleteSubnet;
import io.enikit.operations.DeleteSubnetCidrReservation;
import io.enikit.operations.DeleteVpc;
import io.enikit.operations.DetachEni;
import io.enikit.operations.DetachInternetGateway;
import io.enikit.operations.DisassociateElasticIp;
import io.enikit.operations.DisassociateSecurityGroupVpc;
import io.enikit.operations.DisassociateSubnetCidrBlock;
import io.enikit.operations.DisassociateTrunkInterface;
import io.enikit.operations.DisassociateVpcCidrBlock;
import io.enikit.operations.Operation;
import io.enikit.operations.ReleaseElasticIp;
import io.enikit.operations.RevokeSecurityGroupEgress;
import io.enikit.operations.RevokeSecurityGroupIngress;
import io.enikit.operations.TerminateInstance;
import io.enikit.operations.UnassignIpv6Addresses;
import io.enikit.operations.UnassignPrivateIpAddresses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has to go: links first, then resources, from those that are in others to those that others are in. */
final class TransitionRemovals {
    private final TransitionSearch search;
    private final NetworkPlan target;

    TransitionRemovals(TransitionSearch search) {
        this.search = search;
        this.target = search.target();
    }

    private NetworkPlan current() {
        return search.current();
    }

    void run() {
        current().elasticIps().forEach(this::free);
        current().enis().forEach(this::free);
        current().instances().forEach(this::terminate);
        for (Eni eni : current().enis()) {
            if (target.eni(eni.id()).isEmpty()) {
                search.add(DeleteEni.of(eni.id()));
            }
        }
        for (ElasticIp elasticIp : current().elasticIps()) {
            if (target.elasticIp(elasticIp.id()).isEmpty()) {
                search.add(ReleaseElasticIp.of(elasticIp.id()));
            }
        }
        current().securityGroups().forEach(this::shrink);
        current().subnets().forEach(this::shrink);
        current().vpcs().forEach(this::shrink);
    }

    private void free(ElasticIp elasticIp) {
        Optional<ElasticIp> wanted = target.elasticIp(elasticIp.id());
        if (elasticIp.association().isPresent()
                && !wanted.flatMap(ElasticIp::association).equals(elasticIp.association())) {
            search.add(DisassociateElasticIp.of(elasticIp.id()));
        }
    }

    private void free(Eni eni) {
        Optional<Eni> wanted = target.eni(eni.id());
        if (eni.trunkAssociation().isPresent()
                && !wanted.flatMap(Eni::trunkAssociation).equals(eni.trunkAssociation())) {
            search.add(DisassociateTrunkInterface.of(eni.id()));
        }
        if (eni.attachment().isPresent()
                && wanted.filter(each -> isSamePlace(eni, each)).isEmpty()) {
            search.add(DetachEni.of(eni.id()));
        }
        wanted.ifPresent(each -> unassign(eni, each));
    }

    static boolean isSamePlace(Eni eni, Eni other) {
        return place(eni).equals(place(other));
    }

    private static Optional<String> place(Eni eni) {
        return eni.attachment()
                .map(place -> place.instanceId() + " " + place.deviceIndex() + " " + place.networkCardIndex());
    }

    private void unassign(Eni eni, Eni wanted) {
        UnassignPrivateIpAddresses ipv4 = UnassignPrivateIpAddresses.of(eni.id());
        for (EniAddress each : eni.privateIpAddresses()) {
            ipv4 = each.primary() || wanted.owns(each.address()) ? ipv4 : ipv4.plusPrivateIpAddress(each.address());
        }
        for (Cidr each : eni.ipv4Prefixes()) {
            ipv4 = wanted.ipv4Prefixes().contains(each) ? ipv4 : ipv4.plusIpv4Prefix(each);
        }
        UnassignIpv6Addresses ipv6 = UnassignIpv6Addresses.of(eni.id());
        for (EniAddress each : eni.ipv6Addresses()) {
            ipv6 = wanted.owns(each.address()) ? ipv6 : ipv6.plusIpv6Address(each.address());
        }
        for (Cidr each : eni.ipv6Prefixes()) {
            ipv6 = wanted.ipv6Prefixes().contains(each) ? ipv6 : ipv6.plusIpv6Prefix(each);
        }
        if (!ipv4.equals(UnassignPrivateIpAddresses.of(eni.id()))) {
            search.add(ipv4);
        }
        if (!ipv6.equals(UnassignIpv6Addresses.of(eni.id()))) {
            search.add(ipv6);
        }
    }

    /** Terminates an instance; its interfaces that are to stay are kept from going with it. */
    private void terminate(Instance instance) {
        Optional<Instance> wanted = target.instance(instance.id());
        if (instance.state() == InstanceState.TERMINATED
                || wanted.filter(each -> each.state() != InstanceState.TERMINATED)
                        .isPresent()) {
            return;
        }
        List<Operation> operations = new ArrayList<>();
        for (Eni eni : current().enisOf(instance.id())) {
            if (target.eni(eni.id()).isPresent()
                    && eni.attachment().filter(Attachment::deleteOnTermination).isPresent()) {
                operations.add(TransitionChanges.deleteOnTermination(eni, false));
            }
        }
        operations.add(TerminateInstance.of(instance.id()));
        search.addAll(operations);
    }

    private void shrink(SecurityGroup group) {
        Optional<SecurityGroup> wanted = target.securityGroup(group.id());
        if (wanted.isEmpty()) {
            remove(group);
            return;
        }
        revoke(group, wanted.get());
        for (VpcId each : group.associatedVpcIds()) {
            if (!wanted.get().associatedVpcIds().contains(each)) {
                search.add(DisassociateSecurityGroupVpc.of(group.id(), each));
            }
        }
    }

    /** Deletes a group, which must not name other groups that go, nor be shared. A default group goes with its VPC. */
    private void remove(SecurityGroup group) {
        if (!group.isDefault()) {
            boolean namesAnother = group.peerIds().stream()
                    .anyMatch(peer -> !peer.equals(group.id())
                            && target.securityGroup(peer).isEmpty());
            if (namesAnother) {
                revoke(group, group.toBuilder().rules(SecurityGroupRules.none()).build());
            }
            group.associatedVpcIds().forEach(vpc -> search.add(DisassociateSecurityGroupVpc.of(group.id(), vpc)));
            search.add(DeleteSecurityGroup.of(group.id()));
        }
    }

    private void revoke(SecurityGroup group, SecurityGroup wanted) {
        List<SecurityGroupRule> ingress = surplus(group, wanted, RuleDirection.INGRESS);
        List<SecurityGroupRule> egress = surplus(group, wanted, RuleDirection.EGRESS);
        if (!ingress.isEmpty()) {
            search.add(RevokeSecurityGroupIngress.of(group.id()).withRules(ingress));
        }
        if (!egress.isEmpty()) {
            search.add(RevokeSecurityGroupEgress.of(group.id()).withRules(egress));
        }
    }

    private static List<SecurityGroupRule> surplus(SecurityGroup has, SecurityGroup wanted, RuleDirection direction) {
        return has.rules().in(direction).stream()
                .filter(rule -> wanted.rules().find(direction, rule).isEmpty())
                .toList();
    }

    private void shrink(Subnet subnet) {
        Optional<Subnet> wanted = target.subnet(subnet.id());
        for (CidrReservation each : subnet.cidrReservations()) {
            if (wanted.isPresent() && !wanted.get().cidrReservations().contains(each)) {
                search.add(DeleteSubnetCidrReservation.of(subnet.id(), each.cidr()));
            }
        }
        if (wanted.isEmpty()) {
            search.add(DeleteSubnet.of(subnet.id()));
        } else if (subnet.ipv6CidrBlock().isPresent()
                && !wanted.get().ipv6CidrBlock().equals(subnet.ipv6CidrBlock())) {
            search.add(DisassociateSubnetCidrBlock.of(
                    subnet.id(), subnet.ipv6CidrBlock().get()));
        }
    }

    private void shrink(Vpc vpc) {
        Optional<Vpc> wanted = target.vpc(vpc.id());
        if (wanted.isEmpty()) {
            search.add(DetachInternetGateway.of(vpc.id()));
            search.add(DeleteVpc.of(vpc.id()));
            return;
        }
        if (vpc.internetGatewayAttached() && !wanted.get().internetGatewayAttached()) {
            search.add(DetachInternetGateway.of(vpc.id()));
        }
        for (IpFamily family : IpFamily.values()) {
            for (Cidr each : vpc.cidrBlocks(family)) {
                if (!wanted.get().cidrBlocks(family).contains(each)) {
                    search.add(DisassociateVpcCidrBlock.of(vpc.id(), each));
                }
            }
        }
    }
}
