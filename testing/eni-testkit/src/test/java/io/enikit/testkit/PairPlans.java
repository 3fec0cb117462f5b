package io.enikit.testkit;

import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The pairs of plans by hand that eni-core has for each rule: one that breaks it and one that just does not. */
final class PairPlans {
    private static final Path FILE = Path.of("../../eni-core/src/test/resources/io/enikit/rules/pairs.txt");

    private PairPlans() {}

    /** Returns all plans, by rule and by side of the pair. */
    static Map<String, NetworkPlan> load() throws IOException {
        Map<String, String> base = new LinkedHashMap<>();
        Map<String, Map<String, String>> plans = new TreeMap<>();
        String rule = "";
        Map<String, String> current = base;
        for (String line : Files.readAllLines(FILE)) {
            if (line.startsWith("== ")) {
                rule = line.substring("== ".length());
            } else if (line.equals("broken") || line.equals("kept")) {
                current = new LinkedHashMap<>(base);
                plans.put("pair " + rule + " " + line, current);
            } else if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("[") && !line.equals("base")) {
                put(current, line);
            }
        }
        Map<String, NetworkPlan> read = new TreeMap<>();
        plans.forEach((name, lines) ->
                read.put(name, PlanText.read("eni-plan 1\n" + String.join("\n", lines.values()) + "\nend\n")));
        return read;
    }

    /** A line replaces the one of the same kind and id, or takes it out. */
    private static void put(Map<String, String> plan, String line) {
        String[] words = line.split(" ", -1);
        switch (words[0]) {
            case "-" -> plan.remove(words[1] + " " + words[2]);
            case "quotas", "duplicate" -> plan.put(line, line);
            default -> plan.put(words[0] + " " + words[1], line);
        }
    }
}
