package io.enikit.json.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.json.text.Node;
import io.enikit.json.text.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What modules of Terraform tell of expressions. */
class TerraformModuleTest {
    @Test
    void constant_ofSeveralReferences_isNotGuessed() {
        Place place = Place.of("f");
        Node variables = Node.object(
                Map.of(
                        "a",
                        Node.object(Map.of("value", Node.text("x", place)), place),
                        "b",
                        Node.object(Map.of("value", Node.text("y", place)), place)),
                place);
        TerraformModule module = TerraformModule.root(
                Node.object(Map.of("variables", variables), place), resource -> resource.address());
        assertThat(module.constant(references(place, "var.a")).map(Node::text)).isEqualTo(Optional.of("x"));
        assertThat(module.constant(references(place, "var.a", "var.b"))).isEmpty();
    }

    private static Node references(Place place, String... texts) {
        List<Node> nodes =
                List.of(texts).stream().map(text -> Node.text(text, place)).toList();
        return Node.object(Map.of("references", Node.list(nodes, place)), place);
    }
}
