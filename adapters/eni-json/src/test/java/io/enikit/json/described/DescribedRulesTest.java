package io.enikit.json.described;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.json.DescribeJson;
import io.enikit.json.PlanReader;
import io.enikit.json.Reading;
import io.enikit.json.Source;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.rules.Ec2Rules;
import org.junit.jupiter.api.Test;

/** The rules of security groups in output of the AWS CLI. */
class DescribedRulesTest {
    private static final String GROUP = """
            {"SecurityGroups": [{"GroupId": "sg-1", "GroupName": "web", "VpcId": "vpc-1", "OwnerId": "111122223333",
              "IpPermissions": [
                {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443,
                 "IpRanges": [{"CidrIp": "0.0.0.0/0", "Description": "the site"}, {"CidrIp": "10.0.0.0/8"}],
                 "Ipv6Ranges": [{"CidrIpv6": "::/0"}], "PrefixListIds": [{"PrefixListId": "pl-1"}],
                 "UserIdGroupPairs": [{"GroupId": "sg-1", "UserId": "111122223333"},
                                      {"GroupId": "sg-9", "UserId": "444455556666"}]},
                {"IpProtocol": "icmp", "FromPort": -1, "ToPort": -1, "IpRanges": [{"CidrIp": "10.0.0.0/8"}]}],
              "IpPermissionsEgress": []}]}
            """;

    private static Reading read(String json) {
        return PlanReader.create().read(Source.of("groups.json", json));
    }

    @Test
    void read_permissions_areOneRuleForEachPeer() {
        assertThat(read(GROUP).plan().securityGroup("sg-1").orElseThrow().rules())
                .hasToString("ingress [icmp;-1;10.0.0.0/8, tcp;443;0.0.0.0/0;;the site, tcp;443;10.0.0.0/8,"
                        + " tcp;443;::/0, tcp;443;group:sg-1, tcp;443;group:sg-9@444455556666, tcp;443;list:pl-1],"
                        + " egress []");
    }

    @Test
    void read_rulesByThemselves_giveTheirIds() {
        String rules = """
                {"SecurityGroupRules": [
                  {"SecurityGroupRuleId": "sgr-1", "GroupId": "sg-1", "GroupOwnerId": "111122223333", "IsEgress": false,
                   "IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIpv6": "::/0"},
                  {"SecurityGroupRuleId": "sgr-2", "GroupId": "sg-1", "GroupOwnerId": "111122223333", "IsEgress": false,
                   "IpProtocol": "tcp", "FromPort": 443, "ToPort": 443,
                   "ReferencedGroupInfo": {"GroupId": "sg-9", "UserId": "444455556666"}},
                  {"SecurityGroupRuleId": "sgr-3", "GroupId": "sg-1", "GroupOwnerId": "111122223333", "IsEgress": true,
                   "IpProtocol": "-1", "FromPort": -1, "ToPort": -1, "CidrIpv4": "0.0.0.0/0"},
                  {"SecurityGroupRuleId": "sgr-4", "GroupId": "sg-8", "IsEgress": true,
                   "IpProtocol": "-1", "FromPort": -1, "ToPort": -1, "PrefixListId": "pl-1"}]}
                """;
        Reading reading = PlanReader.create().read(Source.of("rules.json", rules), Source.of("groups.json", GROUP));
        assertThat(reading.plan().securityGroup("sg-1").orElseThrow().rules().ingress().stream()
                        .filter(rule -> rule.securityGroupRuleId().isPresent())
                        .map(rule -> rule.securityGroupRuleId().get() + " " + rule.peer()))
                .containsExactly("sgr-1 ::/0", "sgr-2 group:sg-9@444455556666");
        assertThat(reading.outside()).extracting(Object::toString).contains("sg-8");
        assertThat(reading.notRead()).isEmpty();
    }

    @Test
    void read_nothingSaidOfRules_areThoseOfANewGroup() {
        Reading reading = read("{\"SecurityGroups\": [{\"GroupId\": \"sg-1\", \"VpcId\": \"vpc-1\"}]}");
        assertThat(reading.plan().securityGroup("sg-1").orElseThrow().rules())
                .hasToString("ingress [], egress [-1;;0.0.0.0/0]");
    }

    @Test
    void writeAndRead_rules_areEqual() {
        NetworkPlan plan = PlanText.read("""
                eni-plan 1
                vpc v cidrBlocks=10.0.0.0/16
                group a vpc=v ingress=tcp;1;group:b,tcp;1;10.0.0.0/8;;one,udp;5..9;2001:db8::/32,icmp;3..4;list:pl-1 egress=none
                group b vpc=v
                end
                """);
        assertThat(read(DescribeJson.write(plan)).plan()).isEqualTo(plan);
    }

    @Test
    void check_moreRulesThanTheDefaultQuota_wereAllowed_andAreNoViolation() {
        StringBuilder ranges = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            ranges.append(", {\"CidrIp\": \"10.0.").append(i).append(".0/24\"}");
        }
        Reading reading = read(
                GROUP.replace("{\"CidrIp\": \"10.0.0.0/8\"}]}],", "{\"CidrIp\": \"10.0.0.0/8\"}" + ranges + "]}],"));
        assertThat(reading.check(Ec2Rules.standard()).findings()).isEmpty();
        assertThat(reading.plan().quotas().rulesPerSecurityGroup()).isEqualTo(66);
    }

    private static final String BY_THEMSELVES = """
            {"SecurityGroupRules": [
              {"SecurityGroupRuleId": "sgr-1", "GroupId": "sg-1", "GroupOwnerId": "111122223333", "IsEgress": false,
               "IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIpv4": "10.0.0.0/8", "Description": "inner"},
              {"SecurityGroupRuleId": "sgr-2", "GroupId": "sg-1", "IsEgress": true, "IpProtocol": "-1", "FromPort": -1,
               "ToPort": -1, "CidrIpv6": "::/0"},
              {"SecurityGroupRuleId": "sgr-3", "GroupId": "sg-1", "GroupOwnerId": "111122223333", "IsEgress": false,
               "IpProtocol": "tcp", "FromPort": 22, "ToPort": 22,
               "ReferencedGroupInfo": {"GroupId": "sg-9", "UserId": "444455556666"}},
              {"SecurityGroupRuleId": "sgr-4", "GroupId": "sg-1", "IsEgress": false, "IpProtocol": "udp", "FromPort": 1,
               "ToPort": 9, "PrefixListId": "pl-1"},
              {"SecurityGroupRuleId": "sgr-5", "GroupId": "sg-1", "IsEgress": false, "IpProtocol": "tcp", "FromPort": 443,
               "ToPort": 443, "CidrIpv4": "0.0.0.0/0"}]}
            """;

    @Test
    void read_rulesByThemselves_areThoseOfTheirGroup() {
        Reading reading = read("{\"SecurityGroups\": [{\"GroupId\": \"sg-1\", \"VpcId\": \"vpc-1\"}]}" + BY_THEMSELVES);
        assertThat(reading.plan().securityGroup("sg-1").orElseThrow().rules())
                .hasToString(
                        "ingress [tcp;22;group:sg-9@444455556666;sgr-3, tcp;443;0.0.0.0/0;sgr-5, tcp;443;10.0.0.0/8;sgr-1;inner,"
                                + " udp;1..9;list:pl-1;sgr-4], egress [-1;;::/0;sgr-2]");
    }

    @Test
    void read_rulesAtTheirGroupAndByThemselves_areOne_andHaveTheirIds() {
        assertThat(read(GROUP + BY_THEMSELVES)
                        .plan()
                        .securityGroup("sg-1")
                        .orElseThrow()
                        .rules()
                        .ingress())
                .extracting(Object::toString)
                .contains("tcp;443;10.0.0.0/8;sgr-1;inner", "tcp;443;0.0.0.0/0;sgr-5;the site")
                .hasSize(9);
    }

    @Test
    void read_rulesOfAGroupThatIsNotShown_areLeftOut() {
        Reading reading = read(BY_THEMSELVES);
        assertThat(reading.plan().securityGroups()).isEmpty();
        assertThat(reading.outside()).extracting(Object::toString).containsExactly("sg-1");
    }
}
