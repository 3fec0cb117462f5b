package io.enikit.json.terraform;

import static io.enikit.json.terraform.TerraformTypes.GROUP;
import static io.enikit.json.terraform.TerraformTypes.VPC;

import io.enikit.json.declared.DeclaredRules;
import io.enikit.json.gathered.Declared;
import io.enikit.json.text.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Puts the rules of security groups in the words of CloudFormation, where each permission has one other side. */
final class TerraformRules {
    private static final String PEER = "Peer";

    private TerraformRules() {}

    /** Declares a group. Terraform takes from a new one the rules that EC2 gives it. */
    static void group(TerraformResource resource, Consumer<Declared> declared) {
        resource.link("VpcId", "vpc_id", VPC).value("GroupName", "name").value("GroupDescription", "description");
        blocks(resource, DeclaredRules.INGRESS, "ingress", "Source");
        blocks(resource, DeclaredRules.EGRESS, "egress", "Destination");
        resource.done("SecurityGroup", declared);
    }

    private static void blocks(TerraformResource resource, String property, String attribute, String side) {
        List<Node> rules = new ArrayList<>();
        for (TerraformResource each : resource.eachWithin(attribute)) {
            rules.addAll(permissions(each, "security_groups", side));
        }
        if (resource.isAdded()
                || !rules.isEmpty()
                || resource.values().find(attribute).isPresent()) {
            resource.put(property, Node.list(rules, resource.values().place().key(attribute)));
        }
    }

    /** Declares the rules of one resource, which may have several other sides. */
    static void rule(TerraformResource resource, Consumer<Declared> declared) {
        boolean ingress = resource.values()
                .find("type")
                .filter(type -> type.scalarOr("").equals("egress"))
                .isEmpty();
        resource.link("GroupId", "security_group_id", GROUP);
        List<Node> rules = permissions(resource.part(), "source_security_group_id", ingress ? "Source" : "Destination");
        resource.put("Rules", Node.list(rules, resource.values().place()));
        resource.done(ingress ? DeclaredRules.INGRESS : DeclaredRules.EGRESS, declared);
    }

    static void newerRule(TerraformResource resource, String type, String side, Consumer<Declared> declared) {
        resource.link("GroupId", "security_group_id", GROUP)
                .value("IpProtocol", "ip_protocol")
                .value("FromPort", "from_port")
                .value("ToPort", "to_port")
                .value("CidrIp", "cidr_ipv4")
                .value("CidrIpv6", "cidr_ipv6")
                .value(side + "PrefixListId", "prefix_list_id")
                .link(side + "SecurityGroupId", "referenced_security_group_id", GROUP)
                .value("Description", "description")
                .done(type, declared);
    }

    /** Lists the permissions of a block: one for each other side. */
    private static List<Node> permissions(TerraformResource block, String groups, String side) {
        block.value("IpProtocol", "protocol")
                .value("FromPort", "from_port")
                .value("ToPort", "to_port")
                .value("Description", "description");
        Map<String, Node> common = new LinkedHashMap<>(block.asObject().members());
        List<Node> permissions = new ArrayList<>();
        block.value(PEER, "cidr_blocks");
        addEach(block, "CidrIp", common, permissions);
        block.value(PEER, "ipv6_cidr_blocks");
        addEach(block, "CidrIpv6", common, permissions);
        block.value(PEER, "prefix_list_ids");
        addEach(block, side + "PrefixListId", common, permissions);
        if (groups.endsWith("_id")) {
            block.link(PEER, groups, GROUP);
        } else {
            block.links(PEER, groups, GROUP);
        }
        addEach(block, side + "SecurityGroupId", common, permissions);
        block.value("Self", "self");
        block.property("Self").filter(self -> self.scalarOr("").equals("true")).ifPresent(self -> {
            Map<String, Node> permission = new LinkedHashMap<>(common);
            permission.put("Self", self);
            permissions.add(Node.object(permission, block.values().place()));
        });
        return permissions;
    }

    private static void addEach(
            TerraformResource block, String property, Map<String, Node> common, List<Node> permissions) {
        block.property(PEER).ifPresent(peers -> {
            for (Node peer : peers.is(Node.Kind.LIST) ? peers.items() : List.of(peers)) {
                Map<String, Node> permission = new LinkedHashMap<>(common);
                permission.put(property, peer);
                permissions.add(Node.object(permission, block.values().place()));
            }
        });
        block.drop(PEER);
    }
}
