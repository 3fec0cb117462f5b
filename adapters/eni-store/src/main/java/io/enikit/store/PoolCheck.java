package io.enikit.store;

import java.util.ArrayList;
import java.util.List;

/** Compares the state that a log keeps with what its events come to. */
final class PoolCheck {
    private PoolCheck() {}

    static void check(String name, PoolLog log) {
        PoolState base = log.base(name).orElse(null);
        List<PoolEvent> events = log.since(name, base == null ? 0 : base.version());
        PoolState kept = log.latest(name).orElse(null);
        if (kept == null) {
            Replay.of(name, base, events);
            return;
        }
        List<PoolEvent> known = new ArrayList<>(events);
        known.removeIf(event -> event.version() > kept.version());
        PoolState replayed = Replay.of(name, base, known);
        if (replayed == null || replayed.version() < kept.version()) {
            throw new StoreDamagedException(
                    "pool " + name + " is at version " + kept.version() + ", and its log ends at "
                            + (replayed == null ? 0 : replayed.version()),
                    null);
        }
        List<Effect> differences = PoolDifference.between(kept.pool(), replayed.pool());
        if (!differences.isEmpty()) {
            throw new StoreDamagedException(
                    "pool " + name + ": to be what its log says, the rows lack " + differences, null);
        }
    }
}
