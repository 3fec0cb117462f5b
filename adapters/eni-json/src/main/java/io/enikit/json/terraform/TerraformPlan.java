package io.enikit.json.terraform;

import io.enikit.json.gathered.Collector;
import io.enikit.json.gathered.Presence;
import io.enikit.json.gathered.ReadRules;
import io.enikit.json.terraform.TerraformModule.Names;
import io.enikit.json.text.Node;
import io.enikit.json.text.ValueAccess;
import io.enikit.model.SubnetId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The JSON of a Terraform plan: what is going to be there, and what data sources say is there. */
final class TerraformPlan {
    private static final String DEFERRED = "deferred_changes";

    private static final Set<String> SUBNETS = Set.of("aws_subnet", "aws_default_subnet");

    private final Node whole;
    private final List<Managed> managed = new ArrayList<>();
    private final List<Planned> data = new ArrayList<>();
    /** The changes by the addresses that the plan has for them. */
    private final Map<String, TerraformChange> changes = new LinkedHashMap<>();

    /** A resource that is going to be there, and what the plan does with it, if that stands in it. */
    record Managed(Planned resource, Optional<TerraformChange> change) {
        /** Finds what is known of the resource only once the plan is carried out. */
        Optional<Node> unknown() {
            return change.flatMap(TerraformChange::unknown);
        }

        /** Returns whether the resource is there already. */
        Presence presence() {
            return change.isPresent() ? change.get().presence(resource.type()) : Presence.ADDED;
        }

        /** Lists the ids of the subnets, and all else, that stand at a service before it changes. */
        Set<String> placesBefore() {
            return change.isPresent() ? change.get().placesBefore() : Set.of();
        }
    }

    private TerraformPlan(Node whole) {
        this.whole = whole;
    }

    static TerraformPlan read(Node whole, Names names) {
        TerraformPlan plan = new TerraformPlan(whole);
        for (Node each : whole.list("resource_changes")) {
            if (each.find("deposed").isEmpty()) {
                plan.changes.put(each.get("address").text(), TerraformChange.of(each));
            }
        }
        for (Planned each : TerraformModule.root(whole, names).all()) {
            Optional<TerraformChange> change = Optional.ofNullable(plan.changes.get(each.label()));
            boolean gone = change.isPresent() && change.get().isGone();
            if (!gone && !each.isData()) {
                plan.managed.add(new Managed(each, change));
            }
        }
        whole
                .find("prior_state")
                .flatMap(state -> state.find("values"))
                .map(values -> TerraformModule.ofValues(values, names).all())
                .orElse(List.of())
                .stream()
                .filter(Planned::isData)
                .forEach(plan.data::add);
        return plan;
    }

    /** Lists what is going to be there. */
    List<Managed> managed() {
        return managed;
    }

    /** Lists what data sources have read. */
    List<Planned> data() {
        return data;
    }

    /** Notes the subnets in which the plan gives up addresses, or may. */
    void noteFreed(Collector collector) {
        for (TerraformChange each : changes.values()) {
            for (String subnet : each.placesFreed()) {
                collector.freed(SubnetId.of(subnet), each.isCounted());
            }
        }
    }

    /** Lists the ids of what is there before, as far as the plan deals with it. */
    Set<String> idsBefore() {
        Set<String> ids = new TreeSet<>();
        changes.values().forEach(change -> change.before("id").ifPresent(ids::add));
        return ids;
    }

    /** Lists the ids of what will not be there any more, in place of which something else may come. */
    Set<String> idsGone() {
        Set<String> ids = new TreeSet<>();
        for (TerraformChange change : changes.values()) {
            if (change.deletes()) {
                change.before("id").ifPresent(ids::add);
                change.before("network_interface_id").ifPresent(ids::add);
            }
        }
        return ids;
    }

    /** Says what the plan itself does not know. */
    void reportOpen(Collector collector) {
        for (Node each : whole.list(DEFERRED)) {
            Node change = each.get("resource_change");
            String address = change.get("address").text();
            String reason = each.find("reason").map(node -> node.scalarOr("")).orElse("");
            collector.unknown(ValueAccess.get()
                    .unknown(
                            "the change is deferred to a later plan" + (reason.isEmpty() ? "" : " (" + reason + ")"),
                            TerraformResource.calling(change.place().origin(), address)));
        }
        boolean errored = flag("errored").orElse(false);
        if (errored) {
            collector.unknown(ValueAccess.get()
                    .unknown(
                            "what is left to plan: planning failed, and the plan is not complete",
                            whole.place().origin()));
        } else if (!flag("complete").orElse(true) && whole.list(DEFERRED).isEmpty()) {
            collector.unknown(ValueAccess.get()
                    .unknown(
                            "what is left to plan: the plan says that it is not complete",
                            whole.place().origin()));
        }
    }

    private Optional<Boolean> flag(String key) {
        return whole.find(key).map(node -> node.scalarOr("").equals("true"));
    }

    /** Reports subnets that are replaced: such a subnet loses its interfaces, and fails to go while it has any. */
    void reportReplaced(Collector collector) {
        for (Managed each : managed) {
            if (SUBNETS.contains(each.resource.type())) {
                each.change
                        .filter(TerraformChange::replaces)
                        .ifPresent(change -> reportReplaced(each.resource, change, collector));
            }
        }
    }

    private static void reportReplaced(Planned subnet, TerraformChange change, Collector collector) {
        String before = change.before("cidr_block").orElse("no known block");
        String after = change.after("cidr_block").orElse("no known block");
        collector.report(
                ReadRules.REPLACED,
                SubnetId.of(subnet.address()),
                "it would be deleted and made anew"
                        + (before.equals(after) ? "" : ", with " + after + " in place of " + before),
                "keep what cannot change: the block, the zone and the VPC of a subnet",
                TerraformResource.origin(subnet));
    }
}
