package io.enikit.json.declared;

import io.enikit.json.gathered.Associations;
import io.enikit.json.gathered.Collector;
import io.enikit.json.gathered.Declared;
import io.enikit.json.gathered.Presence;
import io.enikit.json.gathered.ReadRules;
import io.enikit.json.text.Texts;
import io.enikit.model.AddressDemand;
import io.enikit.model.ElasticIpId;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.EniId;
import io.enikit.model.InterfaceType;
import io.enikit.model.SubnetId;
import io.enikit.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The interfaces that services put into subnets: one in each, at least.
 *
 * <p>What is declared is in the words of CloudFormation, also where Terraform declares it.
 */
public final class ServiceInterfaces {
    /** The subnets whose free addresses are known, and that the service has its interfaces in already. */
    public static final String COUNTED = "CountedSubnets";

    private static final String SUBNET = "SubnetId";

    /** What an interface is charged that a service makes: a few lines ask for one in each of many subnets. */
    private static final int VALUES_OF_AN_INTERFACE = 10;

    /** The types of endpoints that have interfaces; those of type Gateway have none. */
    private static final Set<String> WITH_INTERFACES =
            Set.of("Interface", "GatewayLoadBalancer", "Resource", "ServiceNetwork");

    private final Declared resource;
    private final String type;
    private final Collector collector;
    private final List<String> counted;
    private int count;

    private ServiceInterfaces(Declared resource, String type, Collector collector) {
        this.resource = resource;
        this.type = type;
        this.collector = collector;
        this.counted = properties(resource, collector).texts(COUNTED);
    }

    private static Properties properties(Declared resource, Collector collector) {
        return Properties.of(resource, EniId.of(resource.name()), collector);
    }

    static void ofNatGateway(Declared resource, Collector collector) {
        EniId id = EniId.of(resource.part("eth0"));
        Properties properties = Properties.of(resource, id, collector);
        if (properties.text("AvailabilityMode").filter("regional"::equals).isPresent()) {
            collector.files().noteRead(resource.origin()); // it is in no subnet
            return;
        }
        Eni.Builder eni = DeclaredEni.eni(resource, id, properties, collector)
                .interfaceType(InterfaceType.of("nat_gateway"))
                .requesterManaged(true);
        collector.add(eni.build(), resource.origin());
        properties
                .id("AllocationId", ElasticIpId::of)
                .ifPresent(address -> collector.associate(address, id, Associations.Target.PRIMARY));
    }

    static void ofEndpoint(Declared resource, Collector collector) {
        Properties properties = properties(resource, collector);
        if (properties.text("VpcEndpointType").filter(WITH_INTERFACES::contains).isPresent()) {
            ServiceInterfaces all = new ServiceInterfaces(resource, "vpc_endpoint", collector);
            List<Properties> configured = properties.objects("SubnetConfigurations");
            configured.forEach(each -> all.addOneOf(each, "Ipv4", "Ipv6"));
            List<SubnetId> subnets = properties.ids("SubnetIds", SubnetId::of);
            if (configured.isEmpty()) {
                subnets.forEach(all::add);
            }
            collector.declared().subnetNeeds().oneInAZone(ReadRules.ENDPOINT, resource, subnets);
        }
    }

    /** Adds one subnet to an endpoint; an endpoint that has it already shows it. */
    static void ofEndpointSubnet(Declared resource, Collector collector) {
        if (resource.presence() == Presence.ADDED) {
            properties(resource, collector)
                    .id(SUBNET, SubnetId::of)
                    .ifPresent(new ServiceInterfaces(resource, "vpc_endpoint", collector)::add);
        }
    }

    static void ofLoadBalancer(Declared resource, Collector collector) {
        Properties properties = properties(resource, collector);
        String kind = properties.text("Type").orElse("application");
        ServiceInterfaces all = new ServiceInterfaces(
                resource, kind.equals("application") ? "load_balancer" : kind + "_load_balancer", collector);
        List<SubnetId> subnets = new ArrayList<>(properties.ids("Subnets", SubnetId::of));
        subnets.forEach(all::add);
        for (Properties each : properties.objects("SubnetMappings")) {
            all.addOneOf(each, "PrivateIPv4Address", "");
            each.id(SUBNET, SubnetId::of).ifPresent(subnets::add);
        }
        if (kind.equals("application")) {
            collector.declared().subnetNeeds().loadBalancer(resource, subnets, 2);
        } else {
            collector.declared().subnetNeeds().oneInAZone(ReadRules.LOAD_BALANCER, resource, subnets);
        }
    }

    static void ofClassicLoadBalancer(Declared resource, Collector collector) {
        List<SubnetId> subnets = properties(resource, collector).ids("Subnets", SubnetId::of);
        ServiceInterfaces all = new ServiceInterfaces(resource, "load_balancer", collector);
        subnets.forEach(all::add);
        collector.declared().subnetNeeds().loadBalancer(resource, subnets, 1);
    }

    static void ofMountTarget(Declared resource, Collector collector) {
        new ServiceInterfaces(resource, "efs", collector)
                .addStated(properties(resource, collector), "IpAddress", "Ipv6Address");
    }

    static void ofResolverEndpoint(Declared resource, Collector collector) {
        ServiceInterfaces all = new ServiceInterfaces(resource, "interface", collector);
        properties(resource, collector).objects("IpAddresses").forEach(each -> all.addOneOf(each, "Ip", "Ipv6"));
    }

    /** Functions with the same subnet and groups share an interface. */
    static void ofFunction(Declared resource, Collector collector) {
        properties(resource, collector).object("VpcConfig").ifPresent(config -> {
            ServiceInterfaces all = new ServiceInterfaces(resource, "lambda", collector);
            String groups = config.ids("SecurityGroupIds", EniId::of).stream()
                    .map(EniId::toString)
                    .sorted()
                    .toList()
                    .toString();
            for (SubnetId subnet : config.ids("SubnetIds", SubnetId::of)) {
                if (collector.declared().isFirst("lambda " + subnet + " " + groups)) {
                    all.add(subnet);
                }
            }
        });
    }

    static void ofSubnets(Declared resource, Collector collector) {
        Properties properties = properties(resource, collector);
        ServiceInterfaces all = new ServiceInterfaces(
                resource,
                resource.type().equals("TransitGatewayAttachment") ? "transit_gateway" : "interface",
                collector);
        properties.id(SUBNET, SubnetId::of).ifPresent(all::add);
        properties.ids("SubnetIds", SubnetId::of).forEach(all::add);
        properties
                .objects("SubnetMappings")
                .forEach(each -> each.id(SUBNET, SubnetId::of).ifPresent(all::add));
        properties
                .object("VpcSettings")
                .ifPresent(settings -> settings.ids("SubnetIds", SubnetId::of).forEach(all::add));
    }

    private void add(SubnetId subnet) {
        if (counted.contains(subnet.toString())) {
            return;
        }
        collector.add(start(subnet).addressDemand(AddressDemand.ofPrimary()).build(), resource.origin());
    }

    /** Adds one of several interfaces, unless it is there and counted. */
    private void addOneOf(Properties part, String ipv4, String ipv6) {
        if (part.raw(SUBNET)
                .map(node -> node.scalarOr(""))
                .filter(counted::contains)
                .isEmpty()) {
            addStated(part, ipv4, ipv6);
        }
    }

    /** Adds an interface whose addresses may be stated. */
    private void addStated(Properties part, String ipv4, String ipv6) {
        EniId id = EniId.of(resource.part("eth" + count));
        Properties about = part.about(id);
        Eni.Builder eni = start(about.requiredId(SUBNET, SubnetId::of));
        Optional<IpAddress> stated = about.parse(ipv4, Texts::ipv4);
        stated.ifPresent(ip -> eni.addPrivateIpAddress(new EniAddress(ip, true)));
        if (stated.isEmpty()) {
            eni.addressDemand(AddressDemand.ofPrimary());
        }
        about.parse(ipv6, Texts::ipv6).ifPresent(ip -> eni.addIpv6Address(new EniAddress(ip, false)));
        collector.add(eni.build(), resource.origin());
    }

    private Eni.Builder start(SubnetId subnet) {
        collector.budget().values(VALUES_OF_AN_INTERFACE, resource.properties().place());
        return Eni.builder()
                .macAddressKnown(false)
                .id(EniId.of(resource.part("eth" + count++)))
                .subnetId(subnet)
                .interfaceType(InterfaceType.of(type))
                .requesterManaged(true);
    }
}
