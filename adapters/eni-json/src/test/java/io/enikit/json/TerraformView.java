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
import io.enikit.model.Quotas;
import io.enikit.model.ResourceId;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a plan of Terraform that makes everything can say of a plan, by the addresses that its resources have there.
 *
 * <p>It cannot say these, which are left out here:
 *
 * <ul>
 *   <li>ids, MAC addresses, attachment ids and states of attachments: EC2 gives them;
 *   <li>public addresses, those of Elastic IPs too: EC2 chooses them;
 *   <li>instances that are stopped or terminated: what Terraform makes runs;
 *   <li>attachments that are not to an instance, and interfaces as those of services: the services make them;
 *   <li>whether a VPC is the default one, its Region, the owners of resources, and quotas: the account decides these;
 *   <li>ids of security group rules: EC2 gives them;
 *   <li>branches of trunks and connection tracking: the provider has no attribute for them;
 *   <li>whether an interface goes with its instance, if it is attached by a resource of its own;
 *   <li>which of several primary addresses there are: the first one is, and of IPv6 only the first one can be.
 * </ul>
 */
final class TerraformView {
    private final Map<ResourceId, String> addresses;

    private TerraformView(NetworkPlan plan) {
        this.addresses = TerraformWriter.addresses(plan);
    }

    static NetworkPlan of(NetworkPlan plan) {
        TerraformView view = new TerraformView(plan);
        NetworkPlan.Builder all = NetworkPlan.builder().quotas(Quotas.awsDefaults());
        plan.vpcs().forEach(each -> all.put(view.vpc(each)));
        plan.subnets().forEach(each -> all.put(view.subnet(each)));
        plan.securityGroups().forEach(each -> all.put(view.group(each)));
        plan.instances().stream()
                .filter(each -> each.state() != InstanceState.TERMINATED)
                .forEach(each -> all.put(view.instance(each)));
        plan.enis().forEach(each -> all.put(view.eni(each, plan)));
        plan.elasticIps().forEach(each -> all.put(view.elasticIp(each)));
        return all.build();
    }

    /** The primary address comes first in Terraform. */
    static List<EniAddress> primaryFirst(Eni eni) {
        List<EniAddress> sorted = new ArrayList<>();
        eni.privateIpAddresses().stream().filter(EniAddress::primary).forEach(sorted::add);
        eni.privateIpAddresses().stream().filter(each -> !each.primary()).forEach(sorted::add);
        return sorted;
    }

    private <I extends ResourceId> I named(I id, Function<String, I> maker) {
        return Optional.ofNullable(addresses.get(id)).map(maker).orElse(id);
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
                .rules(TemplateView.rules(group.rules(), id -> named(id, SecurityGroupId::of)))
                .associatedVpcIds(group.associatedVpcIds().stream()
                        .map(each -> named(each, VpcId::of))
                        .toList())
                .tags(group.tags())
                .build();
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

    private Eni eni(Eni eni, NetworkPlan plan) {
        Eni.Builder view = Eni.builder()
                .macAddressKnown(false)
                .id(named(eni.id(), EniId::of))
                .subnetId(named(eni.subnetId(), SubnetId::of))
                .description(eni.description())
                .interfaceType(eni.interfaceType())
                .sourceDestCheck(eni.sourceDestCheck())
                .ipv4Prefixes(eni.ipv4Prefixes())
                .ipv6Prefixes(eni.ipv6Prefixes())
                .securityGroups(eni.securityGroups().stream()
                        .map(each -> named(each, SecurityGroupId::of))
                        .toList())
                .tags(eni.tags());
        boolean first = true;
        for (EniAddress each : primaryFirst(eni)) {
            view.addPrivateIpAddress(new EniAddress(each.address(), first));
            first = false;
        }
        first = true;
        for (EniAddress each : eni.ipv6Addresses()) {
            view.addIpv6Address(new EniAddress(each.address(), first && each.primary()));
            first = false;
        }
        eni.attachment().flatMap(each -> attachment(each, plan)).ifPresent(view::attachment);
        return view.build();
    }

    private Optional<Attachment> attachment(Attachment attachment, NetworkPlan plan) {
        return attachment
                .instanceId()
                .map(id -> Attachment.builder()
                        .instanceId(named(id, InstanceId::of))
                        .deviceIndex(attachment.deviceIndex())
                        .networkCardIndex(attachment.networkCardIndex())
                        .deleteOnTermination(attachment.deleteOnTermination()
                                && plan.instance(id)
                                        .filter(each -> each.state() != InstanceState.TERMINATED)
                                        .isPresent())
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
