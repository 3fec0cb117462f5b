package io.enikit.examples;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;
import io.enikit.testkit.ValidPlans;
import java.io.PrintStream;

/**
 * A property that finds a bug: whatever an account looks like, the block for its next subnet is free. Plans by
 * seed need no test framework; with jqwik the same is {@code @ForAll @ValidPlan NetworkPlan}, and it shrinks.
 */
public final class FindABug {
    private FindABug() {}

    /**
     * Tries plan after plan, until one shows the bug.
     *
     * @param args nothing
     */
    public static void main(String[] args) {
        tell(Console.out());
    }

    static void tell(PrintStream out) {
        for (long seed = 0; seed < 1_000; seed++) {
            NetworkPlan plan = ValidPlans.standard().plan(seed);
            for (Vpc vpc : plan.vpcs()) {
                Cidr block = nextBlock(plan, vpc);
                if (!plan.subnetsOverlapping(vpc.id(), block).isEmpty()) {
                    out.println("the plan of seed " + seed + " shows it: " + block + " overlaps "
                            + plan.subnetsOverlapping(vpc.id(), block)
                                    .iterator()
                                    .next());
                    return;
                }
            }
        }
    }

    /** Returns a block for the next subnet, behind as many /24 as there are subnets. This is the bug: they differ in size. */
    private static Cidr nextBlock(NetworkPlan plan, Vpc vpc) {
        int subnets = plan.subnetsOf(vpc.id()).size();
        return Cidr.containing(vpc.cidrBlocks().get(0).nth(subnets * 256L), 24);
    }
}
