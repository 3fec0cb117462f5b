package io.enikit.testkit;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.rules.RuleSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A plan beside the report that is expected of it, both as text in one file.
 *
 * <pre>
 * # one zone off
 * eni-plan 1
 * …
 * end
 * [ERROR] app/eth1: it is in eu-west-1b, its instance "app" is in eu-west-1a | eni.attach.zone | InvalidParameterCombination
 * </pre>
 *
 * <p>Up to {@code end} it is what {@link PlanText} writes; the rest is the report, or {@code no violations}. Where the
 * rest is missing, {@link #check} fails with the report to put there.
 *
 * <pre>{@code
 * for (GoldenPlan golden : GoldenPlan.in(Path.of("src/test/resources/plans"))) {
 *     golden.check(Ec2Rules.standard().and(LimitRules.bundled()));
 * }
 * }</pre>
 */
public final class GoldenPlan {
    private final String name;
    private final NetworkPlan plan;
    private final String report;

    private static final String ENDING = ".golden";
    private static final String END = "\nend\n";

    GoldenPlan(String name, NetworkPlan plan, String report) {
        this.name = requireNonNull(name, "name");
        this.plan = requireNonNull(plan, "plan");
        this.report = requireNonNull(report, "report");
    }

    /** {@return the name of the file, without its ending} */
    public String name() {
        return name;
    }

    /** {@return the plan} */
    public NetworkPlan plan() {
        return plan;
    }

    /** {@return the expected report} */
    public String report() {
        return report;
    }

    /**
     * Reads all files of a directory whose names end in {@code .golden}.
     *
     * @param directory the directory
     * @return the golden plans, by name
     * @throws UncheckedIOException if the directory or a file cannot be read
     * @throws IllegalArgumentException if there is no such file, or one does not hold a plan
     */
    public static List<GoldenPlan> in(Path directory) {
        requireNonNull(directory, "directory");
        try (Stream<Path> files = Files.list(directory)) {
            List<GoldenPlan> found = files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .map(GoldenPlan::read)
                    .collect(ImmutableList.toImmutableList());
            if (found.isEmpty()) {
                throw new IllegalArgumentException("no file in " + directory + " ends in " + ENDING);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GoldenPlan read(Path file) {
        String name = requireNonNull(file.getFileName(), "file name").toString();
        try {
            return parse(name.substring(0, name.length() - ENDING.length()), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a golden plan.
     *
     * @param name its name
     * @param text the plan as text, and the expected report behind it
     * @return the golden plan
     * @throws IllegalArgumentException if the text does not start with a plan
     */
    public static GoldenPlan parse(String name, String text) {
        requireNonNull(name, "name");
        requireNonNull(text, "text");
        String lines = text.replace("\r\n", "\n") + "\n";
        int end = lines.indexOf(END);
        if (end < 0) {
            throw new IllegalArgumentException(name + ": expected a plan that ends with a line \"end\"");
        }
        int behind = end + END.length();
        try {
            NetworkPlan plan = PlanText.read(lines.substring(0, behind));
            return new GoldenPlan(name, plan, lines.substring(behind).strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    /**
     * Checks the plan by some rules and compares the report.
     *
     * @param rules the rules
     * @throws AssertionError if the report is not the expected one; the message holds both
     */
    public void check(RuleSet rules) {
        requireNonNull(rules, "rules");
        String actual = rules.check(plan).toString();
        if (!actual.equals(report)) {
            throw new AssertionError(name + ": expected\n" + report + "\nbut the report is\n" + actual);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GoldenPlan that
                && name.equals(that.name)
                && plan.equals(that.plan)
                && report.equals(that.report);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, plan, report);
    }

    /** {@return the name} */
    @Override
    public String toString() {
        return name;
    }
}
