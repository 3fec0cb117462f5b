package io.enikit.json;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import io.enikit.model.AddressDemand;
import io.enikit.model.Attachment;
import io.enikit.model.CidrReservation;
import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.ElasticIpId;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.Instance;
import io.enikit.model.InstanceId;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanDiff;
import io.enikit.model.Quotas;
import io.enikit.model.Resource;
import io.enikit.model.ResourceId;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetDemand;
import io.enikit.model.SubnetId;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import io.enikit.model.Zone;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import io.enikit.rules.Fact;
import io.enikit.rules.Fault;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Violation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gathers what is read, from any number of files, and makes a {@link Reading} of it. */
final class Collector {
    static final String INTERNET_GATEWAYS = "InternetGateways";

    /** The fields of plan texts that resources keep for life. */
    private static final Set<String> NEVER_CHANGING =
            Set.of("vpc", "cidrBlock", "availabilityZone", "zoneId", "subnet", "macAddress");

    private final Budget budget;
    /** By id in order, as all maps here: who writes a file can choose ids of one hash code. */
    private final Map<ResourceId, Resource> resources = new TreeMap<>();

    private final List<Resource> duplicates = new ArrayList<>();
    private final List<SubnetDemand> demands = new ArrayList<>();
    private final Map<ResourceId, Origin> origins = new TreeMap<>();
    private final Map<EniId, Comparisons.Embedded> embedded = new TreeMap<>();
    private final Map<EniId, Comparisons.Stated> zones = new TreeMap<>();
    private final Set<ResourceId> mentioned = new TreeSet<>();
    private final Map<ResourceId, String> regions = new TreeMap<>();
    private final Set<String> lists = new HashSet<>();
    private final Set<VpcId> described = new TreeSet<>();
    /** What describe output shows. */
    private final Set<ResourceId> shown = new TreeSet<>();

    private final Map<SubnetId, Integer> available = new TreeMap<>();
    /** The subnets in which nobody knows how many addresses are given up. */
    private final Set<SubnetId> openRooms = new TreeSet<>();

    private final Map<VpcId, Map<Cidr, Origin>> blockOrigins = new TreeMap<>();
    private final Set<ElasticIpId> otherGateways = new TreeSet<>();
    /** The VPCs that internet gateways are attached to. */
    private final Set<VpcId> gateways = new TreeSet<>();

    private final Map<VpcId, List<Cidr>> blocks = new TreeMap<>();
    private final Map<SubnetId, List<CidrReservation>> reservations = new TreeMap<>();
    private final Map<SecurityGroupId, List<VpcId>> groupVpcs = new TreeMap<>();
    private final RulesRead rules = new RulesRead();
    private final List<Consumer<Collector>> changes = new ArrayList<>();
    private final Set<Finding> findings = new TreeSet<>(Finding.ORDER);
    private final List<Unknown> unknowns = new ArrayList<>();
    private final Associations associations = new Associations();
    private final List<Origin> leftOut = new ArrayList<>();
    private final OpenFacts openFacts = new OpenFacts();
    private final Set<ResourceId> added = new TreeSet<>();
    private final Map<String, List<String>> alternatives = new LinkedHashMap<>();
    private final Set<String> ids = new HashSet<>();
    private boolean existing;
    private Optional<Quotas> quotas = Optional.empty();
    private final Unread unread = new Unread();
    private final Set<String> filesGiven = new HashSet<>();
    private final Set<String> filesRead = new HashSet<>();
    private final DeclaredContext declared;

    /**
     * Which address an Elastic IP is for.
     *
     * @param address the address, if it is known
     * @param isOpen whether an address is given that is not known; if not, none is given, and it is the primary one
     */
    record Target(Optional<IpAddress> address, boolean isOpen) {
        static final Target PRIMARY = new Target(Optional.empty(), false);
        static final Target OPEN = new Target(Optional.empty(), true);

        static Target of(IpAddress address) {
            return new Target(Optional.of(address), false);
        }
    }

    Collector(Budget budget) {
        this.budget = budget;
        this.declared = new DeclaredContext(budget);
    }

    Budget budget() {
        return budget;
    }

    /** Returns a collector that holds the same, and goes on by itself. */
    Collector fork(Budget newBudget) {
        Collector fork = new Collector(newBudget);
        fork.resources.putAll(resources);
        fork.duplicates.addAll(duplicates);
        fork.demands.addAll(demands);
        fork.origins.putAll(origins);
        fork.embedded.putAll(embedded);
        fork.zones.putAll(zones);
        fork.regions.putAll(regions);
        fork.mentioned.addAll(mentioned);
        fork.lists.addAll(lists);
        fork.described.addAll(described);
        fork.shown.addAll(shown);
        fork.regions.putAll(regions);
        fork.available.putAll(available);
        fork.blockOrigins.putAll(blockOrigins);
        fork.rules.addAll(rules);
        fork.openRooms.addAll(openRooms);
        fork.gateways.addAll(gateways);
        fork.otherGateways.addAll(otherGateways);
        blocks.forEach((id, all) -> fork.blocks.put(id, new ArrayList<>(all)));
        reservations.forEach((id, all) -> fork.reservations.put(id, new ArrayList<>(all)));
        groupVpcs.forEach((id, all) -> fork.groupVpcs.put(id, new ArrayList<>(all)));
        fork.changes.addAll(changes);
        fork.findings.addAll(findings);
        fork.unknowns.addAll(unknowns);
        fork.associations.addAll(associations);
        fork.leftOut.addAll(leftOut);
        fork.openFacts.addAll(openFacts);
        fork.added.addAll(added);
        fork.alternatives.putAll(alternatives);
        fork.ids.addAll(ids);
        fork.existing = existing;
        fork.quotas = quotas;
        fork.unread.addAll(unread);
        fork.filesRead.addAll(filesRead);
        fork.filesGiven.addAll(filesGiven);
        fork.declared.addAll(declared);
        return fork;
    }

    /** Takes over what another collector has read of one file. */
    void absorb(Collector part) {
        part.resources.forEach((id, resource) -> {
            existing = !part.added.contains(id);
            add(resource, requireNonNull(part.origins.get(id)));
        });
        duplicates.addAll(part.duplicates);
        demands.addAll(part.demands);
        part.embedded.forEach(embedded::putIfAbsent);
        zones.putAll(part.zones);
        mentioned.addAll(part.mentioned);
        lists.addAll(part.lists);
        described.addAll(part.described);
        shown.addAll(part.shown);
        part.regions.forEach(regions::putIfAbsent);
        part.available.forEach((id, count) -> available.merge(id, count, Math::min));
        blockOrigins.putAll(part.blockOrigins);
        rules.addAll(part.rules);
        openRooms.addAll(part.openRooms);
        gateways.addAll(part.gateways);
        otherGateways.addAll(part.otherGateways);
        declared.subnetNeeds().addAll(part.declared.subnetNeeds());
        part.blocks.forEach((id, all) ->
                blocks.computeIfAbsent(id, unseen -> new ArrayList<>()).addAll(all));
        part.reservations.forEach((id, all) ->
                reservations.computeIfAbsent(id, unseen -> new ArrayList<>()).addAll(all));
        part.groupVpcs.forEach((id, all) ->
                groupVpcs.computeIfAbsent(id, unseen -> new ArrayList<>()).addAll(all));
        changes.addAll(part.changes);
        quotas = part.quotas.or(() -> quotas);
        findings.addAll(part.findings);
        unknowns.addAll(part.unknowns);
        associations.addAll(part.associations);
        leftOut.addAll(part.leftOut);
        openFacts.addAll(part.openFacts);
        declared.addAll(part.declared);
        ids.addAll(part.ids);
        unread.addAll(part.unread);
        filesRead.addAll(part.filesRead);
    }

    Unread unread() {
        return unread;
    }

    /** Names the files that are read, so that those can be told in which nothing is. */
    void expectFiles(Set<String> files) {
        filesGiven.addAll(files);
    }

    int size() {
        return resources.size();
    }

    /** Adds a resource that describe output shows. Pages may show one twice; it is kept twice only if they differ. */
    void add(Resource resource, Node object) {
        existing = true;
        shown.add(resource.resourceId());
        add(resource, object.place().origin());
        if (resource instanceof Vpc vpc) {
            described.add(vpc.id());
        }
    }

    /** Takes addresses that a plan says EC2 is to choose. */
    void addDemand(SubnetDemand demand) {
        demands.add(demand);
    }

    /** Adds a resource whose id is taken, as it is. */
    void addDuplicate(Resource resource) {
        duplicates.add(resource);
    }

    /** Notes the quotas, which nothing raises. */
    void quotas(Quotas newQuotas) {
        quotas = Optional.of(newQuotas);
    }

    /** Says whether what is added next exists already. */
    void reading(boolean newExisting) {
        existing = newExisting;
    }

    /** Returns whether a resource of that id has been read. */
    boolean describes(String id) {
        return ids.contains(id);
    }

    /** Leaves out resources that have been read, as they are not going to be there any more, or not as they are. */
    void leaveOut(Set<String> gone) {
        Set<ResourceId> left = Stream.of(resources.keySet(), embedded.keySet())
                .flatMap(Set::stream)
                .filter(id -> gone.contains(id.toString()))
                .collect(Collectors.toSet());
        left.forEach(resources::remove);
        left.forEach(embedded::remove);
        left.forEach(zones::remove);
        left.forEach(origins::remove);
        duplicates.removeIf(each -> left.contains(each.resourceId()));
    }

    /** Leaves out instances that are not going to be there any more, and the interfaces that go with them. */
    void terminate(Set<String> gone) {
        leaveOut(gone);
        leaveOut(Stream.concat(
                        resources.values().stream(), embedded.values().stream().map(Comparisons.Embedded::eni))
                .flatMap(each -> each instanceof Eni eni ? Stream.of(eni) : Stream.empty())
                .filter(eni ->
                        eni.attachment().filter(Attachment::deleteOnTermination).isPresent())
                .filter(eni -> eni.instanceId()
                        .filter(id -> gone.contains(id.toString()))
                        .isPresent())
                .map(eni -> eni.id().toString())
                .collect(Collectors.toSet()));
    }

    /** Notes what a symbol may stand for: one of these resources, it is not known which. */
    void alternatives(Map<String, List<String>> candidates) {
        alternatives.putAll(candidates);
    }

    void add(Resource resource, Origin origin) {
        @Nullable Resource known = resources.putIfAbsent(resource.resourceId(), resource);
        ids.add(resource.resourceId().toString());
        filesRead.add(origin.file());
        if (!existing) {
            added.add(resource.resourceId());
        }
        if (known == null) {
            origins.put(resource.resourceId(), origin);
        } else if (!known.equals(resource)) {
            boolean twoTimes = existing && !added.contains(resource.resourceId());
            SameResource.of(known, resource).ifPresentOrElse(both -> resources.put(both.resourceId(), both), () -> {
                if (twoTimes) {
                    noteShownTwice(known, resource, origin);
                } else {
                    duplicates.add(resource);
                }
            });
        }
    }

    /** What exists and is shown in two ways was seen at two times, unless it differs in what never changes. */
    private void noteShownTwice(Resource known, Resource other, Origin origin) {
        PlanDiff difference = PlanDiff.between(
                NetworkPlan.builder().add(known).build(),
                NetworkPlan.builder().add(other).build());
        if (difference.changed().stream()
                .anyMatch(change -> !Collections.disjoint(change.fields().keySet(), NEVER_CHANGING))) {
            duplicates.add(other);
            return;
        }
        contradiction(
                known.resourceId(),
                "it is shown in two ways, here otherwise than at "
                        + requireNonNull(origins.get(known.resourceId())) + ": "
                        + difference.changed().stream()
                                .flatMap(change -> change.fields().entrySet().stream())
                                .map(field -> field.getKey() + " " + field.getValue())
                                .collect(Collectors.joining("; ")),
                origin);
    }

    /** Changes the type of an instance that has been read. */
    void instanceType(String id, String type) {
        change(
                InstanceId.of(id),
                Instance.class,
                instance -> instance.toBuilder().instanceType(type).build());
    }

    /** Adds what something else shows of a resource, unless it is shown by itself. */
    void addUnlessShown(Resource resource, Node object) {
        ids.add(resource.resourceId().toString());
        noteRead(object.place());
        Origin origin = object.place().origin();
        changes.add(collector -> {
            if (!collector.resources.containsKey(resource.resourceId())) {
                collector.existing = true;
                collector.shown.add(resource.resourceId());
                collector.add(resource, origin);
            }
        });
    }

    /** Adds an interface that is shown inside of its instance, with less about it than where it is shown by itself. */
    void addEmbedded(Eni eni, Node object) {
        shown.add(eni.id());
        ids.add(eni.id().toString());
        embedded.putIfAbsent(
                eni.id(), new Comparisons.Embedded(eni, object.place().origin()));
    }

    /** Notes how many addresses EC2 says are available in a subnet. */
    void available(SubnetId id, int count) {
        available.put(id, count);
    }

    /**
     * Notes that addresses of a subnet are given up: as many are available as EC2 says, and more.
     *
     * @param isCounted whether it is known which addresses these are, so that they are among those of no interface
     */
    void freed(SubnetId id, boolean isCounted) {
        available.remove(id);
        if (!isCounted) {
            openRooms.add(id);
        }
    }

    /** Adds a block to a VPC that stands somewhere else than the VPC. */
    void block(VpcId id, Cidr block, Origin origin) {
        Map<Cidr, Origin> more = new TreeMap<>(blockOrigins.getOrDefault(id, Map.of()));
        more.put(block, origin);
        blockOrigins.put(id, more);
        block(id, block);
    }

    void interfacesUnknown(InstanceId id) {
        openFacts.add(id, Fact.INSTANCE_INTERFACES);
    }

    void mention(ResourceId id) {
        mentioned.add(id);
    }

    /** Returns whether describe output had a list. */
    boolean saw(String list) {
        return lists.contains(list);
    }

    /** Notes that there is a list of describe output, be it empty. */
    void sawList(String key, Place at) {
        lists.add(key);
        noteRead(at);
    }

    /** Notes that something was read in a file. */
    void noteRead(Place at) {
        filesRead.add(at.origin().file());
    }

    void zone(EniId id, Zone zone, Node object) {
        zones.put(id, new Comparisons.Stated(zone, object.place().origin()));
    }

    /** Notes the Region that something beside a VPC or an Elastic IP tells. */
    void region(ResourceId id, String region) {
        regions.putIfAbsent(id, region);
    }

    /** Notes the owner of an Elastic IP, as the interface that has it tells. */
    void owner(ElasticIpId id, String account) {
        change(
                id,
                ElasticIp.class,
                elasticIp -> elasticIp.ownerId().isPresent()
                        ? elasticIp
                        : elasticIp.toBuilder().ownerId(account).build());
    }

    void internetGateway(VpcId id) {
        mention(id);
        gateways.add(id);
        change(
                id,
                Vpc.class,
                vpc -> vpc.toBuilder().internetGatewayAttached(true).build());
    }

    /** Notes an Elastic IP that reaches others through a carrier gateway or a local gateway. */
    void ofOtherGateway(ElasticIpId id) {
        otherGateways.add(id);
    }

    void reservation(SubnetId id, CidrReservation reservation) {
        mention(id);
        reservations.computeIfAbsent(id, same -> new ArrayList<>()).add(reservation);
    }

    /** Adds a block of a VPC behind those that it has. */
    void block(VpcId id, Cidr block) {
        blocks.computeIfAbsent(id, same -> new ArrayList<>()).add(block);
    }

    void groupAssociation(SecurityGroupId id, VpcId vpc) {
        mention(id);
        mention(vpc);
        groupVpcs.computeIfAbsent(id, same -> new ArrayList<>()).add(vpc);
    }

    /** Attaches an interface. Of an instance that has one which is not read, not all interfaces are known. */
    void attach(EniId id, InstanceId instance, Attachment attachment) {
        mention(id);
        change(id, Eni.class, eni -> eni.toBuilder().attachment(attachment).build());
        changes.add(collector -> {
            if (!collector.resources.containsKey(id)) {
                collector.interfacesUnknown(instance);
            }
        });
    }

    /** Associates an Elastic IP with an address of an interface. */
    void associate(ElasticIpId id, EniId eni, Target target) {
        mention(id);
        mention(eni);
        associations.add(id, eni, target);
    }

    /** Associates an Elastic IP with an address of the primary interface of an instance. */
    void associate(ElasticIpId id, InstanceId instance, Target target) {
        mention(id);
        mention(instance);
        associations.add(id, instance, target);
    }

    Optional<Origin> originOf(ResourceId id) {
        return Optional.ofNullable(origins.get(id));
    }

    /** Notes a resource that is not going to be made. */
    void leaveOut(Origin origin) {
        filesRead.add(origin.file());
        budget.note(origin.path().length(), origin);
        leftOut.add(origin);
    }

    /** Reports that a file contradicts itself, or another one. */
    void contradiction(ResourceId subject, String message, Node at) {
        contradiction(subject, message, at.place().origin());
    }

    void contradiction(ResourceId subject, String message, Origin origin) {
        report(ReadRules.CONTRADICTION, subject, message, "read files that were written at one time", origin);
    }

    void report(RuleInfo rule, ResourceId subject, String message, String hint, Origin origin) {
        budget.note(message.length() + origin.path().length(), origin);
        findings.add(new Finding(Violation.of(rule, subject, Fault.of(message, hint)), Optional.of(origin)));
    }

    RulesRead rules() {
        return rules;
    }

    OpenFacts openFacts() {
        return openFacts;
    }

    DeclaredContext declared() {
        return declared;
    }

    Map<ResourceId, Resource> resources() {
        return resources;
    }

    /** Returns an id that no interface has: the given one, or one like it. */
    EniId free(EniId id) {
        EniId free = id;
        for (int i = 2; resources.containsKey(free); i++) {
            free = EniId.of(id + "-" + i);
        }
        return free;
    }

    /** Reports something that many values of a file depend on, at the first of them. */
    void unknownOnce(Unknown unknown) {
        if (declared.isFirst(unknown.origin().file() + " " + unknown.reason())) {
            unknown(unknown);
        }
    }

    void unknown(Unknown unknown) {
        budget.note(unknown.reason().length() + unknown.origin().path().length(), unknown.origin());
        unknowns.add(unknown);
    }

    /** Changes a resource once all are read; nothing happens if it is not among them. */
    <T extends Resource> void change(ResourceId id, Class<T> type, UnaryOperator<T> change) {
        changes.add(collector -> collector.changeNow(id, type, change));
    }

    /** Adds what resources have many of, all at once. */
    private void addParts() {
        blocks.forEach((id, added) -> changeNow(id, Vpc.class, vpc -> {
            Vpc.Builder more = vpc.toBuilder();
            for (Cidr each : added) {
                if (each.family() == IpFamily.IPV4) {
                    more.addCidrBlock(each);
                } else {
                    more.addIpv6CidrBlock(each);
                }
            }
            return more.build();
        }));
        reservations.forEach((id, added) -> changeNow(id, Subnet.class, subnet -> {
            Subnet.Builder more = subnet.toBuilder();
            added.forEach(more::addCidrReservation);
            return more.build();
        }));
        rules.groups().forEach(id -> changeNow(id, SecurityGroup.class, group -> rules.in(group, added.contains(id))));
        groupVpcs.forEach((id, added) -> changeNow(id, SecurityGroup.class, group -> {
            SecurityGroup.Builder more = group.toBuilder();
            added.stream().filter(vpc -> !vpc.equals(group.vpcId())).forEach(more::addAssociatedVpcId);
            return more.build();
        }));
    }

    private <T extends Resource> void changeNow(ResourceId id, Class<T> type, UnaryOperator<T> change) {
        resources.computeIfPresent(id, (same, resource) -> change.apply(type.cast(resource)));
    }

    Reading build() {
        unread.addEmptyFiles(Sets.difference(filesGiven, filesRead));
        embedded.forEach((id, part) -> Comparisons.merge(id, part, this));
        addParts();
        changes.forEach(change -> change.accept(this));
        if (!lists.contains(INTERNET_GATEWAYS)) {
            described.forEach(id -> openFacts.add(id, Fact.INTERNET_GATEWAY));
        }
        resources.replaceAll((id, resource) -> resource instanceof Eni eni ? withoutNeedlessDemand(eni) : resource);
        NetworkPlan.Builder builder = NetworkPlan.builder();
        resources.values().forEach(builder::put);
        duplicates.forEach(builder::add);
        demands.forEach(builder::addSubnetDemand);
        declared.demands().forEach(demand -> demand.subnets().forEach(this::mention));
        associations.apply(builder, this);
        settlePlaces(builder);
        Existing there = new Existing(builder.build(), added, shown, rules.before());
        NetworkPlan plan = there.complete(available, quotas, declared.demands());
        openFacts.addSymbols(plan);
        openWhatSymbolsMayChange(plan);
        zones.forEach((id, stated) -> Comparisons.compareZones(id, stated, plan, this));
        declared.check(plan, this);
        plan.resources().forEach(this::mentionTargets);
        ImmutableSortedSet<ResourceId> outside = mentioned.stream()
                .filter(id -> !resources.containsKey(id) && !Symbols.is(id))
                .collect(ImmutableSortedSet.toImmutableSortedSet(ResourceId::compareTo));
        return new Reading(
                plan,
                outside,
                new Origins(Collections.unmodifiableMap(origins), Collections.unmodifiableMap(blockOrigins)),
                distinct(unknowns),
                leftOut,
                findings,
                openFacts,
                added,
                declared.demands(),
                openRooms,
                quotas.isPresent() || there.areQuotasOfOneAccount(),
                new Alternatives(alternatives, origins),
                Branches.none(),
                unread,
                declared.samples(resources, openFacts),
                budget.limits().findings());
    }

    /** Notes what VPCs may have, or do without: by resources that are about no VPC that is known, or by other gateways. */
    private void openWhatSymbolsMayChange(NetworkPlan plan) {
        gateways.stream()
                .filter(Symbols::is)
                .forEach(symbol -> vpcsOf(symbol, plan).forEach(vpc -> openFacts.add(vpc, Fact.INTERNET_GATEWAY)));
        otherGateways.stream()
                .flatMap(id -> plan.elasticIp(id).stream())
                .flatMap(elasticIp ->
                        elasticIp.association().map(ElasticIpAssociation::eniId).flatMap(plan::eni).stream())
                .flatMap(eni -> plan.vpcOf(eni).stream())
                .forEach(vpc -> openFacts.add(vpc.id(), Fact.INTERNET_GATEWAY));
        blocks.forEach((symbol, added) -> {
            if (Symbols.is(symbol)) {
                for (VpcId vpc : vpcsOf(symbol, plan)) {
                    added.forEach(block -> openFacts.add(
                            vpc, block.family() == IpFamily.IPV4 ? Fact.VPC_IPV4_BLOCKS : Fact.VPC_IPV6_BLOCKS));
                }
            }
        });
    }

    /** Lists the VPCs that a symbol may stand for. */
    private List<VpcId> vpcsOf(VpcId symbol, NetworkPlan plan) {
        List<String> candidates = alternatives.getOrDefault(symbol.toString(), List.of());
        return candidates.isEmpty()
                ? plan.vpcs().stream().map(Vpc::id).toList()
                : candidates.stream().map(VpcId::of).toList();
    }

    /** Returns unknown values in their order, each once. */
    private static List<Unknown> distinct(List<Unknown> unknowns) {
        Set<Unknown> seen = new TreeSet<>(
                Comparator.comparing((Unknown each) -> each.origin().file())
                        .thenComparing(each -> each.origin().path())
                        .thenComparingInt(each -> each.origin().line().orElse(0))
                        .thenComparing(each -> each.origin().name().orElse(""))
                        .thenComparing(Unknown::reason));
        return unknowns.stream().filter(seen::add).toList();
    }

    /** Interfaces of IPv6-native subnets and of type efa-only get no primary IPv4 address. */
    private Eni withoutNeedlessDemand(Eni eni) {
        boolean isWithoutIpv4 = eni.interfaceType().equals(InterfaceType.EFA_ONLY)
                || (resources.get(eni.subnetId()) instanceof Subnet subnet && subnet.ipv6Native());
        AddressDemand demand = eni.addressDemand();
        return isWithoutIpv4 && eni.awaitsPrimary()
                ? eni.toBuilder()
                        .addressDemand(demand.withIpv4Addresses(demand.ipv4Addresses() - 1))
                        .build()
                : eni;
    }

    /** States Regions that nothing else tells, and calls the zone of an instance as that of its subnet is called. */
    private void settlePlaces(NetworkPlan.Builder builder) {
        NetworkPlan plan = builder.build();
        regions.forEach((id, region) -> plan.find(id)
                .filter(resource -> plan.regionOf(resource).isEmpty())
                .ifPresent(resource -> builder.put(
                        resource instanceof Vpc vpc
                                ? vpc.toBuilder().region(region).build()
                                : resource instanceof ElasticIp elasticIp
                                        ? elasticIp.toBuilder().region(region).build()
                                        : resource)));
        for (Instance instance : plan.instances()) {
            plan.primaryEniOf(instance.id())
                    .map(Eni::subnetId)
                    .flatMap(plan::subnet)
                    .filter(subnet -> instance.availabilityZone().isPresent()
                            && instance.zoneId().isPresent()
                            && instance.zoneId().equals(subnet.zoneId()))
                    .ifPresent(subnet -> builder.put(instance.toBuilder()
                            .availabilityZone(subnet.availabilityZone())
                            .build()));
        }
    }

    private void mentionTargets(Resource resource) {
        resource.visit(
                vpc -> {},
                subnet -> mention(subnet.vpcId()),
                group -> {
                    mention(group.vpcId());
                    group.associatedVpcIds().forEach(this::mention);
                    group.peerIds().forEach(this::mention);
                },
                instance -> {},
                eni -> {
                    mention(eni.subnetId());
                    eni.securityGroups().forEach(this::mention);
                    eni.instanceId().ifPresent(this::mention);
                },
                elasticIp ->
                        elasticIp.association().map(ElasticIpAssociation::eniId).ifPresent(this::mention));
    }
}
