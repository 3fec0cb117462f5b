package io.enikit.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Types that the EC2 API names and whose limits nobody has published. */
class NamedTypesTest {
    private final InstanceTypes types = InstanceTypes.bundled();

    @ParameterizedTest
    @CsvSource({
        "m5.large, KNOWN",
        "trn2u.48xlarge, KNOWN",
        "u7inh-32tb.480xlarge, KNOWN",
        "cg1.4xlarge, KNOWN",
        "r9g.large, NAMED",
        "r9gd.metal-48xl, NAMED",
        "t8i.nano, NAMED",
        "u7ib-12tb.224xlarge, NAMED",
        "p6e-gb200.36xlarge, NAMED",
        "m9g.metal-24xl, NAMED",
        "x99.large, UNKNOWN",
        "R9G.LARGE, UNKNOWN",
        "'', UNKNOWN"
    })
    void knowledgeOf_aType_isOneOfThree(String type, Knowledge knowledge) {
        assertThat(types.knowledgeOf(type)).isEqualTo(knowledge);
        assertThat(types.find(type).isPresent()).isEqualTo(knowledge == Knowledge.KNOWN);
        assertThat(types.named().contains(type)).isEqualTo(knowledge == Knowledge.NAMED);
    }

    @Test
    void limits_namedType_saysThatItExists() {
        assertThatThrownBy(() -> types.limits("r9g.large"))
                .isInstanceOfSatisfying(UnknownInstanceTypeException.class, e -> {
                    assertThat(e.isNamed()).isTrue();
                    assertThat(e.nearMatches()).isEmpty();
                })
                .hasMessage("the limits of instance type \"r9g.large\" are not known: EC2 names it, but nobody has"
                        + " published them");
    }

    @Test
    void nearMatches_ofAMisspeltName_includeNamedTypes() {
        assertThat(types.nearMatches("t8i.nnao")).contains("t8i.nano");
    }

    @Test
    void named_ofOtherCatalogues_isTheirOwn() {
        InstanceLimits mine =
                types.limits("m5.large").toBuilder().instanceType("r9g.large").build();
        assertThat(InstanceTypes.of(mine).named()).isEmpty();
        assertThat(types.with(mine).knowledgeOf("r9g.large")).isEqualTo(Knowledge.KNOWN);
        assertThat(types.with(mine).named()).hasSize(types.named().size() - 1);
        assertThat(InstanceTypes.of(mine).mergedOver(types).knowledgeOf("r9g.xlarge"))
                .isEqualTo(Knowledge.NAMED);
        InstanceTypes more = InstanceTypes.of(mine).withNamed(List.of("x99.large", "r9g.large"));
        assertThat(more.named()).containsExactly("x99.large");
        assertThat(more).isNotEqualTo(InstanceTypes.of(mine));
        assertThatThrownBy(() -> more.withNamed(List.of("no type"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void check_instanceOfANamedType_warnsThatItsLimitsAreNotPublished() {
        NetworkPlan plan = PlanText.read("""
                eni-plan 1
                vpc v cidrBlocks=10.0.0.0/16
                subnet s vpc=v availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24
                group g vpc=v
                instance i instanceType=r9g.large
                eni e subnet=s privateIpAddresses=10.0.0.10* groups=g instance=i deviceIndex=0
                end
                """);
        assertThat(LimitRules.bundled().check(plan))
                .hasToString("[WARNING] i: the limits of instance type \"r9g.large\" are not published, so they are not"
                        + " checked | limits.instance-type");
    }
}
