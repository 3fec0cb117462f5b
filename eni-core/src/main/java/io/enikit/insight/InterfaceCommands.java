package io.enikit.insight;

import com.google.common.collect.ImmutableMap;
import io.enikit.model.ConnectionTracking;
import io.enikit.model.InterfaceType;
import io.enikit.net.Cidr;
import io.enikit.operations.AllocateElasticIp;
import io.enikit.operations.AssignIpv6Addresses;
import io.enikit.operations.AssignPrivateIpAddresses;
import io.enikit.operations.AssociateElasticIp;
import io.enikit.operations.AssociateElasticIpWithInstance;
import io.enikit.operations.AssociateTrunkInterface;
import io.enikit.operations.AttachEni;
import io.enikit.operations.CreateEni;
import io.enikit.operations.DeleteEni;
import io.enikit.operations.DetachAttachment;
import io.enikit.operations.DetachEni;
import io.enikit.operations.DisassociateElasticIp;
import io.enikit.operations.DisassociateTrunkInterface;
import io.enikit.operations.ModifyEni;
import io.enikit.operations.Operation;
import io.enikit.operations.ReleaseElasticIp;
import io.enikit.operations.ResetEni;
import io.enikit.operations.UnassignIpv6Addresses;
import io.enikit.operations.UnassignPrivateIpAddresses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The command lines of operations on network interfaces and Elastic IPs. */
final class InterfaceCommands {
    private InterfaceCommands() {}

    static ImmutableMap<Class<? extends Operation>, Function<Operation, CommandLine>> all() {
        ImmutableMap.Builder<Class<? extends Operation>, Function<Operation, CommandLine>> all = ImmutableMap.builder();
        AwsCommands.put(all, CreateEni.class, InterfaceCommands::create);
        AwsCommands.put(
                all,
                DeleteEni.class,
                call -> CommandLine.of("delete-network-interface").option("network-interface-id", call.eni()));
        AwsCommands.put(all, ModifyEni.class, InterfaceCommands::modify);
        AwsCommands.put(
                all,
                ResetEni.class,
                call -> CommandLine.of("reset-network-interface-attribute")
                        .option("network-interface-id", call.eni())
                        .option("source-dest-check", "true"));
        AwsCommands.put(
                all,
                AttachEni.class,
                call -> CommandLine.of("attach-network-interface")
                        .option("network-interface-id", call.eni())
                        .option("instance-id", call.instance())
                        .option("device-index", call.deviceIndex())
                        .option("network-card-index", call.networkCardIndex()));
        AwsCommands.put(
                all,
                DetachEni.class,
                call -> CommandLine.of("detach-network-interface")
                        .lookedUp(
                                "attachment-id",
                                CommandLine.of("describe-network-interfaces")
                                        .option("network-interface-ids", call.eni()),
                                "NetworkInterfaces[0].Attachment.AttachmentId"));
        AwsCommands.put(
                all,
                DetachAttachment.class,
                call -> CommandLine.of("detach-network-interface").option("attachment-id", call.attachmentId()));
        AwsCommands.put(
                all,
                AssignPrivateIpAddresses.class,
                call -> CommandLine.of("assign-private-ip-addresses")
                        .option("network-interface-id", call.eni())
                        .options("private-ip-addresses", call.privateIpAddresses())
                        .option("secondary-private-ip-address-count", call.secondaryPrivateIpAddressCount())
                        .options("ipv4-prefixes", call.ipv4Prefixes())
                        .option("ipv4-prefix-count", call.ipv4PrefixCount())
                        .flag("allow-reassignment", call.allowReassignment()));
        AwsCommands.put(
                all,
                UnassignPrivateIpAddresses.class,
                call -> CommandLine.of("unassign-private-ip-addresses")
                        .option("network-interface-id", call.eni())
                        .options("private-ip-addresses", call.privateIpAddresses())
                        .options("ipv4-prefixes", call.ipv4Prefixes()));
        AwsCommands.put(
                all,
                AssignIpv6Addresses.class,
                call -> CommandLine.of("assign-ipv6-addresses")
                        .option("network-interface-id", call.eni())
                        .options("ipv6-addresses", call.ipv6Addresses())
                        .option("ipv6-address-count", call.ipv6AddressCount())
                        .options("ipv6-prefixes", call.ipv6Prefixes())
                        .option("ipv6-prefix-count", call.ipv6PrefixCount()));
        AwsCommands.put(
                all,
                UnassignIpv6Addresses.class,
                call -> CommandLine.of("unassign-ipv6-addresses")
                        .option("network-interface-id", call.eni())
                        .options("ipv6-addresses", call.ipv6Addresses())
                        .options("ipv6-prefixes", call.ipv6Prefixes()));
        AwsCommands.put(
                all,
                AssociateTrunkInterface.class,
                call -> CommandLine.of("associate-trunk-interface")
                        .option("branch-interface-id", call.eni())
                        .option("trunk-interface-id", call.trunk())
                        .option("vlan-id", call.vlanId())
                        .option("gre-key", call.greKey()));
        AwsCommands.put(
                all,
                DisassociateTrunkInterface.class,
                call -> CommandLine.of("disassociate-trunk-interface")
                        .lookedUp(
                                "association-id",
                                CommandLine.of("describe-trunk-interface-associations"),
                                "InterfaceAssociations[?BranchInterfaceId=='" + ShellWord.inside(call.eni())
                                        + "'].AssociationId | [0]"));
        AwsCommands.put(
                all,
                AllocateElasticIp.class,
                call -> CommandLine.of("allocate-address")
                        .option("domain", "vpc")
                        .option("address", call.publicIp())
                        .tags("elastic-ip", call.tags())
                        .keeps(call.elasticIp(), "AllocationId"));
        AwsCommands.put(
                all,
                ReleaseElasticIp.class,
                call -> CommandLine.of("release-address").option("allocation-id", call.elasticIp()));
        AwsCommands.put(
                all,
                AssociateElasticIp.class,
                call -> CommandLine.of("associate-address")
                        .option("allocation-id", call.elasticIp())
                        .option("network-interface-id", call.eni())
                        .option("private-ip-address", call.privateIpAddress())
                        .either("allow-reassociation", call.allowReassociation()));
        AwsCommands.put(
                all,
                AssociateElasticIpWithInstance.class,
                call -> CommandLine.of("associate-address")
                        .option("allocation-id", call.elasticIp())
                        .option("instance-id", call.instance())
                        .option("private-ip-address", call.privateIpAddress())
                        .either("allow-reassociation", call.allowReassociation()));
        AwsCommands.put(
                all,
                DisassociateElasticIp.class,
                call -> CommandLine.of("disassociate-address")
                        .lookedUp(
                                "association-id",
                                CommandLine.of("describe-addresses").option("allocation-ids", call.elasticIp()),
                                "Addresses[0].AssociationId"));
        return all.buildOrThrow();
    }

    private static CommandLine create(CreateEni call) {
        CommandLine line = CommandLine.of("create-network-interface")
                .option("subnet-id", call.subnetId())
                .option("description", Optional.of(call.description()).filter(text -> !text.isEmpty()))
                .options("groups", call.securityGroups())
                .option("private-ip-address", call.privateIpAddress())
                .option("secondary-private-ip-address-count", call.secondaryPrivateIpAddressCount())
                .options("ipv4-prefixes", prefixes("Ipv4Prefix", call.ipv4Prefixes()))
                .option("ipv4-prefix-count", call.ipv4PrefixCount())
                .options("ipv6-prefixes", prefixes("Ipv6Prefix", call.ipv6Prefixes()))
                .option("ipv6-prefix-count", call.ipv6PrefixCount())
                .option("ipv6-address-count", call.ipv6AddressCount());
        line.options(
                "private-ip-addresses",
                call.privateIpAddresses().stream()
                        .map(each -> "Primary=" + each.primary() + ",PrivateIpAddress=" + each.address())
                        .toList());
        line.options(
                "ipv6-addresses",
                call.ipv6Addresses().stream().map(each -> "Ipv6Address=" + each).toList());
        boolean ordinary = call.interfaceType().equals(InterfaceType.INTERFACE);
        line.option("interface-type", Optional.of(call.interfaceType()).filter(type -> !ordinary));
        line.flag("enable-primary-ipv6", call.enablePrimaryIpv6());
        tracking(call.connectionTracking()).ifPresent(text -> line.option("connection-tracking-specification", text));
        return line.tags("network-interface", call.tags()).keeps(call.eni(), "NetworkInterface.NetworkInterfaceId");
    }

    private static List<String> prefixes(String key, List<Cidr> prefixes) {
        return prefixes.stream().map(prefix -> key + "=" + prefix).toList();
    }

    private static CommandLine modify(ModifyEni call) {
        CommandLine line =
                CommandLine.of("modify-network-interface-attribute").option("network-interface-id", call.eni());
        call.description().ifPresent(text -> line.json("description", "{\"Value\":" + JsonText.of(text) + "}"));
        call.sourceDestCheck().ifPresent(on -> line.either("source-dest-check", on));
        call.associatePublicIpAddress().ifPresent(on -> line.either("associate-public-ip-address", on));
        call.enablePrimaryIpv6().ifPresent(on -> line.either("enable-primary-ipv6", on));
        call.securityGroups().ifPresent(groups -> line.options("groups", groups));
        call.connectionTracking()
                .flatMap(InterfaceCommands::tracking)
                .ifPresent(text -> line.option("connection-tracking-specification", text));
        Optional<Boolean> delete = call.deleteOnTermination();
        if (delete.isPresent()) {
            String attribute = "DeleteOnTermination=" + delete.get();
            Optional<String> attachment = call.attachmentId();
            line.option(
                    "attachment",
                    attachment.map(id -> "AttachmentId=" + id + ",").orElse("") + attribute);
        }
        return line;
    }

    private static Optional<String> tracking(ConnectionTracking tracking) {
        List<String> set = new ArrayList<>();
        tracking.tcpEstablishedTimeout().ifPresent(seconds -> set.add("TcpEstablishedTimeout=" + seconds));
        tracking.udpStreamTimeout().ifPresent(seconds -> set.add("UdpStreamTimeout=" + seconds));
        tracking.udpTimeout().ifPresent(seconds -> set.add("UdpTimeout=" + seconds));
        return set.isEmpty() ? Optional.empty() : Optional.of(String.join(",", set));
    }
}
