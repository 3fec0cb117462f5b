package io.enikit.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.json.text.Budget;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which form of Unicode a file is in, and what is no text. */
class TextInputTest {
    private static String read(byte[] bytes, long limit) throws IOException {
        Source source = Source.of("file", new ByteArrayInputStream(bytes));
        Budget budget = new Budget(ReadLimits.defaults().withBytes(limit));
        StringBuilder text = new StringBuilder();
        try (Reader reader = TextInput.open(source, budget)) {
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                text.append((char) c);
            }
        }
        return text.toString();
    }

    private static String read(byte[] bytes) throws IOException {
        return read(bytes, 1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void text_ofAnyLengthAndForm_isRead(String form) throws IOException {
        Charset charset = Charset.forName(form);
        for (String text : new String[] {"", "{", "{}", "{\"ä€\": 1}", "[1, 2]"}) {
            boolean isSure = !text.isEmpty() || !form.startsWith("UTF-32");
            assertThat(read(text.getBytes(charset)))
                    .as("%s without a mark", form)
                    .isEqualTo(text);
            if (isSure) {
                assertThat(read(("\ufeff" + text).getBytes(charset)))
                        .as("%s with a mark", form)
                        .isEqualTo(text);
            }
        }
    }

    @Test
    void oneByte_isUtf8() throws IOException {
        assertThat(read(new byte[] {'7'})).isEqualTo("7");
        assertThat(read(new byte[] {0})).isEqualTo("\0");
        assertThat(read(new byte[] {'7', 0})).isEqualTo("7");
        assertThat(read(new byte[] {0, '7'})).isEqualTo("7");
    }

    @Test
    void bytesOfNoForm_areRefused() {
        assertThatThrownBy(() -> read("ä".getBytes(ISO_8859_1))).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1f8b08, a gzip file: unpack it first",
        "504b0304, a zip file: unpack it first; of a saved plan of Terraform",
        "425a68, a bzip2 file",
        "fd377a585a00, an xz file",
        "28b52ffd, a zstd file",
        "377abcaf271c, a 7z file",
        "89504e470d0a1a0a, a picture (PNG)",
        "ffd8ff, a picture (JPEG)",
        "47494638, a picture (GIF)",
        "52494646, a picture or a sound (RIFF)",
        "25504446, a PDF file"
    })
    void fileOfAnotherKind_isCalledWhatItIs(String digits, String words) {
        assertThatThrownBy(() -> read(HexFormat.of().parseHex(digits + "00112233")))
                .isInstanceOf(UnreadableException.class)
                .hasMessageStartingWith("file: is " + words)
                .hasMessageEndingWith("; expected JSON or YAML");
    }

    @Test
    void bytes_atTheLimit_areReadAndNoneBeyond() throws IOException {
        assertThat(read("12345".getBytes(ISO_8859_1), 5)).isEqualTo("12345");
        assertThatThrownBy(() -> read("123456".getBytes(ISO_8859_1), 5))
                .hasMessage("file: it is longer than 5 bytes; ReadLimits.withBytes allows more");
        Budget budget = new Budget(ReadLimits.defaults().withBytes(5));
        assertThat(TextInput.open(Source.of("text", "12345"), budget).read()).isEqualTo('1');
        assertThat(TextInput.open(Source.of("text", "\ufeff2345"), budget).read())
                .isEqualTo('2');
        assertThatThrownBy(() -> TextInput.open(Source.of("text", "123456"), budget))
                .hasMessage("text: it is longer than 5 bytes; ReadLimits.withBytes allows more");
    }

    @ParameterizedTest
    @CsvSource({
        "'{', true",
        "'[', true",
        "'\"', true",
        "'', true",
        "'   ', true",
        "'  {', true",
        "'a', false",
        "'  a', false",
        "'-', false",
        "'!{', false"
    })
    void looksLikeJson_byTheFirstCharacter_andNothingIsLost(String text, boolean isJson) throws IOException {
        Reader reader = new StringReader(text);
        assertThat(TextInput.looksLikeJson(reader)).isEqualTo(isJson);
        assertThat(reader.read()).isEqualTo(text.isEmpty() ? -1 : text.charAt(0));
    }

    @Test
    void looksLikeJson_behindMuchBlank_isNotLookedFor() throws IOException {
        assertThat(TextInput.looksLikeJson(new StringReader(" ".repeat(4_095) + "{")))
                .isTrue();
        assertThat(TextInput.looksLikeJson(new StringReader(" ".repeat(4_096) + "{")))
                .isFalse();
    }
}
