package io.enikit.testkit;

import io.enikit.model.NetworkPlan;
import io.enikit.operations.ApplyResult;
import io.enikit.operations.Ec2;
import io.enikit.operations.Operation;
import java.util.ArrayList;
import java.util.List;

/** Makes up calls on a plan and writes down the answers. A step depends on the answers before it by the plan alone. */
final class RoughCalls {
    private static final Ec2 EC2 = Ec2.enforcing(ValidPlans.RULES);
    private static final int LONGEST = 10;

    private final Choice choice;
    private final Verdicts verdicts;

    RoughCalls(int seed, Verdicts verdicts) {
        this.choice = new Choice(seed);
        this.verdicts = verdicts;
    }

    /** Applies calls one by one, then all of them at once; every other time to a plan with odd parts. */
    void run(String source, NetworkPlan before) {
        NetworkPlan start = choice.percent(50) ? OddParts.addedTo(before, choice) : before;
        List<String> answers = new ArrayList<>();
        List<Operation> calls = new ArrayList<>();
        NetworkPlan plan = start;
        int length = choice.between(1, LONGEST);
        for (int step = 0; step < length; step++) {
            Operation call = call(plan, new Choice(choice.seed()));
            ApplyResult result = EC2.apply(plan, call);
            answers.add(verdicts.addAnswer(source + "." + step, List.of(call), result));
            calls.add(call);
            plan = result instanceof ApplyResult.Accepted accepted ? accepted.plan() : plan;
        }
        answers.add(verdicts.addAnswer(source + ".all", calls, EC2.apply(start, calls)));
        verdicts.addHash(source, answers);
    }

    private static Operation call(NetworkPlan plan, Choice choice) {
        return choice.percent(65)
                ? new OperationMaker(plan, choice)
                        .make(choice.of(OperationMaker.types().asList()))
                : WrongCalls.call(new TargetPicker(plan, choice));
    }
}
