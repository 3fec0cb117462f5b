package io.enikit.limits;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How many ECS tasks with an interface of their own ({@code awsvpc}) an instance of a type runs. Immutable.
 *
 * <p>Sources: the Amazon ECS developer guide, "Elastic network interface trunking", as of 2023-06-15. The limit with
 * trunking stands in its table and follows from nothing else; for types that are newer it is not known here.
 *
 * <pre>{@code
 * EcsTaskCapacity m5 = EcsTaskCapacity.of(InstanceTypes.bundled().limits("m5.large"));
 * m5.withoutTrunking();                 // 2
 * m5.withTrunking();                    // OptionalInt[10]
 * m5.explain();                         // 3 interfaces − 1 of the instance = 2 tasks; 10 with ENI trunking
 * }</pre>
 */
public final class EcsTaskCapacity {
    private final InstanceLimits limits;

    private EcsTaskCapacity(InstanceLimits limits) {
        this.limits = limits;
    }

    /**
     * Returns the capacity of an instance type.
     *
     * @param limits the limits of the type
     * @return its capacity
     */
    public static EcsTaskCapacity of(InstanceLimits limits) {
        return new EcsTaskCapacity(requireNonNull(limits, "limits"));
    }

    /** {@return the tasks without trunking: one for each interface but the primary one} */
    public int withoutTrunking() {
        return limits.maximumNetworkInterfaces() - 1;
    }

    /** {@return the tasks with trunking; absent if the limit is not published} */
    public OptionalInt withTrunking() {
        @Nullable Integer tasks = Table.TASKS.get(limits.instanceType());
        return tasks == null ? OptionalInt.empty() : OptionalInt.of(tasks);
    }

    /** {@return both numbers in one line, with the arithmetic} */
    public String explain() {
        int interfaces = limits.maximumNetworkInterfaces();
        return interfaces + (interfaces == 1 ? " interface" : " interfaces") + " − 1 of the instance = "
                + withoutTrunking() + (withoutTrunking() == 1 ? " task; " : " tasks; ")
                + (withTrunking().isPresent()
                        ? withTrunking().getAsInt() + " with ENI trunking"
                        : "with ENI trunking not published");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EcsTaskCapacity capacity && limits.equals(capacity.limits);
    }

    @Override
    public int hashCode() {
        return limits.hashCode();
    }

    /** {@return the type and {@link #explain()}} */
    @Override
    public String toString() {
        return limits.instanceType() + ": " + explain();
    }

    /** Read when a limit is first asked for. */
    private static final class Table {
        static final Map<String, Integer> TASKS = read();

        private static Map<String, Integer> read() {
            Map<String, Integer> tasks = new HashMap<>();
            new String(BundledFile.read("ecs-task-limits.csv"), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> {
                        int comma = line.indexOf(',');
                        tasks.put(line.substring(0, comma), Integer.valueOf(line.substring(comma + 1)));
                    });
            return Map.copyOf(tasks);
        }
    }
}
