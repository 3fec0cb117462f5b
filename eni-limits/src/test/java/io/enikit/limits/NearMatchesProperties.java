package io.enikit.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Near names, beside edits counted without a table and without giving up early. */
class NearMatchesProperties {
    @Provide
    Arbitrary<String> families() {
        return Arbitraries.strings().withChars("ab1").ofMinLength(1).ofMaxLength(6);
    }

    @Property(tries = 2000)
    void nearMatches_anyTwoNames_areThoseWithinTwoEdits(
            @ForAll("families") String typed, @ForAll("families") String known) {
        InstanceTypes types = InstanceTypes.of(InstanceLimits.builder()
                .instanceType(known + ".a")
                .addNetworkCard(NetworkCard.of(0, 2))
                .ipv4AddressesPerInterface(2)
                .build());
        assertThat(types.nearMatches(typed + ".a"))
                .isEqualTo(edits(typed + ".a", known + ".a") <= 2 ? List.of(known + ".a") : List.of());
    }

    /** The edits that make the ends of two texts alike, and then what stands before them. */
    private static int edits(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.length() + b.length();
        }
        if (end(a, 1).equals(end(b, 1))) {
            return edits(start(a, 1), start(b, 1));
        }
        int fewest =
                1 + Math.min(edits(start(a, 1), start(b, 1)), Math.min(edits(start(a, 1), b), edits(a, start(b, 1))));
        boolean swapped = a.length() > 1
                && b.length() > 1
                && new StringBuilder(end(a, 2)).reverse().toString().equals(end(b, 2));
        return swapped ? Math.min(fewest, 1 + edits(start(a, 2), start(b, 2))) : fewest;
    }

    private static String start(String text, int without) {
        return text.substring(0, text.length() - without);
    }

    private static String end(String text, int length) {
        return text.substring(text.length() - length);
    }
}
