package io.enikit.json.terraform;

import io.enikit.json.gathered.Presence;
import io.enikit.json.text.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a Terraform plan does with one resource, and what the resource is like before and after. */
final class TerraformChange {
    private static final List<String> CREATE = List.of("create");
    private static final List<String> UPDATE = List.of("update");

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

    private final String type;
    private final List<String> actions;
    private final Optional<Node> before;
    private final Optional<Node> after;
    private final Optional<Node> unknown;

    private TerraformChange(String type, Node change) {
        this.type = type;
        this.actions = change.list("actions").stream().map(Node::text).toList();
        this.before = change.find("before").filter(node -> node.is(Node.Kind.OBJECT));
        this.after = change.find("after").filter(node -> node.is(Node.Kind.OBJECT));
        this.unknown = change.find("after_unknown");
    }

    /** Reads an entry of the list of changes. */
    static TerraformChange of(Node entry) {
        return new TerraformChange(
                entry.find("type").map(node -> node.scalarOr("")).orElse(""), entry.get("change"));
    }

    /** Finds what is known of the resource only once the plan is carried out. */
    Optional<Node> unknown() {
        return unknown;
    }

    boolean isGone() {
        return !actions.isEmpty() && GONE.containsAll(actions);
    }

    /** Returns whether what is there is deleted, in place of which something else may come. */
    boolean deletes() {
        return actions.contains("delete");
    }

    boolean replaces() {
        return deletes() && actions.contains("create");
    }

    /** Returns whether a resource is there already; the interfaces of a service stay where its subnets do. */
    Presence presence(String typeAfter) {
        if (actions.isEmpty() || actions.equals(CREATE)) {
            return Presence.ADDED;
        }
        boolean stays = UNTOUCHED.containsAll(actions)
                || (actions.equals(UPDATE) && TerraformServices.isOne(typeAfter) && isWhereItWas());
        return stays ? Presence.KEPT : Presence.CHANGED;
    }

    private boolean isWhereItWas() {
        return PLACES.stream()
                .allMatch(attribute -> before.flatMap(node -> node.find(attribute))
                        .map(Node::content)
                        .equals(after.flatMap(node -> node.find(attribute)).map(Node::content)));
    }

    /** Returns whether it is known which addresses the resource has, so that they are among those of no interface. */
    boolean isCounted() {
        return COUNTED.contains(type);
    }

    /** Lists the ids of the subnets, and all else, that stand at a service before it changes. */
    Set<String> placesBefore() {
        return places(before);
    }

    /** Lists the ids of the subnets in which addresses are given up, or may be. */
    Set<String> placesFreed() {
        Set<String> freed = places(before);
        if (!freed.isEmpty() && !deletes()) {
            freed.removeAll(places(after));
        }
        return freed;
    }

    private static Set<String> places(Optional<Node> side) {
        if (side.isEmpty()) {
            return Set.of();
        }
        Set<String> texts = new TreeSet<>();
        for (String attribute : PLACES) {
            side.get().find(attribute).ifPresent(node -> addTexts(node, texts));
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

    /** Finds a text that the resource has before it changes, and that is not empty. */
    Optional<String> before(String attribute) {
        return text(before, attribute);
    }

    /** Finds a text that the resource has once it has changed, and that is not empty. */
    Optional<String> after(String attribute) {
        return text(after, attribute);
    }

    private static Optional<String> text(Optional<Node> side, String attribute) {
        return side.flatMap(node -> node.find(attribute))
                .map(node -> node.scalarOr(""))
                .filter(text -> !text.isEmpty());
    }
}
