package io.enikit.json;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import io.enikit.json.text.ValueAccess;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much one call of {@link PlanReader} reads and makes before it refuses.
 *
 * <p>The limits are for the call, not for each source. What a template makes counts like what is written in it: the
 * items of {@code Fn::Split} and {@code Fn::Cidr}, the texts of {@code Fn::Join} and {@code Fn::Sub}, the members that
 * YAML merges, and each use of an alias. Within the defaults, a call needs less than 256 MiB of heap, but for describe
 * output: that is read one resource at a time, and needs what the plan needs that it makes.
 *
 * <pre>{@code
 * PlanReader.create().withLimits(ReadLimits.defaults().withBytes(1L << 20).withTime(Duration.ofSeconds(10)));
 * }</pre>
 */
public final class ReadLimits {
    private static final int DEEPEST = 1_000;
    private static final ReadLimits DEFAULTS =
            new ReadLimits(1L << 30, 200, 1_000_000, 1 << 25, 200_000, 500, Optional.empty());

    static {
        ValueAccess.set(new Values());
    }

    private final long bytes;
    private final int depth;
    private final int values;
    private final int characters;
    private final int addresses;
    private final int findings;
    private final Optional<Duration> time;

    private ReadLimits(
            long bytes, int depth, int values, int characters, int addresses, int findings, Optional<Duration> time) {
        checkArgument(
                bytes > 0 && depth > 0 && values > 0 && characters > 0 && addresses > 0 && findings > 0,
                "the limits are %s, %s, %s, %s, %s, %s: expected 1 or more",
                bytes,
                depth,
                values,
                characters,
                addresses,
                findings);
        checkArgument(depth <= DEEPEST, "the depth is %s: expected at most %s", depth, DEEPEST);
        checkArgument(
                time.filter(each -> each.isNegative() || each.isZero()).isEmpty(),
                "the time is %s: expected more than none",
                time);
        this.bytes = bytes;
        this.depth = depth;
        this.values = values;
        this.characters = characters;
        this.addresses = addresses;
        this.findings = findings;
        this.time = time;
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
     * output in JSON one resource at a time}
     */
    public int values() {
        return values;
    }

    /**
     * {@return the most characters of texts that are held at once, counted like {@link #values}; also the longest YAML
     * file, in characters}
     */
    public int characters() {
        return characters;
    }

    /** {@return the most addresses and prefixes that EC2 is to choose, which {@link Reading#check} counts in} */
    public int addresses() {
        return addresses;
    }

    /**
     * {@return the most findings that {@link Reading#check} lists, and the most unknown values; how many there are beyond
     * it is said}
     */
    public int findings() {
        return findings;
    }

    /** {@return the longest time that reading may take, absent if it may take any} */
    public Optional<Duration> time() {
        return time;
    }

    /**
     * {@return 1 GiB, 200 levels, 1,000,000 values, 33,554,432 characters, 200,000 addresses, 500 findings, and any
     * time}
     */
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
        return new ReadLimits(limit, depth, values, characters, addresses, findings, time);
    }

    /**
     * Returns these limits with another limit on nesting.
     *
     * @param limit how deep objects and lists may be nested, 1 to 1000
     * @return the limits
     * @throws IllegalArgumentException if the limit is out of range
     */
    public ReadLimits withDepth(int limit) {
        return new ReadLimits(bytes, limit, values, characters, addresses, findings, time);
    }

    /**
     * Returns these limits with another limit on values held at once.
     *
     * @param limit the most values, 1 or more
     * @return the limits
     * @throws IllegalArgumentException if the limit is out of range
     */
    public ReadLimits withValues(int limit) {
        return new ReadLimits(bytes, depth, limit, characters, addresses, findings, time);
    }

    /**
     * Returns these limits with another limit on characters held at once.
     *
     * @param limit the most characters, 1 or more
     * @return the limits
     * @throws IllegalArgumentException if the limit is out of range
     */
    public ReadLimits withCharacters(int limit) {
        return new ReadLimits(bytes, depth, values, limit, addresses, findings, time);
    }

    /**
     * Returns these limits with another limit on what EC2 is to choose.
     *
     * @param limit the most addresses and prefixes, 1 or more
     * @return the limits
     * @throws IllegalArgumentException if the limit is out of range
     */
    public ReadLimits withAddresses(int limit) {
        return new ReadLimits(bytes, depth, values, characters, limit, findings, time);
    }

    /**
     * Returns these limits with another limit on what is listed.
     *
     * @param limit the most findings, and the most unknown values, 1 or more
     * @return the limits
     * @throws IllegalArgumentException if the limit is out of range
     */
    public ReadLimits withFindings(int limit) {
        return new ReadLimits(bytes, depth, values, characters, addresses, limit, time);
    }

    /**
     * Returns these limits with another limit on the time that reading takes.
     *
     * <p>It is looked at between values, and between parts of a file that arrive. A stream that blocks is not
     * interrupted.
     *
     * @param limit the longest time, more than none, from the call of {@code read} on
     * @return the limits
     * @throws IllegalArgumentException if the limit is out of range
     */
    public ReadLimits withTime(Duration limit) {
        return new ReadLimits(
                bytes, depth, values, characters, addresses, findings, Optional.of(requireNonNull(limit, "limit")));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ReadLimits that
                && bytes == that.bytes
                && depth == that.depth
                && values == that.values
                && characters == that.characters
                && addresses == that.addresses
                && findings == that.findings
                && time.equals(that.time);
    }

    @Override
    public int hashCode() {
        return Objects.hash(bytes, depth, values, characters, addresses, findings, time);
    }

    @Override
    public String toString() {
        return "ReadLimits[bytes=" + bytes + ", depth=" + depth + ", values=" + values + ", characters=" + characters
                + ", addresses=" + addresses + ", findings=" + findings
                + time.map(each -> ", time=" + each).orElse("") + "]";
    }
}
