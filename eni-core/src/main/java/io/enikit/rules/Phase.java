package io.enikit.rules;

/**
 * When a rule speaks, where several are broken at once: a refusal names the earliest.
 *
 * <p>AWS documents no order; this one is the library's own.
 *
 * <p>Later versions may add constants.
 */
public enum Phase {
    /** What a request looks like: parameters missing, malformed, or not allowed together. */
    SHAPE,

    /** Whether what a request names exists. */
    IDS,

    /** What state things are in, and where they are. */
    STATE,

    /** Which addresses are asked for. */
    ADDRESSES,

    /** What quotas and instance types allow. */
    LIMITS,

    /** Whether there is room. */
    CAPACITY
}
