package io.enikit.internal;

import static java.util.Objects.requireNonNull;

import io.enikit.model.NetworkPlan;
import io.enikit.model.ResourceId;
import io.enikit.rules.RuleSet;
import io.enikit.rules.Violation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What operations ask of a rule set. */
public abstract class RuleSetAccess {
    private static @Nullable RuleSetAccess access;

    /** Called once, by the class that is asked. */
    protected RuleSetAccess() {}

    /**
     * Gives access. The class {@code RuleSet} does so when it is initialized.
     *
     * @param given the access
     */
    public static void set(RuleSetAccess given) {
        access = given;
    }

    /** {@return the access; whoever has a rule set to ask about has initialized the class} */
    public static RuleSetAccess get() {
        return requireNonNull(access, "access");
    }

    /**
     * Finds the errors that a change brought into a plan, as opposed to those that were there before.
     *
     * <p>An error was there before if the same rule reported the same about the same subject, and no less of it.
     *
     * @param rules the rules
     * @param before the plan before the change
     * @param after the plan after the change
     * @param changed the ids of all resources that were added, changed or removed
     * @param action the EC2 action that made the change, such as {@code AttachNetworkInterface}: it decides the codes
     * @return the errors, those first that EC2 would look at first; warnings are left out
     */
    public abstract List<Violation> errorsIntroduced(
            RuleSet rules, NetworkPlan before, NetworkPlan after, Set<? extends ResourceId> changed, String action);
}
