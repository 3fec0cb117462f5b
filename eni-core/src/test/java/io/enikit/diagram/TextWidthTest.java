package io.enikit.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much room text takes, in columns of a terminal and in points of a picture. */
class TextWidthTest {
    @ParameterizedTest
    @CsvSource({
        "10FF, 1", "1100, 2", "115F, 2", "1160, 1",
        "2E7F, 1", "2E80, 2", "A4CF, 2", "A4D0, 1",
        "ABFF, 1", "AC00, 2", "D7A3, 2", "D7A4, 1",
        "F8FF, 1", "F900, 2", "FAFF, 2", "FB00, 1",
        "FE2F, 1", "FE30, 2", "FE6F, 2", "FE70, 1",
        "FEFF, 1", "FF00, 2", "FF60, 2", "FF61, 1",
        "1F2FF, 1", "1F300, 2", "1FAFF, 2", "1FB00, 1",
        "1FFFF, 1", "20000, 2", "3FFFD, 2", "3FFFE, 1",
        "41, 1"
    })
    void width_ofOneSign_isTwoColumnsWhereTerminalsDrawItWide(String codePoint, int columns) {
        String sign = Character.toString(Integer.parseInt(codePoint, 16));
        assertThat(TextBox.width(sign)).isEqualTo(columns);
        assertThat(TextBox.width("a" + sign + "b")).isEqualTo(columns + 2);
    }

    @Test
    void draw_boxWithWideSigns_hasItsRightSideInOneColumn() {
        TextBox box = new TextBox("key", "网络");
        box.addLine("first", "ab");
        box.addLine("second", "子网 web, 🌍");
        assertThat(box.draw())
                .extracting(TextBox::width)
                .containsOnly(TextBox.width(box.draw().get(0)));
    }

    @ParameterizedTest
    @CsvSource({
        "m, 1",
        "W, 1",
        "@, 1",
        "i, 0.34",
        "' ', 0.34",
        "f, 0.42",
        "-, 0.42",
        "A, 0.78",
        "Z, 0.78",
        "'[', 0.65",
        "`, 0.65",
        "a, 0.65",
        "{, 0.65",
        "\u007f, 0.65",
        "\u0080, 0.9",
        "\u10ff, 0.9",
        "\u1100, 1",
        "\u24ff, 1",
        "\u2500, 1.4",
        "\u4e00, 1.4",
        "\ufb4f, 1.4",
        "\ufb50, 4",
        "\ufdff, 4",
        "\ufe00, 1.4"
    })
    void width_inPoints_growsWithTheSign(String sign, double share) {
        assertThat(SvgFont.LABEL.width(sign) / SvgFont.LABEL.width("m")).isCloseTo(share, offset(1e-9));
    }

    @Test
    void width_ofFixedWidth_isOneForAllLetters() {
        assertThat(SvgFont.MONO.width("i")).isEqualTo(SvgFont.MONO.width("m")).isEqualTo(SvgFont.MONO.width("\u24ff"));
        assertThat(SvgFont.MONO.width("\u2500")).isCloseTo(12 * 1.4, offset(1e-9));
        assertThat(SvgFont.MONO.width("mm")).isCloseTo(2 * 12 * 0.62, offset(1e-9));
        assertThat(SvgFont.TITLE.width("m")).isCloseTo(18 * 1.08, offset(1e-9));
    }

    @Test
    void clip_textThatJustFits_isWhole() {
        double width = SvgFont.NOTE.width("abcd");
        assertThat(SvgFont.NOTE.clip("abcd", width)).isEqualTo("abcd");
        assertThat(SvgFont.NOTE.clip("abcd", width - 0.01)).isEqualTo("ab…");
        assertThat(SvgFont.NOTE.clip("abcde", SvgFont.NOTE.width("abc…"))).isEqualTo("abc…");
        assertThat(SvgFont.NOTE.clip("ab cde", SvgFont.NOTE.width("ab …"))).isEqualTo("ab…");
    }

    @Test
    void wrap_words_breaksAtBlanksAndCutsTheLastLine() {
        double width = SvgFont.NOTE.width("one two");
        assertThat(SvgFont.NOTE.wrap("one two one two one two", width, 3))
                .containsExactly("one two", "one two", "one two");
        assertThat(SvgFont.NOTE.wrap("one two one two one two", width - 0.01, 9))
                .containsExactly("one", "two", "one", "two", "one", "two");
        assertThat(SvgFont.NOTE.wrap("one two one two one two", width, 2)).containsExactly("one two", "one t…");
        assertThat(SvgFont.NOTE.wrap("one two", width / 2, 1)).containsExactly("o…");
    }
}
