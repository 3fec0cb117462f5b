package io.enikit.testkit;

import com.google.common.hash.Hashing;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.operations.ApplyResult;
import io.enikit.operations.Operation;
import io.enikit.rules.Violation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes down verdicts: the first ones in full, and the first ones of each rule; of others a hash. */
final class Verdicts {
    private final List<String> lines = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final int inFull;
    private final int inFullOfEachRule;
    private int written;

    Verdicts(int inFull, int inFullOfEachRule) {
        this.inFull = Recorded.FULL ? Integer.MAX_VALUE : inFull;
        this.inFullOfEachRule = inFullOfEachRule;
    }

    List<String> lines() {
        return lines;
    }

    /** Adds what the rules say about a plan. */
    void addReport(String source, NetworkPlan plan) {
        List<Violation> violations = ValidPlans.RULES.check(plan).violations();
        List<String> report = violations.stream().map(Verdicts::line).toList();
        lines.add(source + " " + report.size() + " " + hash(String.join("\n", report)));
        boolean first = written++ < inFull;
        for (Violation violation : violations) {
            if (isNew(violation.rule()) || first) {
                lines.add(source + " " + line(violation));
            }
        }
    }

    private static String line(Violation violation) {
        return String.join(
                " | ",
                violation.severity().toString(),
                violation.rule(),
                violation.subject().kind() + " " + violation.subject(),
                violation.ec2Code().orElse("no code"),
                violation.message(),
                violation.hint());
    }

    /** Adds the answer to some calls; returns it as it goes into a hash. */
    String addAnswer(String source, List<Operation> calls, ApplyResult result) {
        if (result instanceof ApplyResult.Refused refused) {
            String answer = String.join(
                    " | ",
                    "refused",
                    Integer.toString(refused.operationIndex()),
                    refused.rule(),
                    refused.code().orElse("no code"),
                    refused.message());
            if (isNew(refused.rule()) || written++ < inFull) {
                lines.add(source + " " + calls.get(refused.operationIndex()) + " " + answer);
            }
            return answer;
        }
        ApplyResult.Accepted accepted = (ApplyResult.Accepted) result;
        String answer = "accepted | " + accepted.outcomes() + " | " + hash(PlanText.write(accepted.plan()));
        if (isNew(calls.get(0).action()) || Recorded.FULL) {
            lines.add(source + " " + calls + " " + answer);
        }
        return answer;
    }

    void addHash(String source, List<String> answers) {
        lines.add(source + " " + answers.size() + " " + hash(String.join("\n", answers)));
    }

    private boolean isNew(String rule) {
        return seen.merge(rule, 1, Integer::sum) <= inFullOfEachRule;
    }

    private static String hash(String text) {
        return Hashing.sha256()
                .hashString(text, StandardCharsets.UTF_8)
                .toString()
                .substring(0, 16);
    }
}
