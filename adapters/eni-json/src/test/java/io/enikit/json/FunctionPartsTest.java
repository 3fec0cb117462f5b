package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.EniId;
import io.enikit.model.ResourceId;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import io.enikit.rules.Fault;
import io.enikit.rules.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functions and attributes of templates by themselves, and where things were read. */
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

    private static Optional<Arn> arn(String text) {
        return Arn.parse(text).findFirst();
    }

    @Test
    void arn_hasARegionAndAnAccount_unlessTheyAreEmpty() {
        Arn full = arn("arn:aws:ec2:eu-west-1:123456789012:vpc/vpc-1").orElseThrow();
        assertThat(full.region()).contains("eu-west-1");
        assertThat(full.account()).contains("123456789012");
        Arn bucket = arn("arn:aws:s3:::bucket:with:colons").orElseThrow();
        assertThat(bucket.region()).isEmpty();
        assertThat(bucket.account()).isEmpty();
        assertThat(arn("aws:ec2:eu-west-1:123456789012:vpc/vpc-1")).isEmpty();
        assertThat(arn("urn:aws:ec2:eu-west-1:123456789012:vpc/vpc-1")).isEmpty();
    }

    private static Origin at(String file, String path, int line) {
        return new Origin(file, path, OptionalInt.of(line), Optional.empty());
    }

    private static Violation violation(ResourceId subject, String message) {
        return Violation.of(ReadRules.VALUE, subject, Fault.of(message, "h"));
    }

    @Test
    void origin_isThatOfTheBlockThatAMessageBeginsWith() {
        VpcId vpc = VpcId.of("v");
        Map<Cidr, Origin> blocks = new TreeMap<>(Map.of(
                Cidr.parse("10.0.0.0/16"), at("f", "/first", 1), Cidr.parse("10.1.0.0/16"), at("f", "/second", 2)));
        Origins origins = new Origins(Map.of(vpc, at("f", "/vpc", 3)), Map.of(vpc, blocks), Optional.empty());
        assertThat(origins.of(violation(vpc, "10.1.0.0/16 overlaps"))).contains(at("f", "/second", 2));
        assertThat(origins.of(violation(vpc, "overlaps"))).contains(at("f", "/vpc", 3));
        assertThat(origins.of(violation(EniId.of("e"), "10.1.0.0/16 overlaps"))).isEmpty();
    }

    @Test
    void countedResources_areShownAtTheFirstOfTheFileWithMostOfThem() {
        Map<ResourceId, Origin> resources = Map.of(
                VpcId.of("v1"), at("f", "/a", 5),
                VpcId.of("v2"), at("f", "/b", 3),
                VpcId.of("v3"), at("e", "/a", 1),
                EniId.of("e1"), at("e", "/b", 2),
                EniId.of("e2"), at("g", "/b", 2));
        Origins origins = new Origins(resources, Map.of(), Optional.of(at("h", "", 1)));
        assertThat(origins.showing("quota.vpcs")).contains(at("f", "/b", 3));
        assertThat(origins.showing("quota.network-interfaces")).contains(at("e", "/b", 2));
        assertThat(origins.showing("quota.elastic-ips")).contains(at("h", "", 1));
        assertThat(origins.showing("other")).contains(at("e", "/a", 1));
    }
}
