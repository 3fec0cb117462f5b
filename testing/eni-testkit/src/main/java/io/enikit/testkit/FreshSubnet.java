package io.enikit.testkit;

import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.Subnet;
import io.enikit.net.Cidr;

/** A new subnet in the VPC of a {@link SampleNetwork}, in which new interfaces fit. */
final class FreshSubnet {
    /** The index of an address that no other interface has. */
    private static final int HOST = 100;

    private final int number;

    /** Chooses a block at random. */
    FreshSubnet(SampleNetwork network) {
        number = network.choice().between(9, 199);
    }

    Cidr cidrBlock() {
        return Cidr.parse("10.200.0.0/16").child(24, number);
    }

    Cidr ipv6CidrBlock() {
        return Cidr.parse("2001:db8:0:ff00::/56").child(64, number);
    }

    /** Returns the subnet without blocks. */
    static Subnet.Builder bare() {
        return Subnet.builder().id("site/new").vpcId("site").availabilityZone("eu-west-1a");
    }

    Subnet subnet() {
        return bare().cidrBlock(cidrBlock()).ipv6CidrBlock(ipv6CidrBlock()).build();
    }

    Eni.Builder eni() {
        return eni("site/new", HOST);
    }

    Eni.Builder eni(String id, int host) {
        return Eni.builder()
                .id(id)
                .subnetId("site/new")
                .addPrivateIpAddress(new EniAddress(cidrBlock().nth(host), true))
                .addSecurityGroups("site/web");
    }
}
