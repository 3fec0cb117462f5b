package io.enikit.json.gathered;

import com.google.common.collect.MultimapBuilder;
import com.google.common.collect.SetMultimap;
import io.enikit.json.text.Symbols;
import io.enikit.model.Attachment;
import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Resource;
import io.enikit.model.ResourceId;
import io.enikit.model.Subnet;
import io.enikit.model.TrunkAssociation;
import io.enikit.model.Vpc;
import io.enikit.rules.Fact;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is not known about resources that were read, each fact about one of them.
 *
 * <p>A violation is not certain while a fact that its rule {@linkplain io.enikit.rules.RuleInfo#needs() needs} is open
 * about its subject, or about a resource that the subject belongs to.
 */
public final class OpenFacts {
    private final SetMultimap<ResourceId, Fact> open =
            MultimapBuilder.treeKeys().enumSetValues(Fact.class).build();

    /** Whether there is nothing outside of the files. */
    private boolean whole;

    /** Notes that what is mentioned and not read does not exist. */
    public void nothingOutside() {
        whole = true;
    }

    public void add(ResourceId id, Fact fact) {
        open.put(id, fact);
    }

    public void addAll(OpenFacts other) {
        open.putAll(other.open);
        whole |= other.whole;
    }

    public void remove(ResourceId id, Fact fact) {
        open.remove(id, fact);
    }

    /** Adds what is open because a text stands for it. */
    void addSymbols(NetworkPlan plan) {
        plan.subnets().stream()
                .filter(subnet -> Symbols.is(subnet.vpcId()))
                .forEach(subnet -> add(subnet.id(), Fact.SUBNET_VPC));
        plan.securityGroups().stream()
                .filter(group -> Symbols.is(group.vpcId()))
                .forEach(group -> add(group.id(), Fact.GROUP_VPC));
        plan.instances().stream()
                .filter(instance -> Symbols.is(instance.instanceType()))
                .forEach(instance -> add(instance.id(), Fact.INSTANCE_TYPE));
    }

    /** Returns whether a violation may not be one, if what is open were known. */
    public boolean concern(Set<Fact> needs, ResourceId subject, NetworkPlan plan) {
        return needs.stream().anyMatch(fact -> isOpen(fact, subject, plan));
    }

    private boolean isOpen(Fact fact, ResourceId subject, NetworkPlan plan) {
        return switch (fact) {
            case EXISTENCE -> !whole; // else all that is mentioned and not read is outside of the files
            case SUBNET_ZONE -> areZonesOpen(subject, plan);
            default -> owners(fact, subject, plan).anyMatch(owner -> open.containsEntry(owner, fact));
        };
    }

    /** Two zones are known to differ, or not to, where both are names, or both are known up to the Region. */
    private static boolean areZonesOpen(ResourceId subject, NetworkPlan plan) {
        Set<String> zones = plan.find(subject).stream()
                .flatMap(resource -> zones(resource, plan))
                .collect(Collectors.toSet());
        return zones.stream().anyMatch(zone -> zones.stream().anyMatch(other -> Symbols.maybeSame(zone, other)));
    }

    /** Lists the zones that rules compare: of an interface, its instance and its trunk. */
    private static Stream<String> zones(Resource resource, NetworkPlan plan) {
        if (!(resource instanceof Eni eni)) {
            return Stream.empty();
        }
        Optional<Eni> trunk =
                eni.trunkAssociation().map(TrunkAssociation::trunk).flatMap(plan::eni);
        return Stream.of(
                        plan.subnet(eni.subnetId()).map(Subnet::availabilityZone),
                        eni.attachment().flatMap(Attachment::instanceId).flatMap(plan::availabilityZoneOf),
                        trunk.map(Eni::subnetId).flatMap(plan::subnet).map(Subnet::availabilityZone))
                .flatMap(Optional::stream);
    }

    /** Lists the resources of the kind that a fact is about: the subject, or what it belongs to. */
    private static Stream<ResourceId> owners(Fact fact, ResourceId subject, NetworkPlan plan) {
        return plan.find(subject).stream()
                .flatMap(resource -> withOwners(resource, plan))
                .filter(id -> id.kind() == fact.about());
    }

    private static Stream<ResourceId> withOwners(Resource resource, NetworkPlan plan) {
        return resource.match(
                vpc -> Stream.of(vpc.id()),
                subnet -> Stream.of(subnet.id(), subnet.vpcId()),
                group -> Stream.of(group.id(), group.vpcId()),
                instance -> Stream.of(instance.id()),
                eni -> withOwners(eni, plan),
                elasticIp -> withOwners(elasticIp, plan));
    }

    private static Stream<ResourceId> withOwners(Eni eni, NetworkPlan plan) {
        return Stream.of(
                        Stream.of(eni.id(), eni.subnetId()),
                        plan.vpcOf(eni).map(Vpc::id).stream(),
                        eni.instanceId().stream(),
                        eni.securityGroups().stream())
                .flatMap(owners -> owners);
    }

    private static Stream<ResourceId> withOwners(ElasticIp elasticIp, NetworkPlan plan) {
        return Stream.concat(
                Stream.of(elasticIp.id()),
                elasticIp.association().map(ElasticIpAssociation::eniId).flatMap(plan::eni).stream()
                        .flatMap(eni -> withOwners(eni, plan)));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OpenFacts that && open.equals(that.open) && whole == that.whole;
    }

    @Override
    public int hashCode() {
        return open.hashCode();
    }
}
