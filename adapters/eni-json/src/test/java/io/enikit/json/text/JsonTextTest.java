package io.enikit.json.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** JSON in which everything is seen, written in any way that a writer takes. */
class JsonTextTest {
    /** An escape as JSON has it. */
    private static String escape(int unit) {
        return "\\u" + Integer.toHexString(0x10000 + unit).substring(1);
    }

    @Test
    void signsOfMarkupAndCommands_areEscaped() throws IOException {
        assertThat(written("<b>")).isEqualTo(escape('<') + "b" + escape('>'));
        assertThat(written("x&y")).isEqualTo("x" + escape('&') + "y");
        assertThat(written("##")).isEqualTo("#" + escape('#'));
    }

    @Test
    void numberSigns_thatStandAlone_stayAsTheyAre() throws IOException {
        assertThat(written("#a#")).isEqualTo("#a#");
        assertThat(written("a#")).isEqualTo("a#");
    }

    private static String written(String text) throws IOException {
        StringWriter out = new StringWriter();
        try (JsonText json = new JsonText(out)) {
            json.write(text, 0, text.length());
            json.flush();
        }
        return out.toString();
    }

    @Test
    void charactersThatAreSeen_stayAsTheyAre() throws IOException {
        String pair = Character.toString(0x1F600);
        assertThat(written("é" + pair + "~")).isEqualTo("é" + pair + "~");
        assertThat(written(Character.toString(0x10000))).isEqualTo(Character.toString(0x10000));
    }

    @Test
    void charactersThatAreNotSeen_areEscaped() throws IOException {
        assertThat(written("a" + (char) 0x7F + (char) 0x200B)).isEqualTo("a" + escape(0x7F) + escape(0x200B));
        assertThat(written(Character.toString(0xE0001))).isEqualTo(escape(0xDB40) + escape(0xDC01));
    }

    @Test
    void halvesOfPairs_areEscaped_whateverFollows() throws IOException {
        char high = 0xD83D;
        assertThat(written(high + "a")).isEqualTo(escape(high) + "a");
        assertThat(written("" + high + high)).isEqualTo(escape(high) + escape(high));
        assertThat(written("a" + high)).isEqualTo("a" + escape(high));
        assertThat(written("" + (char) 0xDE00)).isEqualTo(escape(0xDE00));
    }

    @Test
    void flush_writesAHalfThatWaits_once() throws IOException {
        StringWriter out = new StringWriter();
        JsonText json = new JsonText(out);
        json.write(0xD83D);
        assertThat(out.toString()).isEmpty();
        json.flush();
        json.flush();
        json.write('a');
        assertThat(out).hasToString(escape(0xD83D) + "a");
    }

    @Test
    void parts_areWrittenFromAndToWhereTheyAre() throws IOException {
        StringWriter out = new StringWriter();
        JsonText json = new JsonText(out);
        json.write("abcdef", 2, 3);
        json.write("abcdef".toCharArray(), 1, 2);
        json.write("abcdef", 0, 0);
        assertThat(out).hasToString("cdebc");
    }
}
