package io.enikit.fake;

import io.enikit.net.IpAddress;

/** Host names that EC2 makes from addresses. */
final class DnsNames {
    private static final String FIRST_REGION = "us-east-1";

    private DnsNames() {}

    static String ofPrivate(IpAddress address, String region) {
        return "ip-" + dashed(address)
                + (region.equals(FIRST_REGION) ? ".ec2.internal" : "." + region + ".compute.internal");
    }

    static String ofPublic(IpAddress address, String region) {
        return "ec2-" + dashed(address) + (region.equals(FIRST_REGION) ? ".compute-1" : "." + region + ".compute")
                + ".amazonaws.com";
    }

    private static String dashed(IpAddress address) {
        return address.toString().replace('.', '-');
    }
}
