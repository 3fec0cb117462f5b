package io.enikit.json.described;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said of files that are no answer of AWS. */
class AnswersTest {
    @Test
    void expectation_namesUpToEightKeysThatWereFound() {
        List<String> keys = IntStream.rangeClosed(1, 8).mapToObj(i -> "k" + i).toList();
        assertThat(Answers.expectation(keys)).endsWith(", found " + String.join(", ", keys));
        assertThat(Answers.expectation(
                        IntStream.rangeClosed(1, 11).mapToObj(i -> "k" + i).toList()))
                .endsWith(", found " + String.join(", ", keys) + " and 3 others");
        assertThat(Answers.expectation(List.of())).endsWith("; there is none");
    }

    @Test
    void expectation_saysWhichFileIsMeantInstead() {
        assertThat(Answers.expectation(List.of("version", "artifacts")))
                .endsWith("found version, artifacts: this is the manifest of a CDK app; its templates are the files"
                        + " .template.json beside it");
        assertThat(Answers.expectation(List.of("version", "tree")))
                .endsWith("found version, tree: this is the construct tree of a CDK app; its templates are the files"
                        + " .template.json beside it");
        assertThat(Answers.expectation(List.of("subnets")))
                .endsWith("found subnets: these are not the keys of the AWS CLI, which writes NetworkInterfaces,"
                        + " Subnets, Vpcs, Instances");
        assertThat(Answers.expectation(List.of("version"))).endsWith("found version");
    }
}
