package io.enikit.json.terraform;

import io.enikit.json.gathered.Collector;
import io.enikit.json.gathered.Presence;
import io.enikit.json.gathered.ReadRules;
import io.enikit.json.terraform.TerraformModule.Names;
import io.enikit.json.terraform.TerraformModule.Planned;
import io.enikit.json.text.Node;
import io.enikit.json.text.ValueAccess;
import io.enikit.model.SubnetId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The JSON of a Terraform plan: what is going to be there, and what data sources say is there. */
final class TerraformPlan {
    private static final String DEFERRED = "deferred_changes";

    /** What Terraform does with a resource that is not there, or no concern of it, afterwards. */
    private static final Set<String> GONE = Set.of("delete", "forget");

    private static final Set<String> UNTOUCHED = Set.of("no-op", "read");

    /** The attributes of services that say where their interfaces are, and how many there are. */
    private static final Set<String> PLACES = Set.of(
            "desired_count",
            "ip_address",
            "launch_template",
            "max_size",
            "mixed_instances_policy",
            "multi_az",
            "network_configuration",
            "num_cache_clusters",
            "num_cache_nodes",
            "num_node_groups",
            "private_ip",
            "replicas_per_node_group",
            "scaling_config",
            "subnet_configuration",
            "subnet_id",
            "subnet_ids",
            "subnet_mapping",
            "subnets",
            "vpc_config",
            "vpc_settings",
            "vpc_zone_identifier");

    /** The types whose addresses are known one by one, so that those which go are not counted. */
    private static final Set<String> COUNTED =
            Set.of("aws_instance", "aws_network_interface", "aws_nat_gateway", "aws_efs_mount_target");

    private static final Set<String> SUBNETS = Set.of("aws_subnet", "aws_default_subnet");

    private final Node whole;
    private final List<Planned> managed = new ArrayList<>();
    private final List<Planned> data = new ArrayList<>();
    /** The changes by the addresses that the plan has for them. */
    private final Map<String, Node> changes = new LinkedHashMap<>();

    private final Map<String, String> types = new HashMap<>();

    private TerraformPlan(Node whole) {
        this.whole = whole;
    }

    static TerraformPlan read(Node whole, Names names) {
        TerraformPlan plan = new TerraformPlan(whole);
        for (Node each : whole.list("resource_changes")) {
            if (each.find("deposed").isEmpty()) {
                String address = each.get("address").text();
                plan.changes.put(address, each.get("change"));
                each.find("type").ifPresent(type -> plan.types.put(address, type.scalarOr("")));
            }
        }
        for (Planned each : TerraformModule.root(whole, names).all()) {
            boolean gone = plan.change(each).filter(TerraformPlan::isGone).isPresent();
            if (!gone && !each.isData()) {
                plan.managed.add(each);
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
    List<Planned> managed() {
        return managed;
    }

    /** Lists what data sources have read. */
    List<Planned> data() {
        return data;
    }

    private Optional<Node> change(Planned resource) {
        return Optional.ofNullable(changes.get(resource.label()));
    }

    /** Finds what is known of a resource only once the plan is carried out. */
    Optional<Node> unknown(Planned resource) {
        return change(resource).flatMap(node -> node.find("after_unknown"));
    }

    /** Returns whether a resource is there already; the interfaces of a service stay where its subnets do. */
    Presence presence(Planned resource) {
        List<String> actions = change(resource).map(TerraformPlan::actions).orElse(List.of());
        if (actions.isEmpty() || actions.equals(List.of("create"))) {
            return Presence.ADDED;
        }
        boolean stays = UNTOUCHED.containsAll(actions)
                || (actions.equals(List.of("update"))
                        && TerraformServices.isOne(resource.type())
                        && change(resource).filter(TerraformPlan::isWhereItWas).isPresent());
        return stays ? Presence.KEPT : Presence.CHANGED;
    }

    private static List<String> actions(Node change) {
        List<Node> actions = change.list("actions");
        return actions.size() == 1
                ? List.of(actions.get(0).text())
                : actions.stream().map(Node::text).toList();
    }

    private static boolean isWhereItWas(Node change) {
        return PLACES.stream()
                .allMatch(attribute -> member(change, "before", attribute)
                        .map(Node::content)
                        .equals(member(change, "after", attribute).map(Node::content)));
    }

    private static Optional<Node> member(Node change, String side, String attribute) {
        return change.find(side).filter(node -> node.is(Node.Kind.OBJECT)).flatMap(node -> node.find(attribute));
    }

    /** Lists the ids of the subnets, and all else, that stand at a service before it changes. */
    Set<String> placesBefore(Planned service) {
        return change(service).map(change -> places(change, "before")).orElse(Set.of());
    }

    /** Notes the subnets in which the plan gives up addresses, or may. */
    void noteFreed(Collector collector) {
        changes.forEach((address, change) -> {
            List<String> actions = actions(change);
            Set<String> before = places(change, "before");
            if (!before.isEmpty() && !actions.contains("delete")) {
                before.removeAll(places(change, "after"));
            }
            boolean isCounted = COUNTED.contains(types.getOrDefault(address, ""));
            before.forEach(subnet -> collector.freed(SubnetId.of(subnet), isCounted));
        });
    }

    private static Set<String> places(Node change, String side) {
        Set<String> texts = new TreeSet<>();
        Optional<Node> object = change.find(side).filter(node -> node.is(Node.Kind.OBJECT));
        if (object.isPresent()) {
            PLACES.forEach(attribute -> object.get().find(attribute).ifPresent(node -> addTexts(node, texts)));
        }
        return texts;
    }

    private static void addTexts(Node node, Set<String> texts) {
        switch (node.kind()) {
            case OBJECT -> node.members().values().forEach(each -> addTexts(each, texts));
            case LIST -> node.items().forEach(each -> addTexts(each, texts));
            case TEXT -> {
                if (!node.text().isBlank()) {
                    texts.add(node.text());
                }
            }
            default -> {}
        }
    }

    /** Lists the ids of what is there before, as far as the plan deals with it. */
    Set<String> idsBefore() {
        Set<String> ids = new TreeSet<>();
        changes.values().forEach(change -> idBefore(change).ifPresent(ids::add));
        return ids;
    }

    /** Lists the ids of what will not be there any more, in place of which something else may come. */
    Set<String> idsGone() {
        Set<String> ids = new TreeSet<>();
        for (Node change : changes.values()) {
            if (actions(change).contains("delete")) {
                idBefore(change).ifPresent(ids::add);
                text(change, "before", "network_interface_id").ifPresent(ids::add);
            }
        }
        return ids;
    }

    private static Optional<String> idBefore(Node change) {
        return text(change, "before", "id");
    }

    private static Optional<String> text(Node change, String side, String attribute) {
        return member(change, side, attribute).map(node -> node.scalarOr("")).filter(text -> !text.isEmpty());
    }

    private static boolean isGone(Node change) {
        List<Node> actions = change.list("actions");
        return !actions.isEmpty() && actions.stream().map(Node::text).allMatch(GONE::contains);
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
        for (Planned each : managed) {
            if (SUBNETS.contains(each.type())) {
                change(each).ifPresent(node -> reportReplaced(each, node, collector));
            }
        }
    }

    private static void reportReplaced(Planned subnet, Node change, Collector collector) {
        List<String> actions = actions(change);
        if (actions.contains("delete") && actions.contains("create")) {
            String before = text(change, "before", "cidr_block").orElse("no known block");
            String after = text(change, "after", "cidr_block").orElse("no known block");
            collector.report(
                    ReadRules.REPLACED,
                    SubnetId.of(subnet.address()),
                    "it would be deleted and made anew"
                            + (before.equals(after) ? "" : ", with " + after + " in place of " + before),
                    "keep what cannot change: the block, the zone and the VPC of a subnet",
                    TerraformResource.origin(subnet));
        }
    }
}
