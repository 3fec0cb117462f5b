package io.enikit.json;

import static io.enikit.json.ReadTexts.findings;
import static io.enikit.json.ReadTexts.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of security groups: one that is not given is chosen by CloudFormation or Terraform, and is nobody else's. */
class GroupNamesTest {
    private static String template(String groups) {
        return """
                Resources:
                  Net: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.0.0.0/16}}
                """ + groups;
    }

    private static String group(String id, String properties) {
        return "  " + id + ": {Type: \"AWS::EC2::SecurityGroup\", Properties: {GroupDescription: d, " + properties
                + "}}\n";
    }

    @Test
    void logicalId_thatIsTheNameOfAnotherGroup_isNoClash() {
        String api = group("Api", "VpcId: !Ref Net");
        assertThat(findings(read(template(api + group("Zeta", "VpcId: !Ref Net, GroupName: Api")))))
                .isEmpty();
        assertThat(findings(read(template(api + group("Abc", "VpcId: !Ref Net, GroupName: Api")))))
                .isEmpty();
    }

    @Test
    void logicalId_thatIsTheNameOfAGroupThatExists_isNoClash() {
        String described = """
                {"SecurityGroups": [{"GroupId": "sg-1", "VpcId": "vpc-1", "GroupName": "Api"}],
                 "Vpcs": [{"VpcId": "vpc-1", "CidrBlock": "10.0.0.0/16"}]}
                """;
        String api = "Resources:\n" + group("Api", "VpcId: vpc-1");
        assertThat(findings(read(described, api))).isEmpty();
        assertThat(findings(read(described, "Resources:\n" + group("Other", "VpcId: vpc-1, GroupName: Api"))))
                .containsExactly("group.name.unique Other");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`\"OwnerId\": \"111122223333\",`, `\"OwnerId\": \"444455556666\",`, ``", // a group of an account that
                // the VPC is shared with
                "`\"OwnerId\": \"111122223333\",`, `\"OwnerId\": \"111122223333\",`, group.name.unique Other",
                "`\"OwnerId\": \"111122223333\",`, ``, group.name.unique Other",
                "``, `\"OwnerId\": \"444455556666\",`, group.name.unique Other", // nothing says that the VPC is shared
            })
    void groupWithoutOwner_inASharedVpc_clashesWithTheGroupsOfTheVpcsAccount(
            String ofVpc, String ofGroup, String finding) {
        Reading reading = read(
                """
                {"SecurityGroups": [{"GroupId": "sg-1", GROUP "VpcId": "vpc-1", "GroupName": "web"}],
                 "Vpcs": [{"VpcId": "vpc-1", VPC "CidrBlock": "10.0.0.0/16"}]}
                """.replace("GROUP", ofGroup).replace("VPC ", ofVpc + " "),
                "Resources:\n" + group("Other", "VpcId: vpc-1, GroupName: web"));
        assertThat(String.join(", ", findings(reading))).isEqualTo(finding);
    }

    @Test
    void namesThatAreGiven_clash_besideAGroupOfThatLogicalId() {
        assertThat(findings(read(template(group("Api", "VpcId: !Ref Net")
                        + group("B", "VpcId: !Ref Net, GroupName: Api")
                        + group("C", "VpcId: !Ref Net, GroupName: Api")))))
                .containsExactly("group.name.unique C");
    }

    @Test
    void groupCalledDefaultByItsLogicalIdOnly_isNoDefaultGroup() {
        Reading reading = read(template(group("default", "VpcId: !Ref Net")));
        assertThat(reading.plan().securityGroups()).noneMatch(group -> group.isDefault());
        assertThat(findings(reading)).isEmpty();
    }

    @Test
    void addressOfTerraform_thatIsTheNameOfAnotherGroup_isNoClash() {
        Reading reading = read("""
                {"format_version": "1.2", "planned_values": {"root_module": {"resources": [
                  {"address": "aws_security_group.api", "mode": "managed", "type": "aws_security_group", "name": "api",
                   "values": {"vpc_id": "vpc-1", "name_prefix": "api-"}},
                  {"address": "aws_security_group.other", "mode": "managed", "type": "aws_security_group", "name": "other",
                   "values": {"vpc_id": "vpc-1", "name": "aws_security_group.api"}}]}}}
                """);
        assertThat(findings(reading)).isEmpty();
    }
}
