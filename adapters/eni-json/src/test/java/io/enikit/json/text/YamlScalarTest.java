package io.enikit.json.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.json.PlanReader;
import io.enikit.json.Reading;
import io.enikit.json.Source;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlScalarTest {
    @ParameterizedTest
    @CsvSource({
        "12, NUMBER, 12",
        "+12, NUMBER, 12",
        "-3, NUMBER, -3",
        "1_000, NUMBER, 1000",
        "1.50, NUMBER, 1.50",
        "012, NUMBER, 10",
        "0, NUMBER, 0",
        "012345670123, NUMBER, 1402433619",
        "012345678901, TEXT, 012345678901",
        "0o10, TEXT, 0o10",
        "0x10, NUMBER, 16",
        "0b101, NUMBER, 5",
        "22:22, NUMBER, 1342",
        "1:30:00, NUMBER, 5400",
        "22:61, TEXT, 22:61",
        "0:30, TEXT, 0:30",
        "yes, FLAG, true",
        "Off, FLAG, false",
        "True, FLAG, true",
        "y, TEXT, y",
        "~, NULL, 'null'",
        "Null, NULL, 'null'",
        "10.0.0.0/16, TEXT, 10.0.0.0/16",
        "1e3, TEXT, 1e3",
        "0x, TEXT, 0x",
        "0_, TEXT, 0_",
    })
    void plainText_isWhatYaml11MakesOfIt(String text, Node.Kind kind, String value) {
        Node node = YamlScalar.of(text, Place.of("t.yaml"));
        assertThat(node.kind()).isEqualTo(kind);
        if (kind != Node.Kind.NULL) {
            assertThat(node.scalar()).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @CsvSource({"012, 10", "'\"012\"', 12", "!!str 012, 12", "0x0A, 10"})
    void count_inATemplate_isReadAsCloudFormationReadsIt(String written, int count) {
        Reading reading = PlanReader.create()
                .read(Source.of(
                        "t.yaml",
                        "Resources:\n  E: {Type: \"AWS::EC2::NetworkInterface\", Properties:"
                                + " {SubnetId: s, SecondaryPrivateIpAddressCount: " + written + "}}\n"));
        assertThat(reading.plan().eni("E").orElseThrow().addressDemand().ipv4Addresses())
                .isEqualTo(count + 1);
    }
}
