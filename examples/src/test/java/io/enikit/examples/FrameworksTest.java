package io.enikit.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.enikit.ipam.CidrLayout;
import io.enikit.ipam.CidrPool;
import io.enikit.model.CidrReservation;
import io.enikit.model.ElasticIpId;
import io.enikit.model.EniAddress;
import io.enikit.model.EniId;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.SubnetId;
import io.enikit.model.VpcId;
import io.enikit.net.AddressParseException;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpRange;
import io.enikit.net.IpSet;
import io.enikit.net.MacAddress;
import io.enikit.testkit.ValidPlans;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.convert.support.DefaultConversionService;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** The values in the real frameworks, on the class path. */
class FrameworksTest {
    private static final NetworkPlan PLAN = ValidPlans.standard().plan(7);
    private static final CidrPool POOL = CidrPool.of(Cidr.parse("10.0.0.0/16"));
    private static final CidrLayout LAYOUT =
            CidrLayout.empty(Cidr.parse("10.0.0.0/16")).plan(Map.of("web", 24));

    static Stream<Arguments> values() {
        return Stream.of(
                        IpAddress.parse("10.0.0.1"),
                        IpAddress.parse("2001:db8::1"),
                        Cidr.parse("10.0.0.0/16"),
                        Cidr.parse("2001:db8::/32"),
                        IpRange.parse("10.0.0.5-10.0.0.9"),
                        IpSet.parse("[10.0.0.5-10.0.0.9, ::-::1]"),
                        MacAddress.parse("02:1a:80:41:52:9c"),
                        VpcId.of("vpc-1"),
                        SubnetId.of("subnet-1"),
                        SecurityGroupId.of("sg-1"),
                        InstanceId.of("i-1"),
                        EniId.of("eni-1"),
                        ElasticIpId.of("eipalloc-1"),
                        EniAddress.parse("10.0.0.4*"),
                        CidrReservation.parse("10.0.0.16/28;prefix"))
                .map(value -> Arguments.of(publicTypeOf(value), value));
    }

    private static Class<?> publicTypeOf(Object value) {
        return value instanceof IpAddress ? IpAddress.class : value instanceof Cidr ? Cidr.class : value.getClass();
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("values")
    void jackson2_withTheModuleAndWithout_valuesAreText(Class<?> type, Object value) throws Exception {
        for (ObjectMapper mapper : List.of(new ObjectMapper(), new ObjectMapper().findAndRegisterModules())) {
            String text = mapper.writeValueAsString(value);
            assertThat(text).isEqualTo("\"" + value + "\"");
            assertThat(mapper.readValue(text, type)).isEqualTo(value);
            String keys = mapper.writeValueAsString(Map.of(value, 1));
            assertThat(keys).isEqualTo("{\"" + value + "\":1}");
            Object read =
                    mapper.readValue(keys, mapper.getTypeFactory().constructMapType(Map.class, type, Integer.class));
            assertThat(read).isEqualTo(Map.of(value, 1));
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void jackson3_withTheModuleAndWithout_valuesAreText(Class<?> type, Object value) {
        for (JsonMapper mapper : List.of(
                new JsonMapper(), JsonMapper.builder().findAndAddModules().build())) {
            String text = mapper.writeValueAsString(value);
            assertThat(text).isEqualTo("\"" + value + "\"");
            assertThat((Object) mapper.readValue(text, type)).isEqualTo(value);
            String keys = mapper.writeValueAsString(Map.of(value, 1));
            assertThat(keys).isEqualTo("{\"" + value + "\":1}");
            Object read =
                    mapper.readValue(keys, mapper.getTypeFactory().constructMapType(Map.class, type, Integer.class));
            assertThat(read).isEqualTo(Map.of(value, 1));
        }
    }

    @Test
    void jackson2_plansPoolsAndLayouts_areTheirText() throws Exception {
        ObjectMapper mapper = new ObjectMapper().findAndRegisterModules();
        for (Object whole : List.of(PLAN, POOL, LAYOUT)) {
            String json = mapper.writeValueAsString(whole);
            assertThat(mapper.readValue(json, whole.getClass())).isEqualTo(whole);
            assertThat(new ObjectMapper().writeValueAsString(whole)).isEqualTo(json);
        }
        assertThat(mapper.convertValue(PLAN, String.class)).isEqualTo(PlanText.write(PLAN));
    }

    @Test
    void jackson3_plansPoolsAndLayouts_areTheirText() {
        JsonMapper mapper = JsonMapper.builder().findAndAddModules().build();
        for (Object whole : List.of(PLAN, POOL, LAYOUT)) {
            String json = mapper.writeValueAsString(whole);
            assertThat((Object) mapper.readValue(json, whole.getClass())).isEqualTo(whole);
            assertThat(new JsonMapper().writeValueAsString(whole)).isEqualTo(json);
        }
        assertThat(mapper.convertValue(PLAN, String.class)).isEqualTo(PlanText.write(PLAN));
    }

    @ParameterizedTest
    @MethodSource("values")
    void spring_text_isConverted(Class<?> type, Object value) {
        DefaultConversionService conversion = new DefaultConversionService();
        assertThat((Object) conversion.convert(value.toString(), type)).isEqualTo(value);
        assertThatExceptionOfType(ConversionFailedException.class)
                .isThrownBy(() -> conversion.convert(" ", type))
                .withRootCauseInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 10.0.0.0/16, 10.0.0.5-10.0.0.9, [10.0.0.5-10.0.0.9], 02:1a:80:41:52:9c, 10.0.0.4*, 10.0.0.16/28;prefix",
        "::1, ::/0, ::-::1, [], ff:ff:ff:ff:ff:ff, ::4, ::/80;explicit"
    })
    void junit_csvSource_givesValues(
            IpAddress address,
            Cidr block,
            IpRange range,
            IpSet set,
            MacAddress mac,
            EniAddress ofEni,
            CidrReservation reservation) {
        assertThat(block.contains(address)).isTrue();
        assertThat(block.contains(range.first())).isTrue();
        assertThat(set.isEmpty() || set.equals(IpSet.from(range))).isTrue();
        assertThat(mac.isMulticast()).isEqualTo(set.isEmpty());
        assertThat(ofEni.primary()).isEqualTo(!set.isEmpty());
        assertThat(block.contains(reservation.cidr())).isTrue();
    }

    @ParameterizedTest
    @CsvSource("a, a, a, a, a, a")
    void junit_csvSource_givesIds(
            VpcId vpc, SubnetId subnet, SecurityGroupId group, InstanceId instance, EniId eni, ElasticIpId elasticIp) {
        assertThat(List.of(vpc, subnet, group, instance, eni, elasticIp))
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id).hasToString("a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/8", "::/0"})
    void junit_valueSource_givesValues(Cidr block) {
        assertThat(block.first()).hasToString(block.family() == io.enikit.net.IpFamily.IPV4 ? "10.0.0.0" : "::");
    }

    private static final class Options {
        @CommandLine.Option(names = "--block")
        private Cidr block = Cidr.parse("0.0.0.0/0");

        @CommandLine.Parameters
        private List<EniId> enis = List.of();
    }

    @Test
    void picocli_registeredConverters_readValues() {
        Options options = new Options();
        CommandLine command = new CommandLine(CommandLine.Model.CommandSpec.forAnnotatedObject(options))
                .registerConverter(Cidr.class, Cidr::valueOf)
                .registerConverter(EniId.class, EniId::valueOf);
        command.parseArgs("--block", "10.0.0.0/16", "app-1/eth0", "app-1/eth1");
        assertThat(options.block).isEqualTo(Cidr.parse("10.0.0.0/16"));
        assertThat(options.enis).containsExactly(EniId.of("app-1/eth0"), EniId.of("app-1/eth1"));
        assertThatExceptionOfType(CommandLine.ParameterException.class)
                .isThrownBy(() -> command.parseArgs("--block", "10.0.0.5/24"))
                .withMessageContaining("did you mean 10.0.0.0/24")
                .withCauseInstanceOf(AddressParseException.class);
    }

    @Test
    void guide_blocks_endAsTheirCommentsSay() {
        int checked = Snippet.javaBlocks(Path.of("..", "docs", "guide", "frameworks.md")).stream()
                .mapToInt(block -> Snippet.run(List.of(block), folder))
                .sum();
        assertThat(checked).isEqualTo(12);
    }
}
