package io.enikit.json.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.json.PlanReader;
import io.enikit.json.Reading;
import io.enikit.json.Source;
import io.enikit.json.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of exports of which parts are not known. */
class ExportsTest {
    private static Reading read(String exported, String imported) {
        return PlanReader.create()
                .read(Source.of("net.yaml", """
                                Parameters: {A: {Type: String}, B: {Type: String}}
                                Resources:
                                  Net: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.0.0.0/16}}
                                Outputs:
                                  Net: {Value: !Ref Net, Export: {Name: !Sub "NAME"}}
                                """.replace("NAME", exported)), Source.of("app.yaml", """
                                Parameters: {C: {Type: String}, D: {Type: String}}
                                Resources:
                                  Sub: {Type: "AWS::EC2::Subnet", Properties: {VpcId: {"Fn::ImportValue": !Sub "NAME"}, CidrBlock: 10.0.0.0/24}}
                                """.replace(
                                "NAME", imported)));
    }

    @ParameterizedTest
    @CsvSource({
        "prod-net, prod-net, true",
        "prod-net, prod-web, false",
        "${A}-net, prod-net, true",
        "${A}-net, -net, false",
        "${A}-net, prod-web, false",
        "net-${A}, net-prod, true",
        "net-${A}, net-, false",
        "net-${A}, web-prod, false",
        "${A}, anything, false",
        "${A}${B}, anything, false",
        "a-${A}-m-${B}-z, a-1-m-2-z, true",
        "a-${A}-m-${B}-z, a-1-n-2-z, false",
        "a-${A}-m-${B}-z, a--m-2-z, false",
        "a-${A}-m-${B}-z, a-1-m--z, false",
        "a-${A}-m-${B}-z, a-1-m-2-y, false",
        "prod-net, ${C}-net, true",
        "prod-net, ${C}-web, false",
        "${A}-net, ${C}-net, true",
        "${A}-net, ${C}-web, false",
        "${A}-${B}-net, ${C}-${D}-net, true",
        "${A}-${B}-net, ${C}-net, false",
    })
    void import_meansTheExportThatItCanBe(String exported, String imported, boolean same) {
        String vpc = read(exported, imported)
                .plan()
                .subnet("Sub")
                .or(() -> read(exported, imported).plan().subnet("app.yaml#Sub"))
                .orElseThrow()
                .vpcId()
                .toString();
        assertThat(vpc.startsWith("${")).isEqualTo(!same);
        assertThat(vpc.endsWith("Net")).isEqualTo(same);
    }

    @Test
    void importThatNothingExports_isNotKnown() {
        assertThat(read("prod-net", "other").unknowns())
                .extracting(Unknown::reason)
                .containsExactly("no template that was read exports other");
    }
}
