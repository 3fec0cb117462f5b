package io.enikit.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TableFileTest {
    private static final String M5 = "m5.large,listed,2,nitro,false,1,3,0,0,10,10,required,,0,,true,9,shared,27,"
            + "Up to 10 Gigabit,0.75,10.0,DescribeInstanceTypes,2026-08-22";

    private static void assertRefused(String line, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RowDecoder.decode(line))
                .withMessageContaining(message);
    }

    @Test
    void write_cardsThatDiffer_areReadAgain() {
        InstanceLimits limits = RowDecoder.decode(M5).toBuilder()
                .networkCards(List.of(
                        NetworkCard.of(0, 2).withAdditionalFlexibleNetworkInterfaces(OptionalInt.of(1)),
                        NetworkCard.of(1, 1).withAdditionalFlexibleNetworkInterfaces(OptionalInt.of(0)),
                        NetworkCard.of(2, 2).withAdditionalFlexibleNetworkInterfaces(OptionalInt.of(0))))
                .build();
        String text = TableFile.write(InstanceTypes.of(limits));
        assertThat(text).contains("m5.large,listed,2,nitro,false,3,2+1+2,1+0+0,0,10,");
        assertThat(TableFile.read(text)).containsExactly(limits);
    }

    @Test
    void decode_brokenLine_namesTheColumn() {
        assertRefused(M5.replace("listed", "lisetd"), "status holds the unknown word lisetd");
        assertRefused(M5.replace("false", "no"), "bare_metal must be true or false, not no");
        assertRefused(M5.replace("false", ""), "no bare_metal");
        assertRefused(M5.replace("listed", ""), "no status");
        assertRefused(M5.replace(",1,3,", ",2,3+,"), "interfaces_per_network_card must be a whole number, not \"\"");
        assertRefused(M5.replace(",1,3,", ",2,+3,"), "interfaces_per_network_card must be a whole number, not \"\"");
        assertRefused(M5.replace(",1,3,", ",x,3,"), "network_cards must be a whole number, not \"x\"");
        assertRefused(M5.replace(",1,3,", ",-1,3,"), "network_cards must be 1 or more, not -1");
        assertRefused(M5.replace(",2,nitro", ",two,nitro"), "vcpus must be a whole number, not \"two\"");
        assertRefused(M5.replace("0.75", "much"), "baseline_gbps must be a number, not \"much\"");
        for (String noDate : List.of("today", "2026-02-30", "2026/08/22", "2026-08/22", "2O26-08-22", "2026-08-220")) {
            assertRefused(M5.replace("2026-08-22", noDate), "as_of must be a date as in 2026-11-01, not " + noDate);
        }
        assertRefused(M5.replace(",1,3,", ",3,3+3,"), "interfaces_per_network_card must hold 3 figures, not 3+3");
        assertRefused(M5.replace(",1,3,", ",2,3+3+3,"), "interfaces_per_network_card must hold 2 figures, not 3+3+3");
        assertRefused(M5.replace("true", "false"), "trunk_compatible and branch_interfaces contradict each other");
        assertRefused(M5.replace("shared", ""), "attachment_limit and ebs_attachments must both be given, or neither");
        assertRefused(M5 + ",more", "the line goes on after as_of");
        assertRefused(M5.replace(",required,,", ",required,0,"), "ena_queues must be as in 8/32/64, not 0");
        assertRefused(M5.replace(",0,,true", ",0,0-x,true"), "efa_network_cards must be a whole number, not \"x\"");
        assertRefused("m5.large,listed", "the line ends before vcpus");
    }

    @Test
    void decode_emptyCells_areNotGiven() {
        InstanceLimits sparse = RowDecoder.decode("m5.large,listed,,,false,1,3,,0,10,,,,,,,,,,,,,caller,");
        assertThat(sparse)
                .isEqualTo(InstanceLimits.builder()
                        .instanceType("m5.large")
                        .status(ListingStatus.LISTED)
                        .addNetworkCard(NetworkCard.of(0, 3))
                        .ipv4AddressesPerInterface(10)
                        .build());
        assertThat(TableFile.read(TableFile.write(InstanceTypes.of(sparse)))).containsExactly(sparse);
        assertRefused("m5.large,listed,,,false,1,3,,0,10,,,,,,,,,,,,,caller", "the line ends before as_of");
        assertRefused("m5.large,listed,,,false,1,3,,0,10,,,,,,,,,,,,,caller,,", "the line goes on after as_of");
    }

    @Test
    void write_textThatNeedsQuotes_isRefused() {
        assertThat(Stream.of("a,b", "a\nb", "é"))
                .allSatisfy(source -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> TableFile.write(InstanceTypes.of(
                                RowDecoder.decode(M5).toBuilder().source(source).build())))
                        .withMessageStartingWith("a comma or a character beyond ASCII cannot be written"));
    }
}
