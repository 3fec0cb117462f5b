package io.enikit.store;

import io.enikit.ipam.Allocation;
import io.enikit.ipam.CidrPool;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Compares what workers were answered with the log of the pool.
 *
 * <p>The log is one total order of all changes. The answers are linearizable if they are those of that order, and if no
 * operation that was answered before another one was asked stands behind it.
 */
final class HistoryCheck {
    private final CidrPool first;
    private final List<PoolEvent> events;
    private final Collection<Journal.Entry> entries;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, PoolEvent> granted = new HashMap<>();
    private final Map<Long, PoolEvent> released = new HashMap<>();

    private HistoryCheck(CidrPool first, List<PoolEvent> events, Collection<Journal.Entry> entries) {
        this.first = first;
        this.events = events;
        this.entries = entries;
    }

    /** What is wrong, nothing if all is well; all entries have to be answered, and to be all that asked. */
    static List<String> faultsOf(CidrPool first, List<PoolEvent> events, Collection<Journal.Entry> entries) {
        HistoryCheck check = new HistoryCheck(first, events, entries);
        check.events();
        check.answers();
        check.order();
        return check.faults;
    }

    /** The key under which a request is found in the log. */
    private static String keyOf(Journal.Entry entry) {
        return entry.request().startsWith("anonymous")
                ? Worker.idOf(entry.owner()).toString()
                : entry.owner();
    }

    /** Every grant is the one that a plain pool gives, and no request was granted twice. */
    private void events() {
        CidrPool pool = first;
        for (PoolEvent event : events.subList(1, events.size())) {
            if (event.kind() == PoolEvent.Kind.GRANTED) {
                int length = event.cidr().orElseThrow().prefixLength();
                Allocation expected = (event.owner().isEmpty()
                                ? pool.allocate(length)
                                : pool.allocate(event.owner(), length))
                        .orElseThrow();
                pool = expected.pool();
                if (!expected.cidr().equals(event.cidr().orElseThrow()) || expected.sequence() != event.sequence()) {
                    faults.add("different: " + event + ", expected " + expected);
                    return;
                }
                String key = event.owner().isEmpty()
                        ? event.request().map(UUID::toString).orElse("nobody")
                        : event.owner();
                if (granted.put(key, event) != null) {
                    faults.add("double: " + event);
                }
            } else if (event.kind() == PoolEvent.Kind.RELEASED) {
                CidrPool now = pool;
                Allocation held = pool.explain(event.cidr().orElseThrow().first())
                        .allocation()
                        .orElseThrow();
                pool = now.release(held);
                released.put(event.sequence(), event);
            }
        }
    }

    /** Every answer is in the log, and nothing but what was asked for. */
    private void answers() {
        Set<String> asked = new HashSet<>();
        Set<String> given = new HashSet<>();
        for (Journal.Entry entry : entries) {
            PoolEvent grant = granted.get(keyOf(entry.isRelease() ? allocationOf(entry) : entry));
            if (!entry.isAnswered()) {
                faults.add("not answered: " + entry);
            } else if (grant == null) {
                faults.add("lost: " + entry);
            } else if (entry.isRelease()) {
                given.add(entry.owner());
                if (!released.containsKey(grant.sequence())) {
                    faults.add("lost: " + entry);
                }
            } else {
                asked.add(keyOf(entry));
                if (!entry.answer().equals(grant.cidr().orElseThrow() + " " + grant.sequence())) {
                    faults.add("different: " + entry + ", log " + grant);
                }
            }
        }
        granted.forEach((key, event) -> {
            if (!asked.contains(key)) {
                faults.add("leaked: " + event);
            }
        });
        if (given.size() != released.size()) {
            faults.add("released " + released.size() + ", asked for " + given.size());
        }
    }

    private final Map<String, Journal.Entry> byName = new HashMap<>();

    private Journal.Entry allocationOf(Journal.Entry release) {
        if (byName.isEmpty()) {
            entries.forEach(entry -> byName.put(entry.name(), entry));
        }
        return byName.getOrDefault(release.owner(), release);
    }

    /** In the order of the log, nothing was answered before something that stands before it was asked. */
    private void order() {
        Map<Long, Journal.Entry> byVersion = new HashMap<>();
        for (Journal.Entry entry : entries) {
            PoolEvent grant = granted.get(keyOf(entry.isRelease() ? allocationOf(entry) : entry));
            PoolEvent event = grant == null || !entry.isRelease() ? grant : released.get(grant.sequence());
            if (event != null) {
                byVersion.put(event.version(), entry);
            }
        }
        long latestAsked = Long.MIN_VALUE;
        for (PoolEvent event : events) {
            Journal.Entry entry = byVersion.get(event.version());
            if (entry != null) {
                if (entry.answered() < latestAsked) {
                    faults.add("against real time: " + entry + ", version " + event.version());
                }
                latestAsked = Math.max(latestAsked, entry.asked());
            }
        }
    }
}
