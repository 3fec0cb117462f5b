package io.enikit.diagram;

import io.enikit.model.AddressDemand;
import io.enikit.model.Attachment;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Resource;
import io.enikit.model.ResourceId;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.model.TrunkAssociation;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import io.enikit.net.IpRange;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What pictures say of the resources of a plan. */
final class PlanWords {
    private PlanWords() {}

    /** Returns a part for each block of each subnet of a VPC. */
    static List<AddressMap.Part> subnetParts(NetworkPlan plan, VpcId vpc) {
        List<AddressMap.Part> parts = new ArrayList<>();
        for (Subnet subnet : plan.subnetsOf(vpc)) {
            for (Cidr block : blocksOf(subnet)) {
                String free = block.family() == IpFamily.IPV4
                        ? ", " + count(plan.availableIpAddressCount(subnet.id())) + " free"
                        : "";
                parts.add(AddressMap.Part.of(
                        IpRange.from(block),
                        AddressMap.Kind.USED,
                        subnet.id().toString(),
                        subnet.availabilityZone() + free));
            }
        }
        return parts;
    }

    /** Returns how many IPv4 addresses of a subnet are free, once EC2 has chosen all that it is to. */
    static Optional<BigInteger> freeIpv4Addresses(NetworkPlan plan, SubnetId subnet) {
        AddressDemand demand = plan.addressDemandOn(subnet);
        BigInteger inDemand = BigInteger.valueOf(demand.ipv4Prefixes())
                .shiftLeft(IpFamily.IPV4.bits() - Eni.IPV4_PREFIX_LENGTH)
                .add(BigInteger.valueOf(demand.ipv4Addresses()));
        return plan.freeSpace(subnet, IpFamily.IPV4)
                .map(space -> space.size().subtract(inDemand).max(BigInteger.ZERO));
    }

    static List<Cidr> blocksOf(Subnet subnet) {
        return Stream.of(subnet.cidrBlock(), subnet.ipv6CidrBlock())
                .flatMap(Optional::stream)
                .toList();
    }

    static String blocksOf(Vpc vpc) {
        return Stream.concat(vpc.cidrBlocks().stream(), vpc.ipv6CidrBlocks().stream())
                .map(Cidr::toString)
                .collect(Collectors.joining(", "));
    }

    /** Returns where an interface is on its instance, the network card only where it is not card 0. */
    static String place(Attachment attachment) {
        return attachment.networkCardIndex() == 0
                ? "index " + attachment.deviceIndex()
                : "card " + attachment.networkCardIndex() + " index " + attachment.deviceIndex();
    }

    /** Returns the instance and the place of an interface. */
    static String whereabouts(Eni eni) {
        return eni.attachment()
                .map(attachment ->
                        attachment.instanceId().map(instance -> instance + ", ").orElse("") + place(attachment))
                .orElseGet(() -> holder(eni));
    }

    /** Returns what holds an interface that no instance has: a trunk, a service, or nothing. */
    static String holder(Eni eni) {
        if (eni.trunkAssociation().isPresent()) {
            TrunkAssociation branch = eni.trunkAssociation().get();
            return "branch of " + branch.trunk() + ", " + branch.protocol() + " " + branch.key();
        }
        return eni.attachment().isPresent() || eni.requesterManaged()
                ? eni.interfaceType().equals(InterfaceType.INTERFACE) ? "of a service" : "of " + eni.interfaceType()
                : "unattached";
    }

    /** Returns the addresses and prefixes of an interface, primary ones first. */
    static List<String> addressesOf(Eni eni) {
        return Stream.of(
                        eni.privateIpAddresses().stream().map(EniAddress::address),
                        eni.ipv4Prefixes().stream(),
                        eni.ipv6Addresses().stream().map(EniAddress::address),
                        eni.ipv6Prefixes().stream())
                .flatMap(each -> each.map(Object::toString))
                .toList();
    }

    /** Returns the addresses and prefixes of an interface, and at the end how many EC2 has yet to choose. */
    static List<String> holdingsOf(Eni eni) {
        AddressDemand demand = eni.addressDemand();
        return demand.isNone()
                ? addressesOf(eni)
                : Stream.concat(addressesOf(eni).stream(), Stream.of("EC2 chooses " + demand))
                        .toList();
    }

    /** Returns the kind and the id of a resource. */
    static String name(ResourceId id) {
        return id.kind().word() + " " + id;
    }

    static String name(Resource resource) {
        return name(resource.resourceId());
    }

    /** Returns what a resource is, in a line. */
    static String describe(Resource resource) {
        return resource.match(
                PlanWords::blocksOf,
                subnet -> Stream.concat(
                                blocksOf(subnet).stream().map(Cidr::toString), Stream.of(subnet.availabilityZone()))
                        .collect(Collectors.joining(", ")),
                group -> "in " + group.vpcId(),
                instance -> instance.instanceType() + ", " + instance.state(),
                eni -> whereabouts(eni)
                        + holdingsOf(eni).stream()
                                .limit(1)
                                .map(each -> ", " + each)
                                .collect(Collectors.joining()),
                elasticIp -> Stream.concat(
                                elasticIp.publicIp().map(IpAddress::toString).stream(),
                                elasticIp.association().map(each -> "for " + each.eniId()).stream())
                        .collect(Collectors.joining(", ")));
    }

    /** Returns a number and a word, in the plural unless it is one. */
    static String count(long number, String word) {
        String ending = number == 1 ? "" : word.endsWith("s") ? "es" : "s";
        return count(number) + " " + word + ending;
    }

    static String count(Collection<?> things, String word) {
        return count(things.size(), word);
    }

    /** Returns a number with a comma after each three digits. */
    static String count(long number) {
        StringBuilder digits = new StringBuilder(Long.toString(number));
        for (int i = digits.length() - 3; i > 0; i -= 3) {
            digits.insert(i, ',');
        }
        return digits.toString();
    }
}
