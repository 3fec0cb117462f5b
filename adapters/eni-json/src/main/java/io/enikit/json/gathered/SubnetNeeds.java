package io.enikit.json.gathered;

import io.enikit.model.AddressSpace;
import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.net.IpFamily;
import io.enikit.rules.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What services ask of subnets before they put anything into them, as their documentation states it. */
public final class SubnetNeeds {
    private static final int FREE_FOR_LOAD_BALANCER = 8;
    private static final int LOAD_BALANCER_PREFIX = 27;
    private static final int FREE_FOR_EKS = 5;

    private final List<Need> needs = new ArrayList<>();

    /** The subnets on Outposts, of which there is one in a place, as there is of those in Local Zones. */
    private final Set<SubnetId> onOutposts = new TreeSet<>();

    /**
     * A need.
     *
     * @param rule what states it
     * @param resource the service
     * @param subnets the subnets that it is given
     * @param zones in how many zones there must be a subnet
     * @param free how many addresses must be free: in each subnet, or in one of each zone
     * @param inEach whether all subnets must have them
     * @param longestPrefix the smallest size of a subnet
     * @param oneInAZone whether there must be no two of them in a zone
     */
    private record Need(
            RuleInfo rule,
            Declared resource,
            List<SubnetId> subnets,
            int zones,
            int free,
            boolean inEach,
            int longestPrefix,
            boolean oneInAZone) {
        static Need ofZones(RuleInfo rule, Declared resource, List<SubnetId> subnets, int zones) {
            return new Need(rule, resource, subnets, zones, 0, false, IpFamily.IPV4.bits(), false);
        }

        Need free(int number) {
            return new Need(rule, resource, subnets, zones, number, inEach, longestPrefix, oneInAZone);
        }

        Need onlyOneInAZone() {
            return new Need(rule, resource, subnets, zones, free, inEach, longestPrefix, true);
        }
    }

    public void loadBalancer(Declared resource, List<SubnetId> subnets, int zones) {
        needs.add(new Need(
                ReadRules.LOAD_BALANCER,
                resource,
                subnets,
                zones,
                FREE_FOR_LOAD_BALANCER,
                true,
                LOAD_BALANCER_PREFIX,
                true));
    }

    /** Adds a load balancer, or an endpoint, of which no more is stated than that it has one subnet in a zone. */
    public void oneInAZone(RuleInfo rule, Declared resource, List<SubnetId> subnets) {
        needs.add(Need.ofZones(rule, resource, subnets, 1).onlyOneInAZone());
    }

    public void eks(Declared resource, List<SubnetId> subnets) {
        needs.add(Need.ofZones(ReadRules.EKS, resource, subnets, 2).free(FREE_FOR_EKS));
    }

    public void database(Declared resource, List<SubnetId> subnets) {
        needs.add(Need.ofZones(ReadRules.DATABASE, resource, subnets, 2));
    }

    public void onOutpost(SubnetId subnet) {
        onOutposts.add(subnet);
    }

    void check(NetworkPlan plan, Collector collector) {
        if (needs.isEmpty()) {
            return;
        }
        SubnetUses uses = SubnetUses.of(plan);
        needs.stream()
                .filter(need -> need.resource.presence() == Presence.ADDED) // what is there has had what it needs
                .forEach(need -> check(need, plan, uses, collector));
    }

    private void check(Need need, NetworkPlan plan, SubnetUses uses, Collector collector) {
        List<Optional<Subnet>> subnets =
                need.subnets.stream().distinct().map(plan::subnet).toList();
        List<Subnet> known = subnets.stream().flatMap(Optional::stream).toList();
        List<String> wrong = new ArrayList<>();
        for (Subnet each : need.inEach ? known : List.<Subnet>of()) {
            each.cidrBlock()
                    .filter(block -> block.prefixLength() > need.longestPrefix)
                    .ifPresent(block -> wrong.add(
                            "subnet \"" + each.id() + "\" is " + block + ", and it needs a /" + need.longestPrefix));
            if (wrong.isEmpty() && lacks(each, need.free, need.resource, plan, uses)) {
                wrong.add("subnet \"" + each.id() + "\" has fewer than " + need.free + " free addresses");
            }
        }
        if (need.oneInAZone) {
            twoInAZone(known).ifPresent(wrong::add);
        }
        boolean isWhole = known.size() == subnets.size() && !known.isEmpty();
        List<Subnet> fit = known.stream()
                .filter(each -> need.inEach || !lacks(each, need.free, need.resource, plan, uses))
                .toList();
        if (wrong.isEmpty()
                && isWhole
                && zones(fit) < need.zones
                && !known.stream().allMatch(this::isAlone)) {
            wrong.add("it needs subnets in " + need.zones + " availability zones"
                    + (need.free > 0 && !need.inEach ? " with " + need.free + " free addresses each" : "")
                    + ", and has " + zones(fit) + ": "
                    + fit.stream().map(each -> each.id().toString()).collect(Collectors.joining(", ")));
        }
        wrong.forEach(message -> collector.report(
                need.rule,
                EniId.of(need.resource.name()),
                message,
                "use other or larger subnets",
                need.resource.origin()));
    }

    /** Finds two subnets in one zone. */
    private static Optional<String> twoInAZone(List<Subnet> subnets) {
        Map<String, Subnet> byZone = new TreeMap<>();
        for (Subnet each : subnets) {
            @Nullable Subnet other = byZone.putIfAbsent(each.availabilityZone(), each);
            if (other != null) {
                return Optional.of("subnets \"" + other.id() + "\" and \"" + each.id()
                        + "\" are in one availability zone, and it takes one in each");
            }
        }
        return Optional.empty();
    }

    /** Returns whether a subnet is where services do with one: on an Outpost, or in a Local Zone. */
    private boolean isAlone(Subnet subnet) {
        Optional<String> region = subnet.zone().region();
        return onOutposts.contains(subnet.id())
                || region.filter(each -> subnet.availabilityZone().startsWith(each + "-"))
                        .isPresent();
    }

    /** Counts zones; those that are not known are taken to be others. */
    private static long zones(List<Subnet> subnets) {
        return subnets.stream().map(Subnet::availabilityZone).distinct().count();
    }

    /** Returns whether fewer addresses are free than needed, not counting those that the service itself takes. */
    private static boolean lacks(Subnet subnet, int needed, Declared resource, NetworkPlan plan, SubnetUses uses) {
        Optional<AddressSpace> space = plan.addressSpace(subnet.id(), IpFamily.IPV4);
        if (space.isEmpty() || needed == 0) {
            return false;
        }
        return space.get().forAddresses().size().longValueExact()
                        + uses.held(subnet.id(), resource)
                        - uses.awaitedByOthers(subnet.id(), resource)
                < needed;
    }

    void addAll(SubnetNeeds other) {
        needs.addAll(other.needs);
        onOutposts.addAll(other.onOutposts);
    }

    @Override
    public String toString() {
        return Objects.toString(needs);
    }
}
