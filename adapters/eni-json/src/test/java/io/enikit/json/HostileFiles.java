package io.enikit.json;

import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;

/** Reads each of {@link HostileSources} in a new JVM, and prints a line for each with the result. */
final class HostileFiles {
    private static final RuleSet RULES = Ec2Rules.standard();

    private HostileFiles() {}

    /** Prints the milliseconds of processor time, the characters of output, the lines of it, and the answer. */
    public static void main(String[] args) {
        for (Map.Entry<String, Supplier<String>> each : HostileSources.all().entrySet()) {
            if (args.length == 0 || each.getKey().contains(args[0])) {
                System.out.println(line(each.getKey(), bytes(each.getValue())));
            }
        }
    }

    private static byte[] bytes(Supplier<String> text) {
        return text.get().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(String name, byte[] bytes) {
        long start = time();
        String answer;
        long length = 0;
        try {
            Reading reading = PlanReader.create().read(Source.of("x", new ByteArrayInputStream(bytes)));
            Findings findings = reading.check(RULES);
            length = Math.max(
                    findings.toString().length(),
                    Math.max(findings.toJson().length(), findings.toSarif().length()));
            answer = "read: " + findings.findings().size() + " findings, "
                    + findings.unknowns().size() + " unknown";
        } catch (UnreadableException e) {
            length = e.toString().length();
            answer = "refused: " + e.getMessage();
        } catch (Throwable e) {
            answer = "FAILED: " + e.getClass() + " "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        }
        return (time() - start) / 1_000_000 + "\t" + length + "\t" + name + "\t" + answer;
    }

    private static long time() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }
}
