package io.enikit.benchmarks;

import io.enikit.limits.InstanceTypes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** Loads the bundled table of instance types in fresh JVMs: only a first load loads the classes too. */
public final class FreshLoads {
    private static final int JVMS = 20;

    private FreshLoads() {}

    /** Loads once, and prints the microseconds. */
    public static void main(String[] arguments) {
        long start = System.nanoTime();
        InstanceTypes.bundled();
        System.out.println((System.nanoTime() - start) / 1000);
    }

    /** Starts the JVMs, one after the other, and says how long they took. */
    static String measure() throws IOException, InterruptedException {
        double[] milliseconds = new double[JVMS];
        for (int i = 0; i < JVMS; i++) {
            milliseconds[i] = loadOnce() / 1000.0;
        }
        Arrays.sort(milliseconds);
        return String.format(
                Locale.ROOT,
                "first load in a fresh JVM: fastest %.1f ms, median %.1f ms, slowest %.1f ms of %d",
                milliseconds[0],
                (milliseconds[JVMS / 2 - 1] + milliseconds[JVMS / 2]) / 2,
                milliseconds[JVMS - 1],
                JVMS);
    }

    private static long loadOnce() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FreshLoads.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the JVM ended with status " + process.exitValue());
        }
        return Long.parseLong(output.strip());
    }
}
