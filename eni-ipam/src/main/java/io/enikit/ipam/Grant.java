package io.enikit.ipam;

import io.enikit.net.Cidr;

/** What the ledger knows of an allocation. */
record Grant(Cidr cidr, String owner, long sequence) {
    boolean isSameAs(Allocation allocation) {
        return sequence == allocation.sequence() && cidr.equals(allocation.cidr()) && owner.equals(allocation.owner());
    }

    /** True if both are the same block of the same owner, whenever it was granted. */
    boolean hasSameContentAs(Grant other) {
        return cidr.equals(other.cidr) && owner.equals(other.owner);
    }
}
