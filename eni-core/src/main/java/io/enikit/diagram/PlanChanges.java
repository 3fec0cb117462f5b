package io.enikit.diagram;

import com.google.common.collect.ImmutableSet;
import io.enikit.diagram.ChangeMap.Change;
import io.enikit.diagram.ChangeMap.Kind;
import io.enikit.diagram.ChangeMap.Values;
import io.enikit.model.Attachment;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanDiff;
import io.enikit.model.PlanId;
import io.enikit.model.Resource;
import io.enikit.model.ResourceId;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.net.Cidr;
import io.enikit.net.IpRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Turns what two plans differ in into something to draw. */
final class PlanChanges {
    private final NetworkPlan before;
    private final NetworkPlan after;
    private final PlanDiff diff;
    private final List<Change> changes = new ArrayList<>();

    PlanChanges(NetworkPlan before, NetworkPlan after) {
        this.before = before;
        this.after = after;
        this.diff = PlanDiff.between(before, after);
    }

    ChangeMap map() {
        diff.changed().forEach(change -> changes.add(changed(change)));
        diff.removed().forEach(each -> changes.add(gone(each, PlanWords.name(each))));
        diff.added().forEach(each -> changes.add(come(each, PlanWords.name(each))));
        diff.removedDuplicates().forEach(each -> changes.add(gone(each, "duplicate " + PlanWords.name(each))));
        diff.addedDuplicates().forEach(each -> changes.add(come(each, "duplicate " + PlanWords.name(each))));
        boolean scaled = changes.stream().anyMatch(change -> !change.before().equals(change.after()));
        if (scaled) {
            addKeptSubnets();
        }
        return ChangeMap.of("Changes to the plan", scaled ? blocks() : List.of(), changes);
    }

    private void addKeptSubnets() {
        Set<ResourceId> told = new TreeSet<>();
        diff.changed().forEach(change -> told.add(change.id()));
        for (Subnet subnet : before.subnets()) {
            if (!told.contains(subnet.id()) && after.subnet(subnet.id()).isPresent()) {
                blockOf(subnet)
                        .ifPresent(block ->
                                changes.add(Change.of(PlanWords.name(subnet), Optional.of(block), Optional.of(block))));
            }
        }
    }

    private List<Cidr> blocks() {
        ImmutableSet.Builder<Cidr> blocks = ImmutableSet.builder();
        for (NetworkPlan plan : List.of(before, after)) {
            plan.vpcs().forEach(vpc -> blocks.addAll(vpc.cidrBlocks()).addAll(vpc.ipv6CidrBlocks()));
        }
        return blocks.build().asList();
    }

    /** Returns the block of a subnet that is drawn: the IPv4 one where it has both. */
    private static Optional<Cidr> blockOf(Subnet subnet) {
        return PlanWords.blocksOf(subnet).stream().findFirst();
    }

    private static Optional<IpRange> rangeOf(NetworkPlan plan, ResourceId id) {
        return id instanceof SubnetId subnet
                ? plan.subnet(subnet).flatMap(PlanChanges::blockOf).map(IpRange::from)
                : Optional.empty();
    }

    private static Optional<IpRange> rangeOf(Resource resource) {
        return resource instanceof Subnet subnet ? blockOf(subnet).map(IpRange::from) : Optional.empty();
    }

    private static Change gone(Resource resource, String label) {
        Values values = Values.of("", description(resource), Optional.empty());
        return Change.of(Kind.REMOVED, label, "", List.of(values), rangeOf(resource), Optional.empty());
    }

    private static Optional<String> description(Resource resource) {
        return Optional.of(PlanWords.describe(resource)).filter(text -> !text.isEmpty());
    }

    private static Change come(Resource resource, String label) {
        Values values = Values.of("", Optional.empty(), description(resource));
        return Change.of(Kind.ADDED, label, "", List.of(values), Optional.empty(), rangeOf(resource));
    }

    private Change changed(PlanDiff.Change change) {
        List<Values> values = new ArrayList<>();
        change.fields().forEach((name, each) -> values.add(Values.of(name, each.before(), each.after())));
        Optional<IpRange> was = rangeOf(before, change.id());
        Optional<IpRange> is = rangeOf(after, change.id());
        String label = change.id().equals(PlanId.of()) ? "quotas" : PlanWords.name(change.id());
        if (change.id() instanceof EniId eni) {
            Eni old = before.eni(eni).orElseThrow();
            Eni current = after.eni(eni).orElseThrow();
            if (!placeOf(old).equals(placeOf(current))) {
                return Change.of(Kind.MOVED, label, kept(old, current), values, was, is);
            }
        }
        return Change.of(was.equals(is) ? Kind.CHANGED : Kind.MOVED, label, "", values, was, is);
    }

    private static Optional<String> placeOf(Eni eni) {
        return eni.attachment().flatMap(Attachment::instanceId).map(instance -> PlanWords.whereabouts(eni));
    }

    /** Tells what an interface took along. */
    private static String kept(Eni old, Eni current) {
        List<String> kept = new ArrayList<>(PlanWords.addressesOf(old));
        kept.retainAll(PlanWords.addressesOf(current));
        if (old.macAddress().equals(current.macAddress()) && old.macAddressKnown() && current.macAddressKnown()) {
            kept.add("MAC " + old.macAddress());
        }
        return kept.isEmpty() ? "" : "keeps " + String.join(", ", kept);
    }
}
