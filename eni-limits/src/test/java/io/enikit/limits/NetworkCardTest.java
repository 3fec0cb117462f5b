package io.enikit.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What network cards take: adapters and queues. */
class NetworkCardTest {
    private static List<Integer> cards(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    @ParameterizedTest
    @CsvSource({
        "p6-b300.48xlarge, 1, 16",
        "p6-b200.48xlarge, 0, 7",
        "p5.48xlarge, 0, 31",
        "p5en.48xlarge, 0, 15",
        "trn1.32xlarge, 0, 7",
        "trn2u.48xlarge, 0, 15",
        "hpc6id.32xlarge, 0, 1",
        "c5n.18xlarge, 0, 0",
        "m5.large, 0, -1"
    })
    void efaNetworkCardIndexes_ofAType_areThoseThatAwsNamesOrThatFollow(String type, int first, int last) {
        assertThat(InstanceTypes.bundled().limits(type).efaNetworkCardIndexes()).contains(cards(first, last));
    }

    @Test
    void efaNetworkCardIndexes_everyTypeWhoseAdaptersAreKnown_areAsMany() {
        assertThat(InstanceTypes.bundled().stream()
                        .filter(limits -> limits.maximumEfaInterfaces().isPresent()))
                .isNotEmpty()
                .allSatisfy(limits -> assertThat(limits.efaNetworkCardIndexes().orElseThrow())
                        .as(limits.instanceType())
                        .hasSize(limits.maximumEfaInterfaces().getAsInt()));
    }

    @Test
    void efaNetworkCardIndexes_fewerAdaptersThanCardsAndNoMore_areNotKnown() {
        InstanceLimits p4d = InstanceTypes.bundled().limits("p4d.24xlarge").toBuilder()
                .maximumEfaInterfaces(3)
                .build();
        assertThat(p4d.efaNetworkCardIndexes()).isEmpty();
        assertThat(p4d.toBuilder()
                        .maximumEfaInterfaces(OptionalInt.empty())
                        .build()
                        .efaNetworkCardIndexes())
                .isEmpty();
    }

    @Test
    void describe_newKeysOfCards_areRead() {
        InstanceLimits read = InstanceTypes.fromDescribeInstanceTypes(
                        new ByteArrayInputStream("""
                {"InstanceTypes": [{"InstanceType": "x99.large", "NetworkInfo": {
                  "MaximumNetworkInterfaces": 4, "MaximumNetworkCards": 2, "Ipv4AddressesPerInterface": 10,
                  "NetworkCards": [
                    {"NetworkCardIndex": 0, "MaximumNetworkInterfaces": 2, "InterfaceTypes": ["interface"],
                     "DefaultEnaQueueCountPerInterface": 8, "MaximumEnaQueueCount": 64,
                     "MaximumEnaQueueCountPerInterface": 32},
                    {"NetworkCardIndex": 1, "MaximumNetworkInterfaces": 2, "InterfaceTypes": ["interface", "efa-only"],
                     "DefaultEnaQueueCountPerInterface": 8}]}}]}
                """.getBytes(StandardCharsets.UTF_8)))
                .limits("x99.large");
        assertThat(read.networkCards())
                .extracting(NetworkCard::toString)
                .containsExactly(
                        "network card 0: 2 interfaces, no EFA, ENA queues 8/32/64",
                        "network card 1: 2 interfaces, an EFA");
        assertThat(read.efaNetworkCardIndexes()).contains(List.of(1));
        assertThat(InstanceTypes.of(read).mergedOver(InstanceTypes.of(read)).limits("x99.large"))
                .isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"true false true, 0+2", "false true true, 1-2", "false false false, none", "true true true, 0-2"})
    void table_cardsWithAdapters_areWrittenAndReadBack(String efa, String cell) {
        InstanceLimits.Builder limits =
                InstanceLimits.builder().instanceType("x99.large").ipv4AddressesPerInterface(2);
        String[] words = efa.split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            limits.addNetworkCard(NetworkCard.of(i, 2)
                    .withEfaSupported(Optional.of(Boolean.valueOf(words[i])))
                    .withEnaQueues(Optional.of(new EnaQueues(1 + i / 2, 2, 4))));
        }
        InstanceTypes types = InstanceTypes.of(limits.build());
        String text = TableFile.write(types);
        assertThat(text).contains("," + cell + ",").contains(",1/2/4+1/2/4+2/2/4,");
        assertThat(InstanceTypes.of(TableFile.read(text))).isEqualTo(types);
    }

    @Test
    void table_queuesThatDoNotFitTheCards_areRefused() {
        String header = TableFile.write(InstanceTypes.of());
        String row = "x99.large,unconfirmed,,,false,3,2,,0,2,,,%s,,,,,,,,,,caller,\n";
        assertThatThrownBy(() -> TableFile.read(header + String.format(row, "1/2/3+1/2/3")))
                .hasMessageContaining("ena_queues must hold 3 figures");
        assertThatThrownBy(() -> TableFile.read(header + String.format(row, "1/2")))
                .hasMessageContaining("ena_queues must be as in 8/32/64");
    }
}
