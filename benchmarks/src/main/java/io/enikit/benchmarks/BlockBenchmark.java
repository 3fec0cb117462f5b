package io.enikit.benchmarks;

import com.github.jgonian.ipmath.Ipv4;
import com.github.jgonian.ipmath.Ipv4Range;
import com.github.jgonian.ipmath.Ipv6;
import com.github.jgonian.ipmath.Ipv6Range;
import com.github.maltalex.ineter.base.IPv4Address;
import com.github.maltalex.ineter.base.IPv6Address;
import com.github.maltalex.ineter.range.IPv4Range;
import com.github.maltalex.ineter.range.IPv4Subnet;
import com.github.maltalex.ineter.range.IPv6Subnet;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import io.enikit.net.IpRange;
import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.InetSocketAddress;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Blocks: text, membership, and ranges cut into blocks. */
@State(Scope.Benchmark)
@OperationsPerInvocation(Inputs.BATCH)
public class BlockBenchmark {
    private final Cidr[] blocks4 = Inputs.blocks4(Inputs.BATCH, 11);
    private final Cidr[] blocks6 = Inputs.blocks6(Inputs.BATCH, 12);
    private final String[] texts4 = Inputs.texts(blocks4);
    private final String[] texts6 = Inputs.texts(blocks6);
    private final IpAddress[] addresses4 = Inputs.addresses(IpFamily.IPV4, 13);
    private final IpAddress[] addresses6 = Inputs.addresses(IpFamily.IPV6, 14);
    private final IPv4Subnet[] ineterBlocks4 = Inputs.map(texts4, IPv4Subnet[]::new, IPv4Subnet::of);
    private final IPv6Subnet[] ineterBlocks6 = Inputs.map(texts6, IPv6Subnet[]::new, IPv6Subnet::of);
    private final IPv4Address[] ineter4 = Inputs.map(addresses4, IPv4Address[]::new, a -> IPv4Address.of(a.toString()));
    private final IPv6Address[] ineter6 = Inputs.map(addresses6, IPv6Address[]::new, a -> IPv6Address.of(a.toString()));
    private final Ipv4Range[] commonsBlocks4 = Inputs.map(texts4, Ipv4Range[]::new, Ipv4Range::parse);
    private final Ipv6Range[] commonsBlocks6 = Inputs.map(texts6, Ipv6Range[]::new, Ipv6Range::parse);
    private final Ipv4[] commons4 = Inputs.map(addresses4, Ipv4[]::new, a -> Ipv4.parse(a.toString()));
    private final Ipv6[] commons6 = Inputs.map(addresses6, Ipv6[]::new, a -> Ipv6.parse(a.toString()));
    private final IPAddress[] ipaddressBlocks4 = ipaddresses(texts4);
    private final IPAddress[] ipaddressBlocks6 = ipaddresses(texts6);
    private final IPAddress[] ipaddress4 = ipaddresses(Inputs.texts(addresses4));
    private final IPAddress[] ipaddress6 = ipaddresses(Inputs.texts(addresses6));
    private final IpSubnetFilterRule[] netty4 = Inputs.map(texts4, IpSubnetFilterRule[]::new, BlockBenchmark::netty);
    private final IpSubnetFilterRule[] netty6 = Inputs.map(texts6, IpSubnetFilterRule[]::new, BlockBenchmark::netty);
    private final InetSocketAddress[] sockets4 =
            Inputs.map(addresses4, InetSocketAddress[]::new, a -> new InetSocketAddress(a.toInetAddress(), 1));
    private final InetSocketAddress[] sockets6 =
            Inputs.map(addresses6, InetSocketAddress[]::new, a -> new InetSocketAddress(a.toInetAddress(), 1));
    private final IpRange[] ranges = ranges();
    private final IPv4Range[] ineterRanges = Inputs.map(
            ranges,
            IPv4Range[]::new,
            r -> IPv4Range.of(r.first().toString(), r.last().toString()));
    private final IPAddress[][] ipaddressRanges = Inputs.map(
            ranges,
            IPAddress[][]::new,
            r -> ipaddresses(new String[] {r.first().toString(), r.last().toString()}));
    private final Ipv4Range[] commonsRanges = Inputs.map(
            ranges,
            Ipv4Range[]::new,
            r -> Ipv4Range.from(r.first().toString()).to(r.last().toString()));

    private static IPAddress[] ipaddresses(String[] texts) {
        return Inputs.map(texts, IPAddress[]::new, text -> new IPAddressString(text).getAddress());
    }

    private static IpSubnetFilterRule netty(String text) {
        int slash = text.indexOf('/');
        return new IpSubnetFilterRule(
                text.substring(0, slash), Integer.parseInt(text.substring(slash + 1)), IpFilterRuleType.ACCEPT);
    }

    private static IpRange[] ranges() {
        Random random = new Random(15);
        IpRange[] ranges = new IpRange[Inputs.BATCH];
        for (int i = 0; i < ranges.length; i++) {
            IpAddress a = Inputs.ipv4(random);
            IpAddress b = Inputs.ipv4(random);
            ranges[i] = a.compareTo(b) <= 0 ? IpRange.of(a, b) : IpRange.of(b, a);
        }
        return ranges;
    }

    @Benchmark
    public void parseCidr4_eni(Blackhole hole) {
        for (String text : texts4) {
            hole.consume(Cidr.parse(text));
        }
    }

    @Benchmark
    public void parseCidr4_netty(Blackhole hole) {
        for (String text : texts4) {
            hole.consume(netty(text));
        }
    }

    @Benchmark
    public void parseCidr4_ineter(Blackhole hole) {
        for (String text : texts4) {
            hole.consume(IPv4Subnet.of(text));
        }
    }

    @Benchmark
    public void parseCidr4_ipaddress(Blackhole hole) {
        for (String text : texts4) {
            hole.consume(new IPAddressString(text).getAddress());
        }
    }

    @Benchmark
    public void parseCidr4_commons(Blackhole hole) {
        for (String text : texts4) {
            hole.consume(Ipv4Range.parseCidr(text));
        }
    }

    @Benchmark
    public void parseCidr6_eni(Blackhole hole) {
        for (String text : texts6) {
            hole.consume(Cidr.parse(text));
        }
    }

    @Benchmark
    public void parseCidr6_netty(Blackhole hole) {
        for (String text : texts6) {
            hole.consume(netty(text));
        }
    }

    @Benchmark
    public void parseCidr6_ineter(Blackhole hole) {
        for (String text : texts6) {
            hole.consume(IPv6Subnet.of(text));
        }
    }

    @Benchmark
    public void parseCidr6_ipaddress(Blackhole hole) {
        for (String text : texts6) {
            hole.consume(new IPAddressString(text).getAddress());
        }
    }

    @Benchmark
    public void parseCidr6_commons(Blackhole hole) {
        for (String text : texts6) {
            hole.consume(Ipv6Range.parseCidr(text));
        }
    }

    @Benchmark
    public int contains4_eni() {
        int count = 0;
        for (int i = 0; i < Inputs.BATCH; i++) {
            count += blocks4[i].contains(addresses4[i]) ? 1 : 0;
        }
        return count;
    }

    @Benchmark
    public int contains4_ineter() {
        int count = 0;
        for (int i = 0; i < Inputs.BATCH; i++) {
            count += ineterBlocks4[i].contains(ineter4[i]) ? 1 : 0;
        }
        return count;
    }

    @Benchmark
    public int contains4_netty() {
        int count = 0;
        for (int i = 0; i < Inputs.BATCH; i++) {
            count += netty4[i].matches(sockets4[i]) ? 1 : 0;
        }
        return count;
    }

    @Benchmark
    public int contains4_ipaddress() {
        int count = 0;
        for (int i = 0; i < Inputs.BATCH; i++) {
            count += ipaddressBlocks4[i].contains(ipaddress4[i]) ? 1 : 0;
        }
        return count;
    }

    @Benchmark
    public int contains4_commons() {
        int count = 0;
        for (int i = 0; i < Inputs.BATCH; i++) {
            count += commonsBlocks4[i].contains(commons4[i]) ? 1 : 0;
        }
        return count;
    }

    @Benchmark
    public int contains6_eni() {
        int count = 0;
        for (int i = 0; i < Inputs.BATCH; i++) {
            count += blocks6[i].contains(addresses6[i]) ? 1 : 0;
        }
        return count;
    }

    @Benchmark
    public int contains6_ineter() {
        int count = 0;
        for (int i = 0; i < Inputs.BATCH; i++) {
            count += ineterBlocks6[i].contains(ineter6[i]) ? 1 : 0;
        }
        return count;
    }

    @Benchmark
    public int contains6_netty() {
        int count = 0;
        for (int i = 0; i < Inputs.BATCH; i++) {
            count += netty6[i].matches(sockets6[i]) ? 1 : 0;
        }
        return count;
    }

    @Benchmark
    public int contains6_ipaddress() {
        int count = 0;
        for (int i = 0; i < Inputs.BATCH; i++) {
            count += ipaddressBlocks6[i].contains(ipaddress6[i]) ? 1 : 0;
        }
        return count;
    }

    @Benchmark
    public int contains6_commons() {
        int count = 0;
        for (int i = 0; i < Inputs.BATCH; i++) {
            count += commonsBlocks6[i].contains(commons6[i]) ? 1 : 0;
        }
        return count;
    }

    @Benchmark
    public void rangeToBlocks4_eni(Blackhole hole) {
        for (IpRange range : ranges) {
            hole.consume(range.toCidrs());
        }
    }

    @Benchmark
    public void rangeToBlocks4_ineter(Blackhole hole) {
        for (IPv4Range range : ineterRanges) {
            hole.consume(range.toSubnets());
        }
    }

    @Benchmark
    public void rangeToBlocks4_ipaddress(Blackhole hole) {
        for (IPAddress[] range : ipaddressRanges) {
            hole.consume(range[0].spanWithPrefixBlocks(range[1]));
        }
    }

    @Benchmark
    public void rangeToBlocks4_commons(Blackhole hole) {
        for (Ipv4Range range : commonsRanges) {
            hole.consume(range.splitToPrefixes());
        }
    }
}
