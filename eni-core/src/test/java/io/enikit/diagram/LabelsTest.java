package io.enikit.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class LabelsTest {
    @Test
    void plain_whatCannotBeSeen_isReplaced() {
        assertThat(Labels.plain("a\u0000b\nc\u202ed\ud800e\uffff")).isEqualTo("a\ufffdb\ufffdc\ufffdd\ufffde\ufffd");
        assertThat(Labels.plain("é 日本 😀 \u200d")).isEqualTo("é 日本 😀 \u200d");
    }

    @Test
    void xml_signsOfMarkup_areEscaped() {
        assertThat(Labels.xml("<a href=\"x\">'&'</a>"))
                .isEqualTo("&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
    }

    @Property
    void clip_anyText_fitsAndIsItsBeginning(
            @ForAll String text, @ForAll @DoubleRange(min = 20, max = 400) double width) {
        for (SvgFont font : SvgFont.values()) {
            String clipped = font.clip(text, width);
            assertThat(font.width(clipped)).isLessThanOrEqualTo(width + 1e-9);
            if (!clipped.equals(text)) {
                assertThat(clipped).endsWith("…");
                assertThat(text).startsWith(clipped.substring(0, clipped.length() - 1));
            }
        }
    }

    @Test
    void number_anyValue_hasAtMostTwoDecimals() {
        assertThat(java.util.stream.DoubleStream.of(0, 1, 100, 0.5, 0.05, 1.006, -0.25, -3, 2.999)
                        .mapToObj(SvgPage::number))
                .containsExactly("0", "1", "100", "0.5", "0.05", "1.01", "-0.25", "-3", "3");
    }
}
