package io.enikit.ipam;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpRange;
import io.enikit.net.IpSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks sets and addresses, which pools stand on, what the cases asked others. */
final class SetCases {
    private SetCases() {}

    static List<String> strings(List<?> values) {
        return values.stream().map(Object::toString).toList();
    }

    /** A range, a block whose host bits are cleared, or an address. */
    private static IpSet part(String text) {
        if (text.contains("-")) {
            return IpSet.from(IpRange.parse(text));
        }
        return IpSet.of(text.contains("/") ? Case.masked(text) : Cidr.from(IpAddress.parse(text)));
    }

    private static IpSet built(Case c) {
        IpSet set = IpSet.empty();
        for (String step : c.<String>list("steps")) {
            IpSet part = part(step.substring(1));
            set = step.startsWith("+") ? set.union(part) : set.subtract(part);
        }
        return set;
    }

    static void build(Case c) {
        IpSet set = built(c);
        Map<String, Object> expected = c.parts();
        assertThat(expected).isNotEmpty();
        expected.forEach((key, value) -> assertThat(key.equals("ranges") ? ranges(set) : strings(set.cidrs()))
                .isEqualTo(value));
    }

    /** The ranges, a single address as one as well. */
    private static List<String> ranges(IpSet set) {
        return set.ranges().stream()
                .map(range -> range.first() + "-" + range.last())
                .toList();
    }

    static void buildCount(Case c) {
        assertThat(PoolCases.number(built(c).cidrs().size())).isEqualTo(c.expected());
    }

    static Object toPrefixes(Case c) {
        return strings(IpRange.of(IpAddress.parse(c.text("from")), IpAddress.parse(c.text("to")))
                .toCidrs());
    }

    /** The address behind one, or null where the family ends. */
    static @Nullable Object next(Case c) {
        return orNull(() -> IpAddress.parse(c.text("address")).next());
    }

    static @Nullable Object prior(Case c) {
        return orNull(() -> IpAddress.parse(c.text("address")).previous());
    }

    private static @Nullable Object orNull(Supplier<IpAddress> address) {
        try {
            return address.get().toString();
        } catch (ArithmeticException familyEnds) {
            return null;
        }
    }

    static void canonicaliseStrict(Case c) {
        assertThat(Cidr.tryParse(c.text("text"))).isEmpty();
        assertThat((String) c.expected("ec2")).startsWith(Case.masked(c.text("text")) + " ");
    }

    static void removeFreePrefix(Case c) {
        CidrPool pool = PoolCases.pool(c.set("free").cidrs()).withPlacement(Placement.BEST_FIT);
        Allocation taken = pool.allocate(c.number("length")).orElseThrow();
        assertThat(taken.cidr()).hasToString((String) c.expected("prefix"));
        assertThat(taken.pool().free()).isEqualTo(pool.free().subtract(IpSet.of(taken.cidr())));
    }
}
