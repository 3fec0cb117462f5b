package io.enikit.json.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.enikit.json.ReadLimits;
import io.enikit.json.UnreadableException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Walking over JSON within limits. */
class JsonCursorTest {
    private static Node read(String text, ReadLimits limits) {
        try (JsonCursor cursor = new JsonCursor("f", new StringReader(text), new Budget(limits))) {
            cursor.next();
            return cursor.value(Place.of("f"));
        }
    }

    private static void assertRefused(String text, ReadLimits limits, String message) {
        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() -> read(text, limits))
                .withMessage(message);
    }

    /** A reader of which every use fails. */
    private static Reader failing(IOException failure) {
        return new Reader() {
            @Override
            public int read(char[] characters, int from, int length) throws IOException {
                throw failure;
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void objectOfVeryManyKeys_isReadInOrder_andKeysThatAreThereTwiceAreRefused() {
        List<String> keys = IntStream.range(0, 300).mapToObj(i -> "key " + i).toList();
        String members = keys.stream().map(key -> "\"" + key + "\": 1").collect(Collectors.joining(", "));
        assertThat(read("{" + members + "}", ReadLimits.defaults()).members().keySet())
                .containsExactlyElementsOf(keys);
        for (String twice : List.of("key 0", "key 127", "key 128", "key 299")) {
            assertThatExceptionOfType(UnreadableException.class)
                    .isThrownBy(() -> read("{" + members + ", \"" + twice + "\": 1}", ReadLimits.defaults()))
                    .withMessageContaining("the key " + twice + " is there twice");
        }
    }

    @Test
    void textsAndNumbers_areCharged() {
        ReadLimits limits = ReadLimits.defaults().withCharacters(7);
        assertThat(read("[\"abcd\", 123]", limits).items()).hasSize(2);
        String message = "f: there are more than 7 characters, counting what functions, merges and aliases make;"
                + " ReadLimits.withCharacters allows more (line 1, column 10, path /1)";
        assertRefused("[\"abcd\", 1234]", limits, message);
        assertRefused("[\"abcd\", \"efgh\"]", limits, message);
    }

    @Test
    void keys_areCharged_atTheirPlace() {
        ReadLimits limits = ReadLimits.defaults().withCharacters(3);
        assertThat(read("{\"abc\": true}", limits).members()).containsOnlyKeys("abc");
        assertRefused(
                "{\"abcd\": true}",
                limits,
                "f: there are more than 3 characters, counting what functions, merges and aliases make;"
                        + " ReadLimits.withCharacters allows more (line 1, column 2, path /abcd)");
    }

    @Test
    void readerThatFails_isSaid() {
        IOException failure = new IOException("the disk is gone");
        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() -> new JsonCursor("f", failing(failure), new Budget(ReadLimits.defaults())).next())
                .withMessageStartingWith("f: cannot be read: the disk is gone")
                .withCause(failure);
    }

    @Test
    void bytesThatAreNoText_areSaid() {
        IOException failure = new MalformedInputException(1);
        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() -> new JsonCursor("f", failing(failure), new Budget(ReadLimits.defaults())).next())
                .withMessageStartingWith("f: is no JSON: it is no text in a form of Unicode")
                .withCause(failure);
    }

    @Test
    void numberOfTooManyDigits_isRefused() {
        assertThat(read("[" + "1".repeat(100) + "]", ReadLimits.defaults()).items())
                .hasSize(1);
        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() -> read("[" + "1".repeat(101) + "]", ReadLimits.defaults()))
                .withMessageStartingWith(
                        "f: a text in it is longer than 4194304 characters, or a number than 100 (line 1");
    }

    @Test
    void textThatIsCutOff_isSaid() {
        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() -> read("{\"a\": [1,", ReadLimits.defaults()))
                .withMessageStartingWith("f: is no JSON: it ends too early, as if it was cut off (line 1");
    }

    @Test
    void close_closesWhatIsRead() {
        AtomicBoolean closed = new AtomicBoolean();
        Reader reader = new StringReader("[1, 2]") {
            @Override
            public void close() {
                closed.set(true);
                super.close();
            }
        };
        try (JsonCursor cursor = new JsonCursor("f", reader, new Budget(ReadLimits.defaults()))) {
            cursor.next();
            assertThat(closed).isFalse();
        }
        assertThat(closed).isTrue();
    }
}
