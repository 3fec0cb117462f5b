package io.enikit.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DescribeInstanceTypesTest {
    private static final String C6IN = """
            {
              "InstanceType": "c6in.32xlarge",
              "BareMetal": false,
              "Hypervisor": "nitro",
              "SupportedUsageClasses": ["on-demand", "spot"],
              "VCpuInfo": {"DefaultVCpus": 128, "DefaultCores": 64, "ValidCores": [1, 2]},
              "EbsInfo": {
                "AttachmentLimitType": "shared",
                "MaximumEbsAttachments": 27,
                "EbsOptimizedInfo": {"MaximumIops": 400000}
              },
              "NetworkInfo": {
                "NetworkPerformance": "200 Gigabit",
                "MaximumNetworkInterfaces": 16,
                "MaximumNetworkCards": 2,
                "DefaultNetworkCardIndex": 0,
                "NetworkCards": [
                  {"NetworkCardIndex": 0, "MaximumNetworkInterfaces": 8, "AdditionalFlexibleNetworkInterfaces": 4,
                   "BaselineBandwidthInGbps": 200.0, "PeakBandwidthInGbps": 200.0},
                  {"NetworkCardIndex": 1, "MaximumNetworkInterfaces": 8, "AdditionalFlexibleNetworkInterfaces": 4,
                   "BaselineBandwidthInGbps": 200, "PeakBandwidthInGbps": 200}
                ],
                "Ipv4AddressesPerInterface": 50,
                "Ipv6AddressesPerInterface": 50,
                "Ipv6Supported": true,
                "EnaSupport": "required",
                "EfaSupported": true,
                "EfaInfo": {"MaximumEfaInterfaces": 2},
                "SomethingNew": {"a": [{"b": null}]}
              }
            }""";

    private static InputStream stream(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }

    private static InstanceTypes read(String json) {
        return InstanceTypes.fromDescribeInstanceTypes(stream(json));
    }

    private static String page(String... types) {
        return "{\"InstanceTypes\": [" + String.join(", ", types) + "], \"NextToken\": \"abc\"}";
    }

    private static String type(String name, String networkInfo) {
        return "{\"InstanceType\": \"" + name + "\", \"NetworkInfo\": {" + networkInfo + "}}";
    }

    private static String small(String name, int ipv4) {
        return type(name, "\"MaximumNetworkInterfaces\": 3, \"Ipv4AddressesPerInterface\": " + ipv4);
    }

    @Test
    void fromDescribeInstanceTypes_fullType_givesEveryFact() {
        InstanceLimits read = read(page(C6IN)).limits("c6in.32xlarge");
        InstanceLimits bundled = InstanceTypes.bundled().limits("c6in.32xlarge");
        assertThat(read)
                .isEqualTo(bundled.toBuilder()
                        .branchInterfaces(OptionalInt.empty())
                        .asOf(Optional.empty())
                        .build());
        assertThat(InstanceTypes.of(read).mergedOver(InstanceTypes.bundled()).diffFrom(InstanceTypes.bundled()))
                .isEqualTo(new CatalogueDiff(List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void fromDescribeInstanceTypes_littleGiven_leavesTheRestAbsent() {
        InstanceLimits read = read(page(small("x99.large", 10))).limits("x99.large");
        assertThat(read)
                .isEqualTo(InstanceLimits.builder()
                        .instanceType("x99.large")
                        .status(ListingStatus.LISTED)
                        .source("DescribeInstanceTypes")
                        .addNetworkCard(NetworkCard.of(0, 3))
                        .ipv4AddressesPerInterface(10)
                        .build());
    }

    @Test
    void fromDescribeInstanceTypes_featuresUnsupported_areZero() {
        InstanceLimits read = read(page(type(
                        "x99.large",
                        "\"MaximumNetworkInterfaces\": 3, \"Ipv4AddressesPerInterface\": 10, \"Ipv6Supported\": false,"
                                + " \"Ipv6AddressesPerInterface\": 1, \"EfaSupported\": false, \"EnaSupport\": null")))
                .limits("x99.large");
        assertThat(read.ipv6AddressesPerInterface()).hasValue(0);
        assertThat(read.maximumEfaInterfaces()).hasValue(0);
        assertThat(read.enaSupport()).isEmpty();
    }

    /** What stands under unknown keys is passed over as a whole, known keys inside of it too. */
    @Test
    void fromDescribeInstanceTypes_unknownKeysAtEveryLevel_areIgnored() {
        String unknown =
                "\"New\": {\"InstanceTypes\": 1, \"InstanceType\": 2, \"NetworkInfo\": 3, \"DefaultVCpus\": \"4\","
                        + " \"MaximumNetworkInterfaces\": 5, \"NetworkCardIndex\": -6, \"MaximumEfaInterfaces\": \"7\","
                        + " \"MaximumEbsAttachments\": []}, \"Newer\": [{\"InstanceTypes\": []}, [1]], ";
        String marked = page(C6IN).replaceAll("\\{(?=\\s*\")", "{" + unknown.replace("\\", "\\\\"));
        assertThat(marked.split("\"Newer\"", -1)).hasSize(11 + 1);
        assertThat(read(marked)).isEqualTo(read(page(C6IN)));
    }

    @Test
    void fromDescribeInstanceTypes_numbersOfNull_areNotGiven() {
        InstanceLimits read = read(page("{\"InstanceType\": \"x99.large\", \"BareMetal\": null, \"VCpuInfo\": null,"
                        + " \"EbsInfo\": null, \"NetworkInfo\": {\"MaximumNetworkInterfaces\": 3, \"EfaInfo\": null,"
                        + " \"NetworkCards\": [{\"NetworkCardIndex\": 0, \"MaximumNetworkInterfaces\": 3,"
                        + " \"AdditionalFlexibleNetworkInterfaces\": null, \"BaselineBandwidthInGbps\": null,"
                        + " \"PeakBandwidthInGbps\": 0}], \"Ipv4AddressesPerInterface\": 10,"
                        + " \"Ipv6AddressesPerInterface\": null}}"))
                .limits("x99.large");
        assertThat(read.networkCards()).containsExactly(NetworkCard.of(0, 3));
        assertThat(read.baselineBandwidthInGbps()).isEmpty();
        assertThat(read.peakBandwidthInGbps()).hasValue(0);
        assertThat(read.ipv6AddressesPerInterface()).isEmpty();
        assertThat(read.defaultVcpus()).isEmpty();
        assertThat(read.bareMetal()).isFalse();
        assertThat(read(page("{\"InstanceType\": \"x99.metal\", \"BareMetal\": false, \"NetworkInfo\":"
                                + " {\"MaximumNetworkInterfaces\": 3, \"Ipv4AddressesPerInterface\": 10}}"))
                        .limits("x99.metal")
                        .bareMetal())
                .isFalse();
    }

    @Test
    void fromDescribeInstanceTypes_unknownWord_isNotGiven() {
        String json = page("{\"InstanceType\": \"x99.large\", \"Hypervisor\": \"quark\", \"NetworkInfo\":"
                + " {\"MaximumNetworkInterfaces\": 3, \"Ipv4AddressesPerInterface\": 10}}");
        assertThat(read(json).limits("x99.large").hypervisor()).isEmpty();
    }

    @Test
    void fromDescribeInstanceTypes_besideOtherTypes_givesTheSameRow() {
        String m5 = type(
                "m5.large",
                "\"NetworkCards\": [{\"NetworkCardIndex\": 0, \"MaximumNetworkInterfaces\": 3}],"
                        + " \"Ipv4AddressesPerInterface\": 10");
        InstanceLimits alone = read(page(m5)).limits("m5.large");
        assertThat(alone.defaultNetworkCard()).isEqualTo(NetworkCard.of(0, 3));
        assertThat(read(page(m5, C6IN)).limits("m5.large")).isEqualTo(alone);
        assertThat(read(page(C6IN) + page(m5)).limits("m5.large")).isEqualTo(alone);
        assertThat(read(page(m5, C6IN))
                        .mergedOver(InstanceTypes.bundled())
                        .limits("m5.large")
                        .defaultNetworkCard()
                        .additionalFlexibleNetworkInterfaces())
                .hasValue(0);
    }

    @Test
    void fromDescribeInstanceTypes_cardsOutOfOrder_areSorted() {
        String cards = "\"NetworkCards\": [{\"NetworkCardIndex\": 1, \"MaximumNetworkInterfaces\": 2},"
                + " {\"NetworkCardIndex\": 0, \"MaximumNetworkInterfaces\": 4}], \"Ipv4AddressesPerInterface\": 10";
        assertThat(read(page(type("x99.large", cards))).limits("x99.large").networkCards())
                .containsExactly(NetworkCard.of(0, 4), NetworkCard.of(1, 2));
    }

    /** Two cards of four interfaces each, in a type that says what is given here. */
    private static String twoCards(String maxima) {
        return type(
                "x99.large",
                maxima + ", \"Ipv4AddressesPerInterface\": 10, \"NetworkCards\": ["
                        + "{\"NetworkCardIndex\": 0, \"MaximumNetworkInterfaces\": 4},"
                        + " {\"NetworkCardIndex\": 1, \"MaximumNetworkInterfaces\": 4}]");
    }

    @Test
    void fromDescribeInstanceTypes_cardsMissingOfSeveral_areRefusedWithThePlace() {
        String of = "\"MaximumNetworkInterfaces\": 16, \"Ipv4AddressesPerInterface\": 10, \"MaximumNetworkCards\": ";
        for (String none : List.of("", ", \"NetworkCards\": null", ", \"NetworkCards\": []")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> read(page(type("x99.large", of + 4 + none))))
                    .withMessageContaining("MaximumNetworkCards is 4, but NetworkCards is missing; expected as many")
                    .withMessageEndingWith("path /InstanceTypes/0/NetworkInfo)");
            assertThat(read(page(type("x99.large", of + 1 + none)))
                            .limits("x99.large")
                            .networkCards())
                    .containsExactly(NetworkCard.of(0, 16));
        }
    }

    @Test
    void fromDescribeInstanceTypes_otherNumberOfCards_isRefusedWithThePlace() {
        for (int maximum : new int[] {0, 1, 3, 4}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> read(page(twoCards("\"MaximumNetworkCards\": " + maximum))))
                    .withMessageContaining("MaximumNetworkCards is " + maximum + ", but NetworkCards holds 2; expected")
                    .withMessageEndingWith("path /InstanceTypes/0/NetworkInfo)");
        }
        assertThat(read(page(twoCards("\"MaximumNetworkCards\": 2")))
                        .limits("x99.large")
                        .networkCards())
                .hasSize(2);
    }

    @Test
    void fromDescribeInstanceTypes_cardsOfAnotherSum_areRefusedWithThePlace() {
        for (int maximum : new int[] {0, 4, 7, 9}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> read(
                            page(twoCards("\"MaximumNetworkCards\": 2, \"MaximumNetworkInterfaces\": " + maximum))))
                    .withMessageContaining("MaximumNetworkInterfaces is " + maximum
                            + ", but the cards in NetworkCards take 8 together; expected the same number")
                    .withMessageEndingWith("path /InstanceTypes/0/NetworkInfo)");
        }
        assertThat(read(page(twoCards("\"MaximumNetworkInterfaces\": 8")))
                        .limits("x99.large")
                        .maximumNetworkInterfaces())
                .isEqualTo(8);
    }

    @Test
    void fromDescribeInstanceTypes_severalPages_areOneCatalogue() {
        String first = page(small("x99.large", 10), small("x99.xlarge", 15));
        String second = page(small("x99.large", 10), small("x98.large", 10));
        InstanceTypes expected = read(page(small("x98.large", 10), small("x99.large", 10), small("x99.xlarge", 15)));
        assertThat(read(first + second)).isEqualTo(expected);
        assertThat(read(first + "\n\n" + second + "\n")).isEqualTo(expected);
        assertThat(InstanceTypes.fromDescribeInstanceTypes(List.of(stream(first), stream(second))))
                .isEqualTo(expected);
        assertThat(read("{\"InstanceTypes\": []}").stream()).isEmpty();
    }

    @Test
    void fromDescribeInstanceTypes_differingDuplicate_isRefusedWithThePlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(page(small("x99.large", 10)) + "\n" + page(small("x99.large", 11))))
                .withMessage("describe-instance-types output: x99.large is named twice, with different facts"
                        + " (at line 2, column 129, path /InstanceTypes/0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstanceTypes.fromDescribeInstanceTypes(
                        List.of(stream(page(small("x99.large", 10))), stream(page(small("x99.large", 11))))))
                .withMessageContaining("/InstanceTypes/0 in stream 2 of 2)");
    }

    private static String card(String maximum) {
        return "\"NetworkCards\": [{\"NetworkCardIndex\": 0, \"MaximumNetworkInterfaces\": " + maximum + "}]";
    }

    static List<List<String>> badInputs() {
        return List.of(
                List.of("", "there is no JSON", "line 1, column 1"),
                List.of("  \n ", "there is no JSON", "line 2, column 2"),
                List.of("{}", "the document has no key InstanceTypes", "line 1, column 2"),
                List.of("[]", "expected an object with the key InstanceTypes", "line 1, column 1"),
                List.of("{\"InstanceTypes\": {}}", "expected a list of instance types", "path /InstanceTypes)"),
                List.of("{\"InstanceTypes\": null}", "expected a list of instance types", "path /InstanceTypes)"),
                List.of(page("7"), "expected an instance type", "path /InstanceTypes/0)"),
                List.of(page("{}"), "no InstanceType", "path /InstanceTypes/0)"),
                List.of(page("{\"InstanceType\": 5}"), "expected a text", "/InstanceTypes/0/InstanceType)"),
                List.of(page(small("M5.LARGE", 10)), "not the name of an instance type: \"M5.LARGE\"", "line 1"),
                List.of(page("{\"InstanceType\": \"x99.large\"}"), "x99.large: no NetworkInfo.Ipv4", "line 1"),
                List.of(
                        page(type("x99.large", "\"Ipv4AddressesPerInterface\": 1")),
                        "x99.large: no NetworkInfo.MaximumNetworkInterfaces",
                        "path /InstanceTypes/0)"),
                List.of(
                        page(small("x99.large", -1)),
                        "expected a number of 0 or more, not -1",
                        "/InstanceTypes/0/NetworkInfo/Ipv4AddressesPerInterface)"),
                List.of(
                        page(small("x99.large", 0)),
                        "x99.large: ipv4AddressesPerInterface must be 1 or more, not 0",
                        "/InstanceTypes/0)"),
                List.of(
                        page(type("x99.large", "\"Ipv4AddressesPerInterface\": \"10\"")),
                        "expected a whole number",
                        "/InstanceTypes/0/NetworkInfo/Ipv4AddressesPerInterface)"),
                List.of(
                        page(type("x99.large", "\"Ipv4AddressesPerInterface\": 99999999999")),
                        "out of range of int",
                        "/InstanceTypes/0/NetworkInfo/Ipv4AddressesPerInterface)"),
                List.of(
                        page(type("x99.large", card("4, \"PeakBandwidthInGbps\": -0.5"))),
                        "expected a number of 0 or more, not -0.5",
                        "/InstanceTypes/0/NetworkInfo/NetworkCards/0/PeakBandwidthInGbps)"),
                List.of(
                        page(type("x99.large", card("4, \"BaselineBandwidthInGbps\": 1e9999999"))),
                        "expected a number of 0 or more, not 1e9999999",
                        "/InstanceTypes/0/NetworkInfo/NetworkCards/0/BaselineBandwidthInGbps)"),
                List.of(
                        page(type("x99.large", card("4, \"BaselineBandwidthInGbps\": \"10\""))),
                        "expected a number",
                        "/InstanceTypes/0/NetworkInfo/NetworkCards/0/BaselineBandwidthInGbps)"),
                List.of(
                        page(type("x99.large", card("0"))),
                        "maximumNetworkInterfaces must be 1 or more, not 0",
                        "/InstanceTypes/0/NetworkInfo/NetworkCards/0)"),
                List.of(
                        page(type(
                                "x99.large",
                                card("2147483647, \"AdditionalFlexibleNetworkInterfaces\": 1")
                                        + ", \"Ipv4AddressesPerInterface\": 10")),
                        "x99.large: the network cards take 2147483648 interfaces together, expected at most 2147483647",
                        "/InstanceTypes/0)"),
                List.of(
                        page(type(
                                "x99.large",
                                card("4").replace("Index\": 0", "Index\": 1") + ", \"Ipv4AddressesPerInterface\": 10")),
                        "network cards must be in order of their indexes, without gaps: expected 0, not 1",
                        "/InstanceTypes/0)"),
                List.of(
                        page(type(
                                "x99.large",
                                card("4") + ", \"DefaultNetworkCardIndex\": 1,"
                                        + " \"Ipv4AddressesPerInterface\": 10")),
                        "x99.large: defaultNetworkCardIndex is 1, but there are only 1 network cards",
                        "/InstanceTypes/0)"),
                List.of(
                        page(type("x99.large", "\"NetworkCards\": {}")),
                        "expected a list of network cards",
                        "/InstanceTypes/0/NetworkInfo/NetworkCards)"),
                List.of(
                        page(type("x99.large", "\"NetworkCards\": [7]")),
                        "expected a network card",
                        "/InstanceTypes/0/NetworkInfo/NetworkCards/0)"),
                List.of(
                        page("{\"InstanceType\": \"x99.large\", \"BareMetal\": \"no\"}"),
                        "expected true or false",
                        "/InstanceTypes/0/BareMetal)"),
                List.of(
                        page("{\"InstanceType\": \"x99.large\", \"EbsInfo\": 27}"),
                        "expected an object",
                        "/InstanceTypes/0/EbsInfo)"),
                List.of("[".repeat(100_000), "expected an object with the key InstanceTypes", "line 1, column 1"),
                List.of("{\"a\":".repeat(100_000), "nesting depth", "line 1"),
                List.of(
                        page(type("x99.large", "\"NetworkCards\": [{\"NetworkCardIndex\": 0}]")),
                        "a network card needs NetworkCardIndex and MaximumNetworkInterfaces",
                        "/InstanceTypes/0/NetworkInfo/NetworkCards/0)"),
                List.of(
                        page(type("x99.large", "\"EnaSupport\": \"required\", \"EnaSupport\": \"required\"")),
                        "Duplicate field 'EnaSupport'",
                        "line 1"),
                List.of(page(small("x99.large", 10)) + "\n{\"InstanceTypes\": [", "Unexpected end-of-input", "line 2"),
                List.of(page(small("x99.large", 10)) + "\n]", "Unexpected close marker ']'", "line 2, column 1"),
                List.of("\n <html>", "Unexpected character ('<'", "line 2, column 2"));
    }

    @ParameterizedTest
    @MethodSource("badInputs")
    void fromDescribeInstanceTypes_brokenInput_isRefusedWithThePlace(List<String> bad) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(bad.get(0)))
                .withMessageStartingWith("describe-instance-types output: ")
                .withMessageContaining(bad.get(1))
                .withMessageContaining(bad.get(2));
    }

    @Test
    void fromDescribeInstanceTypes_cutOffAnywhere_isRefusedWithThePlace() {
        String whole = page(C6IN);
        for (int length = 0; length < whole.length(); length++) {
            String cut = whole.substring(0, length);
            assertThatIllegalArgumentException()
                    .as("after %d characters", length)
                    .isThrownBy(() -> read(cut))
                    .withMessageStartingWith("describe-instance-types output: ")
                    .withMessageContaining(" (at line ");
        }
    }

    @Test
    void fromDescribeInstanceTypes_streamFails_saysSo() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("no more disk");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return read();
            }
        };
        assertThatThrownBy(() -> InstanceTypes.fromDescribeInstanceTypes(failing))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("no more disk");
    }

    @Test
    void fromDescribeInstanceTypes_read_leavesTheStreamOpen() {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream stream = new ByteArrayInputStream(page(C6IN).getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        InstanceTypes.fromDescribeInstanceTypes(stream);
        assertThat(closed).isFalse();
    }

    @Test
    void fromDescribeInstanceTypes_allListedTypes_differInNothing() {
        InstanceTypes bundled = InstanceTypes.bundled();
        List<InstanceLimits> listed = bundled.query().stream().toList();
        assertThat(listed).hasSize(1373);
        InstanceTypes read = read(String.join("", DescribePages.of(listed)));
        CatalogueDiff diff = read.diffFrom(bundled);
        assertThat(diff.added()).isEmpty();
        assertThat(diff.changed()).isEmpty();
        assertThat(diff.removed()).hasSize(65);
        assertThat(diff.completed())
                .allSatisfy(change -> assertThat(change.fields())
                        .extracting(CatalogueDiff.FieldChange::field)
                        .isSubsetOf("branchInterfaces", "networkCards.additionalFlexibleNetworkInterfaces"))
                .flatExtracting(CatalogueDiff.TypeChange::fields)
                .allSatisfy(field -> assertThat(field.after()).isEmpty());
        InstanceTypes merged = read.mergedOver(bundled);
        assertThat(merged.diffFrom(bundled)).isEqualTo(new CatalogueDiff(List.of(), List.of(), List.of(), List.of()));
        assertThat(merged.stream())
                .allSatisfy(limits -> assertThat(limits.networkCards())
                        .isEqualTo(bundled.limits(limits.instanceType()).networkCards()));
    }

    @Test
    void fromDescribeInstanceTypes_allListedTypes_takeLessThanASecond() {
        String pages = String.join(
                "", DescribePages.of(InstanceTypes.bundled().query().stream().toList()));
        assertThat(pages).hasSizeGreaterThan(3_000_000);
        Duration fastest = Duration.ofDays(1);
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            read(pages);
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            fastest = taken.compareTo(fastest) < 0 ? taken : fastest;
        }
        assertThat(fastest).isLessThan(Duration.ofSeconds(1));
    }

    /** An answer from before EC2 spoke of network cards and of EFA: what it does not name is absent, or as before. */
    @Test
    void fromDescribeInstanceTypes_oldAnswer_isReadAsFarAsItGoes() {
        InstanceLimits t2 = read(page("""
                {"InstanceType": "t2.micro", "BareMetal": false, "Hypervisor": "xen",
                 "VCpuInfo": {"DefaultVCpus": 1, "DefaultCores": 1}, "MemoryInfo": {"SizeInMiB": 1024},
                 "EbsInfo": {"EbsOptimizedSupport": "unsupported", "EncryptionSupport": "supported"},
                 "NetworkInfo": {"NetworkPerformance": "Low to Moderate", "MaximumNetworkInterfaces": 2,
                   "Ipv4AddressesPerInterface": 2, "Ipv6AddressesPerInterface": 2, "Ipv6Supported": true,
                   "EnaSupport": "unsupported"}}""")).limits("t2.micro");
        assertThat(t2.networkCards()).containsExactly(NetworkCard.of(0, 2));
        assertThat(t2.maximumEfaInterfaces()).isEmpty();
        assertThat(t2.attachmentLimit()).isEmpty();
        assertThat(t2.baselineBandwidthInGbps()).isEmpty();
        assertThat(InstanceTypes.of(t2).diffFrom(InstanceTypes.bundled()).changed())
                .isEmpty();
    }
}
