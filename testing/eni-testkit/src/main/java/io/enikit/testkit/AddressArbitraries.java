package io.enikit.testkit;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import io.enikit.net.IpRange;
import io.enikit.net.IpSet;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/** Arbitraries of addresses inside some blocks, and of blocks, ranges and sets of them. They shrink to 10.0.0.0. */
public final class AddressArbitraries {
    static final AddressArbitraries ALL =
            new AddressArbitraries(List.of(Cidr.all(IpFamily.IPV4), Cidr.all(IpFamily.IPV6)));

    private static final List<IpAddress> PLAIN = List.of(IpAddress.parse("10.0.0.0"), IpAddress.parse("2001:db8::"));
    private static final int LARGEST_SET = 6;

    private final List<Cidr> around;

    private AddressArbitraries(List<Cidr> around) {
        this.around = around;
    }

    /**
     * Returns the same of one family.
     *
     * @param family the family
     * @return the arbitraries
     * @throws IllegalArgumentException if none is left
     */
    public AddressArbitraries of(IpFamily family) {
        requireNonNull(family, "family");
        return those(around.stream().filter(block -> block.family() == family).toList(), family);
    }

    /**
     * Returns the same inside a block.
     *
     * @param block the block
     * @return the arbitraries
     * @throws IllegalArgumentException if none is left
     */
    public AddressArbitraries within(Cidr block) {
        requireNonNull(block, "block");
        return those(around.stream().anyMatch(each -> each.contains(block)) ? List.of(block) : List.of(), block);
    }

    private AddressArbitraries those(List<Cidr> left, Object asked) {
        checkArgument(!left.isEmpty(), "no address is in %s and in %s", asked, around);
        return new AddressArbitraries(left);
    }

    /** {@return addresses} */
    public Arbitrary<IpAddress> ipAddresses() {
        return Arbitraries.oneOf(
                around.stream().map(AddressArbitraries::addressesIn).toList());
    }

    private static Arbitrary<IpAddress> addressesIn(Cidr block) {
        return Arbitraries.bigIntegers()
                .between(BigInteger.ZERO, block.size().subtract(BigInteger.ONE))
                .shrinkTowards(plainestIn(block))
                .map(block::nth);
    }

    private static BigInteger plainestIn(Cidr block) {
        return PLAIN.stream()
                .filter(block::contains)
                .findFirst()
                .map(block::indexOf)
                .orElse(BigInteger.ZERO);
    }

    /** {@return blocks of all lengths} */
    public Arbitrary<Cidr> cidrs() {
        return cidrs(0, IpFamily.IPV6.bits());
    }

    /**
     * Returns blocks of some lengths.
     *
     * @param min the smallest prefix length; where the addresses are of a smaller block, the length of that
     * @param max the largest prefix length; beyond that of the family it means that of the family
     * @return the blocks
     * @throws IllegalArgumentException if there is no such block
     */
    public Arbitrary<Cidr> cidrs(int min, int max) {
        List<Cidr> large = around.stream()
                .filter(block -> Math.max(min, block.prefixLength())
                        <= Math.min(max, block.family().bits()))
                .toList();
        checkArgument(!large.isEmpty(), "no block of /%s to /%s is in %s", min, max, around);
        return Arbitraries.oneOf(
                large.stream().map(block -> blocksIn(block, min, max)).toList());
    }

    private static Arbitrary<Cidr> blocksIn(Cidr block, int min, int max) {
        int shortest = Math.max(min, block.prefixLength());
        int longest = Math.min(max, block.family().bits());
        return Arbitraries.integers()
                .between(shortest, longest)
                .shrinkTowards(Math.min(Math.max(16, shortest), longest))
                .flatMap(length -> addressesIn(block).map(address -> Cidr.containing(address, length)));
    }

    /** {@return ranges, each of one family} */
    public Arbitrary<IpRange> ipRanges() {
        return Arbitraries.oneOf(around.stream()
                .map(block -> addressesIn(block).tuple2().map(ends -> range(ends.get1(), ends.get2())))
                .toList());
    }

    private static IpRange range(IpAddress one, IpAddress other) {
        return one.compareTo(other) <= 0 ? IpRange.of(one, other) : IpRange.of(other, one);
    }

    /** {@return sets of a few ranges} */
    public Arbitrary<IpSet> ipSets() {
        return ipRanges().list().ofMaxSize(LARGEST_SET).map(ranges -> {
            IpSet.Builder set = IpSet.builder();
            ranges.forEach(set::add);
            return set.build();
        });
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AddressArbitraries that && around.equals(that.around);
    }

    @Override
    public int hashCode() {
        return around.hashCode();
    }

    /** {@return such as {@code addresses in [10.0.0.0/8]}} */
    @Override
    public String toString() {
        return "addresses in " + around;
    }
}
