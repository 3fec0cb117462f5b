package io.enikit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.Subnet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What rules say, and do not say, beside their pairs of plans. */
class RuleCasesTest {
    private static final RuleSet RULES = Ec2Rules.standard().without("limits.unchecked");
    private static final NetworkPlan PLAN = PlanText.read("""
            eni-plan 1
            vpc v cidrBlocks=10.0.0.0/16 ipv6CidrBlocks=2001:db8::/56 internetGatewayAttached=true
            subnet s vpc=v availabilityZone=z cidrBlock=10.0.0.0/24 ipv6CidrBlock=2001:db8::/64
            group g vpc=v
            eni e subnet=s privateIpAddresses=10.0.0.10*,10.0.0.11 groups=g
            end
            """);

    /** Says what is wrong with the plan once a line has been added to it. */
    private static List<String> messages(String line) {
        String text = PlanText.write(PLAN);
        return messages(PlanText.read(text.substring(0, text.length() - "end\n".length()) + line + "\nend\n"));
    }

    private static List<String> messages(NetworkPlan plan) {
        return RULES.check(plan).violations().stream()
                .map(violation -> violation.subject() + ": " + violation.message() + " | " + violation.rule())
                .toList();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("group h vpc=gone", "h: the VPC \"gone\" does not exist | group.vpc.exists"),
                Arguments.of(
                        "group h vpc=v associatedVpcs=gone",
                        "h: the VPC \"gone\" that it is associated with does not exist | group.vpc.exists"),
                Arguments.of(
                        "eni t subnet=s privateIpAddresses=10.0.0.12* groups=g tcpEstablishedTimeout=59",
                        "t: tcpEstablishedTimeout is 59 seconds: expected 60 to 432000 | eni.connection-tracking"),
                Arguments.of(
                        "eni t subnet=s privateIpAddresses=10.0.0.12* groups=g udpStreamTimeout=181",
                        "t: udpStreamTimeout is 181 seconds: expected 60 to 180 | eni.connection-tracking"),
                Arguments.of(
                        "eni t subnet=s privateIpAddresses=10.0.0.12* groups=g udpTimeout=61",
                        "t: udpTimeout is 61 seconds: expected 30 to 60 | eni.connection-tracking"),
                Arguments.of(
                        "eni t subnet=s privateIpAddresses=10.0.0.12* groups=g description=\u00e9",
                        "t: the description has the character U+00E9 at index 0, which EC2 does not allow | eni.description"),
                Arguments.of(
                        "eni t subnet=s privateIpAddresses=10.0.0.12* groups=g tag:=x",
                        "t: the tag key \"\" has 0 characters, a key has 1 to 128 | tags.key-length"),
                Arguments.of(
                        "eni t subnet=s privateIpAddresses=10.0.0.12* groups=g ipv4Prefixes=10.0.0.0/27",
                        "t: 10.0.0.0/27 is no prefix that EC2 delegates: expected a /28 | eni.ipv4.prefix-length"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void check_oneFault_isReportedOnceAndByOneRule(String line, String message) {
        assertThat(messages(line)).containsExactly(message);
    }

    @Test
    void check_elasticIpsOfTwoAddressesOfAnInterface_areNoFault() {
        assertThat(messages("eip one networkInterface=e privateIpAddress=10.0.0.10\n"
                        + "eip two networkInterface=e privateIpAddress=10.0.0.11"))
                .isEmpty();
    }

    @Test
    void check_branchOfAnotherType_isReported() {
        assertThat(messages("eni t subnet=s interfaceType=trunk privateIpAddresses=10.0.0.12* groups=g\n"
                        + "eni b subnet=s interfaceType=efa privateIpAddresses=10.0.0.13* groups=g trunk=t vlanId=1"))
                .containsExactly("b: it is a branch and of type efa: expected interface or branch | eni.trunk.type");
    }

    @Test
    void check_blockOfTheWrongFamilyInsideAnotherSubnets_isNotComparedWithIt() {
        NetworkPlan plan = PLAN.toBuilder()
                .add(Subnet.builder()
                        .id("t")
                        .vpcId("v")
                        .availabilityZone("z")
                        .cidrBlock("2001:db8::/64")
                        .build())
                .build();
        assertThat(messages(plan)).noneMatch(message -> message.contains("overlap"));
    }

    @Test
    void report_ofAFault_isNotEmpty() {
        Report report = RULES.check(PLAN.toBuilder()
                .put(PLAN.eni("e").orElseThrow().toBuilder()
                        .addSecurityGroups("gone")
                        .build())
                .build());
        assertThat(report.isEmpty()).isFalse();
        assertThat(report).hasToString(report.violations().get(0).toString());
        assertThat(RULES.check(PLAN)).hasToString("no violations");
    }

    @Test
    void ec2Code_anotherActionThanTheOnesStated_isTheGeneralOne() {
        RuleInfo info = RuleInfo.of("a.b", Phase.STATE)
                .withSummary("")
                .seen("")
                .withCode("General")
                .withCodeOf("AttachNetworkInterface", "Particular");
        assertThat(info.ec2Code("AttachNetworkInterface")).contains("Particular");
        assertThat(info.ec2Code("CreateNetworkInterface")).contains("General");
    }
}
