package io.enikit.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

/** Overrides, merges, differences and questions. */
class CatalogueTest {
    private final InstanceTypes bundled = InstanceTypes.bundled();
    private final InstanceLimits m5 = bundled.limits("m5.large");
    private final InstanceLimits mine = m5.toBuilder().instanceType("x99.large").build();

    @Test
    void of_twoRowsForOneType_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstanceTypes.of(m5, mine, m5))
                .withMessage("two rows for one instance type: m5.large");
    }

    @Test
    void of_anyOrder_isFoundAndStreamedByName() {
        InstanceTypes types = InstanceTypes.of(mine, m5);
        assertThat(types.stream()).containsExactly(m5, mine);
        assertThat(types.find("x99.large")).containsSame(mine);
        assertThat(types.find("x99")).isEmpty();
        assertThat(types.find("m5.large")).isSameAs(types.find("m5.large"));
        assertThat(types.nearMatches("x99.lrage")).containsExactly("x99.large");
        assertThat(types).isEqualTo(InstanceTypes.of(m5, mine)).hasToString("InstanceTypes[2 types]");
        assertThat(types).isNotEqualTo(InstanceTypes.of(m5)).hasSameHashCodeAs(InstanceTypes.of(m5, mine));
        assertThat(types.hashCode()).isNotEqualTo(InstanceTypes.of(m5).hashCode());
    }

    @Test
    void with_newOrKnownType_addsOrReplaces() {
        assertThat(bundled.with(mine).stream()).hasSize(1439);
        InstanceTypes replaced =
                bundled.with(m5.toBuilder().ipv4AddressesPerInterface(12).build());
        assertThat(replaced.stream()).hasSize(1438);
        assertThat(replaced.limits("m5.large").ipv4AddressesPerInterface()).isEqualTo(12);
        assertThat(bundled.limits("m5.large").ipv4AddressesPerInterface()).isEqualTo(10);
    }

    @Test
    void mergedOver_silentFields_areFilledFromBelow() {
        InstanceLimits sparse = InstanceLimits.builder()
                .instanceType("m5.large")
                .addNetworkCard(NetworkCard.of(0, 4))
                .ipv4AddressesPerInterface(11)
                .build();
        InstanceLimits merged = InstanceTypes.of(sparse).mergedOver(bundled).limits("m5.large");
        assertThat(merged.maximumNetworkInterfaces()).isEqualTo(4);
        assertThat(merged.ipv4AddressesPerInterface()).isEqualTo(11);
        assertThat(merged.source()).isEqualTo("caller");
        assertThat(merged.asOf()).isEmpty();
        InstanceLimits expected = m5.toBuilder()
                .networkCards(List.of(NetworkCard.of(0, 4).withAdditionalFlexibleNetworkInterfaces(OptionalInt.of(0))))
                .ipv4AddressesPerInterface(11)
                .status(ListingStatus.UNCONFIRMED)
                .source("caller")
                .asOf(Optional.empty())
                .build();
        assertThat(merged).isEqualTo(expected);
    }

    @Test
    void mergedOver_otherCards_keepsTheNewOnes() {
        InstanceLimits twoCards =
                m5.toBuilder().addNetworkCard(NetworkCard.of(1, 3)).build();
        assertThat(InstanceTypes.of(twoCards)
                        .mergedOver(bundled)
                        .limits("m5.large")
                        .networkCards())
                .isEqualTo(twoCards.networkCards());
    }

    @Test
    void diffFrom_itself_isEmpty() {
        assertThat(bundled.diffFrom(bundled)).isEqualTo(new CatalogueDiff(List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void diffFrom_addedRemovedChangedCompleted_areToldApart() {
        InstanceLimits changed = m5.toBuilder()
                .ipv4AddressesPerInterface(12)
                .networkCards(List.of(NetworkCard.of(0, 5).withAdditionalFlexibleNetworkInterfaces(OptionalInt.of(0))))
                .branchInterfaces(OptionalInt.empty())
                .source("caller")
                .build();
        CatalogueDiff diff = InstanceTypes.of(changed, mine).diffFrom(InstanceTypes.of(m5, bundled.limits("c5.large")));
        assertThat(diff.added()).containsExactly("x99.large");
        assertThat(diff.removed()).containsExactly("c5.large");
        assertThat(diff.changed())
                .extracting(CatalogueDiff.TypeChange::toString)
                .containsExactly("m5.large: networkCards.maximumNetworkInterfaces 3 → 5,"
                        + " ipv4AddressesPerInterface 10 → 12");
        assertThat(diff.completed())
                .containsExactly(new CatalogueDiff.TypeChange(
                        "m5.large",
                        List.of(new CatalogueDiff.FieldChange(
                                "branchInterfaces", Optional.of("9"), Optional.empty()))));
        assertThat(diff.completed().get(0)).hasToString("m5.large: branchInterfaces 9 → not given");
    }

    @Test
    void query_conditions_narrowTheStream() {
        assertThat(bundled.query().stream())
                .hasSize(1373)
                .allSatisfy(limits -> assertThat(limits.status()).isEqualTo(ListingStatus.LISTED));
        assertThat(bundled.query().anyStatus().stream()).hasSize(1438);
        assertThat(bundled.query().family("m5").stream())
                .isNotEmpty()
                .allSatisfy(limits -> assertThat(limits.instanceType()).startsWith("m5."));
        assertThat(bundled.query().hypervisor(Hypervisor.NITRO).trunkCompatible().stream())
                .isNotEmpty()
                .allSatisfy(limits -> {
                    assertThat(limits.hypervisor()).contains(Hypervisor.NITRO);
                    assertThat(limits.branchInterfaces().getAsInt()).isPositive();
                });
    }

    @Test
    void query_interfacesAndAddresses_countTheEdgeIn() {
        assertThat(bundled.query().family("m5").minimumIpv4Addresses(15).stream())
                .extracting(InstanceLimits::size)
                .contains("xlarge")
                .doesNotContain("large");
        assertThat(bundled.query().family("m5").minimumInterfaces(4).stream())
                .extracting(InstanceLimits::size)
                .contains("xlarge")
                .doesNotContain("large");
        assertThat(bundled.query().anyStatus().family("m5").minimumIpv4Addresses(51).stream())
                .isEmpty();
    }

    @Test
    void smallest_interfacesAndAddresses_hasFewestVcpus() {
        InstanceLimits smallest = bundled.query()
                .minimumInterfaces(8)
                .minimumIpv4Addresses(30)
                .smallest()
                .orElseThrow();
        assertThat(smallest.maximumNetworkInterfaces()).isGreaterThanOrEqualTo(8);
        assertThat(smallest.ipv4AddressesPerInterface()).isGreaterThanOrEqualTo(30);
        Predicate<InstanceLimits> fits = limits -> limits.status() == ListingStatus.LISTED
                && limits.maximumNetworkInterfaces() >= 8
                && limits.ipv4AddressesPerInterface() >= 30;
        assertThat(bundled.stream().filter(fits))
                .allSatisfy(limits -> assertThat(limits.defaultVcpus().getAsInt())
                        .isGreaterThanOrEqualTo(smallest.defaultVcpus().getAsInt()));
        assertThat(bundled.query().minimumInterfaces(81).smallest()).isEmpty();
    }

    @Test
    void query_conditionsTwice_keepTheStricterOne() {
        assertThat(bundled.query().minimumInterfaces(8).minimumInterfaces(4).stream())
                .containsExactlyElementsOf(
                        bundled.query().minimumInterfaces(8).stream().toList());
        assertThat(bundled.query().minimumIpv4Addresses(30).minimumIpv4Addresses(1).stream())
                .containsExactlyElementsOf(
                        bundled.query().minimumIpv4Addresses(30).stream().toList());
        assertThat(bundled.query().family("m5").family("c5").stream()).isEmpty();
        assertThat(bundled.query().matching(limits -> limits.bareMetal()).family("c5").stream())
                .extracting(InstanceLimits::instanceType)
                .containsExactly("c5.metal");
    }

    /** Every pair of figures that any type has, asked of the bundled table, whose types may be of any status. */
    @Test
    void smallest_everyPairOfFigures_isTheFirstOfTheSortedTypes() {
        List<InstanceLimits> bySize = bundled.stream()
                .sorted(Comparator.<InstanceLimits>comparingInt(
                                limits -> limits.defaultVcpus().isPresent()
                                        ? limits.defaultVcpus().getAsInt()
                                        : Integer.MAX_VALUE)
                        .thenComparingInt(InstanceLimits::maximumNetworkInterfaces)
                        .thenComparingInt(InstanceLimits::ipv4AddressesPerInterface)
                        .thenComparing(InstanceLimits::instanceType))
                .toList();
        for (int interfaces : figures(InstanceLimits::maximumNetworkInterfaces)) {
            for (int addresses : figures(InstanceLimits::ipv4AddressesPerInterface)) {
                assertThat(bundled.query()
                                .anyStatus()
                                .minimumIpv4Addresses(addresses)
                                .minimumInterfaces(interfaces)
                                .smallest())
                        .isEqualTo(bySize.stream()
                                .filter(limits -> limits.maximumNetworkInterfaces() >= interfaces
                                        && limits.ipv4AddressesPerInterface() >= addresses)
                                .findFirst());
            }
        }
    }

    private int[] figures(ToIntFunction<InstanceLimits> figure) {
        return bundled.stream().mapToInt(figure).distinct().toArray();
    }

    @Test
    void smallest_vcpusNotGiven_comesLast() {
        InstanceLimits unknown = m5.toBuilder()
                .instanceType("a1.tiny")
                .defaultVcpus(OptionalInt.empty())
                .build();
        assertThat(InstanceTypes.of(unknown, m5).query().smallest()).contains(m5);
        assertThat(InstanceTypes.of(unknown).query().smallest()).contains(unknown);
        assertThat(InstanceTypes.of().query().smallest()).isEmpty();
    }
}
