package io.enikit.rules;

import io.enikit.net.IpFamily;

/** What EC2 enforces on the state of network interfaces and what is around them. */
public final class Ec2Rules {
    private static final RuleSet STANDARD = RuleSet.of(
            new AttachedInstanceExists(),
            new AttachmentIndexFree(),
            new AttachmentIndexRange(),
            new AttachmentZone(),
            new ConnectionTrackingRange(),
            new DescriptionText(),
            new DuplicateIds(),
            new EfaOnlyAddresses(),
            new EfaOnlyPlace(),
            new ElasticIpGateway(),
            new ElasticIpOneToOne(),
            new ElasticIpQuota(),
            new ElasticIpTarget(),
            new ElasticIpTargetExists(),
            new GroupAssociations(),
            new GroupName(),
            new GroupNameUnique(),
            new GroupQuota(),
            new GroupVpcExists(),
            new GroupsExist(),
            new GroupsInVpc(),
            new GroupsQuota(),
            new GroupsRequired(),
            new InterfaceQuota(),
            new InterfacesOfTheGone(),
            new AddressesTwice(IpFamily.IPV4),
            new AddressesInSubnet(IpFamily.IPV4),
            new AddressesInUse(IpFamily.IPV4),
            new Ipv4Primary(),
            new AddressesReserved(IpFamily.IPV4),
            new PrefixInSubnet(IpFamily.IPV4),
            new PrefixInUse(IpFamily.IPV4),
            new PrefixLength(IpFamily.IPV4),
            new PrefixReserved(IpFamily.IPV4),
            new AddressesTwice(IpFamily.IPV6),
            new AddressesInSubnet(IpFamily.IPV6),
            new AddressesInUse(IpFamily.IPV6),
            new Ipv6Primary(),
            new AddressesReserved(IpFamily.IPV6),
            new PrefixInSubnet(IpFamily.IPV6),
            new PrefixInUse(IpFamily.IPV6),
            new PrefixLength(IpFamily.IPV6),
            new PrefixReserved(IpFamily.IPV6),
            new MacBits(),
            new MacUnique(),
            new PrimaryInterface(),
            new PublicAddressReleased(),
            new SameSubnetTwice(),
            new ReservationOverlap(),
            new ReservationWithin(),
            new SubnetAutoIpv6(),
            new SubnetBlockRequired(),
            new SubnetBlockSize(),
            new SubnetExists(),
            new SubnetInVpc(IpFamily.IPV4),
            new SubnetInVpc(IpFamily.IPV6),
            new SubnetIpv6BlockSize(),
            new SubnetNativeBlock(),
            new SubnetNativeNoIpv4(),
            new SubnetOverlap(IpFamily.IPV4),
            new SubnetOverlap(IpFamily.IPV6),
            new SubnetQuota(),
            new SubnetVpcExists(),
            new TagCount(),
            new TagKeyLength(),
            new TagValueLength(),
            new TrunkBranchDetached(),
            new TrunkExists(),
            new TrunkKeyFree(),
            new TrunkType(),
            new TrunkVlanRange(),
            new TrunkZone(),
            new VpcAddressUsage(),
            new VpcBlockDocker(),
            new VpcBlockLinkLocal(),
            new VpcBlockOverlap(),
            new VpcBlockQuota(IpFamily.IPV4),
            new VpcBlockQuota(IpFamily.IPV6),
            new VpcBlockRequired(),
            new VpcBlockRestricted(),
            new VpcBlockSize(),
            new VpcDefaultOne(),
            new VpcIpv6BlockSize(),
            new VpcQuota());

    private Ec2Rules() {}

    /**
     * Returns the rules that EC2 enforces whatever the instance types are.
     *
     * <p>What the types allow is in {@code eni-limits}: {@code Ec2Rules.standard().and(LimitRules.bundled())}.
     *
     * @return the rules
     */
    public static RuleSet standard() {
        return STANDARD;
    }
}
