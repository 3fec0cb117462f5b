package io.enikit.testkit.internal;

import static java.util.Map.entry;

import io.enikit.ipam.CidrLayout;
import io.enikit.ipam.CidrPool;
import io.enikit.limits.InstanceLimits;
import io.enikit.limits.InstanceTypes;
import io.enikit.model.ElasticIp;
import io.enikit.model.Eni;
import io.enikit.model.Instance;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Resource;
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
import io.enikit.testkit.ValidPlans;
import io.enikit.testkit.Within;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/** Provides an arbitrary for each type of this library that a property may ask for. */
public final class EniArbitraryProvider implements ArbitraryProvider {
    /** One entry for each type: how an arbitrary comes from the parameter's annotations. */
    private static final Map<Class<?>, Function<Constraints, Arbitrary<?>>> ARBITRARIES = Map.ofEntries(
            entry(IpAddress.class, asked -> addresses(asked).ipAddresses()),
            entry(Cidr.class, EniArbitraryProvider::cidrs),
            entry(IpRange.class, asked -> addresses(asked).ipRanges()),
            entry(IpSet.class, asked -> addresses(asked).ipSets()),
            entry(MacAddress.class, asked -> EniArbitraries.macAddresses()),
            entry(InstanceLimits.class, EniArbitraryProvider::instanceTypes),
            entry(Resource.class, asked -> EniArbitraries.resources(Resource.class)),
            entry(Vpc.class, asked -> EniArbitraries.resources(Vpc.class)),
            entry(Subnet.class, asked -> EniArbitraries.resources(Subnet.class)),
            entry(SecurityGroup.class, asked -> EniArbitraries.resources(SecurityGroup.class)),
            entry(Instance.class, EniArbitraryProvider::instances),
            entry(Eni.class, asked -> EniArbitraries.resources(Eni.class)),
            entry(ElasticIp.class, asked -> EniArbitraries.resources(ElasticIp.class)),
            entry(NetworkPlan.class, EniArbitraryProvider::plans),
            entry(
                    CidrPool.class,
                    asked -> family(asked).map(EniArbitraries::pools).orElseGet(EniArbitraries::pools)),
            entry(
                    CidrLayout.class,
                    asked -> family(asked).map(EniArbitraries::layouts).orElseGet(EniArbitraries::layouts)),
            entry(Operation.class, asked -> EniArbitraries.operations()),
            entry(OperationSequence.class, EniArbitraryProvider::sequences));

    private static final ValidPlans SMALL = ValidPlans.ofInstances(1, 3);
    private static final int MOST_OPERATIONS = 12;

    /** Makes the provider. */
    public EniArbitraryProvider() {}

    @Override
    public boolean canProvideFor(TypeUsage type) {
        return ARBITRARIES.containsKey(type.getRawType())
                || OperationSequences.types().contains(type.getRawType());
    }

    @Override
    public Set<Arbitrary<?>> provideFor(TypeUsage type, SubtypeProvider subtypes) {
        Constraints asked = new Constraints(type);
        Optional<Function<Constraints, Arbitrary<?>>> known = Optional.ofNullable(ARBITRARIES.get(type.getRawType()));
        return Set.of(
                known.isPresent()
                        ? known.get().apply(asked)
                        : EniArbitraries.operations(type.getRawType().asSubclass(Operation.class)));
    }

    private static Optional<IpFamily> family(Constraints asked) {
        if (asked.has(Ipv4.class)) {
            return Optional.of(IpFamily.IPV4);
        }
        return asked.has(Ipv6.class) ? Optional.of(IpFamily.IPV6) : Optional.empty();
    }

    private static AddressArbitraries addresses(Constraints asked) {
        AddressArbitraries addresses =
                family(asked).map(EniArbitraries.addresses()::of).orElseGet(EniArbitraries::addresses);
        Optional<Cidr> block = asked.find(Within.class).map(Within::value).map(Cidr::parse);
        return block.isPresent() ? addresses.within(block.get()) : addresses;
    }

    private static Arbitrary<?> cidrs(Constraints asked) {
        Optional<PrefixLength> length = asked.find(PrefixLength.class);
        AddressArbitraries addresses = addresses(asked);
        return length.isPresent()
                ? addresses.cidrs(length.get().min(), length.get().max())
                : addresses.cidrs();
    }

    private static Arbitrary<?> instanceTypes(Constraints asked) {
        return asked.find(OfType.class)
                .<Arbitrary<?>>map(
                        type -> Arbitraries.just(InstanceTypes.bundled().limits(type.value())))
                .orElseGet(EniArbitraries::instanceTypes);
    }

    private static Arbitrary<?> instances(Constraints asked) {
        return EniArbitraries.resources(Instance.class, asked.plans(SMALL).orElse(SMALL));
    }

    private static Arbitrary<?> plans(Constraints asked) {
        Optional<Breaks> breaks = asked.find(Breaks.class);
        if (breaks.isPresent()) {
            return EniArbitraries.plansThatBreak(breaks.get().value());
        }
        return asked.plans(ValidPlans.standard())
                .map(EniArbitraries::validPlans)
                .orElseGet(EniArbitraries::plans);
    }

    private static Arbitrary<?> sequences(Constraints asked) {
        OperationSequences sequences = asked.find(Only.class)
                .map(only -> OperationSequences.of(only.value()))
                .orElseGet(OperationSequences::all);
        Optional<Size> size = asked.find(Size.class);
        if (size.isPresent()) {
            sequences = ofSize(sequences, size.get());
        }
        return EniArbitraries.operationSequences(
                asked.plans(SMALL).map(sequences::startingWith).orElse(sequences));
    }

    /** As with lists of jqwik, a size is one number, or the fewest and the most. */
    private static OperationSequences ofSize(OperationSequences sequences, Size size) {
        if (size.value() != 0) {
            return sequences.ofLength(size.value(), size.value());
        }
        return sequences.ofLength(
                Math.max(1, size.min()), size.max() == 0 ? Math.max(MOST_OPERATIONS, size.min()) : size.max());
    }
}
