package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.limits.LimitRules;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import io.enikit.rules.Severity;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What EC2 shows is there: that no table has its type, or that it needs a setting, is no violation. */
class ExistingTypesTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());

    private static String account(String type, String mac, int interfaces) {
        String enis = IntStream.range(0, interfaces)
                .mapToObj(i -> """
                        {"NetworkInterfaceId": "eni-%1$d", "SubnetId": "subnet-1", "VpcId": "vpc-1", "Groups": [{"GroupId": "sg-1"}],
                         "MacAddress": "%2$s:%3$02x", "PrivateIpAddress": "10.0.1.%3$d",
                         "Attachment": {"DeviceIndex": %1$d, "Status": "attached", "AttachmentId": "eni-attach-%1$d"}}
                        """.formatted(i, mac, i + 10))
                .collect(Collectors.joining(","));
        return """
                {"Instances": [{"InstanceId": "i-1", "InstanceType": "%s", "State": {"Name": "running"},
                  "SubnetId": "subnet-1", "Placement": {"AvailabilityZone": "eu-west-1a"}, "NetworkInterfaces": [%s]}]}
                """.formatted(type, enis);
    }

    private static Findings check(String... texts) {
        return PlanReader.create()
                .read(IntStream.range(0, texts.length)
                        .mapToObj(i -> Source.of("file" + i, texts[i]))
                        .toList())
                .check(RULES);
    }

    private static List<String> failing(Findings findings) {
        return findings.findings().stream()
                .map(each -> each.violation().rule())
                .filter(rule -> !rule.equals("instance.same-subnet"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"m99.large", "r9g.large"})
    void runningInstance_ofATypeWithoutLimits_isUnknown(String type) {
        Findings findings = check(account(type, "02:00:5e:10:00", 1));
        assertThat(failing(findings)).isEmpty();
        assertThat(findings.unknowns())
                .singleElement()
                .asString()
                .startsWith("file0:1 /Instances/0: unknown: the ")
                .contains("instance type \"" + type + "\" ");
        assertThat(check(account("m5.large", "02:00:5e:10:00", 1)).unknowns()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"m99.large", "m5.larg", "r9g.large"})
    void newInstance_ofATypeWithoutLimits_isAWarning(String type) {
        Findings findings = check(
                "Resources: {A: {Type: \"AWS::EC2::Instance\", Properties: {InstanceType: %s, SubnetId: subnet-1}}}"
                        .formatted(type));
        assertThat(failing(findings)).containsExactly("limits.instance-type");
        assertThat(findings.findings())
                .extracting(each -> each.violation().severity())
                .doesNotContain(Severity.ERROR);
        assertThat(findings.unknowns()).isEmpty();
    }

    @Test
    void flexibleInterfacesThatAreAttached_areAllowed_andOneMoreIsNoCertainty() {
        String node = account("c6in.32xlarge", "02:00:5e:10:00", 9);
        assertThat(failing(check(node))).isEmpty();
        String more = """
                Resources:
                  N: {Type: "AWS::EC2::NetworkInterface", Properties: {SubnetId: subnet-1}}
                  T: {Type: "AWS::EC2::NetworkInterfaceAttachment", Properties: {InstanceId: i-1, NetworkInterfaceId: !Ref N, DeviceIndex: "9"}}
                """;
        assertThat(failing(check(node, more))).containsExactly("limits.interfaces-flexible");
    }
}
