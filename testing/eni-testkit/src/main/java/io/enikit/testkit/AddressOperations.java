package io.enikit.testkit;

import io.enikit.model.ElasticIp;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.Instance;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import io.enikit.operations.AllocateElasticIp;
import io.enikit.operations.AssignIpv6Addresses;
import io.enikit.operations.AssignPrivateIpAddresses;
import io.enikit.operations.AssociateElasticIp;
import io.enikit.operations.AssociateElasticIpWithInstance;
import io.enikit.operations.DisassociateElasticIp;
import io.enikit.operations.Operation;
import io.enikit.operations.ReleaseElasticIp;
import io.enikit.operations.UnassignIpv6Addresses;
import io.enikit.operations.UnassignPrivateIpAddresses;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes operations on the addresses of interfaces, delegated prefixes and Elastic IPs among them. */
final class AddressOperations {
    private final TargetPicker targets;
    private final NetworkPlan plan;
    private final Choice choice;

    private AddressOperations(TargetPicker targets) {
        this.targets = targets;
        this.plan = targets.plan();
        this.choice = targets.choice();
    }

    static void addTo(Map<Class<? extends Operation>, Function<TargetPicker, Operation>> all) {
        all.put(AssignPrivateIpAddresses.class, targets -> new AddressOperations(targets).assignIpv4());
        all.put(UnassignPrivateIpAddresses.class, targets -> new AddressOperations(targets).unassignIpv4());
        all.put(AssignIpv6Addresses.class, targets -> new AddressOperations(targets).assignIpv6());
        all.put(UnassignIpv6Addresses.class, targets -> new AddressOperations(targets).unassignIpv6());
        all.put(AllocateElasticIp.class, targets -> new AddressOperations(targets).allocate());
        all.put(AssociateElasticIp.class, targets -> new AddressOperations(targets).associate());
        all.put(
                AssociateElasticIpWithInstance.class,
                targets -> new AddressOperations(targets).associateWithInstance());
        all.put(DisassociateElasticIp.class, targets -> DisassociateElasticIp.of(elasticIp(targets, true)));
        all.put(ReleaseElasticIp.class, targets -> ReleaseElasticIp.of(elasticIp(targets, false)));
    }

    private static String elasticIp(TargetPicker targets, boolean associated) {
        return targets.one(
                targets.plan().elasticIps(),
                elasticIp -> elasticIp.association().isPresent() == associated);
    }

    private static String subnetOf(Optional<Eni> eni) {
        return eni.map(each -> each.subnetId().toString()).orElse(TargetPicker.NOBODY);
    }

    private Operation assignIpv4() {
        String id = targets.eniWith(IpFamily.IPV4);
        Optional<Eni> eni = plan.eni(id);
        AssignPrivateIpAddresses assign = AssignPrivateIpAddresses.of(id);
        return switch (choice.between(0, 5)) {
            case 0 -> assign.withIpv4PrefixCount(1);
            case 1 -> assign.plusIpv4Prefix(targets.freePrefix(subnetOf(eni), IpFamily.IPV4));
            case 2 -> assign.plusPrivateIpAddress(targets.freeAddress(subnetOf(eni), IpFamily.IPV4));
            case 3 -> eni.map(each -> take(each, assign)).orElse(assign);
            case 4 -> targets.sensible() ? assign.withSecondaryPrivateIpAddressCount(1) : assign;
            default -> assign.withSecondaryPrivateIpAddressCount(choice.between(1, 3));
        };
    }

    /** An address that is another interface's secondary one, as a rule. */
    private Operation take(Eni eni, AssignPrivateIpAddresses assign) {
        List<Eni> others = plan.enisIn(eni.subnetId()).stream()
                .filter(other -> !other.id().equals(eni.id()))
                .filter(other -> other.privateIpAddresses().size() > 1)
                .toList();
        String address = choice.any(others)
                .flatMap(other -> targets.secondary(other, IpFamily.IPV4))
                .orElseGet(() -> targets.freeAddress(subnetOf(Optional.of(eni)), IpFamily.IPV4));
        return assign.plusPrivateIpAddress(address).withAllowReassignment(targets.sensible());
    }

    private Operation unassignIpv4() {
        String id = targets.one(
                plan.enis(),
                eni -> eni.privateIpAddresses().size() > 1
                        || !eni.ipv4Prefixes().isEmpty());
        Optional<Eni> eni = plan.eni(id);
        UnassignPrivateIpAddresses unassign = UnassignPrivateIpAddresses.of(id);
        Optional<Cidr> prefix = eni.flatMap(each -> choice.any(each.ipv4Prefixes()));
        Optional<String> address = eni.flatMap(each -> targets.secondary(each, IpFamily.IPV4));
        if (prefix.isPresent() && (address.isEmpty() || choice.percent(50))) {
            return unassign.plusIpv4Prefix(prefix.get());
        }
        return unassign.plusPrivateIpAddress(address.orElse("10.0.0.4"));
    }

    private Operation assignIpv6() {
        String id = targets.eniWith(IpFamily.IPV6);
        String subnet = subnetOf(plan.eni(id));
        AssignIpv6Addresses assign = AssignIpv6Addresses.of(id);
        return switch (choice.between(0, 3)) {
            case 0 -> assign.withIpv6PrefixCount(1);
            case 1 -> assign.plusIpv6Prefix(targets.freePrefix(subnet, IpFamily.IPV6));
            case 2 -> assign.plusIpv6Address(targets.freeAddress(subnet, IpFamily.IPV6));
            default -> targets.sensible() ? assign.withIpv6AddressCount(choice.between(1, 2)) : assign;
        };
    }

    private Operation unassignIpv6() {
        String id = targets.one(
                plan.enis(),
                eni -> !eni.ipv6Addresses().isEmpty() || !eni.ipv6Prefixes().isEmpty());
        Optional<Eni> eni = plan.eni(id);
        UnassignIpv6Addresses unassign = UnassignIpv6Addresses.of(id);
        Optional<Cidr> prefix = eni.flatMap(each -> choice.any(each.ipv6Prefixes()));
        Optional<String> address = eni.flatMap(each -> targets.secondary(each, IpFamily.IPV6));
        if (prefix.isPresent() && (address.isEmpty() || choice.percent(50))) {
            return unassign.plusIpv6Prefix(prefix.get());
        }
        return unassign.plusIpv6Address(address.orElse("2001:db8::4"));
    }

    private Operation allocate() {
        AllocateElasticIp allocate =
                AllocateElasticIp.of(targets.sensible() ? targets.newName() : elasticIp(targets, true));
        return choice.percent(20) ? allocate.withTags(Map.of(targets.key(), "made up")) : allocate;
    }

    private boolean isReachable(Eni eni) {
        return eni.privateIpAddress().isPresent()
                && plan.vpcOf(eni).filter(Vpc::internetGatewayAttached).isPresent();
    }

    /** An interface in a VPC with an internet gateway, and an address of it, stated or not, as a rule. */
    private Operation associate() {
        String id = targets.one(plan.enis(), this::isReachable);
        AssociateElasticIp associate =
                AssociateElasticIp.of(targets.any(plan.elasticIps()), id).withAllowReassociation(choice.percent(70));
        return choice.percent(50)
                ? associate
                : plan.eni(id)
                        .map(this::addressOf)
                        .map(associate::withPrivateIpAddress)
                        .orElse(associate);
    }

    private String addressOf(Eni eni) {
        Optional<String> inPrefix = choice.any(eni.ipv4Prefixes())
                .map(prefix -> prefix.nth(choice.between(0, 15)).toString());
        return inPrefix.filter(each -> choice.percent(50))
                .or(() -> choice.any(eni.privateIpAddresses())
                        .map(EniAddress::address)
                        .map(Object::toString))
                .filter(each -> targets.sensible())
                .orElse("203.0.113.9");
    }

    /** An instance with one interface, and that in a VPC with an internet gateway, as a rule. */
    private Operation associateWithInstance() {
        String instance = targets.one(plan.instances(), this::isReachable);
        String elasticIp = targets.one(
                plan.elasticIps(), (ElasticIp each) -> each.association().isEmpty());
        return AssociateElasticIpWithInstance.of(elasticIp, instance).withAllowReassociation(choice.percent(70));
    }

    private boolean isReachable(Instance instance) {
        List<Eni> enis = plan.enisOf(instance.id());
        return enis.size() == 1 && isReachable(enis.get(0));
    }
}
