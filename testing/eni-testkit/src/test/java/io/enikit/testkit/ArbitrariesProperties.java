package io.enikit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.ipam.CidrLayout;
import io.enikit.ipam.CidrPool;
import io.enikit.ipam.ReservedAddresses;
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
import io.enikit.testkit.internal.EniArbitraryProvider;
import java.lang.annotation.Annotation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.providers.TypeUsage;

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

    @Example
    void everyOperation_isThereByItself() {
        for (Class<? extends Operation> type : OperationSequences.types()) {
            assertThat(Arbitraries.defaultFor(type).sample()).isInstanceOf(type);
        }
    }

    @Property(tries = 50)
    void constraints_insideOfContainers_areKept(
            @ForAll List<@Ipv4 @PrefixLength(min = 24, max = 28) Cidr> list,
            @ForAll Optional<@Ipv6 IpAddress> optional,
            @ForAll Set<@Within("10.0.0.0/8") IpRange> set,
            @ForAll Map<@Ipv4 IpAddress, @Ipv6 Cidr> map,
            @ForAll @Size(2) List<@Zones(2) @OfType("m5.large") NetworkPlan> plans) {
        assertThat(list)
                .allMatch(each ->
                        each.family() == IpFamily.IPV4 && each.prefixLength() >= 24 && each.prefixLength() <= 28);
        assertThat(optional.stream()).allMatch(each -> each.family() == IpFamily.IPV6);
        assertThat(set).allMatch(each -> TEN.contains(each.first()) && TEN.contains(each.last()));
        assertThat(map.keySet()).allMatch(each -> each.family() == IpFamily.IPV4);
        assertThat(map.values()).allMatch(each -> each.family() == IpFamily.IPV6);
        assertThat(plans).allMatch(ValidPlans.standard().withZones(2).withInstanceType("m5.large")::allows);
    }

    @Property(tries = 50)
    void constraints_ofWhatComesOfPlans_areKept(
            @ForAll @OfType("m5.large") Instance instance,
            @ForAll @OfType("m5.large") InstanceLimits limits,
            @ForAll @Ipv6 CidrPool pool,
            @ForAll @Ipv4 CidrLayout layout,
            @ForAll @Size(min = 20, max = 21) @ValidPlan(minInstances = 2, maxInstances = 3) @Zones(2)
                    OperationSequence calls,
            @ForAll @Only(AttachEni.class) @Size(3) OperationSequence three) {
        assertThat(instance.instanceType()).isEqualTo("m5.large");
        assertThat(limits.instanceType()).isEqualTo("m5.large");
        assertThat(pool.family()).isEqualTo(IpFamily.IPV6);
        assertThat(layout.blocks()).allMatch(block -> block.family() == IpFamily.IPV4);
        assertThat(calls.operations()).hasSizeBetween(20, 21);
        assertThat(ValidPlans.ofInstances(2, 3).withZones(2).allows(calls.start()))
                .isTrue();
        assertThat(three.operations()).hasSize(3);
    }

    /** Small blocks and what is in them. */
    @Within("10.0.0.0/8")
    @PrefixLength(min = 24)
    @Retention(RetentionPolicy.RUNTIME)
    private @interface Small {}

    @Property(tries = 50)
    void constraints_inAnAnnotationOfOnesOwn_areKeptWhereTheyMeanSomething(
            @ForAll @Small Cidr cidr, @ForAll @Small IpAddress address) {
        assertThat(TEN.contains(cidr)).isTrue();
        assertThat(cidr.prefixLength()).isGreaterThanOrEqualTo(24);
        assertThat(TEN.contains(address)).isTrue();
    }

    /** What jqwik is told for the first parameter of a method of {@link Impossible}. */
    private static Set<Arbitrary<?>> provide(String method) {
        Method found = Stream.of(Impossible.class.getDeclaredMethods())
                .filter(each -> each.getName().equals(method))
                .findFirst()
                .orElseThrow();
        TypeUsage type = TypeUsage.of(found.getParameterTypes()[0]);
        for (Annotation annotation : found.getParameterAnnotations()[0]) {
            type = type.withAnnotation(annotation);
        }
        return new EniArbitraryProvider().provideFor(type, each -> Set.of());
    }

    /** Parameters that nothing can be found for. */
    interface Impossible {
        void otherFamily(@Within("10.0.0.0/8") @Ipv6 IpAddress address);

        void bothFamilies(@Ipv4 @Ipv6 IpAddress address);

        void wrongWayRound(@PrefixLength(min = 25, max = 20) Cidr cidr);

        void largerThanTheBlock(@Within("10.0.0.0/24") @PrefixLength(max = 16) Cidr cidr);

        void badBlock(@Within("10.0.0.5/24") IpAddress address);

        void brokenAndValid(@Breaks("eni.attach.zone") @ValidPlan NetworkPlan plan);

        void brokenInOneZone(@Breaks("eni.attach.zone") @Zones(1) NetworkPlan plan);

        void meaningless(@Zones(2) Vpc vpc);

        void lengthOfAnAddress(@PrefixLength(min = 8) IpAddress address);

        void unknownType(@OfType("m5.lrage") NetworkPlan plan);
    }

    @Example
    void constraint_thatCannotBeMet_saysSo() {
        assertRefused("otherFamily", "no address is in 10.0.0.0/8 and in [::/0]");
        assertRefused("bothFamilies", "@Ipv4 and @Ipv6: no address is of both families");
        assertRefused("wrongWayRound", "no block of /25 to /20 is in [0.0.0.0/0, ::/0]");
        assertRefused("largerThanTheBlock", "no block of /0 to /16 is in [10.0.0.0/24]");
        assertRefused("badBlock", "did you mean 10.0.0.0/24");
        assertRefused("brokenAndValid", "@Breaks goes with none of @ValidPlan, @Zones and @OfType");
        assertRefused("brokenInOneZone", "@Breaks goes with none of @ValidPlan, @Zones and @OfType");
        assertRefused("meaningless", "@Zones says nothing about Vpc");
        assertRefused("lengthOfAnAddress", "@PrefixLength says nothing about IpAddress");
        assertRefused("unknownType", "unknown instance type \"m5.lrage\": did you mean m5.large?");
    }

    private static void assertRefused(String method, String reason) {
        assertThatThrownBy(() -> provide(method))
                .as(method)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Example
    void poolsAndLayouts_areOfBothFamilies() {
        for (IpFamily family : IpFamily.values()) {
            assertThat(EniArbitraries.pools().sampleStream().limit(100)).anyMatch(pool -> pool.family() == family);
            assertThat(EniArbitraries.layouts().sampleStream().limit(100))
                    .anyMatch(layout -> layout.blocks().get(0).family() == family);
        }
        assertThat(EniArbitraries.pools().sampleStream().limit(200).map(CidrPool::reservedAddresses))
                .contains(ReservedAddresses.values());
    }
}
