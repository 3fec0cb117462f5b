package io.enikit.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/**
 * Compares every cell with checksums that were made from the source table by other means.
 *
 * <p>The cells are taken from the public accessors, column by column in a list of their own, so neither a changed
 * resource nor a fault of the decoder goes unnoticed.
 */
class BundledTableTest {
    private static final Map<String, Function<InstanceLimits, Object>> COLUMNS = columns();

    private final InstanceTypes types = InstanceTypes.bundled();

    private static Map<String, Function<InstanceLimits, Object>> columns() {
        Map<String, Function<InstanceLimits, Object>> columns = new LinkedHashMap<>();
        columns.put("instance_type", limits -> limits.family() + "." + limits.size());
        columns.put("status", InstanceLimits::status);
        columns.put("vcpus", InstanceLimits::defaultVcpus);
        columns.put("hypervisor", InstanceLimits::hypervisor);
        columns.put("bare_metal", InstanceLimits::bareMetal);
        columns.put("network_cards", limits -> limits.networkCards().size());
        columns.put(
                "interfaces_per_network_card",
                limits -> limits.maximumNetworkInterfaces()
                        / limits.networkCards().size());
        columns.put(
                "flexible_interfaces_per_network_card",
                limits -> limits.networkCards()
                        .get(limits.networkCards().size() - 1)
                        .additionalFlexibleNetworkInterfaces());
        columns.put("default_network_card", InstanceLimits::defaultNetworkCardIndex);
        columns.put("ipv4_per_interface", InstanceLimits::ipv4AddressesPerInterface);
        columns.put("ipv6_per_interface", InstanceLimits::ipv6AddressesPerInterface);
        columns.put("ena_support", InstanceLimits::enaSupport);
        columns.put("ena_queues", limits -> limits.networkCards().get(0).enaQueues());
        columns.put("efa_interfaces", InstanceLimits::maximumEfaInterfaces);
        columns.put("efa_network_cards", BundledTableTest::efaCards);
        columns.put("trunk_compatible", InstanceLimits::trunkCompatible);
        columns.put("branch_interfaces", InstanceLimits::branchInterfaces);
        columns.put("attachment_limit", limits -> limits.attachmentLimit().map(AttachmentLimit::type));
        columns.put("ebs_attachments", limits -> limits.attachmentLimit().map(AttachmentLimit::maximumEbsAttachments));
        columns.put("network_performance", InstanceLimits::networkPerformance);
        columns.put("baseline_gbps", InstanceLimits::baselineBandwidthInGbps);
        columns.put("peak_gbps", InstanceLimits::peakBandwidthInGbps);
        columns.put("source", InstanceLimits::source);
        columns.put("as_of", InstanceLimits::asOf);
        return columns;
    }

    /** The cards that the table says take an EFA, where it says so. */
    private static String efaCards(InstanceLimits limits) {
        List<Integer> cards = limits.networkCards().stream()
                .filter(card -> card.efaSupported().orElse(false))
                .map(NetworkCard::networkCardIndex)
                .toList();
        return cards.isEmpty() ? "" : cards.get(0) + "-" + cards.get(cards.size() - 1);
    }

    /** {@code Optional[x]}, {@code OptionalInt[3]} and plain values alike; empty if absent. */
    private static String cell(Object value) {
        String text = value.toString();
        if (text.endsWith(".empty")) {
            return "";
        }
        return text.startsWith("Optional") ? text.substring(text.indexOf('[') + 1, text.length() - 1) : text;
    }

    @Test
    void everyColumn_comparedWithTheSource_isTheSame() throws Exception {
        Map<String, String> actual = new TreeMap<>();
        for (Map.Entry<String, Function<InstanceLimits, Object>> column : COLUMNS.entrySet()) {
            StringBuilder cells = new StringBuilder();
            types.stream()
                    .forEach(limits -> cells.append(limits.instanceType())
                            .append('=')
                            .append(cell(column.getValue().apply(limits)))
                            .append('\n'));
            actual.put(column.getKey(), sha256(cells.toString()));
        }
        assertThat(actual).hasSize(24).isEqualTo(checksums("column"));
    }

    @Test
    void everyRow_comparedWithTheSource_isTheSame() throws IOException {
        Map<String, String> actual = new TreeMap<>();
        types.stream().forEach(limits -> {
            List<String> cells = COLUMNS.values().stream()
                    .map(column -> cell(column.apply(limits)))
                    .toList();
            CRC32 crc = new CRC32();
            crc.update(String.join(",", cells).getBytes(StandardCharsets.UTF_8));
            actual.put(limits.instanceType(), HexFormat.of().toHexDigits((int) crc.getValue()));
        });
        assertThat(actual).hasSize(1438).isEqualTo(checksums("row"));
    }

    @Test
    void everyCard_ofOneType_isLikeTheOthersAndInOrder() {
        assertThat(types.stream()).allSatisfy(limits -> {
            NetworkCard first = limits.networkCards().get(0);
            for (int i = 0; i < limits.networkCards().size(); i++) {
                assertThat(limits.networkCards().get(i).withEfaSupported(Optional.empty()))
                        .isEqualTo(NetworkCard.of(i, first.maximumNetworkInterfaces())
                                .withAdditionalFlexibleNetworkInterfaces(first.additionalFlexibleNetworkInterfaces()));
            }
        });
    }

    @Test
    void statuses_counted_areThoseOfTheSources() {
        assertThat(types.stream().filter(limits -> limits.status() == ListingStatus.LISTED))
                .hasSize(1373);
        assertThat(types.stream().filter(limits -> limits.status() == ListingStatus.FORMERLY_LISTED))
                .hasSize(22);
        assertThat(types.stream().filter(limits -> limits.status() == ListingStatus.UNCONFIRMED))
                .hasSize(41);
        assertThat(types.stream().filter(limits -> limits.status() == ListingStatus.DOCUMENTED))
                .hasSize(2);
    }

    @Test
    void severalCardsAndFlexibleExtras_counted_areThoseOfTheSources() {
        assertThat(types.stream().filter(limits -> limits.networkCards().size() > 1))
                .hasSize(69);
        assertThat(types.stream()
                        .filter(limits -> limits.defaultNetworkCard()
                                        .additionalFlexibleNetworkInterfaces()
                                        .orElse(0)
                                > 0))
                .hasSize(15);
    }

    @Test
    void write_bundled_givesTheBytesOfTheResource() throws IOException {
        try (InputStream in = InstanceTypes.class.getResourceAsStream("instance-types.csv")) {
            assertThat(TableFile.write(types).getBytes(StandardCharsets.UTF_8)).isEqualTo(in.readAllBytes());
        }
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }

    private static Map<String, String> checksums(String kind) throws IOException {
        try (InputStream in = BundledTableTest.class.getResourceAsStream("table-checksums.txt")) {
            Map<String, String> checksums = new TreeMap<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                String[] words = line.split(" ", -1);
                if (words[0].equals(kind)) {
                    checksums.put(words[1], words[2]);
                }
            }
            return checksums;
        }
    }
}
