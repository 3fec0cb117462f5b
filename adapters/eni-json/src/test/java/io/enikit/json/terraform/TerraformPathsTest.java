package io.enikit.json.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.json.PlanReader;
import io.enikit.json.Reading;
import io.enikit.json.Source;
import io.enikit.json.Unknown;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ways from an interface to its subnet, by other resources, data sources, variables and outputs. */
class TerraformPathsTest {
    private static String managed(String type, String name, String values) {
        return "{'address': '%1$s.%2$s', 'mode': 'managed', 'type': '%1$s', 'name': '%2$s', 'values': {%3$s}}"
                .formatted(type, name, values);
    }

    private static String configured(String address, String expressions) {
        int dot = address.lastIndexOf('.');
        String type = address.substring(0, dot).replace("data.", "");
        return "{'address': '%s', 'mode': '%s', 'type': '%s', 'name': '%s', 'expressions': {%s}}"
                .formatted(
                        address,
                        address.startsWith("data.") ? "data" : "managed",
                        type,
                        address.substring(dot + 1),
                        expressions);
    }

    private static String refers(String... references) {
        return "{'references': ["
                + List.of(references).stream().map(each -> "'" + each + "'").collect(Collectors.joining(", ")) + "]}";
    }

    /** Reads an interface whose subnet is an expression, beside two subnets, an instance in one, and data sources. */
    private static Reading read(String reference) {
        String plan = "{'format_version': '1.2', 'planned_values': {'root_module': {'resources': ["
                + String.join(
                        ", ",
                        managed("aws_vpc", "v", "'cidr_block': '10.0.0.0/16'"),
                        managed("aws_subnet", "a", "'cidr_block': '10.0.0.0/24', 'availability_zone': 'eu-west-1a'"),
                        managed(
                                "aws_subnet",
                                "b",
                                "'cidr_block': '10.0.1.0/24', 'availability_zone': 'eu-west-1b', 'id': 'subnet-b'"),
                        managed("aws_instance", "i", "'instance_type': 'm5.large'"),
                        managed("aws_instance", "known", "'instance_type': 'm5.large', 'subnet_id': 'subnet-b'"),
                        managed("aws_eip", "e", ""),
                        managed("aws_network_interface", "n", ""))
                + "]}}, 'configuration': {'root_module': {'resources': ["
                + String.join(
                        ", ",
                        configured("aws_subnet.a", "'vpc_id': " + refers("aws_vpc.v.id", "aws_vpc.v")),
                        configured("aws_subnet.b", "'vpc_id': " + refers("aws_vpc.v.id", "aws_vpc.v")),
                        configured("aws_instance.i", "'subnet_id': " + refers("aws_subnet.a.id", "aws_subnet.a")),
                        configured("aws_instance.known", "'subnet_id': {}"),
                        configured("aws_eip.e", ""),
                        configured("data.aws_subnet.asked", "'id': " + refers("aws_subnet.a.id", "aws_subnet.a")),
                        configured("data.aws_subnet.other", "'filter': {}"),
                        configured("data.aws_vpc.asked", "'id': " + refers("aws_subnet.a.id", "aws_subnet.a")),
                        configured("aws_network_interface.n", "'subnet_id': " + refers(reference.split(" "))))
                + "]}}}";
        return PlanReader.create().read(Source.of("plan.json", plan.replace('\'', '"')));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "aws_subnet.a.id aws_subnet.a | aws_subnet.a",
                "aws_subnet.a | aws_subnet.a",
                "aws_instance.i.subnet_id aws_instance.i | aws_subnet.a",
                "aws_instance.i | aws_subnet.a",
                "aws_instance.i.id aws_instance.i | aws_subnet.a",
                "aws_instance.known.subnet_id aws_instance.known | aws_subnet.b",
                "data.aws_subnet.asked.id data.aws_subnet.asked | aws_subnet.a",
                "data.aws_subnet.asked | aws_subnet.a",
                "data.aws_subnet.other.id data.aws_subnet.other | it depends on data.aws_subnet.other",
                "data.aws_vpc.asked.id data.aws_vpc.asked | it depends on data.aws_vpc.asked",
                "aws_eip.e.id aws_eip.e | it depends on aws_eip.e",
                "aws_vpc.v.id aws_vpc.v | it depends on aws_vpc.v",
                "var.subnet | it depends on var.subnet",
                "module.nowhere.subnet_id module.nowhere | it depends on module.nowhere.subnet_id",
                "module.nowhere | it depends on module.nowhere",
                "aws_subnet.gone.id aws_subnet.gone | it depends on aws_subnet.gone",
                "path.module | it refers to no resource of the plan",
                "aws_subnet.a aws_subnet.b | `ambiguous: it may be aws_subnet.a, aws_subnet.b`",
                "aws_subnet.a.id aws_subnet.a var.x | aws_subnet.a",
            })
    void subnet_isFoundOnTheWay_orWhatItDependsOnIsSaid(String references, String subnet) {
        Reading reading = read(references);
        String found = reading.plan()
                .eni("aws_network_interface.n")
                .map(eni -> eni.subnetId().toString())
                .orElse("none");
        String why = reading.unknowns().stream()
                .filter(each -> each.origin().name().equals(Optional.of("aws_network_interface.n")))
                .map(Unknown::reason)
                .collect(Collectors.joining("; "));
        assertThat(why.isEmpty() ? found : why).isEqualTo(subnet);
    }
}
