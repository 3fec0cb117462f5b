package io.enikit.limits;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pods of every type, worked out anew from the cells of the table and from the words of the explanations. */
class PodCapacityTableTest {
    private static final List<Map<String, String>> ROWS = new ArrayList<>();

    @BeforeAll
    static void readCells() throws IOException {
        try (InputStream in = InstanceTypes.class.getResourceAsStream("instance-types.csv")) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
            String[] columns = lines.get(0).split(",", -1);
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < columns.length; i++) {
                    row.put(columns[i], cells[i]);
                }
                ROWS.add(row);
            }
        }
        assertThat(ROWS).hasSize(1438);
    }

    private static String text(Map<String, String> row, String column) {
        return requireNonNull(row.get(column), column);
    }

    private static int number(Map<String, String> row, String column) {
        return Integer.parseInt(text(row, column));
    }

    private static PodCapacity capacity(Map<String, String> row) {
        return PodCapacity.of(InstanceTypes.bundled().limits(text(row, "instance_type")));
    }

    @Test
    void withSecondaryIps_everyRow_isInterfacesOfTheDefaultCardTimesSecondariesPlusTwo() {
        assertThat(ROWS).allSatisfy(row -> {
            int enis = number(row, "interfaces_per_network_card");
            int secondaries = number(row, "ipv4_per_interface") - 1;
            assertThat(capacity(row).withSecondaryIps()).isEqualTo(enis * secondaries + 2);
            assertThat(capacity(row).customNetworking().withSecondaryIps()).isEqualTo((enis - 1) * secondaries + 2);
            assertThat(capacity(row).onAllCards().withSecondaryIps())
                    .isEqualTo(number(row, "network_cards") * enis * secondaries + 2);
        });
    }

    @Test
    void withPrefixes_everyRow_isSixteenASlotCappedByVcpus() {
        assertThat(ROWS).allSatisfy(row -> {
            int slots = (number(row, "interfaces_per_network_card") - 1) * (number(row, "ipv4_per_interface") - 1);
            int uncapped = slots * (text(row, "hypervisor").equals("xen") ? 1 : 16) + 2;
            boolean known = !text(row, "vcpus").isEmpty();
            int cap = known && number(row, "vcpus") > 30 ? 250 : 110;
            PodCapacity custom = capacity(row).customNetworking();
            assertThat(custom.withPrefixesUncapped()).isEqualTo(uncapped);
            assertThat(custom.withPrefixes()).isEqualTo(Math.min(uncapped, cap));
            assertThat(custom.withPrefixesRange())
                    .isEqualTo(new PodRange(Math.min(uncapped, cap), Math.min(uncapped, known ? cap : 250)));
        });
    }

    @Test
    void withBranchInterfaces_everyRow_areThoseOfTheTable() {
        assertThat(ROWS).allSatisfy(row -> {
            String branches = text(row, "branch_interfaces");
            assertThat(capacity(row).withBranchInterfaces().isPresent()).isEqualTo(!branches.isEmpty());
            if (!branches.isEmpty()) {
                assertThat(capacity(row).withBranchInterfaces()).hasValue(Integer.parseInt(branches));
                assertThat(capacity(row).explainBranchInterfaces()).endsWith(" = " + branches);
            }
        });
    }

    @Test
    void explanations_everyRowAndMode_areArithmeticThatHolds() {
        assertThat(ROWS).allSatisfy(row -> {
            PodCapacity one = capacity(row);
            for (PodCapacity each : List.of(
                    one,
                    one.customNetworking(),
                    one.onAllCards(),
                    one.onAllCards().customNetworking())) {
                assertHolds(each.explain(), each.withSecondaryIps());
                assertHolds(each.explainPrefixes(), each.withPrefixesUncapped());
                assertThat(each.explainPrefixes().contains("capped at"))
                        .isEqualTo(each.withPrefixes() < each.withPrefixesUncapped());
            }
        });
    }

    /** Works out the left side of {@code (4 − 1) ENIs × (15 − 1) prefixes × 16 + 2 = 674, …}. */
    private static void assertHolds(String explanation, int pods) {
        String[] sides = explanation.split(" = ", 2);
        String left = sides[0].replaceAll(" on \\d+ cards", "").replaceAll(" [A-Za-z]+", "");
        left = Pattern.compile("\\((\\d+) − 1\\)")
                .matcher(left)
                .replaceAll(match -> String.valueOf(Integer.parseInt(match.group(1)) - 1));
        String[] summands = left.split(" \\+ ", 2);
        int product = 1;
        for (String factor : summands[0].split(" × ", -1)) {
            product *= Integer.parseInt(factor);
        }
        assertThat(product + Integer.parseInt(summands[1])).as(explanation).isEqualTo(pods);
        assertThat(sides[1]).matches(pods + "\\b.*");
    }
}
