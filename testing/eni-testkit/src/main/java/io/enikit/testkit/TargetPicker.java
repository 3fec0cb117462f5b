package io.enikit.testkit;

import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Resource;
import io.enikit.model.ResourceId;
import io.enikit.model.Subnet;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import io.enikit.net.FreeSpace;
import io.enikit.net.IpFamily;
import io.enikit.net.IpRange;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Chooses what an operation is about: usually what makes sense on a plan, now and then what does not. */
final class TargetPicker {
    static final String NOBODY = "nobody";
    private static final BigInteger HOSTS = BigInteger.valueOf(40);

    private final NetworkPlan plan;
    private final Choice choice;

    TargetPicker(NetworkPlan plan, Choice choice) {
        this.plan = plan;
        this.choice = choice;
    }

    NetworkPlan plan() {
        return plan;
    }

    Choice choice() {
        return choice;
    }

    /** Says whether the next choice should make sense. */
    boolean sensible() {
        return choice.percent(90);
    }

    /** Returns the id of one of the resources; seldom, or if there are none, an id that does not exist. */
    String any(Collection<? extends Resource> resources) {
        Optional<Resource> found = choice.any(resources);
        return found.filter(each -> choice.percent(95))
                .map(each -> each.resourceId().toString())
                .orElse(NOBODY);
    }

    /** Returns the id of a resource, usually one that fits. */
    <T extends Resource> String one(Collection<T> all, Predicate<? super T> fits) {
        List<T> fitting = all.stream().filter(fits).toList();
        return sensible() && !fitting.isEmpty() ? any(fitting) : any(all);
    }

    /** Returns the id of any resource, or if the plan is empty, one that does not exist. */
    ResourceId resource() {
        return choice.any(plan.resources().toList()).map(Resource::resourceId).orElse(VpcId.of(NOBODY));
    }

    String key() {
        return sensible() ? choice.of("Name", "Stage") : "aws:name";
    }

    String newName() {
        return sensible() ? "new" + choice.between(1, 999) : eni();
    }

    String vpc() {
        return any(plan.vpcs());
    }

    String subnet() {
        return any(plan.subnets());
    }

    /** Returns a subnet, usually one with a block of the family. */
    String subnetWith(IpFamily family) {
        return one(plan.subnets(), subnet -> subnet.cidrBlock(family).isPresent());
    }

    String group() {
        return any(plan.securityGroups());
    }

    String instance() {
        return any(plan.instances());
    }

    String eni() {
        return any(plan.enis());
    }

    /** Returns an interface, usually one that is neither attached nor a branch. */
    String spare() {
        return one(plan.enis(), TargetPicker::isSpare);
    }

    static boolean isSpare(Eni eni) {
        return eni.attachment().isEmpty() && eni.trunkAssociation().isEmpty();
    }

    /** Returns an interface, usually one in a subnet with a block of the family. */
    String eniWith(IpFamily family) {
        return one(
                plan.enis(),
                eni -> subnetOf(eni).flatMap(subnet -> subnet.cidrBlock(family)).isPresent());
    }

    Optional<Subnet> subnetOf(Eni eni) {
        return plan.subnet(eni.subnetId());
    }

    Optional<String> zoneOf(Eni eni) {
        return subnetOf(eni).map(Subnet::availabilityZone);
    }

    /** Returns security groups, usually those of the VPC of the subnet. */
    String[] groupsOf(String subnet) {
        Optional<String> group = plan.subnet(subnet)
                .flatMap(each -> choice.any(plan.securityGroupsOf(each.vpcId())))
                .map(each -> each.id().toString());
        return new String[] {sensible() ? group.orElse(NOBODY) : group()};
    }

    /** Returns an address, usually a free one of the subnet. */
    String freeAddress(String subnet, IpFamily family) {
        Optional<IpRange> free =
                free(subnet, family).flatMap(space -> choice.any(space.toIpSet().ranges()));
        if (free.isEmpty() || !sensible()) {
            return choice.of("203.0.113.9", "10.0.0.1", "192.168.9.9", "2001:db8::1");
        }
        Cidr lowest = free.get().toCidrs().get(0);
        int among = lowest.size().min(HOSTS).intValueExact();
        return free.get().first().plus(choice.between(0, among - 1)).toString();
    }

    /** Returns a prefix, usually a free one of the subnet. */
    String freePrefix(String subnet, IpFamily family) {
        return free(subnet, family)
                .flatMap(space -> space.lowest(Eni.prefixLength(family)))
                .filter(each -> sensible())
                .map(Cidr::toString)
                .orElseGet(() -> choice.of("10.0.0.32/27", "10.0.0.0/28", "10.0.0.16/28", "2001:db8::/64"));
    }

    private Optional<FreeSpace> free(String subnet, IpFamily family) {
        return plan.subnet(subnet).flatMap(each -> plan.freeSpace(each.id(), family));
    }

    /** Returns an address of the interface, usually a secondary one. */
    Optional<String> secondary(Eni eni, IpFamily family) {
        List<EniAddress> all = eni.addresses(family);
        List<EniAddress> secondaries =
                all.stream().filter(each -> !each.primary()).toList();
        return choice.any(sensible() ? secondaries : all)
                .map(each -> each.address().toString());
    }
}
