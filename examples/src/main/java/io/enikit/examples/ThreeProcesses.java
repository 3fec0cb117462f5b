package io.enikit.examples;

import io.enikit.ipam.Allocation;
import io.enikit.ipam.CidrPool;
import io.enikit.net.Cidr;
import io.enikit.store.PoolStore;
import io.enikit.store.StoredPool;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Three processes allocate out of one pool in one file, and each is asked twice for the same teams. */
public final class ThreeProcesses {
    private static final int TEAMS = 5;

    private ThreeProcesses() {}

    /**
     * Starts three processes, or is one of them.
     *
     * @param arguments nothing, or the file and the name of a process
     * @throws IOException if a process can't be started
     * @throws InterruptedException if the thread is interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 2) {
            work(Path.of(arguments[0]), arguments[1]);
        } else {
            tell(Console.out(), Files.createTempDirectory("ipam").resolve("ipam.db"));
        }
    }

    /** What each process does: its teams get a /20 each, and get the same one when they ask again. */
    private static void work(Path file, String name) {
        try (PoolStore store = PoolStore.open(file)) {
            StoredPool teams = store.as(name).poolOrCreate("teams", CidrPool.of(Cidr.parse("10.64.0.0/10")));
            for (int i = 1; i <= TEAMS; i++) {
                Allocation first = teams.allocate(name + "-" + i, 20).orElseThrow();
                Allocation again = teams.allocate(name + "-" + i, 20).orElseThrow();
                if (!first.cidr().equals(again.cidr())) {
                    throw new IllegalStateException(first + " became " + again);
                }
            }
        }
    }

    static void tell(PrintStream out, Path file) throws IOException, InterruptedException {
        List<Process> processes = new ArrayList<>();
        for (String name : List.of("blue", "green", "red")) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            ThreeProcesses.class.getName(),
                            file.toString(),
                            name)
                    .inheritIO()
                    .start());
        }
        for (Process process : processes) {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("a process failed: " + process.exitValue());
            }
        }
        try (PoolStore store = PoolStore.open(file)) {
            StoredPool teams = store.pool("teams");
            for (Allocation allocation : teams.snapshot().allocations()) {
                out.println(allocation);
            }
            teams.check();
            out.println(teams.history().events().size() + " events, "
                    + teams.snapshot().allocations().size() + " blocks");
        }
    }
}
