package io.enikit.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.net.Cidr;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QuickstartTest {
    private static String run(String block, String instanceType) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Quickstart(Cidr.parse(block), instanceType, new PrintStream(out, true, StandardCharsets.UTF_8)).run();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<String> lines(String text, String regex) {
        return text.lines()
                .filter(line -> Pattern.compile(regex).matcher(line).find())
                .toList();
    }

    /** The rows of an interface, before and after the move. */
    private static List<String> rows(String text, String eni) {
        return lines(text, "│ index \\d  " + eni + " ");
    }

    @Test
    void picture_m5large_showsAddressesAndWhatIsLeft() {
        String text = run("192.168.0.0/24", "m5.large");
        assertThat(lines(text, "ap-northeast-2a ─")).hasSize(2);
        assertThat(lines(text, "subnet private  192.168.0.0/24  248 IPv4 addresses free"))
                .hasSize(2);
        assertThat(rows(text, "app-1/eth0").get(0)).contains("192.168.0.31", "1 of 10 addresses used, 9 left");
        assertThat(rows(text, "app-1/eth1").get(0)).contains("192.168.0.42", "index 1");
        assertThat(rows(text, "app-2/eth0").get(0)).contains("192.168.0.4 ");
        assertThat(lines(text, "interfaces used").stream()
                        .map(line -> line.replaceAll("[│ ]+", " ").strip()))
                .containsExactly(
                        "2 of 3 interfaces used, 1 left",
                        "1 of 3 interfaces used, 2 left",
                        "1 of 3 interfaces used, 2 left",
                        "2 of 3 interfaces used, 1 left");
    }

    @Test
    void move_secondaryInterface_isDrawnUnderTheOtherInstanceWithSameAddressAndMac() {
        String text = run("192.168.0.0/24", "m5.large");
        List<String> rows = rows(text, "app-1/eth1");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1)).contains("192.168.0.42");
        Pattern mac = Pattern.compile("([0-9a-f]{2}:){5}[0-9a-f]{2}");
        assertThat(rows.stream()
                        .map(row -> mac.matcher(row)
                                .results()
                                .findFirst()
                                .orElseThrow()
                                .group())
                        .distinct())
                .hasSize(1);
        String after = text.substring(text.indexOf("2. app-1/eth1 moves"));
        assertThat(after.indexOf("app-1/eth1 ", after.indexOf("VPC main"))).isGreaterThan(after.indexOf("┌─ app-2"));
    }

    @Test
    void refusals_m5large_haveTheCodesOfEc2() {
        String text = run("192.168.0.0/24", "m5.large");
        assertThat(lines(text, "refused: OperationNotPermitted: .*app-1/eth0 is the primary interface of app-1"))
                .hasSize(1);
        assertThat(lines(text, "refused: AttachmentLimitExceeded: app-2: 4 interfaces, m5.large allows 3"))
                .hasSize(1);
    }

    @Test
    void report_planWithFourFaults_listsThemAll() {
        assertThat(lines(run("192.168.0.0/24", "m5.large"), "\\[ERROR\\]"))
                .containsExactly(
                        "   [ERROR] app-1/eth0: 6 security groups, the quota is 5 | eni.groups.quota"
                                + " | SecurityGroupsPerInterfaceLimitExceeded",
                        "   [ERROR] app-1/eth1: it is in ap-northeast-2c, its instance \"app-1\" is in ap-northeast-2a"
                                + " | eni.attach.zone | InvalidParameterCombination",
                        "   [ERROR] app-2/eth0: 192.168.0.246 is not in subnet \"near\", which is 192.168.0.0/25"
                                + " | eni.ipv4.in-subnet | InvalidParameterValue",
                        "   [ERROR] app-3/eth0: 192.168.0.3 is one of the five addresses that EC2 reserves in"
                                + " 192.168.0.0/25 | eni.ipv4.reserved | InvalidParameterValue");
    }

    @Test
    void arguments_otherBlockAndType_everythingFollows() {
        String text = run("10.9.0.0/24", "t3.micro");
        assertThat(rows(text, "app-1/eth0").get(0)).contains("10.9.0.31", "1 of 2 addresses used, 1 left");
        assertThat(lines(text, "2 of 2 interfaces used, 0 left")).hasSize(2);
        assertThat(lines(text, "2 ENIs × \\(2 − 1\\) addresses \\+ 2 = 4 pods")).hasSize(1);
        assertThat(lines(text, "refused: AttachmentLimitExceeded: app-2: 3 interfaces, t3.micro allows 2"))
                .hasSize(1);
        assertThat(text).doesNotContain("192.168.").doesNotContain("m5.large");
    }

    @Test
    void arguments_blockTooSmall_saysSo() {
        assertThatThrownBy(() -> run("10.9.0.0/28", "t3.micro"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("10.9.0.0/28 is too small for this story: expected a /16 to a /26");
    }
}
