package io.enikit.fake.awssdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRuleRequest;

/** What real accounts answered about the rules of security groups. */
@ExtendWith(TargetExtension.class)
@SuppressWarnings("unchecked") // the SDK takes generic varargs
class VerifiedGroupRulesTest {
    private static String modify(
            Ec2Client client, String group, String rule, Consumer<SecurityGroupRuleRequest.Builder> to) {
        return Account.answer(() -> client.modifySecurityGroupRules(r -> r.groupId(group)
                .securityGroupRules(u -> u.securityGroupRuleId(rule).securityGroupRule(to))));
    }

    private static SecurityGroupRule shown(Ec2Client client, String id) {
        List<SecurityGroupRule> rules = client.describeSecurityGroupRules(
                        r -> r.filters(f -> f.name("security-group-rule-id").values(id)))
                .securityGroupRules();
        assertThat(rules).hasSize(1);
        return rules.get(0);
    }

    @Test
    void modify_oneRule_isRefusedOrCarriedOut(Ec2Client client, Target target) {
        String group = target.account().group();
        String rule = client.authorizeSecurityGroupIngress(r -> r.groupId(group)
                        .ipPermissions(p -> p.ipProtocol("tcp")
                                .fromPort(30900)
                                .toPort(31000)
                                .ipRanges(i -> i.cidrIp("1.2.3.4/32").description("original rule"))))
                .securityGroupRules()
                .get(0)
                .securityGroupRuleId();
        Consumer<SecurityGroupRuleRequest.Builder> good =
                to -> to.ipProtocol("udp").fromPort(27010).toPort(27011).cidrIpv4("2.3.4.5/32");
        assertThat(modify(client, "sg-00000000", rule, good))
                .isEqualTo("InvalidGroup.NotFound: The security group 'sg-00000000' does not exist");
        assertThat(modify(client, group, "sgr-00000000", good))
                .isEqualTo(
                        "InvalidSecurityGroupRuleId.NotFound: The security group rule ID 'sgr-00000000' does not exist");
        assertThat(modify(
                        client,
                        group,
                        rule,
                        to -> to.fromPort(27010).toPort(27011).cidrIpv4("2.3.4.5/32")))
                .isEqualTo(
                        "InvalidParameterValue: Invalid value 'null' for protocol. VPC security group rules must specify "
                                + "protocols explicitly.");
        assertThat(modify(
                        client,
                        group,
                        rule,
                        to -> to.ipProtocol("udp").toPort(27011).cidrIpv4("2.3.4.5/32")))
                .isEqualTo(
                        "InvalidParameterValue: Invalid value for portRange. Must specify both from and to ports with "
                                + "TCP/UDP.");
        assertThat(modify(
                        client,
                        group,
                        rule,
                        to -> to.ipProtocol("udp").fromPort(27010).toPort(27011)))
                .isEqualTo(
                        "MissingParameter: The request must contain exactly one of: cidrIp, cidrIpv6, prefixListId, or "
                                + "referencedGroupId");
        assertThat(modify(
                        client,
                        group,
                        rule,
                        to -> good.andThen(more -> more.cidrIpv6("2001:db8::/32"))
                                .accept(to)))
                .isEqualTo(
                        "InvalidParameterCombination: Only one of cidrIp, cidrIpv6, prefixListId, or referencedGroupId "
                                + "can be specified");
        assertThat(modify(
                        client,
                        group,
                        rule,
                        to -> good.andThen(more -> more.description("first modification"))
                                .accept(to)))
                .isEqualTo("carried out");
        SecurityGroupRule after = shown(client, rule);
        assertThat(after.ipProtocol()).isEqualTo("udp");
        assertThat(after.fromPort()).isEqualTo(27010);
        assertThat(after.toPort()).isEqualTo(27011);
        assertThat(after.cidrIpv4()).isEqualTo("2.3.4.5/32");
        assertThat(after.cidrIpv6()).isNull();
        assertThat(after.description()).isEqualTo("first modification");
    }

    @Test
    void modify_severalRules_changesThemTogether(Ec2Client client, Target target) {
        String group = target.account().group();
        IpPermission permission = IpPermission.builder()
                .ipProtocol("tcp")
                .fromPort(30900)
                .toPort(31000)
                .ipRanges(i -> i.cidrIp("1.2.3.4/32"))
                .build();
        String in = client.authorizeSecurityGroupIngress(r -> r.groupId(group).ipPermissions(permission))
                .securityGroupRules()
                .get(0)
                .securityGroupRuleId();
        String out = client.authorizeSecurityGroupEgress(r -> r.groupId(group).ipPermissions(permission))
                .securityGroupRules()
                .get(0)
                .securityGroupRuleId();
        assertThat(client.modifySecurityGroupRules(r -> r.groupId(group)
                                .securityGroupRules(
                                        u -> u.securityGroupRuleId(in)
                                                .securityGroupRule(to -> to.ipProtocol("tcp")
                                                        .fromPort(10)
                                                        .toPort(11)
                                                        .cidrIpv4("1.1.1.1/32")),
                                        u -> u.securityGroupRuleId(out)
                                                .securityGroupRule(to -> to.ipProtocol("tcp")
                                                        .fromPort(12)
                                                        .toPort(13)
                                                        .cidrIpv6("2001:db8::/32"))))
                        .returnValue())
                .isTrue();
        assertThat(shown(client, in).cidrIpv4()).isEqualTo("1.1.1.1/32");
        assertThat(shown(client, out).cidrIpv6()).isEqualTo("2001:db8::/32");
        assertThat(shown(client, out).isEgress()).isTrue();
    }

    @Test
    void modify_ruleForAGroup_keepsTheGroup(Ec2Client client, Target target) {
        String group = target.account().group();
        String rule = client.authorizeSecurityGroupIngress(r -> r.groupId(group)
                        .ipPermissions(p -> p.ipProtocol("tcp")
                                .fromPort(30900)
                                .toPort(31000)
                                .userIdGroupPairs(g -> g.groupId(group))))
                .securityGroupRules()
                .get(0)
                .securityGroupRuleId();
        assertThat(modify(
                        client,
                        group,
                        rule,
                        to -> to.ipProtocol("tcp").fromPort(39900).toPort(40000).referencedGroupId(group)))
                .isEqualTo("carried out");
        assertThat(shown(client, rule).fromPort()).isEqualTo(39900);
        assertThat(shown(client, rule).referencedGroupInfo().groupId()).isEqualTo(group);
    }

    private static IpPermission.Builder permission(String protocol, int port) {
        return IpPermission.builder().ipProtocol(protocol).fromPort(port).toPort(port);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void authorize_rulesOfManyKinds_areShownOneByOneAndJoined(boolean ingress, Ec2Client client, Target target) {
        String list = target.prefixList();
        String group = target.account().group();
        List<IpPermission> rules = List.of(
                permission("tcp", 22).ipRanges(i -> i.cidrIp("10.0.0.0/24")).build(),
                permission("tcp", 22).ipRanges(i -> i.cidrIp("10.0.1.0/24")).build(),
                permission("tcp", 80).ipRanges(i -> i.cidrIp("10.0.0.0/24")).build(),
                permission("udp", 22).ipRanges(i -> i.cidrIp("10.0.0.0/24")).build(),
                permission("-1", -1).ipRanges(i -> i.cidrIp("10.0.0.0/24")).build(),
                permission("tcp", 22)
                        .ipv6Ranges(i -> i.cidrIpv6("2001:db8::/32"))
                        .build(),
                permission("tcp", 443)
                        .ipv6Ranges(i -> i.cidrIpv6("2001:db8::/64"))
                        .build(),
                permission("tcp", 22).prefixListIds(i -> i.prefixListId(list)).build(),
                permission("tcp", 8080).prefixListIds(i -> i.prefixListId(list)).build(),
                permission("tcp", 22).userIdGroupPairs(i -> i.groupId(group)).build(),
                permission("tcp", 25).userIdGroupPairs(i -> i.groupId(group)).build());
        for (IpPermission each : rules) {
            if (ingress) {
                client.authorizeSecurityGroupIngress(r -> r.groupId(group).ipPermissions(each));
            } else {
                client.authorizeSecurityGroupEgress(r -> r.groupId(group).ipPermissions(each));
            }
        }
        SecurityGroup joined = client.describeSecurityGroups(r -> r.groupIds(group))
                .securityGroups()
                .get(0);
        List<SecurityGroupRule> shown = client.describeSecurityGroupRules(
                        r -> r.filters(f -> f.name("group-id").values(group)))
                .securityGroupRules();
        assertThat(shown)
                .hasSize(12)
                .extracting(
                        SecurityGroupRule::ipProtocol,
                        SecurityGroupRule::fromPort,
                        SecurityGroupRule::toPort,
                        rule -> String.valueOf(rule.cidrIpv4())
                                .concat(String.valueOf(rule.cidrIpv6()))
                                .concat(String.valueOf(rule.prefixListId()))
                                .replace("null", ""),
                        SecurityGroupRule::isEgress)
                .contains(
                        tuple("tcp", 22, 22, "10.0.0.0/24", !ingress),
                        tuple("tcp", 22, 22, "10.0.1.0/24", !ingress),
                        tuple("-1", -1, -1, "10.0.0.0/24", !ingress),
                        tuple("-1", -1, -1, "0.0.0.0/0", true),
                        tuple("tcp", 443, 443, "2001:db8::/64", !ingress),
                        tuple("tcp", 8080, 8080, list, !ingress));
        assertThat(shown)
                .filteredOn(rule -> rule.referencedGroupInfo() != null)
                .hasSize(2)
                .allSatisfy(rule -> {
                    assertThat(rule.referencedGroupInfo().groupId()).isEqualTo(group);
                    assertThat(rule.referencedGroupInfo().userId()).isEqualTo(joined.ownerId());
                });
        List<IpPermission> permissions = ingress ? joined.ipPermissions() : joined.ipPermissionsEgress();
        assertThat(permissions).hasSize(7);
        IpPermission ssh = permissions.stream()
                .filter(each -> each.ipProtocol().equals("tcp") && each.fromPort() == 22)
                .findFirst()
                .orElseThrow();
        assertThat(ssh.ipRanges()).extracting("cidrIp").containsExactly("10.0.0.0/24", "10.0.1.0/24");
        assertThat(ssh.ipv6Ranges()).extracting("cidrIpv6").containsExactly("2001:db8::/32");
        assertThat(ssh.prefixListIds()).extracting("prefixListId").containsExactly(list);
        assertThat(ssh.userIdGroupPairs()).extracting("groupId").containsExactly(group);
        assertThat(permissions.stream().filter(each -> each.ipProtocol().equals("-1")))
                .allSatisfy(each -> assertThat(each.fromPort()).isNull());
        assertThat(ingress ? joined.ipPermissionsEgress() : joined.ipPermissions())
                .hasSize(ingress ? 1 : 0);
    }
}
