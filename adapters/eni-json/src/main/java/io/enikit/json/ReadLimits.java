package io.enikit.json;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How much of a file is read before it is refused.
 *
 * <pre>{@code
 * PlanReader.create().withLimits(ReadLimits.defaults().withBytes(1L << 20));
 * }</pre>
 */
public final class ReadLimits {
    private static final ReadLimits DEFAULTS = new ReadLimits(1L << 30, 200, 3_000_000);

    private final long bytes;
    private final int depth;
    private final int values;

    private ReadLimits(long bytes, int depth, int values) {
        checkArgument(
                bytes > 0 && depth > 0 && values > 0,
                "the limits are %s, %s, %s: expected 1 or more",
                bytes,
                depth,
                values);
        checkArgument(depth <= 1_000, "the depth is %s: expected at most 1000", depth);
        this.bytes = bytes;
        this.depth = depth;
        this.values = values;
    }

    /** {@return the longest file, in bytes} */
    public long bytes() {
        return bytes;
    }

    /** {@return how deep objects and lists may be nested} */
    public int depth() {
        return depth;
    }

    /**
     * {@return the most values that are held at once; a template or a Terraform plan is held as a whole, of describe
     * output one resource at a time}
     */
    public int values() {
        return values;
    }

    /** {@return 1 GiB, 200 levels, 3,000,000 values} */
    public static ReadLimits defaults() {
        return DEFAULTS;
    }

    /**
     * Returns these limits with another limit on the length of a file.
     *
     * @param limit the longest file in bytes, 1 or more
     * @return the limits
     * @throws IllegalArgumentException if the limit is out of range
     */
    public ReadLimits withBytes(long limit) {
        return new ReadLimits(limit, depth, values);
    }

    /**
     * Returns these limits with another limit on nesting.
     *
     * @param limit how deep objects and lists may be nested, 1 to 1000
     * @return the limits
     * @throws IllegalArgumentException if the limit is out of range
     */
    public ReadLimits withDepth(int limit) {
        return new ReadLimits(bytes, limit, values);
    }

    /**
     * Returns these limits with another limit on values held at once.
     *
     * @param limit the most values, 1 or more
     * @return the limits
     * @throws IllegalArgumentException if the limit is out of range
     */
    public ReadLimits withValues(int limit) {
        return new ReadLimits(bytes, depth, limit);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ReadLimits that && bytes == that.bytes && depth == that.depth && values == that.values;
    }

    @Override
    public int hashCode() {
        return Objects.hash(bytes, depth, values);
    }

    @Override
    public String toString() {
        return "ReadLimits[bytes=" + bytes + ", depth=" + depth + ", values=" + values + "]";
    }
}
