package io.enikit.diagram;

import io.enikit.model.AddressDemand;
import io.enikit.model.Attachment;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.InstanceId;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanNames;
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
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What pictures say of the resources of a plan. */
final class PlanWords {
    private PlanWords() {}

    /** Returns a part for each block of each subnet of a VPC. */
    static List<AddressMap.Part> subnetParts(NetworkPlan plan, VpcId vpc) {
        PlanNames names = PlanNames.of(plan);
        List<AddressMap.Part> parts = new ArrayList<>();
        for (Subnet subnet : plan.subnetsOf(vpc)) {
            for (Cidr block : blocksOf(subnet)) {
                String free = block.family() == IpFamily.IPV4
                        ? ", " + count(plan.availableIpAddressCount(subnet.id())) + " free"
                        : "";
                AddressMap.Part part = AddressMap.Part.of(
                        IpRange.from(block),
                        AddressMap.Kind.USED,
                        names.nameOf(subnet.id()),
                        subnet.availabilityZone() + free);
                OptionalDouble share =
                        block.family() == IpFamily.IPV4 ? usedShare(plan, subnet) : OptionalDouble.empty();
                parts.add(share.isPresent() ? part.withUsedShare(share.getAsDouble()) : part);
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

    /** Returns how much of the IPv4 addresses of a subnet is used or kept by AWS, 0 to 1. */
    static OptionalDouble usedShare(NetworkPlan plan, Subnet subnet) {
        Optional<BigInteger> free = freeIpv4Addresses(plan, subnet.id());
        if (free.isEmpty() || subnet.cidrBlock().isEmpty()) {
            return OptionalDouble.empty();
        }
        BigInteger size = subnet.cidrBlock().get().size();
        return OptionalDouble.of(new BigDecimal(size.subtract(free.get()))
                .divide(new BigDecimal(size), MathContext.DECIMAL32)
                .doubleValue());
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
    static String whereabouts(Eni eni, NetworkPlan plan, PlanNames names) {
        return eni.attachment()
                .flatMap(attachment -> attachment
                        .instanceId()
                        .map(instance -> instanceOf(instance, plan, names) + ", " + placeOf(eni, attachment)))
                .orElseGet(() -> holder(eni, names));
    }

    /** Returns what an instance is called, and whether the plan lacks it. */
    private static String instanceOf(InstanceId instance, NetworkPlan plan, PlanNames names) {
        return plan.instance(instance).isPresent() ? names.nameOf(instance) : notRead(instance);
    }

    /** Returns the id of something that interfaces or subnets name, and that the plan lacks. */
    static String notRead(ResourceId id) {
        return id + " (not read)";
    }

    /** Returns where an interface is on its instance, with its type where that is no ordinary one. */
    static String placeOf(Eni eni, Attachment attachment) {
        return place(attachment)
                + (eni.interfaceType().equals(InterfaceType.INTERFACE) ? "" : ", " + eni.interfaceType());
    }

    /** Returns what holds an interface that no instance has: a trunk, a service, or nothing. */
    static String holder(Eni eni, PlanNames names) {
        if (eni.trunkAssociation().isPresent()) {
            return branch(eni.trunkAssociation().get(), names);
        }
        if (!eni.interfaceType().equals(InterfaceType.INTERFACE)) {
            return eni.interfaceType().toString();
        }
        return eni.attachment().isPresent() || eni.requesterManaged() ? "interface of a service" : "unattached";
    }

    /** Returns whose branch an interface is, such as {@code branch of trunk-1, VLAN 7}. */
    static String branch(TrunkAssociation branch, PlanNames names) {
        String key = switch (branch.protocol()) {
            case VLAN -> "VLAN ";
            case GRE -> "GRE key ";
        };
        return "branch of " + names.nameOf(branch.trunk()) + ", " + key + branch.key();
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

    /** Returns the kind and the id of a resource: no two resources share both. */
    static String key(ResourceId id) {
        return id.kind().word() + " " + id;
    }

    static String key(Resource resource) {
        return key(resource.resourceId());
    }

    /** Returns the kind of a resource and what it is called. */
    static String name(ResourceId id, PlanNames names) {
        return id.kind().word() + " " + names.nameOf(id);
    }

    /** Returns what a resource is, in a line. */
    static String describe(Resource resource, NetworkPlan plan, PlanNames names) {
        return resource.match(
                PlanWords::blocksOf,
                subnet -> Stream.concat(
                                blocksOf(subnet).stream().map(Cidr::toString), Stream.of(subnet.availabilityZone()))
                        .collect(Collectors.joining(", ")),
                group -> "in " + names.nameOf(group.vpcId()),
                instance -> instance.instanceType() + ", " + instance.state(),
                eni -> Stream.concat(holdingsOf(eni).stream().limit(1), Stream.of(whereabouts(eni, plan, names)))
                        .collect(Collectors.joining(", ")),
                elasticIp -> Stream.concat(
                                elasticIp.publicIp().map(IpAddress::toString).stream(),
                                elasticIp.association().map(each -> "for " + names.nameOf(each.eniId())).stream())
                        .collect(Collectors.joining(", ")));
    }

    /** Returns a number and a word, in the plural unless it is one. */
    static String count(long number, String word) {
        String ending = number == 1 ? "" : word.endsWith("s") ? "es" : "s";
        return count(number) + " " + word + ending;
    }

    /** Returns how many more of something there are, empty if none are. */
    static Optional<String> more(long number, String word) {
        return number == 0 ? Optional.empty() : Optional.of("and " + count(number, "more " + word));
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
