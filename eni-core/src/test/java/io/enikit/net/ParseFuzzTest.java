package io.enikit.net;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Feeds every {@code parse} with random and mutated text.
 *
 * <p>Nothing but an {@link AddressParseException} may come out, with an index inside the text and the same verdict from
 * {@code tryParse}; what is read must be written in a form that is read as the same, and written the same again. A text
 * that is read with a new length, or refused with a new cause or index, becomes a seed of further mutations: a cheap
 * measure of where a parser has been.
 *
 * <p>Runs for the seconds of the system property {@code fuzz.seconds}, 1 unless set, from the seed {@code fuzz.seed}.
 */
class ParseFuzzTest {
    private static final String ALPHABET = "0123456789abcdefABCDEF.:/-%:.:/ []+xg\u0000\u0661\uff11\uff0e\ud800*,_\n";

    private static final List<String> SEEDS = List.of(
            "",
            "0.0.0.0",
            "255.255.255.255",
            "10.0.0.0/8",
            "10.0.0.5-10.0.0.9",
            "[10.0.0.5-10.0.0.9, ::-::1]",
            "::",
            "::1",
            "1:2:3:4:5:6:7:8",
            "2001:db8::1/128",
            "2001:db8::/32",
            "::ffff:192.0.2.1",
            "64:ff9b::192.0.2.33/128",
            "1:2:3:4:5:6:7::",
            "::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
            "fe80::1%eth0",
            "02:1a:80:41:52:9c",
            "02-1A-80-41-52-9C",
            "021a.8041.529c",
            "021a8041529c",
            "010.8.8.8",
            "4294967297.0.0.1",
            "10.0.0.0/4294967304");

    private record Parser(Function<CharSequence, ?> parse, Function<CharSequence, ? extends Optional<?>> tryParse) {}

    private static final List<Parser> PARSERS = List.of(
            new Parser(IpAddress::parse, IpAddress::tryParse),
            new Parser(Cidr::parse, Cidr::tryParse),
            new Parser(IpRange::parse, IpRange::tryParse),
            new Parser(IpSet::parse, IpSet::tryParse),
            new Parser(MacAddress::parse, MacAddress::tryParse));

    private final long seed = Long.getLong("fuzz.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final String[] corpus = new String[4096];
    private final boolean[] reached = new boolean[1 << 16];
    private int corpusSize;

    @Test
    void parse_anyText_refusesInOrderOrRoundTrips() {
        SEEDS.forEach(this::keep);
        long end = System.nanoTime() + Long.getLong("fuzz.seconds", 1) * 1_000_000_000L;
        long texts = 0;
        long read = 0;
        while (System.nanoTime() < end) {
            for (int i = 0; i < 1000; i++) {
                String text = next();
                for (int p = 0; p < PARSERS.size(); p++) {
                    read += check(p, text) ? 1 : 0;
                }
                texts++;
            }
        }
        System.out.printf("fuzz: %,d texts, %,d read, %,d kept, seed %d%n", texts, read, corpusSize, seed);
        if (read == 0 || corpusSize <= SEEDS.size()) {
            throw new AssertionError("the fuzz reached nothing");
        }
    }

    private boolean check(int which, String text) {
        Parser parser = PARSERS.get(which);
        try {
            Optional<?> tried = parser.tryParse.apply(text);
            Object value = null;
            try {
                value = parser.parse.apply(text);
            } catch (AddressParseException refusal) {
                require(tried.isEmpty(), "tryParse read what parse refused");
                require(refusal.text().equals(text), "the text of the refusal");
                require(refusal.index() >= 0 && refusal.index() <= text.length(), "index " + refusal.index());
                String message = String.valueOf(refusal.getMessage());
                require(!message.contains("not a valid text"), "a refusal without a cause");
                discover(which, refusal.index(), message.substring(message.lastIndexOf("\"):")), text);
                return false;
            }
            require(tried.isPresent() && tried.get().equals(value), "tryParse read something else");
            String canonical = value.toString();
            Object again = parser.parse.apply(canonical);
            require(again.equals(value) && again.hashCode() == value.hashCode(), "not the same again: " + canonical);
            require(again.toString().equals(canonical), "not canonical: " + canonical);
            discover(which, text.length(), "read", text);
            return true;
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("parser " + which + ", seed " + seed + ", text \"" + escaped(text) + "\"", e);
        }
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError(what);
        }
    }

    /** Keeps a text that got a parser to a new place: a cause at an index, or a length that is read. */
    private void discover(int which, int index, String cause, String text) {
        int place = (cause.hashCode() * 31 + Math.min(index, 48)) * 4 + which & reached.length - 1;
        if (!reached[place]) {
            reached[place] = true;
            keep(text);
        }
    }

    /** The seeds stay; of the rest a random one makes room. */
    private void keep(String text) {
        int at =
                corpusSize < corpus.length ? corpusSize++ : SEEDS.size() + random.nextInt(corpus.length - SEEDS.size());
        corpus[at] = text;
    }

    private String pick() {
        return corpus[random.nextInt(random.nextInt(3) == 0 ? SEEDS.size() : corpusSize)];
    }

    private String next() {
        if (random.nextInt(50) == 0) {
            StringBuilder out = new StringBuilder();
            for (int i = random.nextInt(48); i > 0; i--) {
                out.append(letter());
            }
            return out.toString();
        }
        StringBuilder out = new StringBuilder(pick());
        for (int i = 1 + random.nextInt(3) * random.nextInt(2); i > 0; i--) {
            mutate(out);
        }
        return out.toString();
    }

    private void mutate(StringBuilder text) {
        int at = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), at + 1 + random.nextInt(4));
        switch (random.nextInt(6)) {
            case 0 -> text.insert(at, letter());
            case 1 -> text.delete(at, to);
            case 2 -> text.replace(at, to, String.valueOf(letter()));
            case 3 -> text.insert(at, text.substring(at, to));
            case 4 -> {
                String other = pick();
                text.replace(at, text.length(), other.substring(Math.min(at, other.length())));
            }
            default -> text.insert(at, random.nextInt(70_000) >>> random.nextInt(17));
        }
        text.setLength(Math.min(text.length(), 200));
    }

    private char letter() {
        return random.nextInt(100) == 0
                ? (char) random.nextInt(1 << 16)
                : ALPHABET.charAt(random.nextInt(ALPHABET.length()));
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> out.append(c > 32 && c < 127 ? "" + (char) c : String.format("\\u%04x", c)));
        return out.toString();
    }
}
