package io.enikit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Every command as a process: its exit status, and where it says what. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class EveryCommandTest {
    /** A line, its exit status, and what is in its output. */
    private static final String[][] DONE = {
        {"check a.plan", "0", "no violations"},
        {"check a.plan --quotas vpcs=1", "1", "quota.vpcs"},
        {"draw a.plan", "0", "eu-west-1a"},
        {"draw a.plan --format svg --vpc main --addresses", "0", "<svg"},
        {"draw a.plan --format mermaid", "0", "flowchart"},
        {"draw a.plan --instance app", "0", "   0      1  free               0       10"},
        {"diff a.plan a.plan", "0", ""},
        {"diff a.plan b.plan", "1", "10.0.1.0/25"},
        {"apply a.plan --call 'DeleteNetworkInterface NetworkInterfaceId=eni-2'", "0", "eni-2 was removed"},
        {"apply a.plan --call 'DeleteVpc VpcId=main'", "1", "refused: "},
        {"who a.plan", "0", "NAT gateway"},
        {"blocks a a.plan", "1", "DeleteSubnet subnet a"},
        {"blocks second a.plan", "0", "DeleteVpc vpc other"},
        {"leaks a.plan", "1", "eni eni-2"},
        {"room a.plan --vpc main", "0", "a load balancer: "},
        {"room a.plan --vpc main --nodes 900 --type m5.large", "1", "of 900 nodes"},
        {"types m5.large", "0", "m5.large"},
        {"types m5 --interfaces 99", "1", "type"},
        {"pods m5.large", "0", "= 29"},
        {"layout net.lock --block 10.0.0.0/16 a=24", "0", "added 1"},
        {"layout net.lock --check a=24 b=24", "1", "added 1"},
        {"pool create p.db vpcs 10.0.0.0/15", "0", ""},
        {"pool allocate p.db vpcs orders 16", "0", "10.0.0.0/16"},
        {"pool allocate p.db vpcs others 15", "1", ""},
        {"completion", "0", "complete"},
    };

    /** A line that cannot be done, and the one line that says why. */
    private static final String[][] REFUSED = {
        {"draw nowhere.plan", "nowhere.plan: cannot be read: there is no such file"},
        {"diff a.plan nowhere.plan", "nowhere.plan: cannot be read: there is no such file"},
        {"leaks a.plan --before nowhere.plan", "nowhere.plan: cannot be read: there is no such file"},
        {"apply a.plan --calls nowhere", "nowhere: there is no such file"},
        {
            "apply a.plan --call 'DeleteNetworkInterface NetworkInterfaceId=eni-2' --write nowhere/b.plan",
            "nowhere/b.plan: cannot be written: there is no such folder"
        },
        {"check a.plan --baseline nowhere", "nowhere: there is no such file"},
        {"check a.plan --write-baseline nowhere/b", "nowhere/b: cannot be written: there is no such folder"},
        {"check a.plan --instance-types nowhere.json", "nowhere.json: there is no such file"},
        {"types --instance-types a.plan", "a.plan: "},
        {"layout nowhere/net.lock --block 10.0.0.0/16", "nowhere/net.lock: cannot be written: there is no such folder"},
        {"layout a.plan", "a.plan: "},
        {"layout folder", "folder: "},
        {"pool show nowhere.db", "nowhere.db: there is no such file"},
        {"pool show a.plan", "a.plan: "},
        {"who huge.json", "huge.json"},
        {"serve nowhere.plan", "nowhere.plan: cannot be read: there is no such file"},
        {"draw a.plan --instance nothing", "instance \"nothing\""},
        {"draw a.plan --instance ''", "instance \"\": it is not in these files"},
        {"draw a.plan --instance app --format mermaid", "--instance: expected --format text or svg"},
        {"check ''", "the name of a file is empty"},
        {"draw a.plan --addresses", "--addresses: give --format svg as well"},
        {"draw a.plan --vpc ''", "VPC \"\": it is not in these files"},
        {"who a.plan --interface ''", "interface \"\": it is not in these files"},
        {"types --instance-types folder", "folder: "},
        {"apply a.plan --calls noise", "noise: is no text in UTF-8"},
        {"check a.plan --baseline noise", "noise: is no text in UTF-8"},
        {"layout noise", "noise: is no text in UTF-8"},
    };

    @TempDir
    Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(folder.resolve("a.plan"), Eni.PLAN);
        Files.writeString(folder.resolve("b.plan"), Eni.PLAN.replace("10.0.1.0/26", "10.0.1.0/25"));
        Files.createDirectory(folder.resolve("folder"));
        Files.write(folder.resolve("noise"), new byte[] {31, -117, 8, 0, -1, 2, 3});
        try (RandomAccessFile zeros =
                new RandomAccessFile(folder.resolve("huge.json").toFile(), "rw")) {
            zeros.setLength(1L << 32);
        }
    }

    @Test
    void lines_thatCanBeDone_answerOnStandardOutput() throws IOException, InterruptedException {
        Set<String> commands = new TreeSet<>(Set.of("serve"));
        for (String[] each : DONE) {
            Shell shell = Shell.run(folder, "eni " + each[0]);
            commands.add(each[0].replaceAll(" .*", ""));
            assertThat(shell.err()).as(each[0]).isEmpty();
            assertThat(shell.status()).as("%s: %s", each[0], shell).isEqualTo(Integer.parseInt(each[1]));
            assertThat(shell.out()).as(each[0]).contains(each[2]).doesNotContain("\u001b");
        }
        assertThat(commands).hasSize(Commands.ALL.length);
    }

    @Test
    void lines_thatCannotBeDone_sayWhyOnALine() throws IOException, InterruptedException {
        for (String[] each : REFUSED) {
            Shell shell = Shell.run(folder, "eni " + each[0]);
            assertThat(shell.status()).as("%s: %s", each[0], shell).isEqualTo(2);
            assertThat(shell.err()).as(each[0]).contains(each[1]).doesNotContain("at io.enikit", "fault of eni");
            assertThat(shell.err().lines().count()).as(shell.err()).isEqualTo(1);
        }
    }

    /** Whoever may read everything, as the owner of a container often may, reads it. */
    @Test
    void file_withoutPermission_isNamed() throws IOException, InterruptedException {
        Path closed = folder.resolve("closed.json");
        Files.writeString(closed, "{\"Vpcs\": []}");
        assertThat(closed.toFile().setReadable(false)).isTrue();
        boolean readable = Files.isReadable(closed);
        Shell shell = Shell.run(folder, "eni check closed.json");
        assertThat(shell.status()).isEqualTo(readable ? 0 : 2);
        assertThat(shell.err()).isEqualTo(readable ? "" : "closed.json: cannot be read: permission denied\n");
    }

    @Test
    void output_thatCannotBeWritten_isAFailure() throws IOException, InterruptedException {
        Shell shell = Shell.run(folder, "[ -e /dev/full ] || exit 2\neni draw a.plan > /dev/full");
        assertThat(shell.status()).isEqualTo(2);
        if (Files.exists(Path.of("/dev/full"))) {
            assertThat(shell.err())
                    .startsWith("eni: standard output cannot be written: ")
                    .hasLineCount(1);
        }
    }

    @Test
    void standardInput_closedOrEmpty_isSaid() throws IOException, InterruptedException {
        for (String line : new String[] {"eni check - < /dev/null", "eni check - <&-"}) {
            Shell shell = Shell.run(folder, line);
            assertThat(shell.status()).as(shell.toString()).isEqualTo(2);
            assertThat(shell.err()).contains("standard input").hasLineCount(1);
        }
    }
}
