package io.enikit.fake.awssdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InternetGateway;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;

/** Deletes VPCs that a test made with all that is in them, and its Elastic IPs. */
@SuppressWarnings("unchecked") // the SDK takes generic varargs
final class CleanUp {
    private final Target target;
    private final Ec2Client client;

    CleanUp(Target target) {
        this.target = target;
        client = target.ec2Client();
    }

    void run(List<String> made) {
        List<String> vpcs =
                made.stream().filter(each -> each.startsWith("vpc-")).toList();
        try {
            vpcs.forEach(this::empty);
            made.stream().filter(each -> each.startsWith("eipalloc-")).forEach(this::release);
            vpcs.forEach(each -> gone(() -> client.deleteVpc(r -> r.vpcId(each))));
            for (String each : vpcs) {
                assertThat(client.describeVpcs(r -> r.filters(in(each))).vpcs()).isEmpty();
            }
        } catch (SdkException | AssertionError e) {
            if (!target.isStrange()) {
                throw new AssertionError("delete by hand what is tagged " + CallFacts.TAG + ": " + made, e);
            }
        }
    }

    private static Filter in(String vpc) {
        return Filter.builder().name("vpc-id").values(vpc).build();
    }

    private void empty(String vpc) {
        List<String> instances = new ArrayList<>();
        client.describeInstances(r -> r.filters(in(vpc))).reservations().stream()
                .flatMap(each -> each.instances().stream())
                .map(Instance::instanceId)
                .forEach(instances::add);
        if (!instances.isEmpty()) {
            client.terminateInstances(r -> r.instanceIds(instances));
            target.waiter().waitUntilInstanceTerminated(r -> r.instanceIds(instances));
        }
        for (NetworkInterface each :
                client.describeNetworkInterfaces(r -> r.filters(in(vpc))).networkInterfaces()) {
            gone(() -> client.deleteNetworkInterface(r -> r.networkInterfaceId(each.networkInterfaceId())));
        }
        List<SecurityGroup> groups =
                client.describeSecurityGroups(r -> r.filters(in(vpc))).securityGroups();
        for (SecurityGroup each : groups) {
            if (each.hasIpPermissions()
                    && !each.ipPermissions().isEmpty()
                    && !each.groupName().equals("default")) {
                client.revokeSecurityGroupIngress(r -> r.groupId(each.groupId()).ipPermissions(each.ipPermissions()));
            }
        }
        for (SecurityGroup each : groups) {
            if (!each.groupName().equals("default")) {
                gone(() -> client.deleteSecurityGroup(r -> r.groupId(each.groupId())));
            }
        }
        for (Subnet each : client.describeSubnets(r -> r.filters(in(vpc))).subnets()) {
            gone(() -> client.deleteSubnet(r -> r.subnetId(each.subnetId())));
        }
        Filter attached = Filter.builder().name("attachment.vpc-id").values(vpc).build();
        for (InternetGateway each :
                client.describeInternetGateways(r -> r.filters(attached)).internetGateways()) {
            client.detachInternetGateway(r -> r.vpcId(vpc).internetGatewayId(each.internetGatewayId()));
            client.deleteInternetGateway(r -> r.internetGatewayId(each.internetGatewayId()));
        }
    }

    private void release(String allocation) {
        client.describeAddresses(r -> r.allocationIds(allocation)).addresses().stream()
                .filter(each -> each.associationId() != null)
                .forEach(each -> client.disassociateAddress(r -> r.associationId(each.associationId())));
        client.releaseAddress(r -> r.allocationId(allocation));
    }

    /** Deletes something, for a while again where what uses it is only going. */
    private void gone(Runnable delete) {
        for (int left = target.isAws() ? 20 : 0; ; left--) {
            try {
                delete.run();
                return;
            } catch (Ec2Exception e) {
                String code = e.awsErrorDetails().errorCode();
                if (code.endsWith(".NotFound")) {
                    return;
                } else if (left == 0) {
                    throw e;
                }
                Target.pause();
            }
        }
    }
}
