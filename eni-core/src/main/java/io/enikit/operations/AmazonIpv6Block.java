package io.enikit.operations;

import com.google.common.hash.Hashing;
import io.enikit.internal.PlanAccess;
import io.enikit.model.NetworkPlan;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import java.nio.charset.StandardCharsets;

/** The IPv6 block that Amazon provides for a VPC: a free /56 of the addresses for documentation. */
final class AmazonIpv6Block {
    private static final Cidr DOCUMENTATION = Cidr.parse("2001:db8::/32");
    private static final int LENGTH = 56;
    private static final int INDEXES = 1 << 24;

    private AmazonIpv6Block() {}

    /** Starts at a place derived from the id, so that one id has one block on every machine. */
    static Cidr of(VpcId vpc, NetworkPlan plan) {
        int index = Hashing.murmur3_128()
                        .hashString(vpc.toString(), StandardCharsets.UTF_8)
                        .asInt()
                & (INDEXES - 1);
        while (isTaken(DOCUMENTATION.child(LENGTH, index), plan)) {
            index = (index + 1) & (INDEXES - 1);
        }
        return DOCUMENTATION.child(LENGTH, index);
    }

    private static boolean isTaken(Cidr block, NetworkPlan plan) {
        return PlanAccess.get().isIpv6BlockOfAVpc(plan, block);
    }
}
