package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.model.Eni;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How far references are followed, and which of several instances they mean. */
class TerraformSearchTest {
    private static final Map<String, Object> NOTHING = Map.of();
    private static final String SUBNET_ID = "aws_subnet.s.id aws_subnet.s";

    private final PlannedJson plan = new PlannedJson();

    private static Map<String, Object> block(int number) {
        return Map.of("cidr_block", "10.0." + number + ".0/24", "availability_zone", "eu-west-1a", "vpc_id", "vpc-1");
    }

    private void subnet(String module, String name, @Nullable Object key, int number) {
        plan.add(module, "aws_subnet", name, key, block(number), Map.of());
    }

    private void interfaceOf(String name, String subnet) {
        plan.add("", "aws_network_interface", name, null, NOTHING, Map.of("subnet_id", subnet));
    }

    private Reading read() {
        return PlanReader.create().read(Source.of("plan.json", plan.text()));
    }

    private String subnetOf(String eni) {
        return read().plan().eni(eni).orElseThrow().subnetId().toString();
    }

    private static List<String> reasons(Reading reading) {
        return reading.unknowns().stream().map(Unknown::reason).distinct().toList();
    }

    private void chain(int between) {
        plan.add("", "aws_subnet", "s", null, block(1), Map.of());
        for (int i = 0; i < between; i++) {
            interfaceOf("n" + i, "aws_network_interface.n" + (i + 1) + ".subnet_id aws_network_interface.n" + (i + 1));
        }
        interfaceOf("n" + between, SUBNET_ID);
    }

    @Test
    void references_throughThirtyOthers_areFollowed() {
        chain(30);
        assertThat(subnetOf("aws_network_interface.n0")).isEqualTo("aws_subnet.s");
    }

    @Test
    void references_throughMoreThanThirtyOthers_areRefused() {
        chain(31);
        assertThatThrownBy(this::read)
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("more than 30 lie between a resource and what it refers to");
    }

    @ParameterizedTest
    @ValueSource(strings = {"module.m.id module.m", "module.m"})
    void outputAndVariableOfAModule_thatLeadToEachOther_areRefused(String output) {
        plan.add("module.m", "aws_vpc", "v", null, Map.of("cidr_block", "10.0.0.0/16"), Map.of());
        plan.call("module.m", Map.of("id", output), Map.of("id", "var.id"));
        interfaceOf("n", "module.m.id module.m");
        assertThatThrownBy(this::read)
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("the references lead to each other without end");
    }

    @Test
    void valuesOfForEach_thatLeadToEachOther_areRefused() {
        interfaceOf("n", "each.value");
        plan.forEach("aws_network_interface.n", "aws_instance.i.subnet_id aws_instance.i");
        plan.add("", "aws_instance", "i", null, Map.of("instance_type", "m5.large"), Map.of("subnet_id", "each.value"));
        plan.forEach("aws_instance.i", "aws_network_interface.n.subnet_id aws_network_interface.n");
        assertThatThrownBy(this::read)
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("the references lead to each other without end");
    }

    @Test
    void dataSource_thatAsksForItself_isRefused() {
        interfaceOf("n", "data.aws_subnet.d.id data.aws_subnet.d");
        String text = plan.text()
                .replace(
                        "\"configuration\":{\"root_module\":{\"resources\":[",
                        "\"configuration\":{\"root_module\":{\"resources\":[{\"address\":\"data.aws_subnet.d\",\"mode\":\"data\","
                                + "\"type\":\"aws_subnet\",\"name\":\"d\",\"expressions\":{\"id\":{\"references\":"
                                + "[\"data.aws_subnet.d.id\",\"data.aws_subnet.d\"]}}},");
        assertThatThrownBy(() -> PlanReader.create().read(Source.of("plan.json", text)))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("the references lead to each other without end");
    }

    /** Adds two instances of a module with two subnets each, which are outputs one by one and together. */
    private void cells(Object first, Object second) {
        for (Object key : List.of(first, second)) {
            String module = "module.cell[" + (key instanceof Integer ? key : "\"" + key + "\"") + "]";
            subnet(module, "pair", 0, 1);
            subnet(module, "pair", 1, 2);
            subnet(module, "only", null, 3);
        }
        plan.call(
                "module.cell",
                Map.of(),
                Map.of("pair", "aws_subnet.pair", "only", "aws_subnet.only.id aws_subnet.only"));
    }

    private String subnetOfInstance(int index, String references) {
        plan.add("", "aws_network_interface", "n", index, NOTHING, Map.of("subnet_id", references));
        Reading reading = read();
        String subnet = reading.plan().enis().stream()
                .findFirst()
                .map(Eni::subnetId)
                .orElseThrow()
                .toString();
        return subnet.startsWith("$") ? String.join("; ", reasons(reading)) : subnet;
    }

    @Test
    void index_thatTakesAModule_takesNothingInIt() {
        cells(0, 1);
        plan.call("module.cell", Map.of(), Map.of("pair", "aws_subnet.pair"));
        assertThat(subnetOfInstance(1, "module.cell count.index"))
                .isEqualTo("ambiguous: it may be module.cell[1].aws_subnet.pair[0], module.cell[1].aws_subnet.pair[1]");
    }

    @Test
    void index_intoTheOutputOfOneModule_takesWhatIsInIt() {
        cells(0, 1);
        assertThat(subnetOfInstance(0, "module.cell[1].pair module.cell[1] count.index"))
                .isEqualTo("module.cell[1].aws_subnet.pair[0]");
    }

    private List<String> subnetsOfBalancer(String references) {
        plan.add("", "aws_lb", "l", null, Map.of("load_balancer_type", "network"), Map.of("subnets", references));
        Reading reading = read();
        return reading.plan().enis().isEmpty() || !reading.unknowns().isEmpty()
                ? reasons(reading)
                : reading.plan().enis().stream()
                        .map(each -> each.subnetId().toString())
                        .sorted()
                        .toList();
    }

    @Test
    void outputOfAllInstances_isAllOfThem_whereSeveralAreTaken() {
        cells("x", "y");
        assertThat(subnetsOfBalancer("module.cell.only"))
                .containsExactly("module.cell[\"x\"].aws_subnet.only", "module.cell[\"y\"].aws_subnet.only");
    }

    @Test
    void outputOfAnInstanceThatIsNotThere_isAnyOfThem() {
        cells("x", "y");
        assertThat(subnetsOfBalancer("module.cell[\"z\"].only module.cell[\"z\"]"))
                .containsExactly(
                        "ambiguous: it may be module.cell[\"x\"].aws_subnet.only, module.cell[\"y\"].aws_subnet.only");
    }

    @Test
    void outputOfOneInstance_isAllThatIsInIt_whereSeveralAreTaken() {
        cells("x", "y");
        assertThat(subnetsOfBalancer("module.cell[\"y\"].pair module.cell[\"y\"]"))
                .containsExactly("module.cell[\"y\"].aws_subnet.pair[0]", "module.cell[\"y\"].aws_subnet.pair[1]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aws_subnet.s | aws_subnet.s[\"a\"], aws_subnet.s[\"b\"]",
                "module.cell[\"x\"].pair module.cell[\"x\"] | module.cell[\"x\"].aws_subnet.pair[0], module.cell[\"x\"].aws_subnet.pair[1]",
            })
    void partOfAValueThatIsNotKnown_takesOneOfSeveral_itIsNotKnownWhich(String references, String candidates) {
        cells("x", "y");
        subnet("", "s", "a", 5);
        subnet("", "s", "b", 6);
        plan.add(
                "",
                "aws_lb",
                "l",
                "k",
                Map.of("load_balancer_type", "network"),
                Map.of("subnets", references + " each.value.subnets each.value"));
        plan.forEach("aws_lb.l", "local.balancers");
        assertThat(reasons(read())).containsExactly("ambiguous: it may be " + candidates);
    }

    @Test
    void attributeOfSeveralOthers_isThatOfAnyOfThem() {
        subnet("", "s", "a", 1);
        subnet("", "s", "b", 2);
        plan.add(
                "",
                "aws_instance",
                "j",
                "a",
                Map.of("instance_type", "m5.large"),
                Map.of("subnet_id", "aws_subnet.s each.key"));
        plan.add(
                "",
                "aws_instance",
                "j",
                "b",
                Map.of("instance_type", "m5.large"),
                Map.of("subnet_id", "aws_subnet.s each.key"));
        assertThat(subnetsOfBalancer("aws_instance.j.subnet_id"))
                .contains("ambiguous: it may be aws_subnet.s[\"a\"], aws_subnet.s[\"b\"]");
    }

    @ParameterizedTest
    @CsvSource({"100, true", "101, false"})
    void attributeOfManyOthers_isTried_whereAllOfThemAreLookedAt(int number, boolean isTried) {
        plan.add("", "aws_subnet", "t", "a", block(1), Map.of());
        plan.add("", "aws_subnet", "t", "b", block(2), Map.of());
        for (int i = 0; i < number; i++) {
            plan.add(
                    "",
                    "aws_instance",
                    "i",
                    i,
                    Map.of("instance_type", "m5.large"),
                    Map.of("subnet_id", "aws_subnet.t"));
        }
        plan.add(
                "",
                "aws_network_interface",
                "n",
                null,
                Map.of("private_ips", List.of("10.9.9.9")),
                Map.of("subnet_id", "aws_instance.i.subnet_id"));
        assertThat(read().check(ReadTexts.RULES).findings().stream()
                        .map(each ->
                                each.violation().rule() + " " + each.violation().subject())
                        .filter(each -> each.endsWith("aws_network_interface.n")))
                .isEqualTo(isTried ? List.of("eni.ipv4.in-subnet aws_network_interface.n") : List.of());
    }

    @Test
    void local_ofAModuleThatIsGivenALocal_mayBeWhatItsCallerHas() {
        plan.add("", "aws_subnet", "only", null, block(1), Map.of());
        plan.add("module.app", "aws_network_interface", "n", null, NOTHING, Map.of("subnet_id", "local.subnet"));
        plan.call("module.app", Map.of("subnet", "local.given"), Map.of());
        assertThat(subnetOf("module.app.aws_network_interface.n")).isEqualTo("aws_subnet.only");
    }

    private void calls(String subnet) {
        for (String key : List.of("x", "y")) {
            subnet("", "s", key, key.equals("x") ? 1 : 2);
            plan.add(
                    "module.cell[\"" + key + "\"]",
                    "aws_network_interface",
                    "n",
                    null,
                    NOTHING,
                    Map.of("subnet_id", "var.subnet"));
        }
        plan.call("module.cell", Map.of("subnet", subnet), Map.of());
    }

    private static Map<String, String> subnets(String text) {
        Map<String, String> subnets = new TreeMap<>();
        PlanReader.create()
                .read(Source.of("plan.json", text))
                .plan()
                .enis()
                .forEach(each ->
                        subnets.put(each.id().toString(), each.subnetId().toString()));
        return subnets;
    }

    private static final Map<String, String> OF_EACH = Map.of(
            "module.cell[\"x\"].aws_network_interface.n", "aws_subnet.s[\"x\"]",
            "module.cell[\"y\"].aws_network_interface.n", "aws_subnet.s[\"y\"]");

    @Test
    void argumentByTheKeyOfACall_isThatOfTheInstance() {
        calls("aws_subnet.s each.key");
        assertThat(subnets(plan.text())).isEqualTo(OF_EACH);
    }

    @Test
    void argumentByTheValueOfACall_isThatOfTheInstance() {
        calls("each.value");
        assertThat(subnets(plan.text()
                        .replace(
                                "\"source\":\"./cell\"",
                                "\"source\":\"./cell\",\"for_each_expression\":{\"references\":[\"aws_subnet.s\"]}")))
                .isEqualTo(OF_EACH);
    }
}
