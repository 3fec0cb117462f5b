package io.enikit.ipam;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import io.enikit.net.IpSet;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
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
    private final Holdings holdings;
    private final long sequence;

    CidrPool(ImmutableList<Cidr> blocks, Placement placement, Holdings holdings, long sequence) {
        this.blocks = blocks;
        this.placement = placement;
        this.holdings = holdings;
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
        Marks marks = Marks.of(ReservedAddresses.NONE, sorted, ImmutableSortedSet.of());
        return new CidrPool(sorted, Placement.LOWEST, Holdings.of(sorted, marks, Ledger.EMPTY), 0);
    }

    /** This pool with other contents, which must be free of faults. */
    CidrPool with(Holdings newHoldings, long newSequence) {
        return new CidrPool(blocks, placement, newHoldings, newSequence);
    }

    /**
     * {@return this pool with another rule of where new blocks are placed}
     *
     * @param newPlacement the rule
     */
    public CidrPool withPlacement(Placement newPlacement) {
        Objects.requireNonNull(newPlacement, "newPlacement");
        return new CidrPool(blocks, newPlacement, holdings, sequence);
    }

    /**
     * {@return this pool with other reserved addresses at the ends of its blocks}
     *
     * @param policy which addresses of each block are never given out
     * @throws IllegalArgumentException if one of those addresses is granted
     */
    public CidrPool withReservedAddresses(ReservedAddresses policy) {
        Marks newMarks = Marks.of(Objects.requireNonNull(policy, "policy"), blocks, reservations());
        newMarks.checkEnds(ledger());
        return with(Holdings.of(blocks, newMarks, ledger()), sequence);
    }

    /**
     * {@return this pool with one more block and the same grants}
     *
     * @param block a block of the same family that overlaps no other
     * @throws IllegalArgumentException if it overlaps a block of the pool, or is of the other family
     */
    public CidrPool plusBlock(Cidr block) {
        List<Cidr> more = new ArrayList<>(blocks);
        more.add(Objects.requireNonNull(block, "block"));
        CidrPool larger = of(more.toArray(Cidr[]::new));
        Marks newMarks = Marks.of(reservedAddresses(), larger.blocks, reservations());
        return new CidrPool(larger.blocks, placement, Holdings.of(larger.blocks, newMarks, ledger()), sequence);
    }

    /**
     * Grants a block of a length to nobody in particular.
     *
     * @param prefixLength the length, 0 to 32 for IPv4, 0 to 128 for IPv6; 32 or 128 is a single address
     * @return the allocation, or why there is none
     * @throws IllegalArgumentException if the family has no such length
     */
    public AllocationResult allocate(int prefixLength) {
        return place("", "", space().checkLength(prefixLength));
    }

    /**
     * Grants a block of a length to an owner, or returns what the owner holds.
     *
     * @param owner a name; the same request again has the same answer
     * @param prefixLength the length, 0 to 32 for IPv4, 0 to 128 for IPv6; 32 or 128 is a single address
     * @return the allocation, or why there is none: also if the owner holds a block of another length without a key
     * @throws IllegalArgumentException if the owner is empty or the family has no such length
     */
    public AllocationResult allocate(String owner, int prefixLength) {
        return allocate(owner, "", prefixLength);
    }

    /**
     * Grants a block of a length to an owner and a key, or returns what is held under both.
     *
     * <p>An owner holds one block for each key; the empty key is that of the requests without one.
     *
     * @param owner a name
     * @param key which of the owner's blocks it is, for example {@code blue}; may be empty
     * @param prefixLength the length, 0 to 32 for IPv4, 0 to 128 for IPv6; 32 or 128 is a single address
     * @return the allocation, or why there is none: also if owner and key hold a block of another length
     * @throws IllegalArgumentException if the owner is empty or the family has no such length
     */
    public AllocationResult allocate(String owner, String key, int prefixLength) {
        Grant held = heldBy(owner, key);
        space().checkLength(prefixLength);
        if (held == null) {
            return place(owner, key, prefixLength);
        }
        return held.cidr().prefixLength() == prefixLength
                ? allocation(held)
                : AllocationRefused.ownerHoldsAnother(this, held, prefixLength, null);
    }

    /**
     * {@return the allocation of a given block to nobody in particular, or why it is not free}
     *
     * @param cidr the block
     */
    public AllocationResult allocate(Cidr cidr) {
        return take("", "", Objects.requireNonNull(cidr, "cidr"));
    }

    /**
     * Grants a given block to an owner, or returns it if the owner holds it.
     *
     * @param owner a name
     * @param cidr the block
     * @return the allocation, or why it is not free: also if the owner holds another block without a key
     * @throws IllegalArgumentException if the owner is empty
     */
    public AllocationResult allocate(String owner, Cidr cidr) {
        return allocate(owner, "", cidr);
    }

    /**
     * Grants a given block to an owner and a key, or returns it if it is held under both.
     *
     * @param owner a name
     * @param key which of the owner's blocks it is; may be empty
     * @param cidr the block
     * @return the allocation, or why it is not free: also if owner and key hold another block
     * @throws IllegalArgumentException if the owner is empty
     */
    public AllocationResult allocate(String owner, String key, Cidr cidr) {
        Grant held = heldBy(owner, key);
        if (held == null) {
            return take(owner, key, Objects.requireNonNull(cidr, "cidr"));
        }
        return held.cidr().equals(Objects.requireNonNull(cidr, "cidr"))
                ? allocation(held)
                : AllocationRefused.ownerHoldsAnother(this, held, cidr.prefixLength(), cidr);
    }

    private @Nullable Grant heldBy(String owner, String key) {
        return ledger().ownedBy(Grant.checkOwner(owner), Objects.requireNonNull(key, "key"));
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

    private AllocationResult place(String owner, String key, int prefixLength) {
        Cidr found = space().find(placement, prefixLength);
        return found == null
                ? AllocationRefused.noRoom(this, ImmutableList.of(prefixLength))
                : grant(owner, key, found);
    }

    private AllocationResult take(String owner, String key, Cidr cidr) {
        return space().isFree(cidr) ? grant(owner, key, cidr) : AllocationRefused.notFree(this, cidr);
    }

    private Allocation grant(String owner, String key, Cidr cidr) {
        Grant grant = Grant.of(cidr, owner, key, Math.incrementExact(sequence));
        return with(holdings.plus(grant), grant.sequence()).allocation(grant);
    }

    /** A grant of this pool as its caller sees it. */
    Allocation allocation(Grant grant) {
        return new Allocation(grant, this);
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
        Grant held = ledger().same(requireNonNull(allocation, "allocation").grant());
        if (held == null) {
            Grant other = ledger().get(allocation.cidr());
            throw new IllegalArgumentException(
                    "not held: " + allocation + (other == null ? "" : "; held is " + allocation(other)));
        }
        return with(holdings.minus(held), sequence);
    }

    /**
     * {@return this pool without an allocation: this pool itself if it does not hold exactly that one}
     *
     * @param allocation what was granted
     */
    public CidrPool releaseIfHeld(Allocation allocation) {
        Grant held = ledger().same(requireNonNull(allocation, "allocation").grant());
        return held == null ? this : with(holdings.minus(held), sequence);
    }

    /**
     * {@return true if block, owner, key and sequence are those of a grant of this pool}
     *
     * @param allocation what was granted
     */
    public boolean holds(Allocation allocation) {
        return ledger().same(requireNonNull(allocation, "allocation").grant()) != null;
    }

    /**
     * {@return this pool without all blocks of an owner: this pool itself if the owner holds nothing}
     *
     * @param owner a name
     * @throws IllegalArgumentException if the owner is empty
     */
    @SuppressWarnings("ReferenceEquality") // the same holdings mean that nothing was released
    public CidrPool release(String owner) {
        Holdings rest = holdings;
        for (Grant grant : ledger().ownedBy(Grant.checkOwner(owner))) {
            rest = rest.minus(grant);
        }
        return rest == holdings ? this : with(rest, sequence);
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
        if (space().blockAround(Objects.requireNonNull(cidr, "cidr")) == null) {
            throw new IllegalArgumentException(cidr + " is not in " + PoolSpace.join(blocks));
        }
        return with(holdings.reserve(cidr), sequence);
    }

    /** This pool with reservations of disjoint blocks inside its own, none of them granted in part. */
    CidrPool reserveAll(Collection<Cidr> cidrs) {
        return cidrs.isEmpty() ? this : with(holdings.reserveAll(cidrs), sequence);
    }

    /**
     * {@return this pool without a reservation; what of it is not allocated is free}
     *
     * @param cidr a block that was reserved
     * @throws IllegalArgumentException if exactly that block is not reserved
     */
    public CidrPool unreserve(Cidr cidr) {
        return with(holdings.unreserve(requireNonNull(cidr, "cidr")), sequence);
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
        return marks().policy();
    }

    /** {@return the blocks that were reserved, in ascending order} */
    public Set<Cidr> reservations() {
        return marks().reservations();
    }

    /** {@return the reservations and the ends of the blocks, whether granted before or not} */
    public IpSet reserved() {
        return marks().all();
    }

    /** {@return all that is held, in ascending order of the blocks, each with this pool} */
    public List<Allocation> allocations() {
        return ledger().all().stream().map(this::allocation).collect(ImmutableList.toImmutableList());
    }

    /**
     * {@return what an owner holds without a key, with this pool, or empty}
     *
     * @param owner a name
     */
    public Optional<Allocation> allocation(String owner) {
        return allocation(owner, "");
    }

    /**
     * {@return what is held by an owner under a key, with this pool, or empty}
     *
     * @param owner a name
     * @param key which of the owner's blocks; may be empty
     */
    public Optional<Allocation> allocation(String owner, String key) {
        Grant grant = ledger().ownedBy(Objects.requireNonNull(owner, "owner"), Objects.requireNonNull(key, "key"));
        return Optional.ofNullable(grant).map(this::allocation);
    }

    /**
     * {@return all that an owner holds, with this pool, in the order of the keys}
     *
     * @param owner a name
     */
    public List<Allocation> allocations(String owner) {
        return ledger().ownedBy(Objects.requireNonNull(owner, "owner")).stream()
                .map(this::allocation)
                .collect(ImmutableList.toImmutableList());
    }

    /** {@return how many blocks were granted so far, released ones included; 0 for a new pool} */
    public long sequence() {
        return sequence;
    }

    /** {@return the addresses that can be granted, neither allocated nor reserved} */
    public IpSet free() {
        return space().toIpSet();
    }

    /** {@return the lowest of the largest aligned free blocks, or empty if nothing is free} */
    public Optional<Cidr> largestFree() {
        return space().largest();
    }

    /**
     * {@return exactly how many blocks of a length can be granted at once}
     *
     * @param prefixLength the length, 0 to 32 for IPv4, 0 to 128 for IPv6
     * @throws IllegalArgumentException if the family has no such length
     */
    public BigInteger countOf(int prefixLength) {
        return space().countOf(space().checkLength(prefixLength));
    }

    /** {@return exactly how many addresses are in which state} */
    public AddressCounts counts() {
        return AddressCounts.of(this);
    }

    /**
     * {@return whose an address is, inside what, and why it is not free}
     *
     * @param address any address
     */
    public AddressUse explain(IpAddress address) {
        return AddressUse.of(this, Objects.requireNonNull(address, "address"));
    }

    /**
     * {@return true if another pool differs in nothing but sequence numbers}
     *
     * @param other the other pool
     */
    public boolean sameContentAs(CidrPool other) {
        return hasSameFrameAs(requireNonNull(other, "other")) && ledger().hasSameContentAs(other.ledger());
    }

    private boolean hasSameFrameAs(CidrPool other) {
        return blocks.equals(other.blocks)
                && placement == other.placement
                && reservedAddresses() == other.reservedAddresses()
                && reservations().equals(other.reservations());
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
     * @throws IpamTextException if the text is anything else; it names every fault, and reading is all-or-nothing
     */
    public static CidrPool read(CharSequence text) {
        return PoolText.read(requireNonNull(text, "text"));
    }

    /** {@return a builder that has all of this pool, to which known grants can be added} */
    public PoolBuilder toBuilder() {
        return new PoolBuilder(this);
    }

    Holdings holdings() {
        return holdings;
    }

    Marks marks() {
        return holdings.marks();
    }

    PoolSpace space() {
        return holdings.space();
    }

    Ledger ledger() {
        return holdings.ledger();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof CidrPool that
                        && sequence == that.sequence
                        && hasSameFrameAs(that)
                        && ledger().isSameAs(that.ledger()));
    }

    @Override
    public int hashCode() {
        return Objects.hash(blocks, sequence, ledger().size());
    }

    /** {@return the blocks and their use: {@code 10.0.0.0/16: 2 allocations, 65024 addresses free, sequence 2}} */
    @Override
    public String toString() {
        return PoolSpace.join(blocks) + ": " + ledger().size() + " allocations, " + space().size()
                + " addresses free, sequence " + sequence;
    }
}
