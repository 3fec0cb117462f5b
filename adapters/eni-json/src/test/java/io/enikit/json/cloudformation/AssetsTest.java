package io.enikit.json.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.json.ReadLimits;
import io.enikit.json.text.Budget;
import io.enikit.json.text.MapDocument;
import io.enikit.json.text.Node;
import io.enikit.json.text.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Files of a CDK app, by the addresses that its templates have for them. */
class AssetsTest {
    private static Node manifest(Map<String, ?> files) {
        return MapDocument.read("app.assets.json", Map.of("files", files), new Budget(ReadLimits.defaults()));
    }

    @Test
    void files_areFoundByTheirHash_andByTheKeyOfTheirDestination() {
        Assets assets = new Assets(List.of(manifest(Map.of(
                "abc",
                Map.of(
                        "source", Map.of("path", "net.template.json"),
                        "destinations", Map.of("here", Map.of("objectKey", "assets/xyz.json"), "there", Map.of())),
                "def",
                Map.of("source", Map.of("path", "app.template.json")),
                "ghi",
                Map.of("destinations", Map.of("here", Map.of("objectKey", "lost.json")))))));
        assertThat(assets.file("https://bucket/abc.json")).contains("net.template.json");
        assertThat(assets.file("https://bucket/assets/xyz.json")).contains("net.template.json");
        assertThat(assets.file("def.json")).contains("app.template.json");
        assertThat(assets.file("https://bucket/lost.json")).isEmpty();
        assertThat(assets.file("ghi.json")).isEmpty();
    }

    private static Optional<Node> named(String parent, String logicalId, String... files) {
        List<Node> templates = Arrays.stream(files)
                .map(file -> Node.object(Map.of(), Place.of(file)))
                .toList();
        return Assets.named(parent, logicalId, templates);
    }

    @Test
    void nestedTemplates_areNamedAfterTheirParentAndTheirResource() {
        String file = "out/appNet01234567.nested.template.json";
        assertThat(named("out/app.template.json", "NetNestedStackNet", file)).isPresent();
        assertThat(named("out\\app.template.json", "NetNestedStackNet", file.replace('/', '\\')))
                .isPresent();
        assertThat(named(
                        "appNet89ABCDEF.nested.template.json",
                        "DbNestedStack",
                        "appNetDb01234567.nested.template.json"))
                .isPresent();
        assertThat(named("app.template.json", "Net", file)).isEmpty();
        assertThat(named("app.template.json", "DbNestedStackNet", file)).isEmpty();
        assertThat(named("other.json", "NetNestedStackNet", file)).isEmpty();
        assertThat(named("app.template.json", "NestedStackNet", "app01234567.nested.template.json"))
                .isEmpty();
        assertThat(named("app.template.json", "NetNestedStack", file, "appNet89ABCDEF.nested.template.json"))
                .isEmpty();
    }
}
