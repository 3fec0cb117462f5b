package io.enikit.json.gathered;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.json.Origin;
import io.enikit.json.text.ValueAccess;
import io.enikit.model.EniId;
import io.enikit.model.ResourceId;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import io.enikit.rules.Fault;
import io.enikit.rules.Violation;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Where what is wrong is shown. */
class OriginsTest {
    private static Origin at(String file, String path, int line) {
        return ValueAccess.get().origin(file, path, OptionalInt.of(line), Optional.empty());
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
