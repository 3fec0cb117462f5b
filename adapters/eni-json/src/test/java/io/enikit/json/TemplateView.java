package io.enikit.json;

import io.enikit.model.Attachment;
import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.ElasticIpId;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.EniId;
import io.enikit.model.Instance;
import io.enikit.model.InstanceId;
import io.enikit.model.InstanceState;
import io.enikit.model.NetworkPlan;
import io.enikit.model.ResourceId;
import io.enikit.model.RuleDirection;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.SecurityGroupPeer;
import io.enikit.model.SecurityGroupRule;
import io.enikit.model.SecurityGroupRules;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What a CloudFormation template can say of a plan, and what is read of it.
 *
 * <p>It cannot say these, which are left out here:
 *
 * <ul>
 *   <li>MAC addresses, attachment ids and states of attachments: EC2 gives them;
 *   <li>public addresses, those of Elastic IPs too: EC2 chooses them;
 *   <li>instances that are stopped or terminated: what a template makes runs;
 *   <li>attachments that are not to an instance, and that an interface is managed by a service: the services do that;
 *   <li>whether a VPC is the default one, its Region, zone ids, the owners of resources, and quotas;
 *   <li>network cards: only launch templates have them; branches of trunks and connection tracking;
 *   <li>whether an interface that is declared by itself asks for a public address;
 *   <li>which IPv6 address is the primary one, unless it is the first;
 *   <li>ids of security group rules, and the account of a group that a rule for egress names;
 *   <li>further VPCs of security groups: they are not written.
 * </ul>
 */
final class TemplateView {
    private final NetworkPlan plan;

    private TemplateView(NetworkPlan plan) {
        this.plan = plan;
    }

    static NetworkPlan of(NetworkPlan plan) {
        return new TemplateView(plan).view();
    }

    /** Names a resource by its kind as well: in a template, those of all kinds share their names. */
    private <I extends ResourceId> I named(I id, Function<String, I> maker) {
        return plan.find(id).isPresent() ? maker.apply(id.kind() + "." + id) : id;
    }

    private NetworkPlan view() {
        NetworkPlan.Builder all = NetworkPlan.builder();
        plan.vpcs().forEach(each -> all.put(vpc(each)));
        plan.subnets().forEach(each -> all.put(subnet(each)));
        plan.securityGroups().forEach(each -> all.put(group(each)));
        plan.instances().stream()
                .filter(each -> each.state() != InstanceState.TERMINATED)
                .forEach(each -> all.put(instance(each)));
        plan.enis().forEach(each -> all.put(eni(each)));
        plan.elasticIps().forEach(each -> all.put(elasticIp(each)));
        return all.build();
    }

    private Vpc vpc(Vpc vpc) {
        return Vpc.builder()
                .id(named(vpc.id(), VpcId::of))
                .cidrBlocks(vpc.cidrBlocks())
                .ipv6CidrBlocks(vpc.ipv6CidrBlocks())
                .internetGatewayAttached(vpc.internetGatewayAttached())
                .tags(vpc.tags())
                .build();
    }

    private Subnet subnet(Subnet subnet) {
        return Subnet.builder()
                .id(named(subnet.id(), SubnetId::of))
                .vpcId(named(subnet.vpcId(), VpcId::of))
                .availabilityZone(subnet.availabilityZone())
                .cidrBlock(subnet.cidrBlock())
                .ipv6CidrBlock(subnet.ipv6CidrBlock())
                .ipv6Native(subnet.ipv6Native())
                .mapPublicIpOnLaunch(subnet.mapPublicIpOnLaunch())
                .assignIpv6AddressOnCreation(subnet.assignIpv6AddressOnCreation())
                .cidrReservations(subnet.cidrReservations())
                .tags(subnet.tags())
                .build();
    }

    private SecurityGroup group(SecurityGroup group) {
        return SecurityGroup.builder()
                .id(named(group.id(), SecurityGroupId::of))
                .vpcId(named(group.vpcId(), VpcId::of))
                .groupName(group.groupName())
                .description(group.description())
                .rules(rules(group.rules(), id -> named(id, SecurityGroupId::of)))
                .tags(group.tags())
                .build();
    }

    /** Returns rules without their ids, which EC2 gives, for groups as they are called. */
    static SecurityGroupRules rules(SecurityGroupRules rules, UnaryOperator<SecurityGroupId> names) {
        SecurityGroupRules said = SecurityGroupRules.none();
        for (RuleDirection direction : RuleDirection.values()) {
            said = said.with(
                    direction,
                    rules.in(direction).stream().map(rule -> rule(rule, names)).toList());
        }
        return said;
    }

    private static SecurityGroupRule rule(SecurityGroupRule rule, UnaryOperator<SecurityGroupId> names) {
        SecurityGroupPeer peer = rule.peer();
        SecurityGroupPeer named =
                peer.securityGroup().isPresent() && peer.userId().isEmpty()
                        ? SecurityGroupPeer.of(names.apply(peer.securityGroup().get()))
                        : peer;
        return SecurityGroupRule.of(rule.ipProtocol(), rule.fromPort(), rule.toPort(), named)
                .withDescription(rule.description());
    }

    private Instance instance(Instance instance) {
        return Instance.builder()
                .id(named(instance.id(), InstanceId::of))
                .instanceType(instance.instanceType())
                .state(InstanceState.RUNNING)
                .availabilityZone(instance.availabilityZone())
                .tags(instance.tags())
                .build();
    }

    private Eni eni(Eni eni) {
        return Eni.builder()
                .macAddressKnown(false)
                .id(named(eni.id(), EniId::of))
                .subnetId(named(eni.subnetId(), SubnetId::of))
                .description(eni.description())
                .interfaceType(eni.interfaceType())
                .sourceDestCheck(eni.sourceDestCheck())
                .privateIpAddresses(eni.privateIpAddresses())
                .ipv4Prefixes(eni.ipv4Prefixes())
                .ipv6Addresses(ipv6(eni))
                .ipv6Prefixes(eni.ipv6Prefixes())
                .securityGroups(eni.securityGroups().stream()
                        .map(each -> named(each, SecurityGroupId::of))
                        .toList())
                .tags(eni.tags())
                .attachment(attachment(eni, plan)
                        .map(each -> each.toBuilder()
                                .instanceId(named(each.instanceId().orElseThrow(), InstanceId::of))
                                .build()))
                .build();
    }

    private static List<EniAddress> ipv6(Eni eni) {
        List<EniAddress> addresses = new ArrayList<>();
        for (EniAddress each : eni.ipv6Addresses()) {
            addresses.add(new EniAddress(each.address(), each.primary() && addresses.isEmpty()));
        }
        return addresses;
    }

    /** Returns the attachment that a template can make: to an instance that it makes, on network card 0. */
    static Optional<Attachment> attachment(Eni eni, NetworkPlan plan) {
        return eni.attachment()
                .filter(each -> each.networkCardIndex() == 0
                        && each.instanceId()
                                .flatMap(plan::instance)
                                .filter(instance -> instance.state() != InstanceState.TERMINATED)
                                .isPresent())
                .map(each -> Attachment.builder()
                        .instanceId(each.instanceId().orElseThrow())
                        .deviceIndex(each.deviceIndex())
                        .deleteOnTermination(each.deleteOnTermination())
                        .build());
    }

    private ElasticIp elasticIp(ElasticIp elasticIp) {
        return ElasticIp.builder()
                .id(named(elasticIp.id(), ElasticIpId::of))
                .association(elasticIp
                        .association()
                        .map(each -> new ElasticIpAssociation(
                                named(each.eniId(), EniId::of), each.privateIpAddress(), each.awaitsPrimary())))
                .tags(elasticIp.tags())
                .build();
    }
}
