package io.enikit.json.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.json.PlanReader;
import io.enikit.json.ReadLimits;
import io.enikit.json.Reading;
import io.enikit.json.Source;
import io.enikit.json.Unknown;
import io.enikit.json.UnreadableException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Loops of templates, and what they cost. */
class ForEachTest {
    private static Reading read(ReadLimits limits, String names, String body) {
        return PlanReader.create().withLimits(limits).read(Source.of("t.yaml", """
                Transform: AWS::LanguageExtensions
                Parameters: {Last: {Type: String}}
                Resources:
                  Net: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.0.0.0/16}}
                  "Fn::ForEach::Parts":
                    - Part
                    - [NAMES]
                    - "Part${Part}": {Type: "AWS::S3::Bucket", Properties: BODY}
                """.replace("NAMES", names)
                .replace("BODY", body)));
    }

    private static String names(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> "n".repeat(17) + (100 + i))
                .map(each -> "\"" + each + "\"")
                .collect(Collectors.joining(", "));
    }

    @Test
    void loopOverAListWithAnUnknownItem_saysWhyThatIsNotKnown() {
        assertThat(read(ReadLimits.defaults(), "a, !Ref Last", "{}").unknowns())
                .extracting(Unknown::reason)
                .containsExactly("what Fn::ForEach::Parts makes: what it goes over is not known: the parameter Last has"
                        + " no value");
    }

    @Test
    void valuesThatLoopsMake_areCharged() {
        String body = "{Tags: [" + names(100) + "]}";
        assertThat(read(ReadLimits.defaults().withValues(15_000), names(100), body)
                        .plan()
                        .vpcs())
                .hasSize(1);
        assertThatThrownBy(() -> read(ReadLimits.defaults().withValues(5_000), names(100), body))
                .isInstanceOf(UnreadableException.class)
                .hasMessageStartingWith("t.yaml: there are more than 5000 values");
    }

    @Test
    void textsThatLoopsFill_areCharged_withWhatIsPutIntoThem() {
        String body = "{BucketName: \"" + "${Part}".repeat(100) + "\"}";
        assertThat(read(ReadLimits.defaults().withCharacters(400_000), names(100), body)
                        .plan()
                        .vpcs())
                .hasSize(1);
        assertThatThrownBy(() -> read(ReadLimits.defaults().withCharacters(150_000), names(100), body))
                .isInstanceOf(UnreadableException.class)
                .hasMessageStartingWith("t.yaml: there are more than 150000 characters");
    }
}
