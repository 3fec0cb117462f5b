package io.enikit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.PlanText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Blocks of plans made by hand: of every length, of the wrong family, beside blocks of every range. */
class BlockRulesTest {
    private static String rules(String lines) {
        return Ec2Rules.standard().check(PlanText.read("eni-plan 1\n" + lines + "\nend\n")).violations().stream()
                .map(Violation::rule)
                .toList()
                .toString();
    }

    @ParameterizedTest
    @CsvSource({
        "vpc v cidrBlocks=2600::/24, vpc.cidr.size",
        "vpc v cidrBlocks=10.0.0.0/16 ipv6CidrBlocks=10.0.0.0/16, vpc.ipv6-cidr.size",
    })
    void vpc_blockOfTheWrongFamily_breaksItsSize(String line, String rule) {
        assertThat(rules(line)).contains(rule);
    }

    @ParameterizedTest
    @CsvSource({"cidrBlock=2600::/24, subnet.cidr.size", "ipv6CidrBlock=10.0.0.0/24, subnet.ipv6-cidr.size"})
    void subnet_blockOfTheWrongFamily_breaksItsSize(String block, String rule) {
        assertThat(rules("vpc v cidrBlocks=10.0.0.0/16 ipv6CidrBlocks=2001:db8::/44\n"
                        + "subnet s vpc=v availabilityZone=eu-west-1a " + block))
                .contains(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "10.2.0.0/16, 10.255.0.0/16, true",
        "10.2.0.0/16, 10.0.0.0/16, true",
        "10.2.0.0/16, '10.1.0.0/16,10.0.0.0/16', false",
        "10.2.0.0/16, '10.3.0.0/16,10.0.0.0/16', true",
        "10.2.0.0/16, 172.16.0.0/16, false",
        "10.2.0.0/16, 192.168.255.240/28, false",
        "10.2.0.0/16, 198.19.0.0/24, false",
        "10.2.0.0/16, 198.18.0.0/16, true",
        "10.2.0.0/16, 100.64.0.0/16, true",
        "10.2.0.0/16, 8.8.8.0/24, true",
        "10.1.255.0/24, 10.0.255.0/24, false",
        "10.0.0.0/24, 10.0.1.0/24, false",
        "10.0.0.0/24, 10.1.0.0/24, true",
        "172.16.0.0/16, 172.30.0.0/16, true",
        "172.16.0.0/16, 172.31.0.0/28, false",
        "172.16.0.0/16, 172.32.0.0/16, true",
        "172.31.0.0/16, 172.16.0.0/16, true",
        "172.31.255.0/24, 10.0.0.0/16, false",
        "172.15.0.0/16, 172.16.0.0/16, false",
        "192.168.0.0/24, 192.168.255.0/24, true",
        "192.168.0.0/24, 10.0.0.0/16, false",
        "192.168.0.0/24, 172.31.0.0/16, false",
        "192.168.0.0/24, 198.19.255.240/28, false",
        "192.169.0.0/16, 192.168.0.0/16, false",
        "198.19.0.0/24, 198.19.1.0/24, true",
        "198.19.0.0/24, 10.0.0.0/16, false",
        "198.19.0.0/24, 100.127.0.0/16, true",
        "198.18.0.0/16, 198.19.0.0/16, false",
        "100.64.0.0/16, 100.65.0.0/16, true",
        "100.64.0.0/16, 198.19.0.0/16, false",
        "100.64.0.0/16, 192.168.0.0/16, false",
        "100.128.0.0/16, 172.16.0.0/16, false",
        "11.0.0.0/16, 9.0.0.0/16, true",
    })
    void vpc_secondBlock_isRestrictedByTheRangeOfTheFirst(String first, String second, boolean accepted) {
        assertThat(rules("vpc v cidrBlocks=" + first + "," + second))
                .isEqualTo(accepted ? "[]" : "[vpc.cidr.restricted]");
    }

    @ParameterizedTest
    @CsvSource({"43, false", "44, true", "46, false", "48, true", "52, true", "56, true", "60, true", "64, false"})
    void vpc_ipv6Block_isOfEveryFourthLength(int length, boolean accepted) {
        assertThat(rules("vpc v cidrBlocks=10.0.0.0/16 ipv6CidrBlocks=2001:db8::/" + length))
                .isEqualTo(accepted ? "[]" : "[vpc.ipv6-cidr.size]");
    }

    @ParameterizedTest
    @CsvSource({"40, false", "44, true", "45, false", "60, true", "62, false", "64, true", "65, false", "68, false"})
    void subnet_ipv6Block_isOfEveryFourthLength(int length, boolean accepted) {
        String rules = rules("vpc v cidrBlocks=10.0.0.0/16 ipv6CidrBlocks=2001:db8::/44\n"
                + "subnet s vpc=v availabilityZone=eu-west-1a cidrBlock=10.0.0.0/16 ipv6CidrBlock=2001:db8::/"
                + length);
        if (accepted) {
            assertThat(rules).isEqualTo("[]");
        } else {
            assertThat(rules).contains("subnet.ipv6-cidr.size");
        }
    }
}
