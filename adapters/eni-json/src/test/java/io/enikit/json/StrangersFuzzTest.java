package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.diagram.MermaidDiagram;
import io.enikit.diagram.TextDiagram;
import io.enikit.ipam.CidrLayout;
import io.enikit.ipam.CidrPool;
import io.enikit.model.DamagedTextException;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.net.Cidr;
import io.enikit.operations.ApplyResult;
import io.enikit.operations.Ec2;
import io.enikit.operations.Operation;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import io.enikit.testkit.OperationSequences;
import io.enikit.testkit.ValidPlans;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Files, text forms and operations from strangers, for as long as {@code -Dfuzz.seconds} says: each is answered or refused
 * with the exception that is documented, and soon.
 */
class StrangersFuzzTest {
    private static final Duration TIME = Duration.ofSeconds(Long.getLong("fuzz.seconds", 2));
    private static final long MOST_NANOS = Duration.ofSeconds(20).toNanos();
    private static final RuleSet RULES = Ec2Rules.standard();
    private static final Ec2 EC2 = Ec2.enforcing(RULES);
    private static final List<String> NAMES = EvilNames.all();
    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "\n",
        "\r\n",
        " ",
        "null",
        "-1",
        "1e999",
        "99999999999999999999",
        "${",
        "{\"Ref\": \"V\"}",
        "*a",
        "&a ",
        "!Sub ",
        "<<: ",
        "/33",
        "10.0.0.0/8",
        "::",
        "#",
        "%",
        "%u",
        "\t",
        "012",
        "\u0663"
    };

    @Test
    void strangers_whateverTheySend_areAnswered() throws IOException {
        List<byte[]> files = files();
        long end = System.nanoTime() + TIME.toNanos();
        long seed = Long.getLong("fuzz.seed", 0);
        while (System.nanoTime() < end) {
            Random random = new Random(seed);
            long start = System.nanoTime();
            try {
                switch ((int) (seed % 4)) {
                    case 0 -> file(damaged(files.get(random.nextInt(files.size())), random));
                    case 1 -> planText(random);
                    case 2 -> poolText(random);
                    default -> operations(random, seed);
                }
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                throw new AssertionError("seed " + seed + ", repeat with -Dfuzz.seed=" + seed, e);
            }
            assertThat(System.nanoTime() - start).as("time of seed %d", seed).isLessThan(MOST_NANOS);
            seed++;
        }
    }

    private static List<byte[]> files() throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (Source each : SampleFolder.all().toList()) {
            try (InputStream stream = each.open()) {
                byte[] bytes = stream.readAllBytes();
                if (bytes.length < 100_000) {
                    files.add(bytes);
                }
            }
        }
        return files;
    }

    private static void file(byte[] bytes) {
        try {
            Reading reading = PlanReader.create().read(Source.of("x", new ByteArrayInputStream(bytes)));
            Findings findings = reading.check(RULES);
            assertThat(findings.toSarif() + findings.toJson() + findings).isNotEmpty();
            assertThat(TextDiagram.of(reading.plan()) + "" + MermaidDiagram.of(reading.plan()))
                    .isNotEmpty();
        } catch (UnreadableException e) {
            assertThat(e.getMessage()).startsWith("x: ").hasSizeLessThan(5_000);
        }
    }

    private static void planText(Random random) {
        NetworkPlan plan = ValidPlans.ofInstances(0, 3).plan(random.nextInt());
        String text = new String(
                damaged(PlanText.write(plan).getBytes(StandardCharsets.UTF_8), random), StandardCharsets.UTF_8);
        try {
            NetworkPlan read = PlanText.read(text);
            assertThat(PlanText.read(PlanText.write(read))).isEqualTo(read);
            assertThat(RULES.check(read).toString()).isNotEmpty();
        } catch (DamagedTextException e) {
            assertThat(e.faults()).isNotEmpty();
        }
    }

    private static void poolText(Random random) {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        CidrPool pool = CidrPool.of(Cidr.parse("10.0.0.0/24"));
        CidrPool held = pool.allocate(name, 28).orElseThrow().pool();
        CidrLayout layout = CidrLayout.empty(Cidr.parse("10.0.0.0/24")).plan(Map.of(name, 26, name + "b", 20));
        assertThat(CidrPool.read(held.write())).isEqualTo(held);
        assertThat(CidrLayout.read(layout.write())).isEqualTo(layout);
        boolean isPool = random.nextBoolean();
        String text = new String(
                damaged((isPool ? held.write() : layout.write()).getBytes(StandardCharsets.UTF_8), random),
                StandardCharsets.UTF_8);
        try {
            assertThat(
                            isPool
                                    ? CidrPool.read(text).toString()
                                    : CidrLayout.read(text).toString())
                    .isNotEmpty();
        } catch (DamagedTextException e) {
            assertThat(e.faults()).isNotEmpty();
        }
    }

    private static void operations(Random random, long seed) {
        NetworkPlan plan = ValidPlans.ofInstances(0, 3).plan(random.nextInt());
        for (Operation each : OperationSequences.all().sequence(plan, seed).operations()) {
            ApplyResult result = EC2.apply(plan, each);
            assertThat(result + " " + each).doesNotContain("\n");
            plan = result.isAccepted() ? result.orElseThrow() : plan;
        }
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        byte[] damaged = bytes;
        for (int i = random.nextInt(3); i >= 0 && damaged.length > 0; i--) {
            int from = random.nextInt(damaged.length);
            int until = Math.min(damaged.length, from + random.nextInt(12));
            byte[] piece = (random.nextInt(4) == 0
                            ? NAMES.get(random.nextInt(NAMES.size()))
                            : PIECES[random.nextInt(PIECES.length)])
                    .getBytes(StandardCharsets.UTF_8);
            byte[] result = new byte[from + piece.length + damaged.length - until];
            System.arraycopy(damaged, 0, result, 0, from);
            System.arraycopy(piece, 0, result, from, piece.length);
            System.arraycopy(damaged, until, result, from + piece.length, damaged.length - until);
            damaged = result;
        }
        return damaged;
    }
}
