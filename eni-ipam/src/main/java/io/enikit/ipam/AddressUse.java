package io.enikit.ipam;

import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a pool knows of one address: whose it is, inside what, and why it is not free. */
public final class AddressUse {
    /** The state of an address. The list is complete. */
    public enum Status {
        /** In no block of the pool. */
        OUTSIDE,
        /** Granted, and perhaps reserved as well. */
        ALLOCATED,
        /** Not granted and kept from being granted, by a reservation or at the end of its block. */
        RESERVED,
        /** Can be granted. */
        FREE
    }

    private final IpAddress address;
    private final Status status;
    private final @Nullable Cidr block;
    private final Optional<Allocation> allocation;
    private final Optional<Cidr> reservation;

    private AddressUse(CidrPool pool, IpAddress address) {
        Grant grant = pool.ledger().at(address);
        this.address = address;
        this.block = pool.space().blockAround(Cidr.from(address));
        this.status = block == null ? Status.OUTSIDE : statusOf(pool, address, grant);
        this.allocation = Optional.ofNullable(grant).map(pool::allocation);
        this.reservation = pool.marks().reservationAt(address);
    }

    static AddressUse of(CidrPool pool, IpAddress address) {
        return new AddressUse(pool, address);
    }

    /** {@return the address} */
    public IpAddress address() {
        return address;
    }

    /** {@return its state} */
    public Status status() {
        return status;
    }

    /** {@return the block of the pool around it, or empty if it is outside} */
    public Optional<Cidr> block() {
        return Optional.ofNullable(block);
    }

    /** {@return the allocation that holds it, or empty} */
    public Optional<Allocation> allocation() {
        return allocation;
    }

    /** {@return the reservation around it, whether the address is allocated or not, or empty} */
    public Optional<Cidr> reservation() {
        return reservation;
    }

    private static Status statusOf(CidrPool pool, IpAddress address, @Nullable Grant grant) {
        if (grant != null) {
            return Status.ALLOCATED;
        }
        return pool.reserved().contains(address) ? Status.RESERVED : Status.FREE;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AddressUse that
                && address.equals(that.address)
                && status == that.status
                && Objects.equals(block, that.block)
                && allocation.equals(that.allocation)
                && reservation.equals(that.reservation);
    }

    @Override
    public int hashCode() {
        return Objects.hash(address, status, block, allocation, reservation);
    }

    /**
     * Returns a sentence.
     *
     * @return for example {@code 10.0.0.7 in 10.0.0.0/16 is allocated: 10.0.0.0/24 #1 web}
     */
    @Override
    public String toString() {
        String where = address + (block == null ? "" : " in " + block);
        return switch (status) {
            case OUTSIDE -> where + " is outside the pool";
            case FREE -> where + " is free";
            case RESERVED ->
                where + " is reserved: "
                        + reservation.map(Cidr::toString).orElse("an end of its block that is never given out");
            case ALLOCATED ->
                where + " is allocated: "
                        + allocation.map(Allocation::toString).orElse("")
                        + reservation.map(cidr -> ", and reserved: " + cidr).orElse("");
        };
    }
}
