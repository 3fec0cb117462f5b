package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.model.ElasticIpId;
import io.enikit.model.VpcId;
import io.enikit.net.IpAddress;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers of AWS: their keys, what is counted in them, and NAT gateways. */
class JsonAnswersTest {
    private static Reading read(String text) {
        return PlanReader.create().read(Source.of("f", text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"Subnets\": [], \"Subnets\": []} | Subnets",
                "{\"Resources\": {}, \"Resources\": {}} | Resources",
                "{\"Parameters\": {}, \"Resources\": {}, \"Parameters\": {}} | Parameters",
                "{\"format_version\": \"1.0\", \"format_version\": \"1.0\"} | format_version",
            })
    void keysThatAreRead_mayBeThereOnce(String text, String key) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(UnreadableException.class)
                .hasMessageStartingWith("f: the key " + key + " is there twice (line 1");
    }

    @Test
    void otherKeys_mayBeThereTwice() {
        assertThat(read("{\"Subnets\": [], \"Next\": 1, \"Next\": 2}").plan().subnets())
                .isEmpty();
    }

    @Test
    void listsOfObjects_areCounted_andNoOthers() {
        assertThat(read("{\"Subnets\": [], \"Things\": [{}, {\"a\": [1]}], \"Mixed\": [{}, 1], \"Others\": [1, {}]}")
                        .notRead())
                .isEqualTo(Map.of("Things", 2));
    }

    @Test
    void addressThatIsAllocated_isRead() {
        assertThat(read("{\"AllocationId\": \"eipalloc-1\", \"PublicIp\": \"203.0.113.5\", \"Domain\": \"vpc\"}")
                        .plan()
                        .elasticIp("eipalloc-1")
                        .orElseThrow()
                        .publicIp())
                .contains(IpAddress.parse("203.0.113.5"));
    }

    @Test
    void valuesThatAreNotKept_areNotCounted() {
        String subnets = IntStream.range(0, 100)
                .mapToObj(i -> "{\"SubnetId\": \"subnet-" + i + "\", \"VpcId\": \"vpc-1\", \"CidrBlock\": \"10.0." + i
                        + ".0/24\", \"AvailabilityZone\": \"a\", \"Ignored\": [" + "1, ".repeat(99) + "1]}")
                .collect(Collectors.joining(", "));
        Reading reading = PlanReader.create()
                .withLimits(ReadLimits.defaults().withValues(5_000))
                .read(Source.of("f", "{\"Subnets\": [" + subnets + "]}"));
        assertThat(reading.plan().subnets()).hasSize(100);
    }

    @Test
    void regionalNatGateway_mentionsItsVpcAndItsAddresses() {
        Reading reading = read("{\"NatGateways\": [{\"NatGatewayId\": \"nat-1\", \"VpcId\": \"vpc-9\", \"State\":"
                + " \"available\", \"NatGatewayAddresses\": [{\"AllocationId\": \"eipalloc-9\"}, {}]}]}");
        assertThat(reading.outside()).containsExactlyInAnyOrder(VpcId.of("vpc-9"), ElasticIpId.of("eipalloc-9"));
        assertThat(reading.check(ReadTexts.RULES)).hasToString("no violations");
    }

    @Test
    void deletedNatGateway_mentionsItsVpcOnly() {
        Reading reading = read("{\"NatGateways\": [{\"NatGatewayId\": \"nat-1\", \"VpcId\": \"vpc-9\", \"State\":"
                + " \"deleted\", \"NatGatewayAddresses\": [{\"AllocationId\": \"eipalloc-9\"}]}]}");
        assertThat(reading.outside()).containsExactly(VpcId.of("vpc-9"));
    }
}
