package io.enikit.json;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How much of a file is read before it is refused.
 *
 * @param bytes the longest file, in bytes
 * @param depth how deep objects and lists may be nested
 * @param values the most values that are held at once; a template or a Terraform plan is held as a whole, of describe
 *     output one resource at a time
 */
public record ReadLimits(long bytes, int depth, int values) {
    private static final ReadLimits DEFAULTS = new ReadLimits(1L << 30, 200, 3_000_000);

    /**
     * Checks that the limits are positive.
     *
     * @param bytes the longest file, in bytes
     * @param depth how deep objects and lists may be nested
     * @param values the most values that are held at once
     */
    public ReadLimits {
        checkArgument(
                bytes > 0 && depth > 0 && values > 0,
                "the limits are %s, %s, %s: expected 1 or more",
                bytes,
                depth,
                values);
        checkArgument(depth <= 1_000, "the depth is %s: expected at most 1000", depth);
    }

    /** {@return 1 GiB, 200 levels, 3,000,000 values} */
    public static ReadLimits defaults() {
        return DEFAULTS;
    }
}
