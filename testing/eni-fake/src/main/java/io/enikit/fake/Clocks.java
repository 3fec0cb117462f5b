package io.enikit.fake;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Times: the clock of a fake stands still unless another one is given. */
final class Clocks {
    /** When everything happened that a plan brought along. */
    static final String SEED = "2026-01-01T00:00:00.000Z";

    static final Clock FIXED = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    private Clocks() {}
}
