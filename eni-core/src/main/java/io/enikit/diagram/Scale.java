package io.enikit.diagram;

import io.enikit.net.Cidr;
import io.enikit.net.IpRange;
import java.math.BigInteger;
import java.util.Locale;

/** Where the addresses of a block are on a line. */
record Scale(Cidr block, double left, double width) {
    /** What is too small to be seen is drawn this wide. */
    private static final double LEAST = 1.5;

    boolean holds(IpRange range) {
        return IpRange.from(block).contains(range);
    }

    double start(IpRange range) {
        return Math.min(left + width * fraction(block.indexOf(range.first())), left + width - LEAST);
    }

    double length(IpRange range) {
        double end = left + width * fraction(block.indexOf(range.last()).add(BigInteger.ONE));
        return Math.max(LEAST, end - start(range));
    }

    private double fraction(BigInteger addresses) {
        return addresses.doubleValue() / block.size().doubleValue();
    }

    /** Returns how much of a block a number of addresses is, such as 12.5 %. */
    static String percent(BigInteger addresses, Cidr block) {
        double percent = 100 * addresses.doubleValue() / block.size().doubleValue();
        String text = String.format(Locale.ROOT, "%.1f", percent);
        boolean hides = (text.equals("0.0") && addresses.signum() > 0)
                || (text.equals("100.0") && addresses.compareTo(block.size()) < 0);
        return (hides ? percent < 50 ? "< 0.1" : "> 99.9" : text.replace(".0", "")) + " %";
    }

    /** Returns how many addresses a block has, as a power of two where the number is hard to read. */
    static String size(Cidr block) {
        int hostBits = block.family().bits() - block.prefixLength();
        return hostBits > 32 ? "2^" + hostBits + " addresses" : PlanWords.count(1L << hostBits, "address");
    }
}
