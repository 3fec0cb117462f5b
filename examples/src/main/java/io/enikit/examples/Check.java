package io.enikit.examples;

import io.enikit.diagram.TextDiagram;
import io.enikit.json.Findings;
import io.enikit.json.PlanReader;
import io.enikit.json.Reading;
import io.enikit.limits.InstanceTypes;
import io.enikit.limits.InstanceUsage;
import io.enikit.limits.LimitRules;
import io.enikit.rules.Ec2Rules;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Checks files: describe output, CloudFormation templates, Terraform plans; which they are follows from their content.
 *
 * <p>Prints what is wrong and a picture; with {@code --json} or {@code --sarif} first, what is wrong in that form only.
 * The exit status is 0, or 1 if there are errors or warnings, not for advice alone, or 2 if a file cannot be read; the others are checked all the same.
 */
public final class Check {
    static final int CLEAN = 0;
    static final int VIOLATIONS = 1;
    static final int UNREADABLE = 2;

    private Check() {}

    /**
     * Checks files and exits.
     *
     * @param args the files, and the form before them if it is another than text
     */
    public static void main(String[] args) {
        System.exit(run(List.of(args), Console.out(), Console.err()));
    }

    static int run(List<String> args, PrintStream out, PrintStream err) {
        String form = args.isEmpty() || !args.get(0).startsWith("--") ? "" : args.get(0);
        List<String> files = args.subList(form.isEmpty() ? 0 : 1, args.size());
        if (files.isEmpty() || !List.of("", "--json", "--sarif").contains(form)) {
            err.println("usage: Check [--json|--sarif] FILE...");
            return UNREADABLE;
        }
        Reading reading =
                PlanReader.create().tryRead(files.stream().map(Path::of).toArray(Path[]::new));
        reading.unreadable().forEach(fault -> err.println(fault.getMessage()));
        if (reading.unreadable().size() == files.size()) {
            return UNREADABLE;
        }
        Findings findings = reading.check(Ec2Rules.standard().and(LimitRules.bundled()));
        switch (form) {
            case "--json" -> out.print(findings.toJson());
            case "--sarif" -> out.print(findings.toSarif());
            default -> {
                out.println(findings);
                if (!findings.outside().isEmpty()) {
                    out.println("mentioned, but not in these files: " + findings.outside());
                }
                out.println();
                out.println(TextDiagram.of(reading.plan())
                        .withSlots(InstanceUsage.slotsIn(reading.plan(), InstanceTypes.bundled())));
            }
        }
        return !reading.unreadable().isEmpty() ? UNREADABLE : findings.passes() ? CLEAN : VIOLATIONS;
    }
}
