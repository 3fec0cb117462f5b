package io.enikit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
    private static final String SUBNETS = """
            {"Vpcs": [{"VpcId": "vpc-1", "CidrBlock": "10.0.0.0/16"}],
             "Subnets": [
              {"SubnetId": "subnet-1", "VpcId": "vpc-1", "CidrBlock": "10.0.0.0/24", "AvailabilityZone": "eu-west-1a"},
              {"SubnetId": "subnet-2", "VpcId": "vpc-1", "CidrBlock": "10.0.1.0/24", "AvailabilityZone": "eu-west-1b"}]}
            """;
    private static final String TEMPLATE = """
            Resources:
              Vpc: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.0.0.0/16}}
              Subnet: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, AvailabilityZone: eu-west-1a}}
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private int check(String... args) {
        return Check.run(
                List.of(args),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void cleanFiles_ofSeveralFormats_printReportAndPicture() throws IOException {
        assertThat(check(file("subnets", SUBNETS), file("template", TEMPLATE))).isEqualTo(Check.CLEAN);
        assertThat(out())
                .startsWith("no violations\n\n")
                .contains("VPC vpc-1 10.0.0.0/16", "subnet subnet-2  10.0.1.0/24", "VPC Vpc 10.0.0.0/16", "eu-west-1a");
    }

    @Test
    void violations_arePrintedWithTheirPlace() throws IOException {
        String file = file("subnets.json", SUBNETS.replace("10.0.1.0/24", "10.0.0.128/25"));
        assertThat(check(file)).isEqualTo(Check.VIOLATIONS);
        assertThat(out()).contains("[ERROR] subnet-", "subnet.cidr.overlap", "subnets.json:", "/Subnets/");
    }

    @Test
    void whatIsMentionedOnly_isNamed() throws IOException {
        String file = file(
                "subnets.json",
                SUBNETS.replace("\"Vpcs\": [{\"VpcId\": \"vpc-1\"", "\"Vpcs\": [{\"VpcId\": \"vpc-2\""));
        assertThat(check(file)).isEqualTo(Check.CLEAN);
        assertThat(out()).startsWith("no violations\nmentioned, but not in these files: [vpc-1]\n");
    }

    @Test
    void otherForms_arePrintedAlone() throws IOException {
        String file = file("subnets.json", SUBNETS.replace("10.0.1.0/24", "10.0.0.128/25"));
        assertThat(check("--sarif", file)).isEqualTo(Check.VIOLATIONS);
        assertThat(out()).startsWith("{").contains("\"version\" : \"2.1.0\"").doesNotContain("VPC vpc-1");
        out.reset();
        assertThat(check("--json", file)).isEqualTo(Check.VIOLATIONS);
        assertThat(out()).startsWith("{").contains("\"findings\"");
    }

    @Test
    void unreadable_saysWhereAndWhy() throws IOException {
        assertThat(check(file("broken.json", SUBNETS.substring(0, 100)))).isEqualTo(Check.UNREADABLE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("broken.json: is no JSON", "line 3");
        assertThat(check(folder.resolve("missing").toString())).isEqualTo(Check.UNREADABLE);
        assertThat(check(folder.toString())).isEqualTo(Check.UNREADABLE);
        assertThat(out()).isEmpty();
    }

    @Test
    void noFiles_orAnUnknownForm_printTheUsage() {
        assertThat(check()).isEqualTo(Check.UNREADABLE);
        assertThat(check("--xml", "x")).isEqualTo(Check.UNREADABLE);
        assertThat(check("--json")).isEqualTo(Check.UNREADABLE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("usage: Check");
    }
}
