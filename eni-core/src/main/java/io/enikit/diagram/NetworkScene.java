package io.enikit.diagram;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.SetMultimap;
import com.google.common.collect.TreeMultimap;
import io.enikit.model.Eni;
import io.enikit.model.Instance;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanDiff;
import io.enikit.model.PlanNames;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a picture of a network shows, before it is known where: zones, and in them instances with their interfaces. */
final class NetworkScene {
    static final String NOWHERE = "in no known zone";
    private static final IpAddress LAST = IpAddress.parse("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
    private static final Comparator<Subnet> BY_BLOCK = Comparator.comparing(
                    (Subnet subnet) -> PlanWords.blocksOf(subnet).stream()
                            .map(Cidr::first)
                            .findFirst()
                            .orElse(LAST))
            .thenComparing(Subnet::id);

    private final Optional<NetworkPlan> before;
    private final NetworkPlan plan;
    private final PlanNames names;
    private final PlanNames oldNames;
    private final Optional<PlanDiff> diff;
    private final NetworkRows rows;
    private final SetMultimap<Place, InstanceId> instances = TreeMultimap.create();
    private final ListMultimap<Place, Eni> loose = ArrayListMultimap.create();
    private final ListMultimap<Place, Eni> looseBefore = ArrayListMultimap.create();

    /** A zone of a VPC. */
    record Zone(String vpc, String vpcBlocks, String name, List<Subnet> subnets, List<Holder> holders) {}

    /** An instance, or what is attached to none, with interfaces. */
    record Holder(String name, String detail, boolean instance, boolean affected, List<NetworkRows.Row> rows) {}

    /** Where something is: a zone of a VPC, or of none that is known. */
    private record Place(Optional<VpcId> vpc, String zone) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return Comparator.comparing(
                            (Place each) -> each.vpc.map(VpcId::toString).orElse(""))
                    .thenComparing(Place::zone)
                    .compare(this, other);
        }
    }

    NetworkScene(Optional<NetworkPlan> before, NetworkPlan plan) {
        this.before = before;
        this.plan = plan;
        this.names = PlanNames.of(plan);
        this.oldNames = before.map(PlanNames::of).orElse(names);
        this.diff = before.map(old -> PlanDiff.between(old, plan));
        this.rows = new NetworkRows(
                before, plan, names, oldNames, diff.map(each -> Affected.by(each, before.orElseThrow(), plan)));
        place(plan, loose);
        before.ifPresent(each -> place(each, looseBefore));
    }

    NetworkPlan plan() {
        return plan;
    }

    String nameOf(Subnet subnet) {
        return (plan.subnet(subnet.id()).isPresent() ? names : oldNames).nameOf(subnet.id());
    }

    /** Returns what has changed, in a picture of a change. */
    Optional<PlanDiff> diff() {
        return diff;
    }

    boolean isAffected(Zone zone) {
        return zone.holders().stream().anyMatch(Holder::affected)
                || zone.subnets().stream().anyMatch(subnet -> signOf(subnet) != ' ');
    }

    /** Returns whether a change is about a subnet, or about an interface in it. */
    boolean isAffected(Subnet subnet) {
        return rows.isAffected(subnet.id());
    }

    /** Returns what has become of a subnet, a blank where nothing has. */
    char signOf(Subnet subnet) {
        if (before.isEmpty()) {
            return ' ';
        }
        Optional<Subnet> was = before.get().subnet(subnet.id());
        Optional<Subnet> is = plan.subnet(subnet.id());
        return was.isEmpty() ? '+' : is.isEmpty() ? '-' : was.equals(is) ? ' ' : '~';
    }

    private Stream<NetworkPlan> plans() {
        return Stream.concat(Stream.of(plan), before.stream());
    }

    List<Zone> zones() {
        List<Zone> zones = new ArrayList<>();
        Set<VpcId> vpcs = new TreeSet<>(NaturalOrder.OF_IDS);
        plans().forEach(each -> {
            each.vpcs().forEach(vpc -> vpcs.add(vpc.id()));
            each.subnets().forEach(subnet -> vpcs.add(subnet.vpcId()));
        });
        for (VpcId id : vpcs) {
            Optional<Vpc> vpc = plans().flatMap(each -> each.vpc(id).stream()).findFirst();
            PlanNames known = plan.vpc(id).isPresent() ? names : oldNames;
            String name = "VPC " + (vpc.isPresent() ? known.nameOf(id) : PlanWords.notRead(id));
            String blocks = vpc.map(PlanWords::blocksOf).orElse("");
            subnetsByZone(id)
                    .forEach((zone, subnets) -> zones.add(
                            new Zone(name, blocks, zone, subnets, holders(new Place(Optional.of(id), zone)))));
        }
        Set<Place> elsewhere = new TreeSet<>(instances.keySet());
        elsewhere.addAll(loose.keySet());
        elsewhere.addAll(looseBefore.keySet());
        elsewhere.removeIf(place -> place.vpc.isPresent());
        elsewhere.forEach(place -> zones.add(new Zone("", "", place.zone, List.of(), holders(place))));
        return zones;
    }

    /** Returns the subnets of a VPC by zone and address, those that are no longer there included. */
    private Map<String, List<Subnet>> subnetsByZone(VpcId vpc) {
        Map<SubnetId, Subnet> subnets = new LinkedHashMap<>();
        plans().flatMap(each -> each.subnetsOf(vpc).stream())
                .forEach(subnet -> subnets.putIfAbsent(subnet.id(), subnet));
        return subnets.values().stream()
                .sorted(Comparator.comparing(Subnet::availabilityZone).thenComparing(BY_BLOCK))
                .collect(Collectors.groupingBy(Subnet::availabilityZone, LinkedHashMap::new, Collectors.toList()));
    }

    /** Returns what holds interfaces in a place. */
    private List<Holder> holders(Place place) {
        List<Holder> holders = new ArrayList<>();
        for (InstanceId id : instances.get(place)) {
            List<NetworkRows.Row> all = rows.of(
                    plan.enisOf(id),
                    before.map(each -> each.enisOf(id)).orElse(List.of()),
                    eni -> eni.instanceId().equals(Optional.of(id)));
            Optional<Instance> instance =
                    plans().flatMap(each -> each.instance(id).stream()).findFirst();
            holders.add(new Holder(
                    instance.isPresent() ? rows.nameOf(id) : id.toString(),
                    instance.map(this::describe).orElse("not read"),
                    true,
                    rows.isAffected(id) || all.stream().anyMatch(NetworkRows.Row::isAffected),
                    all));
        }
        holders.sort(
                Comparator.comparing(Holder::affected).reversed().thenComparing(Holder::name, NaturalOrder.OF_NAMES));
        List<NetworkRows.Row> unattached = rows.of(
                loose.get(place),
                looseBefore.get(place),
                eni -> eni.instanceId().isEmpty());
        if (!unattached.isEmpty()) {
            holders.add(new Holder(
                    "not attached", "", false, unattached.stream().anyMatch(NetworkRows.Row::isAffected), unattached));
        }
        return holders;
    }

    private String describe(Instance instance) {
        String text = instance.instanceType() + ", " + instance.state();
        if (before.isEmpty()) {
            return text;
        }
        return before.get().instance(instance.id()).isEmpty()
                ? "+ " + text
                : plan.instance(instance.id()).isEmpty() ? "- " + text : text;
    }

    private void place(NetworkPlan each, ListMultimap<Place, Eni> unattached) {
        each.instances().forEach(instance -> instances.put(placeOf(instance.id(), each), instance.id()));
        for (Eni eni : each.enis()) {
            if (eni.instanceId().isEmpty()) {
                unattached.put(placeOf(eni, each), eni);
            } else if (each.instance(eni.instanceId().get()).isEmpty()) {
                instances.put(placeOf(eni, each), eni.instanceId().get());
            }
        }
    }

    private static Place placeOf(Eni eni, NetworkPlan plan) {
        return plan.subnet(eni.subnetId())
                .map(subnet -> new Place(Optional.of(subnet.vpcId()), subnet.availabilityZone()))
                .orElse(new Place(Optional.empty(), NOWHERE));
    }

    /** Returns where an instance is: where its primary interface is, or any that it has. */
    private static Place placeOf(InstanceId id, NetworkPlan plan) {
        return plan.primaryEniOf(id)
                .or(() -> plan.enisOf(id).stream().findFirst())
                .map(eni -> placeOf(eni, plan))
                .orElse(new Place(Optional.empty(), plan.availabilityZoneOf(id).orElse(NOWHERE)));
    }
}
