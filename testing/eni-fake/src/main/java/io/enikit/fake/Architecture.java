package io.enikit.fake;

/** The processor architecture of an instance type, which its name tells. */
final class Architecture {
    private Architecture() {}

    /** Types whose generation is followed by a g are arm64, as are the first ones (a1); Macs differ by generation. */
    static String of(String instanceType) {
        String family = instanceType.split("\\.", 2)[0];
        if (family.startsWith("mac")) {
            return family.equals("mac1") ? "x86_64_mac" : "arm64_mac";
        }
        return family.equals("a1") || family.matches("[a-z]+[0-9]+g[a-z]*") ? "arm64" : "x86_64";
    }
}
