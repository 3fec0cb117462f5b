package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.Collections2;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Lists;
import io.enikit.internal.PlanAccess;
import io.enikit.model.Attachment;
import io.enikit.model.AttachmentStatus;
import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.EniId;
import io.enikit.model.Instance;
import io.enikit.model.InstanceId;
import io.enikit.model.InstanceState;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PublicIpv4;
import io.enikit.model.Resource;
import io.enikit.model.ResourceId;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Changes a plan on behalf of one operation, or of time alone, and records changed ids and outcomes. */
final class Editor {
    private final int operationIndex;
    private final @Nullable Call call;
    private final boolean settles;
    private final Caller caller;
    private final Set<ResourceId> changed = new TreeSet<>();
    private final ImmutableList.Builder<Outcome> outcomes = ImmutableList.builder();
    private NetworkPlan plan;

    Editor(int operationIndex, @Nullable Call call, NetworkPlan plan, boolean settles, Caller caller) {
        this.operationIndex = operationIndex;
        this.call = call;
        this.settles = settles;
        this.caller = caller;
        this.plan = plan;
    }

    Call call() {
        return requireNonNull(call);
    }

    /** Returns who owns what is created. */
    Caller caller() {
        return caller;
    }

    /** Returns the plan with all changes so far. */
    NetworkPlan plan() {
        return plan;
    }

    Set<ResourceId> changed() {
        return changed;
    }

    ImmutableList<Outcome> outcomes() {
        return outcomes.build();
    }

    Eni eni(EniId id) {
        return plan.eni(id).orElseThrow();
    }

    Instance instance(InstanceId id) {
        return plan.instance(id).orElseThrow();
    }

    void put(Resource resource) {
        changed.add(resource.resourceId());
        plan = PlanAccess.get().put(plan, resource);
    }

    void remove(ResourceId id) {
        changed.add(id);
        plan = PlanAccess.get().remove(plan, id);
    }

    /** Changes the tags of a resource, whatever its kind. */
    void changeTags(ResourceId id, Consumer<SortedMap<String, String>> change) {
        Resource resource = plan.find(id).orElseThrow();
        SortedMap<String, String> tags = new TreeMap<>(resource.tags());
        change.accept(tags);
        put(resource.withTags(ImmutableSortedMap.copyOf(tags)));
    }

    /** Attaches an interface that is created or available. */
    void attach(Eni eni, Attachment attachment) {
        Attachment place = settles
                ? attachment
                : attachment.toBuilder().status(AttachmentStatus.ATTACHING).build();
        Eni attached = PlanAccess.get().attached(eni, place);
        put(attached);
        report(
                Outcome.Kind.ATTACHED,
                eni.id(),
                attached.attachment().flatMap(Attachment::attachmentId).orElse("") + " at device index "
                        + attachment.deviceIndex() + " of network card " + attachment.networkCardIndex() + " of "
                        + attachment.instanceId().map(InstanceId::toString).orElse("a service"));
        report(Outcome.Kind.STATUS, eni.id(), "available → attaching" + (settles ? " → in-use" : ""));
    }

    /** Detaches an interface, or begins to. */
    void detach(Eni eni) {
        if (settles) {
            endAttachment(eni, "in-use → detaching → available");
        } else {
            setAttachmentStatus(eni, AttachmentStatus.DETACHING);
        }
    }

    /** Takes an interface from its place; it keeps all else but its public IPv4 and that an IPv6 address is primary. */
    void endAttachment(Eni eni, String states) {
        releasePublicIpv4(eni);
        put(eni.toBuilder()
                .attachment(Optional.empty())
                .publicIpv4(Optional.empty())
                .ipv6Addresses(unlocked(eni.ipv6Addresses()))
                .build());
        report(
                Outcome.Kind.DETACHED,
                eni.id(),
                eni.instanceId().map(InstanceId::toString).map("from "::concat).orElse(""));
        report(Outcome.Kind.STATUS, eni.id(), states);
    }

    /** Changes the status of an attachment; nothing happens to one that has it. */
    void setAttachmentStatus(Eni eni, AttachmentStatus status) {
        Attachment before = eni.attachment().orElseThrow();
        if (before.status() != status) {
            put(PlanAccess.get().attached(eni, before.toBuilder().status(status).build()));
            report(Outcome.Kind.STATUS, eni.id(), "attachment " + before.status() + " → " + status);
        }
    }

    /** An IPv6 address is the primary one for as long as the interface is attached. */
    private static List<EniAddress> unlocked(List<EniAddress> ipv6Addresses) {
        return Lists.transform(ipv6Addresses, each -> new EniAddress(each.address(), false));
    }

    /** Deletes an interface: its addresses are free again, its Elastic IPs stay allocated, its branches loose. */
    void delete(Eni eni) {
        ImmutableList.copyOf(plan.elasticIpsOf(eni.id())).forEach(this::disassociate);
        ImmutableList.copyOf(plan.branchesOf(eni.id())).forEach(this::disassociateTrunk);
        remove(eni.id());
        report(Outcome.Kind.DELETED, eni.id(), "");
    }

    /** Takes a branch off its trunk. */
    void disassociateTrunk(Eni branch) {
        put(branch.toBuilder().trunkAssociation(Optional.empty()).build());
        report(
                Outcome.Kind.DISASSOCIATED,
                branch.id(),
                branch.trunkAssociation().map(trunk -> "from " + trunk).orElse(""));
    }

    /** Returns whether changes that take time are ended at once. */
    boolean settles() {
        return settles;
    }

    /** Changes the state of an instance, by way of the state between, where it stays unless changes settle. */
    void setState(Instance instance, InstanceState between, InstanceState state) {
        if (!settles && instance.state() == between) {
            return;
        }
        put(instance.toBuilder().state(settles ? state : between).build());
        report(Outcome.Kind.STATUS, instance.id(), instance.state() + " → " + between + (settles ? " → " + state : ""));
    }

    /** Ends the state between, in which an instance is. */
    void endState(Instance instance, InstanceState state) {
        put(instance.toBuilder().state(state).build());
        report(Outcome.Kind.STATUS, instance.id(), instance.state() + " → " + state);
    }

    /** Deletes or detaches the interfaces of an instance that is terminated. */
    void endInterfaces(InstanceId instance, String states) {
        for (Eni eni : plan.enisOf(instance)) {
            if (eni.attachment().orElseThrow().deleteOnTermination()) {
                delete(eni);
            } else {
                endAttachment(eni, states);
            }
        }
    }

    /** Gives an interface addresses and prefixes; those that it has already it keeps as they are. */
    void assign(EniId id, List<EniAddress> addresses, List<Cidr> prefixes) {
        Eni before = eni(id);
        Eni.Builder after = before.toBuilder();
        for (EniAddress each : addresses) {
            if (!has(before, each.address())) {
                after = each.address().family() == IpFamily.IPV4
                        ? after.addPrivateIpAddress(each)
                        : after.addIpv6Address(each);
                report(Outcome.Kind.ASSIGNED, id, each.address() + (each.primary() ? " (primary)" : ""));
            }
        }
        for (Cidr prefix : prefixes) {
            if (!before.prefixes(prefix.family()).contains(prefix)) {
                after = prefix.family() == IpFamily.IPV4 ? after.addIpv4Prefix(prefix) : after.addIpv6Prefix(prefix);
                report(Outcome.Kind.ASSIGNED, id, prefix.toString());
            }
        }
        put(after.build());
    }

    private static boolean has(Eni eni, IpAddress address) {
        for (EniAddress own : eni.addresses(address.family())) {
            if (own.address().equals(address)) {
                return true;
            }
        }
        return false;
    }

    /** Takes addresses and prefixes from an interface. Elastic IPs of these stay where they are. */
    void unassign(EniId id, Set<IpAddress> addresses, Set<Cidr> prefixes) {
        Eni before = eni(id);
        put(before.toBuilder()
                .privateIpAddresses(without(before.privateIpAddresses(), addresses))
                .ipv6Addresses(without(before.ipv6Addresses(), addresses))
                .ipv4Prefixes(Collections2.filter(before.ipv4Prefixes(), each -> !prefixes.contains(each)))
                .ipv6Prefixes(Collections2.filter(before.ipv6Prefixes(), each -> !prefixes.contains(each)))
                .build());
        addresses.forEach(address -> report(Outcome.Kind.RELEASED, id, address.toString()));
        prefixes.forEach(prefix -> report(Outcome.Kind.RELEASED, id, prefix.toString()));
    }

    /** Takes addresses and prefixes from an interface, and the Elastic IPs that stood for them. */
    void unassign(Call.Unassigned what) {
        unassign(what.eni(), ImmutableSet.copyOf(what.addresses()), ImmutableSet.copyOf(what.prefixes()));
        Eni left = eni(what.eni());
        boolean any = false;
        for (ElasticIp elasticIp : ImmutableList.copyOf(plan.elasticIpsOf(left.id()))) {
            Optional<IpAddress> address = elasticIp.association().flatMap(ElasticIpAssociation::privateIpAddress);
            if (address.isPresent() && !left.owns(address.get())) {
                disassociate(elasticIp);
                any = true;
            }
        }
        if (any) {
            renewPublicIpv4(left.id());
        }
    }

    private static Iterable<EniAddress> without(List<EniAddress> addresses, Set<IpAddress> left) {
        return Collections2.filter(addresses, each -> !left.contains(each.address()));
    }

    /** Associates an Elastic IP with an address that has none and that it is not associated with. */
    void associate(ElasticIp elasticIp, ElasticIpAssociation target) {
        put(elasticIp.toBuilder().association(target).build());
        report(Outcome.Kind.ASSOCIATED, elasticIp.id(), "with " + target);
    }

    /** Takes an Elastic IP from the address that it is associated with; it stays allocated. */
    void disassociate(ElasticIp elasticIp) {
        put(elasticIp.toBuilder().association(Optional.empty()).build());
        report(
                Outcome.Kind.DISASSOCIATED,
                elasticIp.id(),
                elasticIp.association().map(from -> "from " + from).orElse(""));
    }

    /** Takes back the public IPv4 address that EC2 gave an interface. */
    void releasePublicIpv4(Eni eni) {
        if (eni.publicIpv4().isPresent()) {
            put(eni.toBuilder().publicIpv4(Optional.empty()).build());
            report(Outcome.Kind.RELEASED, eni.id(), "its public IPv4 address");
        }
    }

    /** Gives a primary interface a public IPv4 address, where EC2 does: if it is the only one and has no Elastic IP. */
    void renewPublicIpv4(InstanceId id) {
        List<Eni> enis = plan.enisOf(id);
        if (enis.size() == 1 && plan.elasticIpsOf(enis.get(0).id()).isEmpty()) {
            givePublicIpv4(enis.get(0));
        }
    }

    /** Gives an interface a public IPv4 address if it is set to have one: the primary one of a running instance. */
    void givePublicIpv4(Eni eni) {
        boolean running = eni.instanceId()
                .flatMap(plan::instance)
                .filter(instance -> instance.state() == InstanceState.RUNNING)
                .isPresent();
        boolean free = eni.privateIpAddress()
                .filter(address -> plan.elasticIpOf(new ElasticIpAssociation(eni.id(), address))
                        .isEmpty())
                .isPresent();
        if (running
                && free
                && eni.attachment().filter(Attachment::isPrimary).isPresent()
                && eni.associatePublicIpAddress()
                && eni.publicIpv4().isEmpty()) {
            put(eni.toBuilder().publicIpv4(PublicIpv4.chosenByEc2()).build());
            report(Outcome.Kind.ASSIGNED, eni.id(), "a public IPv4 address");
        }
    }

    /** Gives the instance of an interface, if it is attached, a public IPv4 address where EC2 does. */
    void renewPublicIpv4(EniId id) {
        plan.eni(id).flatMap(Eni::instanceId).ifPresent(this::renewPublicIpv4);
    }

    void report(Outcome.Kind kind, ResourceId subject, String detail) {
        outcomes.add(new Outcome(operationIndex, kind, subject, detail));
    }
}
