package io.enikit.examples;

import io.enikit.limits.InstanceTypes;
import io.enikit.limits.PodCapacity;
import java.io.PrintStream;

/** How many pods a Kubernetes node runs, and why: with addresses of their own, and with delegated prefixes. */
public final class PodsPerNode {
    private PodsPerNode() {}

    /**
     * Explains some instance types.
     *
     * @param args instance types, or nothing for a choice
     */
    public static void main(String[] args) {
        if (args.length > 0) {
            tell(Console.out(), args);
        } else {
            tell(Console.out());
        }
    }

    static void tell(PrintStream out) {
        tell(out, "t3.micro", "m5.large", "p4d.24xlarge");
    }

    static void tell(PrintStream out, String... instanceTypes) {
        for (String instanceType : instanceTypes) {
            PodCapacity capacity = PodCapacity.of(InstanceTypes.bundled().limits(instanceType));
            out.println(instanceType);
            out.println("  addresses: " + capacity.explain());
            out.println("  prefixes:  " + capacity.explainPrefixes());
            out.println("  custom networking: " + capacity.customNetworking().explain());
        }
    }
}
