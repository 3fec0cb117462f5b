package io.enikit.json.declared;

import io.enikit.json.gathered.Collector;
import io.enikit.json.gathered.Declared;
import io.enikit.json.text.Node;
import io.enikit.json.text.Texts;
import io.enikit.model.AddressDemand;
import io.enikit.model.Attachment;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.EniId;
import io.enikit.model.InstanceId;
import io.enikit.model.InterfaceType;
import io.enikit.model.SecurityGroupId;
import io.enikit.net.IpAddress;
import io.enikit.rules.Fact;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes interfaces of what a template declares: by themselves, as parts of instances, and those of services. */
final class DeclaredEni {
    private static final String INTERFACE_TYPE = "InterfaceType";

    private DeclaredEni() {}

    static void read(Declared resource, Collector collector) {
        EniId id = EniId.of(resource.name());
        Properties properties = Properties.of(resource, id, collector);
        Eni.Builder eni = eni(resource, id, properties, collector);
        groups(id, "GroupSet", properties, eni, collector);
        type(properties, eni);
        collector.add(eni.build(), resource.origin());
    }

    static void type(Properties properties, Eni.Builder eni) {
        properties.parse(INTERFACE_TYPE, InterfaceType::of).ifPresent(eni::interfaceType);
    }

    /** Starts an interface of what it has wherever it is declared. What EC2 is to choose is noted. */
    static Eni.Builder eni(Declared resource, EniId id, Properties properties, Collector collector) {
        Eni.Builder eni = Eni.builder()
                .macAddressKnown(false)
                .id(id)
                .subnetId(properties.requiredId("SubnetId", collector::subnetId))
                .sourceDestCheck(properties.flag("SourceDestCheck").orElse(true))
                .associatePublicIpAddress(
                        properties.flag("AssociatePublicIpAddress").orElse(false))
                .ownerId(properties.text("OwnerId"))
                .tags(properties.tags());
        properties.text("Description").ifPresent(eni::description);
        List<EniAddress> addresses = addresses(id, properties, collector);
        boolean primary = false;
        for (EniAddress each : addresses) {
            primary |= each.primary();
        }
        eni.privateIpAddresses(addresses);
        boolean firstIsPrimary = properties.flag("EnablePrimaryIpv6").orElse(false);
        List<Properties> ipv6 = properties.objects("Ipv6Addresses");
        for (Properties each : ipv6) {
            Optional<IpAddress> address = each.parse("Ipv6Address", Texts::ipv6);
            if (address.isPresent()) {
                eni.addIpv6Address(new EniAddress(address.get(), firstIsPrimary));
                firstIsPrimary = false;
            }
        }
        for (Properties each : properties.objects("Ipv4Prefixes")) {
            each.parse("Ipv4Prefix", Texts::ipv4Block).ifPresent(eni::addIpv4Prefix);
        }
        for (Properties each : properties.objects("Ipv6Prefixes")) {
            each.parse("Ipv6Prefix", Texts::ipv6Block).ifPresent(eni::addIpv6Prefix);
        }
        Requests.oneWay(id, properties, collector);
        AddressDemand demand = demand(properties, primary, ipv6.isEmpty());
        collector
                .budget()
                .addresses(
                        demand.ipv4Addresses() + demand.ipv4Prefixes() + demand.ipv6Addresses() + demand.ipv6Prefixes(),
                        resource.origin());
        return eni.addressDemand(demand);
    }

    /** Returns how many addresses and prefixes an interface takes that a launch template states for each instance. */
    static AddressDemand demand(Properties properties) {
        boolean isWithoutPrimary = properties
                .text(INTERFACE_TYPE)
                .filter(InterfaceType.EFA_ONLY.toString()::equals)
                .isPresent();
        return demand(
                properties,
                isWithoutPrimary,
                properties.objects("Ipv6Addresses").isEmpty());
    }

    /** Returns how many addresses and prefixes there will be that are not known, be they asked for by number or not. */
    private static AddressDemand demand(Properties properties, boolean primaryIsKnown, boolean ipv6ByNumber) {
        long openSecondaries = 0;
        for (Properties each : properties.objectsWithOpen("PrivateIpAddresses", "PrivateIpAddress")) {
            openSecondaries += each.flag("Primary").orElse(false) ? 0 : 1;
        }
        return AddressDemand.none()
                .withIpv4Addresses((primaryIsKnown ? 0 : 1)
                        + openSecondaries
                        + properties.unknownItems("PrivateIpAddresses")
                        + properties.unknownItems("SecondaryPrivateIpAddresses")
                        + properties.addresses("SecondaryPrivateIpAddressCount"))
                .withIpv4Prefixes(
                        open("Ipv4Prefixes", "Ipv4Prefix", properties) + properties.addresses("Ipv4PrefixCount"))
                .withIpv6Addresses(open("Ipv6Addresses", "Ipv6Address", properties)
                        + (ipv6ByNumber ? properties.addresses("Ipv6AddressCount") : 0))
                .withIpv6Prefixes(
                        open("Ipv6Prefixes", "Ipv6Prefix", properties) + properties.addresses("Ipv6PrefixCount"));
    }

    private static long open(String list, String member, Properties properties) {
        return properties.unknownItems(list)
                + properties.objectsWithOpen(list, member).size();
    }

    private static List<EniAddress> addresses(EniId id, Properties properties, Collector collector) {
        Set<EniAddress> addresses = new LinkedHashSet<>(); // the list may say again what stands alone
        properties.parse("PrivateIpAddress", Texts::ipv4).ifPresent(ip -> addresses.add(new EniAddress(ip, true)));
        for (Properties each : properties.objects("PrivateIpAddresses")) {
            boolean primary = each.flag("Primary").orElse(false);
            each.parse("PrivateIpAddress", Texts::ipv4)
                    .map(ip -> new EniAddress(ip, primary))
                    .ifPresent(addresses::add);
        }
        List<EniAddress> all = new ArrayList<>(addresses);
        properties
                .parseAll("SecondaryPrivateIpAddresses", Texts::ipv4)
                .forEach(ip -> all.add(new EniAddress(ip, false)));
        if (properties.isOpen("PrivateIpAddress") || properties.isOpen("PrivateIpAddresses")) {
            collector.openFacts().add(id, Fact.ENI_ADDRESSES);
        }
        return all;
    }

    /** Puts an interface into groups. EC2 puts one that names none into the default group of its VPC. */
    static void groups(EniId id, String key, Properties properties, Eni.Builder eni, Collector collector) {
        List<SecurityGroupId> groups = properties.ids(key, collector::groupId);
        if (groups.isEmpty()) {
            collector.openFacts().add(id, Fact.ENI_GROUPS);
        }
        eni.addAllSecurityGroups(groups);
    }

    /** Puts an interface into one more group. */
    static void group(Declared resource, Collector collector) {
        Properties properties = Properties.of(resource, EniId.of(resource.name()), collector);
        Optional<EniId> ofInstance = properties
                .raw("InstanceId")
                .filter(node -> node.is(Node.Kind.REFERENCE))
                .map(node -> EniId.of(node.reference().name() + "/eth0"));
        Optional<EniId> id = ofInstance.or(() -> properties.id("NetworkInterfaceId", EniId::of));
        Optional<SecurityGroupId> group = properties.id("GroupId", collector::groupId);
        if (id.isPresent() && group.isPresent()) {
            collector.change(
                    id.get(),
                    Eni.class,
                    eni -> eni.securityGroups().contains(group.get())
                            ? eni
                            : eni.toBuilder().addSecurityGroup(group.get()).build());
        }
    }

    static void attach(Declared resource, Collector collector) {
        Properties properties = Properties.of(resource, EniId.of(resource.name()), collector);
        Optional<EniId> id = properties.id("NetworkInterfaceId", EniId::of);
        Optional<InstanceId> instance = properties.id("InstanceId", InstanceId::of);
        if (id.isPresent() && instance.isPresent()) {
            attach(id.get(), instance.get(), properties.about(id.get()), collector);
        }
    }

    /** Attaches an interface, unless it is not known where. */
    static void attach(EniId id, InstanceId instance, Properties properties, Collector collector) {
        attachment(instance, properties, collector).ifPresent(place -> collector.attach(id, instance, place));
    }

    static Optional<Attachment> attachment(InstanceId instance, Properties properties, Collector collector) {
        Optional<Integer> index = properties.count("DeviceIndex");
        if (index.isEmpty()) {
            collector.interfacesUnknown(instance);
        }
        return index.map(number -> Attachment.builder()
                .instanceId(instance)
                .deviceIndex(number)
                .networkCardIndex(properties.count("NetworkCardIndex").orElse(0))
                .deleteOnTermination(properties.flag("DeleteOnTermination").orElse(false))
                .build());
    }
}
