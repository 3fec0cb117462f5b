package io.enikit.diagram;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.HashMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.SetMultimap;
import io.enikit.model.Attachment;
import io.enikit.model.ElasticIp;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.Instance;
import io.enikit.model.InstanceId;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Resource;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a picture of a network shows, before it is known where: zones, and in them instances with their interfaces. */
final class NetworkScene {
    static final String NOWHERE = "in no known zone";
    private static final IpAddress LAST = IpAddress.parse("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
    private static final String NAME = "Name";
    private static final String LOOSE = "not attached";

    private final Optional<NetworkPlan> before;
    private final NetworkPlan plan;
    private final SetMultimap<Place, InstanceId> instances = HashMultimap.create();
    private final ListMultimap<Place, Eni> loose = ArrayListMultimap.create();
    private final ListMultimap<Place, Eni> looseBefore = ArrayListMultimap.create();

    /** A zone of a VPC. */
    record Zone(String vpc, String vpcBlocks, String name, List<Subnet> subnets, List<Holder> holders) {}

    /** An instance, or what is attached to none, with interfaces. */
    record Holder(String name, String detail, boolean affected, List<Row> rows) {}

    /**
     * An interface in a place.
     *
     * @param ghost true where it was before and is no longer
     */
    record Row(EniId eni, String place, String name, String address, String detail, SvgTone tone, boolean ghost) {}

    NetworkScene(Optional<NetworkPlan> before, NetworkPlan plan) {
        this.before = before;
        this.plan = plan;
        place(plan, loose);
        before.ifPresent(each -> place(each, looseBefore));
    }

    NetworkPlan plan() {
        return plan;
    }

    boolean isChange() {
        return before.isPresent();
    }

    /** Returns the name that its owner gave a resource, or its id. */
    static String nameOf(Resource resource) {
        String name = resource.tags().getOrDefault(NAME, "");
        return name.isBlank() ? resource.resourceId().toString() : name;
    }

    /** Returns a sentence for each interface that has moved to another instance. */
    List<String> moves() {
        List<String> moves = new ArrayList<>();
        for (Eni was : before.map(NetworkPlan::enis).orElse(Set.of())) {
            Optional<Eni> is = plan.eni(was.id());
            if (is.isPresent()
                    && was.instanceId().isPresent()
                    && is.get().instanceId().isPresent()
                    && !was.instanceId().equals(is.get().instanceId())) {
                moves.add(nameOf(was) + " moved from " + holder(was, before.orElseThrow()) + " to "
                        + holder(is.get(), plan) + kept(was, is.get()));
            }
        }
        return moves;
    }

    private static String holder(Eni eni, NetworkPlan in) {
        InstanceId id = eni.instanceId().orElseThrow();
        return in.instance(id).map(NetworkScene::nameOf).orElse(id.toString());
    }

    private static String kept(Eni was, Eni is) {
        List<String> kept = new ArrayList<>(PlanWords.addressesOf(was));
        kept.retainAll(PlanWords.addressesOf(is));
        if (was.macAddress().equals(is.macAddress())) {
            kept.add(kept.isEmpty() ? "its MAC address" : "and its MAC address");
        }
        return kept.isEmpty() ? "" : ", keeps " + String.join(kept.size() > 2 ? ", " : " ", kept);
    }

    private Stream<NetworkPlan> plans() {
        return Stream.concat(Stream.of(plan), before.stream());
    }

    List<Zone> zones() {
        List<Zone> zones = new ArrayList<>();
        Set<VpcId> vpcs = new LinkedHashSet<>();
        plans().flatMap(each -> each.vpcs().stream()).map(Vpc::id).sorted().forEach(vpcs::add);
        for (VpcId id : vpcs) {
            Vpc vpc = plans().flatMap(each -> each.vpc(id).stream()).findFirst().orElseThrow();
            for (String zone : zonesOf(id)) {
                zones.add(new Zone(
                        "VPC " + nameOf(vpc),
                        PlanWords.blocksOf(vpc),
                        zone,
                        subnets(id, zone),
                        holders(new Place(Optional.of(id), zone))));
            }
        }
        List<Holder> elsewhere = holders(new Place(Optional.empty(), NOWHERE));
        if (!elsewhere.isEmpty()) {
            zones.add(new Zone("", "", NOWHERE, List.of(), elsewhere));
        }
        return zones;
    }

    private Set<String> zonesOf(VpcId vpc) {
        return plans().flatMap(each -> each.subnetsOf(vpc).stream())
                .map(Subnet::availabilityZone)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Subnet> subnets(VpcId vpc, String zone) {
        return plan.subnetsOf(vpc).stream()
                .filter(subnet -> subnet.availabilityZone().equals(zone))
                .sorted(Comparator.comparing((Subnet subnet) -> PlanWords.blocksOf(subnet).stream()
                                .map(Cidr::first)
                                .findFirst()
                                .orElse(LAST))
                        .thenComparing(Subnet::id))
                .toList();
    }

    /** Returns what holds interfaces in a place. */
    private List<Holder> holders(Place place) {
        List<Holder> holders = new ArrayList<>();
        for (InstanceId id : new TreeSet<>(instances.get(place))) {
            List<Row> rows = rows(
                    plan.enisOf(id),
                    before.map(each -> each.enisOf(id)).orElse(List.of()),
                    eni -> eni.instanceId().equals(Optional.of(id)));
            Optional<Instance> instance =
                    plans().flatMap(each -> each.instance(id).stream()).findFirst();
            holders.add(new Holder(
                    instance.map(NetworkScene::nameOf).orElse(id.toString()),
                    instance.map(each -> each.instanceType() + ", " + each.state())
                            .orElse("not read"),
                    isAffected(rows),
                    rows));
        }
        List<Row> rows = rows(
                loose.get(place),
                looseBefore.get(place),
                eni -> eni.instanceId().isEmpty());
        if (!rows.isEmpty()) {
            holders.add(new Holder(LOOSE, "", isAffected(rows), rows));
        }
        return holders;
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

    /** Where something is: a zone of a VPC. */
    private record Place(Optional<VpcId> vpc, String zone) {}

    private static Place placeOf(Eni eni, NetworkPlan plan) {
        return plan.subnet(eni.subnetId())
                .map(subnet -> new Place(plan.vpc(subnet.vpcId()).map(Vpc::id), zoneOf(subnet, plan)))
                .orElse(new Place(Optional.empty(), NOWHERE));
    }

    private static String zoneOf(Subnet subnet, NetworkPlan plan) {
        return plan.vpc(subnet.vpcId()).isPresent() ? subnet.availabilityZone() : NOWHERE;
    }

    /** Returns where an instance is: where its primary interface is, or any that it has. */
    private static Place placeOf(InstanceId id, NetworkPlan plan) {
        return plan.primaryEniOf(id)
                .or(() -> plan.enisOf(id).stream().findFirst())
                .map(eni -> placeOf(eni, plan))
                .orElse(new Place(Optional.empty(), NOWHERE));
    }

    private static boolean isAffected(List<Row> rows) {
        return rows.stream().anyMatch(row -> row.ghost() || row.tone() != SvgTone.USED);
    }

    /** Returns the interfaces that are here, and those that were. */
    private List<Row> rows(List<Eni> now, List<Eni> then, Predicate<Eni> isHere) {
        List<Row> rows = new ArrayList<>();
        for (Eni eni : now) {
            rows.add(row(eni, plan, toneOf(eni), false));
        }
        for (Eni eni : then) {
            Optional<Eni> later = plan.eni(eni.id());
            if (later.filter(isHere).isEmpty()) {
                rows.add(row(eni, before.orElseThrow(), later.isPresent() ? SvgTone.FREE : SvgTone.REMOVED, true));
            }
        }
        rows.sort(Comparator.comparing(Row::place).thenComparing(Row::eni));
        return rows;
    }

    private SvgTone toneOf(Eni eni) {
        if (before.isEmpty()) {
            return SvgTone.USED;
        }
        Optional<Eni> earlier = before.get().eni(eni.id());
        if (earlier.isEmpty()) {
            return SvgTone.ADDED;
        }
        return earlier.get().equals(eni) ? SvgTone.USED : SvgTone.MOVED;
    }

    private static Row row(Eni eni, NetworkPlan in, SvgTone tone, boolean ghost) {
        String address = eni.privateIpAddress()
                .or(() ->
                        eni.ipv6Addresses().stream().map(each -> each.address()).findFirst())
                .map(IpAddress::toString)
                .orElse("");
        int more = PlanWords.addressesOf(eni).size() - (address.isEmpty() ? 0 : 1);
        List<String> detail = new ArrayList<>();
        in.subnet(eni.subnetId()).map(NetworkScene::nameOf).ifPresent(detail::add);
        if (more > 0) {
            detail.add("+" + more);
        }
        if (!eni.addressDemand().isNone()) {
            detail.add("EC2 chooses " + eni.addressDemand());
        }
        in.elasticIpsOf(eni.id()).stream().map(NetworkScene::elasticIp).forEach(detail::add);
        eni.publicIpv4().flatMap(each -> each.address()).ifPresent(each -> detail.add("public " + each));
        eni.trunkAssociation().ifPresent(trunk -> detail.add("branch of " + trunk));
        if (!eni.interfaceType().equals(InterfaceType.INTERFACE)) {
            detail.add(eni.interfaceType().toString());
        }
        if (!eni.securityGroups().isEmpty()) {
            detail.add(eni.securityGroups().stream()
                    .map(id -> in.securityGroup(id).map(NetworkScene::nameOf).orElse(id.toString()))
                    .collect(Collectors.joining(", ", "[", "]")));
        }
        return new Row(
                eni.id(),
                eni.attachment().map(NetworkScene::shortPlace).orElse(""),
                nameOf(eni),
                address,
                String.join(" · ", detail),
                tone,
                ghost);
    }

    private static String elasticIp(ElasticIp elasticIp) {
        return "EIP " + elasticIp.publicIp().map(IpAddress::toString).orElseGet(() -> nameOf(elasticIp));
    }

    private static String shortPlace(Attachment attachment) {
        return (attachment.networkCardIndex() == 0 ? "" : attachment.networkCardIndex() + ":")
                + attachment.deviceIndex();
    }
}
