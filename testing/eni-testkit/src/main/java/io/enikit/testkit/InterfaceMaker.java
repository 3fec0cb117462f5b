package io.enikit.testkit;

import com.google.common.collect.Lists;
import io.enikit.limits.Hypervisor;
import io.enikit.limits.InstanceLimits;
import io.enikit.limits.InstanceTypes;
import io.enikit.limits.NetworkCard;
import io.enikit.model.Attachment;
import io.enikit.model.ConnectionTracking;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.Instance;
import io.enikit.model.InstanceState;
import io.enikit.model.InterfaceType;
import io.enikit.model.PublicIpv4;
import io.enikit.model.SecurityGroup;
import io.enikit.model.TrunkAssociation;
import io.enikit.net.IpAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Makes instances and interfaces, as many and with as much as their types allow. */
final class InterfaceMaker {
    private static final List<String> SMALL = List.of("t3.micro", "t3.small", "m5.large", "c5.large", "r5.xlarge");
    private static final List<String> SEVERAL_CARDS = List.of("c6in.32xlarge", "p4d.24xlarge", "p5.48xlarge");
    private static final List<String> ODD = List.of("t2.micro", "c5n.18xlarge", "m5.metal", "i3.16xlarge");
    private static final int MOST_GROUPS = 5;
    private static final int MOST_ADDRESSES = 12;
    private static final int MOST_BRANCHES = 9;

    private final Choice choice;
    private final Optional<String> instanceType;
    private final List<Instance> instances = new ArrayList<>();
    private final List<Eni> enis = new ArrayList<>();
    private int spares;

    InterfaceMaker(Choice choice, Optional<String> instanceType) {
        this.choice = choice;
        this.instanceType = instanceType;
    }

    List<Instance> instances() {
        return Collections.unmodifiableList(instances);
    }

    List<Eni> enis() {
        return Collections.unmodifiableList(enis);
    }

    /** Adds an instance with interfaces in subnets of one zone, each in another one; a gone one where nothing is free. */
    void addInstance(String name, NetworkMaker.Network network) {
        String type = instanceType.orElseGet(this::type);
        InstanceLimits limits = InstanceTypes.bundled().limits(type);
        String zone = choice.of(network.sources()).subnet().availabilityZone();
        List<AddressSource> sources = new ArrayList<>(network.sourcesIn(zone));
        List<Place> places = places(limits);
        boolean one = limits.networkCards().size() == 1 && choice.percent(40);
        int most = one ? 1 : choice.between(1, Math.min(places.size(), sources.size()));
        InstanceState alive =
                choice.of(InstanceState.RUNNING, InstanceState.RUNNING, InstanceState.STOPPED, InstanceState.PENDING);
        int before = enis.size();
        for (int i = 0; i < most && !choice.percent(i == 0 ? 3 : 0); i++) {
            AddressSource source = sources.remove(choice.between(0, sources.size() - 1));
            if (!isFit(limits, source)) {
                continue;
            }
            Place place = places.get(enis.size() - before);
            eni(name + "/eth" + (enis.size() - before), network, source, Optional.of(limits))
                    .map(eni -> eni.attachment(place.attachment(name, choice)))
                    .map(eni -> enis.size() == before ? withPublicIpv4(eni, source, alive) : asTrunk(eni, limits))
                    .ifPresent(eni -> enis.add(eni.build()));
        }
        Instance.Builder instance = Instance.builder()
                .id(name)
                .instanceType(type)
                .state(enis.size() == before ? InstanceState.TERMINATED : alive);
        if (choice.percent(20)) {
            instance.availabilityZone(zone).putTag("Name", name);
        }
        instances.add(instance.build());
        List.copyOf(enis.subList(before, enis.size())).forEach(eni -> addBranches(eni, limits, network, zone));
    }

    /**
     * A primary interface may have a public address that EC2 chose, for its private IPv4 address; while the instance is
     * stopped it has the setting.
     */
    private Eni.Builder withPublicIpv4(Eni.Builder eni, AddressSource source, InstanceState state) {
        if (source.subnet().ipv6Native() || !choice.percent(10)) {
            return eni;
        }
        eni.associatePublicIpAddress(true);
        return state == InstanceState.RUNNING ? eni.publicIpv4(PublicIpv4.chosenByEc2()) : eni;
    }

    private Eni.Builder asTrunk(Eni.Builder eni, InstanceLimits limits) {
        boolean trunk = limits.trunkCompatible().orElse(false) && choice.percent(20);
        return trunk ? eni.interfaceType(InterfaceType.TRUNK) : eni;
    }

    /** A trunk carries some branches, seldom as many as it can. */
    private void addBranches(Eni trunk, InstanceLimits limits, NetworkMaker.Network network, String zone) {
        if (!trunk.interfaceType().equals(InterfaceType.TRUNK)) {
            return;
        }
        int most = Math.min(MOST_BRANCHES, limits.branchInterfaces().orElse(0));
        int count = choice.percent(20) ? most : choice.between(0, Math.min(2, most));
        TrunkAssociation.Protocol mark = choice.of(TrunkAssociation.Protocol.values());
        for (int key = 1; key <= count; key++) {
            TrunkAssociation association = new TrunkAssociation(trunk.id(), mark, key);
            eni(trunk.id() + "/branch" + key, network, choice.of(network.sourcesIn(zone)), Optional.empty())
                    .map(eni -> eni.trunkAssociation(association))
                    .ifPresent(eni -> enis.add(eni.build()));
        }
    }

    private String type() {
        return choice.of(choice.percent(80) ? SMALL : choice.percent(60) ? SEVERAL_CARDS : ODD);
    }

    /** IPv6-native subnets take instances on Nitro alone. */
    private static boolean isFit(InstanceLimits limits, AddressSource source) {
        return !source.subnet().ipv6Native() || isNitro(limits);
    }

    private static boolean isNitro(InstanceLimits limits) {
        return limits.hypervisor().filter(Hypervisor.XEN::equals).isEmpty();
    }

    /** A place of an instance for an interface. */
    private record Place(int networkCardIndex, int deviceIndex) {
        Attachment attachment(String instance, Choice choice) {
            return Attachment.builder()
                    .instanceId(instance)
                    .deviceIndex(deviceIndex)
                    .networkCardIndex(networkCardIndex)
                    .deleteOnTermination(choice.percent(50))
                    .build();
        }
    }

    /** Lists some places: the first one of the first card, then in turn one of each card, the last card first. */
    private List<Place> places(InstanceLimits limits) {
        List<Place> places = new ArrayList<>(List.of(new Place(0, 0)));
        int most = limits.attachmentLimit()
                .map(limit -> Math.min(limit.maximumEbsAttachments() - 1, limits.maximumNetworkInterfaces()))
                .orElse(limits.maximumNetworkInterfaces());
        for (int index = 1; places.size() < most && index < limits.maximumNetworkInterfaces(); index++) {
            for (NetworkCard card : Lists.reverse(limits.networkCards())) {
                if (index < card.maximumNetworkInterfaces() && places.size() < most && !choice.percent(10)) {
                    places.add(new Place(card.networkCardIndex(), index));
                }
            }
        }
        return places;
    }

    void addSpare(NetworkMaker.Network network) {
        eni("spare" + (spares + 1), network, choice.of(network.sources()), Optional.empty())
                .ifPresent(eni -> {
                    spares++;
                    enis.add(eni.build());
                });
    }

    /** Takes all that is left of a small subnet. */
    void fill(NetworkMaker.Network network) {
        Optional<AddressSource> small = network.sources().stream()
                .filter(source -> source.subnet()
                        .cidrBlock()
                        .filter(block -> block.prefixLength() >= 27)
                        .isPresent())
                .findFirst();
        if (small.isEmpty()) {
            return;
        }
        AddressSource source = small.get();
        for (Optional<IpAddress> first = source.takeLowest(); first.isPresent(); first = source.takeLowest()) {
            Eni.Builder eni =
                    start("spare" + ++spares, network, source).addPrivateIpAddress(new EniAddress(first.get(), true));
            for (int i = choice.between(0, MOST_ADDRESSES); i > 0; i--) {
                source.takeLowest().ifPresent(address -> eni.addPrivateIpAddress(new EniAddress(address, false)));
            }
            enis.add(eni.build());
        }
    }

    private Eni.Builder start(String name, NetworkMaker.Network network, AddressSource source) {
        Eni.Builder eni = Eni.builder().id(name).subnetId(source.subnet().id());
        List<SecurityGroup> groups = network.groups();
        int count = choice.percent(60) ? 1 : choice.between(1, Math.min(MOST_GROUPS, groups.size()));
        int from = choice.between(0, groups.size() - count);
        groups.subList(from, from + count).forEach(group -> eni.addSecurityGroup(group.id()));
        return eni;
    }

    /** Makes an interface, or none where no address is free. */
    private Optional<Eni.Builder> eni(
            String name, NetworkMaker.Network network, AddressSource source, Optional<InstanceLimits> limits) {
        Eni.Builder eni = start(name, network, source);
        if (!source.subnet().ipv6Native()) {
            Optional<IpAddress> primary = source.takeAddress(choice);
            if (primary.isEmpty()) {
                return Optional.empty();
            }
            eni.addPrivateIpAddress(new EniAddress(primary.get(), true));
            addIpv4(eni, source, limits);
        }
        if (source.subnet().ipv6CidrBlock().isPresent()) {
            addIpv6(eni, source, limits);
        }
        if (choice.percent(5)) {
            eni.description("made up").sourceDestCheck(false).putTag("Name", name);
        }
        if (choice.percent(5)) {
            eni.connectionTracking(ConnectionTracking.defaults()
                    .withTcpEstablishedTimeout(choice.of(60, 350, 432_000))
                    .withUdpStreamTimeout(choice.between(60, 180))
                    .withUdpTimeout(choice.between(30, 60)));
        }
        return Optional.of(eni);
    }

    private void addIpv4(Eni.Builder eni, AddressSource source, Optional<InstanceLimits> limits) {
        int left = limits.map(InstanceLimits::ipv4AddressesPerInterface).orElse(MOST_ADDRESSES) - 1;
        int wanted = choice.percent(70) ? 0 : choice.percent(15) ? left : choice.between(0, left);
        boolean nitro = limits.filter(each -> !isNitro(each)).isEmpty();
        for (int i = 0; i < Math.min(wanted, MOST_ADDRESSES); i++) {
            if (nitro && choice.percent(40)) {
                source.takePrefix().ifPresent(eni::addIpv4Prefix);
            } else {
                source.takeAddress(choice)
                        .ifPresent(address -> eni.addPrivateIpAddress(new EniAddress(address, false)));
            }
        }
    }

    /** In an IPv6-native subnet an interface has an IPv6 address, elsewhere it may. */
    private void addIpv6(Eni.Builder eni, AddressSource source, Optional<InstanceLimits> limits) {
        int most = Math.min(
                3,
                limits.map(each -> each.ipv6AddressesPerInterface().orElse(0)).orElse(3));
        int least = source.subnet().ipv6Native() ? 1 : 0;
        for (int i = most < least ? 0 : choice.between(least, most); i > 0; i--) {
            if (i > 1 && limits.filter(each -> !isNitro(each)).isEmpty() && choice.percent(10)) {
                eni.addIpv6Prefix(source.takeIpv6Prefix());
            } else {
                eni.addIpv6Address(new EniAddress(source.takeIpv6(choice), i == 1 && choice.percent(10)));
            }
        }
    }
}
