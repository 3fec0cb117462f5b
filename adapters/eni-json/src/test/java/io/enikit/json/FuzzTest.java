package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that were cut off or damaged are read, or refused with the one exception, and never take long. */
class FuzzTest {
    private static final RuleSet RULES = Ec2Rules.standard();
    private static final int TRIES = Integer.getInteger("fuzz.tries", 300);
    private static final Duration MOST_TIME = Duration.ofSeconds(60L + TRIES / 10);
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
        " ",
        "null",
        "true",
        "-1",
        "1e999999999",
        "99999999999999999999",
        "{\"Ref\": \"x\"}",
        "[[[[",
        "\"\"",
        "*a",
        "&a ",
        "!Sub ",
        "!Select ",
        "<<: ",
        "? ",
        "- ",
        "| ",
        "\u0000",
        "\ud83d\ude00",
        "0",
        "\"0\"",
        "${",
        "}",
        "/33",
        "10.0.0.0/8",
        "::",
        "#",
        "%",
        "\t"
    };

    static Stream<Source> all() {
        return Stream.concat(
                SampleFolder.all(),
                Stream.of(
                        Source.of("vpc-module.tfplan.json", VpcModuleTest.plan().text()),
                        Source.of("eks-module.tfplan.json", EksModuleTest.plan().text()),
                        Source.of("terraform.tfstate", TerraformStateTest.stored())));
    }

    @ParameterizedTest
    @MethodSource("all")
    void damagedFile_isReadOrRefused(Source source) throws IOException {
        byte[] bytes;
        try (InputStream stream = source.open()) {
            bytes = stream.readAllBytes();
        }
        int tries = bytes.length > 50_000 ? TRIES / 5 : TRIES;
        Assertions.assertTimeoutPreemptively(MOST_TIME, () -> {
            int refused = 0;
            for (int seed = 0; seed < tries; seed++) {
                refused += isRefused(damaged(bytes, new Random(seed)), source + " with seed " + seed) ? 1 : 0;
            }
            assertThat(refused).isPositive();
        });
    }

    private static boolean isRefused(byte[] bytes, String name) {
        try {
            Reading reading = PlanReader.create().read(Source.of(name, new ByteArrayInputStream(bytes)));
            assertThat(reading.check(RULES).toSarif()).isNotEmpty();
            return false;
        } catch (UnreadableException e) {
            assertThat(e.getMessage()).startsWith(name + ": ");
            return true;
        } catch (RuntimeException e) {
            throw new AssertionError(name, e);
        }
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        byte[] damaged = bytes.clone();
        switch (random.nextInt(4)) {
            case 0 -> damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length));
            case 1 -> {
                for (int i = 1 + random.nextInt(5); i > 0; i--) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
            }
            case 2 ->
                damaged = replace(
                        damaged, random, PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8));
            default -> {
                int from = random.nextInt(damaged.length);
                int to = Math.min(damaged.length, from + random.nextInt(2_000));
                damaged = replace(damaged, random, Arrays.copyOfRange(damaged, from, to));
            }
        }
        return damaged;
    }

    /** Puts a piece in place of some bytes, at the start of a word most times. */
    private static byte[] replace(byte[] bytes, Random random, byte[] piece) {
        int at = random.nextInt(bytes.length);
        while (at > 0 && random.nextInt(20) > 0 && bytes[at - 1] != ' ' && bytes[at - 1] != '"') {
            at--;
        }
        int until = Math.min(bytes.length, at + random.nextInt(12));
        byte[] result = new byte[at + piece.length + bytes.length - until];
        System.arraycopy(bytes, 0, result, 0, at);
        System.arraycopy(piece, 0, result, at, piece.length);
        System.arraycopy(bytes, until, result, at + piece.length, bytes.length - until);
        return result;
    }
}
