package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which readings are the same. */
class ReadingTest {
    private static final String TEMPLATE = """
            Parameters: {Subnet: {Type: String}, Zone: {Type: String, Default: a}}
            Conditions: {Prod: !Equals [!Ref Zone, a]}
            Resources:
              Vpc: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.0.0.0/16}}
              Eni: {Type: "AWS::EC2::NetworkInterface", Properties: {SubnetId: !Ref Subnet, GroupSet: [sg-1]}}
              Bucket: {Type: "AWS::S3::Bucket"}
              Other: {Type: "AWS::EC2::Subnet", Condition: Prod, Properties: {VpcId: !Ref Vpc, AvailabilityZone: x, CidrBlock: 10.0.0.0/24}}
            """;

    private static Reading read(String text) {
        return read("a.yaml", text);
    }

    private static Reading read(String name, String text) {
        return PlanReader.create().read(Source.of(name, text));
    }

    @Test
    void readings_ofTheSame_areEqual() {
        assertThat(read(TEMPLATE)).isEqualTo(read(TEMPLATE)).hasSameHashCodeAs(read(TEMPLATE));
        assertThat(read(TEMPLATE).hashCode()).isNotEqualTo(read("Resources: {}").hashCode());
    }

    @Test
    void readings_ofTheSameAnswer_areEqual() {
        String answer = Samples.text("read/everything.json");
        assertThat(read(answer)).isEqualTo(read(answer)).hasSameHashCodeAs(read(answer));
    }

    @Test
    void readings_ofSomethingElse_areOthers() {
        PlanReader few = PlanReader.create().withLimits(ReadLimits.defaults().withFindings(1));
        assertThat(List.of(
                        read(TEMPLATE.replace("10.0.0.0/16", "10.0.0.0/17")),
                        read(TEMPLATE.replace("sg-1", "sg-2")),
                        read("b.yaml", TEMPLATE),
                        read(TEMPLATE.replace("{Type: String}", "{Type: String, Default: subnet-1}")),
                        read(TEMPLATE.replace("AWS::S3::Bucket", "AWS::S3::Other")),
                        few.read(Source.of("a.yaml", TEMPLATE)),
                        "a text"))
                .doesNotContain(read(TEMPLATE));
    }

    @Test
    void reading_asText_saysHowMuchItIs() {
        assertThat(read(TEMPLATE))
                .hasToString("NetworkPlan{1 VPCs, 1 subnets, 0 instances, 1 ENIs}, 1 ids outside, 1 unknown");
    }
}
