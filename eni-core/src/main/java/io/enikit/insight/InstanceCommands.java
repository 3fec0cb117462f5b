package io.enikit.insight;

import com.google.common.collect.ImmutableMap;
import io.enikit.model.ConnectionTracking;
import io.enikit.model.InterfaceType;
import io.enikit.operations.CreateEni;
import io.enikit.operations.LaunchInstance;
import io.enikit.operations.LaunchInterface;
import io.enikit.operations.ModifyInstance;
import io.enikit.operations.Operation;
import io.enikit.operations.StartInstance;
import io.enikit.operations.StopInstance;
import io.enikit.operations.TerminateInstance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The command lines of operations on instances. */
final class InstanceCommands {
    private InstanceCommands() {}

    static ImmutableMap<Class<? extends Operation>, Function<Operation, CommandLine>> all() {
        ImmutableMap.Builder<Class<? extends Operation>, Function<Operation, CommandLine>> all = ImmutableMap.builder();
        AwsCommands.put(all, LaunchInstance.class, InstanceCommands::launch);
        AwsCommands.put(
                all,
                StartInstance.class,
                call -> CommandLine.of("start-instances").option("instance-ids", call.instance()));
        AwsCommands.put(
                all,
                StopInstance.class,
                call -> CommandLine.of("stop-instances").option("instance-ids", call.instance()));
        AwsCommands.put(
                all,
                TerminateInstance.class,
                call -> CommandLine.of("terminate-instances").option("instance-ids", call.instance()));
        AwsCommands.put(all, ModifyInstance.class, InstanceCommands::modify);
        return all.buildOrThrow();
    }

    private static CommandLine launch(LaunchInstance call) {
        CommandLine line = CommandLine.of("run-instances")
                .image()
                .option("instance-type", call.instanceType())
                .option("count", call.count());
        call.subnetId().ifPresent(subnet -> line.option("subnet-id", subnet));
        call.availabilityZone().ifPresent(zone -> line.option("placement", "AvailabilityZone=" + zone));
        line.option("private-ip-address", call.privateIpAddress()).options("security-group-ids", call.securityGroups());
        if (!call.interfaces().isEmpty()) {
            line.json(
                    "network-interfaces",
                    call.interfaces().stream()
                            .map(InstanceCommands::launched)
                            .collect(Collectors.joining(",", "[", "]")));
        }
        Map<String, Map<String, String>> tags = new LinkedHashMap<>();
        tags.put("instance", call.tags());
        tags.put("network-interface", tagsOfInterfaces(call));
        line.tags(tags);
        return call.count() == 1 ? line.keeps(call.instance(), "Instances[0].InstanceId") : line;
    }

    /** Returns the tags of the interfaces that are created, if they are all the same: a call can say no others. */
    private static Map<String, String> tagsOfInterfaces(LaunchInstance call) {
        List<Map<String, String>> different = call.interfaces().stream()
                .flatMap(each -> each.created().stream())
                .map(CreateEni::tags)
                .distinct()
                .toList();
        return different.size() == 1 ? different.get(0) : Map.of();
    }

    private static String launched(LaunchInterface each) {
        List<String> members = new ArrayList<>();
        members.add("\"DeviceIndex\":" + each.deviceIndex());
        if (each.networkCardIndex() != 0) {
            members.add("\"NetworkCardIndex\":" + each.networkCardIndex());
        }
        each.existing().ifPresent(eni -> members.add("\"NetworkInterfaceId\":" + JsonText.of(ShellWord.inside(eni))));
        each.created().ifPresent(eni -> {
            members.add("\"DeleteOnTermination\":" + each.deleteOnTermination());
            addCreated(eni, members);
        });
        return "{" + String.join(",", members) + "}";
    }

    private static void addCreated(CreateEni eni, List<String> members) {
        members.add("\"SubnetId\":" + JsonText.of(ShellWord.inside(eni.subnetId())));
        if (!eni.securityGroups().isEmpty()) {
            members.add("\"Groups\":"
                    + eni.securityGroups().stream()
                            .map(group -> JsonText.of(ShellWord.inside(group)))
                            .collect(Collectors.joining(",", "[", "]")));
        }
        if (!eni.description().isEmpty()) {
            members.add("\"Description\":" + JsonText.of(eni.description()));
        }
        if (!eni.interfaceType().equals(InterfaceType.INTERFACE)) {
            members.add("\"InterfaceType\":" + JsonText.of(eni.interfaceType().toString()));
        }
        eni.associatePublicIpAddress().ifPresent(on -> members.add("\"AssociatePublicIpAddress\":" + on));
        eni.privateIpAddress().ifPresent(address -> members.add("\"PrivateIpAddress\":\"" + address + "\""));
        count("SecondaryPrivateIpAddressCount", eni.secondaryPrivateIpAddressCount(), members);
        count("Ipv4PrefixCount", eni.ipv4PrefixCount(), members);
        count("Ipv6AddressCount", eni.ipv6AddressCount(), members);
        count("Ipv6PrefixCount", eni.ipv6PrefixCount(), members);
        list(
                "PrivateIpAddresses",
                eni.privateIpAddresses(),
                each -> "\"Primary\":" + each.primary() + ",\"PrivateIpAddress\":\"" + each.address() + "\"",
                members);
        list("Ipv6Addresses", eni.ipv6Addresses(), each -> "\"Ipv6Address\":\"" + each + "\"", members);
        list("Ipv4Prefixes", eni.ipv4Prefixes(), each -> "\"Ipv4Prefix\":\"" + each + "\"", members);
        list("Ipv6Prefixes", eni.ipv6Prefixes(), each -> "\"Ipv6Prefix\":\"" + each + "\"", members);
        if (eni.enablePrimaryIpv6()) {
            members.add("\"PrimaryIpv6\":true");
        }
        if (!eni.connectionTracking().equals(ConnectionTracking.defaults())) {
            List<String> seconds = new ArrayList<>();
            count("TcpEstablishedTimeout", eni.connectionTracking().tcpEstablishedTimeout(), seconds);
            count("UdpStreamTimeout", eni.connectionTracking().udpStreamTimeout(), seconds);
            count("UdpTimeout", eni.connectionTracking().udpTimeout(), seconds);
            members.add("\"ConnectionTrackingSpecification\":{" + String.join(",", seconds) + "}");
        }
    }

    private static void count(String key, OptionalInt count, List<String> members) {
        count.ifPresent(number -> members.add("\"" + key + "\":" + number));
    }

    private static <T> void list(String key, List<T> values, Function<T, String> text, List<String> members) {
        if (!values.isEmpty()) {
            members.add("\"" + key + "\":"
                    + values.stream()
                            .map(each -> "{" + text.apply(each) + "}")
                            .collect(Collectors.joining(",", "[", "]")));
        }
    }

    private static CommandLine modify(ModifyInstance call) {
        CommandLine line = CommandLine.of("modify-instance-attribute").option("instance-id", call.instance());
        call.sourceDestCheck().ifPresent(on -> line.either("source-dest-check", on));
        call.securityGroups().ifPresent(groups -> line.options("groups", groups));
        return line;
    }
}
