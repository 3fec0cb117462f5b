package io.enikit.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.rules.Violation;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** By how much a rule says that there is too much: a change that leaves less makes nothing worse. */
class ExcessTest {
    private static final InstanceTypes TYPES = InstanceTypes.bundled();

    private static NetworkPlan plan(String type, int enis, String rest) {
        return PlanText.read("eni-plan 1\ninstance i instanceType=" + type + "\n"
                + IntStream.range(0, enis)
                        .mapToObj(
                                i -> "eni e" + i + " subnet=s groups=g instance=i deviceIndex=" + i + " " + rest + "\n")
                        .collect(Collectors.joining())
                + "end\n");
    }

    private static String list(String pattern, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.format(pattern, i))
                .collect(Collectors.joining(","));
    }

    /** Returns by how much there is too much for a rule. */
    private static List<Long> excess(String rule, NetworkPlan plan) {
        return LimitRules.of(TYPES).check(plan).of(rule).stream()
                .map(Violation::excess)
                .toList();
    }

    private static List<Long> excess(String rule, String type, String eni) {
        return excess(rule, plan(type, 1, eni));
    }

    @Test
    void interfaces_twoTooMany() {
        assertThat(excess("limits.interfaces", plan("t2.micro", 4, ""))).containsExactly(2L);
    }

    @Test
    void flexibleInterfaces_twoOfThemUsed() {
        assertThat(excess("limits.interfaces-flexible", plan("c6in.8xlarge", 10, "")))
                .containsExactly(2L);
    }

    @Test
    void efas_twoTooMany() {
        assertThat(excess("limits.efa-interfaces", plan("c5n.18xlarge", 3, "interfaceType=efa")))
                .containsExactly(2L);
    }

    @Test
    void sharedSlots_theRootVolumeLacksOneToo() {
        assertThat(excess("limits.shared-slots", plan("d3.8xlarge", 3, ""))).containsExactly(1L);
        assertThat(excess("limits.shared-slots", plan("d3.8xlarge", 5, ""))).containsExactly(3L);
    }

    @Test
    void addresses_threeTooMany() {
        String five = "privateIpAddresses=" + list("10.0.0.1%d", 3) + " ipv4Prefixes=" + list("10.0.%d.0/28", 2);
        assertThat(excess("limits.ipv4-addresses", "t2.micro", five)).containsExactly(3L);
    }

    @Test
    void ipv6Addresses_threeTooMany() {
        String five = "ipv6Addresses=" + list("2001:db8::%d", 3) + " ipv6Prefixes=" + list("2001:db8:0:0:%d::/80", 2);
        assertThat(excess("limits.ipv6-addresses", "t3.micro", five)).containsExactly(3L);
    }

    @Test
    void prefixesOnXen_allTooMany() {
        String both = "ipv4Prefixes=" + list("10.0.%d.0/28", 2) + " ipv6Prefixes=2001:db8:0:0:1::/80";
        assertThat(excess("limits.prefixes", "t2.micro", both)).containsExactly(3L);
    }

    @Test
    void prefixesOnXen_ofEitherFamily_areMeant() {
        assertThat(excess("limits.prefixes", "t2.micro", "ipv6Prefixes=2001:db8:0:0:1::/80"))
                .containsExactly(1L);
    }

    @Test
    void addressesBeyondDns_fourTooMany() {
        String many = "privateIpAddresses=" + list("10.0.1.%d", 35);
        assertThat(excess("limits.dns-31", "i3.16xlarge", many)).containsExactly(4L);
    }

    @Test
    void branches_twoTooMany() {
        String branches = IntStream.range(0, 11)
                .mapToObj(i -> "\neni b" + i + " subnet=s groups=g trunk=e0 vlanId=" + (i + 1))
                .collect(Collectors.joining());
        assertThat(excess("limits.branches", "m5.large", "interfaceType=trunk" + branches))
                .containsExactly(2L);
    }
}
