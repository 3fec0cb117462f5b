package stranger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.enikit.model.EniId;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpRange;
import io.enikit.net.IpSet;
import io.enikit.net.MacAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that JUnit makes from text, in each of its versions. */
class ValuesTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 10.0.0.0/16, 10.0.0.5-10.0.0.9, [10.0.0.5-10.0.0.9], 02:1a:80:41:52:9c, web",
        "::1, ::/0, ::-::1, [::-::1], 02:1a:80:41:52:9c, app-1/eth1"
    })
    void values_areMadeFromText(IpAddress address, Cidr block, IpRange range, IpSet set, MacAddress mac, EniId eni) {
        assertTrue(block.contains(address));
        assertTrue(block.contains(range.last()));
        assertEquals(IpSet.from(range), set);
        assertEquals("02:1a:80:41:52:9c", mac.toString());
        assertEquals(address.toString().equals("::1") ? "app-1/eth1" : "web", eni.toString());
    }
}
