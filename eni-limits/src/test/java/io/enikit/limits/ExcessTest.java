package io.enikit.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.Instance;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.ResourceId;
import io.enikit.rules.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** By how much a rule says that there is too much: a change that leaves less makes nothing worse. */
class ExcessTest {
    private static final InstanceTypes TYPES = InstanceTypes.bundled();

    private final List<Long> excesses = new ArrayList<>();
    private final Faults faults = new Faults() {
        @Override
        public void add(String detail, String message, String hint) {
            excesses.add(0L);
        }

        @Override
        public void exceeds(long excess, String message, String hint) {
            excesses.add(excess);
        }

        @Override
        public Faults about(ResourceId subject) {
            return this;
        }
    };

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

    private List<Long> excess(InstanceRule rule, NetworkPlan plan) {
        Instance instance = plan.instance("i").orElseThrow();
        rule.check(instance, TYPES.limits(instance.instanceType()), plan, faults);
        return excesses;
    }

    private List<Long> excess(AttachedEniRule rule, String type, String eni) {
        NetworkPlan plan = plan(type, 1, eni);
        Eni first = plan.eni(EniId.of("e0")).orElseThrow();
        assertThat(rule.isAbout(first)).isTrue();
        rule.check(first, TYPES.limits(type), plan, faults);
        return excesses;
    }

    @Test
    void interfaces_twoTooMany() {
        assertThat(excess(new InterfaceCount(TYPES), plan("t2.micro", 4, ""))).containsExactly(2L);
    }

    @Test
    void flexibleInterfaces_twoOfThemUsed() {
        assertThat(excess(new FlexibleInterfaces(TYPES), plan("c6in.8xlarge", 10, "")))
                .containsExactly(2L);
    }

    @Test
    void efas_twoTooMany() {
        assertThat(excess(new EfaCount(TYPES), plan("c5n.18xlarge", 3, "interfaceType=efa")))
                .containsExactly(2L);
    }

    @Test
    void sharedSlots_theRootVolumeLacksOneToo() {
        assertThat(excess(new SharedSlots(TYPES), plan("d3.8xlarge", 3, ""))).containsExactly(1L);
        excesses.clear();
        assertThat(excess(new SharedSlots(TYPES), plan("d3.8xlarge", 5, ""))).containsExactly(3L);
    }

    @Test
    void addresses_threeTooMany() {
        String five = "privateIpAddresses=" + list("10.0.0.1%d", 3) + " ipv4Prefixes=" + list("10.0.%d.0/28", 2);
        assertThat(excess(new Ipv4AddressCount(TYPES), "t2.micro", five)).containsExactly(3L);
    }

    @Test
    void ipv6Addresses_threeTooMany() {
        String five = "ipv6Addresses=" + list("2001:db8::%d", 3) + " ipv6Prefixes=" + list("2001:db8:0:0:%d::/80", 2);
        assertThat(excess(new Ipv6AddressCount(TYPES), "t3.micro", five)).containsExactly(3L);
    }

    @Test
    void prefixesOnXen_allTooMany() {
        String both = "ipv4Prefixes=" + list("10.0.%d.0/28", 2) + " ipv6Prefixes=2001:db8:0:0:1::/80";
        assertThat(excess(new PrefixesOnXen(TYPES), "t2.micro", both)).containsExactly(3L);
    }

    @Test
    void prefixesOnXen_ofEitherFamily_areMeant() {
        assertThat(excess(new PrefixesOnXen(TYPES), "t2.micro", "ipv6Prefixes=2001:db8:0:0:1::/80"))
                .containsExactly(1L);
    }

    @Test
    void addressesBeyondDns_fourTooMany() {
        String many = "privateIpAddresses=" + list("10.0.1.%d", 35);
        assertThat(excess(new AddressesBeyondDns(TYPES), "i3.16xlarge", many)).containsExactly(4L);
    }

    @Test
    void branches_twoTooMany() {
        String branches = IntStream.range(0, 11)
                .mapToObj(i -> "\neni b" + i + " subnet=s groups=g trunk=e0 vlanId=" + (i + 1))
                .collect(Collectors.joining());
        assertThat(excess(new BranchCount(TYPES), "m5.large", "interfaceType=trunk" + branches))
                .containsExactly(2L);
    }
}
