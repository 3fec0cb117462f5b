package io.enikit.json;

import io.enikit.model.Attachment;
import io.enikit.model.AttachmentStatus;
import io.enikit.model.CidrReservation;
import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.EniId;
import io.enikit.model.Instance;
import io.enikit.model.InstanceState;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PublicIpv4;
import io.enikit.model.SecurityGroup;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Plans of any shape, made of random numbers: with every attribute set in one or another, and valid. */
final class Plans {
    private static final String[] ZONES = {"eu-west-1a", "eu-west-1b", "eu-west-1c"};

    private final Random random;
    private final NetworkPlan.Builder plan = NetworkPlan.builder();

    private Plans(long seed) {
        this.random = new Random(seed);
    }

    static NetworkPlan of(long seed, int instances) {
        return new Plans(seed).make(instances);
    }

    private NetworkPlan make(int instances) {
        boolean gateway = random.nextBoolean();
        Vpc.Builder vpc = Vpc.builder()
                .id("vpc-1")
                .addCidrBlock("10.0.0.0/16")
                .addIpv6CidrBlock("2001:db8::/56")
                .internetGatewayAttached(gateway)
                .defaultVpc(random.nextBoolean())
                .tags(tags());
        if (random.nextBoolean()) {
            vpc.addCidrBlock("10.9.0.0/16");
        }
        plan.add(vpc.build());
        for (int i = 0; i < ZONES.length; i++) {
            Subnet.Builder subnet = Subnet.builder()
                    .id("subnet-" + i)
                    .vpcId("vpc-1")
                    .availabilityZone(ZONES[i])
                    .cidrBlock("10.0." + (16 * i) + ".0/20")
                    .ipv6CidrBlock("2001:db8:0:" + i + "::/64")
                    .mapPublicIpOnLaunch(random.nextBoolean())
                    .assignIpv6AddressOnCreation(random.nextBoolean())
                    .tags(tags());
            if (random.nextBoolean()) {
                subnet.addCidrReservation(new CidrReservation(
                                Cidr.parse("10.0." + (16 * i + 15) + ".0/24"), CidrReservation.Type.PREFIX))
                        .addCidrReservation(new CidrReservation(
                                Cidr.parse("2001:db8:0:" + i + ":9::/80"), CidrReservation.Type.EXPLICIT));
            }
            plan.add(subnet.build());
        }
        plan.add(SecurityGroup.builder()
                .id("sg-1")
                .vpcId("vpc-1")
                .groupName("web \"ü\"")
                .tags(tags())
                .build());
        SecurityGroup.Builder other =
                SecurityGroup.builder().id("sg-2").vpcId("vpc-1").description("other");
        if (random.nextBoolean()) {
            other.addAssociatedVpcId(VpcId.of("vpc-elsewhere"));
        }
        plan.add(other.build());
        for (int i = 0; i < instances; i++) {
            instance(i, gateway);
        }
        return plan.build();
    }

    private Map<String, String> tags() {
        Map<String, String> tags = new TreeMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            tags.put("key " + i, random.nextBoolean() ? "" : "value\n\"" + (char) ('a' + random.nextInt(900)));
        }
        return tags;
    }

    private void instance(int number, boolean gateway) {
        int zone = random.nextInt(ZONES.length);
        boolean gone = random.nextInt(10) == 0;
        plan.add(Instance.builder()
                .id("i-" + number)
                .instanceType("m5.large")
                .state(gone ? InstanceState.TERMINATED : InstanceState.STOPPED)
                .availabilityZone(random.nextBoolean() ? Optional.of(ZONES[zone]) : Optional.empty())
                .tags(tags())
                .build());
        if (gone) {
            return;
        }
        for (int index = 0; index <= random.nextInt(3); index++) {
            boolean elastic = gateway && random.nextInt(3) == 0;
            Eni eni = eni("eni-" + number + "-" + index, zone, number * 8 + index * 2 + 4)
                    .associatePublicIpAddress(random.nextBoolean())
                    .attachment(Attachment.builder()
                            .instanceId("i-" + number)
                            .deviceIndex(index)
                            .deleteOnTermination(random.nextBoolean())
                            .status(random.nextBoolean() ? AttachmentStatus.ATTACHED : AttachmentStatus.ATTACHING)
                            .attachmentId(
                                    random.nextBoolean()
                                            ? Optional.of("eni-attach-" + number + "-" + index)
                                            : Optional.empty())
                            .build())
                    .publicIpv4(index > 0 || elastic ? Optional.empty() : publicIpv4())
                    .build();
            plan.add(eni);
            if (elastic) {
                plan.add(ElasticIp.builder()
                        .id("eipalloc-" + eni.id())
                        .publicIp(random.nextBoolean() ? Optional.of(publicAddress()) : Optional.empty())
                        .association(new ElasticIpAssociation(
                                eni.id(), eni.privateIpAddress().orElseThrow()))
                        .tags(tags())
                        .build());
            }
        }
        if (random.nextBoolean()) {
            plan.add(eni("eni-" + number + "-free", zone, number * 8 + 10)
                    .requesterManaged(random.nextBoolean())
                    .attachment(random.nextBoolean() ? Optional.empty() : Optional.of(ofService()))
                    .build());
            plan.add(ElasticIp.builder().id("eipalloc-" + number).build());
        }
    }

    private Attachment ofService() {
        return Attachment.builder()
                .deviceIndex(1)
                .attachmentId(random.nextBoolean() ? Optional.of("ela-attach-1") : Optional.empty())
                .build();
    }

    private Optional<PublicIpv4> publicIpv4() {
        return switch (random.nextInt(4)) {
            case 0 -> Optional.of(PublicIpv4.chosenByEc2());
            case 1 -> Optional.of(PublicIpv4.of(publicAddress()));
            default -> Optional.empty();
        };
    }

    private IpAddress publicAddress() {
        return IpAddress.parse("203.0.113.0").plus(random.nextInt(256));
    }

    /** Starts an interface with two IPv4 addresses from one on, counted from the start of the subnet. */
    private Eni.Builder eni(String id, int zone, int offset) {
        IpAddress first = IpAddress.parse("10.0." + (16 * zone) + ".0").plus(offset);
        Eni.Builder eni = Eni.builder()
                .id(EniId.of(id))
                .subnetId("subnet-" + zone)
                .addPrivateIpAddress(new EniAddress(first, true))
                .addSecurityGroups(random.nextBoolean() ? new String[] {"sg-1"} : new String[] {"sg-1", "sg-2"})
                .sourceDestCheck(random.nextBoolean())
                .description(random.nextBoolean() ? "" : "made by a test")
                .interfaceType(random.nextInt(5) > 0 ? InterfaceType.INTERFACE : InterfaceType.of("branch"))
                .tags(tags());
        if (random.nextBoolean()) {
            eni.addPrivateIpAddress(new EniAddress(first.plus(1), false));
        }
        if (random.nextBoolean()) {
            eni.addIpv6Address(
                    new EniAddress(IpAddress.parse("2001:db8:0:" + zone + "::").plus(offset), random.nextBoolean()));
        }
        if (random.nextInt(4) == 0) {
            eni.addIpv4Prefix(Cidr.containing(
                    IpAddress.parse("10.0." + (16 * zone + 8) + ".0").plus(8L * offset), 28));
            eni.addIpv6Prefix(Cidr.parse("2001:db8:0:" + zone + ":" + Integer.toHexString(offset + 16) + "::/80"));
        }
        if (random.nextBoolean()) {
            eni.macAddress("02:00:00:00:%02x:%02x".formatted(zone, offset & 0xff));
        }
        return eni;
    }
}
