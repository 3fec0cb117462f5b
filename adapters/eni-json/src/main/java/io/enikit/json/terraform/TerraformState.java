package io.enikit.json.terraform;

import io.enikit.json.terraform.TerraformModule.Names;
import io.enikit.json.text.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads Terraform's state, as {@code terraform show -json} writes it and as it is stored: what exists. */
final class TerraformState {
    static final String LINEAGE = "lineage";
    private static final String READ_VERSION = "4";

    private TerraformState() {}

    /** Lists the resources, data sources among them. */
    static List<Planned> read(Node state, Names names) {
        return state.find("values").isPresent()
                ? TerraformModule.ofValues(state.get("values"), names).all()
                : stored(state, names);
    }

    private static List<Planned> stored(Node state, Names names) {
        Node version = state.get("version");
        if (!version.scalarOr("").equals(READ_VERSION)) {
            throw version.refuse("this is Terraform state of version " + version
                    + ": expected version 4, which Terraform 0.12 and later have; terraform show -json writes the state"
                    + " in a form that is read");
        }
        TerraformModule module = TerraformModule.ofState();
        List<Planned> all = new ArrayList<>();
        for (Node each : state.list("resources")) {
            String type = each.get("type").text();
            String name = (TerraformModule.isData(each) ? "data." : "") + type + "."
                    + each.get("name").text();
            String around = each.find("module").map(node -> node.text() + ".").orElse("");
            for (Node instance : each.list("instances")) {
                if (instance.find("deposed").isEmpty()) {
                    String key = instance.find("index_key").map(Node::scalar).orElse("");
                    String address = around + name + (key.isEmpty() ? "" : "[" + quoted(instance, key) + "]");
                    Node values = instance.find("attributes")
                            .orElse(Node.object(Map.of(), instance.place().key("attributes")));
                    all.add(Planned.of(module, type, name, key, address, values, names));
                }
            }
        }
        return all;
    }

    private static String quoted(Node instance, String key) {
        return instance.get("index_key").is(Node.Kind.TEXT) ? "\"" + key.replace("\"", "\\\"") + "\"" : key;
    }
}
