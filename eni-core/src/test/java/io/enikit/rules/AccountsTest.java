package io.enikit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is counted for each account in each Region, and what two accounts may have in one VPC. */
class AccountsTest {
    private static final String ONE = "ownerId=111122223333";
    private static final String OTHER = "ownerId=444455556666";

    private static NetworkPlan plan(String... lines) {
        return PlanText.read("eni-plan 1\n" + String.join("\n", lines) + "\nend\n");
    }

    private static List<String> check(String... lines) {
        return Ec2Rules.standard().check(plan(lines)).violations().stream()
                .filter(each -> each.severity() == Severity.ERROR)
                .map(Violation::toString)
                .toList();
    }

    private static String vpc(String id, String more) {
        return "vpc " + id + " cidrBlocks=172.31.0.0/16 " + more;
    }

    private static String subnet(String id, String vpc, String zone, String more) {
        return "subnet " + id + " vpc=" + vpc + " availabilityZone=" + zone + " cidrBlock=172.31.0.0/20 " + more;
    }

    @Test
    void defaultVpc_oneInEachRegion_isRight() {
        assertThat(check(
                        vpc("a", "defaultVpc=true"),
                        vpc("b", "defaultVpc=true"),
                        vpc("c", "region=ap-south-1 defaultVpc=true"),
                        subnet("s", "a", "us-west-2a", ""),
                        subnet("t", "b", "us-east-1-wl1-bos-wlz-1", "")))
                .isEmpty();
    }

    @Test
    void defaultVpc_twoInTheZonesOfOneRegion_areOneTooMany() {
        assertThat(check(
                        vpc("a", "defaultVpc=true"),
                        vpc("b", "defaultVpc=true"),
                        subnet("s", "a", "us-west-2a", ""),
                        subnet("t", "b", "us-west-2-lax-1a", "")))
                .containsExactly("[ERROR] plan: 2 default VPCs in us-west-2, an account has one in a Region: [a, b]"
                        + " | vpc.default.one | DefaultVpcAlreadyExists");
    }

    @Test
    void defaultVpc_ofTwoAccountsInOneRegion_isRight() {
        String zone = "us-east-1a";
        assertThat(check(
                        vpc("a", "defaultVpc=true " + ONE),
                        vpc("b", "defaultVpc=true " + OTHER),
                        subnet("s", "a", zone, ONE),
                        subnet("t", "b", zone, OTHER)))
                .isEmpty();
        assertThat(check(
                        vpc("a", "region=us-east-1 defaultVpc=true " + ONE),
                        vpc("b", "region=us-east-1 defaultVpc=true " + OTHER),
                        vpc("c", "region=us-east-1 defaultVpc=true " + OTHER)))
                .containsExactly("[ERROR] plan: 2 default VPCs in us-east-1 of account 444455556666, an account has one"
                        + " in a Region: [b, c] | vpc.default.one | DefaultVpcAlreadyExists");
    }

    @Test
    void defaultVpc_whereNothingTellsTheRegion_isNotCounted() {
        assertThat(check(vpc("a", "defaultVpc=true"), vpc("b", "defaultVpc=true")))
                .isEmpty();
        assertThat(check(vpc("a", "defaultVpc=true"), vpc("b", "region=us-east-1 defaultVpc=true")))
                .isEmpty();
    }

    @Test
    void quotas_twoRegions_eachIsCountedByItself() {
        String quotas = "quotas vpcs=1 networkInterfaces=1 securityGroups=1 elasticIps=1";
        String[] two = {
            quotas,
            vpc("a", ""),
            vpc("b", ""),
            subnet("s", "a", "us-west-2a", ""),
            subnet("t", "b", "us-east-1a", ""),
            "group g vpc=a",
            "group h vpc=b",
            "eni e subnet=s privateIpAddresses=172.31.0.10* groups=g",
            "eni f subnet=t privateIpAddresses=172.31.0.10* groups=h",
            "eip p region=us-west-2",
            "eip q region=us-east-1",
        };
        assertThat(check(two)).isEmpty();
        assertThat(check(with(
                        two,
                        vpc("c", "region=us-east-1"),
                        "group i vpc=c",
                        "eni g subnet=t privateIpAddresses=172.31.0.11* groups=h",
                        "eip r region=us-east-1")))
                .containsExactly(
                        "[ERROR] plan: 2 Elastic IPs in us-east-1, the quota is 1 | quota.elastic-ips | AddressLimitExceeded",
                        "[ERROR] plan: 2 network interfaces in us-east-1, the quota is 1 | quota.network-interfaces"
                                + " | NetworkInterfaceLimitExceeded",
                        "[ERROR] plan: 2 security groups in us-east-1, the quota is 1 | quota.security-groups"
                                + " | SecurityGroupLimitExceeded",
                        "[ERROR] plan: 2 VPCs in us-east-1, the quota is 1 | quota.vpcs | VpcLimitExceeded");
    }

    @Test
    void quotas_twoRegionsAndOneThatIsUnknown_areSilentAboutIt() {
        assertThat(check(
                        "quotas elasticIps=1",
                        vpc("a", "region=us-west-2"),
                        vpc("b", "region=us-east-1"),
                        "eip p",
                        "eip q"))
                .isEmpty();
    }

    @Test
    void quotas_ofTheOnlyAccount_areReportedWithoutItsId() {
        assertThat(check("quotas elasticIps=1", "eip p " + ONE, "eip q " + ONE))
                .containsExactly(
                        "[ERROR] plan: 2 Elastic IPs, the quota is 1 | quota.elastic-ips | AddressLimitExceeded");
    }

    @Test
    void quotas_noSecondRegionInThePlan_countWhatTellsNone() {
        assertThat(check("quotas elasticIps=1", vpc("a", "region=us-west-2"), "eip p", "eip q"))
                .containsExactly(
                        "[ERROR] plan: 2 Elastic IPs, the quota is 1 | quota.elastic-ips | AddressLimitExceeded");
    }

    @Test
    void quotas_sharedSubnet_countsTheInterfacesOfEachOwner() {
        String[] shared = {
            "quotas networkInterfaces=1",
            vpc("a", ONE),
            subnet("s", "a", "us-east-1a", ONE),
            "group g vpc=a " + ONE,
            "group h vpc=a groupName=g " + OTHER,
            "eni e subnet=s privateIpAddresses=172.31.0.10* groups=g " + ONE,
            "eni f subnet=s privateIpAddresses=172.31.0.11* groups=h " + OTHER,
        };
        assertThat(check(shared)).isEmpty();
        assertThat(check(with(shared, "eni g subnet=s privateIpAddresses=172.31.0.12* groups=h " + OTHER)))
                .containsExactly("[ERROR] plan: 2 network interfaces of account 444455556666, the quota is 1"
                        + " | quota.network-interfaces | NetworkInterfaceLimitExceeded");
        assertThat(check(with(shared, "eni g subnet=s privateIpAddresses=172.31.0.11* groups=h " + OTHER)))
                .anyMatch(line -> line.contains("eni.ipv4.in-use"));
    }

    @Test
    void groupName_twiceInAVpc_isRightOnlyForTwoAccounts() {
        String vpc = vpc("a", ONE);
        assertThat(check(vpc, "group g vpc=a groupName=web " + ONE, "group h vpc=a groupName=web " + OTHER))
                .isEmpty();
        assertThat(check(vpc, "group g vpc=a groupName=web " + ONE, "group h vpc=a groupName=web " + ONE))
                .hasSize(1);
        assertThat(check(vpc, "group g vpc=a groupName=web", "group h vpc=a groupName=web " + ONE))
                .hasSize(1);
    }

    @Test
    void zone_ofAParticipantUnderAnotherName_isTheSameByItsId() {
        String[] lines = {
            vpc("a", ONE),
            subnet("s", "a", "us-east-1a", "zoneId=use1-az4 " + ONE),
            "group g vpc=a " + OTHER,
            "instance i instanceType=m5.large availabilityZone=us-east-1c zoneId=use1-az4 " + OTHER,
            "eni e subnet=s privateIpAddresses=172.31.0.10* groups=g instance=i deviceIndex=0 " + OTHER,
        };
        assertThat(check(lines)).isEmpty();
        assertThat(check(String.join("\n", lines).replace("us-east-1c zoneId=use1-az4", "us-east-1a zoneId=use1-az6")))
                .containsExactly("[ERROR] e: it is in us-east-1a (use1-az4), its instance \"i\" is in us-east-1a"
                        + " (use1-az6) | eni.attach.zone | InvalidParameterCombination");
    }

    private static String[] with(String[] lines, String... more) {
        return java.util.stream.Stream.of(lines, more)
                .flatMap(java.util.stream.Stream::of)
                .toArray(String[]::new);
    }
}
