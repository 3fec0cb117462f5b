package io.enikit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplesTest {
    private static final Pattern MAC = Pattern.compile("([0-9a-f]{2}:){5}[0-9a-f]{2}");

    private static List<String> told(Consumer<PrintStream> example) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        example.accept(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static String mac(String line) {
        return MAC.matcher(line).results().findFirst().orElseThrow().group();
    }

    @Test
    void threeProcesses_eachTeamHasOneBlock(@TempDir Path folder) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ThreeProcesses.tell(new PrintStream(out, true, StandardCharsets.UTF_8), folder.resolve("ipam.db"));
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(16).last().isEqualTo("16 events, 15 blocks");
        assertThat(lines.subList(0, 15))
                .extracting(line -> line.split(" ", -1)[2])
                .containsExactlyInAnyOrder(
                        "blue-1", "blue-2", "blue-3", "blue-4", "blue-5", "green-1", "green-2", "green-3", "green-4",
                        "green-5", "red-1", "red-2", "red-3", "red-4", "red-5");
        assertThat(lines.get(14)).startsWith("10.64.224.0/20 #15 ");
    }

    @Test
    void managementNetwork_serversHaveAnInterfaceInEachSubnet_andNothingIsWrong() {
        List<String> lines = told(ManagementNetwork::tell);
        assertThat(lines.get(0)).isEqualTo("no violations");
        assertThat(lines)
                .filteredOn(line -> line.contains("[https-from-anywhere]"))
                .hasSize(2);
        assertThat(lines)
                .filteredOn(line -> line.contains("management  [ssh-from-the-office]"))
                .hasSize(2);
    }

    @Test
    void networkAppliance_checkIsOffOnBothInterfaces_andTwoAttributesAtOnceAreRefused() {
        assertThat(told(NetworkAppliance::tell))
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("firewall/eth0: source/destination check off"),
                        second -> assertThat(second).isEqualTo("firewall/eth1: source/destination check off"),
                        third -> assertThat(third).startsWith("refused: InvalidParameterCombination: "));
    }

    @Test
    void dualHomedHost_interfaceOfAnotherZoneIsRefused_andOneOfItsOwnZoneAttached() {
        assertThat(told(DualHomedHost::tell))
                .satisfiesExactly(
                        wrong -> assertThat(wrong).startsWith("refused: InvalidParameterCombination: to-database: "),
                        right -> assertThat(right).contains("ATTACHED").contains("device index 1"));
    }

    @Test
    void failover_instanceIsAllThatChanges() {
        assertThat(told(Failover::tell))
                .satisfiesExactly(
                        change -> assertThat(change).isEqualTo("~ eni active/eth1 instance: active -> standby"),
                        kept -> assertThat(kept)
                                .matches("still \\[10.0.0.5\\*, 10.0.0.6, 10.0.0.7], " + MAC.pattern()
                                        + ", known-to-clients"));
    }

    @Test
    void bindInterface_thirdServerFindsNoneFree() {
        assertThat(told(BindInterface::tell))
                .containsExactly(
                        "server-1 has eni-00000000000000001",
                        "server-2 has eni-00000000000000002",
                        "server-3 has none: all are taken",
                        "2 interfaces on server-2");
    }

    @Test
    void forgottenWait_isSeenWhereDetachingTakesAWhile() {
        assertThat(told(ForgottenWait::tell))
                .containsExactly(
                        "quick EC2, without waiting: on standby",
                        "slow EC2, without waiting: InvalidNetworkInterface.InUse",
                        "slow EC2, with waiting: on standby");
    }

    @Test
    void licenceByMac_replacementHasTheLicensedAddress() {
        List<String> lines = told(LicenceByMac::tell);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(2)).startsWith("old/eth1 of new");
        assertThat(mac(lines.get(2))).isEqualTo(mac(lines.get(0))).isNotEqualTo(mac(lines.get(1)));
    }

    @Test
    void anotherZone_twoBlocksAreAdded_andEveryLineOfTheLockFileStays() {
        List<String> lines = told(AnotherZone::tell);
        assertThat(lines).contains("added 2, moved 0, removed 0");
        List<String> before = lines.stream()
                .filter(line -> line.matches("cidr .*1[ab]"))
                .distinct()
                .toList();
        assertThat(before).hasSize(4);
        assertThat(lines).filteredOn(before::contains).hasSize(8);
        assertThat(lines).filteredOn(line -> line.endsWith("1c")).hasSize(2);
    }

    @Test
    void fullSubnet_hundredsAreFree_andNoPrefixFits() {
        assertThat(told(FullSubnet::tell))
                .satisfiesExactly(
                        free -> assertThat(free).isEqualTo("235 addresses are free, and yet:"),
                        refused -> assertThat(refused)
                                .startsWith("refused: InsufficientCidrBlocks: ")
                                .contains("the largest block is 10.0.0.8/29"),
                        summary -> assertThat(summary).contains("0 prefixes free", "fragmentation 1.00"),
                        map -> assertThat(map).endsWith(" ++++++++++++++++"),
                        legend -> assertThat(legend).startsWith(". free"));
    }

    @Test
    void podsPerNode_eachFigureIsALineOfArithmetic() {
        assertThat(told(PodsPerNode::tell)).hasSize(12);
        assertThat(told(out -> PodsPerNode.tell(out, "m5.large")))
                .containsExactly(
                        "m5.large",
                        "  addresses: 3 ENIs × (10 − 1) addresses + 2 = 29",
                        "  prefixes:  3 ENIs × (10 − 1) prefixes × 16 + 2 = 434, capped at 110 (2 vCPUs, 30 or fewer)",
                        "  custom networking: (3 − 1) ENIs × (10 − 1) addresses + 2 = 20");
    }

    @Test
    void findABug_someSeedShowsIt() {
        assertThat(told(FindABug::tell)).singleElement().asString().containsPattern("seed \\d+ shows it: .* overlaps ");
    }

    @Test
    void checkATemplate_bothFaultsAreFoundWithTheirLines() {
        assertThat(told(CheckATemplate::tell))
                .satisfiesExactly(
                        overlap -> assertThat(overlap)
                                .contains("network.yaml:6 /Resources/Front", "InvalidSubnet.Conflict"),
                        reserved -> assertThat(reserved)
                                .contains("network.yaml:18 /Resources/Gateway", "eni.ipv4.reserved"));
    }
}
