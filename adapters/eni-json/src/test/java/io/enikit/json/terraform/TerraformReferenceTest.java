package io.enikit.json.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.json.text.Node;
import io.enikit.json.text.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** References in expressions of Terraform, taken apart. */
class TerraformReferenceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "each | each | '' | '' | ''",
                "'' | '' | '' | '' | ''",
                ".x | '' | x | '' | ''",
                "var.a | var | a | '' | ''",
                "data.x | data | x | '' | ''",
                "data.aws_subnet.a | data | aws_subnet.a | '' | ''",
                "data.aws_subnet.a.id | data | aws_subnet.a | '' | id",
                "data.aws_subnet.a[0].id | data | aws_subnet.a | 0 | id",
                "aws_subnet.a[0] | aws_subnet | a | 0 | ''",
                "aws_subnet.a[0].id | aws_subnet | a | 0 | id",
                "aws_subnet.a[10].tags[1] | aws_subnet | a | 10 | tags[1]",
                "aws_subnet.a[\"\"].id | aws_subnet | a | '' | id",
                "aws_subnet.a[\"x.y]z\"].id | aws_subnet | a | x.y]z | id",
                "aws_subnet.a[\"x\\\"y\"].id | aws_subnet | a | x\"y | id",
                "aws_subnet.a[each.key].id | aws_subnet | a | each.key | id",
                "a.b\"][\"k\"].id | a | b\"] | k | id",
            })
    void parse_takesAReferenceApart(String text, String first, String second, String key, String rest) {
        assertThat(TerraformReference.parse(text)).isEqualTo(new TerraformReference(text, first, second, key, rest));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "aws_subnet.a | '' | ''",
                "aws_subnet.a.id | id | ''",
                "module.m.subnets[1] | subnets | 1",
                "module.m.subnets[\"k\"].id | subnets | k",
                "module.m[0].subnets.id | subnets | ''",
            })
    void rest_beginsWithAnAttribute_andMayHaveAKey(String text, String attribute, String selection) {
        TerraformReference reference = TerraformReference.parse(text);
        assertThat(reference.attribute()).isEqualTo(attribute);
        assertThat(reference.selection()).isEqualTo(selection);
    }

    private static List<String> texts(String... references) {
        Place place = Place.of("f");
        Node list = Node.list(
                Arrays.stream(references).map(each -> Node.text(each, place)).toList(), place);
        return TerraformReference.of(Node.object(Map.of("references", list), place)).stream()
                .map(TerraformReference::text)
                .toList();
    }

    @Test
    void references_ofWhichAnotherOneSaysMore_areLeftOut() {
        assertThat(texts("aws_subnet.a.id", "aws_subnet.a", "aws_subnet.ab", "var.x[0]", "var.x", "aws_subnet.a.id"))
                .containsExactly("aws_subnet.a.id", "aws_subnet.ab", "var.x[0]");
        assertThat(TerraformReference.of(Node.text("aws_subnet.a", Place.of("f"))))
                .isEmpty();
    }

    @Test
    void name_isTheTypeAndTheName() {
        assertThat(TerraformReference.parse("aws_subnet.a[0].id").name()).isEqualTo("aws_subnet.a");
    }
}
