package io.enikit.benchmarks;

import com.github.jgonian.ipmath.Ipv4;
import com.github.jgonian.ipmath.Ipv6;
import com.github.maltalex.ineter.base.IPv4Address;
import com.github.maltalex.ineter.base.IPv6Address;
import com.google.common.net.InetAddresses;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.MACAddressString;
import inet.ipaddr.mac.MACAddress;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import io.enikit.net.MacAddress;
import io.netty.util.NetUtil;
import io.netty.util.internal.MacAddressUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Addresses and MACs from and to text. */
@State(Scope.Benchmark)
@OperationsPerInvocation(Inputs.BATCH)
public class TextBenchmark {
    private final IpAddress[] addresses4 = Inputs.addresses(IpFamily.IPV4, 1);
    private final IpAddress[] addresses6 = Inputs.addresses(IpFamily.IPV6, 2);
    private final String[] texts4 = Inputs.texts(addresses4);
    private final String[] texts6 = Inputs.texts(addresses6);
    private final InetAddress[] jdk4 = Inputs.map(addresses4, InetAddress[]::new, IpAddress::toInetAddress);
    private final InetAddress[] jdk6 = Inputs.map(addresses6, InetAddress[]::new, IpAddress::toInetAddress);
    private final IPv4Address[] ineter4 = Inputs.map(texts4, IPv4Address[]::new, IPv4Address::of);
    private final IPv6Address[] ineter6 = Inputs.map(texts6, IPv6Address[]::new, IPv6Address::of);
    private final Ipv4[] commons4 = Inputs.map(texts4, Ipv4[]::new, Ipv4::parse);
    private final Ipv6[] commons6 = Inputs.map(texts6, Ipv6[]::new, Ipv6::parse);
    private final MacAddress[] macs = macs();
    private final String[] macTexts = Inputs.texts(macs);
    private final byte[][] macBytes = Inputs.map(macs, byte[][]::new, MacAddress::toBytes);

    private static MacAddress[] macs() {
        Random random = new Random(3);
        MacAddress[] macs = new MacAddress[Inputs.BATCH];
        for (int i = 0; i < macs.length; i++) {
            macs[i] = MacAddress.of(random.nextLong() >>> 16);
        }
        return macs;
    }

    @Benchmark
    public void parse4_eni(Blackhole hole) {
        for (String text : texts4) {
            hole.consume(IpAddress.parse(text));
        }
    }

    @Benchmark
    public void parse4_netty(Blackhole hole) {
        for (String text : texts4) {
            hole.consume(NetUtil.createByteArrayFromIpAddressString(text));
        }
    }

    @Benchmark
    public void parse4_guava(Blackhole hole) {
        for (String text : texts4) {
            hole.consume(InetAddresses.forString(text));
        }
    }

    @Benchmark
    public void parse4_jdk(Blackhole hole) throws UnknownHostException {
        for (String text : texts4) {
            hole.consume(InetAddress.getByName(text));
        }
    }

    @Benchmark
    public void parse4_ineter(Blackhole hole) {
        for (String text : texts4) {
            hole.consume(IPv4Address.of(text));
        }
    }

    @Benchmark
    public void parse4_ipaddress(Blackhole hole) {
        for (String text : texts4) {
            hole.consume(new IPAddressString(text).getAddress());
        }
    }

    @Benchmark
    public void parse4_commons(Blackhole hole) {
        for (String text : texts4) {
            hole.consume(Ipv4.parse(text));
        }
    }

    @Benchmark
    public void parse6_eni(Blackhole hole) {
        for (String text : texts6) {
            hole.consume(IpAddress.parse(text));
        }
    }

    @Benchmark
    public void parse6_netty(Blackhole hole) {
        for (String text : texts6) {
            hole.consume(NetUtil.createByteArrayFromIpAddressString(text));
        }
    }

    @Benchmark
    public void parse6_guava(Blackhole hole) {
        for (String text : texts6) {
            hole.consume(InetAddresses.forString(text));
        }
    }

    @Benchmark
    public void parse6_jdk(Blackhole hole) throws UnknownHostException {
        for (String text : texts6) {
            hole.consume(InetAddress.getByName(text));
        }
    }

    @Benchmark
    public void parse6_ineter(Blackhole hole) {
        for (String text : texts6) {
            hole.consume(IPv6Address.of(text));
        }
    }

    @Benchmark
    public void parse6_ipaddress(Blackhole hole) {
        for (String text : texts6) {
            hole.consume(new IPAddressString(text).getAddress());
        }
    }

    @Benchmark
    public void parse6_commons(Blackhole hole) {
        for (String text : texts6) {
            hole.consume(Ipv6.parse(text));
        }
    }

    @Benchmark
    public void format4_eni(Blackhole hole) {
        for (IpAddress address : addresses4) {
            hole.consume(address.toString());
        }
    }

    @Benchmark
    public void format4_guava(Blackhole hole) {
        for (InetAddress address : jdk4) {
            hole.consume(InetAddresses.toAddrString(address));
        }
    }

    @Benchmark
    public void format4_jdk(Blackhole hole) {
        for (InetAddress address : jdk4) {
            hole.consume(address.getHostAddress());
        }
    }

    @Benchmark
    public void format4_netty(Blackhole hole) {
        for (InetAddress address : jdk4) {
            hole.consume(NetUtil.toAddressString(address));
        }
    }

    @Benchmark
    public void format4_ineter(Blackhole hole) {
        for (IPv4Address address : ineter4) {
            hole.consume(address.toString());
        }
    }

    @Benchmark
    public void format4_commons(Blackhole hole) {
        for (Ipv4 address : commons4) {
            hole.consume(address.toString());
        }
    }

    @Benchmark
    public void format6_eni(Blackhole hole) {
        for (IpAddress address : addresses6) {
            hole.consume(address.toString());
        }
    }

    @Benchmark
    public void format6_guava(Blackhole hole) {
        for (InetAddress address : jdk6) {
            hole.consume(InetAddresses.toAddrString(address));
        }
    }

    @Benchmark
    public void format6_jdk(Blackhole hole) {
        for (InetAddress address : jdk6) {
            hole.consume(address.getHostAddress());
        }
    }

    @Benchmark
    public void format6_netty(Blackhole hole) {
        for (InetAddress address : jdk6) {
            hole.consume(NetUtil.toAddressString(address));
        }
    }

    @Benchmark
    public void format6_ineter(Blackhole hole) {
        for (IPv6Address address : ineter6) {
            hole.consume(address.toString());
        }
    }

    @Benchmark
    public void format6_commons(Blackhole hole) {
        for (Ipv6 address : commons6) {
            hole.consume(address.toString());
        }
    }

    @Benchmark
    public void macParse_eni(Blackhole hole) {
        for (String text : macTexts) {
            hole.consume(MacAddress.parse(text));
        }
    }

    @Benchmark
    public void macParse_netty(Blackhole hole) {
        for (String text : macTexts) {
            hole.consume(MacAddressUtil.parseMAC(text));
        }
    }

    @Benchmark
    public void macParse_ipaddress(Blackhole hole) {
        for (String text : macTexts) {
            hole.consume(new MACAddressString(text).getAddress());
        }
    }

    @Benchmark
    public void macFormat_eni(Blackhole hole) {
        for (MacAddress mac : macs) {
            hole.consume(mac.toString());
        }
    }

    @Benchmark
    public void macFormat_netty(Blackhole hole) {
        for (byte[] mac : macBytes) {
            hole.consume(MacAddressUtil.formatAddress(mac));
        }
    }

    /** IPAddress keeps the text it made; a new object makes it anew. */
    @Benchmark
    public void macFormat_ipaddress(Blackhole hole) {
        for (byte[] mac : macBytes) {
            hole.consume(new MACAddress(mac).toColonDelimitedString());
        }
    }
}
