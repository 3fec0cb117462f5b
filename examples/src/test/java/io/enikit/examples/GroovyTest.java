package io.enikit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import groovy.lang.GroovyShell;
import io.enikit.limits.InstanceTypes;
import io.enikit.model.Eni;
import io.enikit.model.Vpc;
import org.junit.jupiter.api.Test;

/** Scripts in Groovy can use the builders, which Groovy calls by reflection. */
class GroovyTest {
    private static Object run(String script) {
        return new GroovyShell().evaluate(script);
    }

    @Test
    void builder_calledByAScript_buildsTheSame() {
        assertThat(run("import io.enikit.model.Eni\n"
                        + "Eni.builder().id('e1').subnetId('web').description('x').build()"))
                .isEqualTo(
                        Eni.builder().id("e1").subnetId("web").description("x").build());
    }

    @Test
    void overloads_calledByAScript_areToldApart() {
        assertThat(run("import io.enikit.model.*\n"
                        + "import io.enikit.net.Cidr\n"
                        + "Vpc.builder().id(VpcId.of('main')).addCidrBlock('10.0.0.0/16')"
                        + ".addCidrBlock(Cidr.parse('10.1.0.0/16')).tags([a: 'b']).build()"))
                .isEqualTo(Vpc.builder()
                        .id("main")
                        .addCidrBlock("10.0.0.0/16")
                        .addCidrBlock("10.1.0.0/16")
                        .putTag("a", "b")
                        .build());
    }

    @Test
    void toBuilder_calledByAScript_changesWhatIsSet() {
        assertThat(
                        run(
                                "import io.enikit.limits.InstanceTypes\n"
                                        + "InstanceTypes.bundled().limits('m5.large').toBuilder().ipv4AddressesPerInterface(12).build()"))
                .isEqualTo(InstanceTypes.bundled().limits("m5.large").toBuilder()
                        .ipv4AddressesPerInterface(12)
                        .build());
    }
}
