package io.enikit.ipam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class TerraformFunctionsTest {
    /** Made by the console of Terraform 1.11.4, which answered {@code ERR} where the function failed. */
    @ParameterizedTest
    @CsvFileSource(resources = "terraform-1.11.4.tsv", delimiter = '\t')
    void answers_areThoseOfTerraform(String function, String prefix, String numbers, String answer) {
        String[] each = numbers == null ? new String[0] : numbers.split(" ", -1);
        assertThat(answerOrError(function, prefix, each)).isEqualTo(answer == null ? "" : answer);
    }

    private static String answerOrError(String function, String prefix, String[] numbers) {
        try {
            return answer(function, prefix, numbers);
        } catch (IllegalArgumentException e) {
            return "ERR";
        }
    }

    private static String answer(String function, String prefix, String[] numbers) {
        return switch (function) {
            case "cidrsubnet" ->
                TerraformFunctions.cidrsubnet(prefix, Integer.parseInt(numbers[0]), new BigInteger(numbers[1]))
                        .toString();
            case "cidrhost" ->
                TerraformFunctions.cidrhost(prefix, new BigInteger(numbers[0])).toString();
            case "cidrsubnets" ->
                subnets(
                        prefix,
                        Arrays.stream(numbers).mapToInt(Integer::parseInt).toArray());
            default -> throw new IllegalStateException(function);
        };
    }

    private static String subnets(String prefix, int... newBits) {
        return TerraformFunctions.cidrsubnets(prefix, newBits).stream()
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }

    @Test
    void possibleButRefusedByTerraform_isAnswered() {
        assertThat(subnets("0.0.0.0/8", 4, 4)).isEqualTo("0.0.0.0/12 0.16.0.0/12");
        assertThat(subnets("2001:db8::/32", 7, 33)).isEqualTo("2001:db8::/39 2001:db8:200::/65");
    }

    @Test
    void answeredWithNonsenseByTerraform_isRefused() {
        assertThatThrownBy(() -> TerraformFunctions.cidrsubnet("10.0.0.0/8", -1, 16))
                .as("42.0.0.0/7")
                .hasMessage("must not extend prefix by a negative number of bits: -1");
        assertThatThrownBy(() -> TerraformFunctions.cidrsubnet("192.168.2.0/20", 4, -1))
                .as("0.0.1.0/24")
                .hasMessage("prefix extension of 4 does not accommodate a subnet numbered -1");
        assertThatThrownBy(() -> TerraformFunctions.cidrhost("fd00::/56", BigInteger.TWO.pow(96)))
                .as("an address of another block")
                .hasMessageStartingWith("prefix of 56 does not accommodate a host numbered");
    }

    @Test
    void ipv4InIpv6_staysIpv6() {
        assertThat(TerraformFunctions.cidrsubnet("::ffff:10.0.0.0/104", 8, 1)).hasToString("::ffff:10.1.0.0/112");
    }

    @Test
    void prefixes_withoutMeaning_areRefused() {
        assertThat(Stream.of("10.0.0.0", "10.0.0.0/33", "10.0.0.0/08", "010.0.0.0/8", "/8", "10.0.0.0/"))
                .allSatisfy(prefix -> assertThatThrownBy(() -> TerraformFunctions.cidrsubnets(prefix, 1))
                        .isInstanceOf(IllegalArgumentException.class));
    }
}
