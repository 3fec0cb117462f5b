package io.enikit.internal;

import static java.util.Objects.requireNonNull;

import io.enikit.model.NetworkPlan;
import io.enikit.net.IpAddress;
import io.enikit.net.MacAddress;
import org.jspecify.annotations.Nullable;

/** What rules ask of a plan. */
public abstract class PlanAccess {
    private static @Nullable PlanAccess access;

    /** Called once, by the class that is asked. */
    protected PlanAccess() {}

    /**
     * Gives access. The class {@code NetworkPlan} does so when it is initialized.
     *
     * @param given the access
     */
    public static void set(PlanAccess given) {
        access = given;
    }

    /** {@return the access; whoever has a plan to ask about has initialized the class} */
    public static PlanAccess get() {
        return requireNonNull(access, "access");
    }

    /**
     * Returns an equal plan that answers many questions faster.
     *
     * <p>Making it costs a look at every resource; it pays off where all of a plan is gone through, as in a check.
     *
     * @param plan the plan
     * @return a plan with hash indexes beside the persistent ones
     */
    public abstract NetworkPlan indexed(NetworkPlan plan);

    /**
     * Checks whether several interfaces have a MAC address, which is quicker told than which ones they are.
     *
     * @param plan the plan
     * @param mac the MAC address
     * @return true if more than one has it
     */
    public abstract boolean isShared(NetworkPlan plan, MacAddress mac);

    /**
     * Checks whether several interfaces hold an address, which is quicker told than which ones they are.
     *
     * @param plan the plan
     * @param address a private IPv4 or an IPv6 address
     * @return true if more than one holds it, be it in several VPCs
     */
    public abstract boolean isShared(NetworkPlan plan, IpAddress address);
}
