package io.enikit.ipam;

import com.google.common.primitives.Ints;
import com.google.common.primitives.Longs;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;

/** What the ledger knows of an allocation; its key in the ledger is the first address, aligned to the left. */
record Grant(Cidr cidr, String owner, long sequence, long high, long low) implements Trie.Entry {
    static Grant of(Cidr cidr, String owner, long sequence) {
        byte[] first = cidr.first().toBytes();
        return new Grant(cidr, owner, sequence, high(first), low(first));
    }

    static Grant of(Allocation allocation) {
        return of(allocation.cidr(), allocation.owner(), allocation.sequence());
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

    /** True if both are the same block of the same owner, whenever it was granted. */
    boolean hasSameContentAs(Grant other) {
        return cidr.equals(other.cidr) && owner.equals(other.owner);
    }
}
