package io.enikit.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;

/** Whatever comes in, the reader gives the types that are there or says what is wrong and where. */
class DescribeReaderProperties {
    private static final List<InstanceLimits> LISTED =
            InstanceTypes.bundled().query().stream().toList();
    private static final List<InstanceLimits> MIXED = Stream.of("c6in.32xlarge", "m5.large", "m5.metal", "t2.micro")
            .map(InstanceTypes.bundled()::limits)
            .toList();
    private static final byte[] PAGE = String.join("", DescribePages.of(MIXED)).getBytes(StandardCharsets.UTF_8);

    private static InputStream stream(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads what may be broken; fails if that ends in anything but a catalogue or an error with its place. */
    private static Optional<InstanceTypes> read(byte[] json) {
        try {
            return Optional.of(InstanceTypes.fromDescribeInstanceTypes(new ByteArrayInputStream(json)));
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageStartingWith("describe-instance-types output: ");
            assertThat(e.getMessage()).matches("(?s).* \\(at line \\d+, column \\d+(, path /.*)?\\)");
            return Optional.empty();
        }
    }

    @Property(tries = 50)
    void pages_ofAnyTypesInAnyOrder_areOneCatalogue(
            @ForAll @Size(max = 250) List<@IntRange(max = 1372) Integer> rows, @ForAll boolean oneStream) {
        List<InstanceLimits> types = rows.stream().map(LISTED::get).toList();
        List<String> pages = new ArrayList<>(DescribePages.of(types));
        pages.add("{\"InstanceTypes\": []}");
        List<InputStream> streams = oneStream
                ? List.of(stream(String.join("", pages)))
                : pages.stream().map(DescribeReaderProperties::stream).toList();
        assertThat(InstanceTypes.fromDescribeInstanceTypes(streams).stream())
                .containsExactlyElementsOf(types.stream()
                        .distinct()
                        .sorted((a, b) -> a.instanceType().compareTo(b.instanceType()))
                        .map(DescribeReaderProperties::asDescribed)
                        .toList());
    }

    /** What EC2 tells of a type: no branch interfaces, no date, and no flexible interfaces where there are none. */
    private static InstanceLimits asDescribed(InstanceLimits limits) {
        return limits.toBuilder()
                .branchInterfaces(OptionalInt.empty())
                .asOf(Optional.empty())
                .networkCards(limits.networkCards().stream()
                        .map(card -> card.additionalFlexibleNetworkInterfaces().orElse(0) > 0
                                ? card
                                : card.withAdditionalFlexibleNetworkInterfaces(OptionalInt.empty()))
                        .toList())
                .build();
    }

    @Property(tries = 2000)
    void read_bytesChanged_givesTypesOrThePlace(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int changes) {
        Random random = new Random(seed);
        byte[] json = PAGE.clone();
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(json.length);
            switch (random.nextInt(3)) {
                case 0 -> json[at] = (byte) random.nextInt(256);
                case 1 -> json[at] = (byte) "{}[]:,\"-0 \\".charAt(random.nextInt(11));
                default -> json = without(json, at, 1 + random.nextInt(40));
            }
        }
        Optional<InstanceTypes> read = read(json);
        Statistics.collect(read.isPresent());
        Statistics.coverage(each -> {
            each.check(true).percentage(share -> share > 5);
            each.check(false).percentage(share -> share > 5);
        });
    }

    private static byte[] without(byte[] bytes, int from, int count) {
        int to = Math.min(bytes.length, from + count);
        byte[] rest = Arrays.copyOf(bytes, bytes.length - (to - from));
        System.arraycopy(bytes, to, rest, from, bytes.length - to);
        return rest;
    }

    /** A value replaced in one type is accepted or refused there, and the other types stay as they are. */
    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void read_oneValueReplaced_isAcceptedOrRefusedAtItsType(
            @ForAll @IntRange(max = 3) int changed, @ForAll("keys") String key, @ForAll("values") String value) {
        List<String> types =
                new ArrayList<>(MIXED.stream().map(DescribePages::type).toList());
        Matcher found =
                Pattern.compile("\"" + key + "\": (\"[^\"]*\"|[-.\\w]+)").matcher(types.get(changed));
        Assume.that(found.find());
        types.set(
                changed,
                new StringBuilder(types.get(changed))
                        .replace(found.start(1), found.end(1), value)
                        .toString());
        String json = "{\"InstanceTypes\": [" + String.join(",\n", types) + "]}";
        boolean accepted;
        try {
            InstanceTypes read = InstanceTypes.fromDescribeInstanceTypes(stream(json));
            for (InstanceLimits other : MIXED) {
                if (!other.equals(MIXED.get(changed))) {
                    assertThat(read.limits(other.instanceType())).isEqualTo(asDescribed(other));
                }
            }
            accepted = true;
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("path /InstanceTypes/" + changed);
            accepted = false;
        }
        Statistics.collect(accepted);
        Statistics.coverage(each -> {
            each.check(true).percentage(share -> share > 5);
            each.check(false).percentage(share -> share > 5);
        });
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.of(
                "InstanceType",
                "BareMetal",
                "Hypervisor",
                "DefaultVCpus",
                "MaximumNetworkInterfaces",
                "MaximumNetworkCards",
                "DefaultNetworkCardIndex",
                "NetworkCardIndex",
                "AdditionalFlexibleNetworkInterfaces",
                "BaselineBandwidthInGbps",
                "PeakBandwidthInGbps",
                "Ipv4AddressesPerInterface",
                "Ipv6AddressesPerInterface",
                "Ipv6Supported",
                "EnaSupport",
                "EfaSupported",
                "MaximumEfaInterfaces",
                "NetworkPerformance",
                "AttachmentLimitType",
                "MaximumEbsAttachments",
                "SizeInMiB",
                "NvmeSupport");
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of(
                "0",
                "1",
                "2",
                "8",
                "-1",
                "-0.5",
                "1.5",
                "2147483647",
                "2147483648",
                "1e400",
                "1e-400",
                "null",
                "true",
                "false",
                "\"nitro\"",
                "\"shared\"",
                "\"\"",
                "\"x99.large\"",
                "\"x99\"",
                "[]",
                "{}",
                "[1, {}]",
                "{\"a\": [null]}");
    }
}
