package io.enikit.testkit.internal;

import static java.util.Map.entry;

import io.enikit.ipam.CidrLayout;
import io.enikit.ipam.CidrPool;
import io.enikit.limits.InstanceLimits;
import io.enikit.model.ElasticIp;
import io.enikit.model.Eni;
import io.enikit.model.Instance;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroup;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import io.enikit.net.IpRange;
import io.enikit.net.IpSet;
import io.enikit.net.MacAddress;
import io.enikit.operations.Operation;
import io.enikit.testkit.AddressArbitraries;
import io.enikit.testkit.Breaks;
import io.enikit.testkit.EniArbitraries;
import io.enikit.testkit.Ipv4;
import io.enikit.testkit.Ipv6;
import io.enikit.testkit.OfType;
import io.enikit.testkit.Only;
import io.enikit.testkit.OperationSequence;
import io.enikit.testkit.OperationSequences;
import io.enikit.testkit.PrefixLength;
import io.enikit.testkit.ValidPlan;
import io.enikit.testkit.ValidPlans;
import io.enikit.testkit.Within;
import io.enikit.testkit.Zones;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/** Provides an arbitrary for each type of this library that a property may ask for. */
public final class EniArbitraryProvider implements ArbitraryProvider {
    /** One entry for each type: how an arbitrary comes from the parameter's annotations. */
    private static final Map<Class<?>, Function<TypeUsage, Arbitrary<?>>> ARBITRARIES = Map.ofEntries(
            entry(IpAddress.class, type -> addresses(type).ipAddresses()),
            entry(Cidr.class, EniArbitraryProvider::cidrs),
            entry(IpRange.class, type -> addresses(type).ipRanges()),
            entry(IpSet.class, type -> addresses(type).ipSets()),
            entry(MacAddress.class, type -> EniArbitraries.macAddresses()),
            entry(InstanceLimits.class, type -> EniArbitraries.instanceTypes()),
            entry(Vpc.class, type -> EniArbitraries.resources(Vpc.class)),
            entry(Subnet.class, type -> EniArbitraries.resources(Subnet.class)),
            entry(SecurityGroup.class, type -> EniArbitraries.resources(SecurityGroup.class)),
            entry(Instance.class, type -> EniArbitraries.resources(Instance.class)),
            entry(Eni.class, type -> EniArbitraries.resources(Eni.class)),
            entry(ElasticIp.class, type -> EniArbitraries.resources(ElasticIp.class)),
            entry(NetworkPlan.class, EniArbitraryProvider::plans),
            entry(CidrPool.class, type -> EniArbitraries.pools()),
            entry(CidrLayout.class, type -> EniArbitraries.layouts()),
            entry(Operation.class, type -> EniArbitraries.operations()),
            entry(OperationSequence.class, EniArbitraryProvider::sequences));

    /** Makes the provider. */
    public EniArbitraryProvider() {}

    @Override
    public boolean canProvideFor(TypeUsage type) {
        return ARBITRARIES.containsKey(type.getRawType())
                || OperationSequences.types().contains(type.getRawType());
    }

    @Override
    public Set<Arbitrary<?>> provideFor(TypeUsage type, SubtypeProvider subtypes) {
        Optional<Function<TypeUsage, Arbitrary<?>>> known = Optional.ofNullable(ARBITRARIES.get(type.getRawType()));
        return Set.of(
                known.isPresent()
                        ? known.get().apply(type)
                        : EniArbitraries.operations(type.getRawType().asSubclass(Operation.class)));
    }

    private static AddressArbitraries addresses(TypeUsage type) {
        AddressArbitraries addresses = EniArbitraries.addresses();
        if (type.isAnnotated(Ipv4.class)) {
            addresses = addresses.of(IpFamily.IPV4);
        }
        if (type.isAnnotated(Ipv6.class)) {
            addresses = addresses.of(IpFamily.IPV6);
        }
        Optional<Cidr> block =
                type.findAnnotation(Within.class).map(Within::value).map(Cidr::parse);
        return block.isPresent() ? addresses.within(block.get()) : addresses;
    }

    private static Arbitrary<?> cidrs(TypeUsage type) {
        Optional<PrefixLength> length = type.findAnnotation(PrefixLength.class);
        AddressArbitraries addresses = addresses(type);
        return length.isPresent()
                ? addresses.cidrs(length.get().min(), length.get().max())
                : addresses.cidrs();
    }

    private static Arbitrary<?> plans(TypeUsage type) {
        Optional<Breaks> breaks = type.findAnnotation(Breaks.class);
        if (breaks.isPresent()) {
            return EniArbitraries.plansThatBreak(breaks.get().value());
        }
        Optional<Zones> zones = type.findAnnotation(Zones.class);
        Optional<OfType> instanceType = type.findAnnotation(OfType.class);
        Optional<ValidPlan> valid = type.findAnnotation(ValidPlan.class);
        if (zones.isEmpty() && instanceType.isEmpty() && valid.isEmpty()) {
            return EniArbitraries.plans();
        }
        ValidPlans plans = valid.map(size -> ValidPlans.ofInstances(size.minInstances(), size.maxInstances()))
                .orElse(ValidPlans.standard());
        if (zones.isPresent()) {
            plans = plans.withZones(zones.get().value());
        }
        return EniArbitraries.validPlans(
                instanceType.isPresent()
                        ? plans.withInstanceType(instanceType.get().value())
                        : plans);
    }

    private static Arbitrary<?> sequences(TypeUsage type) {
        return type.findAnnotation(Only.class)
                .map(only -> EniArbitraries.operationSequences(OperationSequences.of(only.value())))
                .orElseGet(EniArbitraries::operationSequences);
    }
}
