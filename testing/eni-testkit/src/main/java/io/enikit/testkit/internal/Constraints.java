package io.enikit.testkit.internal;

import static com.google.common.base.Preconditions.checkArgument;

import io.enikit.ipam.CidrLayout;
import io.enikit.ipam.CidrPool;
import io.enikit.limits.InstanceLimits;
import io.enikit.model.Instance;
import io.enikit.model.NetworkPlan;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpRange;
import io.enikit.net.IpSet;
import io.enikit.testkit.Breaks;
import io.enikit.testkit.Ipv4;
import io.enikit.testkit.Ipv6;
import io.enikit.testkit.OfType;
import io.enikit.testkit.Only;
import io.enikit.testkit.OperationSequence;
import io.enikit.testkit.PrefixLength;
import io.enikit.testkit.ValidPlan;
import io.enikit.testkit.ValidPlans;
import io.enikit.testkit.Within;
import io.enikit.testkit.Zones;
import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.providers.TypeUsage;

/** What the annotations of a parameter ask for; those that mean nothing there are refused. */
final class Constraints {
    private static final Set<Class<?>> OF_A_FAMILY =
            Set.of(IpAddress.class, Cidr.class, IpRange.class, IpSet.class, CidrPool.class, CidrLayout.class);
    private static final Set<Class<?>> OF_PLANS = Set.of(NetworkPlan.class, OperationSequence.class);
    private static final Map<Class<? extends Annotation>, Set<Class<?>>> CONSTRAINED = Map.of(
            Ipv4.class,
            OF_A_FAMILY,
            Ipv6.class,
            OF_A_FAMILY,
            Within.class,
            Set.of(IpAddress.class, Cidr.class, IpRange.class, IpSet.class),
            PrefixLength.class,
            Set.of(Cidr.class),
            ValidPlan.class,
            OF_PLANS,
            Zones.class,
            OF_PLANS,
            OfType.class,
            Set.of(NetworkPlan.class, OperationSequence.class, Instance.class, InstanceLimits.class),
            Breaks.class,
            Set.of(NetworkPlan.class),
            Only.class,
            Set.of(OperationSequence.class));

    private final TypeUsage type;

    Constraints(TypeUsage type) {
        this.type = type;
        type.getAnnotations().stream()
                .map(Annotation::annotationType)
                .filter(this::isOutOfPlace)
                .forEach(each -> {
                    throw new IllegalArgumentException("@" + each.getSimpleName() + " says nothing about "
                            + type.getRawType().getSimpleName());
                });
        checkArgument(!has(Ipv4.class) || !has(Ipv6.class), "@Ipv4 and @Ipv6: no address is of both families");
        checkArgument(
                !has(Breaks.class) || !(has(ValidPlan.class) || has(Zones.class) || has(OfType.class)),
                "@Breaks goes with none of @ValidPlan, @Zones and @OfType");
    }

    /** An annotation of one's own may hold constraints for several types; those of other types are passed over. */
    private boolean isOutOfPlace(Class<? extends Annotation> annotation) {
        return CONSTRAINED.containsKey(annotation)
                && !CONSTRAINED.get(annotation).contains(type.getRawType())
                && type.getAnnotations().stream()
                        .noneMatch(each -> each.annotationType().isAnnotationPresent(annotation));
    }

    boolean has(Class<? extends Annotation> annotation) {
        return type.isAnnotated(annotation);
    }

    <A extends Annotation> Optional<A> find(Class<A> annotation) {
        return type.findAnnotation(annotation);
    }

    /** Returns what valid plans are asked for, or empty if nothing is said about them. */
    Optional<ValidPlans> plans(ValidPlans otherwise) {
        Optional<ValidPlan> size = find(ValidPlan.class);
        Optional<Zones> zones = find(Zones.class);
        Optional<OfType> instanceType = find(OfType.class);
        if (size.isEmpty() && zones.isEmpty() && instanceType.isEmpty()) {
            return Optional.empty();
        }
        ValidPlans plans = size.map(each -> ValidPlans.ofInstances(each.minInstances(), each.maxInstances()))
                .orElse(otherwise);
        if (zones.isPresent()) {
            plans = plans.withZones(zones.get().value());
        }
        return Optional.of(
                instanceType.isPresent()
                        ? plans.withInstanceType(instanceType.get().value())
                        : plans);
    }
}
