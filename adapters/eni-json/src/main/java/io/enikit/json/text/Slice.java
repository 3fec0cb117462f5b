package io.enikit.json.text;

import java.math.BigInteger;
import java.util.OptionalInt;

/**
 * A block whose addresses are not known, but where it is in a larger one, its root.
 *
 * <p>Slices of one root can be compared, whatever the root turns out to be.
 *
 * @param root stands for the root, which is the same block wherever it is named
 * @param offset the first address, counted from the first one of the root
 * @param bits how many bits of an address are free in it; absent for a whole root whose size is not known
 */
public record Slice(String root, BigInteger offset, OptionalInt bits) {
    /** Returns a whole block of unknown size. */
    public static Slice all(String root) {
        return new Slice(root, BigInteger.ZERO, OptionalInt.empty());
    }

    public static Slice all(String root, int bits) {
        return new Slice(root, BigInteger.ZERO, OptionalInt.of(bits));
    }

    /** Returns one of the equal parts of this block. */
    public Slice part(int index, int partBits) {
        BigInteger start = BigInteger.valueOf(index).shiftLeft(partBits);
        return new Slice(root, offset.add(start), OptionalInt.of(partBits));
    }

    /** Returns whether two slices share addresses: certain, as both are of one root. */
    public boolean overlaps(Slice other) {
        return root.equals(other.root) && startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    private boolean startsBeforeEndOf(Slice other) {
        return other.bits.isEmpty()
                || offset.compareTo(other.offset.add(BigInteger.ONE.shiftLeft(other.bits.getAsInt()))) < 0;
    }
}
