package io.enikit.json;

import static io.enikit.json.ReadTexts.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.PlanText;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every member of describe output, as it is read: by itself, and beside other files that add nothing to it. */
class ReadDescribeTest {
    private static final Source EVERYTHING = Source.of("everything.json", Samples.text("read/everything.json"));

    private static Reading read(Source... sources) {
        return PlanReader.create().read(sources);
    }

    private static Map<String, Object> members(Reading reading) {
        return Map.of(
                "plan", PlanText.write(reading.plan()),
                "outside", reading.outside(),
                "unknowns", reading.unknowns(),
                "leftOut", reading.leftOut(),
                "notRead", reading.notRead(),
                "findings", reading.check(RULES).findings());
    }

    @Test
    void everything_isThePlanThatItDescribes() {
        Reading reading = read(EVERYTHING);
        assertThat(PlanText.write(reading.plan())).isEqualTo(Samples.text("read/everything.plan"));
        assertThat(reading.outside()).extracting(Object::toString).containsExactly("vpc-5", "eni-10", "eni-7", "eni-8");
        assertThat(reading.notRead()).isEqualTo(Map.of("RouteTables", 2));
    }

    @Test
    void everything_contradictingItself_isSaidOnce() {
        assertThat(read(EVERYTHING).check(RULES).findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "[ADVICE] eni-12: PrivateIpAddress 10.0.1.18 is not among its PrivateIpAddresses"
                                + " (everything.json:59 /NetworkInterfaces/4) | read.contradiction",
                        "[ERROR] eni-2: network card 1 of an instance of type m5.large, which has 1 (from 0)"
                                + " (everything.json:38 /Instances/0/NetworkInterfaces/1) | limits.network-card"
                                + " | InvalidParameterValue");
    }

    @Test
    void everything_behindAFileWithNothingInIt_isTheSame() {
        assertThat(members(read(Source.of("none.json", "{\"Vpcs\": []}"), EVERYTHING)))
                .isEqualTo(members(read(EVERYTHING)));
    }

    @Test
    void everything_besideATemplateThatMakesNothing_isTheSame() {
        assertThat(members(read(EVERYTHING, Source.of("none.yaml", "Resources: {}"))))
                .isEqualTo(members(read(EVERYTHING)));
    }
}
