package io.enikit.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What some events change in the tables: settings and sequence of the pool, grants that come, and grants that go. */
final class SqlChange {
    private final SqlRows.Row row;
    private final List<PoolEvent> events;
    private final List<Effect> grants;
    private final List<Effect> releases = new ArrayList<>();
    private @Nullable String settings;
    private long sequence;

    SqlChange(SqlRows.Row row, List<PoolEvent> events) {
        this.row = row;
        this.events = events;
        Map<Long, Effect> granted = new LinkedHashMap<>();
        for (PoolEvent event : events) {
            Effect effect = event.effect();
            switch (effect.kind()) {
                case SETTINGS -> {
                    settings = effect.frame();
                    sequence = effect.sequence();
                }
                case GRANTED -> {
                    granted.put(effect.sequence(), effect);
                    sequence = Math.max(sequence, effect.sequence());
                }
                case RELEASED -> {
                    // What comes and goes within these events leaves no row.
                    if (granted.remove(effect.sequence()) == null) {
                        releases.add(effect);
                    }
                }
            }
        }
        grants = List.copyOf(granted.values());
    }

    long pool() {
        return row.id();
    }

    long versionBefore() {
        return row.version();
    }

    long versionAfter() {
        return row.version() + events.size();
    }

    List<PoolEvent> events() {
        return events;
    }

    List<Effect> grants() {
        return grants;
    }

    List<Effect> releases() {
        return releases;
    }

    /** The new settings, or null if they stay. */
    @Nullable
    String settings() {
        return settings;
    }

    /** The sequence that counts if it is greater, or if there are new settings. */
    long sequence() {
        return sequence;
    }

    static StoreDamagedException missingRow(String pool, List<Effect> releases) {
        String grants = releases.stream()
                .map(each -> each.block() + " #" + each.sequence())
                .collect(Collectors.joining(", "));
        return new StoreDamagedException(
                "pool " + pool + ": the log has " + grants + " granted, and eni_grant has no row of "
                        + (releases.size() == 1 ? "it" : "one of them"),
                null);
    }
}
