package io.enikit.cli;

import static io.enikit.cli.Eni.eni;
import static io.enikit.cli.Eni.eniWith;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.util.concurrent.Uninterruptibles;
import io.enikit.cli.Eni.Answer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands on files print and answer. */
class MainTest {
    private static final String CLEAN = """
            {"Subnets": [{"SubnetId": "subnet-1", "VpcId": "vpc-1", "AvailabilityZone": "eu-west-1a",
              "CidrBlock": "10.0.0.0/24"}],
             "Vpcs": [{"VpcId": "vpc-1", "CidrBlock": "10.0.0.0/16"}]}
            """;
    private static final String BROKEN = CLEAN.replace("10.0.0.0/24", "10.1.0.0/24");

    @TempDir
    Path folder;

    private String file(String name, String content) throws IOException {
        return Eni.file(folder, name, content);
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
    @ValueSource(strings = {"json", "sarif", "junit", "gitlab"})
    void check_format_isWritten(String format) throws IOException {
        Answer answer = eni("check", "--format", format, file("broken.json", BROKEN));
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.out())
                .contains("subnet.cidr.in-vpc")
                .contains(
                        switch (format) {
                            case "json" -> "\"findings\"";
                            case "gitlab" -> "\"severity\" : \"major\"";
                            case "sarif" -> "\"version\" : \"2.1.0\"";
                            default -> "<testsuite name=\"eni check\" tests=\"1\" failures=\"1\"";
                        });
    }

    @Test
    void check_gitlab_hasAFingerprintForEach() throws IOException {
        String out = eni(
                        "check",
                        "--format",
                        "gitlab",
                        file("a.json", BROKEN),
                        file("b.json", BROKEN.replace("vpc-1", "vpc-2").replace("subnet-1", "subnet-2")))
                .out();
        assertThat(out.lines().filter(line -> line.contains("fingerprint")))
                .hasSize(2)
                .doesNotHaveDuplicates();
        assertThat(out).contains("\"check_name\" : \"subnet.cidr.in-vpc\"", "a.json", "\"begin\" : 1");
        assertThat(eni("check", "--format", "gitlab", file("clean.json", CLEAN)).out())
                .isEqualTo("[ ]\n");
    }

    @Test
    void check_ignored_saysWhyAndHowMany() throws IOException {
        String broken = file("broken.json", BROKEN);
        assertThat(eni("check", broken, "--ignore", "subnet.cidr # moves in May")
                        .out())
                .contains("ignored: 1 (--ignore subnet.cidr: moves in May)");
        assertThat(eni("check", broken, "--ignore-resource", "subnet-1 # moves in May")
                        .out())
                .contains("ignored: 1 (--ignore-resource subnet-1: moves in May)");
        String baseline = file("baseline", "subnet.cidr.in-vpc subnet-1 # moves\nvpc.cidr.size vpc-1\n");
        assertThat(eni("check", broken, "--baseline", baseline).out())
                .contains("ignored: 1 (baseline: moves)", "not found any more: vpc.cidr.size vpc-1 (baseline)");
        assertThat(eni("check", broken, "--ignore", "subnet.cdir").err())
                .contains("--ignore: subnet.cdir: no rule")
                .doesNotContain("without");
        assertThat(eni("check", broken, "--ignore", "read").status()).isEqualTo(1);
    }

    @Test
    void check_planText_isReadLikeOtherFiles() throws IOException {
        String plan = file("a.plan", Eni.PLAN);
        assertThat(eni("check", plan).status()).isZero();
        assertThat(eniWith(Eni.PLAN.replace("10.0.0.0/26", "10.1.0.0/26"), "check", "-")
                        .out())
                .contains("subnet.cidr.in-vpc", "standard input:4");
        assertThat(eni("check", file("cut.plan", Eni.PLAN.replace("end\n", ""))).err())
                .contains("cut.plan: is no plan text: ", "cut off");
        assertThat(eni("draw", plan).out()).contains("10.0.0.0/26");
        assertThat(eni("diff", plan, plan).status()).isZero();
    }

    @Test
    void check_quotas_areThoseOfTheAccount() throws IOException {
        String plan = file("a.plan", Eni.PLAN);
        assertThat(eni("check", plan, "--quotas", "vpcs=0,elasticIps=3").out()).contains("2 VPCs, the quota is 0");
        assertThat(eni("check", plan, "--quotas", "vpcs=1,vpcs=2").err())
                .startsWith("eni: --quotas: \"vpcs\" stands twice: expected once");
        for (String each : List.of("vpcs", "vpcs=1 elasticIps=2")) {
            assertThat(eni("check", plan, "--quotas", each).err())
                    .isEqualToIgnoringNewLines("eni: --quotas: \"" + each + "\": expected NAME=NUMBER");
        }
        assertThat(eni("check", plan, "--quotas", "vcps=9").err())
                .contains("--quotas: \"vcps\" is no key", "there are: vpcs, ");
        for (String each : Splitter.on(", ").split(Inputs.QUOTAS)) {
            assertThat(eni("check", plan, "--quotas", each + "=10").err()).isEmpty();
        }
    }

    @Test
    void check_regionAndParameters_areThoseOfTheTemplate() throws IOException {
        String template = file("t.yaml", """
                Parameters: {Block: {Type: String}}
                Resources:
                  V: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: !Ref Block}}
                  S:
                    Type: AWS::EC2::Subnet
                    Properties: {VpcId: !Ref V, CidrBlock: 10.0.0.0/24, AvailabilityZone: !Sub "${AWS::Region}a"}
                """);
        assertThat(eni("draw", template, "--parameter", "Block=10.0.0.0/16", "--region", "eu-west-1")
                        .out())
                .contains("eu-west-1a");
        assertThat(eni("check", template, "--parameter", "Block=10.9.0.0/16").out())
                .contains("subnet.cidr.in-vpc");
    }

    @Test
    void check_folder_leavesOutFilesOfOtherKinds() throws IOException {
        file("package.json", "{\"name\": \"site\", \"version\": \"1\"}");
        file("k8s/pod.yaml", "kind: Pod\nspec:\n  resources: {}\n---\nkind: Service\n");
        file("list.yaml", "- address\n- instance\n");
        file("list.json", "[\"vpc\"]");
        file(".github/workflows/ci.yml", "resources: [");
        file("node_modules/left/broken.json", "{\"subnets\": ");
        String empty = folder.toString();
        assertThat(eni("check", empty).out()).contains("left out, as files of other kinds: 4");
        file("clean.json", CLEAN);
        Answer clean = eni("check", empty);
        assertThat(clean.status()).as(clean.toString()).isZero();
        assertThat(clean.out()).contains("no violations", "left out, as files of other kinds: 4");
        assertThat(eni("draw", empty).out()).contains("subnet-1");
        file("broken.json", "{\"Subnets\": [");
        Answer broken = eni("check", empty, "--format", "json");
        assertThat(broken.status()).isEqualTo(2);
        assertThat(broken.err()).contains("broken.json").hasLineCount(1);
        assertThat(eni("check", folder.resolve("package.json").toString()).status())
                .isEqualTo(2);
    }

    @Test
    void draw_text_showsTheSubnet() throws IOException {
        assertThat(eni("draw", file("clean.json", CLEAN)).out()).contains("subnet-1", "10.0.0.0/24", "251");
        assertThat(eni("draw", "--format=svg", file("clean.json", CLEAN)).out()).startsWith("<svg");
        assertThat(eni("draw", "--vpc", "vpc-2", file("clean.json", CLEAN)).err())
                .contains("VPC \"vpc-2\": it is not in these files, which have [vpc-1]");
    }

    @Test
    void draw_text_isAsWideAsTheTerminalOrAsAsked() throws IOException {
        String plan = file("wide.plan", Eni.PLAN.replace("tag:Name=second", "tag:Name=" + "long-".repeat(20)));
        assertThat(widest(eni("draw", plan))).isGreaterThan(100);
        assertThat(widest(Eni.eniAtATerminal("draw", plan))).isEqualTo(Width.columns(System.getenv()));
        assertThat(widest(eni("draw", plan, "--width", "60"))).isEqualTo(60);
        assertThat(eni("draw", plan, "--width", "39").err()).isEqualTo("eni: --width: 39: expected 40 or more\n");
        assertThat(Width.columns(Map.of("COLUMNS", "132"))).isEqualTo(132);
        assertThat(Width.columns(Map.of("COLUMNS", "9"))).isEqualTo(40);
    }

    private static int widest(Answer answer) {
        return answer.out().lines().mapToInt(String::length).max().orElse(0);
    }

    @Test
    void diff_pictures_showOnlyWhatChanged() throws IOException {
        String before = file("before.plan", Eni.PLAN);
        String after = file("after.plan", Eni.PLAN.replace("10.0.1.0/26", "10.0.1.0/25"));
        for (String format : new String[] {"picture", "svg"}) {
            assertThat(eni("diff", before, after, "--format", format).out())
                    .contains("10.0.1.0/25")
                    .doesNotContain("10.0.0.0/26");
            assertThat(eni("diff", before, after, "--format", format, "--all").out())
                    .contains("10.0.1.0/25", format.equals("svg") ? "eu-west-1a" : "10.0.0.0/26");
        }
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
    void diff_aws_isAScript() throws IOException {
        String before = file("before.plan", Eni.PLAN);
        String after = file(
                "after.plan",
                Eni.PLAN
                        .replace("groups=default\neni eni-3", "groups=default instance=app deviceIndex=1\neni eni-3")
                        .replace("instanceType=m5.large", "instanceType=c5.large"));
        Answer answer = eni("diff", before, after, "--format", "aws");
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.out().lines())
                .containsExactly(
                        "aws ec2 attach-network-interface --network-interface-id \"$eni_eni_2d2\" --instance-id \"$instance_app\""
                                + " --device-index 1 --network-card-index 0",
                        "# no command does this: ~ instance app instanceType: m5.large -> c5.large");
        assertThat(eni("diff", before, before, "--format", "aws").out()).isEmpty();
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
    void colours_areForTerminals() throws IOException {
        String broken = file("broken.json", BROKEN);
        assertThat(Eni.eniAtATerminal("check", broken).out()).startsWith("\u001b[31m[ERROR]\u001b[0m subnet-1: ");
        assertThat(Eni.eniAtATerminal("check", "--help").out()).contains("\u001b[");
        assertThat(Eni.eniAtATerminal("check", broken, "--format", "sarif").out())
                .doesNotContain("\u001b");
        assertThat(eni("check", broken).out()).startsWith("[ERROR] subnet-1: ");
    }

    @Test
    void progress_isForTerminalsAndLongWork() throws IOException {
        assertThat(Eni.eniAtATerminal("check", file("clean.json", CLEAN)).err()).isEmpty();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        InputStream slow = new ByteArrayInputStream(CLEAN.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] bytes, int from, int length) {
                Uninterruptibles.sleepUninterruptibly(Duration.ofMillis(1200));
                return super.read(bytes, from, length);
            }
        };
        Main.run(
                List.of("check", "-"),
                new Streams(
                        slow,
                        new PrintStream(OutputStream.nullOutputStream()),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        true,
                        true));
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("\rreading 1 file … 1 s");
    }

    @Test
    void commands_helpAndMisuse() {
        assertThat(eni().status()).isEqualTo(2);
        assertThat(eni("--help").out()).contains("Usage: eni", "terraform show -json");
        for (String[] each : Commands.ALL) {
            Answer help = eni(each[0], "--help");
            assertThat(help.status()).as(each[0]).isZero();
            assertThat(help.out())
                    .as(each[0])
                    .contains("Usage: eni " + each[0], each[1], "Example", "\n  eni " + each[0] + " ")
                    .doesNotContain("@|");
            assertThat(eni("--help").out()).contains("  " + each[0] + " ", each[1]);
        }
        assertThat(eni("chek").status()).isEqualTo(2);
        assertThat(eni("chek").err()).contains("\"chek\" is no command: expected one of check, draw");
        assertThat(eni("check", "--fail-no", "x").err())
                .contains("Unknown option: '--fail-no'", "see: eni check --help")
                .doesNotContain("Usage");
        assertThat(eni("layout", "x", "--block", "10.0.0.0/99").err()).contains("10.0.0.0/99");
    }
}
