package io.enikit.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import com.fasterxml.jackson.databind.jsontype.PolymorphicTypeValidator;
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
import io.enikit.testkit.Layouts;
import io.enikit.testkit.Pools;
import io.enikit.testkit.ValidPlan;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EniJacksonModuleTest {
    private static final ObjectMapper MAPPER = new ObjectMapper().findAndRegisterModules();
    private static final ObjectMapper PLAIN = new ObjectMapper();

    static Stream<Arguments> values() {
        return Stream.of(
                arguments(IpAddress.class, IpAddress.parse("10.0.0.1"), "10.0.0.1"),
                arguments(IpAddress.class, IpAddress.parse("2001:DB8::1"), "2001:db8::1"),
                arguments(Cidr.class, Cidr.parse("10.0.0.0/16"), "10.0.0.0/16"),
                arguments(Cidr.class, Cidr.parse("::/0"), "::/0"),
                arguments(IpRange.class, IpRange.parse("10.0.0.5-10.0.0.9"), "10.0.0.5-10.0.0.9"),
                arguments(IpSet.class, IpSet.empty(), "[]"),
                arguments(IpSet.class, IpSet.parse("[::-::1, 10.0.0.0-10.0.0.9]"), "[10.0.0.0-10.0.0.9, ::-::1]"),
                arguments(MacAddress.class, MacAddress.parse("021A.8041.529C"), "02:1a:80:41:52:9c"),
                arguments(VpcId.class, VpcId.of("vpc-1"), "vpc-1"),
                arguments(SubnetId.class, SubnetId.of("web/a"), "web/a"),
                arguments(SecurityGroupId.class, SecurityGroupId.of("sg-1"), "sg-1"),
                arguments(InstanceId.class, InstanceId.of("i-1"), "i-1"),
                arguments(EniId.class, EniId.of("app-1/eth0"), "app-1/eth0"),
                arguments(ElasticIpId.class, ElasticIpId.of("eipalloc-1"), "eipalloc-1"),
                arguments(EniAddress.class, EniAddress.parse("10.0.0.4*"), "10.0.0.4*"),
                arguments(CidrReservation.class, CidrReservation.parse("10.0.0.16/28;prefix"), "10.0.0.16/28;prefix"));
    }

    @Test
    void mapper_thatLooksForModules_findsThisOne() {
        assertThat(MAPPER.getRegisteredModuleIds()).containsExactly(EniJacksonModule.class.getName());
    }

    @ParameterizedTest
    @MethodSource("values")
    void value_isAStringInBothDirections(Class<?> type, Object value, String text) throws Exception {
        String json = MAPPER.writeValueAsString(Map.of("it", List.of(value)));
        assertThat(json).isEqualTo("{\"it\":[\"" + text + "\"]}");
        assertThat(MAPPER.readValue("\"" + text + "\"", type)).isEqualTo(value);
        assertThat(MAPPER.convertValue(value, String.class)).isEqualTo(text);
        assertThat(new ObjectMapper().registerModule(new EniJacksonModule()).writeValueAsString(value))
                .isEqualTo("\"" + text + "\"");
    }

    @ParameterizedTest
    @MethodSource("values")
    void key_isTheSameStringInBothDirections(Class<?> type, Object value, String text) throws Exception {
        String json = MAPPER.writeValueAsString(Map.of(value, 7));
        assertThat(json).isEqualTo("{\"" + text + "\":7}");
        Map<Object, Integer> read =
                MAPPER.readValue(json, MAPPER.getTypeFactory().constructMapType(Map.class, type, Integer.class));
        assertThat(read).containsExactly(Map.entry(value, 7));
    }

    /** A mapper without the module writes no less, and reads it. */
    @ParameterizedTest
    @MethodSource("values")
    void plainMapper_value_isTheSameString(Class<?> type, Object value, String text) throws Exception {
        assertThat(PLAIN.writeValueAsString(value)).isEqualTo("\"" + text + "\"");
        assertThat(PLAIN.writeValueAsString(Map.of(value, 7))).isEqualTo("{\"" + text + "\":7}");
        assertThat(PLAIN.readValue("\"" + text + "\"", type)).isEqualTo(value);
    }

    record Route(Cidr destination, List<IpAddress> hops, Map<EniId, MacAddress> macs) {}

    @Test
    void record_ofValues_isTheSameAfterARoundTrip() throws Exception {
        Route route = new Route(
                Cidr.parse("10.0.0.0/8"),
                List.of(IpAddress.parse("10.0.0.1"), IpAddress.parse("::1")),
                Map.of(EniId.of("eni-1"), MacAddress.of(1)));
        String json = MAPPER.writeValueAsString(route);
        assertThat(json)
                .isEqualTo("{\"destination\":\"10.0.0.0/8\",\"hops\":[\"10.0.0.1\",\"::1\"],"
                        + "\"macs\":{\"eni-1\":\"00:00:00:00:00:01\"}}");
        assertThat(MAPPER.readValue(json, Route.class)).isEqualTo(route);
        assertThat(PLAIN.readValue(json, Route.class)).isEqualTo(route);
    }

    @Property(tries = 20)
    void plan_isItsText(@ForAll @ValidPlan NetworkPlan plan) throws Exception {
        String json = MAPPER.writeValueAsString(plan);
        assertThat(MAPPER.readValue(json, String.class)).isEqualTo(PlanText.write(plan));
        assertThat(MAPPER.readValue(json, NetworkPlan.class)).isEqualTo(plan);
    }

    /** On the module path a mapper without the module cannot see how a plan is written; it says so. */
    @Test
    void plainMapper_planOnTheModulePath_isRefused() {
        NetworkPlan plan = NetworkPlan.builder().build();
        assertThatExceptionOfType(JsonMappingException.class).isThrownBy(() -> PLAIN.writeValueAsString(plan));
    }

    @Property(tries = 20)
    void poolsAndLayouts_areTheirText(@ForAll long seed) throws Exception {
        CidrPool pool = Pools.pool(seed);
        CidrLayout layout = Layouts.layout(seed);
        String json = MAPPER.writeValueAsString(List.of(pool, layout));
        assertThat(MAPPER.readValue(json, String[].class)).containsExactly(pool.write(), layout.write());
        assertThat(PLAIN.writeValueAsString(List.of(pool, layout))).isEqualTo(json);
        assertThat(MAPPER.readValue(MAPPER.writeValueAsString(pool), CidrPool.class))
                .isEqualTo(pool);
        assertThat(MAPPER.readValue(MAPPER.writeValueAsString(layout), CidrLayout.class))
                .isEqualTo(layout);
    }

    @Test
    void value_badText_isRefusedWithTheMessageAndThePlace() {
        String json = "{\"vpcs\":\n  [\"10.0.0.0/16\", \"10.0.0.0/33\"]}";
        assertThatExceptionOfType(InvalidFormatException.class)
                .isThrownBy(() -> MAPPER.readValue(json, new TypeReference<Map<String, List<Cidr>>>() {}))
                .withMessageContaining("Cidr.parse(\"10.0.0.0/33\"): prefix length must be 0..32 (at index 9)")
                .withMessageContaining("[\"vpcs\"]")
                .withCauseExactlyInstanceOf(AddressParseException.class)
                .satisfies(refusal -> {
                    assertThat(refusal.getValue()).isEqualTo("10.0.0.0/33");
                    assertThat(refusal.getTargetType()).isEqualTo(Cidr.class);
                    assertThat(refusal.getLocation().getLineNr()).isEqualTo(2);
                    assertThat(refusal.getLocation().getColumnNr()).isEqualTo(19);
                    assertThat(refusal.getPath()).hasSize(2);
                    assertThat(refusal.getPath().get(1).getIndex()).isEqualTo(1);
                });
    }

    @Test
    void key_badText_isRefusedWithTheMessage() {
        assertThatExceptionOfType(InvalidFormatException.class)
                .isThrownBy(() -> MAPPER.readValue("{\"::x\":1}", new TypeReference<Map<IpAddress, Integer>>() {}))
                .withMessageContaining("IpAddress.parse(\"::x\"): ")
                .withMessageContaining("(at index 2)")
                .withCauseExactlyInstanceOf(AddressParseException.class);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                IpAddress.class,
                Cidr.class,
                IpRange.class,
                IpSet.class,
                MacAddress.class,
                VpcId.class,
                SubnetId.class,
                SecurityGroupId.class,
                InstanceId.class,
                EniId.class,
                ElasticIpId.class,
                EniAddress.class,
                CidrReservation.class,
                NetworkPlan.class,
                CidrLayout.class,
                CidrPool.class
            })
    void anyType_noTextOfIt_isRefused(Class<?> type) throws Exception {
        for (String text : List.of("\"\"", "\" \"")) {
            assertThatExceptionOfType(InvalidFormatException.class)
                    .isThrownBy(() -> MAPPER.readValue(text, type))
                    .withCauseInstanceOf(IllegalArgumentException.class);
        }
        for (String json : List.of("5", "true", "{}", "[]", "[\"10.0.0.1\"]")) {
            assertThatExceptionOfType(MismatchedInputException.class).isThrownBy(() -> MAPPER.readValue(json, type));
            assertThatExceptionOfType(JsonMappingException.class).isThrownBy(() -> PLAIN.readValue(json, type));
        }
        assertThat(MAPPER.readValue("null", (Class<?>) type)).isNull();
    }

    @Test
    void value_problemHandlerOfTheMapper_isAsked() throws Exception {
        DeserializationProblemHandler zero = new DeserializationProblemHandler() {
            @Override
            public Object handleWeirdStringValue(
                    DeserializationContext context, Class<?> type, String text, String failure) {
                return MacAddress.of(0);
            }
        };
        ObjectMapper lenient = new ObjectMapper().findAndRegisterModules().addHandler(zero);
        assertThat(lenient.readValue("\"?\"", MacAddress.class)).isEqualTo(MacAddress.of(0));
    }

    @Test
    void value_arrayOfOne_isReadIfTheMapperSaysSo() throws Exception {
        ObjectMapper unwrapping =
                new ObjectMapper().findAndRegisterModules().enable(DeserializationFeature.UNWRAP_SINGLE_VALUE_ARRAYS);
        assertThat(unwrapping.readValue("[\"10.0.0.1\"]", IpAddress.class)).isEqualTo(IpAddress.parse("10.0.0.1"));
    }

    /** With types in the JSON, it is the public type that is named. */
    @Test
    void value_ofUnknownType_namesThePublicType() throws Exception {
        PolymorphicTypeValidator allowed = BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("io.enikit.net.")
                .allowIfSubType("java.util.")
                .build();
        ObjectMapper typed = new ObjectMapper()
                .findAndRegisterModules()
                .activateDefaultTyping(allowed, ObjectMapper.DefaultTyping.NON_FINAL);
        List<Object> values = new ArrayList<>(List.of(IpAddress.parse("10.0.0.1"), Cidr.parse("::/0")));
        String json = typed.writeValueAsString(values);
        assertThat(json).contains("[\"io.enikit.net.IpAddress\",\"10.0.0.1\"]", "[\"io.enikit.net.Cidr\",\"::/0\"]");
        assertThat(typed.readValue(json, Object.class)).isEqualTo(values);
    }

    @Test
    void mapper_javaSerialization_keepsTheModule() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new ObjectMapper().registerModule(new EniJacksonModule()));
        }
        ObjectMapper copy;
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            copy = (ObjectMapper) in.readObject();
        }
        NetworkPlan empty = NetworkPlan.builder().build();
        assertThat(copy.readValue(copy.writeValueAsString(empty), NetworkPlan.class))
                .isEqualTo(empty);
        assertThat(copy.readValue("{\"10.0.0.1\":\"a\"}", new TypeReference<Map<IpAddress, EniId>>() {}))
                .containsExactly(Map.entry(IpAddress.parse("10.0.0.1"), EniId.of("a")));
    }
}
