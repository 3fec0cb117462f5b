package io.enikit.limits;

import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.operations.Operation;
import java.util.List;
import java.util.Optional;

/**
 * What an account was seen to be answered: the plan, the calls, and what EC2 said to the last of them.
 *
 * @param id the short name of the case
 * @param situation what is particular about it
 * @param plan the plan before the calls
 * @param calls the calls, made when the case runs: one with text that is no address cannot be made at all
 * @param accepted whether EC2 accepted the last call
 * @param code the code that it refused it with; absent where nobody has published it
 * @param text the words that it refused it with; absent where nobody has published them
 * @param partOfText whether those words are a part of what it said
 * @param here the code of this library where it answers otherwise on purpose; absent where it answers as EC2 does
 */
record Ec2Answer(
        String id,
        String situation,
        NetworkPlan plan,
        List<Made> calls,
        boolean accepted,
        Optional<String> code,
        Optional<String> text,
        boolean partOfText,
        Optional<String> here) {
    /** Makes a call. */
    interface Made {
        Operation call();
    }

    static Ec2Answer answer(String id, String situation) {
        return new Ec2Answer(
                id, situation, planOf(), List.of(), true, Optional.empty(), Optional.empty(), false, Optional.empty());
    }

    /** Reads the lines of a plan. */
    static NetworkPlan planOf(String... lines) {
        return PlanText.read("eni-plan 1\n" + String.join("\n", lines) + (lines.length == 0 ? "" : "\n") + "end\n");
    }

    Ec2Answer in(String... lines) {
        return new Ec2Answer(id, situation, planOf(lines), calls, accepted, code, text, partOfText, here);
    }

    Ec2Answer when(Made... made) {
        return new Ec2Answer(id, situation, plan, List.of(made), accepted, code, text, partOfText, here);
    }

    /** Refused, with a code that nobody has published. */
    Ec2Answer refused() {
        return new Ec2Answer(id, situation, plan, calls, false, Optional.empty(), text, partOfText, here);
    }

    Ec2Answer refused(String withCode) {
        return new Ec2Answer(id, situation, plan, calls, false, Optional.of(withCode), text, partOfText, here);
    }

    Ec2Answer saying(String words) {
        return new Ec2Answer(id, situation, plan, calls, accepted, code, Optional.of(words), false, here);
    }

    Ec2Answer sayingAmongOthers(String words) {
        return new Ec2Answer(id, situation, plan, calls, accepted, code, Optional.of(words), true, here);
    }

    /** The library gives another code, on purpose. */
    Ec2Answer hereOnPurpose(String otherCode) {
        return new Ec2Answer(id, situation, plan, calls, accepted, code, text, partOfText, Optional.of(otherCode));
    }

    @Override
    public String toString() {
        return id + ": " + situation;
    }
}
