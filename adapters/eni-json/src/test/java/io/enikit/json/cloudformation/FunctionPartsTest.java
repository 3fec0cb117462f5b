package io.enikit.json.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.json.text.Node;
import io.enikit.json.text.Place;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functions and attributes of templates by themselves. */
class FunctionPartsTest {
    private static final Place PLACE = Place.of("t").key("k");

    private static Node cidr(String block, String count, String bits) {
        List<Node> parts = List.of(Node.text(block, PLACE), Node.number(count, PLACE), Node.number(bits, PLACE));
        return CidrFunction.call(Node.list(parts, PLACE), parts, PLACE, new Scope(""));
    }

    private static List<String> blocks(String block, String count, String bits) {
        return cidr(block, count, bits).items().stream().map(Node::text).toList();
    }

    @Test
    void cidr_cutsABlockIntoParts() {
        assertThat(blocks("10.0.0.0/28", "2", "1")).containsExactly("10.0.0.0/31", "10.0.0.2/31");
        assertThat(blocks("::/0", "1", "128")).containsExactly("::/0");
        assertThat(blocks("10.0.0.0/16", "256", "8")).hasSize(256).endsWith("10.0.255.0/24");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 8, 'Fn::Cidr makes 1 to 256 blocks, not 0'",
        "257, 8, 'Fn::Cidr makes 1 to 256 blocks, not 257'",
        "1, 0, the blocks cannot have 0 bits for addresses",
        "1, 129, the blocks cannot have 129 bits for addresses",
    })
    void cidr_withNumbersThatCannotBe_isImpossible(String count, String bits, String reason) {
        Node node = cidr("10.0.0.0/8", count, bits);
        assertThat(node.kind()).isEqualTo(Node.Kind.UNKNOWN);
        assertThat(node.open().impossible()).isTrue();
        assertThat(node.open().reason()).contains(reason);
    }

    private static Node resource(String type) {
        return Node.object(Map.of("Type", Node.text(type, PLACE)), PLACE);
    }

    @ParameterizedTest
    @CsvSource({
        "AWS::EC2::SecurityGroup, GroupId, true",
        "AWS::EC2::SecurityGroup, VpcId, false",
        "AWS::EC2::SecurityGroup, Name, false",
        "AWS::EC2::SecurityGroup, Id, true",
        "AWS::EC2::EIP, AllocationId, true",
        "Custom::Thing, Id, false",
        "Custom::Thing, GroupId, false",
    })
    void attribute_isTheIdOfItsType(String type, String attribute, boolean isId) {
        assertThat(IdAttributes.isId(resource(type), attribute)).isEqualTo(isId);
    }

    @ParameterizedTest
    @CsvSource({
        "AWS::EC2::Instance, VpcId, true",
        "AWS::EC2::Instance, AvailabilityZone, true",
        "AWS::EC2::NetworkInterface, VpcId, true",
        "AWS::EC2::Instance, InstanceType, false",
        "AWS::EC2::VPC, VpcId, false",
        "Custom::Instance, VpcId, false",
    })
    void attribute_isThatOfTheSubnet(String type, String attribute, boolean ofSubnet) {
        assertThat(IdAttributes.isOfSubnet(resource(type), attribute)).isEqualTo(ofSubnet);
    }
}
