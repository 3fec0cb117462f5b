package io.enikit.fake;

import io.enikit.limits.EnaSupport;
import io.enikit.limits.InstanceLimits;
import io.enikit.limits.ListingStatus;
import io.enikit.limits.NetworkCard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Shows what instance types allow, from the table of limits, and where they are offered. */
final class TypeActions {
    private static final String TYPE = "InstanceType";

    private TypeActions() {}

    /** A type in a place. */
    private record Offering(String type, String location) {
        String order() {
            return type + " " + location;
        }
    }

    static void register(Map<String, Action> actions) {
        actions.put("DescribeInstanceTypes", TypeActions::types);
        actions.put("DescribeInstanceTypeOfferings", TypeActions::offerings);
    }

    private static List<InstanceLimits> listed(Call call) {
        return call.account().types().stream()
                .filter(type -> type.status() == ListingStatus.LISTED)
                .sorted(Comparator.comparing(InstanceLimits::instanceType))
                .toList();
    }

    private static void types(Call call) {
        List<String> names = call.in().texts("InstanceTypes");
        Collection<InstanceLimits> all = listed(call);
        if (!names.isEmpty()) {
            List<InstanceLimits> chosen = new ArrayList<>();
            List<String> unknown = new ArrayList<>();
            for (String name : names) {
                Optional<InstanceLimits> found = call.account().types().find(name);
                found.ifPresentOrElse(chosen::add, () -> unknown.add(name));
            }
            if (!unknown.isEmpty()) {
                throw Ec2Error.of(
                        "InvalidInstanceType",
                        "The following supplied instance types do not exist: [" + String.join(", ", unknown) + "]");
            }
            all = chosen;
        }
        Listing.<InstanceLimits>of(call, "InstanceTypes").answer(all, InstanceLimits::instanceType, TypeActions::view);
    }

    private static Item view(InstanceLimits limits) {
        String architecture = Architecture.of(limits.instanceType());
        Item item = new Item(Api.modelled(), Api.modelled().shape("InstanceTypeInfo"))
                .put(TYPE, limits.instanceType())
                .put("CurrentGeneration", true)
                .put("FreeTierEligible", false)
                .put("SupportedUsageClasses", List.of("on-demand", "spot"))
                .put("SupportedRootDeviceTypes", List.of("ebs"))
                .put("SupportedVirtualizationTypes", List.of("hvm"))
                .put("BareMetal", limits.bareMetal())
                .put("Hypervisor", limits.bareMetal() ? Optional.empty() : limits.hypervisor())
                .put("BurstablePerformanceSupported", limits.family().matches("t[0-9].*"));
        item.child("ProcessorInfo").put("SupportedArchitectures", List.of(architecture));
        Item vcpus = item.child("VCpuInfo");
        vcpus.put("DefaultVCpus", limits.defaultVcpus());
        limits.attachmentLimit()
                .ifPresent(limit -> item.child("EbsInfo")
                        .put("AttachmentLimitType", limit.type())
                        .put("MaximumEbsAttachments", limit.maximumEbsAttachments()));
        network(limits, item.child("NetworkInfo"));
        return item;
    }

    private static void network(InstanceLimits limits, Item item) {
        OptionalInt ipv6 = limits.ipv6AddressesPerInterface();
        item.put("NetworkPerformance", limits.networkPerformance())
                .put("MaximumNetworkInterfaces", limits.maximumNetworkInterfaces())
                .put("MaximumNetworkCards", limits.networkCards().size())
                .put("DefaultNetworkCardIndex", limits.defaultNetworkCardIndex())
                .put("Ipv4AddressesPerInterface", limits.ipv4AddressesPerInterface())
                .put("Ipv6AddressesPerInterface", ipv6)
                .put("Ipv6Supported", ipv6.orElse(0) > 0)
                .put("EnaSupport", limits.enaSupport().map(EnaSupport::toString))
                .put("EfaSupported", limits.maximumEfaInterfaces().orElse(0) > 0);
        if (limits.maximumEfaInterfaces().orElse(0) > 0) {
            item.child("EfaInfo").put("MaximumEfaInterfaces", limits.maximumEfaInterfaces());
        }
        for (NetworkCard card : limits.networkCards()) {
            item.append("NetworkCards")
                    .put("NetworkCardIndex", card.networkCardIndex())
                    .put("MaximumNetworkInterfaces", card.maximumNetworkInterfaces())
                    .put("AdditionalFlexibleNetworkInterfaces", card.additionalFlexibleNetworkInterfaces())
                    .put("NetworkPerformance", limits.networkPerformance());
        }
    }

    /** Every listed type is offered in every zone: the table of limits does not tell the Regions apart. */
    private static void offerings(Call call) {
        String locationType = call.in().text("LocationType", "region");
        List<String> locations = switch (locationType) {
            case "region" -> List.of(call.region());
            case "availability-zone" -> Zones.of(call.region());
            case "availability-zone-id" ->
                Zones.of(call.region()).stream().map(Zones::id).toList();
            case "outpost" -> List.of();
            default ->
                throw Ec2Error.invalidValue(
                        "locationType",
                        locationType,
                        "Valid values: region, availability-zone, availability-zone-id, outpost");
        };
        List<Offering> all = new ArrayList<>();
        for (InstanceLimits each : listed(call)) {
            locations.forEach(location -> all.add(new Offering(each.instanceType(), location)));
        }
        Listing.<Offering>of(call, "InstanceTypeOfferings")
                .answer(
                        all,
                        Offering::order,
                        each -> new Item(Api.modelled(), Api.modelled().shape("InstanceTypeOffering"))
                                .put(TYPE, each.type())
                                .put("LocationType", locationType)
                                .put("Location", each.location()));
    }
}
