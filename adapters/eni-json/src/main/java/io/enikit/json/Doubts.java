package io.enikit.json;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.SetMultimap;
import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.Instance;
import io.enikit.model.NetworkPlan;
import io.enikit.model.ResourceId;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import io.enikit.rules.Violation;
import java.util.Optional;
import java.util.Set;

/** What is not known about resources that were read, and which violations hang on it. */
final class Doubts {
    /** A side of a resource that a file may leave open. */
    enum Aspect {
        /** Which interfaces an instance has. */
        INTERFACES,
        /** Whether a VPC has an internet gateway. */
        INTERNET_GATEWAY,
        /** The IPv4 blocks of a VPC or a subnet. */
        IPV4_BLOCKS,
        /** The IPv6 blocks of a VPC or a subnet. */
        IPV6_BLOCKS,
        /** The private IPv4 addresses of an interface. */
        ADDRESSES,
        /** The security groups of an interface. */
        GROUPS,
        /** The name of a security group. */
        NAME,
        /** Which interfaces of a subnet get the last addresses, where there are too few. */
        ROOM
    }

    /** All that dangles in what was read is outside of it. */
    private static final Set<String> EXISTENCE = ImmutableSet.of(
            "eni.subnet.exists",
            "eni.groups.exist",
            "eni.attach.instance-exists",
            "subnet.vpc.exists",
            "group.vpc.exists",
            "eip.interface.exists",
            "eni.trunk.exists");

    private final SetMultimap<ResourceId, Aspect> open = HashMultimap.create();

    void add(ResourceId id, Aspect aspect) {
        open.put(id, aspect);
    }

    private boolean has(ResourceId id, Aspect aspect) {
        return open.containsEntry(id, aspect);
    }

    /** Returns whether a violation may not be one, if what is not known were known. */
    boolean concern(Violation violation, NetworkPlan plan) {
        ResourceId subject = violation.subject();
        return EXISTENCE.contains(violation.rule())
                || switch (violation.rule()) {
                    case "instance.primary-interface" -> has(subject, Aspect.INTERFACES);
                    case "limits.instance-type" ->
                        plan.find(subject)
                                .filter(each -> Symbols.is(((Instance) each).instanceType()))
                                .isPresent();
                    case "vpc.cidr.required" -> has(subject, Aspect.IPV4_BLOCKS);
                    case "subnet.cidr.required" -> has(subject, Aspect.IPV4_BLOCKS) || has(subject, Aspect.IPV6_BLOCKS);
                    case "subnet.auto-ipv6", "subnet.ipv6-native.block" -> has(subject, Aspect.IPV6_BLOCKS);
                    case "subnet.cidr.in-vpc", "subnet.ipv6-cidr.in-vpc" -> blocksOfVpcOpen(violation, plan);
                    case "group.name", "group.name.unique" -> has(subject, Aspect.NAME);
                    case "eip.internet-gateway" ->
                        vpcOf(subject, plan)
                                .filter(vpc -> has(vpc.id(), Aspect.INTERNET_GATEWAY))
                                .isPresent();
                    case "eip.address.on-interface" ->
                        associated(subject, plan)
                                .filter(eni -> has(eni, Aspect.ADDRESSES))
                                .isPresent();
                    default ->
                        plan.find(subject)
                                .filter(each -> each instanceof Eni eni && concern(violation, eni, plan))
                                .isPresent();
                };
    }

    private boolean concern(Violation violation, Eni eni, NetworkPlan plan) {
        return switch (violation.rule()) {
            case "eni.ipv4.in-subnet", "eni.ipv4.reserved", "eni.ipv4.prefix-in-subnet", "eni.ipv4.prefix-reserved" ->
                has(eni.subnetId(), Aspect.IPV4_BLOCKS);
            case "eni.ipv6.in-subnet", "eni.ipv6.reserved", "eni.ipv6.prefix-in-subnet", "eni.ipv6.prefix-reserved" ->
                has(eni.subnetId(), Aspect.IPV6_BLOCKS);
            case "eni.ipv4.primary" ->
                has(eni.id(), Aspect.ADDRESSES)
                        || has(eni.subnetId(), Aspect.IPV4_BLOCKS)
                        || has(eni.subnetId(), Aspect.ROOM);
            case "eni.groups.required" -> has(eni.id(), Aspect.GROUPS);
            case "eni.groups.vpc" -> vpcsMaybeSame(eni, plan);
            case "eni.attach.zone" -> zonesMaybeSame(eni, plan);
            default -> false;
        };
    }

    /** A violation about the block of one family hangs on the VPC's blocks of that family. */
    private boolean blocksOfVpcOpen(Violation violation, NetworkPlan plan) {
        Subnet subnet = (Subnet) plan.find(violation.subject()).orElseThrow();
        boolean ipv6 = subnet.ipv6CidrBlock()
                .map(Cidr::toString)
                .filter(violation.message()::contains)
                .isPresent();
        return has(subnet.vpcId(), ipv6 ? Aspect.IPV6_BLOCKS : Aspect.IPV4_BLOCKS);
    }

    private static boolean vpcsMaybeSame(Eni eni, NetworkPlan plan) {
        Optional<VpcId> own = plan.subnet(eni.subnetId()).map(Subnet::vpcId);
        return own.filter(Symbols::is).isPresent()
                || eni.securityGroups().stream()
                        .flatMap(group -> plan.securityGroup(group).stream())
                        .anyMatch(group -> Symbols.is(group.vpcId()));
    }

    private static boolean zonesMaybeSame(Eni eni, NetworkPlan plan) {
        Optional<String> zone = plan.subnet(eni.subnetId()).map(Subnet::availabilityZone);
        Optional<String> other = eni.instanceId().flatMap(plan::availabilityZoneOf);
        return zone.isPresent() && other.isPresent() && Symbols.maybeSame(zone.get(), other.get());
    }

    private static Optional<EniId> associated(ResourceId elasticIp, NetworkPlan plan) {
        return plan.find(elasticIp)
                .flatMap(each -> ((ElasticIp) each).association())
                .map(ElasticIpAssociation::networkInterfaceId);
    }

    private static Optional<Vpc> vpcOf(ResourceId elasticIp, NetworkPlan plan) {
        return associated(elasticIp, plan).flatMap(plan::eni).flatMap(plan::vpcOf);
    }
}
