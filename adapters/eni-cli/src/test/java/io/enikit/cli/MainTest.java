package io.enikit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands print and answer. */
class MainTest {
    private static final String CLEAN = """
            {"Subnets": [{"SubnetId": "subnet-1", "VpcId": "vpc-1", "AvailabilityZone": "eu-west-1a",
              "CidrBlock": "10.0.0.0/24"}],
             "Vpcs": [{"VpcId": "vpc-1", "CidrBlock": "10.0.0.0/16"}]}
            """;
    private static final String BROKEN = CLEAN.replace("10.0.0.0/24", "10.1.0.0/24");

    @TempDir
    Path folder;

    /** What a command answered. */
    record Answer(int status, String out, String err) {}

    private static Answer eni(String... args) {
        return eniWith("", args);
    }

    private static Answer eniWith(String input, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(
                List.of(args),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Answer(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private String file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return file.toString();
    }

    @Test
    void check_clean_isZeroAndSaysSo() throws IOException {
        Answer answer = eni("check", file("clean.json", CLEAN));
        assertThat(answer.status()).isZero();
        assertThat(answer.out()).contains("no violations");
    }

    @Test
    void check_violation_isOneAndNamesRuleAndPlace() throws IOException {
        Answer answer = eni("check", file("broken.json", BROKEN));
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.out()).contains("subnet.cidr.in-vpc", "broken.json");
    }

    @Test
    void check_standardInput_isRead() {
        Answer answer = eniWith(BROKEN, "check", "-");
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.out()).contains("standard input");
    }

    @Test
    void check_folder_readsWhatIsBelow() throws IOException {
        file("below/broken.json", BROKEN);
        file("below/notes.txt", "no file of a network");
        assertThat(eni("check", folder.toString()).out()).contains("subnet.cidr.in-vpc");
    }

    @Test
    void check_missingFile_isTwoAndNamesIt() {
        Answer answer = eni("check", folder.resolve("nowhere.json").toString());
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("nowhere.json");
        assertThat(answer.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--ignore=subnet.cidr.in-vpc", "--ignore-resource=subnet-1", "--fail-on=never"})
    void check_whatIsIgnored_doesNotFail(String option) throws IOException {
        assertThat(eni("check", option, file("broken.json", BROKEN)).status()).isZero();
    }

    @Test
    void check_baseline_holdsWhatWasFoundAndKeepsReasons() throws IOException {
        String broken = file("broken.json", BROKEN);
        Path baseline = folder.resolve("baseline");
        assertThat(eni("check", broken, "--write-baseline", baseline.toString()).status())
                .isEqualTo(1);
        assertThat(Files.readString(baseline)).contains("subnet.cidr.in-vpc subnet-1");
        Files.writeString(baseline, "subnet.cidr.in-vpc subnet-1 # moves next week\n");
        assertThat(eni("check", broken, "--baseline", baseline.toString()).status())
                .isZero();
        eni("check", broken, "--baseline", baseline.toString(), "--write-baseline", baseline.toString());
        assertThat(Files.readString(baseline)).contains("subnet.cidr.in-vpc subnet-1 # moves next week");
    }

    @Test
    void check_badBaseline_namesItsLine() throws IOException {
        Answer answer = eni("check", file("broken.json", BROKEN), "--baseline", file("baseline", "\nrule\n"));
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("baseline:2: \"rule\": expected a rule and a resource");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "sarif", "junit"})
    void check_format_isWritten(String format) throws IOException {
        Answer answer = eni("check", "--format", format, file("broken.json", BROKEN));
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.out())
                .contains("subnet.cidr.in-vpc")
                .contains(
                        switch (format) {
                            case "json" -> "\"findings\"";
                            case "sarif" -> "\"version\" : \"2.1.0\"";
                            default -> "<testsuite name=\"eni check\" tests=\"1\" failures=\"1\"";
                        });
    }

    @Test
    void draw_text_showsTheSubnet() throws IOException {
        assertThat(eni("draw", file("clean.json", CLEAN)).out()).contains("subnet-1", "10.0.0.0/24", "251");
        assertThat(eni("draw", "--format=svg", file("clean.json", CLEAN)).out()).startsWith("<svg");
        assertThat(eni("draw", "--vpc", "vpc-2", file("clean.json", CLEAN)).err())
                .contains("VPC \"vpc-2\": it is not in these files, which have [vpc-1]");
    }

    @Test
    void diff_sameAndOther_areZeroAndOne() throws IOException {
        String before = file("before.json", CLEAN);
        assertThat(eni("diff", before, before).status()).isZero();
        Answer answer = eni("diff", before, file("after.json", BROKEN));
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.out()).contains("10.0.0.0/24", "10.1.0.0/24");
    }

    @Test
    void apply_acceptedAndRefused_printsEc2sAnswers() throws IOException {
        String plan = file("plan.json", CLEAN);
        Answer accepted =
                eni("apply", plan, "--call", "CreateSecurityGroup GroupName=web GroupDescription=web VpcId=vpc-1");
        assertThat(accepted.status()).as(accepted.toString()).isZero();
        assertThat(accepted.out()).contains("  accepted", "web");
        Answer refused = eni("apply", plan, "--calls", file("calls", "# in use\nDeleteVpc VpcId=vpc-1\n"));
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.out()).contains("refused: DependencyViolation: ");
        assertThat(eni("apply", plan).err()).contains("there is no call");
        assertThat(eni("apply", plan, "--call", "DeleteVpc vpc-1").err())
                .contains("expected a parameter as NAME=VALUE");
    }

    @Test
    void types_knownAndUnknown() {
        assertThat(eni("types", "m5.large").out()).contains("m5.large", "10");
        Answer answer = eni("types", "m5.lage");
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("did you mean m5.large");
        assertThat(eni("types", "m5", "--interfaces", "15").out())
                .contains("m5.24xlarge")
                .doesNotContain("m5.large");
    }

    @Test
    void pods_showTheArithmetic() {
        assertThat(eni("pods", "m5.large").out()).contains("3 ENIs × (10 − 1) addresses + 2 = 29");
    }

    @Test
    void layout_keepsWhatStands() {
        String lock = folder.resolve("vpc.lock").toString();
        assertThat(eni("layout", lock).err()).contains("give a --block");
        assertThat(eni("layout", lock, "--block=10.0.0.0/16", "a=24", "b=24").status())
                .isZero();
        assertThat(eni("layout", lock, "--check", "a=24", "b=24", "c=24").status())
                .isEqualTo(1);
        assertThat(eni("layout", lock, "b=24", "c=24").status()).isZero();
        assertThat(eni("layout", lock).out()).contains("10.0.1.0/24");
        assertThat(eni("layout", lock, "--check", "b=24", "c=24").status()).isZero();
    }

    @Test
    void pool_isSharedThroughItsFile() {
        String file = folder.resolve("pool.db").toString();
        assertThat(eni("pool", "show", file).err()).contains("there is no such file");
        assertThat(eni("pool", "create", file, "vpcs", "10.0.0.0/15").status()).isZero();
        assertThat(eni("pool", "allocate", file, "vpcs", "orders", "16").out()).contains("10.0.0.0/16");
        assertThat(eni("pool", "allocate", file, "vpcs", "billing", "15").status())
                .isEqualTo(1);
        assertThat(eni("pool", "show", file, "vpcs").out()).contains("10.0.0.0/16  orders");
        assertThat(eni("pool", "release", file, "vpcs", "orders").out()).contains("10.0.0.0/16");
        assertThat(eni("pool", "release", file, "vpcs", "orders").status()).isEqualTo(1);
        assertThat(eni("pool", "show", file, "others").err()).contains("[vpcs]");
    }

    @Test
    void commands_helpAndMisuse() {
        assertThat(eni().status()).isEqualTo(2);
        assertThat(eni("--help").out()).contains("Usage: eni", "terraform show -json");
        for (String command : List.of("check", "draw", "diff", "apply", "serve", "types", "pods", "layout", "pool")) {
            Answer help = eni(command, "--help");
            assertThat(help.status()).as(command).isZero();
            assertThat(help.out()).as(command).contains("Usage: eni " + command, "Example");
        }
        assertThat(eni("chek").status()).isEqualTo(2);
        assertThat(eni("chek").err()).contains("check");
        assertThat(eni("layout", "x", "--block", "10.0.0.0/99").err()).contains("10.0.0.0/99");
    }
}
