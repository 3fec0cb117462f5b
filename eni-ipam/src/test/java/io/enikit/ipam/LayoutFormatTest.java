package io.enikit.ipam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.net.Cidr;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Layouts travel to other tools and come back as they were. */
class LayoutFormatTest {
    private static final CidrLayout LAYOUT = CidrLayout.empty(Cidr.parse("10.0.0.0/22"), Cidr.parse("10.1.0.0/24"))
            .withHeadRoom("web", 24)
            .plan(Map.of("web/a", 26, "X, \"db\"", 25, "huge", 16));

    @Test
    void write_eachFormat_isWhatTheToolReads() {
        assertThat(LayoutFormat.TERRAFORM_VARIABLES.write(LAYOUT)).isEqualTo("""
                {
                  "cidr_blocks": ["10.0.0.0/22", "10.1.0.0/24"],
                  "cidrs": {
                    "X, \\"db\\"": "10.0.1.0/25",
                    "web/a": "10.0.0.0/26"
                  },
                  "head_room": {
                    "web": "10.0.0.0/24"
                  },
                  "impossible": {
                    "huge": 16
                  }
                }
                """);
        assertThat(LayoutFormat.CDK_CONTEXT.write(LAYOUT)).startsWith("""
                {
                  "cidr-layout": {
                    "blocks": ["10.0.0.0/22", "10.1.0.0/24"],
                """);
        assertThat(LayoutFormat.CLOUDFORMATION_PARAMETERS.write(LAYOUT)).isEqualTo("""
                [
                  {"ParameterKey": "LayoutBlocks", "ParameterValue": "10.0.0.0/22,10.1.0.0/24"},
                  {"ParameterKey": "CidrX58X2cX20X22dbX22", "ParameterValue": "10.0.1.0/25"},
                  {"ParameterKey": "CidrwebX2fa", "ParameterValue": "10.0.0.0/26"},
                  {"ParameterKey": "HeadRoom0web", "ParameterValue": "10.0.0.0/24"},
                  {"ParameterKey": "Impossible0huge", "ParameterValue": "16"}
                ]
                """);
        assertThat(LayoutFormat.CSV.write(LAYOUT)).isEqualTo("""
                kind,name,value
                block,,10.0.0.0/22
                block,,10.1.0.0/24
                head-room,web,10.0.0.0/24
                cidr,"X, ""db""\",10.0.1.0/25
                cidr,web/a,10.0.0.0/26
                impossible,huge,16
                """);
    }

    @ParameterizedTest
    @EnumSource
    void read_whatWasWritten_isAnEqualLayout(LayoutFormat format) {
        assertThat(format.read(format.write(LAYOUT))).isEqualTo(LAYOUT);
        CidrLayout empty = CidrLayout.empty(Cidr.parse("2001:db8::/32"));
        assertThat(format.read(format.write(empty))).isEqualTo(empty);
        Random random = new Random(7);
        String letters = "aZX/ _-,.\"\n\\'{}é→0";
        for (int i = 0; i < 500; i++) {
            Map<String, Integer> wanted = new TreeMap<>();
            for (int names = random.nextInt(6); names > 0; names--) {
                StringBuilder name = new StringBuilder("n");
                for (int length = random.nextInt(6); length > 0; length--) {
                    name.append(letters.charAt(random.nextInt(letters.length())));
                }
                wanted.put(name.append('e').toString(), random.nextInt(20, 29));
            }
            CidrLayout layout = CidrLayout.empty(Cidr.parse("10.0.0.0/22")).plan(wanted);
            String text = format.write(layout);
            assertThat(format.read(text)).as(i + "\n" + text).isEqualTo(layout);
        }
    }

    @Test
    void read_otherKeys_arePassedOver() {
        String json = LayoutFormat.TERRAFORM_VARIABLES.write(LAYOUT);
        assertThat(LayoutFormat.TERRAFORM_VARIABLES.read(
                        json.replaceFirst("\\{", "{\"region\": \"eu-west-1\", \"n\": [1, {\"a\": null}], ")))
                .isEqualTo(LAYOUT);
        assertThat(LayoutFormat.CLOUDFORMATION_PARAMETERS.read(LayoutFormat.CLOUDFORMATION_PARAMETERS
                        .write(LAYOUT)
                        .replaceFirst("\\[", "[{\"ParameterKey\": \"Stage\", \"UsePreviousValue\": true}, ")))
                .isEqualTo(LAYOUT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "TERRAFORM_VARIABLES|{|not JSON: expected more at index 1",
                "TERRAFORM_VARIABLES|[]|not a layout: the file is no object",
                "TERRAFORM_VARIABLES|{\"cidrs\": {}}|not a layout: cidr_blocks is no list",
                "TERRAFORM_VARIABLES|{\"cidr_blocks\": [\"10.0.0.0/33\"]}|not a block: \"10.0.0.0/33\"",
                "TERRAFORM_VARIABLES|{\"cidr_blocks\": [\"10.0.0.0/8\"], \"cidrs\": {\"a\": \"10.0.0.0/24\", \"b\": \"10.0.0.0/25\"}}|not a layout",
                "CDK_CONTEXT|{}|not a layout: cidr-layout is no object",
                "CDK_CONTEXT|{\"a\": 1} x|not JSON: expected the end at index 9",
                "CLOUDFORMATION_PARAMETERS|[{}]|not a layout: ParameterKey holds something that is no text",
                "CLOUDFORMATION_PARAMETERS|[{\"ParameterKey\": \"CidraX\", \"ParameterValue\": \"\"}]|has an X without a code",
                "CSV|kind,name|not a layout: expected the header kind,name,value",
                "CSV|`kind,name,value\nsubnet,a,10.0.0.0/8`|not a layout: row 2: expected kind, name and value",
                "CSV|`kind,name,value\ncidr,\"a,10.0.0.0/8`|not a layout: a quotation mark is missing"
            })
    void read_notALayout_saysWhy(LayoutFormat format, String text, String message) {
        assertThatThrownBy(() -> format.read(text))
                .isInstanceOf(IpamTextException.class)
                .hasMessageContaining(message);
    }
}
