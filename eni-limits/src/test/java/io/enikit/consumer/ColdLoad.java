package io.enikit.consumer;

import io.enikit.limits.InstanceLimits;
import io.enikit.limits.InstanceTypes;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * Measures one load of the bundled table; only the first one in a JVM tells anything.
 *
 * <p>Prints {@code load=… first=… bytesPerLookup=…}: microseconds until the table is there, and until its first row is
 * decoded too; and the bytes that a lookup of a decoded row allocates.
 */
public final class ColdLoad {
    private static final int LOOKUPS = 100_000;

    private ColdLoad() {}

    /** Prints the figures. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        long start = System.nanoTime();
        InstanceTypes types = InstanceTypes.bundled();
        long loaded = System.nanoTime();
        InstanceLimits first = types.limits("m5.large");
        long looked = System.nanoTime();
        System.out.print("load=" + (loaded - start) / 1000 + " first=" + (looked - start) / 1000);
        System.out.println(" bytesPerLookup=" + bytesPerLookup(types, first));
    }

    private static long bytesPerLookup(InstanceTypes types, InstanceLimits expected)
            throws ReflectiveOperationException {
        Object threads = Class.forName("java.lang.management.ManagementFactory")
                .getMethod("getThreadMXBean")
                .invoke(null);
        Method allocated =
                Class.forName("com.sun.management.ThreadMXBean").getMethod("getThreadAllocatedBytes", long.class);
        Object thread = Thread.currentThread().getId();
        lookUp(types, expected);
        allocated.invoke(threads, thread);
        long idle = (Long) allocated.invoke(threads, thread);
        idle = (Long) allocated.invoke(threads, thread) - idle;
        long before = (Long) allocated.invoke(threads, thread);
        lookUp(types, expected);
        long after = (Long) allocated.invoke(threads, thread);
        return (after - before - idle) / LOOKUPS;
    }

    private static void lookUp(InstanceTypes types, InstanceLimits expected) {
        for (int i = 0; i < LOOKUPS; i++) {
            Optional<InstanceLimits> found = types.find("m5.large");
            if (!found.get().equals(expected) || !types.limits("m5.large").equals(expected)) {
                throw new IllegalStateException("another row");
            }
        }
    }
}
