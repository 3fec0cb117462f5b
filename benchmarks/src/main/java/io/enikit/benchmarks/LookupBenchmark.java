package io.enikit.benchmarks;

import com.google.common.collect.ImmutableRangeSet;
import inet.ipaddr.IPAddressSeqRangeList;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.ipv4.IPv4Address;
import inet.ipaddr.ipv4.IPv4AddressAssociativeTrie;
import inet.ipaddr.ipv4.IPv4AddressSeqRangeList;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpSet;
import io.enikit.net.IpTable;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Look-ups among 100,000 ranges or blocks, half of them hits. */
@State(Scope.Benchmark)
@OperationsPerInvocation(Inputs.BATCH)
public class LookupBenchmark {
    private final Cidr[] spread = Inputs.blocks4(Inputs.LARGE, 31);
    private final Cidr[] clustered = Inputs.clustered4(Inputs.LARGE, 32);
    private final Probe spreadProbe = new Probe(spread, false);
    private final Probe clusteredProbe = new Probe(clustered, true);
    private final IpTable<Integer> table = table(spread);
    private final IPv4AddressAssociativeTrie<Integer> trie = trie(spread);

    /** One set, and addresses to look up, for every peer. */
    private static final class Probe {
        final IpSet set;
        final ImmutableRangeSet<Long> guava;
        final IPAddressSeqRangeList ipaddress;
        final IpAddress[] addresses = new IpAddress[Inputs.BATCH];
        final Long[] numbers;
        final IPv4Address[] ipaddresses;

        Probe(Cidr[] blocks, boolean inCluster) {
            List<Cidr> all = Arrays.asList(blocks);
            set = IpSet.of(blocks);
            guava = ImmutableRangeSet.unionOf(SetBenchmark.guava(all));
            ipaddress = SetBenchmark.list(new IPv4AddressSeqRangeList(), set.cidrs());
            Random random = new Random(33);
            for (int i = 0; i < addresses.length; i++) {
                Cidr hit = blocks[random.nextInt(blocks.length)];
                int any = inCluster ? 0x0a000000 | random.nextInt(1 << 24) : random.nextInt();
                addresses[i] =
                        random.nextBoolean() ? hit.nth(random.nextInt(hit.size().intValueExact())) : IpAddress.of(any);
            }
            numbers = Inputs.map(addresses, Long[]::new, Inputs::number);
            ipaddresses = Inputs.map(addresses, IPv4Address[]::new, address -> new IPv4Address(Inputs.bits(address)));
        }

        int eni() {
            int count = 0;
            for (IpAddress address : addresses) {
                count += set.contains(address) ? 1 : 0;
            }
            return count;
        }

        int guava() {
            int count = 0;
            for (Long number : numbers) {
                count += guava.contains(number) ? 1 : 0;
            }
            return count;
        }

        int ipaddress() {
            int count = 0;
            for (IPv4Address address : ipaddresses) {
                count += ipaddress.contains(address) ? 1 : 0;
            }
            return count;
        }
    }

    private static IpTable<Integer> table(Cidr[] blocks) {
        IpTable.Builder<Integer> builder = IpTable.builder();
        for (int i = 0; i < blocks.length; i++) {
            builder.put(blocks[i], i);
        }
        return builder.build();
    }

    private static IPv4AddressAssociativeTrie<Integer> trie(Cidr[] blocks) {
        IPv4AddressAssociativeTrie<Integer> trie = new IPv4AddressAssociativeTrie<>();
        for (int i = 0; i < blocks.length; i++) {
            trie.put(new IPAddressString(blocks[i].toString()).getAddress().toIPv4(), i);
        }
        return trie;
    }

    @Benchmark
    public int lookupSpread4_eni() {
        return spreadProbe.eni();
    }

    @Benchmark
    public int lookupSpread4_guava() {
        return spreadProbe.guava();
    }

    @Benchmark
    public int lookupSpread4_ipaddress() {
        return spreadProbe.ipaddress();
    }

    @Benchmark
    public int lookupClustered4_eni() {
        return clusteredProbe.eni();
    }

    @Benchmark
    public int lookupClustered4_guava() {
        return clusteredProbe.guava();
    }

    @Benchmark
    public int lookupClustered4_ipaddress() {
        return clusteredProbe.ipaddress();
    }

    @Benchmark
    public void longestMatch4_eni(Blackhole hole) {
        for (IpAddress address : spreadProbe.addresses) {
            hole.consume(table.longestMatch(address));
        }
    }

    @Benchmark
    public void longestMatch4_ipaddress(Blackhole hole) {
        for (IPv4Address address : spreadProbe.ipaddresses) {
            hole.consume(trie.longestPrefixMatchNode(address));
        }
    }
}
