package io.enikit.awssdk;

import io.enikit.operations.CreateEni;
import io.enikit.operations.LaunchInstance;
import io.enikit.operations.LaunchInterface;
import io.enikit.operations.ModifyInstance;
import io.enikit.operations.StartInstance;
import io.enikit.operations.StopInstance;
import io.enikit.operations.TerminateInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterfaceSpecification;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.Placement;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.StartInstancesRequest;
import software.amazon.awssdk.services.ec2.model.StopInstancesRequest;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.TerminateInstancesRequest;

/** The requests of operations on instances. */
final class InstanceRequests {
    private InstanceRequests() {}

    static void addTo(RequestTable table) {
        table.put(LaunchInstance.class, InstanceRequests::launch, Ec2Client::runInstances);
        table.put(
                StartInstance.class,
                (operation, around) -> StartInstancesRequest.builder()
                        .instanceIds(operation.instance().toString())
                        .build(),
                Ec2Client::startInstances);
        table.put(
                StopInstance.class,
                (operation, around) -> StopInstancesRequest.builder()
                        .instanceIds(operation.instance().toString())
                        .build(),
                Ec2Client::stopInstances);
        table.put(
                TerminateInstance.class,
                (operation, around) -> TerminateInstancesRequest.builder()
                        .instanceIds(operation.instance().toString())
                        .build(),
                Ec2Client::terminateInstances);
        table.put(
                ModifyInstance.class,
                (operation, around) -> ModifyInstanceAttributeRequest.builder()
                        .instanceId(operation.instance().toString())
                        .sourceDestCheck(Parts.flag(operation.sourceDestCheck()))
                        .groups(operation.securityGroups().map(Parts::texts).orElse(null))
                        .build(),
                Ec2Client::modifyInstanceAttribute);
    }

    private static RunInstancesRequest launch(LaunchInstance launch, SdkRequests around) {
        return RunInstancesRequest.builder()
                .imageId(around.image())
                .instanceType(launch.instanceType())
                .minCount(launch.count())
                .maxCount(launch.count())
                .placement(launch.availabilityZone()
                        .map(zone -> Placement.builder().availabilityZone(zone).build())
                        .orElse(null))
                .subnetId(Parts.text(launch.subnetId()))
                .privateIpAddress(Parts.text(launch.privateIpAddress()))
                .securityGroupIds(Parts.texts(launch.securityGroups()))
                .networkInterfaces(interfaces(launch))
                .tagSpecifications(tags(launch))
                .build();
    }

    private static @Nullable List<InstanceNetworkInterfaceSpecification> interfaces(LaunchInstance launch) {
        List<InstanceNetworkInterfaceSpecification> interfaces =
                launch.interfaces().stream().map(InstanceRequests::launched).toList();
        return interfaces.isEmpty() ? null : interfaces;
    }

    private static InstanceNetworkInterfaceSpecification launched(LaunchInterface launched) {
        InstanceNetworkInterfaceSpecification.Builder part = InstanceNetworkInterfaceSpecification.builder()
                .deviceIndex(launched.deviceIndex())
                .networkCardIndex(launched.networkCardIndex() == 0 ? null : launched.networkCardIndex())
                .networkInterfaceId(Parts.text(launched.existing()));
        launched.created().ifPresent(eni -> created(eni, part.deleteOnTermination(launched.deleteOnTermination())));
        return part.build();
    }

    private static void created(CreateEni eni, InstanceNetworkInterfaceSpecification.Builder part) {
        part.subnetId(eni.subnetId().toString())
                .description(eni.description().isEmpty() ? null : eni.description())
                .interfaceType(InterfaceRequests.typeOf(eni))
                .groups(Parts.texts(eni.securityGroups()))
                .associatePublicIpAddress(eni.associatePublicIpAddress().orElse(null))
                .privateIpAddress(Parts.text(eni.privateIpAddress()))
                .privateIpAddresses(InterfaceRequests.privateIpAddresses(eni))
                .secondaryPrivateIpAddressCount(Parts.number(eni.secondaryPrivateIpAddressCount()))
                .ipv4Prefixes(InterfaceRequests.ipv4Prefixes(eni))
                .ipv4PrefixCount(Parts.number(eni.ipv4PrefixCount()))
                .ipv6Addresses(InterfaceRequests.ipv6Addresses(eni))
                .ipv6AddressCount(Parts.number(eni.ipv6AddressCount()))
                .ipv6Prefixes(InterfaceRequests.ipv6Prefixes(eni))
                .ipv6PrefixCount(Parts.number(eni.ipv6PrefixCount()))
                .primaryIpv6(eni.enablePrimaryIpv6() ? true : null)
                .connectionTrackingSpecification(InterfaceRequests.tracking(eni.connectionTracking()));
    }

    /** Returns the tags of the instances and of the interfaces that the launch creates, which EC2 tags all alike. */
    private static @Nullable List<TagSpecification> tags(LaunchInstance launch) {
        Set<Map<String, String>> ofInterfaces = launch.interfaces().stream()
                .flatMap(each -> each.created().stream())
                .map(CreateEni::tags)
                .collect(Collectors.toSet());
        if (ofInterfaces.size() > 1) {
            throw new NoRequestException(launch + ": RunInstances gives all interfaces that it creates the same tags");
        }
        List<TagSpecification> all = new ArrayList<>();
        List<TagSpecification> ofInstances = Parts.tags("instance", launch.tags());
        if (ofInstances != null) {
            all.addAll(ofInstances);
        }
        for (Map<String, String> each : ofInterfaces) {
            List<TagSpecification> alike = Parts.tags("network-interface", each);
            if (alike != null) {
                all.addAll(alike);
            }
        }
        return all.isEmpty() ? null : all;
    }
}
