package io.enikit.footprint;

import io.enikit.limits.InstanceTypes;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jol.info.GraphLayout;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;

/**
 * Bytes an interface takes, with one address, one group and an attachment: ours, alone and in a plan, and the SDK's; and
 * bytes of the bundled table of instance types, as it is loaded and with every row decoded.
 */
public final class Footprint {
    private static final int COUNT = 10_000;

    private Footprint() {}

    public static void main(String[] args) {
        Cidr block = Cidr.parse("10.0.0.0/16");
        NetworkPlan.Builder plan = NetworkPlan.builder()
                .add(Subnet.builder()
                        .id("subnet-0123456789abcdef0")
                        .vpcId("vpc-0123456789abcdef0")
                        .availabilityZone("eu-west-1a")
                        .cidrBlock(block)
                        .build());
        List<Eni> ours = new ArrayList<>();
        List<NetworkInterface> theirs = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            IpAddress address = block.nth(i + 4L);
            String id = String.format("eni-%017x", i);
            String instance = String.format("i-%017x", i);
            Eni eni = Eni.builder()
                    .id(id)
                    .subnetId("subnet-0123456789abcdef0")
                    .primaryPrivateIpAddress(address.toString())
                    .addSecurityGroups("sg-0123456789abcdef0")
                    .attachment(instance, 0)
                    .build();
            ours.add(eni);
            plan.add(eni);
            theirs.add(sdk(eni, id, instance, address.toString()));
        }
        print("io.enikit.model.Eni", GraphLayout.parseInstance(ours.toArray()).totalSize());
        print("io.enikit.model.NetworkPlan, indexes included", GraphLayout.parseInstance(plan.build()).totalSize());
        print("software.amazon.awssdk NetworkInterface", GraphLayout.parseInstance(theirs.toArray()).totalSize());
        printTable();
    }

    private static void printTable() {
        InstanceTypes types = InstanceTypes.bundled();
        long loaded = GraphLayout.parseInstance(types).totalSize();
        int rows = types.stream().toList().size(); // count would not look at them
        long decoded = GraphLayout.parseInstance(types).totalSize();
        System.out.printf("InstanceTypes of %,d rows: %,d bytes loaded, %,d decoded%n", rows, loaded, decoded);
    }

    private static NetworkInterface sdk(Eni eni, String id, String instance, String address) {
        return NetworkInterface.builder()
                .networkInterfaceId(id)
                .subnetId("subnet-0123456789abcdef0")
                .macAddress(eni.macAddress().toString())
                .privateIpAddress(address)
                .privateIpAddresses(each -> each.privateIpAddress(address).primary(true))
                .groups(each -> each.groupId("sg-0123456789abcdef0"))
                .attachment(each -> each.attachmentId(
                                eni.attachment().orElseThrow().attachmentId().orElseThrow())
                        .instanceId(instance)
                        .deviceIndex(0)
                        .networkCardIndex(0)
                        .deleteOnTermination(false)
                        .status("attached"))
                .sourceDestCheck(true)
                .requesterManaged(false)
                .status("in-use")
                .interfaceType("interface")
                .description("")
                .build();
    }

    private static void print(String what, long bytes) {
        System.out.printf("%-50s %,6d bytes an interface%n", what, bytes / COUNT);
    }
}
