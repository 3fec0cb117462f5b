package io.enikit.json.gathered;

import com.google.common.collect.ImmutableSortedSet;
import io.enikit.internal.IdMap;
import io.enikit.internal.SharedIds;
import io.enikit.json.Origin;
import io.enikit.json.Unknown;
import io.enikit.json.text.Budget;
import io.enikit.json.text.Node;
import io.enikit.json.text.Place;
import io.enikit.json.text.Symbols;
import io.enikit.model.Attachment;
import io.enikit.model.ElasticIpId;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Quotas;
import io.enikit.model.Resource;
import io.enikit.model.ResourceId;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.SubnetDemand;
import io.enikit.model.SubnetId;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import io.enikit.model.Zone;
import io.enikit.rules.Fact;
import io.enikit.rules.RuleInfo;
import java.util.ArrayList;
import java.util.Collections;
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

/** Gathers what is read, from any number of files, and puts it together. */
public final class Collector {
    public static final String INTERNET_GATEWAYS = "InternetGateways";

    private final Budget budget;
    private final List<SubnetDemand> demands = new ArrayList<>();
    private final Map<ResourceId, Comparisons.Embedded> embedded = new IdMap<>();

    private final Set<ResourceId> mentioned = Collections.newSetFromMap(new IdMap<>());
    private final Set<VpcId> described = new TreeSet<>();
    private final Map<SubnetId, Integer> available = new TreeMap<>();
    /** The subnets in which addresses are given up. */
    private final Set<SubnetId> freed = new TreeSet<>();
    /** The subnets in which nobody knows how many addresses are given up. */
    private final Set<SubnetId> openRooms = new TreeSet<>();

    private final SharedIds ids = new SharedIds();

    private final ResourceParts parts = new ResourceParts(mentioned);
    private final Notes notes;
    private final ResourcesRead resources;
    private final List<Consumer<Collector>> changes = new ArrayList<>();
    private final Associations associations = new Associations();
    private final OpenFacts openFacts = new OpenFacts();
    private final Map<String, List<String>> alternatives = new LinkedHashMap<>();
    private Optional<Quotas> quotas = Optional.empty();
    private final FilesRead files = new FilesRead();
    private final DeclaredContext declared;

    public Collector(Budget budget) {
        this.budget = budget;
        this.declared = new DeclaredContext(budget);
        this.notes = new Notes(budget);
        this.resources = new ResourcesRead(notes);
    }

    public Budget budget() {
        return budget;
    }

    /** Returns a collector that holds the same, and goes on by itself. */
    public Collector fork(Budget newBudget) {
        Collector fork = new Collector(newBudget);
        fork.resources.copy(resources);
        fork.demands.addAll(demands);
        fork.embedded.putAll(embedded);
        fork.mentioned.addAll(mentioned);
        fork.described.addAll(described);
        fork.available.putAll(available);
        fork.freed.addAll(freed);
        fork.openRooms.addAll(openRooms);
        fork.parts.addAll(parts);
        fork.notes.addAll(notes);
        fork.changes.addAll(changes);
        fork.associations.addAll(associations);
        fork.openFacts.addAll(openFacts);
        fork.alternatives.putAll(alternatives);
        fork.quotas = quotas;
        fork.files.addAll(files);
        fork.declared.addAll(declared);
        return fork;
    }

    /** Takes over what another collector has read of one file. */
    public void absorb(Collector part) {
        resources.addAll(part.resources);
        demands.addAll(part.demands);
        part.embedded.forEach(embedded::putIfAbsent);
        mentioned.addAll(part.mentioned);
        described.addAll(part.described);
        part.available.forEach((id, count) -> available.merge(id, count, Math::min));
        freed.addAll(part.freed);
        openRooms.addAll(part.openRooms);
        parts.addAll(part.parts);
        notes.addAll(part.notes);
        changes.addAll(part.changes);
        quotas = part.quotas.or(() -> quotas);
        openFacts.addAll(part.openFacts);
        declared.addAll(part.declared);
        files.addAll(part.files);
    }

    public FilesRead files() {
        return files;
    }

    public int size() {
        return resources.all().size();
    }

    /** Adds a resource that describe output shows. Pages may show one twice; it is kept twice only if they differ. */
    public void add(Resource resource, Node object) {
        addShown(resource, object.place());
        if (resource instanceof Vpc vpc) {
            described.add(vpc.id());
        }
    }

    private void addShown(Resource resource, Place place) {
        files.noteRead(place);
        resources.addShown(resource, place);
    }

    /** Takes addresses that a plan says EC2 is to choose. */
    public void addDemand(SubnetDemand demand) {
        demands.add(demand);
    }

    /** Adds a resource whose id is taken, as it is. */
    public void addDuplicate(Resource resource) {
        resources.addDuplicate(resource);
    }

    /** Notes the quotas, which nothing raises. */
    public void quotas(Quotas newQuotas) {
        quotas = Optional.of(newQuotas);
    }

    /** Says whether what is added next exists already. */
    public void reading(boolean newExisting) {
        resources.reading(newExisting);
    }

    /** Returns whether a resource of that id has been read. */
    public boolean describes(String id) {
        return resources.has(id);
    }

    /** Returns the ids that describe output shows, and those that what it shows names. */
    public Set<String> named() {
        Set<String> named = new TreeSet<>();
        Stream.concat(resources.all().stream(), embedded.values().stream().map(Comparisons.Embedded::eni))
                .forEach(each -> Settlement.targets(each, id -> named.add(id.toString())));
        mentioned.forEach(id -> named.add(id.toString()));
        return named;
    }

    /** Leaves out resources that have been read, as they are not going to be there any more, or not as they are. */
    public void leaveOut(Set<String> gone) {
        Set<ResourceId> left = gone.stream()
                .flatMap(ResourcesRead::idsOf)
                .filter(id -> resources.contains(id) || embedded.containsKey(id))
                .collect(Collectors.toSet());
        resources.removeAll(left);
        left.forEach(embedded::remove);
    }

    /** Leaves out instances that are not going to be there any more, and the interfaces that go with them. */
    public void terminate(Set<String> gone) {
        leaveOut(gone);
        leaveOut(Stream.concat(
                        resources.all().stream(), embedded.values().stream().map(Comparisons.Embedded::eni))
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
    public void alternatives(Map<String, List<String>> candidates) {
        alternatives.putAll(candidates);
    }

    public void add(Resource resource, Origin origin) {
        files.noteRead(origin);
        resources.add(resource, origin);
    }

    /** Adds what something else shows of a resource, unless it is shown by itself. */
    public void addUnlessShown(Resource resource, Node object) {
        Place place = object.place();
        resources.see(resource.resourceId());
        changes.add(collector -> {
            if (!collector.resources.contains(resource.resourceId())) {
                collector.addShown(resource, place);
            }
        });
    }

    /** Adds an interface that is shown inside of its instance, with less about it than where it is shown by itself. */
    public void addEmbedded(Eni eni, Node object) {
        resources.show(eni.id());
        embedded.putIfAbsent(
                eni.id(), new Comparisons.Embedded(eni, object.place().origin()));
    }

    /** Notes how many addresses EC2 says are available in a subnet. */
    public void available(SubnetId id, int count) {
        if (!freed.contains(id)) {
            available.put(id, count);
        }
    }

    /**
     * Notes that addresses of a subnet are given up: as many are available as EC2 says, and more.
     *
     * @param isCounted whether it is known which addresses these are, so that they are among those of no interface
     */
    public void freed(SubnetId id, boolean isCounted) {
        available.remove(id);
        freed.add(id);
        if (!isCounted) {
            openRooms.add(id);
        }
    }

    public void interfacesUnknown(InstanceId id) {
        openFacts.add(id, Fact.INSTANCE_INTERFACES);
    }

    public void mention(ResourceId id) {
        mentioned.add(id);
    }

    public void zone(EniId id, Zone zone, Node object) {
        resources.zone(id, new Comparisons.Stated(zone, object.place()));
    }

    public VpcId vpcId(String text) {
        return ids.same(VpcId.of(text));
    }

    public SubnetId subnetId(String text) {
        return ids.same(SubnetId.of(text));
    }

    public SecurityGroupId groupId(String text) {
        return ids.same(SecurityGroupId.of(text));
    }

    public InstanceId instanceId(String text) {
        return ids.same(InstanceId.of(text));
    }

    /** Returns what belongs to resources and stands somewhere else. */
    public ResourceParts parts() {
        return parts;
    }

    /** Attaches an interface. Of an instance that has one which is not read, not all interfaces are known. */
    public void attach(EniId id, InstanceId instance, Attachment attachment) {
        mention(id);
        change(id, Eni.class, eni -> eni.toBuilder().attachment(attachment).build());
        changes.add(collector -> {
            if (!collector.resources.contains(id)) {
                collector.interfacesUnknown(instance);
            }
        });
    }

    /** Associates an Elastic IP with an address of an interface. */
    public void associate(ElasticIpId id, EniId eni, Associations.Target target) {
        mention(id);
        mention(eni);
        associations.add(id, eni, target);
    }

    /** Associates an Elastic IP with an address of the primary interface of an instance. */
    public void associate(ElasticIpId id, InstanceId instance, Associations.Target target) {
        mention(id);
        mention(instance);
        associations.add(id, instance, target);
    }

    Optional<Origin> originOf(ResourceId id) {
        return resources.originOf(id);
    }

    /** Notes a resource that is not going to be made. */
    public void leaveOut(Origin origin) {
        files.noteRead(origin);
        notes.leaveOut(origin);
    }

    /** Reports that a file contradicts itself, or another one. */
    public void contradiction(ResourceId subject, String message, Node at) {
        contradiction(subject, message, at.place().origin());
    }

    void contradiction(ResourceId subject, String message, Origin origin) {
        notes.contradiction(subject, message, origin);
    }

    public void report(RuleInfo rule, ResourceId subject, String message, String hint, Origin origin) {
        notes.report(rule, subject, message, hint, origin);
    }

    public OpenFacts openFacts() {
        return openFacts;
    }

    public DeclaredContext declared() {
        return declared;
    }

    ResourcesRead resources() {
        return resources;
    }

    /** Returns an id that no interface has: the given one, or one like it. */
    public EniId free(EniId id) {
        EniId free = id;
        for (int i = 2; resources.contains(free); i++) {
            free = EniId.of(id + "-" + i);
        }
        return free;
    }

    /** Reports something that many values of a file depend on, at the first of them. */
    public void unknownOnce(Unknown unknown) {
        if (declared.isFirst(unknown.origin().file() + " " + unknown.reason())) {
            unknown(unknown);
        }
    }

    public void unknown(Unknown unknown) {
        notes.unknown(unknown);
    }

    /** Changes a resource once all are read; nothing happens if it is not among them. */
    public <T extends Resource> void change(ResourceId id, Class<T> type, UnaryOperator<T> change) {
        changes.add(collector -> collector.resources.change(id, type, change));
    }

    /** Notes what a resource of the plan mentions that was not read, and compares it with what else is said of it. */
    private void look(Resource resource, NetworkPlan plan) {
        Settlement.targets(resource, id -> {
            if (!resources.contains(id)) {
                mention(id);
            }
        });
        if (resource instanceof Eni eni) {
            Comparisons.compareZones(eni, resources.zone(eni.id()), plan, this);
        }
    }

    public Gathered build() {
        embedded.forEach((id, part) -> Comparisons.merge(id, part, this));
        parts.addTo(resources);
        changes.forEach(change -> change.accept(this));
        if (!files.saw(INTERNET_GATEWAYS)) {
            described.forEach(id -> openFacts.add(id, Fact.INTERNET_GATEWAY));
        }
        resources.changeAll(resource -> Settlement.withoutNeedlessDemand(resource, resources));
        NetworkPlan.Builder builder = NetworkPlan.builder();
        resources.addTo(builder);
        demands.forEach(builder::addSubnetDemand);
        declared.demands().forEach(demand -> demand.subnets().forEach(this::mention));
        associations.apply(builder, this);
        NetworkPlan unsettled = builder.build();
        parts.settleRegions(unsettled, builder);
        Settlement.settleZones(unsettled, builder);
        Existing there = new Existing(
                builder.build(),
                resources.added(),
                resources::isShown,
                parts.rules().before());
        NetworkPlan plan = there.complete(available, quotas, declared.demands());
        openFacts.addSymbols(plan);
        parts.noteOpen(plan, alternatives, openFacts);
        plan.resources().forEach(each -> look(each, plan));
        declared.check(plan, this);
        ImmutableSortedSet<ResourceId> outside = mentioned.stream()
                .filter(id -> !resources.contains(id) && !Symbols.is(id))
                .collect(ImmutableSortedSet.toImmutableSortedSet(ResourceId::compareTo));
        return new Gathered(
                plan,
                outside,
                new Origins(resources.origins(), parts.blockOrigins(), files.first()),
                notes.unknowns(),
                List.copyOf(notes.leftOut()),
                List.copyOf(notes.all()),
                openFacts,
                Collections.unmodifiableSet(resources.added()),
                List.copyOf(declared.demands()),
                openRooms,
                quotas.isPresent() || there.areQuotasOfOneAccount(),
                alternatives,
                declared.samples(resources, openFacts),
                files.unreadAtLast(),
                budget.limits().findings());
    }
}
