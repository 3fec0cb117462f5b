package io.enikit.cli;

import static io.enikit.cli.Eni.eni;
import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.cli.Eni.Answer;
import io.enikit.internal.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of strangers in what the command prints: one line stays one line, and none is a command to what runs it. */
class EvilNamesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::error file=app.js::pwned",
                "  ::error::pwned",
                "\\u3000::error::pwned",
                "v\\n::error::pwned\\u001b[8m",
                "a\\u2028::warning::b",
                "a\\u202eb",
                "##[add-path]x",
                "##vso[task.setvariable variable=x]y",
                "a #b",
                "# a",
                "]]>&<b>",
            })
    void everyCommand_evilName_isSeenAndIsNoCommand(String name) throws IOException {
        String plan = Eni.file(folder, "a.json", """
                {"Vpcs": [{"VpcId": "§", "CidrBlock": "10.0.0.0/8", "Tags": [{"Key": "Name", "Value": "§"}]},
                          {"VpcId": "vpc-2", "CidrBlock": "10.0.0.0/8"}],
                 "Subnets": [{"SubnetId": "§", "VpcId": "§", "AvailabilityZone": "§", "CidrBlock": "11.0.0.0/24"}],
                 "Instances": [{"InstanceId": "§", "InstanceType": "§", "SubnetId": "§"}],
                 "SecurityGroups": [{"GroupId": "§", "GroupName": "§", "VpcId": "§"}],
                 "Addresses": [{"AllocationId": "§"}],
                 "NetworkInterfaces": [{"NetworkInterfaceId": "§", "SubnetId": "§", "Description": "§"}]}
                """.replace("§", name));
        String empty = Eni.file(folder, "empty.plan", "eni-plan 1\nend\n");
        String calls = Eni.file(folder, "calls", "::error::pwned Name=x\n");
        String baseline = folder.resolve("baseline").toString();
        for (List<String> line : List.of(
                List.of("check", plan, "--write-baseline", baseline),
                List.of("check", plan, "--format", "junit"),
                List.of("check", plan, "--format", "gitlab"),
                List.of("check", plan, "--format", "sarif"),
                List.of("draw", plan),
                List.of("draw", plan, "--width", "40"),
                List.of("draw", plan, "--instance", "x"),
                List.of("diff", empty, plan),
                List.of("diff", plan, empty, "--format", "picture"),
                List.of("who", plan),
                List.of("leaks", plan),
                List.of("room", plan),
                List.of("blocks", "vpc-2", plan),
                List.of("apply", plan, "--calls", calls))) {
            Answer answer = eni(line.toArray(new String[0]));
            assertThat((answer.out() + answer.err()).lines().map(String::strip))
                    .as("%s", line)
                    .isNotEmpty()
                    .noneMatch(each -> each.startsWith("::") && each.indexOf("::", 2) > 0)
                    .noneMatch(each -> each.contains("##[") || each.contains("##vso["))
                    .noneMatch(each -> each.codePoints().anyMatch(VisibleText::isHidden));
        }
        assertThat(eni("check", plan, "--baseline", baseline).out())
                .startsWith("no violations")
                .doesNotContain("not found any more");
        assertThat(Files.readAllLines(folder.resolve("baseline"))).hasSizeGreaterThan(3);
    }

    @Test
    void columns_ofManyRows_takeNoLongerForEach() {
        List<List<String>> rows = IntStream.range(0, 100_000)
                .mapToObj(i -> List.of("row", Integer.toString(i)))
                .toList();
        assertThat(Columns.of(rows).lines()).hasSize(100_000).endsWith("row  99999");
    }
}
