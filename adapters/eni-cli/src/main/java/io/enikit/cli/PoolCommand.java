package io.enikit.cli;

import io.enikit.ipam.Allocation;
import io.enikit.ipam.AllocationResult;
import io.enikit.ipam.CidrPool;
import io.enikit.net.Cidr;
import io.enikit.store.PoolStore;
import io.enikit.store.StoreException;
import io.enikit.store.StoredPool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code eni pool}: address pools that many processes share, in one file. */
@Command(
        name = "pool",
        mixinStandardHelpOptions = true,
        description = Commands.POOL,
        footer = {
            "",
            "Examples:",
            "  eni pool create company.db vpcs 10.0.0.0/8",
            "  eni pool allocate company.db vpcs orders 16",
            "  eni pool show company.db vpcs",
            "  eni pool release company.db vpcs orders"
        })
final class PoolCommand implements Runnable {
    private final Streams streams;

    PoolCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public void run() {
        throw new Failure("pool: expected one of create, allocate, release, show");
    }

    @Command(mixinStandardHelpOptions = true, description = "Creates a pool, and the file where there is none.")
    int create(
            @Parameters(paramLabel = "FILE") Path file,
            @Parameters(paramLabel = "POOL") String pool,
            @Parameters(paramLabel = "CIDR", arity = "1..*") List<Cidr> blocks) {
        return in(file, false, store -> {
            store.create(pool, CidrPool.of(blocks.toArray(Cidr[]::new)));
            return Main.CLEAN;
        });
    }

    @Command(mixinStandardHelpOptions = true, description = "Gives an owner the next free block of a length.")
    int allocate(
            @Parameters(paramLabel = "FILE") Path file,
            @Parameters(paramLabel = "POOL") String pool,
            @Parameters(paramLabel = "OWNER") String owner,
            @Parameters(paramLabel = "LENGTH") int prefixLength) {
        return in(file, true, store -> {
            AllocationResult result = found(store, pool).allocate(owner, prefixLength);
            streams.println(result);
            return result instanceof Allocation ? Main.CLEAN : Main.FOUND;
        });
    }

    @Command(mixinStandardHelpOptions = true, description = "Takes back all blocks of an owner.")
    int release(
            @Parameters(paramLabel = "FILE") Path file,
            @Parameters(paramLabel = "POOL") String pool,
            @Parameters(paramLabel = "OWNER") String owner) {
        return in(file, true, store -> {
            List<Allocation> released = found(store, pool).release(owner);
            released.forEach(streams::println);
            return released.isEmpty() ? Main.FOUND : Main.CLEAN;
        });
    }

    @Command(mixinStandardHelpOptions = true, description = "Shows the pools of a file, or what a pool holds.")
    int show(
            @Parameters(paramLabel = "FILE") Path file,
            @Parameters(paramLabel = "POOL", arity = "0..1") List<String> pool) {
        return in(file, true, store -> {
            if (pool == null || pool.isEmpty()) {
                store.names().forEach(streams::println);
                return Main.CLEAN;
            }
            CidrPool content = found(store, pool.get(0)).snapshot();
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of("block", "owner"));
            content.allocations().forEach(each -> rows.add(List.of(each.cidr().toString(), each.owner())));
            streams.print(Columns.of(rows));
            streams.println("free: " + content.free());
            return Main.CLEAN;
        });
    }

    private static StoredPool found(PoolStore store, String pool) {
        return store.find(pool)
                .orElseThrow(
                        () -> new Failure("pool \"" + pool + "\" is not in this file, which has " + store.names()));
    }

    private static int in(Path file, boolean mustExist, Function<PoolStore, Integer> work) {
        if (mustExist && !Files.exists(file)) {
            throw new Failure(file + ": there is no such file");
        }
        try (PoolStore store = PoolStore.open(file)) {
            return work.apply(store);
        } catch (StoreException | IllegalArgumentException e) {
            throw new Failure(file + ": " + e.getMessage());
        }
    }
}
