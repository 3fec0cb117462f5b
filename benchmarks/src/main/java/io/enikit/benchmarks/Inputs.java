package io.enikit.benchmarks;

import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import java.math.BigInteger;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The same random inputs for every peer, from fixed seeds. */
final class Inputs {
    /** How many texts or addresses one invocation goes through: too many for a processor to learn by heart. */
    static final int BATCH = 1 << 14;

    /** How many blocks a large set or table has. */
    static final int LARGE = 100_000;

    private Inputs() {}

    static IpAddress ipv4(Random random) {
        return IpAddress.of(random.nextInt());
    }

    /** An address as people write them: a prefix, some zero groups, an interface part. */
    static IpAddress ipv6(Random random) {
        long high = 0x2001_0db8_0000_0000L | (long) random.nextInt(1 << 16) << 16 | random.nextInt(1 << 12);
        long low = random.nextBoolean() ? random.nextLong() : random.nextInt(1 << 16);
        return IpAddress.of(high, low);
    }

    static IpAddress[] addresses(IpFamily family, long seed) {
        Random random = new Random(seed);
        return array(IpAddress[]::new, BATCH, i -> family == IpFamily.IPV4 ? ipv4(random) : ipv6(random));
    }

    /** Blocks of 16 to 4,096 addresses all over IPv4. */
    static Cidr[] blocks4(int count, long seed) {
        Random random = new Random(seed);
        return array(Cidr[]::new, count, i -> Cidr.containing(ipv4(random), 20 + random.nextInt(9)));
    }

    /** Blocks of IPv4 inside 10.0.0.0/8, as a cluster. */
    static Cidr[] clustered4(int count, long seed) {
        Random random = new Random(seed);
        return array(
                Cidr[]::new,
                count,
                i -> Cidr.containing(IpAddress.of(0x0a000000 | random.nextInt(1 << 24)), 28 + random.nextInt(5)));
    }

    /** Blocks from /32 to /64 all over 2000::/3. */
    static Cidr[] blocks6(int count, long seed) {
        Random random = new Random(seed);
        return array(
                Cidr[]::new,
                count,
                i -> Cidr.containing(
                        IpAddress.of(0x2000L << 48 | random.nextLong() >>> 3, random.nextLong()),
                        32 + random.nextInt(33)));
    }

    /** Draws steps of mixed use: lengths from /24 to /32 to take, and what to give back, -1 for nothing. */
    static void steps(int[] lengths, int[] choices) {
        Random random = new Random(41);
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = 24 + random.nextInt(9);
            choices[i] = random.nextInt(100) < 55 ? -1 : random.nextInt(Integer.MAX_VALUE);
        }
    }

    static <T> String[] texts(T[] values) {
        return map(values, String[]::new, Object::toString);
    }

    static <S, T> T[] map(S[] values, IntFunction<T[]> array, Function<? super S, ? extends T> function) {
        return array(array, values.length, i -> function.apply(values[i]));
    }

    private static <T> T[] array(IntFunction<T[]> array, int count, IntFunction<? extends T> element) {
        T[] values = array.apply(count);
        for (int i = 0; i < count; i++) {
            values[i] = element.apply(i);
        }
        return values;
    }

    static int bits(IpAddress ipv4) {
        return ipv4.toBigInteger().intValue();
    }

    static long number(IpAddress ipv4) {
        return ipv4.toBigInteger().longValueExact();
    }

    static BigInteger last(Cidr block) {
        return block.last().toBigInteger();
    }
}
