package io.enikit.operations;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.enikit.model.AddressPicker;
import io.enikit.model.ElasticIpId;
import io.enikit.model.EniId;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.ResourceId;
import io.enikit.model.RuleDirection;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.SecurityGroupRule;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import io.enikit.rules.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an operation says of itself: the ids it names, what it creates, attaches and asks for.
 *
 * <p>The operation fills it in, preconditions look at it. Each part is empty unless the operation has it.
 */
final class Call {
    private final Operation operation;
    private final NetworkPlan plan;
    private ImmutableList<ResourceId> named = ImmutableList.of();
    private ImmutableList<ResourceId> created = ImmutableList.of();
    private ImmutableSet<String> createdTagKeys = ImmutableSet.of();
    private ImmutableList<CreateEni> createdEnis = ImmutableList.of();
    private ImmutableList<EniId> attached = ImmutableList.of();
    private ImmutableList<String> attachmentIds = ImmutableList.of();
    private ImmutableList<EniId> changed = ImmutableList.of();
    private ImmutableList<InstanceId> through = ImmutableList.of();
    private ImmutableList<AddressRequest> requests = ImmutableList.of();
    private boolean assigns;
    private ImmutableList<Unassigned> unassigned = ImmutableList.of();
    private ImmutableList<RequestedBlock> blocks = ImmutableList.of();
    private ImmutableList<List<String>> attributes = ImmutableList.of();
    private ImmutableList<Tagged> tagged = ImmutableList.of();
    private boolean aboutRules;
    private ImmutableList<RuleIn> addedRules = ImmutableList.of();
    private ImmutableList<RuleIn> knownRules = ImmutableList.of();
    private ImmutableList<RuleNamed> namedRules = ImmutableList.of();
    private @Nullable Long addressSeed;
    private @Nullable PickedAddresses picked;

    /** Addresses and prefixes of one family that are to be taken from an interface. */
    record Unassigned(EniId eni, IpFamily family, List<IpAddress> addresses, List<Cidr> prefixes) {}

    /**
     * A block that a request names.
     *
     * @param parameter the name of the parameter in the EC2 API
     * @param cidr the block
     * @param family the family that the parameter is for
     */
    record RequestedBlock(String parameter, Cidr cidr, IpFamily family) {}

    /** A tag of a resource that is to be set or removed. */
    record Tagged(ResourceId resource, String key) {}

    /** A security group rule that is to be added, or must be there. */
    record RuleIn(SecurityGroupId group, RuleDirection direction, SecurityGroupRule rule) {}

    /** The id of a security group rule that must be there, in one of some directions. */
    record RuleNamed(SecurityGroupId group, Set<RuleDirection> directions, String id) {}

    private Call(Operation operation, NetworkPlan plan) {
        this.operation = operation;
        this.plan = plan;
    }

    static Call of(Operation operation, NetworkPlan plan) {
        return new Call(operation, plan);
    }

    /** Addresses are picked by a seed, or the lowest free ones without. */
    Call withAddressSeed(@Nullable Long seed) {
        addressSeed = seed;
        return this;
    }

    /** The resources must exist. */
    Call names(ResourceId... ids) {
        named = ImmutableList.copyOf(ids);
        return this;
    }

    /** The ids must be free. */
    Call creates(Collection<? extends ResourceId> ids, Collection<String> tagKeys) {
        created = ImmutableList.copyOf(ids);
        createdTagKeys = ImmutableSet.copyOf(tagKeys);
        return this;
    }

    Call createsEnis(List<CreateEni> enis) {
        createdEnis = ImmutableList.copyOf(enis);
        requests = enis.stream()
                .flatMap(create -> NewEni.addressRequests(create, plan).stream())
                .collect(ImmutableList.toImmutableList());
        return this;
    }

    /** The interfaces exist and are to be attached. */
    Call attaches(Collection<EniId> enis) {
        attached = ImmutableList.copyOf(enis);
        return this;
    }

    Call namesAttachments(Collection<String> ids) {
        attachmentIds = ImmutableList.copyOf(ids);
        return this;
    }

    /** The interface must exist, and must be the account's own to change. */
    Call changes(EniId eni) {
        named = ImmutableList.of(eni);
        changed = ImmutableList.of(eni);
        return this;
    }

    /** The call is about the only interface of an instance, which it does not name. */
    Call through(InstanceId instance) {
        through = ImmutableList.of(instance);
        return this;
    }

    /** The interface is to be given addresses or prefixes. */
    Call assigns(AddressRequest request) {
        requests = ImmutableList.of(request);
        assigns = true;
        return this;
    }

    Call unassigns(Unassigned what) {
        unassigned = ImmutableList.of(what);
        return this;
    }

    Call blocks(Collection<RequestedBlock> requested) {
        blocks = ImmutableList.copyOf(requested);
        return this;
    }

    /** The attributes that are set, with their values; EC2 takes one at a time. */
    Call modifies(List<String> set) {
        attributes = ImmutableList.of(set);
        return this;
    }

    /** The rules are to be added to a security group. */
    Call adds(SecurityGroupId group, RuleDirection direction, List<SecurityGroupRule> rules) {
        aboutRules = true;
        addedRules = rules(group, direction, rules);
        return this;
    }

    /** The rules, and those with the ids, must be there. */
    Call namesRules(
            SecurityGroupId group,
            Set<RuleDirection> directions,
            List<SecurityGroupRule> rules,
            Collection<String> ids) {
        aboutRules = true;
        knownRules = directions.stream()
                .flatMap(direction -> rules(group, direction, rules).stream())
                .collect(ImmutableList.toImmutableList());
        namedRules =
                ids.stream().map(id -> new RuleNamed(group, directions, id)).collect(ImmutableList.toImmutableList());
        return this;
    }

    private static ImmutableList<RuleIn> rules(
            SecurityGroupId group, RuleDirection direction, List<SecurityGroupRule> rules) {
        return rules.stream().map(rule -> new RuleIn(group, direction, rule)).collect(ImmutableList.toImmutableList());
    }

    Call tags(ResourceId resource, String key) {
        tagged = ImmutableList.of(new Tagged(resource, key));
        return this;
    }

    /** Adds to a fault what EC2's messages say of the call: the ids that it names. */
    Fault values(Fault fault) {
        Fault with = fault;
        for (ResourceId id : named) {
            with = with.withDefault(nameOf(id), id);
        }
        for (EniId id : attached) {
            with = with.withDefault("eni", id);
        }
        return with;
    }

    private static String nameOf(ResourceId id) {
        return id instanceof ElasticIpId ? "allocation" : id.kind().word();
    }

    Operation operation() {
        return operation;
    }

    ImmutableList<ResourceId> named() {
        return named;
    }

    <I extends ResourceId> List<I> named(Class<I> kind) {
        List<I> found = new ArrayList<>(named.size());
        for (ResourceId id : named) {
            if (kind.isInstance(id)) {
                found.add(kind.cast(id));
            }
        }
        return found;
    }

    ImmutableList<ResourceId> created() {
        return created;
    }

    ImmutableSet<String> createdTagKeys() {
        return createdTagKeys;
    }

    ImmutableList<CreateEni> createdEnis() {
        return createdEnis;
    }

    ImmutableList<EniId> attached() {
        return attached;
    }

    ImmutableList<String> attachmentIds() {
        return attachmentIds;
    }

    ImmutableList<EniId> changed() {
        return changed;
    }

    ImmutableList<InstanceId> through() {
        return through;
    }

    /** Returns what is asked for, by interface and family; nothing for an interface that is unknown. */
    ImmutableList<AddressRequest> requests() {
        return requests;
    }

    /** Returns what is to be assigned to an interface that exists. */
    ImmutableList<AddressRequest> assigned() {
        return assigns ? requests : ImmutableList.of();
    }

    ImmutableList<Unassigned> unassigned() {
        return unassigned;
    }

    ImmutableList<RequestedBlock> blocks() {
        return blocks;
    }

    ImmutableList<List<String>> attributes() {
        return attributes;
    }

    ImmutableList<Tagged> tagged() {
        return tagged;
    }

    boolean isAboutRules() {
        return aboutRules;
    }

    ImmutableList<RuleIn> addedRules() {
        return addedRules;
    }

    ImmutableList<RuleIn> knownRules() {
        return knownRules;
    }

    ImmutableList<RuleNamed> namedRules() {
        return namedRules;
    }

    /** Returns what an interface gets; picked once, for the preconditions and for the change itself. */
    PickedAddresses.Share picked(EniId eni, IpFamily family) {
        @Nullable PickedAddresses made = picked;
        if (made == null) {
            made = PickedAddresses.of(
                    addressSeed == null ? AddressPicker.of(plan) : AddressPicker.of(plan, addressSeed), requests);
            picked = made;
        }
        return made.of(eni, family);
    }
}
