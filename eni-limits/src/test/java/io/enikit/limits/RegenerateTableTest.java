package io.enikit.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegenerateTableTest {
    private static final String C5_WITH_MORE = "{\"InstanceTypes\": [{\"InstanceType\": \"c5.large\", \"NetworkInfo\":"
            + " {\"MaximumNetworkInterfaces\": 5, \"Ipv4AddressesPerInterface\": 10}}]}";

    @TempDir
    private Path folder;

    private Path out;
    private String bundled;

    @BeforeEach
    void readBundled() throws IOException {
        out = folder.resolve("out.csv");
        try (InputStream in = InstanceTypes.class.getResourceAsStream("instance-types.csv")) {
            bundled = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private List<String> run(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("--out", out.toString()));
        all.addAll(List.of(arguments));
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        RegenerateTable.run(all, new PrintStream(log, true, StandardCharsets.UTF_8));
        return log.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void run_bundled_givesTheSameBytes() throws IOException {
        assertThat(run("--bundled")).isEmpty();
        assertThat(out).hasContent(bundled);
    }

    @Test
    void run_names_saysWhatHasAgedAndWritesTheNamesWithoutLimits() throws IOException {
        String names = file("names.txt", "# a model\nm5.large\nv2.0\nipsec.1\nr9g.large\nx98.small\nx98.large\n");
        Path named = folder.resolve("named.txt");
        List<String> log = run("--bundled", "--names", "2026-12-24", names, "--out-names", named.toString());
        assertThat(log)
                .startsWith(
                        "aged: the newest row is of 2026-11-30; of the 4 names of 2026-12-24, 3 have no limits",
                        "without limits: all of r9g, r9g.large",
                        "without limits: all of x98, x98.large x98.small")
                .contains("no longer named: m5.xlarge")
                .doesNotContain("no longer named: m5.large");
        assertThat(named)
                .hasContent(
                        "# Instance types that the EC2 API names (its model of 2026-12-24) and whose limits nobody has"
                                + " published.\nr9g.large\nx98.large\nx98.small\n");
    }

    @Test
    void run_noNames_isRefused() {
        assertThatThrownBy(() -> run("--bundled", "--names", "2026-12-24", file("names.txt", "v2.0\n")))
                .hasMessage("there is no name of an instance type in the list of 2026-12-24");
        assertThatThrownBy(() -> run("--bundled", "--out-names", "x"))
                .hasMessageContaining("--out-names needs --names");
    }

    @Test
    void run_csvInAnyOrder_givesTheSameBytes() throws IOException {
        List<String> lines = new ArrayList<>(bundled.lines().toList());
        Collections.shuffle(lines.subList(1, lines.size()), new Random(1));
        assertThat(run("--csv", file("in.csv", String.join("\r\n", lines)))).isEmpty();
        assertThat(Files.readString(out)).isEqualTo(bundled);
    }

    @Test
    void run_describeOverBundled_changesOnlyThatLine() throws IOException {
        assertThat(run("--bundled", "--describe", "2026-11-01", file("page.json", C5_WITH_MORE)))
                .containsExactly("changed c5.large: networkCards.maximumNetworkInterfaces 3 → 5");
        List<String> changed = new ArrayList<>(Files.readAllLines(out));
        changed.removeAll(bundled.lines().toList());
        assertThat(changed)
                .containsExactly("c5.large,listed,2,nitro,false,1,5,0,0,10,10,required,,0,,true,9,shared,27,"
                        + "Up to 10 Gigabit,0.75,10.0,DescribeInstanceTypes,2026-11-01");
    }

    @Test
    void run_fullAnswerOfTheSameDay_givesTheSameBytes() throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--bundled", "--describe", "2026-08-22"));
        List<String> pages =
                DescribePages.of(InstanceTypes.bundled().query().stream().toList());
        for (int i = 0; i < pages.size(); i++) {
            arguments.add(file("page-" + i + ".json", pages.get(i)));
        }
        arguments.add("--retire");
        assertThat(run(arguments.toArray(String[]::new))).isEmpty();
        assertThat(Files.readString(out)).isEqualTo(bundled);
    }

    @Test
    void run_withoutTheBundledTable_saysWhatIsAddedRemovedAndNotGiven() throws IOException {
        List<String> log = run("--describe", "2026-11-01", file("page.json", C5_WITH_MORE.replace("c5.l", "x99.l")));
        assertThat(log)
                .hasSize(1439)
                .startsWith("added x99.large", "removed a1.2xlarge")
                .endsWith("removed z1d.xlarge");
        assertThat(run("--describe", "2026-11-01", file("page.json", C5_WITH_MORE)))
                .hasSize(1437 + 2)
                .contains("changed c5.large: networkCards.maximumNetworkInterfaces 3 → 5")
                .last()
                .asString()
                .startsWith("completed c5.large: defaultVcpus 2 → not given, ");
    }

    @Test
    void run_retire_marksTypesTheAnswerDoesNotName() throws IOException {
        run("--bundled", "--describe", "2026-11-01", file("page.json", C5_WITH_MORE), "--retire");
        InstanceTypes written = InstanceTypes.of(TableFile.read(Files.readString(out)));
        assertThat(written.query().stream())
                .extracting(InstanceLimits::instanceType)
                .containsExactly("c5.large");
        assertThat(written.limits("m5.large").status()).isEqualTo(ListingStatus.FORMERLY_LISTED);
        assertThat(written.limits("m5.large").asOf())
                .isEqualTo(InstanceTypes.bundled().limits("m5.large").asOf());
    }

    @Test
    void run_badArguments_areRefusedAndNothingIsWritten() throws IOException {
        String noCells = file("bad.csv", bundled.substring(0, bundled.indexOf('\n')) + "\nm5.large,listed\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run("--csv", noCells))
                .withMessageEndingWith("bad.csv: line 2: the line ends before vcpus");
        String noHeader = file("none.csv", "m5.large,listed\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run("--csv", noHeader))
                .withMessageContaining("line 1: expected the header instance_type,status,");
        String twice = file("twice.csv", bundled + bundled.lines().toList().get(1) + "\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run("--csv", twice))
                .withMessageEndingWith("two rows for one instance type: a1.2xlarge");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run("--describe", "yesterday", twice))
                .withMessage("not a date as in 2026-11-01: yesterday");
        assertThatIllegalArgumentException().isThrownBy(() -> run("--describe"));
        assertThatIllegalArgumentException().isThrownBy(() -> run("--frobnicate"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegenerateTable.run(List.of("--bundled"), System.out))
                .withMessageStartingWith("no --out; usage: RegenerateTable");
        assertThat(out).doesNotExist();
    }
}
