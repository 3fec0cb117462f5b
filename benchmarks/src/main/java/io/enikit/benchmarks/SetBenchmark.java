package io.enikit.benchmarks;

import com.github.jgonian.ipmath.Ipv4;
import com.github.jgonian.ipmath.Ipv4Range;
import com.github.jgonian.ipmath.SortedRangeSet;
import com.github.maltalex.ineter.range.IPv4Range;
import com.github.maltalex.ineter.range.IPv4Subnet;
import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import com.google.common.collect.TreeRangeSet;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressSeqRangeList;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.ipv4.IPv4AddressSeqRangeList;
import inet.ipaddr.ipv6.IPv6AddressSeqRangeList;
import io.enikit.net.Cidr;
import io.enikit.net.IpSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Sets of 100,000 random blocks: building and algebra. */
@State(Scope.Benchmark)
public class SetBenchmark {
    private final Cidr[] blocks4 = Inputs.blocks4(Inputs.LARGE, 21);
    private final IpSet a4 = IpSet.of(blocks4);
    private final IpSet b4 = IpSet.of(Inputs.blocks4(Inputs.LARGE, 22));
    private final IpSet a6 = IpSet.of(Inputs.blocks6(Inputs.LARGE, 23));
    private final IpSet b6 = IpSet.of(Inputs.blocks6(Inputs.LARGE, 24));

    private final List<IPv4Range> ineterBlocks = ineter(Arrays.asList(blocks4));
    private final List<IPv4Range> ineterA = IPv4Range.merge(ineterBlocks);
    private final List<IPv4Range> ineterB = IPv4Range.merge(ineter(b4.cidrs()));

    private final IPAddress[] ipaddressBlocks = ipaddress(Arrays.asList(blocks4));
    private final IPAddressSeqRangeList ipaddressA4 = list(new IPv4AddressSeqRangeList(), a4.cidrs());
    private final IPAddressSeqRangeList ipaddressB4 = list(new IPv4AddressSeqRangeList(), b4.cidrs());
    private final IPAddressSeqRangeList ipaddressA6 = list(new IPv6AddressSeqRangeList(), a6.cidrs());
    private final IPAddressSeqRangeList ipaddressB6 = list(new IPv6AddressSeqRangeList(), b6.cidrs());

    private final List<Range<Long>> guavaBlocks = guava(Arrays.asList(blocks4));
    private final ImmutableRangeSet<Long> guavaA = ImmutableRangeSet.unionOf(guavaBlocks);
    private final ImmutableRangeSet<Long> guavaB = ImmutableRangeSet.unionOf(guava(b4.cidrs()));

    private final List<Ipv4Range> commonsBlocks = commons(Arrays.asList(blocks4));

    static List<Range<Long>> guava(Collection<Cidr> blocks) {
        List<Range<Long>> ranges = new ArrayList<>();
        for (Cidr block : blocks) {
            ranges.add(Range.closedOpen(Inputs.number(block.first()), Inputs.number(block.last()) + 1));
        }
        return ranges;
    }

    private static List<IPv4Range> ineter(Collection<Cidr> blocks) {
        List<IPv4Range> ranges = new ArrayList<>();
        blocks.forEach(block -> ranges.add(IPv4Subnet.of(block.toString())));
        return ranges;
    }

    private static IPAddress[] ipaddress(Collection<Cidr> blocks) {
        return blocks.stream()
                .map(block -> new IPAddressString(block.toString()).getAddress())
                .toArray(IPAddress[]::new);
    }

    private static List<Ipv4Range> commons(Collection<Cidr> blocks) {
        List<Ipv4Range> ranges = new ArrayList<>();
        for (Cidr block : blocks) {
            ranges.add(Ipv4Range.from(Ipv4.of(Inputs.number(block.first()))).to(Ipv4.of(Inputs.number(block.last()))));
        }
        return ranges;
    }

    static IPAddressSeqRangeList list(IPAddressSeqRangeList list, Collection<Cidr> blocks) {
        for (IPAddress block : ipaddress(blocks)) {
            list.add(block);
        }
        return list;
    }

    @Benchmark
    public Object build4_eni() {
        return IpSet.of(blocks4);
    }

    @Benchmark
    public Object build4_ineter() {
        return IPv4Range.merge(ineterBlocks);
    }

    @Benchmark
    public Object build4_guava() {
        return ImmutableRangeSet.unionOf(guavaBlocks);
    }

    @Benchmark
    public Object build4_ipaddress() {
        IPv4AddressSeqRangeList list = new IPv4AddressSeqRangeList(ipaddressBlocks.length);
        for (IPAddress block : ipaddressBlocks) {
            list.add(block);
        }
        return list;
    }

    @Benchmark
    public Object build4_commons() {
        SortedRangeSet<Ipv4, Ipv4Range> set = new SortedRangeSet<>();
        set.addAll(commonsBlocks);
        return set;
    }

    @Benchmark
    public Object union4_eni() {
        return a4.union(b4);
    }

    @Benchmark
    public Object union4_ineter() {
        List<IPv4Range> both = new ArrayList<>(ineterA.size() + ineterB.size());
        both.addAll(ineterA);
        both.addAll(ineterB);
        return IPv4Range.merge(both);
    }

    @Benchmark
    public Object union4_guava() {
        return guavaA.union(guavaB);
    }

    @Benchmark
    public Object union4_ipaddress() {
        return ipaddressA4.joinIntoList(ipaddressB4);
    }

    @Benchmark
    public Object intersect4_eni() {
        return a4.intersect(b4);
    }

    @Benchmark
    public Object intersect4_guava() {
        return guavaA.intersection(guavaB);
    }

    @Benchmark
    public Object intersect4_ipaddress() {
        return ipaddressA4.intersectIntoList(ipaddressB4);
    }

    @Benchmark
    public Object subtract4_eni() {
        return a4.subtract(b4);
    }

    @Benchmark
    public Object subtract4_guava() {
        TreeRangeSet<Long> rest = TreeRangeSet.create(guavaA);
        rest.removeAll(guavaB);
        return rest;
    }

    @Benchmark
    public Object subtract4_guavaImmutable() {
        return guavaA.difference(guavaB);
    }

    @Benchmark
    public Object subtract4_ipaddress() {
        return ipaddressA4.removeIntoList(ipaddressB4);
    }

    @Benchmark
    public Object union6_eni() {
        return a6.union(b6);
    }

    @Benchmark
    public Object union6_ipaddress() {
        return ipaddressA6.joinIntoList(ipaddressB6);
    }

    @Benchmark
    public Object intersect6_eni() {
        return a6.intersect(b6);
    }

    @Benchmark
    public Object intersect6_ipaddress() {
        return ipaddressA6.intersectIntoList(ipaddressB6);
    }

    @Benchmark
    public Object subtract6_eni() {
        return a6.subtract(b6);
    }

    @Benchmark
    public Object subtract6_ipaddress() {
        return ipaddressA6.removeIntoList(ipaddressB6);
    }
}
