package io.enikit.net;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map from blocks to values that finds the longest match.
 *
 * <p>Blocks of both families may be in one table, and may contain each other. Read-only views come sorted as
 * {@link Cidr} sorts.
 *
 * @param <V> the type of the values, which are never null
 */
public final class IpTable<V> {
    private final IpTableHalf<V> ipv4;
    private final IpTableHalf<V> ipv6;

    private IpTable(IpTableHalf<V> ipv4, IpTableHalf<V> ipv6) {
        this.ipv4 = ipv4;
        this.ipv6 = ipv6;
    }

    /**
     * Returns a builder of an empty table.
     *
     * @param <V> the type of the values
     * @return the builder
     */
    public static <V> Builder<V> builder() {
        return new Builder<>();
    }

    private IpTableHalf<V> half(IpFamily family) {
        return family == IpFamily.IPV4 ? ipv4 : ipv6;
    }

    /**
     * Returns the value of exactly this block.
     *
     * @param block the block
     * @return its value, or empty if the table does not hold the block itself
     */
    public Optional<V> get(Cidr block) {
        Objects.requireNonNull(block, "block");
        return half(block.family()).get(block);
    }

    /**
     * Returns the smallest block that contains an address, with its value.
     *
     * @param address the address
     * @return the entry, or empty if no block contains the address
     */
    public Optional<Map.Entry<Cidr, V>> longestMatch(IpAddress address) {
        Objects.requireNonNull(address, "address");
        return Optional.ofNullable(half(address.family()).match(address));
    }

    /**
     * Returns all blocks that contain an address, with their values.
     *
     * @param address the address
     * @return the entries, the smallest block first, unmodifiable
     */
    public List<Map.Entry<Cidr, V>> matches(IpAddress address) {
        Objects.requireNonNull(address, "address");
        return half(address.family()).matches(address);
    }

    /**
     * Returns everything the table holds at or under a block.
     *
     * @param block the block, which need not be in the table
     * @return the entries of the blocks it contains, sorted, unmodifiable
     */
    public List<Map.Entry<Cidr, V>> under(Cidr block) {
        Objects.requireNonNull(block, "block");
        return half(block.family()).under(block);
    }

    /**
     * Returns all entries, sorted by block.
     *
     * @return an unmodifiable list
     */
    public List<Map.Entry<Cidr, V>> entries() {
        List<Map.Entry<Cidr, V>> all = new ArrayList<>(ipv4.entries());
        all.addAll(ipv6.entries());
        return Collections.unmodifiableList(all);
    }

    /**
     * Returns how many blocks the table holds.
     *
     * @return the number of entries
     */
    public int size() {
        return ipv4.entries().size() + ipv6.entries().size();
    }

    /**
     * Checks whether the table holds no block.
     *
     * @return true if it holds none
     */
    public boolean isEmpty() {
        return size() == 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IpTable<?> that && entries().equals(that.entries());
    }

    @Override
    public int hashCode() {
        return entries().hashCode();
    }

    /**
     * Returns the entries in braces.
     *
     * @return for example {@code {10.0.0.0/8=a, 10.1.0.0/16=b}}
     */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder("{");
        for (Map.Entry<Cidr, V> entry : entries()) {
            out.append(out.length() == 1 ? "" : ", ").append(entry);
        }
        return out.append('}').toString();
    }

    /**
     * A builder of a table.
     *
     * @param <V> the type of the values
     */
    public static final class Builder<V> {
        private final TreeMap<Cidr, V> entries = new TreeMap<>();

        private Builder() {}

        /**
         * Puts a value at a block; a later value replaces an earlier one.
         *
         * @param block the block
         * @param value its value
         * @return this builder
         */
        public Builder<V> put(Cidr block, V value) {
            entries.put(Objects.requireNonNull(block, "block"), Objects.requireNonNull(value, "value"));
            return this;
        }

        /**
         * Builds the table of all values so far.
         *
         * @return the table
         */
        public IpTable<V> build() {
            Cidr firstOfIpv6 = Cidr.all(IpFamily.IPV6);
            return new IpTable<>(
                    IpTableHalf.of(IpFamily.IPV4, entries.headMap(firstOfIpv6, false)),
                    IpTableHalf.of(IpFamily.IPV6, entries.tailMap(firstOfIpv6, true)));
        }
    }
}
