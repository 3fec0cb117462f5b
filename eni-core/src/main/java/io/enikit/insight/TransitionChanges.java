package io.enikit.insight;

import io.enikit.model.Attachment;
import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.Instance;
import io.enikit.model.InstanceState;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Resource;
import io.enikit.model.RuleDirection;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupRule;
import io.enikit.model.Subnet;
import io.enikit.model.TrunkAssociation;
import io.enikit.net.Cidr;
import io.enikit.operations.AssignIpv6Addresses;
import io.enikit.operations.AssignPrivateIpAddresses;
import io.enikit.operations.AssociateElasticIp;
import io.enikit.operations.AssociateTrunkInterface;
import io.enikit.operations.AttachEni;
import io.enikit.operations.AuthorizeSecurityGroupEgress;
import io.enikit.operations.AuthorizeSecurityGroupIngress;
import io.enikit.operations.ModifyEni;
import io.enikit.operations.ModifySubnet;
import io.enikit.operations.StartInstance;
import io.enikit.operations.StopInstance;
import io.enikit.operations.TagResource;
import io.enikit.operations.UntagResource;
import io.enikit.operations.UpdateSecurityGroupRuleDescriptionsEgress;
import io.enikit.operations.UpdateSecurityGroupRuleDescriptionsIngress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What changes about resources that there are: links, addresses, settings and tags. */
final class TransitionChanges {
    private final TransitionSearch search;
    private final NetworkPlan target;

    TransitionChanges(TransitionSearch search) {
        this.search = search;
        this.target = search.target();
    }

    private NetworkPlan current() {
        return search.current();
    }

    void run() {
        target.securityGroups()
                .forEach(group -> current().securityGroup(group.id()).ifPresent(made -> change(made, group)));
        target.subnets().forEach(subnet -> current().subnet(subnet.id()).ifPresent(made -> change(made, subnet)));
        target.instances()
                .forEach(instance -> current().instance(instance.id()).ifPresent(made -> change(made, instance)));
        target.enis().forEach(eni -> current().eni(eni.id()).ifPresent(made -> assign(made, eni)));
        target.enis().forEach(eni -> current().eni(eni.id()).ifPresent(made -> attach(made, eni)));
        target.enis().forEach(eni -> current().eni(eni.id()).ifPresent(made -> change(made, eni)));
        target.elasticIps().forEach(this::associate);
        target.resources().forEach(each -> current().find(each.resourceId()).ifPresent(made -> tag(made, each)));
    }

    private void change(SecurityGroup made, SecurityGroup wanted) {
        List<SecurityGroupRule> ingress = lacking(made, wanted, RuleDirection.INGRESS);
        List<SecurityGroupRule> egress = lacking(made, wanted, RuleDirection.EGRESS);
        if (!ingress.isEmpty()) {
            search.add(AuthorizeSecurityGroupIngress.of(made.id()).withRules(ingress));
        }
        if (!egress.isEmpty()) {
            search.add(AuthorizeSecurityGroupEgress.of(made.id()).withRules(egress));
        }
        List<SecurityGroupRule> ingressTexts = reworded(made, wanted, RuleDirection.INGRESS);
        List<SecurityGroupRule> egressTexts = reworded(made, wanted, RuleDirection.EGRESS);
        if (!ingressTexts.isEmpty()) {
            search.add(UpdateSecurityGroupRuleDescriptionsIngress.of(made.id()).withRules(ingressTexts));
        }
        if (!egressTexts.isEmpty()) {
            search.add(UpdateSecurityGroupRuleDescriptionsEgress.of(made.id()).withRules(egressTexts));
        }
    }

    private static List<SecurityGroupRule> lacking(SecurityGroup made, SecurityGroup wanted, RuleDirection direction) {
        return wanted.rules().in(direction).stream()
                .filter(rule -> made.rules().find(direction, rule).isEmpty())
                .toList();
    }

    private static List<SecurityGroupRule> reworded(SecurityGroup made, SecurityGroup wanted, RuleDirection direction) {
        return wanted.rules().in(direction).stream()
                .filter(rule -> made.rules()
                        .find(direction, rule)
                        .filter(old -> !old.description().equals(rule.description()))
                        .isPresent())
                .toList();
    }

    private void change(Subnet made, Subnet wanted) {
        if (made.mapPublicIpOnLaunch() != wanted.mapPublicIpOnLaunch()) {
            search.add(ModifySubnet.of(made.id()).withMapPublicIpOnLaunch(wanted.mapPublicIpOnLaunch()));
        }
        if (made.assignIpv6AddressOnCreation() != wanted.assignIpv6AddressOnCreation()) {
            search.add(
                    ModifySubnet.of(made.id()).withAssignIpv6AddressOnCreation(wanted.assignIpv6AddressOnCreation()));
        }
    }

    private void change(Instance made, Instance wanted) {
        if (wanted.state() == InstanceState.STOPPED && made.state() != InstanceState.STOPPED) {
            search.add(StopInstance.of(made.id()));
        } else if (wanted.state() == InstanceState.RUNNING && made.state() == InstanceState.STOPPED) {
            search.add(StartInstance.of(made.id()));
        }
    }

    /** A call asks for addresses of a family or for prefixes, not for both. */
    private void assign(Eni made, Eni wanted) {
        AssignPrivateIpAddresses addresses = AssignPrivateIpAddresses.of(made.id());
        for (EniAddress each : wanted.privateIpAddresses()) {
            addresses = each.primary() || made.owns(each.address())
                    ? addresses
                    : addresses.plusPrivateIpAddress(each.address());
        }
        if (!addresses.privateIpAddresses().isEmpty()) {
            search.add(addresses);
        }
        AssignPrivateIpAddresses prefixes = AssignPrivateIpAddresses.of(made.id());
        for (Cidr each : wanted.ipv4Prefixes()) {
            prefixes = made.ipv4Prefixes().contains(each) ? prefixes : prefixes.plusIpv4Prefix(each);
        }
        if (!prefixes.ipv4Prefixes().isEmpty()) {
            search.add(prefixes);
        }
        AssignIpv6Addresses ipv6 = AssignIpv6Addresses.of(made.id());
        for (EniAddress each : wanted.ipv6Addresses()) {
            ipv6 = made.owns(each.address()) ? ipv6 : ipv6.plusIpv6Address(each.address());
        }
        if (!ipv6.ipv6Addresses().isEmpty()) {
            search.add(ipv6);
        }
        AssignIpv6Addresses ipv6Prefixes = AssignIpv6Addresses.of(made.id());
        for (Cidr each : wanted.ipv6Prefixes()) {
            ipv6Prefixes = made.ipv6Prefixes().contains(each) ? ipv6Prefixes : ipv6Prefixes.plusIpv6Prefix(each);
        }
        if (!ipv6Prefixes.ipv6Prefixes().isEmpty()) {
            search.add(ipv6Prefixes);
        }
    }

    private void attach(Eni made, Eni wanted) {
        Optional<Attachment> place = wanted.attachment();
        if (made.attachment().isEmpty() && place.flatMap(Attachment::instanceId).isPresent()) {
            search.add(AttachEni.of(
                            made.id(),
                            place.flatMap(Attachment::instanceId).get(),
                            place.get().deviceIndex())
                    .withNetworkCardIndex(place.get().networkCardIndex()));
        }
        Optional<TrunkAssociation> trunk = wanted.trunkAssociation();
        if (made.trunkAssociation().isEmpty() && trunk.isPresent()) {
            AssociateTrunkInterface associate =
                    AssociateTrunkInterface.of(made.id(), trunk.get().trunk());
            search.add(
                    trunk.get().protocol() == TrunkAssociation.Protocol.VLAN
                            ? associate.withVlanId(trunk.get().key())
                            : associate.withGreKey(trunk.get().key()));
        }
    }

    private void change(Eni made, Eni wanted) {
        ModifyEni modify = ModifyEni.of(made.id());
        if (!made.description().equals(wanted.description())) {
            search.add(modify.withDescription(wanted.description()));
        }
        if (!made.securityGroups().equals(wanted.securityGroups())) {
            search.add(modify.withSecurityGroups(wanted.securityGroups()));
        }
        if (made.sourceDestCheck() != wanted.sourceDestCheck()) {
            search.add(modify.withSourceDestCheck(wanted.sourceDestCheck()));
        }
        if (made.associatePublicIpAddress() != wanted.associatePublicIpAddress()) {
            search.add(modify.withAssociatePublicIpAddress(wanted.associatePublicIpAddress()));
        }
        if (made.primaryIpv6Address().isEmpty() && wanted.primaryIpv6Address().isPresent()) {
            search.add(modify.withEnablePrimaryIpv6(true));
        }
        if (!made.connectionTracking().equals(wanted.connectionTracking())) {
            search.add(modify.withConnectionTracking(wanted.connectionTracking()));
        }
        boolean deletes =
                wanted.attachment().filter(Attachment::deleteOnTermination).isPresent();
        if (made.attachment()
                .filter(place -> place.deleteOnTermination() != deletes)
                .isPresent()) {
            search.add(deleteOnTermination(made, deletes));
        }
    }

    /** Returns the call that sets it, which names the attachment. */
    static ModifyEni deleteOnTermination(Eni eni, boolean deletes) {
        ModifyEni modify = ModifyEni.of(eni.id()).withDeleteOnTermination(deletes);
        return eni.attachment()
                .flatMap(Attachment::attachmentId)
                .map(modify::withAttachmentId)
                .orElse(modify);
    }

    private void associate(ElasticIp wanted) {
        Optional<ElasticIpAssociation> link = wanted.association();
        if (link.isPresent()
                && current()
                        .elasticIp(wanted.id())
                        .filter(made -> made.association().isEmpty())
                        .isPresent()) {
            AssociateElasticIp associate =
                    AssociateElasticIp.of(wanted.id(), link.get().eniId());
            search.add(link.get()
                    .privateIpAddress()
                    .map(associate::withPrivateIpAddress)
                    .orElse(associate));
        }
    }

    private void tag(Resource made, Resource wanted) {
        for (String key : made.tags().keySet()) {
            if (!wanted.tags().containsKey(key)) {
                search.add(UntagResource.of(made.resourceId(), key));
            }
        }
        for (Map.Entry<String, String> each : wanted.tags().entrySet()) {
            if (!each.getValue().equals(made.tags().get(each.getKey()))) {
                search.add(TagResource.of(made.resourceId(), each.getKey(), each.getValue()));
            }
        }
    }
}
