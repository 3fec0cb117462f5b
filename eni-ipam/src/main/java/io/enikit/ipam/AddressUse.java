package io.enikit.ipam;

import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a pool knows about one address: its state, its block, its owner. */
public final class AddressUse {
    private final IpAddress address;
    private final Status status;
    private final Optional<Cidr> block;
    private final Optional<Allocation> allocation;
    private final Optional<Cidr> reservation;

    /**
     * The state of an address.
     *
     * <p>Later versions may add constants.
     */
    public enum Status {
        /** In no block of the pool. */
        OUTSIDE,
        /** Granted; it may be reserved too. */
        ALLOCATED,
        /** Not granted, and cannot be: it is in a reservation, or at the end of its block. */
        RESERVED,
        /** Can be granted. */
        FREE
    }

    AddressUse(
            IpAddress address,
            Status status,
            Optional<Cidr> block,
            Optional<Allocation> allocation,
            Optional<Cidr> reservation) {
        this.address = Objects.requireNonNull(address, "address");
        this.status = Objects.requireNonNull(status, "status");
        this.block = Objects.requireNonNull(block, "block");
        this.allocation = Objects.requireNonNull(allocation, "allocation");
        this.reservation = Objects.requireNonNull(reservation, "reservation");
    }

    /** {@return the address} */
    public IpAddress address() {
        return address;
    }

    /** {@return its state} */
    public Status status() {
        return status;
    }

    /** {@return the block of the pool that contains it; empty if the address is outside} */
    public Optional<Cidr> block() {
        return block;
    }

    /** {@return the allocation that contains it} */
    public Optional<Allocation> allocation() {
        return allocation;
    }

    /** {@return the reservation that contains it, whether or not the address is allocated} */
    public Optional<Cidr> reservation() {
        return reservation;
    }

    static AddressUse of(CidrPool pool, IpAddress address) {
        Cidr block = pool.space().blockAround(Cidr.from(address));
        Grant grant = pool.ledger().at(address);
        return new AddressUse(
                address,
                block == null ? Status.OUTSIDE : statusOf(pool, address, grant),
                Optional.ofNullable(block),
                Optional.ofNullable(grant).map(pool::allocation),
                pool.marks().reservationAt(address));
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
                && status.equals(that.status)
                && block.equals(that.block)
                && allocation.equals(that.allocation)
                && reservation.equals(that.reservation);
    }

    @Override
    public int hashCode() {
        return Objects.hash(address, status, block, allocation, reservation);
    }

    /**
     * Returns the description as a sentence.
     *
     * @return for example {@code 10.0.0.7 in 10.0.0.0/16 is allocated: 10.0.0.0/24 #1 web}
     */
    @Override
    public String toString() {
        String where = address + block.map(cidr -> " in " + cidr).orElse("");
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
