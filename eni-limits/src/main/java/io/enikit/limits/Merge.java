package io.enikit.limits;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Merges two rows of one type: facts missing in the newer one are those of the base; source and date are the newer ones. */
final class Merge {
    private Merge() {}

    static InstanceLimits over(InstanceLimits base, InstanceLimits newer) {
        InstanceLimits.Builder merged = newer.toBuilder()
                .defaultVcpus(first(newer.defaultVcpus(), base.defaultVcpus()))
                .ipv6AddressesPerInterface(first(newer.ipv6AddressesPerInterface(), base.ipv6AddressesPerInterface()))
                .enaSupport(first(newer.enaSupport(), base.enaSupport()))
                .maximumEfaInterfaces(first(newer.maximumEfaInterfaces(), base.maximumEfaInterfaces()))
                .branchInterfaces(first(newer.branchInterfaces(), base.branchInterfaces()))
                .attachmentLimit(first(newer.attachmentLimit(), base.attachmentLimit()))
                .networkPerformance(first(newer.networkPerformance(), base.networkPerformance()))
                .baselineBandwidthInGbps(first(newer.baselineBandwidthInGbps(), base.baselineBandwidthInGbps()))
                .peakBandwidthInGbps(first(newer.peakBandwidthInGbps(), base.peakBandwidthInGbps()));
        if (!newer.bareMetal()) {
            merged.hypervisor(first(newer.hypervisor(), base.hypervisor()));
        }
        if (newer.networkCards().size() == base.networkCards().size()) {
            merged.networkCards(newer.networkCards().stream()
                    .map(card -> over(base.networkCards().get(card.networkCardIndex()), card))
                    .toList());
        }
        return merged.build();
    }

    private static NetworkCard over(NetworkCard base, NetworkCard newer) {
        return newer.withAdditionalFlexibleNetworkInterfaces(
                        first(newer.additionalFlexibleNetworkInterfaces(), base.additionalFlexibleNetworkInterfaces()))
                .withEfaSupported(first(newer.efaSupported(), base.efaSupported()))
                .withEnaQueues(first(newer.enaQueues(), base.enaQueues()));
    }

    private static OptionalInt first(OptionalInt newer, OptionalInt base) {
        return newer.isPresent() ? newer : base;
    }

    private static OptionalDouble first(OptionalDouble newer, OptionalDouble base) {
        return newer.isPresent() ? newer : base;
    }

    private static <T> Optional<T> first(Optional<T> newer, Optional<T> base) {
        return newer.isPresent() ? newer : base;
    }
}
