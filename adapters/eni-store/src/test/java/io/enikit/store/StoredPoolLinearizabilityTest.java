package io.enikit.store;

import static java.util.stream.Collectors.joining;

import io.enikit.ipam.Allocation;
import io.enikit.ipam.AllocationResult;
import io.enikit.ipam.BatchAllocation;
import io.enikit.ipam.CidrPool;
import io.enikit.net.Cidr;
import java.util.Map;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/**
 * Every answer of a stored pool, whose callers share appends, is one that some order of the same operations would give.
 *
 * <p>Lincheck makes up operations on three threads, runs them, and looks for that order.
 * {@code -Dio.enikit.store.scenarios=200} for a long run.
 */
@Param(name = "length", gen = IntGen.class, conf = "30:32")
@Param(name = "number", gen = IntGen.class, conf = "1:4")
public class StoredPoolLinearizabilityTest {
    private static final int SCENARIOS = Integer.getInteger("io.enikit.store.scenarios", 3);

    private final StoredPool pool =
            PoolStore.of(PoolLog.inMemory()).create("p", CidrPool.of(Cidr.parse("10.0.0.0/29")));

    /** Lincheck makes an object a run. */
    public StoredPoolLinearizabilityTest() {}

    private static String text(AllocationResult result) {
        return result instanceof Allocation allocation ? allocation.toString() : "refused";
    }

    /** Grants a block to nobody. */
    @Operation
    public String allocate(@Param(name = "length") int length) {
        return text(pool.allocate(length));
    }

    /** Grants a block to one of a few owners. */
    @Operation
    public String allocateFor(@Param(name = "number") int owner, @Param(name = "length") int length) {
        return text(pool.allocate("owner" + owner, length));
    }

    /** Grants two blocks or none. */
    @Operation
    public String allocateAll(@Param(name = "number") int owner, @Param(name = "length") int length) {
        return pool.allocateAll(Map.of("owner" + owner, length, "batch", 31)) instanceof BatchAllocation batch
                ? batch.byOwner().values().stream().map(Allocation::toString).collect(joining(", "))
                : "refused";
    }

    /** Releases the grant of a number, if it is held: a number is granted once, so finding it first changes nothing. */
    @Operation
    public boolean release(@Param(name = "number") int sequence) {
        return pool.snapshot().allocations().stream()
                .filter(allocation -> allocation.sequence() == sequence)
                .findFirst()
                .filter(pool::releaseIfHeld)
                .isPresent();
    }

    /** Shows the whole state. */
    @Operation
    public String snapshot() {
        return pool.snapshot().write();
    }

    @Test
    void anyOperations_onRealThreads_areLinearizable() {
        new StressOptions()
                .iterations(SCENARIOS)
                .invocationsPerIteration(200)
                .threads(3)
                .actorsPerThread(3)
                .actorsBefore(2)
                .actorsAfter(1)
                .check(StoredPoolLinearizabilityTest.class);
    }
}
