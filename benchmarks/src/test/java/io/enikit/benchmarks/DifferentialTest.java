package io.enikit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Range;
import com.google.common.collect.TreeRangeSet;
import com.google.common.net.InetAddresses;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.ipv4.IPv4AddressSeqRangeList;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import io.enikit.net.IpRange;
import io.enikit.net.IpSet;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Random and mutated text, and random sets, against the JDK, Guava and IPAddress. */
class DifferentialTest {
    private static final int TEXTS = 40_000;

    /** Why another library may read a text that we refuse, in the order of the checks. */
    private enum Reason {
        /** RFC 4007 11: a zone id is not part of an address. */
        ZONE,
        /** RFC 3986 3.2.2, RFC 4291 2.2: digits are ASCII. */
        NOT_ASCII,
        /** RFC 4291 2.2: a group has one to four hex digits. */
        LONG_GROUP,
        /** RFC 6943 3.1.1: no leading zeros, no inet_aton forms in or as an IPv4 address. */
        LOOSE_IPV4,
        /** RFC 4291 2.2: a colon stands between groups only. */
        NO_REASON
    }

    private static Reason reason(String text) {
        if (text.contains("%")) {
            return Reason.ZONE;
        }
        if (!text.chars().allMatch(c -> c < 128)) {
            return Reason.NOT_ASCII;
        }
        if (text.matches("(?i).*[0-9a-f]{5,}.*")) {
            return Reason.LONG_GROUP;
        }
        return text.matches(".*\\b0[0-9]+\\b.*") && text.contains(".") ? Reason.LOOSE_IPV4 : Reason.NO_REASON;
    }

    @Test
    void tryParse_whatWeRead_allReadAsTheSame() throws UnknownHostException {
        Random random = new Random(51);
        int read = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text = text(random);
            Optional<IpAddress> ours = IpAddress.tryParse(text);
            if (ours.isEmpty()) {
                continue;
            }
            read++;
            // Guava and the JDK make an IPv4 address of an IPv4-mapped one; RFC 4291 2.5.5.2 says it is IPv6.
            byte[] bytes = unmapped(ours.get());
            assertThat(InetAddresses.forString(text).getAddress()).as(text).isEqualTo(bytes);
            assertThat(InetAddress.getByName(text).getAddress()).as(text).isEqualTo(bytes);
            IPAddress other = new IPAddressString(text).getAddress();
            assertThat(other.getBytes()).as(text).isEqualTo(ours.get().toBytes());
            if (!ours.get().isIpv4Mapped()) {
                // RFC 5952 5: only an IPv4-mapped address is written with dots; IPAddress writes hex.
                assertThat(other.toCanonicalString())
                        .as(text)
                        .isEqualTo(ours.get().toString());
                assertThat(InetAddresses.toAddrString(ours.get().toInetAddress()))
                        .as(text)
                        .isEqualTo(ours.get().toString());
            }
        }
        assertThat(read).isGreaterThan(TEXTS / 10);
    }

    @Test
    void tryParse_whatGuavaReadsAndWeRefuse_hasAnRfcReason() {
        Random random = new Random(52);
        Map<Reason, String> examples = new TreeMap<>();
        for (int i = 0; i < TEXTS; i++) {
            String text = text(random);
            if (IpAddress.tryParse(text).isEmpty() && InetAddresses.isInetAddress(text)) {
                examples.put(reason(text), text);
            }
        }
        assertThat(examples).doesNotContainKey(Reason.NO_REASON).containsKey(Reason.NOT_ASCII);
    }

    /** Only text with colons: the JDK would look other text up as a host name. */
    @Test
    void tryParse_whatTheJdkReadsAndWeRefuse_hasAnRfcReason() {
        Random random = new Random(53);
        Map<Reason, String> examples = new TreeMap<>();
        for (int i = 0; i < TEXTS; i++) {
            String text = text(random);
            if (text.indexOf(':') < 0
                    || text.contains("[")
                    || IpAddress.tryParse(text).isPresent()) {
                continue;
            }
            try {
                InetAddress.getByName(text);
                examples.put(reason(text), text);
            } catch (UnknownHostException e) {
                // Refused by both.
            }
        }
        assertThat(examples).doesNotContainKey(Reason.NO_REASON).containsKey(Reason.LONG_GROUP);
    }

    @Test
    void algebra_randomSets_isThatOfGuavaAndIpAddress() {
        Random random = new Random(54);
        for (int i = 0; i < 400; i++) {
            List<Cidr> a = blocks(random);
            List<Cidr> b = blocks(random);
            IpSet x = IpSet.of(a.toArray(new Cidr[0]));
            IpSet y = IpSet.of(b.toArray(new Cidr[0]));
            TreeRangeSet<Long> guavaA = TreeRangeSet.create(SetBenchmark.guava(a));
            TreeRangeSet<Long> guavaB = TreeRangeSet.create(SetBenchmark.guava(b));
            TreeRangeSet<Long> union = TreeRangeSet.create(guavaA);
            union.addAll(guavaB);
            TreeRangeSet<Long> difference = TreeRangeSet.create(guavaA);
            difference.removeAll(guavaB);
            TreeRangeSet<Long> intersection = TreeRangeSet.create(guavaA);
            intersection.removeAll(guavaB.complement());
            assertThat(guava(x.union(y))).isEqualTo(canonical(union));
            assertThat(guava(x.subtract(y))).isEqualTo(canonical(difference));
            assertThat(guava(x.intersect(y))).isEqualTo(canonical(intersection));
            var listA = SetBenchmark.list(new IPv4AddressSeqRangeList(), a);
            var listB = SetBenchmark.list(new IPv4AddressSeqRangeList(), b);
            assertThat(ipaddress(listA.joinIntoList(listB)))
                    .isEqualTo(x.union(y).cidrs());
            assertThat(ipaddress(listA.removeIntoList(listB)))
                    .isEqualTo(x.subtract(y).cidrs());
            assertThat(ipaddress(listA.intersectIntoList(listB)))
                    .isEqualTo(x.intersect(y).cidrs());
        }
    }

    @Test
    void toCidrs_randomRanges_areThoseOfIpAddress() {
        Random random = new Random(55);
        for (int i = 0; i < 4_000; i++) {
            IpFamily family = random.nextBoolean() ? IpFamily.IPV4 : IpFamily.IPV6;
            IpAddress a = address(random, family);
            IpAddress b = address(random, family);
            IpRange range = a.compareTo(b) <= 0 ? IpRange.of(a, b) : IpRange.of(b, a);
            IPAddress[] blocks = new IPAddressString(range.first().toString())
                    .getAddress()
                    .spanWithPrefixBlocks(new IPAddressString(range.last().toString()).getAddress());
            assertThat(range.toCidrs()).isEqualTo(cidrs(blocks));
        }
    }

    private static IpAddress address(Random random, IpFamily family) {
        return family == IpFamily.IPV4
                ? IpAddress.of(random.nextInt() >>> random.nextInt(32))
                : IpAddress.of(random.nextLong() >>> random.nextInt(64), random.nextLong() >>> random.nextInt(64));
    }

    private static List<Cidr> blocks(Random random) {
        List<Cidr> blocks = new ArrayList<>();
        for (int i = random.nextInt(30); i >= 0; i--) {
            blocks.add(Cidr.containing(IpAddress.of(0x0a000000 | random.nextInt(1 << 12)), 20 + random.nextInt(13)));
        }
        return blocks;
    }

    private static List<Range<Long>> guava(IpSet set) {
        List<Range<Long>> ranges = new ArrayList<>();
        for (IpRange range : set.ranges()) {
            ranges.add(Range.closedOpen(Inputs.number(range.first()), Inputs.number(range.last()) + 1));
        }
        return ranges;
    }

    private static List<Range<Long>> canonical(TreeRangeSet<Long> set) {
        return new ArrayList<>(set.asRanges());
    }

    private static List<Cidr> ipaddress(inet.ipaddr.IPAddressSeqRangeList list) {
        IPAddress[] blocks = list.spanWithPrefixBlocks();
        return blocks == null ? List.of() : cidrs(blocks);
    }

    private static List<Cidr> cidrs(IPAddress[] blocks) {
        List<Cidr> cidrs = new ArrayList<>();
        for (IPAddress block : blocks) {
            Integer length = block.getPrefixLength();
            cidrs.add(Cidr.of(
                    IpAddress.from(block.getLower().getBytes()), length == null ? block.getBitCount() : length));
        }
        return cidrs;
    }

    private static byte[] unmapped(IpAddress address) {
        byte[] bytes = address.toBytes();
        return address.isIpv4Mapped() ? java.util.Arrays.copyOfRange(bytes, 12, 16) : bytes;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder(address(random, random.nextBoolean() ? IpFamily.IPV4 : IpFamily.IPV6)
                .toString());
        if (random.nextInt(4) == 0 && text.indexOf(":") >= 0) {
            text.append(random.nextBoolean() ? ":1.2.3.4" : "%1");
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, "0123456789abcdefF.::%\uff11\u0661".charAt(random.nextInt(23)));
                case 2 -> text.insert(at, '0');
                default -> text.setCharAt(at, "0123456789ABCdef::..".charAt(random.nextInt(20)));
            }
            if (text.length() == 0) {
                text.append('1');
            }
        }
        return text.toString();
    }
}
