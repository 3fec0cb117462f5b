package io.enikit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.ipam.CidrLayout;
import io.enikit.ipam.CidrPool;
import io.enikit.limits.InstanceLimits;
import io.enikit.limits.InstanceTypes;
import io.enikit.model.ElasticIp;
import io.enikit.model.Eni;
import io.enikit.model.Instance;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.SecurityGroup;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import io.enikit.net.IpRange;
import io.enikit.net.IpSet;
import io.enikit.net.MacAddress;
import io.enikit.operations.AttachEni;
import io.enikit.operations.DetachEni;
import io.enikit.operations.Operation;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever a property asks for is there without registration, and is what the annotations say. */
class ArbitrariesProperties {
    private static final Cidr TEN = Cidr.parse("10.0.0.0/8");

    @Property(tries = 200)
    void values_areTheirText(
            @ForAll IpAddress address, @ForAll Cidr cidr, @ForAll IpRange range, @ForAll MacAddress mac) {
        assertThat(IpAddress.parse(address.toString())).isEqualTo(address);
        assertThat(Cidr.parse(cidr.toString())).isEqualTo(cidr);
        assertThat(IpRange.parse(range.toString())).isEqualTo(range);
        assertThat(MacAddress.parse(mac.toString())).isEqualTo(mac);
    }

    @Property(tries = 200)
    void constraints_areKept(
            @ForAll @Ipv4 IpAddress four,
            @ForAll @Ipv6 Cidr six,
            @ForAll @Within("10.0.0.0/8") IpAddress within,
            @ForAll @Within("10.0.0.0/8") @PrefixLength(min = 24, max = 28) Cidr small,
            @ForAll @Ipv4 IpSet set,
            @ForAll List<@Within("2001:db8::/32") IpRange> ranges) {
        assertThat(four.family()).isEqualTo(IpFamily.IPV4);
        assertThat(six.family()).isEqualTo(IpFamily.IPV6);
        assertThat(TEN.contains(within)).isTrue();
        assertThat(TEN.contains(small)).isTrue();
        assertThat(small.prefixLength()).isBetween(24, 28);
        assertThat(set.ranges()).allMatch(range -> range.family() == IpFamily.IPV4);
        assertThat(ranges).allMatch(range -> Cidr.parse("2001:db8::/32").contains(range.first()));
    }

    @Property(tries = 50)
    void resources_areThere(
            @ForAll Vpc vpc,
            @ForAll Subnet subnet,
            @ForAll SecurityGroup group,
            @ForAll Instance instance,
            @ForAll Eni eni,
            @ForAll ElasticIp elasticIp,
            @ForAll InstanceLimits limits) {
        NetworkPlan plan = NetworkPlan.builder()
                .add(vpc)
                .add(subnet)
                .add(group)
                .add(instance)
                .add(eni)
                .add(elasticIp)
                .build();
        assertThat(PlanText.read(PlanText.write(plan))).isEqualTo(plan);
        assertThat(InstanceTypes.bundled().find(limits.instanceType())).contains(limits);
    }

    @Property(tries = 100)
    void plans_areWhatTheAnnotationsSay(
            @ForAll NetworkPlan any,
            @ForAll @ValidPlan NetworkPlan valid,
            @ForAll @ValidPlan(minInstances = 1, maxInstances = 2) @Zones(2) @OfType("m5.large") NetworkPlan small,
            @ForAll @Breaks("eni.attach.zone") NetworkPlan broken) {
        assertThat(PlanText.read(PlanText.write(any))).isEqualTo(any);
        assertThat(ValidPlans.RULES.check(valid).isEmpty()).isTrue();
        assertThat(ValidPlans.ofInstances(1, 2)
                        .withZones(2)
                        .withInstanceType("m5.large")
                        .allows(small))
                .isTrue();
        assertThat(BrokenPlans.of("eni.attach.zone").allows(broken)).isTrue();
    }

    @Property(tries = 200)
    void pools_andLayouts_keepTheirInvariants(@ForAll CidrPool pool, @ForAll CidrLayout layout) {
        Invariants.check(pool);
        Invariants.check(layout);
        assertThat(CidrPool.read(pool.write())).isEqualTo(pool);
        assertThat(CidrLayout.read(layout.write())).isEqualTo(layout);
        assertThat(layout.impossible()).isEmpty();
    }

    @Property(tries = 100)
    void operations_areThere(
            @ForAll Operation any,
            @ForAll AttachEni attach,
            @ForAll OperationSequence calls,
            @ForAll @Only({AttachEni.class, DetachEni.class}) OperationSequence moves) {
        assertThat(any.action()).isNotEmpty();
        assertThat(attach.deviceIndex()).isGreaterThanOrEqualTo(0);
        assertThat(calls.operations()).isNotEmpty();
        assertThat(moves.operations()).allMatch(each -> each instanceof AttachEni || each instanceof DetachEni);
    }
}
