package io.enikit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of some blocks a further one overlaps first, whether they are few or many. */
class EarlierBlocksTest {
    /** Returns blocks of 10.0.0.0/8 and of 2001:db8::/32, mostly small, so that some overlap and most do not. */
    private static Cidr block(Random random) {
        boolean ipv4 = random.nextInt(4) > 0;
        int shortest = ipv4 ? 8 : 32;
        int length = random.nextInt(20) == 0 ? shortest + random.nextInt(6) : shortest + 8 + random.nextInt(17);
        IpAddress address = ipv4
                ? IpAddress.of(10 << 24 | random.nextInt(1 << 24))
                : IpAddress.of(0x20010db8L << 32 | random.nextInt(), 0);
        return Cidr.containing(address, length);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 18, 40, 400})
    void firstOverlapping_isTheOneThatALookAtEachFinds(int count) {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            EarlierBlocks earlier = new EarlierBlocks(count);
            List<Cidr> all = new ArrayList<>();
            for (int i = 0; i <= count; i++) {
                Cidr next = block(random);
                Optional<Cidr> expected = all.stream().filter(next::overlaps).findFirst();
                assertThat(earlier.firstOverlapping(next))
                        .as("seed %d, block %d: %s after %s", seed, i, next, all)
                        .isEqualTo(expected);
                earlier.add(next);
                all.add(next);
            }
        }
    }
}
