package io.enikit.limits;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes instance types as {@code aws ec2 describe-instance-types} shows them: with the keys of the EC2 API reference
 * that this library does not read, and without those that EC2 leaves out where there is nothing to say.
 */
final class DescribePages {
    private static final int TYPES_ON_A_PAGE = 100;

    private DescribePages() {}

    /** Returns the pages of an answer; all but the last one name the next. */
    static List<String> of(List<InstanceLimits> types) {
        List<String> pages = new ArrayList<>();
        for (int from = 0; from < types.size(); from += TYPES_ON_A_PAGE) {
            int to = Math.min(types.size(), from + TYPES_ON_A_PAGE);
            String list =
                    types.subList(from, to).stream().map(DescribePages::type).collect(Collectors.joining(", "));
            pages.add("{\"InstanceTypes\": [" + list + "]"
                    + (to < types.size() ? ", \"NextToken\": \"eyJ2IjoiMiIsImMiOiJ" + to + "\"" : "") + "}\n");
        }
        return pages;
    }

    /** Returns one instance type, which must give all that EC2 gives of a listed one. */
    static String type(InstanceLimits limits) {
        int vcpus = limits.defaultVcpus().getAsInt();
        return """
                {"InstanceType": "%s", "CurrentGeneration": true, "FreeTierEligible": false,
                 "SupportedUsageClasses": ["on-demand", "spot", "capacity-block"], "SupportedRootDeviceTypes": ["ebs"],
                 "SupportedVirtualizationTypes": ["hvm"], "BareMetal": %s,%s
                 "ProcessorInfo": {"SupportedArchitectures": ["x86_64"], "SustainedClockSpeedInGhz": 3.1,
                   "SupportedFeatures": ["amd-sev-snp"], "Manufacturer": "Intel"},
                 "VCpuInfo": {"DefaultVCpus": %d, "DefaultCores": %d, "DefaultThreadsPerCore": 2,
                   "ValidCores": [1, 2, 4], "ValidThreadsPerCore": [1, 2]},
                 "MemoryInfo": {"SizeInMiB": 8192},
                 "InstanceStorageSupported": true,
                 "InstanceStorageInfo": {"TotalSizeInGB": 900,
                   "Disks": [{"SizeInGB": 450, "Count": 2, "Type": "ssd"}],
                   "NvmeSupport": "required", "EncryptionSupport": "required"},
                 "EbsInfo": {"EbsOptimizedSupport": "default", "EncryptionSupport": "supported",
                   "EbsOptimizedInfo": {"BaselineBandwidthInMbps": 650, "BaselineThroughputInMBps": 81.25,
                     "BaselineIops": 3600, "MaximumBandwidthInMbps": 4750, "MaximumThroughputInMBps": 593.75,
                     "MaximumIops": 18750},
                   "NvmeSupport": "required"%s, "MaximumEbsCards": 1,
                   "EbsCards": [{"EbsCardIndex": 0, "BaselineBandwidthInMbps": 650, "MaximumIops": 18750}]},
                 "NetworkInfo": %s,
                 "GpuInfo": {"Gpus": [{"Name": "H100", "Manufacturer": "NVIDIA", "Count": 8,
                   "MemoryInfo": {"SizeInMiB": 81920}}], "TotalGpuMemoryInMiB": 655360},
                 "MediaAcceleratorInfo": {"Accelerators": [{"Count": 2, "Name": "U30", "Manufacturer": "AMD",
                   "MemoryInfo": {"SizeInMiB": 24576}}], "TotalMediaMemoryInMiB": 49152},
                 "NeuronInfo": {"NeuronDevices": [{"Count": 16, "Name": "Trainium", "CoreInfo": {"Count": 2,
                   "Version": 2}, "MemoryInfo": {"SizeInMiB": 32768}}], "TotalNeuronDeviceMemoryInMiB": 524288},
                 "PlacementGroupInfo": {"SupportedStrategies": ["cluster", "partition", "spread"]},
                 "HibernationSupported": false, "BurstablePerformanceSupported": false,
                 "DedicatedHostsSupported": true, "AutoRecoverySupported": true,
                 "SupportedBootModes": ["legacy-bios", "uefi"], "NitroEnclavesSupport": "supported",
                 "NitroTpmSupport": "supported", "NitroTpmInfo": {"SupportedVersions": ["2.0"]},
                 "PhcSupport": "unsupported", "RebootMigrationSupport": "supported"}""".formatted(
                        limits.instanceType(),
                        limits.bareMetal(),
                        limits.hypervisor()
                                .map(word -> " \"Hypervisor\": \"" + word + "\",")
                                .orElse(""),
                        vcpus,
                        Math.max(1, vcpus / 2),
                        limits.attachmentLimit()
                                .map(limit -> ", \"AttachmentLimitType\": \"" + limit.type()
                                        + "\", \"MaximumEbsAttachments\": " + limit.maximumEbsAttachments())
                                .orElse(""),
                        network(limits));
    }

    private static String network(InstanceLimits limits) {
        int ipv6 = limits.ipv6AddressesPerInterface().getAsInt();
        int efa = limits.maximumEfaInterfaces().getAsInt();
        return """
                {"NetworkPerformance": "%s", "MaximumNetworkInterfaces": %d, "MaximumNetworkCards": %d,
                   "DefaultNetworkCardIndex": %d, "NetworkCards": [%s],
                   "Ipv4AddressesPerInterface": %d, "Ipv6AddressesPerInterface": %d, "Ipv6Supported": %s,
                   "EnaSupport": "%s", "EfaSupported": %s,%s
                   "EncryptionInTransitSupported": true, "EnaSrdSupported": false,
                   "BandwidthWeightings": ["default", "vpc-1", "ebs-1"], "FlexibleEnaQueuesSupport": "unsupported",
                   "ConnectionTrackingConfiguration": {"DefaultTcpEstablishedTimeout": 350},
                   "SecondaryNetworkSupported": false}""".formatted(
                        limits.networkPerformance().orElseThrow(),
                        limits.maximumNetworkInterfaces(),
                        limits.networkCards().size(),
                        limits.defaultNetworkCardIndex(),
                        IntStream.range(0, limits.networkCards().size())
                                .mapToObj(index -> card(limits, index))
                                .collect(Collectors.joining(", ")),
                        limits.ipv4AddressesPerInterface(),
                        ipv6,
                        ipv6 > 0,
                        limits.enaSupport().orElseThrow(),
                        efa > 0,
                        efa > 0 ? " \"EfaInfo\": {\"MaximumEfaInterfaces\": " + efa + "}," : "");
    }

    private static String card(InstanceLimits limits, int index) {
        NetworkCard card = limits.networkCards().get(index);
        int flexible = card.additionalFlexibleNetworkInterfaces().orElse(0);
        return """
                {"NetworkCardIndex": %d, "NetworkPerformance": "%s", "MaximumNetworkInterfaces": %d,%s
                     "BaselineBandwidthInGbps": %s, "PeakBandwidthInGbps": %s%s%s}""".formatted(
                index,
                limits.networkPerformance().orElseThrow(),
                card.maximumNetworkInterfaces(),
                flexible == 0 ? "" : " \"AdditionalFlexibleNetworkInterfaces\": " + flexible + ",",
                share(limits.baselineBandwidthInGbps().getAsDouble(), limits, index),
                share(limits.peakBandwidthInGbps().getAsDouble(), limits, index),
                card.enaQueues().map(DescribePages::queues).orElse(""),
                card.efaSupported()
                        .map(efa -> ", \"InterfaceTypes\": [\"interface\"" + (efa ? ", \"efa\", \"efa-only\"]" : "]"))
                        .orElse(""));
    }

    private static String queues(EnaQueues queues) {
        return ", \"DefaultEnaQueueCountPerInterface\": " + queues.defaultPerInterface()
                + ", \"MaximumEnaQueueCount\": " + queues.maximum() + ", \"MaximumEnaQueueCountPerInterface\": "
                + queues.maximumPerInterface();
    }

    /** Shares out a bandwidth, the first card getting the most, as on p6-b300.48xlarge; whole numbers without a point. */
    private static String share(double total, InstanceLimits limits, int index) {
        int cards = limits.networkCards().size();
        double each = cards == 1 ? total : Math.floor(total / cards);
        double share = index == 0 ? total - (cards - 1) * each : each;
        return share == Math.rint(share) ? String.valueOf((long) share) : String.valueOf(share);
    }
}
