package io.enikit.ipam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.net.Cidr;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Texts of pools and layouts, damaged anywhere: refused with every fault, or else the text of what was read. */
class DamagedTextProperties {
    private static final String CHARACTERS = "0123456789/ .:abz\\u\r";

    private static CidrPool pool() {
        CidrPool pool = CidrPool.of(Cidr.parse("10.0.0.0/24"), Cidr.parse("10.0.2.0/26"))
                .withReservedAddresses(ReservedAddresses.AWS)
                .reserve(Cidr.parse("10.0.0.64/28"))
                .reserve(Cidr.parse("10.0.2.32/30"));
        pool = pool.allocateAll(Map.of("web", 28, "d b", 30, "\n", 32))
                .orElseThrow()
                .pool();
        return pool.allocate(27).orElseThrow().pool();
    }

    private static CidrLayout layout() {
        return CidrLayout.empty(Cidr.parse("10.0.0.0/24"), Cidr.parse("10.0.2.0/26"))
                .withHeadRoom("web", 26)
                .withHeadRoom("ops", 27)
                .withHeadRoom("huge", 8)
                .plan(Map.of("web/a", 28, "web/b", 28, "db", 26, "ops", 28, "a", 16, "b", 8));
    }

    private static void damage(List<String> lines, Random random) {
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        int from = random.nextInt(line.length() + 1);
        String character =
                CHARACTERS.substring(random.nextInt(CHARACTERS.length())).substring(0, 1);
        switch (random.nextInt(6)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(random.nextInt(lines.size()), line);
            case 2 -> Collections.swap(lines, at, random.nextInt(lines.size()));
            case 3 -> lines.set(at, line.substring(0, from) + character + line.substring(from));
            case 4 -> lines.set(at, line.substring(0, from) + line.substring(Math.min(from + 1, line.length())));
            default -> lines.subList(at, lines.size()).clear();
        }
        if (lines.isEmpty()) {
            lines.add("");
        }
    }

    private static <T> void check(String text, Function<String, T> read, Function<T, String> write) {
        T result;
        try {
            result = read.apply(text);
        } catch (IpamTextException damaged) {
            assertThat(damaged.faults()).isNotEmpty().allMatch(fault -> fault.matches("(?s)line [1-9]\\d*: .+"));
            return;
        }
        assertThat(write.apply(result)).isEqualTo(withItsLineEnds(text));
    }

    /** Line ends as Windows has them, and none at the end or one too many, are read as those that are written. */
    static String withItsLineEnds(String text) {
        return text.replace("\r\n", "\n").replaceFirst("\n*\\z", "\n");
    }

    @Property(tries = 3000)
    void read_damagedAnywhere_isRefusedOrHasThatText(
            @ForAll @IntRange(min = 1, max = 3) int damages, @ForAll Random random) {
        for (String text : List.of(pool().write(), layout().write())) {
            List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
            for (int i = 0; i < damages; i++) {
                damage(lines, random);
            }
            String damaged = String.join("\n", lines);
            check(damaged, CidrPool::read, CidrPool::write);
            check(damaged, CidrLayout::read, CidrLayout::write);
        }
    }

    /** Faults of one line hide none of another. */
    @Property(tries = 300)
    void read_twoLinesThatAreNone_namesBoth(@ForAll Random random) {
        for (String text : List.of(pool().write(), layout().write())) {
            List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
            int one = 1 + random.nextInt(lines.size() - 3);
            int other = 1 + random.nextInt(lines.size() - 3);
            lines.set(one, "what 1");
            lines.set(other, "what 2");
            String damaged = String.join("\n", lines);
            assertThatThrownBy(() -> {
                        if (text.startsWith("eni-pool")) {
                            CidrPool.read(damaged);
                        } else {
                            CidrLayout.read(damaged);
                        }
                    })
                    .isInstanceOfSatisfying(IpamTextException.class, thrown -> {
                        assertThat(thrown.faults()).contains("line " + (other + 1) + ": unknown word: \"what\"");
                        assertThat(thrown.faults()).contains("line " + (one + 1) + ": unknown word: \"what\"");
                    });
        }
    }
}
