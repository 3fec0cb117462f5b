package io.enikit.json;

import static io.enikit.json.ReadTexts.RULES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.model.PlanText;
import io.enikit.model.Quotas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader takes: files, sources and maps, broken ones among them, and what a reader is equal to. */
class PlanReaderTest {
    private static final Map<String, Object> VPC = Map.of("VpcId", "vpc-1", "CidrBlock", "10.0.0.0/16");
    private static final String VPC_LINE = "vpc vpc-1 cidrBlocks=10.0.0.0/16\n";

    private static Reading read(Map<String, Object> map) {
        return PlanReader.create().read(Source.of("map", map));
    }

    private static String text(Reading reading) {
        return PlanText.write(reading.plan());
    }

    private static String planText(String lines) {
        return "eni-plan 1\n" + lines + "end\n";
    }

    private static Path file(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void files_areReadTogether(@TempDir Path folder) throws IOException {
        Path vpcs = file(folder, "vpcs.json", "{\"Vpcs\": [{\"VpcId\": \"vpc-1\", \"CidrBlock\": \"10.0.0.0/16\"}]}");
        Path others =
                file(folder, "others.json", "{\"Vpcs\": [{\"VpcId\": \"vpc-2\", \"CidrBlock\": \"10.1.0.0/16\"}]}");
        assertThat(text(PlanReader.create().read(vpcs, others)))
                .isEqualTo(planText(VPC_LINE + "vpc vpc-2 cidrBlocks=10.1.0.0/16\n"));
    }

    @Test
    void files_thatCannotBeRead_areLeftOutWhereTried(@TempDir Path folder) throws IOException {
        Path vpcs = file(folder, "vpcs.json", "{\"Vpcs\": [{\"VpcId\": \"vpc-1\", \"CidrBlock\": \"10.0.0.0/16\"}]}");
        Path torn = file(folder, "torn.json", "{\"Vpcs\": [");
        Reading reading = PlanReader.create().tryRead(torn, vpcs);
        assertThat(text(reading)).isEqualTo(planText(VPC_LINE));
        assertThat(reading.unreadable())
                .extracting(each -> each.origin().file())
                .containsExactly(torn.toString());
    }

    @Test
    void tryRead_besideAFault_keepsWhatWasNotRead() {
        Reading reading = PlanReader.create()
                .tryRead(List.of(
                        Source.of("a.json", "{\"RouteTables\": [{}, {}]}"), Source.of("b.json", "{\"Vpcs\": 1}")));
        assertThat(reading.notRead()).isEqualTo(Map.of("RouteTables", 2));
        assertThat(reading.check(RULES)).hasToString("""
                        unreadable: b.json: expected a list (line 1, column 10, path /Vpcs)
                        nothing was read in a.json
                        not read: 2 RouteTables""");
    }

    @Test
    void tryRead_templateWithAFault_readsTheOthersOnce() {
        Source terraform = Source.of("plan.json", """
                {"format_version": "1.2", "planned_values": {"root_module": {"resources": [
                  {"address": "aws_subnet.s", "mode": "managed", "type": "aws_subnet", "name": "s",
                   "values": {"vpc_id": "vpc-1", "cidr_block": "10.0.0.0/24", "availability_zone": "eu-west-1a"}},
                  {"address": "aws_lambda_function.f", "mode": "managed", "type": "aws_lambda_function", "name": "f",
                   "values": {"vpc_config": [{"subnet_ids": ["subnet-1"]}]}},
                  {"address": "aws_flow_log.f", "mode": "managed", "type": "aws_flow_log", "name": "f", "values": {}}]}}}
                """);
        Source broken = Source.of("broken.yaml", "Resources: {V: {Type: \"AWS::EC2::VPC\", Properties: 7}}");
        Reading reading = PlanReader.create().tryRead(List.of(terraform, broken));
        Reading alone = PlanReader.create().read(terraform);
        assertThat(reading.unreadable())
                .extracting(each -> each.origin().file())
                .containsExactly("broken.yaml");
        assertThat(text(reading)).isEqualTo(text(alone));
        assertThat(reading.notRead()).isEqualTo(alone.notRead());
    }

    @Test
    void map_ofDescribeOutput_mayLeaveSomethingOutside() {
        Reading reading = read(Map.of(
                "NetworkInterfaces",
                List.of(Map.of(
                        "NetworkInterfaceId",
                        "eni-1",
                        "SubnetId",
                        "subnet-1",
                        "PrivateIpAddress",
                        "10.0.0.9",
                        "Groups",
                        List.of(Map.of("GroupId", "sg-1"))))));
        assertThat(reading.outside()).extracting(Object::toString).containsExactly("subnet-1", "sg-1");
        assertThat(reading.check(RULES)).hasToString("no violations");
    }

    @Test
    void map_ofAnEmptyList_isRead() {
        assertThat(read(Map.of("Subnets", List.of())).check(RULES)).hasToString("no violations");
    }

    @Test
    void map_ofOneResource_isRead() {
        assertThat(text(read(Map.of("Vpc", VPC)))).isEqualTo(planText(VPC_LINE));
    }

    @Test
    void map_ofOneResourceThatIsNoObject_isRefused() {
        assertThatThrownBy(() -> read(Map.of("Vpc", "vpc-1")))
                .isInstanceOf(UnreadableException.class)
                .hasMessageStartingWith("map: expected one of the keys Vpcs, ")
                .hasMessageEndingWith(", found Vpc");
    }

    @Test
    void map_ofTheAnswerWithATemplate_isTheTemplate() {
        Map<String, Object> vpc = Map.of("Type", "AWS::EC2::VPC", "Properties", Map.of("CidrBlock", "10.0.0.0/16"));
        assertThat(text(read(Map.of("TemplateBody", Map.of("Resources", Map.of("vpc-1", vpc))))))
                .isEqualTo(planText(VPC_LINE));
    }

    @Test
    void map_ofAnswersThatAreNotRead_countsThem() {
        Reading reading = read(Map.of(
                "RouteTables",
                List.of(Map.of("RouteTableId", "a"), Map.of("RouteTableId", "b")),
                "Names",
                List.of("x", Map.of()),
                "tags",
                List.of(Map.of()),
                "NextToken",
                "t"));
        assertThat(reading.notRead()).isEqualTo(Map.of("RouteTables", 2));
    }

    @Test
    void map_withoutAnythingThatIsAnAnswer_isRefused() {
        for (Map<String, Object> map : List.<Map<String, Object>>of(
                Map.of("Names", List.of("x")), Map.of("tags", List.of(Map.of())), Map.of("Count", 1))) {
            assertThatThrownBy(() -> read(map))
                    .isInstanceOf(UnreadableException.class)
                    .hasMessageStartingWith("map: expected one of the keys Vpcs, ")
                    .hasMessageEndingWith(", found " + map.keySet().iterator().next());
        }
    }

    private static PlanReader reader() {
        return PlanReader.create()
                .withLimits(ReadLimits.defaults().withDepth(9))
                .withParameter("P", "p")
                .withAvailabilityZones("eu-west-1a")
                .withQuotas(Quotas.awsDefaults());
    }

    @Test
    void reader_ofTheSame_isEqual() {
        assertThat(reader()).isEqualTo(reader()).hasSameHashCodeAs(reader());
        assertThat(reader().hashCode()).isNotEqualTo(PlanReader.create().hashCode());
    }

    @Test
    void reader_withAnythingElse_isAnother() {
        assertThat(List.of(
                        reader().withLimits(ReadLimits.defaults()),
                        reader().withParameter("P", "q"),
                        reader().withAvailabilityZones("eu-west-1b"),
                        reader().withQuotas(Quotas.awsDefaults().withVpcs(9)),
                        "a text"))
                .doesNotContain(reader());
    }

    @Test
    void reader_asText_isAllThatItKnows() {
        assertThat(PlanReader.create())
                .hasToString("PlanReader[limits=" + ReadLimits.defaults() + ", parameters={}, availabilityZones=[]]");
        assertThat(reader())
                .hasToString("PlanReader[limits=" + ReadLimits.defaults().withDepth(9)
                        + ", parameters={P=p}, availabilityZones=[eu-west-1a], quotas=" + Quotas.awsDefaults() + "]");
    }
}
