package io.enikit.diagram;

import com.google.common.collect.ImmutableSet;
import io.enikit.diagram.ChangeMap.Change;
import io.enikit.diagram.ChangeMap.Kind;
import io.enikit.diagram.ChangeMap.Values;
import io.enikit.internal.EscapedText;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanDiff;
import io.enikit.model.PlanId;
import io.enikit.model.PlanNames;
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
    private static final String INSTANCE = "instance";

    /** The field with the id that EC2 gives an attachment, which says nothing to a person. */
    private static final String ATTACHMENT_ID = "attachment";

    private final NetworkPlan before;
    private final NetworkPlan after;
    private final PlanNames oldNames;
    private final PlanNames newNames;
    private final PlanDiff diff;
    private final List<Change> changes = new ArrayList<>();

    PlanChanges(NetworkPlan before, NetworkPlan after) {
        this.before = before;
        this.after = after;
        this.oldNames = PlanNames.of(before);
        this.newNames = PlanNames.of(after);
        this.diff = PlanDiff.between(before, after);
    }

    ChangeMap map() {
        for (int i = 0; i < diff.changed().size(); i++) {
            changes.add(changed(diff.changed().get(i), diff.sentences().get(i)));
        }
        diff.removed().forEach(each -> changes.add(gone(each, "")));
        diff.added().forEach(each -> changes.add(come(each, "")));
        diff.removedDuplicates().forEach(each -> changes.add(gone(each, "duplicate ")));
        diff.addedDuplicates().forEach(each -> changes.add(come(each, "duplicate ")));
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
                        .ifPresent(block -> changes.add(
                                Change.of(nameOf(subnet, newNames), Optional.of(block), Optional.of(block))));
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

    private static String nameOf(Resource resource, PlanNames names) {
        return PlanWords.name(resource.resourceId(), names);
    }

    private Change gone(Resource resource, String prefix) {
        Values values = Values.of("", description(resource, before, oldNames), Optional.empty());
        String label = prefix + nameOf(resource, oldNames);
        return Change.of(Kind.REMOVED, label, "", List.of(values), rangeOf(resource), Optional.empty());
    }

    private static Optional<String> description(Resource resource, NetworkPlan plan, PlanNames names) {
        return Optional.of(PlanWords.describe(resource, plan, names)).filter(text -> !text.isEmpty());
    }

    private Change come(Resource resource, String prefix) {
        Values values = Values.of("", Optional.empty(), description(resource, after, newNames));
        String label = prefix + nameOf(resource, newNames);
        return Change.of(Kind.ADDED, label, "", List.of(values), Optional.empty(), rangeOf(resource));
    }

    private Change changed(PlanDiff.Change change, String sentence) {
        List<Values> values = new ArrayList<>();
        change.fields().forEach((name, each) -> {
            if (name.equals(INSTANCE)) {
                values.add(Values.of(
                        name, instanceOf(before, change.id(), oldNames), instanceOf(after, change.id(), newNames)));
            } else if (!name.equals(ATTACHMENT_ID)) {
                values.add(Values.of(
                        EscapedText.unescape(name.replaceFirst("^tag:", "tag ")),
                        each.before().map(PlanChanges::plain),
                        each.after().map(PlanChanges::plain)));
            }
        });
        Optional<IpRange> was = rangeOf(before, change.id());
        Optional<IpRange> is = rangeOf(after, change.id());
        String label = change.id().equals(PlanId.of()) ? "quotas" : PlanWords.name(change.id(), newNames);
        boolean moved = change.id() instanceof EniId eni
                && !placeOf(before.eni(eni).orElseThrow())
                        .equals(placeOf(after.eni(eni).orElseThrow()));
        return Change.of(moved || !was.equals(is) ? Kind.MOVED : Kind.CHANGED, label, sentence, values, was, is);
    }

    /** Returns a value as a person writes it; plan texts escape what would end a word. */
    private static String plain(String value) {
        return EscapedText.unescape(value.replace(",", ", "));
    }

    private static Optional<String> instanceOf(NetworkPlan plan, ResourceId eni, PlanNames names) {
        return plan.find(eni).flatMap(resource -> ((Eni) resource).instanceId()).map(names::nameOf);
    }

    private static Optional<String> placeOf(Eni eni) {
        return eni.attachment()
                .flatMap(attachment ->
                        attachment.instanceId().map(instance -> instance + " " + PlanWords.place(attachment)));
    }
}
