package io.enikit.operations;

import io.enikit.rules.RuleInfo;

/** Ends an operation that cannot be carried out, where only carrying it out shows that. Never leaves this package. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RuleInfo rule;
    private final String text;

    Refusal(RuleInfo rule, String text) {
        super(text, null, false, false);
        this.rule = rule;
        this.text = text;
    }

    ApplyResult.Refused at(int operationIndex, String action) {
        return new ApplyResult.Refused(operationIndex, rule.ec2Code(action), text, rule.id());
    }
}
