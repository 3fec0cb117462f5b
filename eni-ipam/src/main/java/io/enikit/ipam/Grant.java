package io.enikit.ipam;

import com.google.common.primitives.Ints;
import com.google.common.primitives.Longs;
import io.enikit.internal.VisibleText;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import java.util.Objects;

/** What the ledger knows of an allocation; its place in the ledger is the first address, aligned to the left. */
record Grant(Cidr cidr, String owner, String key, long sequence, long high, long low) implements Trie.Entry {
    static Grant of(Cidr cidr, String owner, String key, long sequence) {
        byte[] first = cidr.first().toBytes();
        return new Grant(cidr, owner, key, sequence, high(first), low(first));
    }

    static Grant of(Allocation allocation) {
        return of(allocation.cidr(), allocation.owner(), allocation.key(), allocation.sequence());
    }

    static String checkOwner(String owner) {
        if (Objects.requireNonNull(owner, "owner").isEmpty()) {
            throw new IllegalArgumentException("an owner must not be empty; leave it out to allocate for nobody");
        }
        return owner;
    }

    static long high(byte[] address) {
        return address.length == 4 ? (long) Ints.fromByteArray(address) << 32 : Longs.fromByteArray(address);
    }

    static long low(byte[] address) {
        return address.length == 4
                ? 0
                : Longs.fromBytes(
                        address[8],
                        address[9],
                        address[10],
                        address[11],
                        address[12],
                        address[13],
                        address[14],
                        address[15]);
    }

    boolean contains(IpAddress address) {
        return cidr.contains(address);
    }

    /** True if the block is held by nobody in particular. */
    boolean isAnonymous() {
        return owner.isEmpty();
    }

    boolean isHeldBy(String name, String itsKey) {
        return owner.equals(name) && key.equals(itsKey);
    }

    /** True if both are the same block of the same owner and key, whenever it was granted. */
    boolean hasSameContentAs(Grant other) {
        return cidr.equals(other.cidr) && isHeldBy(other.owner, other.key);
    }

    /** The owner, and the key in brackets if there is one. */
    String holder() {
        return VisibleText.brief(owner) + (key.isEmpty() ? "" : " [" + VisibleText.brief(key) + "]");
    }

    /** For example {@code 10.0.0.0/24 #1 web}. */
    String describe() {
        return cidr + " #" + sequence + (isAnonymous() ? "" : " " + holder());
    }
}
