package io.enikit.net;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * The steps of a builder: adds and removes, in order.
 *
 * <p>Steps of one kind are gathered and sorted at once. A run of them is an {@link Effect}; effects are combined like
 * the digits of a binary counter, so that even adds and removes in turn take n log n in all.
 */
final class IpSetSteps {
    private final Deque<Effect> effects = new ArrayDeque<>();
    private boolean adding = true;

    /** Spans of the current kind: first address, then last, 32 bits each. */
    private long[] ipv4;

    private int ipv4Count;

    /** Spans of the current kind: first high and low, last high and low. */
    private long[] ipv6 = new long[4];

    private int ipv6Count;

    /** Starts without steps, with room for some IPv4 spans. */
    IpSetSteps(int expected) {
        ipv4 = new long[Math.max(1, expected)];
    }

    /**
     * What a run of steps does to any set: some addresses are in afterwards, some are out, the rest is as before.
     *
     * @param weight how many runs of one kind it combines
     */
    private record Effect(IpSet in, IpSet out, long weight) {
        Effect then(Effect next) {
            return new Effect(
                    in.subtract(next.out).union(next.in), out.subtract(next.in).union(next.out), weight + next.weight);
        }
    }

    /** Adds a span; for callers that count in bits. */
    void add(IpFamily family, long high, long low, long lastHigh, long lastLow) {
        span(true, family, high, low, lastHigh, lastLow);
    }

    void block(boolean add, Cidr block) {
        span(add, block.family(), block.high(), block.low(), block.lastHigh(), block.lastLow());
    }

    void span(boolean add, IpAddress first, IpAddress last) {
        span(add, first.family(), first.high(), first.low(), last.high(), last.low());
    }

    private void span(boolean add, IpFamily family, long high, long low, long lastHigh, long lastLow) {
        turn(add);
        if (family == IpFamily.IPV4) {
            if (ipv4Count == ipv4.length) {
                ipv4 = Arrays.copyOf(ipv4, 2 * ipv4Count);
            }
            ipv4[ipv4Count++] = low << 32 | lastLow;
            return;
        }
        int at = 4 * ipv6Count++;
        if (at == ipv6.length) {
            ipv6 = Arrays.copyOf(ipv6, 2 * at);
        }
        ipv6[at] = high;
        ipv6[at + 1] = low;
        ipv6[at + 2] = lastHigh;
        ipv6[at + 3] = lastLow;
    }

    void set(boolean add, IpSet set) {
        turn(add);
        flush();
        push(set);
    }

    private void turn(boolean add) {
        if (add != adding) {
            flush();
            adding = add;
        }
    }

    private void flush() {
        if (ipv4Count + ipv6Count > 0) {
            push(new IpSet(Ipv4Bounds.of(ipv4, ipv4Count), Ipv6Bounds.of(ipv6, ipv6Count)));
            ipv4Count = 0;
            ipv6Count = 0;
        }
    }

    private void push(IpSet set) {
        Effect effect = new Effect(adding ? set : IpSet.empty(), adding ? IpSet.empty() : set, 1);
        while (!effects.isEmpty() && effects.getLast().weight <= effect.weight) {
            effect = effects.removeLast().then(effect);
        }
        effects.addLast(effect);
    }

    /** The steps so far, applied to the empty set. */
    IpSet build() {
        flush();
        while (effects.size() > 1) {
            Effect last = effects.removeLast();
            effects.addLast(effects.removeLast().then(last));
        }
        return effects.isEmpty() ? IpSet.empty() : effects.getLast().in;
    }
}
