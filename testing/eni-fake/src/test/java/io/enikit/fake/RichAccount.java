package io.enikit.fake;

import io.enikit.limits.InstanceTypes;
import io.enikit.limits.LimitRules;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import io.enikit.operations.Ec2;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An account that has something of everything, and answers by items. */
final class RichAccount {
    private static final String REGION = "us-east-1";

    private final Account account;
    private State state = State.of(NetworkPlan.builder().build());
    private final String vpc;
    private final String subnet;

    RichAccount() {
        RuleSet rules = Ec2Rules.standard().and(LimitRules.bundled());
        account = new Account(
                "123456789012",
                rules,
                Ec2.enforcing(rules),
                InstanceTypes.bundled(),
                Optional.empty(),
                Account.Timing.AT_ONCE);
        vpc = call("CreateVpc", "CidrBlock", "10.0.0.0/16", "AmazonProvidedIpv6CidrBlock", "true")
                .item("Vpc")
                .orElseThrow()
                .text("VpcId");
        call("CreateDefaultVpc");
        call("ModifyVpcAttribute", "VpcId", vpc, "EnableDnsHostnames.Value", "true");
        call("CreateTags", "ResourceId.1", vpc, "Tag.1.Key", "Stage", "Tag.1.Value", "test");
        String gateway = call("CreateInternetGateway")
                .item("InternetGateway")
                .orElseThrow()
                .text("InternetGatewayId");
        call("AttachInternetGateway", "InternetGatewayId", gateway, "VpcId", vpc);
        call("CreateTags", "ResourceId.1", gateway, "Tag.1.Key", "Stage", "Tag.1.Value", "test");
        String ipv6 =
                state.plan().vpc(vpc).orElseThrow().ipv6CidrBlocks().get(0).toString();
        subnet = call(
                        "CreateSubnet",
                        "VpcId",
                        vpc,
                        "CidrBlock",
                        "10.0.0.0/20",
                        "Ipv6CidrBlock",
                        ipv6.replace("/56", "/64"),
                        "TagSpecification.1.ResourceType",
                        "subnet",
                        "TagSpecification.1.Tag.1.Key",
                        "Stage",
                        "TagSpecification.1.Tag.1.Value",
                        "test")
                .item("Subnet")
                .orElseThrow()
                .text("SubnetId");
        call("ModifySubnetAttribute", "SubnetId", subnet, "EnableLniAtDeviceIndex", "1");
        call(
                "CreateSubnetCidrReservation",
                "SubnetId",
                subnet,
                "Cidr",
                "10.0.8.0/24",
                "ReservationType",
                "prefix",
                "TagSpecification.1.ResourceType",
                "subnet-cidr-reservation",
                "TagSpecification.1.Tag.1.Key",
                "Stage",
                "TagSpecification.1.Tag.1.Value",
                "test");
        groups();
        interfaces();
    }

    private void groups() {
        String group = call("CreateSecurityGroup", "GroupName", "web", "GroupDescription", "test", "VpcId", vpc)
                .text("GroupId");
        call("CreateTags", "ResourceId.1", group, "Tag.1.Key", "Stage", "Tag.1.Value", "test");
        for (String direction : List.of("Ingress", "Egress")) {
            call(
                    "AuthorizeSecurityGroup" + direction,
                    "GroupId",
                    group,
                    "IpPermissions.1.IpProtocol",
                    "tcp",
                    "IpPermissions.1.FromPort",
                    "80",
                    "IpPermissions.1.ToPort",
                    "81",
                    "IpPermissions.1.IpRanges.1.CidrIp",
                    "10.1.0.0/16",
                    "IpPermissions.1.Ipv6Ranges.1.CidrIpv6",
                    "2001:db8::/32",
                    "IpPermissions.1.PrefixListIds.1.PrefixListId",
                    "pl-0123456789abcdef0",
                    "IpPermissions.1.Groups.1.GroupId",
                    group,
                    "TagSpecification.1.ResourceType",
                    "security-group-rule",
                    "TagSpecification.1.Tag.1.Key",
                    "Stage",
                    "TagSpecification.1.Tag.1.Value",
                    "test");
        }
        String other = call("CreateVpc", "CidrBlock", "10.9.0.0/16")
                .item("Vpc")
                .orElseThrow()
                .text("VpcId");
        call("AssociateSecurityGroupVpc", "GroupId", group, "VpcId", other);
    }

    private void interfaces() {
        String eni = call(
                        "CreateNetworkInterface",
                        "SubnetId",
                        subnet,
                        "Description",
                        "spare",
                        "Ipv6AddressCount",
                        "1",
                        "TagSpecification.1.ResourceType",
                        "network-interface",
                        "TagSpecification.1.Tag.1.Key",
                        "Name",
                        "TagSpecification.1.Tag.1.Value",
                        "front")
                .item("NetworkInterface")
                .orElseThrow()
                .text("NetworkInterfaceId");
        String instance = launch("m5.large");
        launch("c5.xlarge");
        call("StopInstances", "InstanceId.1", launch("t3.micro"));
        call("CreateTags", "ResourceId.1", instance, "Tag.1.Key", "Stage", "Tag.1.Value", "test");
        call("AttachNetworkInterface", "NetworkInterfaceId", eni, "InstanceId", instance, "DeviceIndex", "1");
        call("AssignPrivateIpAddresses", "NetworkInterfaceId", eni, "Ipv4PrefixCount", "1");
        call("AssignIpv6Addresses", "NetworkInterfaceId", eni, "Ipv6PrefixCount", "1");
        call("CreateNetworkInterface", "SubnetId", subnet);
        String allocation = call(
                        "AllocateAddress",
                        "TagSpecification.1.ResourceType",
                        "elastic-ip",
                        "TagSpecification.1.Tag.1.Key",
                        "Stage",
                        "TagSpecification.1.Tag.1.Value",
                        "test")
                .text("AllocationId");
        String primary = state.plan()
                .primaryEniOf(InstanceId.of(instance))
                .orElseThrow()
                .id()
                .toString();
        call("AssociateAddress", "AllocationId", allocation, "NetworkInterfaceId", primary);
        call("AllocateAddress");
        trunk();
    }

    private void trunk() {
        String trunk = call("CreateNetworkInterface", "SubnetId", subnet, "InterfaceType", "trunk")
                .item("NetworkInterface")
                .orElseThrow()
                .text("NetworkInterfaceId");
        String second = call("CreateSubnet", "VpcId", vpc, "CidrBlock", "10.0.32.0/24")
                .item("Subnet")
                .orElseThrow()
                .text("SubnetId");
        for (String key : List.of("VlanId", "GreKey")) {
            String branch = call("CreateNetworkInterface", "SubnetId", second)
                    .item("NetworkInterface")
                    .orElseThrow()
                    .text("NetworkInterfaceId");
            call("AssociateTrunkInterface", "BranchInterfaceId", branch, "TrunkInterfaceId", trunk, key, "7");
        }
    }

    private String launch(String type) {
        return call(
                        "RunInstances",
                        "ImageId",
                        Net.IMAGE,
                        "InstanceType",
                        type,
                        "SubnetId",
                        subnet,
                        "MinCount",
                        "1",
                        "MaxCount",
                        "1",
                        "KeyName",
                        "key",
                        "ClientToken",
                        "token-" + type,
                        "Ipv6AddressCount",
                        "1",
                        "IamInstanceProfile.Name",
                        "node",
                        "BlockDeviceMapping.1.DeviceName",
                        "/dev/sda1",
                        "BlockDeviceMapping.1.Ebs.VolumeSize",
                        "8")
                .items("Instances")
                .get(0)
                .text("InstanceId");
    }

    String vpc() {
        return vpc;
    }

    String subnet() {
        return subnet;
    }

    /** Returns a client of a fake without anything, for requests that are wrong in themselves. */
    TestClient client() {
        return new TestClient(FakeEc2.empty());
    }

    private Item call(String action, String... parameters) {
        Map<String, String> form = new LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            form.put(parameters[i], parameters[i + 1]);
        }
        return answer(Api.modelled().action(action).orElseThrow(), form);
    }

    /** Carries out a call; the state goes on. */
    Item answer(ApiAction action, Map<String, String> form) {
        Kernel.Step step = Kernel.answer(
                account, REGION, Instant.parse("2026-02-03T04:05:06Z"), state, action, Kernel.read(action, form));
        step.error().ifPresent(error -> {
            throw new AssertionError(action.name() + form + ": " + error);
        });
        state = step.state();
        return step.answer().orElseThrow();
    }

    /** Finds a value that a filter would look at in what is listed. */
    Optional<String> valueOf(List<Item> items, List<List<String>> paths) {
        String[] found = new String[1];
        for (List<String> path : paths) {
            for (Item item : items) {
                if (!path.isEmpty() && path.get(0).startsWith("#")) {
                    return Optional.of("web");
                }
                boolean interfaces = !path.isEmpty() && path.get(0).startsWith("@");
                List<Item> from = interfaces ? enis() : List.of(item);
                List<String> way = new ArrayList<>(path);
                if (interfaces) {
                    way.set(0, path.get(0).substring(1));
                }
                for (Item each : from) {
                    Filters.any(each, way, 0, text -> {
                        found[0] = text;
                        return true;
                    });
                    if (found[0] != null) {
                        return Optional.of(found[0]);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private List<Item> enis() {
        return call("DescribeNetworkInterfaces", "Filter.1.Name", "attachment.instance-id", "Filter.1.Value.1", "i-*")
                .items("NetworkInterfaces");
    }
}
