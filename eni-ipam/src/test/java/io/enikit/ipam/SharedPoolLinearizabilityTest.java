package io.enikit.ipam;

import static java.util.stream.Collectors.joining;
import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import io.enikit.net.Cidr;
import java.util.Map;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Options;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/**
 * Every answer of a shared pool is one that some order of the same operations, one after the other, would give.
 *
 * <p>Lincheck makes up operations on two or three threads, runs them, and looks for that order. {@code -Dio.enikit.ipam.scenarios=200} for a long run.
 */
@Param(name = "length", gen = IntGen.class, conf = "30:32")
@Param(name = "number", gen = IntGen.class, conf = "1:4")
public class SharedPoolLinearizabilityTest {
    private static final int SCENARIOS = Integer.getInteger("io.enikit.ipam.scenarios", 3);

    private final SharedPool shared = SharedPool.of(CidrPool.of(Cidr.parse("10.0.0.0/29")));

    /** Lincheck makes an object a run. */
    public SharedPoolLinearizabilityTest() {}

    private static String text(AllocationResult result) {
        return result instanceof Allocation allocation ? allocation.toString() : "refused";
    }

    /** Grants a block to nobody. */
    @Operation
    public String allocate(@Param(name = "length") int length) {
        return text(shared.allocate(length));
    }

    /** Grants a block to one of a few owners. */
    @Operation
    public String allocateFor(@Param(name = "number") int owner, @Param(name = "length") int length) {
        return text(shared.allocate("owner" + owner, length));
    }

    /** Grants one of a few blocks. */
    @Operation
    public String allocateGiven(@Param(name = "number") int at, @Param(name = "length") int length) {
        return text(shared.allocate(Cidr.containing(Cidr.parse("10.0.0.0/29").nth(at), length)));
    }

    /** Grants two blocks or none. */
    @Operation
    public String allocateAll(@Param(name = "number") int owner, @Param(name = "length") int length) {
        return shared.allocateAll(Map.of("owner" + owner, length, "batch", 31)) instanceof BatchAllocation batch
                ? batch.byOwner().values().stream().map(Allocation::toString).collect(joining(", "))
                : "refused";
    }

    /** Releases the grant of a number, if it is held: a number is granted once, so finding it first changes nothing. */
    @Operation
    public boolean release(@Param(name = "number") int sequence) {
        return shared.snapshot().allocations().stream()
                .filter(allocation -> allocation.sequence() == sequence)
                .findFirst()
                .filter(shared::releaseIfHeld)
                .isPresent();
    }

    /** Shows the whole state. */
    @Operation
    public String snapshot() {
        return shared.snapshot().write();
    }

    @Test
    void anyOperations_onRealThreads_areLinearizable() {
        check(new StressOptions().invocationsPerIteration(200));
    }

    /** Threads change at any step of the shared pool; what is inside immutable values cannot matter and is left out. */
    @Test
    void anyOperations_inEveryInterleavingTried_areLinearizable() {
        check(new ModelCheckingOptions()
                .invocationsPerIteration(200)
                .addGuarantee(forClasses(SharedPoolLinearizabilityTest::isValue)
                        .allMethods()
                        .ignore()));
    }

    private static boolean isValue(String className) {
        return className.startsWith("io.enikit.")
                && !className.startsWith(SharedPool.class.getName())
                && !className.startsWith(SharedPoolLinearizabilityTest.class.getName());
    }

    private static void check(Options<?, ?> options) {
        options.iterations(SCENARIOS)
                .threads(3)
                .actorsPerThread(3)
                .actorsBefore(2)
                .actorsAfter(1)
                .check(SharedPoolLinearizabilityTest.class);
    }
}
