package io.enikit.json;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that ask for much are read or refused, within seconds, in a small heap, and with little output. */
class HostileTest {
    private static final int MOST_SECONDS = 5;
    private static final int MOST_CHARACTERS = 1 << 20;
    private static final String EMPTY = "{\"Resources\": {}}";

    @Test
    void hostileFiles_inASmallHeap_areReadOrRefusedSoon(@TempDir Path folder) throws Exception {
        Path out = folder.resolve("out.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostileFiles.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        boolean ended = process.waitFor(8, TimeUnit.MINUTES);
        process.destroyForcibly();
        List<String> lines = Files.readAllLines(out);
        assertThat(ended)
                .as("ended; the last one was %s", lines.isEmpty() ? "none" : lines.get(lines.size() - 1))
                .isTrue();
        assertThat(lines).hasSameSizeAs(HostileSources.all().keySet());
        assertThat(lines).allSatisfy(line -> {
            String[] fields = line.split("\t", 4);
            assertThat(Long.parseLong(fields[0])).isLessThan(TimeUnit.SECONDS.toMillis(MOST_SECONDS));
            assertThat(Long.parseLong(fields[1])).isLessThan(MOST_CHARACTERS);
            assertThat(fields[3]).matches("(read|refused): .*");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "values     | there are more than 6 values, counting what functions, merges and aliases make; ReadLimits.withValues allows more",
                "characters | there are more than 40 characters, counting what functions, merges and aliases make; ReadLimits.withCharacters allows more",
                "bytes      | it is longer than 100 bytes; ReadLimits.withBytes allows more",
                "depth      | it is nested deeper than 3 levels; ReadLimits.withDepth allows more",
                "addresses  | there are more than 1 addresses and prefixes that EC2 is to choose; ReadLimits.withAddresses allows more",
            })
    void limit_thatIsMet_saysWhichAndHowToRaiseIt(String limit, String message) {
        ReadLimits defaults = ReadLimits.defaults();
        ReadLimits limits = requireNonNull(Map.of(
                        "values", defaults.withValues(6),
                        "characters", defaults.withCharacters(40),
                        "bytes", defaults.withBytes(100),
                        "depth", defaults.withDepth(3),
                        "addresses", defaults.withAddresses(1))
                .get(limit));
        String template = "{\"Resources\": {\"E\": {\"Type\": \"AWS::EC2::NetworkInterface\","
                + " \"Properties\": {\"SubnetId\": \"s\", \"SecondaryPrivateIpAddressCount\": 2,"
                + " \"Description\": \"a description\"}}}}";
        assertThatThrownBy(() -> PlanReader.create().withLimits(limits).read(Source.of("t.json", template)))
                .isInstanceOf(UnreadableException.class)
                .hasMessageStartingWith("t.json: " + message);
    }

    @Test
    void limits_holdForAllSourcesTogether() {
        PlanReader reader = PlanReader.create().withLimits(ReadLimits.defaults().withValues(3));
        assertThat(reader.read(Source.of("a", EMPTY)).plan().vpcs()).isEmpty();
        assertThatThrownBy(() -> reader.read(
                        Source.of("a", EMPTY), Source.of("b", EMPTY), Source.of("c", EMPTY), Source.of("d", EMPTY)))
                .hasMessageStartingWith("d: there are more than 3 values");
    }

    @Test
    void describeOutput_isCountedOneResourceAtATime() {
        StringBuilder text = new StringBuilder("{\"Vpcs\": [");
        for (int i = 0; i < 1_000; i++) {
            text.append(i == 0 ? "" : ",")
                    .append("{\"VpcId\": \"vpc-")
                    .append(i)
                    .append("\"}");
        }
        Reading reading = PlanReader.create()
                .withLimits(ReadLimits.defaults().withValues(10).withCharacters(100))
                .read(Source.of("vpcs.json", text + "]}"));
        assertThat(reading.plan().vpcs()).hasSize(1_000);
    }

    @Test
    void time_thatIsOver_endsTheReading() {
        InputStream endless = new InputStream() {
            private boolean started;

            @Override
            public int read() {
                boolean first = !started;
                started = true;
                return first ? '{' : ' ';
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                bytes[from] = (byte) read();
                return 1;
            }
        };
        assertThatThrownBy(() -> PlanReader.create()
                        .withLimits(ReadLimits.defaults().withTime(Duration.ofMillis(50)))
                        .read(Source.of("endless", endless)))
                .isInstanceOf(UnreadableException.class)
                .hasMessage("endless: reading takes longer than PT0.05S; ReadLimits.withTime allows more");
    }

    @Test
    void interrupt_endsTheReading_andStaysSet() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> PlanReader.create()
                            .read(Source.of(
                                    "a.json", new ByteArrayInputStream(EMPTY.getBytes(StandardCharsets.UTF_8)))))
                    .isInstanceOf(UnreadableException.class)
                    .hasMessage("a.json: the thread that reads was interrupted");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void findings_beyondTheLimit_areCounted() {
        StringBuilder text = new StringBuilder("{\"Vpcs\": [");
        for (int i = 0; i < 30; i++) {
            text.append(i == 0 ? "" : ",")
                    .append("{\"VpcId\": \"v")
                    .append(10 + i)
                    .append("\", \"CidrBlockAssociationSet\": []}");
        }
        Reading reading = PlanReader.create()
                .withLimits(ReadLimits.defaults().withFindings(10))
                .read(Source.of("vpcs.json", text + "]}"));
        Findings findings = reading.check(io.enikit.rules.Ec2Rules.standard().without("quota"));
        assertThat(findings.findings()).hasSize(11);
        assertThat(findings.toString().lines())
                .hasSize(11)
                .contains("[WARNING] v20: 20 more findings are not listed, 20 of them errors; this is the first"
                        + " (vpcs.json:1 /Vpcs/10) | read.more");
        assertThat(findings.hasErrors()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void text_inAnyFormOfUnicode_isRead(String charset) {
        for (String mark : List.of("", "\ufeff")) {
            for (String text : List.of(EMPTY, "Resources: {}\n")) {
                byte[] bytes = (mark + text).getBytes(Charset.forName(charset));
                assertThat(PlanReader.create()
                                .read(Source.of("x", new ByteArrayInputStream(bytes)))
                                .plan()
                                .vpcs())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1f8b0800, is a gzip file: unpack it first; expected JSON or YAML",
        "504b0304, 'is a zip file: unpack it first; of a saved plan of Terraform, take what terraform show -json PLANFILE writes; expected JSON or YAML'",
        "89504e470d0a1a0a, is a picture (PNG); expected JSON or YAML",
        "ffd8ffe0, is a picture (JPEG); expected JSON or YAML",
    })
    void fileOfAnotherKind_isCalledSo(String digits, String message) {
        byte[] bytes = new byte[digits.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(digits, 2 * i, 2 * i + 2, 16);
        }
        assertThatThrownBy(() -> PlanReader.create().read(Source.of("x", new ByteArrayInputStream(bytes))))
                .isInstanceOf(UnreadableException.class)
                .hasMessage("x: " + message);
    }

    @Test
    void halfOfAPair_staysWhatItIs() throws IOException {
        Reading reading = PlanReader.create().read(Source.of("x", "{\"Vpcs\": [{\"VpcId\": \"v\ud800\"}]}"));
        assertThat(reading.plan().vpcs()).extracting(vpc -> vpc.id().toString()).containsExactly("v\ud800");
    }
}
