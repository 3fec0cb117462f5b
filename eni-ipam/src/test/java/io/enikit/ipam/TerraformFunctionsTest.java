package io.enikit.ipam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.net.Cidr;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class TerraformFunctionsTest {
    /** Made by the console of Terraform 1.11.4; ERR stands for a function that failed. */
    @ParameterizedTest
    @CsvFileSource(resources = "terraform-1.11.4.tsv", delimiter = '\t')
    void answers_areThoseOfTerraform(String function, String prefix, String numbers, String answer) {
        String[] each = numbers == null ? new String[0] : numbers.split(" ", -1);
        assertThat(answerOrError(function, prefix, each)).isEqualTo(answer == null ? "" : orError(function, answer));
    }

    /** Terraform has answers that are no blocks: {@code <nil>}, and one with host bits. */
    private static String orError(String function, String answer) {
        return function.equals("cidrsubnet") && Cidr.tryParse(answer).isEmpty() ? "ERR" : answer;
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
            case "cidrnetmask" -> TerraformFunctions.cidrnetmask(prefix).toString();
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fe80::/48 | 1 33 | may not extend prefix by more than 32 bits",
                "10.0.0.0/30 | 1 3 | would extend prefix to 33 bits, which is too long for an IPv4 address",
                "10.0.0.0/8 | 1 0 | must extend prefix by at least one bit",
                "10.0.0.0/8 | 1 1 1 | not enough remaining address space for a subnet with a prefix of 9 bits after 10.128.0.0/9",
                "0.0.0.0/8 | 4 | not enough remaining address space for a subnet with a prefix of 12 bits after 255.240.0.0/12",
                "10.0.0.0 | 1 | \"10.0.0.0\": expected an address, a slash and a prefix length",
                "10.0.0.0/33 | 1 | \"10.0.0.0/33\": prefix length must be 0..32",
                "fd00::/0x10 | 1 | \"fd00::/0x10\": prefix length must be 0..128",
            })
    void cidrsubnets_refused_saysWhy(String prefix, String numbers, String message) {
        int[] newBits = Arrays.stream(numbers.split(" ", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        assertThatThrownBy(() -> TerraformFunctions.cidrsubnets(prefix, newBits))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void others_refused_sayWhy() {
        assertThatThrownBy(() -> TerraformFunctions.cidrsubnet("192.168.0.0/30", 4, 6))
                .hasMessage("insufficient address space to extend prefix of 30 by 4");
        assertThatThrownBy(() -> TerraformFunctions.cidrsubnet("10.0.0.0/8", 8, 256))
                .hasMessage("prefix extension of 8 does not accommodate a subnet numbered 256");
        assertThatThrownBy(() -> TerraformFunctions.cidrsubnet("10.0.0.0/8", 8, BigInteger.TWO.pow(64)))
                .hasMessage("the number 18446744073709551616 does not fit into an address of IPv4");
        assertThatThrownBy(() -> TerraformFunctions.cidrhost("10.0.0.0/24", -257))
                .hasMessage("prefix of 24 does not accommodate a host numbered -257");
        assertThatThrownBy(() -> TerraformFunctions.cidrnetmask("1::/64"))
                .hasMessage("IPv6 addresses cannot have a netmask: 1::/64");
    }
}
