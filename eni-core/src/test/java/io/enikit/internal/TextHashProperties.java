package io.enikit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class TextHashProperties {
    @Property
    void of_anyText_isThatOfGuava(@ForAll @StringLength(max = 70) String text) {
        HashCode expected = Hashing.murmur3_128().hashString(text, StandardCharsets.UTF_8);
        assertThat(TextHash.of(text)).isEqualTo(expected.asLong());
        assertThat(TextHash.bytesOf(text)).isEqualTo(expected.asBytes());
    }
}
