package io.enikit.limits;

import static java.util.Objects.requireNonNull;

import io.enikit.rules.RuleSet;

/**
 * What instance types allow, as rules.
 *
 * <p>They join a rule set and then serve {@code check} and {@code Ec2} alike:
 *
 * <pre>{@code
 * RuleSet rules = Ec2Rules.standard().and(LimitRules.bundled());
 * }</pre>
 *
 * <p>A type that is not in the catalogue is reported as unknown, and nothing else is said about its instances.
 */
public final class LimitRules {
    /** Made when it is first asked for, once: so joining it twice is joining it once. */
    private static final class Bundled {
        static final RuleSet RULES = of(InstanceTypes.bundled());
    }

    private LimitRules() {}

    /** {@return the rules by the bundled catalogue} */
    public static RuleSet bundled() {
        return Bundled.RULES;
    }

    /**
     * Returns the rules by a catalogue.
     *
     * @param types the catalogue
     * @return the rules
     */
    public static RuleSet of(InstanceTypes types) {
        requireNonNull(types, "types");
        return RuleSet.of(InterfaceLimitRules.of(types)).and(RuleSet.of(AddressLimitRules.of(types)));
    }
}
