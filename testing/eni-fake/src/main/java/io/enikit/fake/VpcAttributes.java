package io.enikit.fake;

import io.enikit.model.Vpc;

/** The attributes of a VPC beside its blocks. */
final class VpcAttributes {
    static final String DNS_HOSTNAMES = "EnableDnsHostnames";
    static final String DNS_SUPPORT = "EnableDnsSupport";
    static final String ADDRESS_USAGE = "EnableNetworkAddressUsageMetrics";

    private VpcAttributes() {}

    /** Names resolve in every VPC; host names are given in a default VPC, and where somebody asked for them. */
    static boolean isTrue(State state, Vpc vpc, String attribute) {
        String set = state.facts(vpc.id().toString()).get(attribute);
        boolean byDefault = attribute.equals(DNS_SUPPORT) || (attribute.equals(DNS_HOSTNAMES) && vpc.defaultVpc());
        return set == null ? byDefault : Boolean.parseBoolean(set);
    }
}
