package io.enikit.rules;

import com.google.common.io.Resources;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the pairs of plans that go with each rule: one that breaks it and one that just does not. */
final class RulePairs {
    record Pair(String rule, NetworkPlan broken, NetworkPlan kept, String violation) {
        @Override
        public String toString() {
            return rule;
        }
    }

    private final Map<String, String> base = new LinkedHashMap<>();
    private final Map<String, Pair> pairs = new LinkedHashMap<>();

    static Map<String, Pair> load() {
        RulePairs all = new RulePairs();
        try {
            List<String> lines =
                    Resources.readLines(Resources.getResource(RulePairs.class, "pairs.txt"), StandardCharsets.UTF_8);
            all.read(lines.stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.pairs;
    }

    private void read(List<String> lines) {
        int at = 1;
        while (!lines.get(at).startsWith("== ")) {
            put(base, lines.get(at++));
        }
        while (at < lines.size()) {
            String rule = lines.get(at).substring("== ".length());
            Map<String, String> broken = new LinkedHashMap<>(base);
            Map<String, String> kept = new LinkedHashMap<>(base);
            Map<String, String> current = broken;
            for (at += 2; !lines.get(at).startsWith("["); at++) {
                if (lines.get(at).equals("kept")) {
                    current = kept;
                } else {
                    put(current, lines.get(at));
                }
            }
            if (pairs.put(rule, new Pair(rule, plan(broken), plan(kept), lines.get(at++))) != null) {
                throw new IllegalStateException("two pairs for " + rule);
            }
        }
    }

    private static void put(Map<String, String> plan, String line) {
        String[] words = line.split(" ", -1);
        switch (words[0]) {
            case "-" -> plan.remove(words[1] + " " + words[2]);
            case "quotas", "duplicate" -> plan.put(line, line);
            default -> plan.put(words[0] + " " + words[1], line);
        }
    }

    private static NetworkPlan plan(Map<String, String> lines) {
        return PlanText.read("eni-plan 1\n" + String.join("\n", lines.values()) + "\nend\n");
    }
}
