package io.enikit.fake.awssdk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;
import software.amazon.awssdk.services.ec2.model.HostnameType;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.VpcCidrBlockStateCode;

/** What real accounts answered, as the tests of emulators that are also run on AWS have it. */
@ExtendWith(TargetExtension.class)
@SuppressWarnings("unchecked") // the SDK takes generic varargs
class VerifiedAnswersTest {
    private static final String IPV6_MISSING =
            "MissingParameter: Either 'ipv6CidrBlock' or 'ipv6IpamPoolId' should be provided.";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void terminate_instance_deletesItsInterfaceAsItSaid(boolean goes, Ec2Client client, Target target) {
        Account account = target.account();
        var instance = client.runInstances(r -> r.imageId(target.image())
                        .instanceType("t3a.small")
                        .minCount(1)
                        .maxCount(1)
                        .networkInterfaces(
                                i -> i.deviceIndex(0).subnetId(account.subnet).deleteOnTermination(goes)))
                .instances()
                .get(0);
        String eni = instance.networkInterfaces().get(0).networkInterfaceId();
        NetworkInterface shown = client.describeNetworkInterfaces(r -> r.networkInterfaceIds(eni))
                .networkInterfaces()
                .get(0);
        assertThat(shown.attachment().deleteOnTermination()).isEqualTo(goes);
        client.terminateInstances(r -> r.instanceIds(instance.instanceId()));
        target.waiter().waitUntilInstanceTerminated(r -> r.instanceIds(instance.instanceId()));
        if (goes) {
            assertThat(Account.answer(() -> client.describeNetworkInterfaces(r -> r.networkInterfaceIds(eni))))
                    .isEqualTo(
                            "InvalidNetworkInterfaceID.NotFound: The networkInterface ID '" + eni + "' does not exist");
        } else {
            client.deleteNetworkInterface(r -> r.networkInterfaceId(eni));
        }
    }

    @Test
    void createSubnet_ipv6NativeWithoutBlock_isRefused(Ec2Client client, Target target) {
        String vpc = target.account().vpc;
        assertThat(Account.answer(() -> client.createSubnet(r -> r.vpcId(vpc).ipv6Native(true))))
                .isEqualTo(IPV6_MISSING);
    }

    @Test
    void createSubnet_ipv6NativeWithIpv4Block_isRefused(Ec2Client client, Target target) {
        String vpc = target.account().vpc;
        assertThat(Account.answer(() ->
                        client.createSubnet(r -> r.vpcId(vpc).ipv6Native(true).cidrBlock("10.0.0.0/24"))))
                .isEqualTo(IPV6_MISSING);
    }

    @Test
    void createSubnet_ipv6NativeWithBothBlocks_isRefused(Ec2Client client, Target target) {
        String vpc = target.account().vpc;
        assertThat(Account.answer(() -> client.createSubnet(r ->
                        r.vpcId(vpc).ipv6Native(true).cidrBlock("10.0.0.0/24").ipv6CidrBlock("1080::1:200C:417A/112"))))
                .isEqualTo("InvalidParameterCombination: When specifying ipv4 parameters, cidrBlock or ipv4IpamPoolId, "
                        + "you cannot set ipv6Native to true.");
    }

    @Test
    void createSubnet_ipv6Native_givesAddressesOnCreation(Ec2Client client, Target target) {
        String vpc = target.account().vpc;
        client.associateVpcCidrBlock(r -> r.vpcId(vpc).amazonProvidedIpv6CidrBlock(true));
        String block = client.describeVpcs(r -> r.vpcIds(vpc))
                .vpcs()
                .get(0)
                .ipv6CidrBlockAssociationSet()
                .get(0)
                .ipv6CidrBlock();
        Subnet subnet = client.createSubnet(r -> r.vpcId(vpc).ipv6Native(true).ipv6CidrBlock(block))
                .subnet();
        assertThat(subnet.assignIpv6AddressOnCreation()).isTrue();
        assertThat(subnet.ipv6Native()).isTrue();
        assertThat(subnet.stateAsString()).isEqualTo("available");
        assertThat(subnet.ipv6CidrBlockAssociationSet().get(0).ipv6CidrBlock()).isEqualTo(block);
    }

    @Test
    void subnet_optionsForHostNames_startOffAndChange(Ec2Client client, Target target) {
        String id = target.account().subnet;
        Subnet before = client.describeSubnets(r -> r.subnetIds(id)).subnets().get(0);
        assertThat(before.privateDnsNameOptionsOnLaunch().hostnameType()).isEqualTo(HostnameType.IP_NAME);
        assertThat(before.privateDnsNameOptionsOnLaunch().enableResourceNameDnsARecord())
                .isFalse();
        assertThat(before.privateDnsNameOptionsOnLaunch().enableResourceNameDnsAAAARecord())
                .isFalse();
        client.modifySubnetAttribute(r -> r.subnetId(id).enableResourceNameDnsARecordOnLaunch(v -> v.value(true)));
        Subnet after = client.describeSubnets(r -> r.subnetIds(id)).subnets().get(0);
        assertThat(after.privateDnsNameOptionsOnLaunch().enableResourceNameDnsARecord())
                .isTrue();
    }

    @Test
    void associateVpcCidrBlock_sixthBlock_isRefused(Ec2Client client, Target target) {
        String vpc = client.createVpc(r -> r.cidrBlock("10.10.42.0/24")).vpc().vpcId();
        for (int i = 43; i < 47; i++) {
            String block = "10.10." + i + ".0/24";
            var association = client.associateVpcCidrBlock(r -> r.vpcId(vpc).cidrBlock(block))
                    .cidrBlockAssociation();
            assertThat(association.cidrBlock()).isEqualTo(block);
            assertThat(association.associationId()).startsWith("vpc-cidr-assoc-");
            assertThat(association.cidrBlockState().state()).isEqualTo(VpcCidrBlockStateCode.ASSOCIATING);
            assertThat(association.cidrBlockState().statusMessage()).isNull();
        }
        target.eventually(() -> assertThat(
                        client.describeVpcs(r -> r.vpcIds(vpc)).vpcs().get(0).cidrBlockAssociationSet())
                .hasSize(5)
                .allSatisfy(
                        each -> assertThat(each.cidrBlockState().state()).isEqualTo(VpcCidrBlockStateCode.ASSOCIATED)));
        assertThat(Account.answer(
                        () -> client.associateVpcCidrBlock(r -> r.vpcId(vpc).cidrBlock("10.10.50.0/22"))))
                .isEqualTo(
                        "CidrLimitExceeded: This network " + vpc + " has met its maximum number of allowed CIDRs: 5");
    }

    @Test
    void createSecurityGroup_vpcWithIpv6_letsOutBothFamilies(Ec2Client client, Target target) {
        String vpc = client.createVpc(r -> r.cidrBlock("10.0.0.0/16").amazonProvidedIpv6CidrBlock(true))
                .vpc()
                .vpcId();
        String id = client.createSecurityGroup(
                        r -> r.groupName("a").description("Test").vpcId(vpc))
                .groupId();
        var egress = client.describeSecurityGroups(r -> r.groupIds(id))
                .securityGroups()
                .get(0)
                .ipPermissionsEgress();
        assertThat(egress).hasSize(1);
        assertThat(egress.get(0).ipRanges()).extracting("cidrIp").containsExactly("0.0.0.0/0");
        assertThat(egress.get(0).ipv6Ranges()).extracting("cidrIpv6").containsExactly("::/0");
        client.deleteSecurityGroup(r -> r.groupId(id));
        client.deleteVpc(r -> r.vpcId(vpc));
    }

    @Test
    void describeSecurityGroupRules_idsOfNothing_areToldApart(Ec2Client client, Target target) {
        String group = target.account().group();
        assertThat(Account.answer(() -> client.describeSecurityGroupRules(
                        r -> r.filters(f -> f.name("group-id").values("foobar")))))
                .isEqualTo("InvalidGroupId.Malformed: The security group ID 'foobar' is malformed");
        assertThat(Account.answer(
                        () -> client.describeSecurityGroupRules(r -> r.securityGroupRuleIds("sgr-0f80c7e764c18b3c0"))))
                .isEqualTo(
                        "InvalidSecurityGroupRuleId.NotFound: The security group rule ID 'sgr-0f80c7e764c18b3c0' does "
                                + "not exist");
        assertThat(client.describeSecurityGroupRules(
                                r -> r.filters(f -> f.name("group-id").values("sg-005216b55886f0fdc")))
                        .securityGroupRules())
                .isEmpty();
        assertThat(client.describeSecurityGroupRules(
                                r -> r.filters(f -> f.name("group-id").values(group)))
                        .securityGroupRules())
                .hasSize(1);
    }

    @Test
    void runInstances_imageThatDoesNotExist_isRefused(Ec2Client client, Target target) {
        Account account = target.account();
        assertThat(Account.answer(() -> client.runInstances(r -> r.imageId("ami-abcd1234")
                        .subnetId(account.subnet)
                        .minCount(1)
                        .maxCount(1))))
                .isEqualTo("InvalidAMIID.NotFound: The image id '[ami-abcd1234]' does not exist");
    }

    /** Which id a zone's name means is another in each account. */
    @Test
    void describeAvailabilityZones_byNameIdAndFilter_findsOne(Ec2Client client, Target target) {
        String name = target.isAws() ? target.account().zone : "us-east-1a";
        AvailabilityZone byName = client.describeAvailabilityZones(r -> r.zoneNames(name))
                .availabilityZones()
                .get(0);
        assertThat(byName.zoneName()).isEqualTo(name);
        assertThat(byName.regionName()).isEqualTo(name.substring(0, name.length() - 1));
        assertThat(byName.groupName()).isEqualTo(byName.regionName() + "-zg-1");
        assertThat(byName.networkBorderGroup()).isEqualTo(byName.regionName());
        assertThat(byName.optInStatusAsString()).isEqualTo("opt-in-not-required");
        if (!target.isAws()) {
            assertThat(byName.zoneId()).isEqualTo("use1-az6");
            assertThat(byName.groupLongName()).isEqualTo("US East (N. Virginia) 1");
        }
        assertThat(client.describeAvailabilityZones(r -> r.zoneIds(byName.zoneId()))
                        .availabilityZones())
                .containsExactly(byName);
        assertThat(client.describeAvailabilityZones(
                                r -> r.filters(f -> f.name("zone-name").values(name)))
                        .availabilityZones())
                .containsExactly(byName);
    }

    @Test
    void getSecurityGroupsForVpc_listsTheDefaultGroupAndOthers(Ec2Client client, Target target) {
        Account account = target.account();
        var before = client.getSecurityGroupsForVpc(r -> r.vpcId(account.vpc)).securityGroupForVpcs();
        assertThat(before).hasSize(1);
        assertThat(before.get(0).groupName()).isEqualTo("default");
        assertThat(before.get(0).description()).isEqualTo("default VPC security group");
        assertThat(before.get(0).primaryVpcId()).isEqualTo(account.vpc);
        assertThat(before.get(0).hasTags()).isTrue();
        String group = account.group();
        assertThat(client.getSecurityGroupsForVpc(r -> r.vpcId(account.vpc)).securityGroupForVpcs())
                .extracting("groupId")
                .contains(group)
                .hasSize(2);
    }
}
