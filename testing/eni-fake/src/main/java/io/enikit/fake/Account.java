package io.enikit.fake;

import io.enikit.limits.InstanceTypes;
import io.enikit.operations.Ec2;
import io.enikit.rules.RuleSet;
import java.util.Optional;
import java.util.Set;

/**
 * What stays the same in an account whatever is called.
 *
 * @param id the account id, twelve digits
 * @param rules what the account is held to
 * @param engine what carries out the operations under these rules
 * @param types the table of instance types
 * @param images the ids of the images that exist; absent if every well-formed one does
 * @param timing how long things take
 */
record Account(String id, RuleSet rules, Ec2 engine, InstanceTypes types, Optional<Set<String>> images, Timing timing) {
    /**
     * How long things take, in describes.
     *
     * @param visibleAfter how many describes do not see what was created
     * @param settlesAfter how many describes see a change under way
     */
    record Timing(int visibleAfter, int settlesAfter) {
        static final Timing AT_ONCE = new Timing(0, 0);
    }

    /** Returns an account in which things take as long as said. */
    Account withTiming(Ec2 atOnce, Timing changed) {
        Ec2 chosen = changed.settlesAfter() == 0 ? atOnce : atOnce.withoutSettling();
        return new Account(id, rules, chosen, types, images, changed);
    }
}
