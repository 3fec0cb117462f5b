package io.enikit.diagram;

import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.Instance;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanNames;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetDemand;
import io.enikit.model.SubnetId;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A plan as boxes of text. */
final class TextPlan {
    private final NetworkPlan plan;
    private final BiFunction<NetworkPlan, InstanceId, Optional<SlotGrid>> slots;
    private final TextChoice choice;
    private final boolean brief;
    private final PlanNames names;

    /** The instances that interfaces are attached to, and that the plan lacks. */
    private final NavigableSet<InstanceId> notShown = new TreeSet<>();

    private static final String NOWHERE = "in no known zone";

    /** Makes the boxes of a plan, with what is chosen of it. */
    TextPlan(NetworkPlan plan, BiFunction<NetworkPlan, InstanceId, Optional<SlotGrid>> slots, TextChoice choice) {
        this.plan = plan;
        this.slots = slots;
        this.choice = choice;
        this.brief = choice.brief();
        this.names = PlanNames.of(plan);
        for (Eni eni : plan.enis()) {
            eni.instanceId().filter(id -> plan.instance(id).isEmpty()).ifPresent(notShown::add);
        }
    }

    /** Returns a box without a frame that holds all others. */
    TextBox root() {
        TextBox root = new TextBox("", "");
        Map<VpcId, SortedMap<String, ZoneContent>> contents = contents();
        for (VpcId vpc : vpcs()) {
            root.addLine(
                    "vpc " + vpc,
                    "VPC "
                            + plan.vpc(vpc)
                                    .map(each -> names.nameOf(vpc) + of(each))
                                    .orElse(PlanWords.notRead(vpc)));
            plan.subnetDemands().stream()
                    .filter(demand -> demand.subnets().size() > 1 && isIn(vpc, demand))
                    .forEach(demand -> root.addLine("demand " + demand, demand.toString()));
            contents.getOrDefault(vpc, new TreeMap<>())
                    .forEach((zone, content) -> root.add(zoneBox(vpc, zone, content)));
        }
        Map<String, TextBox> elsewhere = new TreeMap<>();
        for (Instance instance : plan.instances()) {
            if (vpcOf(instance.id()).isEmpty() && choice.shows(instance.id())) {
                String zone = plan.availabilityZoneOf(instance.id()).orElse(NOWHERE);
                elsewhere
                        .computeIfAbsent(zone, each -> new TextBox("zone " + each, each))
                        .add(instanceBox(instance));
            }
        }
        TextBox nowhere =
                Optional.ofNullable(elsewhere.remove(NOWHERE)).orElse(new TextBox("zone " + NOWHERE, NOWHERE));
        notShown.stream()
                .filter(id -> vpcOf(id).isEmpty() && choice.shows(id))
                .forEach(id -> nowhere.add(boxOfNotShown(id)));
        addUnattached(
                nowhere,
                plan.enis().stream().filter(eni -> plan.subnet(eni.subnetId()).isEmpty()));
        elsewhere.values().forEach(root::add);
        if (!nowhere.items().isEmpty()) {
            root.add(nowhere);
        }
        addRest(root);
        return root;
    }

    /** Adds what is in no zone: Elastic IPs that no interface of the plan has, and what has the id of something else. */
    private void addRest(TextBox root) {
        List<TextTable.Row> rows = new ArrayList<>();
        for (ElasticIp elasticIp : plan.elasticIps()) {
            String place = elasticIp
                    .association()
                    .map(each -> plan.eni(each.eniId()).isPresent() ? "" : "for " + PlanWords.notRead(each.eniId()))
                    .orElse("not associated");
            if (!place.isEmpty() && choice.shows(elasticIp.id())) {
                String address = elasticIp.publicIp().map(IpAddress::toString).orElse("");
                rows.add(row(PlanWords.key(elasticIp), List.of(names.nameOf(elasticIp.id()), address, place)));
            }
        }
        addBox(root, "Elastic IPs without an interface", rows);
        addBox(
                root,
                "with an id that is taken",
                plan.duplicates().stream()
                        .filter(each -> choice.shows(each.resourceId()))
                        .map(each -> row("duplicate " + PlanWords.key(each), List.of(PlanWords.key(each))))
                        .toList());
    }

    private static void addBox(TextBox root, String title, List<TextTable.Row> rows) {
        if (!rows.isEmpty()) {
            TextBox box = new TextBox(title, title);
            box.add(new TextTable(title + " rows", rows));
            root.add(box);
        }
    }

    /** Returns the VPCs, those that only their subnets name among them. */
    private Set<VpcId> vpcs() {
        Set<VpcId> vpcs = new TreeSet<>(NaturalOrder.OF_IDS);
        plan.vpcs().forEach(vpc -> vpcs.add(vpc.id()));
        plan.subnets().forEach(subnet -> vpcs.add(subnet.vpcId()));
        return vpcs;
    }

    private static String of(Vpc vpc) {
        return " " + PlanWords.blocksOf(vpc) + (vpc.internetGatewayAttached() ? ", internet gateway" : "");
    }

    private boolean isIn(VpcId vpc, SubnetDemand demand) {
        return demand.subnets().stream()
                .flatMap(subnet -> plan.subnet(subnet).stream())
                .anyMatch(subnet -> subnet.vpcId().equals(vpc));
    }

    /** What is drawn in a zone of a VPC. */
    private record ZoneContent(List<Subnet> subnets, List<Instance> instances, List<InstanceId> notShown) {}

    /** Sorts what is drawn by VPC and zone, in one go. */
    private Map<VpcId, SortedMap<String, ZoneContent>> contents() {
        Map<VpcId, SortedMap<String, ZoneContent>> contents = new TreeMap<>();
        List<Subnet> subnets = new ArrayList<>(plan.subnets());
        subnets.sort(Comparator.comparing(Subnet::id, NaturalOrder.OF_IDS));
        for (Subnet subnet : subnets) {
            in(subnet.vpcId(), subnet.availabilityZone(), contents).subnets.add(subnet);
        }
        List<Instance> instances = new ArrayList<>(plan.instances());
        instances.sort(Comparator.comparing(Instance::id, NaturalOrder.OF_IDS));
        for (Instance instance : instances) {
            Optional<VpcId> vpc = vpcOf(instance.id());
            Optional<String> zone = plan.availabilityZoneOf(instance.id());
            if (vpc.isPresent() && zone.isPresent()) {
                in(vpc.get(), zone.get(), contents).instances.add(instance);
            }
        }
        for (InstanceId id : notShown) {
            Optional<VpcId> vpc = vpcOf(id);
            Optional<Subnet> subnet = subnetOf(id);
            if (vpc.isPresent() && subnet.isPresent()) {
                in(vpc.get(), subnet.get().availabilityZone(), contents)
                        .notShown
                        .add(id);
            }
        }
        return contents;
    }

    private static ZoneContent in(VpcId vpc, String zone, Map<VpcId, SortedMap<String, ZoneContent>> contents) {
        return contents.computeIfAbsent(vpc, unseen -> new TreeMap<>())
                .computeIfAbsent(
                        zone, unseen -> new ZoneContent(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
    }

    private TextBox zoneBox(VpcId vpc, String zone, ZoneContent content) {
        TextBox box = new TextBox("zone " + vpc + " " + zone, zone);
        TextChoice.Shown<Subnet> subnets = choice.of(content.subnets, Subnet::id);
        box.add(new TextTable(
                "subnets", subnets.shown().stream().map(this::subnetRow).toList()));
        addRest(box, "subnets", PlanWords.more(subnets.left().size(), "subnet"));
        TextChoice.Shown<Instance> instances = choice.of(content.instances, Instance::id);
        instances.shown().forEach(instance -> box.add(instanceBox(instance)));
        long interfaces = instances.left().stream()
                .mapToLong(instance -> plan.enisOf(instance.id()).size())
                .sum();
        addRest(
                box,
                "instances",
                PlanWords.more(instances.left().size(), "instance")
                        .map(rest -> rest + " with " + PlanWords.count(interfaces, "interface")));
        TextChoice.Shown<InstanceId> unread = choice.of(content.notShown, id -> id);
        unread.shown().forEach(id -> box.add(boxOfNotShown(id)));
        addRest(box, "not read", PlanWords.more(unread.left().size(), "instance that was not read"));
        addUnattached(box, content.subnets.stream().flatMap(subnet -> plan.enisIn(subnet.id()).stream()));
        return box;
    }

    private void addRest(TextBox box, String key, Optional<String> rest) {
        rest.ifPresent(text -> box.addLine("more " + key, text));
    }

    /** Returns the box of an instance that the plan lacks, but whose interfaces it has. */
    private TextBox boxOfNotShown(InstanceId id) {
        TextBox box = new TextBox(PlanWords.key(id), choice.clip("attached to " + PlanWords.notRead(id)));
        List<TextTable.Row> rows = new ArrayList<>();
        for (Eni eni : plan.enisOf(id)) {
            rows.addAll(eniRows(eni, placeOf(eni), Optional.empty()));
        }
        box.add(new TextTable("enis", rows));
        return box;
    }

    private TextTable.Row subnetRow(Subnet subnet) {
        String blocks = PlanWords.blocksOf(subnet).stream().map(Cidr::toString).collect(Collectors.joining(", "));
        String free = PlanWords.freeIpv4Addresses(plan, subnet.id())
                .map(size -> size + (brief ? " free" : " IPv4 addresses free") + takenOtherwise(subnet.id()))
                .orElse("");
        return row(PlanWords.key(subnet), List.of("subnet " + names.nameOf(subnet.id()), blocks, free));
    }

    /** Says what else takes addresses of a subnet, and of no other one. */
    private String takenOtherwise(SubnetId subnet) {
        return plan.subnetDemandsOn(subnet).stream()
                .filter(demand -> !brief && demand.subnets().size() == 1)
                .map(demand -> "; " + demand.name() + ": " + demand.addresses())
                .collect(Collectors.joining());
    }

    private TextBox instanceBox(Instance instance) {
        TextBox box = new TextBox(
                PlanWords.key(instance),
                choice.clip(names.nameOf(instance.id())) + ", " + instance.instanceType() + ", " + instance.state());
        Optional<SlotGrid> grid = slots.apply(plan, instance.id());
        List<TextTable.Row> rows = new ArrayList<>();
        for (Eni eni : plan.enisOf(instance.id())) {
            rows.addAll(eniRows(eni, placeOf(eni), grid.flatMap(slotGrid -> slotGrid.slotOf(eni.id()))));
        }
        box.add(new TextTable("enis", rows));
        grid.ifPresent(slotGrid -> box.addLine(
                "slots of " + instance.id(),
                slotGrid.used() + " of " + slotGrid.slots().size() + " interfaces used, " + slotGrid.free() + " left"));
        return box;
    }

    /** Adds the interfaces that no instance has: those of services and branches among them. */
    private void addUnattached(TextBox box, Stream<Eni> enis) {
        TextChoice.Shown<Eni> unattached =
                choice.of(enis.filter(eni -> eni.instanceId().isEmpty()).toList(), Eni::id);
        List<TextTable.Row> rows = new ArrayList<>();
        unattached.shown().forEach(eni -> rows.addAll(eniRows(eni, PlanWords.holder(eni, names), Optional.empty())));
        if (!rows.isEmpty()) {
            box.add(new TextTable("unattached", rows));
        }
        addRest(box, "unattached", PlanWords.more(unattached.left().size(), "unattached interface"));
    }

    private static String placeOf(Eni eni) {
        return eni.attachment()
                .map(attachment -> PlanWords.placeOf(eni, attachment))
                .orElse("");
    }

    private TextTable.Row row(String key, List<String> cells) {
        return new TextTable.Row(key, cells.stream().map(choice::clip).toList());
    }

    private List<TextTable.Row> eniRows(Eni eni, String place, Optional<SlotGrid.Slot> slot) {
        List<String> addresses = addressesOf(eni);
        List<String> cells = new ArrayList<>(
                List.of(place, names.nameOf(eni.id()), addresses.isEmpty() ? "no address" : addresses.get(0)));
        if (!brief) {
            cells.add(eni.macAddressKnown() ? eni.macAddress().toString() : "");
            cells.add(subnetOf(eni));
            cells.add(eni.securityGroups().stream().map(names::nameOf).collect(Collectors.joining(", ", "[", "]")));
        }
        cells.add(slot.flatMap(this::addressesUsed).orElse(""));
        List<TextTable.Row> rows = new ArrayList<>();
        rows.add(row(PlanWords.key(eni), cells));
        for (String address : addresses.subList(Math.min(1, addresses.size()), addresses.size())) {
            rows.add(row(PlanWords.key(eni) + " " + address, List.of("", "", address)));
        }
        return rows;
    }

    private Optional<String> addressesUsed(SlotGrid.Slot slot) {
        if (slot.addressLimit().isEmpty()) {
            return Optional.empty();
        }
        int limit = slot.addressLimit().getAsInt();
        return Optional.of(
                brief
                        ? slot.addresses() + " of " + limit
                        : slot.addresses() + " of " + limit + " addresses used, " + (limit - slot.addresses())
                                + " left");
    }

    /** Names the subnet of an interface, and its zone where that is not the one it is drawn in. */
    private String subnetOf(Eni eni) {
        Optional<String> own = plan.subnet(eni.subnetId()).map(Subnet::availabilityZone);
        Optional<String> drawnIn =
                eni.instanceId().map(plan::availabilityZoneOf).orElse(own);
        return names.nameOf(eni.subnetId())
                + own.filter(zone -> !drawnIn.equals(own))
                        .map(zone -> " in " + zone)
                        .orElse("");
    }

    private List<String> addressesOf(Eni eni) {
        List<String> all = new ArrayList<>(PlanWords.holdingsOf(eni));
        List<EniAddress> ipv4 = eni.privateIpAddresses();
        for (int i = 0; i < ipv4.size(); i++) {
            all.set(i, all.get(i) + publicSide(eni, ipv4.get(i).address()));
        }
        return all;
    }

    private String publicSide(Eni eni, IpAddress address) {
        for (ElasticIp elasticIp : plan.elasticIpsOf(eni.id())) {
            if (elasticIp
                    .association()
                    .flatMap(ElasticIpAssociation::privateIpAddress)
                    .filter(address::equals)
                    .isPresent()) {
                return " = "
                        + elasticIp.publicIp().map(IpAddress::toString).orElseGet(() -> names.nameOf(elasticIp.id()));
            }
        }
        return eni.publicIpv4().isPresent()
                        && eni.privateIpAddress().filter(address::equals).isPresent()
                ? " = "
                        + eni.publicIpv4()
                                .flatMap(each -> each.address())
                                .map(IpAddress::toString)
                                .orElse("public")
                : "";
    }

    private Optional<VpcId> vpcOf(InstanceId instance) {
        return subnetOf(instance).map(Subnet::vpcId);
    }

    private Optional<Subnet> subnetOf(InstanceId instance) {
        return plan.primaryEniOf(instance)
                .or(() -> notShown.contains(instance)
                        ? plan.enisOf(instance).stream().findFirst()
                        : Optional.empty())
                .map(Eni::subnetId)
                .flatMap(plan::subnet);
    }
}
