package io.enikit.json;

import com.google.common.collect.ImmutableSet;
import io.enikit.json.TerraformModule.Planned;
import io.enikit.model.SubnetId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the JSON of a Terraform plan: what is planned, in the words of CloudFormation. */
final class TerraformPlan {
    static final String FORMAT_VERSION = "format_version";
    static final Set<String> SECTIONS =
            ImmutableSet.of(FORMAT_VERSION, "planned_values", "resource_changes", "configuration", "variables");

    /** What Terraform does with a resource that is not there, or no concern of it, afterwards. */
    private static final Set<String> GONE = Set.of("delete", "forget");

    private static final Set<String> SUBNETS = Set.of("aws_subnet", "aws_default_subnet");

    private TerraformPlan() {}

    static void read(Node plan, Collector collector) {
        checkVersion(plan.get(FORMAT_VERSION));
        if (plan.find("planned_values").isEmpty()) {
            throw plan.refuse(
                    "the key planned_values is missing: expected a plan, as of terraform show -json PLANFILE");
        }
        List<Planned> all = TerraformModule.root(plan).all();
        TerraformLinks links = new TerraformLinks(all, collector.budget());
        Map<String, Node> changes = new LinkedHashMap<>();
        for (Node each : plan.list("resource_changes")) {
            if (each.find("deposed").isEmpty()) {
                changes.put(each.get("address").text(), each.get("change"));
            }
        }
        List<Declared> declared = new ArrayList<>();
        for (Planned each : all) {
            Optional<Node> change = Optional.ofNullable(changes.get(each.address()));
            if (change.filter(TerraformPlan::isGone).isPresent()) {
                continue;
            }
            new TerraformResource(each, change.flatMap(node -> node.find("after_unknown")), links)
                    .declare(declared::add);
            change.filter(node -> SUBNETS.contains(each.type()))
                    .ifPresent(node -> reportReplaced(each, node, collector));
        }
        Declarations.read(declared, collector);
    }

    private static void checkVersion(Node version) {
        String text = version.text();
        if (!text.startsWith("0.") && !text.startsWith("1.")) {
            throw version.refuse("the format version is \"" + text + "\": expected 0.x or 1.x");
        }
    }

    private static boolean isGone(Node change) {
        List<Node> actions = change.list("actions");
        return !actions.isEmpty() && actions.stream().map(Node::text).allMatch(GONE::contains);
    }

    /** A replaced subnet loses its interfaces, and fails to go while it has any. */
    private static void reportReplaced(Planned subnet, Node change, Collector collector) {
        List<String> actions = change.list("actions").stream().map(Node::text).toList();
        if (actions.contains("delete") && actions.contains("create")) {
            String before = block(change, "before");
            String after = block(change, "after");
            collector.report(
                    ReadRules.REPLACED,
                    SubnetId.of(subnet.address()),
                    "it would be deleted and made anew"
                            + (before.equals(after) ? "" : ", with " + after + " in place of " + before),
                    "keep what cannot change: the block, the zone and the VPC of a subnet",
                    subnet.values().place().around().origin().named(subnet.address()));
        }
    }

    private static String block(Node change, String side) {
        return change.find(side)
                .flatMap(node -> node.find("cidr_block"))
                .map(Node::scalar)
                .orElse("no known block");
    }
}
