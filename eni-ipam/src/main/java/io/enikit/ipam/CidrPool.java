package io.enikit.ipam;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import io.enikit.net.IpSet;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An immutable ledger of blocks granted out of one or more larger blocks.
 *
 * <pre>{@code
 * CidrPool pool = CidrPool.of(Cidr.parse("10.0.0.0/16"));
 * Allocation web = pool.allocate("web", 24).orElseThrow();
 * Allocation db = web.pool().allocate("db", 24).orElseThrow();
 * db.cidr();                                       // 10.0.1.0/24
 * db.pool().release(web).free();                   // [10.0.0.0-10.0.0.255, 10.0.2.0-10.0.255.255]
 * }</pre>
 *
 * <p>Each grant makes a new pool, found in the {@link Allocation}; the old pool still stands. What is granted depends
 * on the pool and the request alone. A granted block is free, lies in one block of the pool, and contains no reserved
 * address. Only what was granted can be released, and only once.
 *
 * <p>Pools with the same blocks, settings, reservations and grants are equal, the {@link #sequence} included, whatever
 * happened to them before; {@link #sameContentAs} ignores the sequence.
 */
public final class CidrPool {
    private final ImmutableList<Cidr> blocks;
    private final Placement placement;
    private final Marks marks;
    private final PoolSpace space;
    private final Ledger ledger;
    private final long sequence;

    private CidrPool(
            ImmutableList<Cidr> blocks,
            Placement placement,
            Marks marks,
            PoolSpace space,
            Ledger ledger,
            long sequence) {
        this.blocks = blocks;
        this.placement = placement;
        this.marks = marks;
        this.space = space;
        this.ledger = ledger;
        this.sequence = sequence;
    }

    /**
     * Returns a pool of some blocks, all free, from which the lowest are granted first.
     *
     * @param blocks at least one block, all of one family, none overlapping another, in any order
     * @return the pool, with {@link Placement#LOWEST} and {@link ReservedAddresses#NONE}
     * @throws IllegalArgumentException if there is no block, or they overlap, or their families differ
     */
    public static CidrPool of(Cidr... blocks) {
        ImmutableList<Cidr> sorted = ImmutableList.sortedCopyOf(List.of(Objects.requireNonNull(blocks, "blocks")));
        String fault = PoolSpace.faultOf(sorted);
        if (fault != null) {
            throw new IllegalArgumentException(fault);
        }
        return new CidrPool(
                sorted,
                Placement.LOWEST,
                Marks.of(ReservedAddresses.NONE, sorted, ImmutableSortedSet.of()),
                PoolSpace.of(sorted, IpSet.of(blocks)),
                Ledger.EMPTY,
                0);
    }

    /** The pool with exactly these marks and grants, which must be free of faults. */
    static CidrPool rebuilt(
            ImmutableList<Cidr> blocks, Placement placement, Marks marks, Ledger ledger, long sequence) {
        IpSet.Builder free = IpSet.builder();
        blocks.forEach(free::add);
        free.remove(marks.all());
        ledger.all().forEach(grant -> free.remove(grant.cidr()));
        return new CidrPool(blocks, placement, marks, PoolSpace.of(blocks, free.build()), ledger, sequence);
    }

    /**
     * Returns this pool with another rule of where new blocks are placed.
     *
     * @param newPlacement the rule
     * @return the pool, with the same grants
     */
    public CidrPool withPlacement(Placement newPlacement) {
        Objects.requireNonNull(newPlacement, "newPlacement");
        return new CidrPool(blocks, newPlacement, marks, space, ledger, sequence);
    }

    /**
     * Returns this pool with other reserved addresses at the ends of its blocks.
     *
     * @param policy which addresses of each block are never given out
     * @return the pool, with the same grants
     * @throws IllegalArgumentException if one of those addresses is granted
     */
    public CidrPool withReservedAddresses(ReservedAddresses policy) {
        Marks newMarks = Marks.of(Objects.requireNonNull(policy, "policy"), blocks, marks.reservations());
        for (Cidr end : newMarks.ends().cidrs()) {
            List<Grant> granted = ledger.overlapping(end);
            if (!granted.isEmpty()) {
                throw new IllegalArgumentException(
                        allocation(granted.get(0)) + " holds " + end + ", reserved by " + policy);
            }
        }
        return rebuilt(blocks, placement, newMarks, ledger, sequence);
    }

    /**
     * Returns this pool with one block more.
     *
     * @param block a block of the same family that overlaps no other
     * @return the pool, with the same grants
     * @throws IllegalArgumentException if it overlaps a block of the pool, or is of the other family
     */
    public CidrPool withBlock(Cidr block) {
        List<Cidr> more = new ArrayList<>(blocks);
        more.add(Objects.requireNonNull(block, "block"));
        CidrPool larger = of(more.toArray(Cidr[]::new));
        Marks newMarks = Marks.of(marks.policy(), larger.blocks, marks.reservations());
        return rebuilt(larger.blocks, placement, newMarks, ledger, sequence);
    }

    /**
     * Grants a block of a length to nobody in particular.
     *
     * @param prefixLength the length, 0 to 32 for IPv4, 0 to 128 for IPv6; 32 or 128 is a single address
     * @return the allocation, or why there is none
     * @throws IllegalArgumentException if the family has no such length
     */
    public AllocationResult allocate(int prefixLength) {
        return place("", checkLength(prefixLength));
    }

    /**
     * Grants a block of a length to an owner, or returns what the owner holds.
     *
     * @param owner a name; an owner holds one block, so that the same request again has the same answer
     * @param prefixLength the length, 0 to 32 for IPv4, 0 to 128 for IPv6; 32 or 128 is a single address
     * @return the allocation, or why there is none: also if the owner holds a block of another length
     * @throws IllegalArgumentException if the owner is empty or the family has no such length
     */
    public AllocationResult allocate(String owner, int prefixLength) {
        Grant held = ledger.ownedBy(checkOwner(owner));
        checkLength(prefixLength);
        if (held == null) {
            return place(owner, prefixLength);
        }
        return held.cidr().prefixLength() == prefixLength
                ? allocation(held)
                : AllocationRefused.ownerHoldsAnother(this, held, prefixLength, null);
    }

    /**
     * Grants a given block to nobody in particular.
     *
     * @param cidr the block
     * @return the allocation, or why it is not free
     */
    public AllocationResult allocate(Cidr cidr) {
        return take("", Objects.requireNonNull(cidr, "cidr"));
    }

    /**
     * Grants a given block to an owner, or returns it if the owner holds it.
     *
     * @param owner a name; an owner holds one block
     * @param cidr the block
     * @return the allocation, or why it is not free: also if the owner holds another block
     * @throws IllegalArgumentException if the owner is empty
     */
    public AllocationResult allocate(String owner, Cidr cidr) {
        Grant held = ledger.ownedBy(checkOwner(owner));
        if (held == null) {
            return take(owner, Objects.requireNonNull(cidr, "cidr"));
        }
        return held.cidr().equals(Objects.requireNonNull(cidr, "cidr"))
                ? allocation(held)
                : AllocationRefused.ownerHoldsAnother(this, held, cidr.prefixLength(), cidr);
    }

    /**
     * Grants blocks to several owners at once, all of them or none.
     *
     * <p>The largest blocks are placed first, then by owner, whatever the order of the map; so all are placed whenever
     * that is possible at all.
     *
     * @param prefixLengths the length of each owner's block; an owner that holds a block of that length keeps it
     * @return the allocations by owner, or why there are none
     * @throws IllegalArgumentException if an owner is empty or the family has no such length
     */
    public BatchResult allocateAll(Map<String, Integer> prefixLengths) {
        return Batch.allocate(this, Objects.requireNonNull(prefixLengths, "prefixLengths"));
    }

    private AllocationResult place(String owner, int prefixLength) {
        Cidr found = space.find(placement, prefixLength);
        return found == null ? AllocationRefused.noRoom(this, ImmutableList.of(prefixLength)) : grant(owner, found);
    }

    private AllocationResult take(String owner, Cidr cidr) {
        return space.isFree(cidr) ? grant(owner, cidr) : AllocationRefused.notFree(this, cidr);
    }

    private Allocation grant(String owner, Cidr cidr) {
        Grant grant = Grant.of(cidr, owner, Math.incrementExact(sequence));
        return new CidrPool(blocks, placement, marks, space.take(cidr), ledger.plus(grant), grant.sequence())
                .allocation(grant);
    }

    /** A grant of this pool as its caller sees it. */
    Allocation allocation(Grant grant) {
        return new Allocation(grant.cidr(), this, grant.owner(), grant.sequence());
    }

    static String checkOwner(String owner) {
        if (Objects.requireNonNull(owner, "owner").isEmpty()) {
            throw new IllegalArgumentException("an owner must not be empty; leave it out to allocate for nobody");
        }
        return owner;
    }

    int checkLength(int prefixLength) {
        if (prefixLength < 0 || prefixLength > family().bits()) {
            throw new IllegalArgumentException("prefix length must be 0.." + family().bits() + ": " + prefixLength);
        }
        return prefixLength;
    }

    /**
     * Releases an allocation.
     *
     * @param allocation what was granted, by this pool or one before it
     * @return the pool with the block free again, except where it is reserved
     * @throws IllegalArgumentException if this pool does not hold exactly that allocation, for example because it was
     *     released before, even if the same block was granted again since
     */
    public CidrPool release(Allocation allocation) {
        Grant held = heldAs(Objects.requireNonNull(allocation, "allocation"));
        if (held == null) {
            Grant other = ledger.get(allocation.cidr());
            throw new IllegalArgumentException(
                    "not held: " + allocation + (other == null ? "" : "; held is " + allocation(other)));
        }
        return without(held);
    }

    /**
     * Releases an allocation if it is held.
     *
     * @param allocation what was granted
     * @return the pool without it: this pool itself if it does not hold exactly that allocation
     */
    public CidrPool releaseIfHeld(Allocation allocation) {
        Objects.requireNonNull(allocation, "allocation");
        Grant held = heldAs(allocation);
        return held == null ? this : without(held);
    }

    /**
     * Checks whether this pool holds an allocation.
     *
     * @param allocation what was granted
     * @return true if block, owner and sequence are those of a grant of this pool
     */
    public boolean holds(Allocation allocation) {
        Objects.requireNonNull(allocation, "allocation");
        return heldAs(allocation) != null;
    }

    private @Nullable Grant heldAs(Allocation allocation) {
        Grant grant = ledger.get(allocation.cidr());
        return grant != null
                        && grant.sequence() == allocation.sequence()
                        && grant.owner().equals(allocation.owner())
                ? grant
                : null;
    }

    private CidrPool without(Grant grant) {
        Ledger rest = ledger.minus(grant);
        PoolSpace more = giveExcept(grant.cidr(), marks.all());
        return new CidrPool(blocks, placement, marks, more, rest, sequence);
    }

    /** The space with the addresses of a taken block free, except some. */
    private PoolSpace giveExcept(Cidr cidr, IpSet except) {
        if (except.isEmpty() || !except.overlaps(IpSet.of(cidr))) {
            return space.give(cidr);
        }
        PoolSpace more = space;
        for (Cidr part : IpSet.of(cidr).subtract(except).cidrs()) {
            more = more.give(part);
        }
        return more;
    }

    /**
     * Reserves a block: what of it is free or becomes free is not granted any more.
     *
     * <p>A reservation is a mark of its own. It may be put over allocations, which stay, and are released as usual.
     *
     * @param cidr a block inside one of the pool's, overlapping no other reservation
     * @return the pool with the reservation
     * @throws IllegalArgumentException if the block is not inside or overlaps a reservation
     */
    public CidrPool reserve(Cidr cidr) {
        if (space.blockAround(Objects.requireNonNull(cidr, "cidr")) == null) {
            throw new IllegalArgumentException(cidr + " is not in " + PoolSpace.join(blocks));
        }
        marks.reservationOverlapping(cidr).ifPresent(other -> {
            throw new IllegalArgumentException("reservation " + cidr + " overlaps reservation " + other);
        });
        PoolSpace less = space;
        for (Cidr part : IpSet.of(cidr)
                .subtract(ledger.around(cidr))
                .subtract(marks.ends())
                .cidrs()) {
            less = less.take(part);
        }
        return new CidrPool(blocks, placement, marks.plus(cidr), less, ledger, sequence);
    }

    /**
     * Removes a reservation; what of it is not allocated becomes free.
     *
     * @param cidr a block that was reserved
     * @return the pool without the reservation
     * @throws IllegalArgumentException if exactly that block is not reserved
     */
    public CidrPool unreserve(Cidr cidr) {
        Objects.requireNonNull(cidr, "cidr");
        if (!marks.reservations().contains(cidr)) {
            throw new IllegalArgumentException("not reserved: " + cidr);
        }
        PoolSpace more = giveExcept(cidr, ledger.around(cidr).union(marks.ends()));
        return new CidrPool(blocks, placement, marks.minus(cidr), more, ledger, sequence);
    }

    /** {@return the blocks of the pool, at least one, in ascending order} */
    public List<Cidr> blocks() {
        return blocks;
    }

    /** {@return the family of all its blocks} */
    public IpFamily family() {
        return blocks.get(0).family();
    }

    /** {@return where new blocks are placed} */
    public Placement placement() {
        return placement;
    }

    /** {@return which addresses of each block are never given out} */
    public ReservedAddresses reservedAddresses() {
        return marks.policy();
    }

    /** {@return the blocks that were reserved, in ascending order} */
    public Set<Cidr> reservations() {
        return marks.reservations();
    }

    /** {@return the reservations and the ends of the blocks, whether granted before or not} */
    public IpSet reserved() {
        return marks.all();
    }

    /** {@return all that is held, in ascending order of the blocks, each with this pool} */
    public List<Allocation> allocations() {
        return ledger.all().stream().map(this::allocation).collect(ImmutableList.toImmutableList());
    }

    /**
     * Returns what an owner holds.
     *
     * @param owner a name
     * @return the allocation, with this pool, or empty
     */
    public Optional<Allocation> allocation(String owner) {
        Objects.requireNonNull(owner, "owner");
        return Optional.ofNullable(ledger.ownedBy(owner)).map(this::allocation);
    }

    /** {@return how many blocks were granted so far, released ones included; 0 for a new pool} */
    public long sequence() {
        return sequence;
    }

    /** {@return the addresses that can be granted, neither allocated nor reserved} */
    public IpSet free() {
        return space.toIpSet();
    }

    /** {@return the lowest of the largest aligned free blocks, or empty if nothing is free} */
    public Optional<Cidr> largestFree() {
        return space.largest();
    }

    /**
     * Returns how many blocks of a length can be granted at once.
     *
     * @param prefixLength the length, 0 to 32 for IPv4, 0 to 128 for IPv6
     * @return the exact number
     * @throws IllegalArgumentException if the family has no such length
     */
    public BigInteger countOf(int prefixLength) {
        return space.countOf(checkLength(prefixLength));
    }

    /** {@return exactly how many addresses are in which state} */
    public AddressCounts counts() {
        return AddressCounts.of(this);
    }

    /**
     * Explains the state of an address.
     *
     * @param address any address
     * @return whose it is, inside what, and why it is not free
     */
    public AddressUse explain(IpAddress address) {
        return AddressUse.of(this, Objects.requireNonNull(address, "address"));
    }

    /**
     * Checks whether another pool differs in nothing but sequence numbers.
     *
     * @param other the other pool
     * @return true if blocks, settings, reservations, and who holds what are the same
     */
    public boolean sameContentAs(CidrPool other) {
        Objects.requireNonNull(other, "other");
        return hasSameFrameAs(other) && ledger.hasSameContentAs(other.ledger);
    }

    private boolean hasSameFrameAs(CidrPool other) {
        return blocks.equals(other.blocks)
                && placement == other.placement
                && marks.policy() == other.marks.policy()
                && marks.reservations().equals(other.marks.reservations());
    }

    /** {@return the pool as text, sorted, one line a fact, which {@link #read} turns into an equal pool} */
    @JsonValue
    public String write() {
        return PoolText.write(this);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param text the whole text
     * @return the pool
     * @throws IpamTextException if the text is anything else; it names every fault, and there is no half a pool
     */
    public static CidrPool read(CharSequence text) {
        return PoolText.read(text);
    }

    Marks marks() {
        return marks;
    }

    PoolSpace space() {
        return space;
    }

    Ledger ledger() {
        return ledger;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof CidrPool that
                        && sequence == that.sequence
                        && hasSameFrameAs(that)
                        && ledger.isSameAs(that.ledger));
    }

    @Override
    public int hashCode() {
        return Objects.hash(blocks, sequence, ledger.size());
    }

    /**
     * Returns the blocks and how much of them is in use.
     *
     * @return for example {@code 10.0.0.0/16: 2 allocations, 65024 addresses free, sequence 2}
     */
    @Override
    public String toString() {
        return PoolSpace.join(blocks) + ": " + ledger.size() + " allocations, " + space.size()
                + " addresses free, sequence " + sequence;
    }
}
