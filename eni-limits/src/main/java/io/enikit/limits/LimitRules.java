package io.enikit.limits;

import static java.util.Objects.requireNonNull;

import io.enikit.rules.RuleSet;

/**
 * What instance types allow, as rules.
 *
 * <p>They join a rule set and then serve {@code check} and {@code Ec2} alike:
 *
 * <pre>{@code
 * RuleSet rules = Ec2Rules.standard().and(LimitRules.bundled());
 * }</pre>
 *
 * <p>A type that is not in the catalogue is reported as unknown, and nothing else is said about its instances.
 */
public final class LimitRules {
    private LimitRules() {}

    /** {@return the rules by the bundled catalogue} */
    public static RuleSet bundled() {
        return of(InstanceTypes.bundled());
    }

    /**
     * Returns the rules by a catalogue.
     *
     * @param types the catalogue
     * @return the rules
     */
    public static RuleSet of(InstanceTypes types) {
        requireNonNull(types, "types");
        return RuleSet.of(
                new InstanceTypeKnown(types),
                new AddressesBeyondDns(types),
                new BranchCount(types),
                new DeviceIndexOnCard(types),
                new EfaCount(types),
                new EfaSupport(types),
                new FlexibleInterfaces(types),
                new InterfaceCount(types),
                new InterfacesPerCard(types),
                new Ipv4AddressCount(types),
                new Ipv6AddressCount(types),
                new Ipv6NativeOnXen(types),
                new NetworkCardExists(types),
                new PrefixesOnXen(types),
                new SharedSlots(types),
                new TrunkSupport(types));
    }
}
