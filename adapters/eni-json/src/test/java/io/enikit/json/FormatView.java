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

/**
 * What a CloudFormation template and a plan of Terraform that makes everything can say of a plan, and what is read of it.
 *
 * <p>What is left out here, as a format cannot say it:
 *
 * <table>
 * <caption>what is not said</caption>
 * <tr><th>what</th><th>template</th><th>Terraform</th><th>why</th></tr>
 * <tr><td>MAC addresses, ids and states of attachments, ids of rules</td><td>no</td><td>no</td><td>EC2 gives them</td></tr>
 * <tr><td>ids</td><td>yes</td><td>no</td><td>resources are called by their addresses</td></tr>
 * <tr><td>public addresses, those of Elastic IPs too</td><td>no</td><td>no</td><td>EC2 chooses them</td></tr>
 * <tr><td>instances that are stopped or terminated</td><td>no</td><td>no</td><td>what is made runs</td></tr>
 * <tr><td>that a service manages an interface</td><td>no</td><td>no</td><td>the services make them</td></tr>
 * <tr><td>attachments to no instance</td><td>no</td><td>no</td><td>the services make them</td></tr>
 * <tr><td>attachments to an instance that is not made</td><td>no</td><td>yes</td><td>a template's are parts of it</td></tr>
 * <tr><td>default VPCs, Regions, zone ids, owners, quotas</td><td>no</td><td>no</td><td>the account decides</td></tr>
 * <tr><td>branches of trunks, connection tracking</td><td>no</td><td>no</td><td>there is no property</td></tr>
 * <tr><td>network cards</td><td>no</td><td>yes</td><td>only launch templates have them</td></tr>
 * <tr><td>further VPCs of security groups</td><td>no</td><td>yes</td><td>they are not written</td></tr>
 * <tr><td>that an interface asks for a public address</td><td>no</td><td>no</td><td>only a launch can</td></tr>
 * <tr><td>that an interface goes with an instance that is not made</td><td>no</td><td>no</td><td>an attachment says
 * nothing of it</td></tr>
 * <tr><td>a primary IPv6 address that is not the first</td><td>no</td><td>no</td><td>the first one is</td></tr>
 * <tr><td>a primary address that is not the first, or several</td><td>yes</td><td>no</td><td>the first one is</td></tr>
 * </table>
 */
final class FormatView {
    private final NetworkPlan plan;
    private final boolean isTerraform;
    private final Function<ResourceId, String> names;

    private FormatView(NetworkPlan plan, boolean isTerraform, Function<ResourceId, String> names) {
        this.plan = plan;
        this.isTerraform = isTerraform;
        this.names = names;
    }

    /** In a template, resources of all kinds share their names, so that each is named by its kind as well. */
    static NetworkPlan ofTemplate(NetworkPlan plan) {
        return new FormatView(plan, false, id -> plan.find(id).isPresent() ? id.kind() + "." + id : id.toString())
                .view();
    }

    static NetworkPlan ofTerraform(NetworkPlan plan) {
        var addresses = TerraformWriter.addresses(plan);
        return new FormatView(plan, true, id -> addresses.getOrDefault(id, id.toString())).view();
    }

    private <I extends ResourceId> I named(I id, Function<String, I> maker) {
        return maker.apply(names.apply(id));
    }

    private NetworkPlan view() {
        NetworkPlan.Builder all = NetworkPlan.builder();
        plan.vpcs().forEach(each -> all.put(vpc(each)));
        plan.subnets().forEach(each -> all.put(subnet(each)));
        plan.securityGroups().forEach(each -> all.put(group(each)));
        plan.instances().stream().filter(FormatView::isMade).forEach(each -> all.put(instance(each)));
        plan.enis().forEach(each -> all.put(eni(each)));
        plan.elasticIps().forEach(each -> all.put(elasticIp(each)));
        return all.build();
    }

    private static boolean isMade(Instance instance) {
        return instance.state() != InstanceState.TERMINATED;
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
        List<VpcId> further = group.associatedVpcIds().stream()
                .filter(each -> isTerraform)
                .map(each -> named(each, VpcId::of))
                .toList();
        return SecurityGroup.builder()
                .id(named(group.id(), SecurityGroupId::of))
                .vpcId(named(group.vpcId(), VpcId::of))
                .groupName(group.groupName())
                .description(group.description())
                .rules(rules(group.rules()))
                .associatedVpcIds(further)
                .tags(group.tags())
                .build();
    }

    private SecurityGroupRules rules(SecurityGroupRules rules) {
        SecurityGroupRules said = SecurityGroupRules.none();
        for (RuleDirection direction : RuleDirection.values()) {
            said = said.with(
                    direction, rules.in(direction).stream().map(this::rule).toList());
        }
        return said;
    }

    private SecurityGroupRule rule(SecurityGroupRule rule) {
        SecurityGroupPeer peer = rule.peer();
        SecurityGroupPeer named = peer.securityGroup()
                .filter(own -> peer.userId().isEmpty())
                .map(own -> SecurityGroupPeer.of(named(own, SecurityGroupId::of)))
                .orElse(peer);
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
        Optional<Attachment> attachment = isTerraform ? ofTerraform(eni) : attachment(eni, plan);
        return Eni.builder()
                .macAddressKnown(false)
                .id(named(eni.id(), EniId::of))
                .subnetId(named(eni.subnetId(), SubnetId::of))
                .description(eni.description())
                .interfaceType(eni.interfaceType())
                .sourceDestCheck(eni.sourceDestCheck())
                .privateIpAddresses(isTerraform ? firstIsPrimary(primaryFirst(eni)) : eni.privateIpAddresses())
                .ipv4Prefixes(eni.ipv4Prefixes())
                .ipv6Addresses(firstMayBePrimary(eni.ipv6Addresses()))
                .ipv6Prefixes(eni.ipv6Prefixes())
                .securityGroups(eni.securityGroups().stream()
                        .map(each -> named(each, SecurityGroupId::of))
                        .toList())
                .tags(eni.tags())
                .attachment(attachment.map(each -> each.toBuilder()
                        .instanceId(named(each.instanceId().orElseThrow(), InstanceId::of))
                        .build()))
                .build();
    }

    /** The primary address comes first in Terraform. */
    static List<EniAddress> primaryFirst(Eni eni) {
        List<EniAddress> sorted = new ArrayList<>();
        eni.privateIpAddresses().stream().filter(EniAddress::primary).forEach(sorted::add);
        eni.privateIpAddresses().stream().filter(each -> !each.primary()).forEach(sorted::add);
        return sorted;
    }

    private static List<EniAddress> firstIsPrimary(List<EniAddress> addresses) {
        List<EniAddress> flagged = new ArrayList<>();
        addresses.forEach(each -> flagged.add(new EniAddress(each.address(), flagged.isEmpty())));
        return flagged;
    }

    private static List<EniAddress> firstMayBePrimary(List<EniAddress> addresses) {
        List<EniAddress> flagged = new ArrayList<>();
        addresses.forEach(each -> flagged.add(new EniAddress(each.address(), each.primary() && flagged.isEmpty())));
        return flagged;
    }

    /** Returns the attachment that a template can make: to an instance that it makes, on network card 0. */
    static Optional<Attachment> attachment(Eni eni, NetworkPlan plan) {
        return eni.attachment()
                .filter(each -> each.networkCardIndex() == 0
                        && each.instanceId()
                                .flatMap(plan::instance)
                                .filter(FormatView::isMade)
                                .isPresent())
                .map(each -> said(each)
                        .deleteOnTermination(each.deleteOnTermination())
                        .build());
    }

    private Optional<Attachment> ofTerraform(Eni eni) {
        return eni.attachment()
                .filter(each -> each.instanceId().isPresent())
                .map(each -> said(each)
                        .networkCardIndex(each.networkCardIndex())
                        .deleteOnTermination(each.deleteOnTermination()
                                && each.instanceId()
                                        .flatMap(plan::instance)
                                        .filter(FormatView::isMade)
                                        .isPresent())
                        .build());
    }

    private static Attachment.Builder said(Attachment attachment) {
        return Attachment.builder()
                .instanceId(attachment.instanceId().orElseThrow())
                .deviceIndex(attachment.deviceIndex());
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
