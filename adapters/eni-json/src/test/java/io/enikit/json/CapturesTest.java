package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.limits.LimitRules;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers that EC2 gave one after the other: what is at two places in them has moved in between. */
class CapturesTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());

    private static String eni(String id, String address, String more) {
        return """
                {"NetworkInterfaceId": "%s", "SubnetId": "subnet-1", "VpcId": "vpc-1", "AvailabilityZone": "eu-west-1a",
                 "Groups": [{"GroupId": "sg-1"}], "PrivateIpAddress": "%s"%s}""".formatted(id, address, more);
    }

    private static String enis(String... all) {
        return "{\"NetworkInterfaces\": [" + String.join(", ", all) + "]}";
    }

    private static String attached(int index) {
        return ", \"Attachment\": {\"InstanceId\": \"i-1\", \"DeviceIndex\": " + index + ", \"Status\": \"attached\"}";
    }

    private static String instance(String state, String interfaces) {
        return "{\"Instances\": [{\"InstanceId\": \"i-1\", \"InstanceType\": \"m5.large\", \"State\": {\"Name\": \""
                + state + "\"}, \"NetworkInterfaces\": [" + interfaces + "]}]}";
    }

    private static List<Finding> findings(String... texts) {
        return PlanReader.create()
                .read(IntStream.range(0, texts.length)
                        .mapToObj(i -> Source.of("file" + i, texts[i]))
                        .toList())
                .check(RULES)
                .findings();
    }

    private static List<String> rules(List<Finding> findings) {
        return findings.stream().map(each -> each.violation().rule()).toList();
    }

    private static final String SECONDARY =
            ", \"PrivateIpAddresses\": [{\"Primary\": true, \"PrivateIpAddress\": \"10.0.0.10\"},"
                    + " {\"Primary\": false, \"PrivateIpAddress\": \"10.0.0.11\"}]";
    private static final String PREFIX = ", \"Ipv4Prefixes\": [{\"Ipv4Prefix\": \"10.0.0.16/28\"}]";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "10.0.0.10 | " + SECONDARY + " | 10.0.0.11 | eni.ipv4.in-use",
                "10.0.0.10 | " + PREFIX + " | 10.0.0.20 | eni.ipv4.in-use",
            })
    void addressThatMoved_isANote_andWithinOneAnswerAnError(String first, String more, String second, String rule) {
        String one = eni("eni-1", first, more);
        String other = eni("eni-2", second, "");
        assertThat(findings(enis(one), enis(other))).singleElement().satisfies(finding -> {
            assertThat(finding.violation().rule()).isEqualTo("read.contradiction");
            assertThat(finding.toString()).startsWith("[ADVICE] ").contains(" which is in another file (file");
        });
        assertThat(rules(findings(enis(one, other)))).containsExactly(rule);
    }

    @Test
    void addressThatATemplateTakes_isAnErrorAllTheSame() {
        String template =
                "Resources: {N: {Type: \"AWS::EC2::NetworkInterface\", Properties: {SubnetId: subnet-1, PrivateIpAddress: 10.0.0.10}}}";
        assertThat(rules(findings(enis(eni("eni-1", "10.0.0.10", "")), template)))
                .containsExactly("eni.ipv4.in-use");
    }

    @Test
    void instanceThatWentMeanwhile_isANote() {
        String attached = enis(eni("eni-1", "10.0.0.10", attached(0)));
        assertThat(rules(findings(attached, instance("terminated", "")))).containsExactly("read.contradiction");
        assertThat(rules(findings(instance("terminated", ""), attached))).containsExactly("read.contradiction");
    }

    @Test
    void placeThatWasTakenMeanwhile_isANote() {
        String before = enis(eni("eni-1", "10.0.0.10", attached(0)), eni("eni-2", "10.0.0.11", attached(1)));
        String after = enis(eni("eni-1", "10.0.0.10", attached(0)), eni("eni-3", "10.0.0.12", attached(1)));
        assertThat(rules(findings(before, after))).containsExactly("read.contradiction");
        assertThat(rules(findings(enis(
                        eni("eni-1", "10.0.0.10", attached(0)),
                        eni("eni-2", "10.0.0.11", attached(1)),
                        eni("eni-3", "10.0.0.12", attached(1))))))
                .containsExactly("eni.attach.index-used");
    }

    @Test
    void elasticIpsOfOneAddress_inTwoAnswers_areANote() {
        String address = "{\"Addresses\": [{\"AllocationId\": \"eipalloc-%d\", \"PublicIp\": \"198.51.100.%d\","
                + " \"NetworkInterfaceId\": \"eni-1\", \"PrivateIpAddress\": \"10.0.0.10\"}]}";
        assertThat(rules(findings(
                        enis(eni("eni-1", "10.0.0.10", "")), address.formatted(1, 1), address.formatted(2, 2))))
                .containsExactly("read.contradiction");
    }
}
