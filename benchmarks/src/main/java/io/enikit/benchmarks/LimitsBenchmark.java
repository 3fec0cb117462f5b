package io.enikit.benchmarks;

import io.enikit.limits.InstanceLimits;
import io.enikit.limits.InstanceTypes;
import io.enikit.limits.ListingStatus;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** The bundled table of instance types, every row decoded, against the collections of the JDK. */
@State(Scope.Benchmark)
public class LimitsBenchmark {
    private static final int INTERFACES = 4;
    private static final int ADDRESSES = 15;
    private static final Comparator<InstanceLimits> BY_SIZE = Comparator.<InstanceLimits>comparingInt(
                    limits -> limits.defaultVcpus().orElse(Integer.MAX_VALUE))
            .thenComparingInt(InstanceLimits::maximumNetworkInterfaces)
            .thenComparingInt(InstanceLimits::ipv4AddressesPerInterface)
            .thenComparing(InstanceLimits::instanceType);

    private final InstanceTypes types = InstanceTypes.bundled();
    private final List<InstanceLimits> rows = types.stream().toList();
    private final Map<String, InstanceLimits> map = map(rows);
    private final String[] names = names(rows);

    private static Map<String, InstanceLimits> map(List<InstanceLimits> rows) {
        Map<String, InstanceLimits> map = new HashMap<>();
        rows.forEach(row -> map.put(row.instanceType(), row));
        return map;
    }

    /** Names in random order, as texts of their own: neither peer gets by on identity. */
    private static String[] names(List<InstanceLimits> rows) {
        Random random = new Random(51);
        String[] names = new String[Inputs.BATCH];
        for (int i = 0; i < names.length; i++) {
            names[i] = new String(
                    rows.get(random.nextInt(rows.size())).instanceType().toCharArray());
        }
        return names;
    }

    @Benchmark
    @OperationsPerInvocation(Inputs.BATCH)
    public void find_eni(Blackhole hole) {
        for (String name : names) {
            hole.consume(types.find(name));
        }
    }

    @Benchmark
    @OperationsPerInvocation(Inputs.BATCH)
    public void find_hashMap(Blackhole hole) {
        for (String name : names) {
            hole.consume(map.get(name));
        }
    }

    @Benchmark
    public Optional<InstanceLimits> query_eni() {
        return types.query()
                .minimumInterfaces(INTERFACES)
                .minimumIpv4Addresses(ADDRESSES)
                .smallest();
    }

    @Benchmark
    public Optional<InstanceLimits> query_stream() {
        return rows.stream()
                .filter(row -> row.status() == ListingStatus.LISTED
                        && row.maximumNetworkInterfaces() >= INTERFACES
                        && row.ipv4AddressesPerInterface() >= ADDRESSES)
                .min(BY_SIZE);
    }
}
