package io.enikit.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.enikit.net.Cidr;
import java.util.Map;
import java.util.Optional;

/**
 * Which blocks a VPC may be given later: that depends on the range in which its primary block is.
 *
 * <p>Source: the table of AWS's page "VPC CIDR blocks".
 */
final class RestrictedBlocks {
    private static final Cidr TEN = Cidr.parse("10.0.0.0/8");
    private static final Cidr FIRST_OF_TEN = Cidr.parse("10.0.0.0/16");
    private static final Cidr FIRST_TWO_OF_TEN = Cidr.parse("10.0.0.0/15");
    private static final Cidr ONE_SEVENTY_TWO = Cidr.parse("172.16.0.0/12");
    private static final Cidr OF_DEFAULT_VPCS = Cidr.parse("172.31.0.0/16");
    private static final Cidr ONE_NINETY_TWO = Cidr.parse("192.168.0.0/16");
    private static final Cidr BENCHMARKING = Cidr.parse("198.19.0.0/16");
    /** What is closed to a VPC whose primary block is in a range. */
    private static final ImmutableMap<Cidr, ImmutableList<Cidr>> CLOSED_BY_RANGE = ImmutableMap.of(
            TEN, ImmutableList.of(ONE_SEVENTY_TWO, ONE_NINETY_TWO, BENCHMARKING),
            ONE_SEVENTY_TWO, ImmutableList.of(TEN, ONE_NINETY_TWO, OF_DEFAULT_VPCS, BENCHMARKING),
            ONE_NINETY_TWO, ImmutableList.of(TEN, ONE_SEVENTY_TWO, BENCHMARKING),
            BENCHMARKING, ImmutableList.of(TEN, ONE_SEVENTY_TWO, ONE_NINETY_TWO));
    /** What is closed to all others: public blocks, and those of 100.64.0.0/10. */
    private static final ImmutableList<Cidr> CLOSED_TO_OTHERS =
            ImmutableList.of(TEN, ONE_SEVENTY_TWO, ONE_NINETY_TWO, BENCHMARKING);

    private final ImmutableList<Cidr> byRange;
    private final boolean ofTen;
    private boolean hasFirstTwoOfTen;

    /** Starts with the primary block of a VPC. */
    RestrictedBlocks(Cidr primary) {
        byRange = closedBehind(primary);
        ofTen = TEN.contains(primary);
        add(primary);
    }

    private static ImmutableList<Cidr> closedBehind(Cidr primary) {
        for (Map.Entry<Cidr, ImmutableList<Cidr>> each : CLOSED_BY_RANGE.entrySet()) {
            if (each.getKey().contains(primary)) {
                return each.getValue();
            }
        }
        return CLOSED_TO_OTHERS;
    }

    /** Notes a further block of the VPC. */
    void add(Cidr block) {
        hasFirstTwoOfTen |= FIRST_TWO_OF_TEN.overlaps(block);
    }

    /** Returns the closed range that a further block would be in. */
    Optional<Cidr> around(Cidr block) {
        for (Cidr range : byRange) {
            if (range.contains(block)) {
                return Optional.of(range);
            }
        }
        return ofTen && hasFirstTwoOfTen && FIRST_OF_TEN.contains(block) ? Optional.of(FIRST_OF_TEN) : Optional.empty();
    }
}
