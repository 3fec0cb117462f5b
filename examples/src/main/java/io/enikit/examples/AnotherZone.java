package io.enikit.examples;

import io.enikit.ipam.CidrLayout;
import io.enikit.net.Cidr;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;

/**
 * Another availability zone, and no subnet moves: a layout is planned from the one before, which is kept beside the code
 * as a text file.
 */
public final class AnotherZone {
    private AnotherZone() {}

    /**
     * Adds a zone to a layout.
     *
     * @param args nothing
     */
    public static void main(String[] args) {
        tell(Console.out());
    }

    static void tell(PrintStream out) {
        CidrLayout before = CidrLayout.empty(Cidr.parse("10.0.0.0/16"))
                .plan(subnets("a", "b"))
                .orElseThrow();
        String lockFile = before.write();
        out.println(lockFile);

        CidrLayout after =
                CidrLayout.read(lockFile).plan(subnets("a", "b", "c")).orElseThrow();
        out.println(after.diffFrom(before));
        out.println(after.write());
    }

    private static Map<String, Integer> subnets(String... zones) {
        Map<String, Integer> prefixLengths = new TreeMap<>();
        for (String zone : zones) {
            prefixLengths.put("public/eu-north-1" + zone, 24);
            prefixLengths.put("private/eu-north-1" + zone, 20);
        }
        return prefixLengths;
    }
}
