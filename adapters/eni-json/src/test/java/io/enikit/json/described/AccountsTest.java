package io.enikit.json.described;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.json.DescribeJson;
import io.enikit.json.Finding;
import io.enikit.json.PlanReader;
import io.enikit.json.Reading;
import io.enikit.json.Source;
import io.enikit.limits.LimitRules;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Resource;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of several accounts and Regions, read together. */
class AccountsTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());

    private static final String OWNER = """
            {"Vpcs": [{"VpcId": "vpc-0c1", "CidrBlock": "10.20.0.0/16", "OwnerId": "111122223333", "IsDefault": false,
                       "Tags": [{"Key": "Name", "Value": "shared"}]}],
             "Subnets": [{"SubnetId": "subnet-0c1", "VpcId": "vpc-0c1", "CidrBlock": "10.20.1.0/24",
                          "AvailabilityZone": "eu-west-1a", "AvailabilityZoneId": "euw1-az2", "OwnerId": "111122223333",
                          "Tags": [{"Key": "Name", "Value": "shared-a"}]}],
             "SecurityGroups": [{"GroupId": "sg-0c1", "GroupName": "web", "Description": "owner's", "VpcId": "vpc-0c1",
                                 "OwnerId": "111122223333"}],
             "NetworkInterfaces": [
               {"NetworkInterfaceId": "eni-0c1", "SubnetId": "subnet-0c1", "VpcId": "vpc-0c1",
                "AvailabilityZone": "eu-west-1a", "OwnerId": "111122223333", "MacAddress": "02:00:00:00:0c:01",
                "Groups": [{"GroupId": "sg-0c1"}], "PrivateIpAddress": "10.20.1.10",
                "TagSet": [{"Key": "Name", "Value": "mine"}]},
               {"NetworkInterfaceId": "eni-0c2", "SubnetId": "subnet-0c1", "VpcId": "vpc-0c1",
                "AvailabilityZone": "eu-west-1a", "OwnerId": "444455556666", "MacAddress": "02:00:00:00:0c:02",
                "Groups": [{"GroupId": "sg-0c2"}], "PrivateIpAddress": "10.20.1.11", "TagSet": []}]}""";

    private static final String PARTICIPANT = """
            {"Subnets": [{"SubnetId": "subnet-0c1", "VpcId": "vpc-0c1", "CidrBlock": "10.20.1.0/24",
                          "AvailabilityZone": "eu-west-1c", "AvailabilityZoneId": "euw1-az2",
                          "OwnerId": "111122223333"}],
             "SecurityGroups": [{"GroupId": "sg-0c2", "GroupName": "web", "Description": "participant's",
                                 "VpcId": "vpc-0c1", "OwnerId": "444455556666"}],
             "Reservations": [{"OwnerId": "444455556666", "Instances": [
               {"InstanceId": "i-0c1", "InstanceType": "m5.large",
                "Placement": {"AvailabilityZone": "eu-west-1c"}, "State": {"Name": "running"},
                "NetworkInterfaces": [
                 {"NetworkInterfaceId": "eni-0c3", "SubnetId": "subnet-0c1", "OwnerId": "444455556666",
                  "Groups": [{"GroupId": "sg-0c2"}], "PrivateIpAddress": "10.20.1.12",
                  "Attachment": {"AttachmentId": "eni-attach-0c3", "DeviceIndex": 0, "Status": "attached"}}]}]}],
             "NetworkInterfaces": [
               {"NetworkInterfaceId": "eni-0c2", "SubnetId": "subnet-0c1", "VpcId": "vpc-0c1",
                "AvailabilityZone": "eu-west-1c", "AvailabilityZoneId": "euw1-az2", "OwnerId": "444455556666",
                "MacAddress": "02:00:00:00:0c:02", "Groups": [{"GroupId": "sg-0c2"}],
                "PrivateIpAddress": "10.20.1.11", "TagSet": [{"Key": "Name", "Value": "theirs"}]}]}""";

    private static Reading read(String... texts) {
        List<Source> sources = new ArrayList<>();
        for (String text : texts) {
            sources.add(Source.of("file" + sources.size() + ".json", text));
        }
        return PlanReader.create().read(sources);
    }

    private static List<String> findings(String... texts) {
        return read(texts).check(RULES).findings().stream()
                .map(Finding::toString)
                .toList();
    }

    private static String vpc(String id, String more) {
        return "{\"Vpcs\": [{\"VpcId\": \"%s\", \"CidrBlock\": \"172.31.0.0/16\", \"IsDefault\": true%s}]}"
                .formatted(id, more);
    }

    private static String subnet(String id, String vpc, String more) {
        return "{\"Subnets\": [{\"SubnetId\": \"%s\", \"VpcId\": \"%s\", \"CidrBlock\": \"172.31.0.0/20\", %s}]}"
                .formatted(id, vpc, more);
    }

    private static String zone(String name) {
        return "\"AvailabilityZone\": \"" + name + "\"";
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void sharedSubnet_seenByOwnerAndParticipant_isOneSubnetOfTwoAccounts(boolean participantFirst) {
        List<String> files = new ArrayList<>(List.of(OWNER, PARTICIPANT));
        if (participantFirst) {
            Collections.reverse(files);
        }
        Reading reading = read(files.toArray(String[]::new));
        NetworkPlan plan = reading.plan();
        assertThat(reading.check(RULES).findings()).isEmpty();
        assertThat(plan.duplicates()).isEmpty();
        assertThat(plan.subnets()).hasSize(1);
        assertThat(plan.subnet("subnet-0c1").orElseThrow()).satisfies(subnet -> {
            assertThat(subnet.availabilityZone()).isEqualTo("eu-west-1a");
            assertThat(subnet.zoneId()).contains("euw1-az2");
            assertThat(subnet.tags()).containsEntry("Name", "shared-a");
            assertThat(subnet.ownerId()).contains("111122223333");
        });
        assertThat(plan.enisIn("subnet-0c1"))
                .extracting(Resource::ownerId)
                .containsExactly(Optional.of("111122223333"), Optional.of("444455556666"), Optional.of("444455556666"));
        assertThat(plan.eni("eni-0c2").orElseThrow().tags()).containsEntry("Name", "theirs");
        assertThat(plan.instance("i-0c1").orElseThrow().ownerId()).contains("444455556666");
        assertThat(plan.accounts()).containsExactly("111122223333", "444455556666");
    }

    @Test
    void sharedSubnet_idOfTheZoneInOneFileOrNone_isOneSubnet() {
        String id = "\"AvailabilityZoneId\": \"euw1-az2\",";
        Reading oneSided = read(OWNER.replace(id, ""), PARTICIPANT);
        assertThat(oneSided.plan().duplicates()).isEmpty();
        assertThat(oneSided.plan().subnet("subnet-0c1").orElseThrow().zoneId()).contains("euw1-az2");
        assertThat(read(OWNER.replace(id, ""), PARTICIPANT.replace(id, ""))
                        .check(RULES)
                        .findings())
                .isEmpty();
    }

    @Test
    void subnet_shownTwiceWithAndWithoutItsOwner_isOneSubnet() {
        String zone = zone("us-east-1a");
        NetworkPlan plan = read(
                        subnet("subnet-01", "vpc-01", zone),
                        subnet("subnet-01", "vpc-01", zone + ", \"OwnerId\": \"111122223333\""))
                .plan();
        assertThat(plan.duplicates()).isEmpty();
        assertThat(plan.subnet("subnet-01").orElseThrow().ownerId()).contains("111122223333");
    }

    @Test
    void subnet_shownTwiceInTwoZonesOfNobody_isReported() {
        assertThat(read(
                                subnet("subnet-01", "vpc-01", zone("us-east-1a")),
                                subnet("subnet-01", "vpc-01", zone("us-east-1b")))
                        .plan()
                        .duplicates())
                .hasSize(1);
    }

    @Test
    void sharedSubnet_inAnotherZone_isReported() {
        assertThat(read(OWNER, PARTICIPANT.replace("euw1-az2", "euw1-az3"))
                        .plan()
                        .duplicates())
                .hasSize(1);
    }

    @Test
    void sharedSubnet_addressTakenByBothAccounts_isReported() {
        assertThat(findings(OWNER, PARTICIPANT.replace("10.20.1.12", "10.20.1.10")))
                .singleElement()
                .asString()
                .contains("eni.ipv4.in-use");
    }

    @Test
    void instanceOfAParticipant_zoneIdKnown_isCalledAsItsSubnetIs() {
        NetworkPlan plan = read(
                        OWNER,
                        PARTICIPANT.replace(
                                "\"Placement\": {", "\"Placement\": {\"AvailabilityZoneId\": \"euw1-az2\", "))
                .plan();
        assertThat(plan.availabilityZoneOf(plan.instance("i-0c1").orElseThrow().id()))
                .contains("eu-west-1a");
    }

    @Test
    void defaultVpcs_ofTwoRegionsOrUnknownOnes_areRight() {
        assertThat(findings(vpc("vpc-01", ""), vpc("vpc-02", ""))).isEmpty();
        assertThat(findings(vpc("vpc-01", ""), subnet("subnet-01", "vpc-01", zone("us-east-1a")), vpc("vpc-02", "")))
                .isEmpty();
        assertThat(findings(
                        vpc("vpc-01", ""),
                        subnet("subnet-01", "vpc-01", zone("us-east-1a")),
                        vpc("vpc-02", ""),
                        subnet("subnet-02", "vpc-02", zone("us-west-2-lax-1a"))))
                .isEmpty();
    }

    @Test
    void defaultVpcs_ofTwoAccountsInOneRegion_areRight() {
        assertThat(findings(
                        vpc("vpc-01", ", \"OwnerId\": \"111122223333\""),
                        subnet("subnet-01", "vpc-01", zone("us-east-1a")),
                        vpc("vpc-02", ", \"OwnerId\": \"444455556666\""),
                        subnet("subnet-02", "vpc-02", zone("us-east-1a"))))
                .isEmpty();
    }

    @Test
    void defaultVpcs_twoOfOneAccountInOneRegion_areReported() {
        String owner = ", \"OwnerId\": \"111122223333\"";
        assertThat(findings(
                        vpc("vpc-01", owner),
                        subnet("subnet-01", "vpc-01", zone("us-east-1a")),
                        vpc("vpc-02", owner),
                        subnet("subnet-02", "vpc-02", zone("us-east-1b"))))
                .singleElement()
                .asString()
                .contains("vpc.default.one");
    }

    @Test
    void arn_ofASubnetOrGroup_tellsOwnerAndRegion() {
        String arn = "\"SubnetArn\": \"arn:aws-us-gov:ec2:us-gov-west-1:111122223333:subnet/subnet-01\"";
        NetworkPlan plan = read(
                        vpc("vpc-01", ""),
                        subnet("subnet-01", "vpc-01", zone("zone-a") + ", " + arn),
                        """
                        {"SecurityGroups": [{"GroupId": "sg-01", "GroupName": "web", "VpcId": "vpc-02",
                          "SecurityGroupArn": "arn:aws:ec2:eu-west-1:444455556666:security-group/sg-01"}]}""",
                        vpc("vpc-02", ""))
                .plan();
        assertThat(plan.subnet("subnet-01").orElseThrow().ownerId()).contains("111122223333");
        assertThat(plan.vpc("vpc-01").orElseThrow().region()).contains("us-gov-west-1");
        assertThat(plan.securityGroup("sg-01").orElseThrow().ownerId()).contains("444455556666");
        assertThat(plan.vpc("vpc-02").orElseThrow().region()).contains("eu-west-1");
    }

    @Test
    void arn_whereTheZoneTellsTheRegion_statesNothingMore() {
        String arn = "\"SubnetArn\": \"arn:aws:ec2:us-east-1:111122223333:subnet/subnet-01\"";
        NetworkPlan plan = read(vpc("vpc-01", ""), subnet("subnet-01", "vpc-01", zone("us-east-1a") + ", " + arn))
                .plan();
        assertThat(plan.vpc("vpc-01").orElseThrow().region()).isEmpty();
        assertThat(plan.regions()).containsExactly("us-east-1");
    }

    @Test
    void elasticIp_borderGroupAndOwnerOfTheAssociation_areRead() {
        NetworkPlan plan = read("""
                        {"Addresses": [{"AllocationId": "eipalloc-01", "PublicIp": "203.0.113.1", "NetworkBorderGroup": "us-east-1"},
                                       {"AllocationId": "eipalloc-02", "PublicIp": "203.0.113.2", "NetworkBorderGroup": "us-west-2-lax-1"},
                                       {"AllocationId": "eipalloc-03", "PublicIp": "203.0.113.3", "NetworkBorderGroup": "us-east-1-wl1-bos-wlz-1"},
                                       {"AllocationId": "eipalloc-04", "PublicIp": "203.0.113.4"}],
                         "NetworkInterfaces": [{"NetworkInterfaceId": "eni-01", "SubnetId": "subnet-01", "OwnerId": "111122223333",
                           "Association": {"AllocationId": "eipalloc-01", "IpOwnerId": "444455556666", "PublicIp": "203.0.113.1"}}]}""").plan();
        assertThat(plan.elasticIps())
                .extracting(each -> each.region().orElse("-"))
                .containsExactly("us-east-1", "us-west-2", "us-east-1", "-");
        assertThat(plan.elasticIp("eipalloc-01").orElseThrow().ownerId()).contains("444455556666");
    }

    @Test
    void plan_withOwnersZonesAndRegions_writtenAsDescribeOutput_readsBackEqual() {
        NetworkPlan plan = io.enikit.model.PlanText.read("""
                eni-plan 1
                vpc empty cidrBlocks=10.9.0.0/16 region=ap-south-1 ownerId=444455556666
                vpc main cidrBlocks=10.0.0.0/16 ownerId=111122223333
                subnet a vpc=main availabilityZone=us-east-1a zoneId=use1-az4 cidrBlock=10.0.0.0/24 ownerId=111122223333
                group web vpc=main ownerId=444455556666
                instance app instanceType=m5.large availabilityZone=us-east-1a zoneId=use1-az4 ownerId=444455556666
                eni app/eth0 subnet=a privateIpAddresses=10.0.0.10*,10.0.0.30,10.0.0.20 groups=web ownerId=444455556666 instance=app deviceIndex=0
                eip ip region=us-east-1 ownerId=444455556666
                end
                """);
        assertThat(read(DescribeJson.write(plan)).plan()).isEqualTo(plan);
    }
}
