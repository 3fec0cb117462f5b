package io.enikit.json;

import static io.enikit.json.ReadTexts.findings;
import static io.enikit.json.ReadTexts.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.SecurityGroupRules;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of security groups in templates and plans of Terraform. */
class DeclaredRulesTest {
    private static SecurityGroupRules rulesOf(String group, Reading reading) {
        return reading.plan().securityGroup(group).orElseThrow().rules();
    }

    private static String template(String properties, String more) {
        return """
                Parameters: {Any: {Type: String}, Port: {Type: Number, Default: 8080}}
                Resources:
                  Net: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.0.0.0/16}}
                  Lb: {Type: "AWS::EC2::SecurityGroup", Properties: {GroupDescription: d, VpcId: !Ref Net}}
                  G: {Type: "AWS::EC2::SecurityGroup", Properties: {GroupDescription: d, VpcId: !Ref Net%s}}
                %s
                """.formatted(properties.isEmpty() ? "" : ", " + properties, more);
    }

    private static String ingress(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "{IpProtocol: tcp, FromPort: %d, ToPort: %d, CidrIp: 10.0.0.0/8}".formatted(i, i))
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CidrIp: 10.0.0.0/8, FromPort: 443, ToPort: '443' | tcp;443;10.0.0.0/8",
                "CidrIp: 10.1.2.3/8, FromPort: !Ref Port, ToPort: !Ref Port | tcp;8080;10.0.0.0/8",
                "CidrIpv6: '::/0', FromPort: 1, ToPort: 2, Description: all of them | tcp;1..2;::/0;;all of them",
                "SourcePrefixListId: pl-1, FromPort: 1, ToPort: 2 | tcp;1..2;list:pl-1",
                "SourcePrefixListId: !Ref Any, FromPort: 1, ToPort: 1 | tcp;1;list:${Any}",
                "SourceSecurityGroupId: !Ref Lb, FromPort: 1, ToPort: 1 | tcp;1;group:Lb",
                "SourceSecurityGroupId: !GetAtt Lb.GroupId, FromPort: 1, ToPort: 1 | tcp;1;group:Lb",
                "SourceSecurityGroupId: sg-9, SourceSecurityGroupOwnerId: '444455556666', FromPort: 1, ToPort: 1 | tcp;1;group:sg-9@444455556666",
                "SourceSecurityGroupName: elb, SourceSecurityGroupOwnerId: '4', FromPort: 1, ToPort: 1 | tcp;1;group:${the group named elb}@4",
                "CidrIp: !Ref Any, FromPort: 1, ToPort: 1 |",
                "CidrIp: 10.0.0.0/8, FromPort: !Ref Any, ToPort: 1 |",
                "CidrIp: [10.0.0.0/8], FromPort: 1, ToPort: 1 |",
                "CidrIp: '', FromPort: 1, ToPort: 1 |",
                "CidrIp: '', CidrIpv6: '', SourceSecurityGroupId: sg-9, SourceSecurityGroupOwnerId: '', FromPort: 1, ToPort: 1 | tcp;1;group:sg-9",
            })
    void rule_inAGroupAndByItself_isRead(String rule, String expected) {
        String read = "ingress [" + (expected == null ? "" : expected) + "], egress [-1;;0.0.0.0/0]";
        Reading inGroup = read(template("SecurityGroupIngress: [{IpProtocol: tcp, " + rule + "}]", ""));
        assertThat(rulesOf("G", inGroup)).hasToString(read);
        Reading alone = read(template("SecurityGroupIngress: {IpProtocol: tcp, " + rule + "}", ""));
        assertThat(rulesOf("G", alone)).hasToString(read);
        Reading byItself = read(template(
                "",
                "  R: {Type: \"AWS::EC2::SecurityGroupIngress\", Properties: {GroupId: !Ref G, IpProtocol: tcp, " + rule
                        + "}}"));
        assertThat(rulesOf("G", byItself)).hasToString(read);
        assertThat(byItself.notRead()).isEmpty();
        assertThat(findings(byItself)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "'tcp;udp'", "!Ref Any"})
    void ruleWithoutAProtocol_isLeftOut(String protocol) {
        assertThat(rulesOf(
                                "G",
                                read(template(
                                        "SecurityGroupIngress: [{IpProtocol: " + protocol + ", CidrIp: 10.0.0.0/8}]",
                                        "")))
                        .ingress())
                .isEmpty();
    }

    @Test
    void egress_thatIsStated_replacesWhatANewGroupHas_andByItselfIsAdded() {
        assertThat(rulesOf("G", read(template("SecurityGroupEgress: []", "")))).hasToString("ingress [], egress []");
        assertThat(rulesOf(
                        "G",
                        read(template(
                                "SecurityGroupEgress: [{IpProtocol: ICMP, FromPort: 252, ToPort: 86, CidrIp: 255.255.255.255/32}]",
                                ""))))
                .hasToString("ingress [], egress [icmp;252..86;255.255.255.255/32]");
        assertThat(
                        rulesOf(
                                "G",
                                read(
                                        template(
                                                "",
                                                "  E: {Type: \"AWS::EC2::SecurityGroupEgress\", Properties: {GroupId: !Ref G, IpProtocol: \"-1\", DestinationSecurityGroupId: !Ref G}}"))))
                .hasToString("ingress [], egress [-1;;0.0.0.0/0, -1;;group:G]");
    }

    @Test
    void rulesThatEc2Refuses_areFound() {
        assertThat(findings(read(template("SecurityGroupIngress: [" + ingress(0, 60) + "]", ""))))
                .isEmpty();
        assertThat(findings(read(template("SecurityGroupIngress: [" + ingress(0, 61) + "]", ""))))
                .containsExactly("quota.rules-per-security-group G");
        String one =
                "  R: {Type: \"AWS::EC2::SecurityGroupIngress\", Properties: {GroupId: !Ref G, IpProtocol: tcp, FromPort: %d, ToPort: %d, CidrIp: 10.0.0.0/8}}";
        assertThat(findings(read(template("SecurityGroupIngress: [" + ingress(0, 60) + "]", one.formatted(99, 99)))))
                .containsExactly("quota.rules-per-security-group G");
        assertThat(findings(read(template("SecurityGroupIngress: [" + ingress(0, 3) + "]", one.formatted(2, 2)))))
                .containsExactly("group.rules.unique G");
        assertThat(findings(read(template("SecurityGroupIngress: [" + ingress(70_000, 70_001) + "]", ""))))
                .containsExactly("group.rules.port-range G");
        assertThat(findings(read(template("SecurityGroupIngress: [{IpProtocol: tcp, CidrIp: 10.0.0.0/8}]", ""))))
                .containsExactly("group.rules.ports-given G");
        assertThat(findings(read(template("SecurityGroupIngress: [{IpProtocol: \"-1\", CidrIp: 10.0.0.1}]", ""))))
                .containsExactly("read.value G");
        assertThat(findings(read(template(
                        "SecurityGroupIngress: [{IpProtocol: tcp, FromPort: one, ToPort: 2, CidrIp: 10.0.0.0/8}]",
                        ""))))
                .contains("read.value G");
    }

    @Test
    void ruleThatIsAdded_toAGroupThatExists_countsThere() {
        String described = """
                {"SecurityGroups": [{"GroupId": "sg-1", "VpcId": "vpc-1", "IpPermissionsEgress": [], "IpPermissions": [%s]}]}
                """;
        String permission =
                "{\"IpProtocol\": \"tcp\", \"FromPort\": %1$d, \"ToPort\": %1$d, \"IpRanges\": [{\"CidrIp\": \"10.0.0.0/8\"}]}";
        String rule =
                "Resources: {R: {Type: \"AWS::EC2::SecurityGroupIngress\", Properties: {GroupId: sg-1, IpProtocol: tcp,"
                        + " FromPort: 99, ToPort: 99, CidrIp: 10.0.0.0/8}}}";
        for (int there : List.of(59, 60, 61)) {
            String group = described.formatted(
                    IntStream.range(0, there).mapToObj(permission::formatted).collect(Collectors.joining(", ")));
            assertThat(findings(read(group, rule)))
                    .isEqualTo(there == 60 ? List.of("quota.rules-per-security-group sg-1") : List.of());
        }
        assertThat(findings(read(described.formatted(permission.formatted(99)), rule)))
                .isEmpty();
    }

    private static String terraform(String actions, String group, String rules) {
        return """
                {"format_version": "1.2", "planned_values": {"root_module": {"resources": [
                  {"address": "aws_security_group.g", "mode": "managed", "type": "aws_security_group", "name": "g",
                   "values": {"id": "sg-1", "vpc_id": "vpc-1", "name": "g"%2$s}}%3$s]}},
                 "resource_changes": [{"address": "aws_security_group.g", "change": {"actions": ["%1$s"], "before": null}},
                  {"address": "aws_security_group_rule.r", "change": {"actions": ["%1$s"], "before": null}}]}
                """.formatted(actions, group, rules);
    }

    private static String block(String members) {
        return "{\"protocol\": \"tcp\", \"from_port\": 443, \"to_port\": 443, \"description\": \"\"" + members + "}";
    }

    @Test
    void blocksOfTerraform_areARuleForEachPeer() {
        String peers = ", \"cidr_blocks\": [\"10.0.0.0/8\", \"192.168.0.0/16\"], \"ipv6_cidr_blocks\": [\"::/0\"],"
                + " \"prefix_list_ids\": [\"pl-1\"], \"security_groups\": [\"sg-2\", \"444455556666/sg-3\"], \"self\": true";
        String all = ", \"ingress\": [" + block(peers) + "], \"egress\": ["
                + "{\"protocol\": \"all\", \"from_port\": 0, \"to_port\": 0, \"cidr_blocks\": [\"0.0.0.0/0\"], \"self\": false}]";
        assertThat(rulesOf("aws_security_group.g", read(terraform("create", all, ""))))
                .hasToString("ingress [tcp;443;10.0.0.0/8, tcp;443;192.168.0.0/16, tcp;443;::/0,"
                        + " tcp;443;group:aws_security_group.g, tcp;443;group:sg-2, tcp;443;group:sg-3@444455556666,"
                        + " tcp;443;list:pl-1], egress [-1;;0.0.0.0/0]");
    }

    @Test
    void newGroupOfTerraform_hasNoRulesThatItDoesNotState() {
        assertThat(rulesOf("aws_security_group.g", read(terraform("create", "", ""))))
                .hasToString("ingress [], egress []");
        assertThat(rulesOf("aws_security_group.g", read(terraform("no-op", ", \"egress\": []", ""))))
                .hasToString("ingress [], egress []");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "aws_security_group_rule | \"type\": \"ingress\", \"protocol\": \"6\", \"from_port\": 1, \"to_port\": 2, \"cidr_blocks\": [\"10.0.0.0/8\"] | ingress [tcp;1..2;10.0.0.0/8], egress []",
                "aws_security_group_rule | \"type\": \"egress\", \"protocol\": \"-1\", \"from_port\": 0, \"to_port\": 0, \"self\": true, \"cidr_blocks\": null | ingress [], egress [-1;;group:aws_security_group.g]",
                "aws_security_group_rule | \"type\": \"egress\", \"protocol\": \"udp\", \"from_port\": 1, \"to_port\": 1, \"source_security_group_id\": \"sg-1\" | ingress [], egress [udp;1;group:aws_security_group.g]",
                "aws_vpc_security_group_ingress_rule | \"ip_protocol\": \"tcp\", \"from_port\": 1, \"to_port\": 2, \"cidr_ipv4\": \"10.0.0.0/8\" | ingress [tcp;1..2;10.0.0.0/8], egress []",
                "aws_vpc_security_group_ingress_rule | \"ip_protocol\": \"-1\", \"cidr_ipv6\": \"::/0\", \"description\": \"x\" | ingress [-1;;::/0;;x], egress []",
                "aws_vpc_security_group_egress_rule | \"ip_protocol\": \"-1\", \"prefix_list_id\": \"pl-1\" | ingress [], egress [-1;;list:pl-1]",
                "aws_vpc_security_group_egress_rule | \"ip_protocol\": \"-1\", \"referenced_security_group_id\": \"sg-7\" | ingress [], egress [-1;;group:sg-7]",
            })
    void ruleOfTerraform_byItself_isRead(String type, String values, String expected) {
        Reading reading = read(terraform(
                "create",
                "",
                ", {\"address\": \"%1$s.r\", \"mode\": \"managed\", \"type\": \"%1$s\", \"name\": \"r\", \"values\": {\"security_group_id\": \"sg-1\", %2$s}}"
                        .formatted(type, values)));
        assertThat(rulesOf("aws_security_group.g", reading)).hasToString(expected);
        assertThat(reading.notRead()).isEmpty();
        assertThat(findings(reading)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "no-op"})
    void ruleThatStandsTwice_isAFaultOfANewGroupOnly(String actions) {
        String rule =
                ", {\"address\": \"aws_security_group_rule.r\", \"mode\": \"managed\", \"type\": \"aws_security_group_rule\","
                        + " \"name\": \"r\", \"values\": {\"security_group_id\": \"sg-1\", \"type\": \"ingress\", \"protocol\": \"tcp\","
                        + " \"from_port\": 443, \"to_port\": 443, \"cidr_blocks\": [\"10.0.0.0/8\"]}}";
        String group = ", \"egress\": [], \"ingress\": [" + block(", \"cidr_blocks\": [\"10.0.0.0/8\"]") + "]";
        assertThat(findings(read(terraform(actions, group, rule))))
                .isEqualTo(actions.equals("create") ? List.of("group.rules.unique aws_security_group.g") : List.of());
    }

    /** An account with a group of 70 rules in one VPC, and with an interface in so many groups in another one. */
    private static String account(String region, int groups) {
        return """
                {"Subnets": [{"SubnetId": "subnet-1", "VpcId": "vpc-1", "AvailabilityZone": "us-east-1a"},
                  {"SubnetId": "subnet-2", "VpcId": "vpc-2", "AvailabilityZone": "%sb"}],
                 "SecurityGroups": [{"GroupId": "sg-0", "VpcId": "vpc-1", "IpPermissions": [{"IpProtocol": "tcp",
                   "FromPort": 1, "ToPort": 1, "IpRanges": [%s]}]}],
                 "NetworkInterfaces": [{"NetworkInterfaceId": "eni-1", "SubnetId": "subnet-2", "Groups": [%s]}]}
                """.formatted(
                        region,
                        IntStream.range(0, 70)
                                .mapToObj(i -> "{\"CidrIp\": \"10.0." + i + ".0/24\"}")
                                .collect(Collectors.joining(",")),
                        IntStream.range(0, groups)
                                .mapToObj(i -> "{\"GroupId\": \"sg-" + i + "\"}")
                                .collect(Collectors.joining(",")));
    }

    @Test
    void quotasThatAreTooLargeTogether_areAFaultOfWhatIsAdded_toOneAccountInOneRegion() {
        String template =
                "Resources: {N: {Type: \"AWS::EC2::NetworkInterface\", Properties: {SubnetId: subnet-2, GroupSet: [%s]}}}"
                        .formatted(
                                IntStream.range(0, 15).mapToObj(i -> "sg-" + i).collect(Collectors.joining(", ")));
        assertThat(findings(read(account("us-east-1", 6), template))).contains("quota.rules-times-groups plan");
        assertThat(findings(read(account("eu-west-1", 6), template))).doesNotContain("quota.rules-times-groups plan");
        assertThat(findings(read(account("us-east-1", 15)))).doesNotContain("quota.rules-times-groups plan");
    }

    @Test
    void groupThatARuleIsFor_andNobodyShows_isOutside() {
        assertThat(
                        read("Resources: {R: {Type: \"AWS::EC2::SecurityGroupIngress\", Properties: {GroupId: sg-77, IpProtocol: \"-1\","
                                        + " CidrIp: 10.0.0.0/8}}}")
                                .outside())
                .extracting(Object::toString)
                .containsExactly("sg-77");
    }
}
