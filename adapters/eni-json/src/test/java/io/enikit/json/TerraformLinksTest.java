package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.Eni;
import io.enikit.model.Subnet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What references mean, in the form in which Terraform 1.11 writes them. A module {@code net} has two private subnets, two
 * keyed ones and two lists that are joined; of a module {@code cell} there are two instances, with one subnet each.
 */
class TerraformLinksTest {
    private static final Map<String, String> VPC = Map.of("vpc_id", "local.vpc_id");
    private static final String ID = "aws_vpc.this[0].id aws_vpc.this[0] aws_vpc.this";

    private static PlannedJson modules() {
        PlannedJson plan = new PlannedJson();
        plan.add("module.net", "aws_vpc", "this", 0, Map.of("cidr_block", "10.0.0.0/16"), Map.of());
        for (int i = 0; i < 2; i++) {
            plan.add("module.net", "aws_subnet", "private", i, block(i), VPC);
            plan.add("module.net", "aws_subnet", "public", i, block(4 + i), VPC);
            plan.add("module.net", "aws_subnet", "keyed", i == 0 ? "a" : "b", block(8 + i), VPC);
        }
        plan.add("module.net", "aws_subnet", "single", 0, block(12), VPC);
        plan.call(
                "module.net",
                Map.of(),
                Map.of(
                        "private_subnets", "aws_subnet.private",
                        "private_objects", "aws_subnet.private",
                        "all_subnets", "aws_subnet.public aws_subnet.private",
                        "keyed_ids", "aws_subnet.keyed",
                        "single", "aws_subnet.single[0].id aws_subnet.single[0] aws_subnet.single",
                        "by_local", "local.ids",
                        "vpc_id", ID));
        for (String key : List.of("x", "y")) {
            String module = "module.cell[\"" + key + "\"]";
            plan.add(module, "aws_vpc", "this", 0, Map.of("cidr_block", "10.1.0.0/16"), Map.of());
            plan.add(module, "aws_subnet", "only", 0, block(20), VPC);
        }
        return plan.call("module.cell", Map.of(), Map.of("subnets", "aws_subnet.only", "vpc_id", ID));
    }

    private static Map<String, Object> block(int number) {
        return Map.of("cidr_block", "10.0." + number + ".0/24", "availability_zone", "eu-west-1a");
    }

    private static Reading read(PlannedJson plan) {
        return PlanReader.create().read(Source.of("plan.json", plan.text()));
    }

    /** Reads an interface, and returns the subnet it is in, or why that is not known. */
    private static String subnetOf(
            PlannedJson plan, @Nullable Object key, String references, @Nullable String forEach) {
        plan.add(
                "",
                "aws_network_interface",
                "n",
                key,
                Map.of("private_ips", List.of("10.0.0.9")),
                Map.of("subnet_id", references));
        if (forEach != null) {
            plan.forEach("aws_network_interface.n", forEach);
        }
        Reading reading = read(plan);
        String subnet = reading.plan().enis().stream()
                .findFirst()
                .map(Eni::subnetId)
                .orElseThrow()
                .toString();
        return subnet.startsWith("$")
                ? reading.unknowns().stream().map(Unknown::reason).collect(Collectors.joining("; "))
                : subnet.replace("aws_subnet.", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | module.net.private_subnets module.net count.index | module.net.private[1]",
                "0 | module.net.private_subnets[1] module.net.private_subnets module.net | module.net.private[1]",
                "0 | module.net.private_objects[1].id module.net.private_objects[1] module.net.private_objects module.net | module.net.private[1]",
                "3 | module.net.private_subnets module.net count.index | ambiguous: it may be module.net.aws_subnet.private[0], module.net.aws_subnet.private[1]",
                "0 | module.net.private_subnets module.net | ambiguous: it may be module.net.aws_subnet.private[0], module.net.aws_subnet.private[1]",
                "b | module.net.keyed_ids module.net each.key | module.net.keyed[\"b\"]",
                "b | module.net.keyed_ids[\"a\"] module.net.keyed_ids module.net | module.net.keyed[\"a\"]",
                "0 | module.net.single module.net | module.net.single[0]",
                "0 | module.net.none module.net | it depends on module.net.none",
                "y | module.cell each.key | module.cell[\"y\"].only[0]",
                "y | module.cell[\"x\"].subnets module.cell[\"x\"] | module.cell[\"x\"].only[0]",
                "y | module.cell[\"x\"].subnets[0] module.cell[\"x\"].subnets module.cell[\"x\"] | module.cell[\"x\"].only[0]",
                "z | module.cell each.key | ambiguous: it may be module.cell[\"x\"].aws_subnet.only[0], module.cell[\"y\"].aws_subnet.only[0]",
            })
    void outputOfAModule_isFollowed_withItsIndexOrKey(String key, String references, String expected) {
        Object typed = key.matches("[0-9]") ? (Object) Integer.valueOf(key) : key;
        assertThat(subnetOf(modules(), typed, references, null)).isEqualTo(expected);
    }

    @Test
    void indexIntoListsThatAreJoined_isThatOfAnyOfThem() {
        assertThat(subnetOf(modules(), 1, "module.net.all_subnets module.net count.index", null))
                .isEqualTo("ambiguous: it may be module.net.aws_subnet.public[0], module.net.aws_subnet.public[1],"
                        + " module.net.aws_subnet.private[0], module.net.aws_subnet.private[1]");
    }

    @Test
    void valueOfForEach_overAnOutput_isTheOneOfTheSameKey() {
        assertThat(subnetOf(modules(), "b", "each.value", "module.net.keyed_ids module.net"))
                .isEqualTo("module.net.keyed[\"b\"]");
    }

    @Test
    void local_mayBeWhatItsModuleReaches() {
        PlannedJson one = new PlannedJson();
        one.add("", "aws_subnet", "only", null, block(1), Map.of("vpc_id", "aws_vpc.a.id aws_vpc.a"));
        assertThat(subnetOf(one, null, "local.subnet_id", null)).isEqualTo("only");
        PlannedJson two = new PlannedJson();
        two.add("", "aws_subnet", "s", 0, block(1), Map.of("vpc_id", "aws_vpc.a.id aws_vpc.a"));
        two.add("", "aws_subnet", "s", 1, block(2), Map.of("vpc_id", "aws_vpc.a.id aws_vpc.a"));
        assertThat(subnetOf(two, null, "local.subnet_id", null))
                .isEqualTo("it depends on aws_vpc.a; it depends on aws_vpc.a;"
                        + " ambiguous: by local.subnet_id it may be aws_subnet.s[0], aws_subnet.s[1]");
        assertThat(subnetOf(modules(), 0, "local.subnets[1] local.subnets", null))
                .startsWith("ambiguous: by local.subnets it may be module.net.aws_subnet.");
    }

    @Test
    void local_withAnIndex_isTheOneOfThatIndex_whereThereIsOneList() {
        PlannedJson plan = new PlannedJson();
        for (int i = 0; i < 3; i++) {
            plan.add("", "aws_subnet", "s", i, block(i), Map.of("vpc_id", "local.vpc"));
        }
        assertThat(subnetOf(plan, 2, "local.subnets count.index", null)).isEqualTo("s[2]");
    }

    @Test
    void local_thatStandsAlone_isOneSymbolInItsModule() {
        PlannedJson plan = new PlannedJson();
        for (String module : List.of("", "module.m[0]", "module.m[1]")) {
            plan.add(module, "aws_subnet", "a", null, block(1), Map.of("vpc_id", "local.vpc"));
            plan.add(module, "aws_subnet", "b", null, block(2), Map.of("vpc_id", "local.vpc"));
            plan.add(module, "aws_subnet", "c", null, block(3), Map.of("vpc_id", "local.vpc var.other"));
        }
        assertThat(read(plan.call("module.m", Map.of(), Map.of())).plan().subnets())
                .extracting(Subnet::vpcId)
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "${local.vpc}",
                        "${local.vpc}",
                        "${aws_subnet.c.vpc_id}",
                        "${module.m[0].local.vpc}",
                        "${module.m[0].local.vpc}",
                        "${module.m[0].aws_subnet.c.vpc_id}",
                        "${module.m[1].local.vpc}",
                        "${module.m[1].local.vpc}",
                        "${module.m[1].aws_subnet.c.vpc_id}");
    }

    @Test
    void local_ofAModuleThatIsGivenAVpc_isThatVpc() {
        PlannedJson plan = modules();
        plan.add("module.app", "aws_subnet", "s", null, block(60), Map.of("vpc_id", "local.vpc"));
        plan.call("module.app", Map.of("network", "module.net.vpc_id module.net"), Map.of());
        assertThat(read(plan)
                        .plan()
                        .subnet("module.app.aws_subnet.s")
                        .orElseThrow()
                        .vpcId())
                .hasToString("module.net.aws_vpc.this[0]");
    }

    @Test
    void idThatIsKnown_isNotThatOfAResourceThatIsMade() {
        PlannedJson plan = new PlannedJson();
        plan.add("", "aws_vpc", "old", null, Map.of("id", "vpc-1", "cidr_block", "10.0.0.0/16"), Map.of());
        plan.add("", "aws_vpc", "new", null, Map.of("cidr_block", "10.1.0.0/16"), Map.of());
        plan.add("", "aws_subnet", "s", null, block(1), Map.of("vpc_id", "local.vpc"));
        assertThat(read(plan).plan().subnet("aws_subnet.s").orElseThrow().vpcId())
                .hasToString("aws_vpc.new");
    }
}
