package io.enikit.diagram;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.model.Attachment;
import io.enikit.model.ElasticIp;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.Instance;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import io.enikit.net.FreeSpace;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A plan drawn as text: each availability zone a box, each instance a box in it, and its interfaces with what they have.
 *
 * <p>An instance stands in the zone it is in; so an interface that is attached across zones, which EC2 would refuse, is
 * drawn where its instance is, with its own zone beside it.
 */
public final class TextDiagram {
    private final NetworkPlan plan;
    private final Function<InstanceId, Optional<SlotGrid>> slots;

    private TextDiagram(NetworkPlan plan, Function<InstanceId, Optional<SlotGrid>> slots) {
        this.plan = plan;
        this.slots = slots;
    }

    /**
     * Draws a plan.
     *
     * @param plan the plan
     * @return the picture
     */
    public static TextDiagram of(NetworkPlan plan) {
        return new TextDiagram(requireNonNull(plan, "plan"), id -> Optional.empty());
    }

    /**
     * Returns this picture with how many interfaces and addresses are used and left.
     *
     * @param slots gives the places of an instance, empty where its type is unknown
     * @return the picture
     */
    public TextDiagram withSlots(Function<InstanceId, Optional<SlotGrid>> slots) {
        return new TextDiagram(plan, requireNonNull(slots, "slots"));
    }

    /** {@return the picture, lines with a line feed between, none at the end} */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        for (Vpc vpc : plan.vpcs()) {
            lines.add("VPC " + vpc.id() + " " + join(vpc.cidrBlocks(), vpc.ipv6CidrBlocks())
                    + (vpc.internetGatewayAttached() ? ", internet gateway" : ""));
            for (String zone : zonesOf(vpc.id())) {
                lines.addAll(zoneBox(vpc.id(), zone).draw());
            }
        }
        TextBox nowhere = new TextBox("in no known zone");
        plan.instances().stream()
                .filter(instance -> vpcOf(instance).isEmpty())
                .forEach(instance -> nowhere.add(instanceBox(instance)));
        addUnattached(
                nowhere, plan.enis().stream().filter(eni -> plan.vpcOf(eni).isEmpty()));
        List<String> drawn = nowhere.draw();
        if (drawn.size() > 2) {
            lines.addAll(drawn);
        }
        return String.join("\n", lines);
    }

    private Set<String> zonesOf(VpcId vpc) {
        Set<String> zones = new TreeSet<>();
        plan.subnetsOf(vpc).forEach(subnet -> zones.add(subnet.availabilityZone()));
        plan.instances().stream()
                .filter(instance -> vpcOf(instance).filter(vpc::equals).isPresent())
                .forEach(instance -> plan.availabilityZoneOf(instance.id()).ifPresent(zones::add));
        return zones;
    }

    private TextBox zoneBox(VpcId vpc, String zone) {
        TextBox box = new TextBox(zone);
        List<Subnet> subnets = plan.subnetsOf(vpc).stream()
                .filter(subnet -> subnet.availabilityZone().equals(zone))
                .toList();
        box.addTable(subnets.stream().map(this::subnetRow).toList());
        plan.instances().stream()
                .filter(instance -> vpcOf(instance).filter(vpc::equals).isPresent())
                .filter(instance -> plan.availabilityZoneOf(instance.id())
                        .filter(zone::equals)
                        .isPresent())
                .forEach(instance -> box.add(instanceBox(instance)));
        addUnattached(box, subnets.stream().flatMap(subnet -> plan.enisIn(subnet.id()).stream()));
        return box;
    }

    private List<String> subnetRow(Subnet subnet) {
        String blocks = Stream.of(subnet.cidrBlock(), subnet.ipv6CidrBlock())
                .flatMap(Optional::stream)
                .map(Cidr::toString)
                .collect(Collectors.joining(", "));
        String free = plan.freeSpace(subnet.id(), IpFamily.IPV4)
                .map(FreeSpace::size)
                .map(size -> size + " IPv4 addresses free")
                .orElse("");
        return List.of("subnet " + subnet.id(), blocks, free);
    }

    private TextBox instanceBox(Instance instance) {
        TextBox box = new TextBox(instance.id() + ", " + instance.instanceType() + ", " + instance.state());
        Optional<SlotGrid> grid = slots.apply(instance.id());
        List<List<String>> rows = new ArrayList<>();
        for (Eni eni : plan.enisOf(instance.id())) {
            rows.addAll(eniRows(
                    eni,
                    eni.attachment().map(TextDiagram::place).orElse(""),
                    grid.flatMap(slotGrid -> slotGrid.slotOf(eni.id()))));
        }
        box.addTable(rows);
        grid.ifPresent(slotGrid -> box.add(
                slotGrid.used() + " of " + slotGrid.slots().size() + " interfaces used, " + slotGrid.free() + " left"));
        return box;
    }

    private void addUnattached(TextBox box, Stream<Eni> enis) {
        List<List<String>> rows = new ArrayList<>();
        enis.filter(eni -> eni.attachment().isEmpty())
                .forEach(eni -> rows.addAll(eniRows(eni, "unattached", Optional.empty())));
        box.addTable(rows);
    }

    private static String place(Attachment attachment) {
        return attachment.networkCardIndex() == 0
                ? "index " + attachment.deviceIndex()
                : "card " + attachment.networkCardIndex() + " index " + attachment.deviceIndex();
    }

    private List<List<String>> eniRows(Eni eni, String place, Optional<SlotGrid.Slot> slot) {
        List<String> addresses = addressesOf(eni);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                place,
                eni.id().toString(),
                addresses.isEmpty() ? "no address" : addresses.get(0),
                eni.macAddress().toString(),
                subnetOf(eni),
                eni.securityGroups().stream()
                        .map(SecurityGroupId::toString)
                        .collect(Collectors.joining(", ", "[", "]")),
                slot.flatMap(TextDiagram::addressesUsed).orElse("")));
        for (String address : addresses.subList(Math.min(1, addresses.size()), addresses.size())) {
            rows.add(List.of("", "", address));
        }
        return rows;
    }

    private static Optional<String> addressesUsed(SlotGrid.Slot slot) {
        return slot.addressLimit().isEmpty()
                ? Optional.empty()
                : Optional.of(slot.addresses() + " of " + slot.addressLimit().getAsInt() + " addresses used, "
                        + (slot.addressLimit().getAsInt() - slot.addresses()) + " left");
    }

    /** Names the subnet of an interface, and its zone where that is not the one it is drawn in. */
    private String subnetOf(Eni eni) {
        Optional<String> own = plan.subnet(eni.subnetId()).map(Subnet::availabilityZone);
        Optional<String> drawnIn =
                eni.instanceId().map(plan::availabilityZoneOf).orElse(own);
        return eni.subnetId()
                + own.filter(zone -> !drawnIn.equals(own))
                        .map(zone -> " in " + zone)
                        .orElse("");
    }

    private List<String> addressesOf(Eni eni) {
        ImmutableList.Builder<String> all = ImmutableList.builder();
        for (EniAddress each : eni.privateIpAddresses()) {
            all.add(each.address() + publicSide(eni, each.address()));
        }
        eni.ipv4Prefixes().forEach(prefix -> all.add(prefix.toString()));
        eni.ipv6Addresses().forEach(each -> all.add(each.address().toString()));
        eni.ipv6Prefixes().forEach(prefix -> all.add(prefix.toString()));
        return all.build();
    }

    private String publicSide(Eni eni, IpAddress address) {
        for (ElasticIp elasticIp : plan.elasticIpsOf(eni.id())) {
            if (elasticIp
                    .association()
                    .filter(association -> association.privateIpAddress().equals(address))
                    .isPresent()) {
                return " = " + elasticIp.publicIp().map(IpAddress::toString).orElse(elasticIp.id() + "");
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

    private Optional<VpcId> vpcOf(Instance instance) {
        return plan.primaryEniOf(instance.id())
                .flatMap(plan::vpcOf)
                .map(Vpc::id)
                .filter(id -> plan.availabilityZoneOf(instance.id()).isPresent());
    }

    private static String join(List<Cidr> ipv4, List<Cidr> ipv6) {
        return Stream.concat(ipv4.stream(), ipv6.stream()).map(Cidr::toString).collect(Collectors.joining(", "));
    }
}
