package io.enikit.ipam;

import static io.enikit.ipam.PoolCases.orError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.capacity.CiliumWarmPool;
import io.enikit.capacity.VpcCniWarmPool;
import io.enikit.capacity.WarmBalance;
import io.enikit.net.Cidr;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Asks for Terraform subnets, layouts and warm pools what the cases asked others. */
final class PlanCases {
    private PlanCases() {}

    static Object evenSplit(Case c) {
        int count = c.list("masks").size();
        int newBits = Integer.SIZE - Integer.numberOfLeadingZeros(count - 1);
        return TerraformFunctions.cidrsubnets(
                        c.text("vpc"),
                        IntStream.range(0, count).map(i -> newBits).toArray())
                .stream()
                .map(Cidr::toString)
                .toList();
    }

    static Object networkBuilder(Case c) {
        int length = c.cidr("cidr").prefixLength();
        int[] newBits = c.<List<BigInteger>>list("add").stream()
                .flatMapToInt(add -> IntStream.range(0, add.get(1).intValueExact())
                        .map(i -> add.get(0).intValueExact() - length))
                .toArray();
        return TerraformFunctions.cidrsubnets(c.text("cidr"), newBits).stream()
                .map(Cidr::toString)
                .toList();
    }

    static void cidrsubnets(Case c) {
        int[] newBits =
                c.numbers("newbits").stream().mapToInt(Integer::intValue).toArray();
        if (c.expected() instanceof Map<?, ?> map && map.get("message") instanceof String message) {
            assertThatThrownBy(() -> TerraformFunctions.cidrsubnets(c.text("prefix"), newBits))
                    .hasMessage(message);
        } else if (c.expected() instanceof Map<?, ?> map && map.get("terraform") instanceof Map<?, ?> answer) {
            assertThatThrownBy(() -> TerraformFunctions.cidrsubnets(c.text("prefix"), newBits))
                    .as("what Terraform answers, right or not")
                    .hasMessage(String.valueOf(answer.get("error")));
        } else {
            assertThat(orError(() -> TerraformFunctions.cidrsubnets(c.text("prefix"), newBits).stream()
                            .map(Cidr::toString)
                            .toList()))
                    .isEqualTo(c.answer());
        }
    }

    static void planNamed(Case c) {
        List<List<Object>> networks = c.list("networks");
        int[] newBits = networks.stream()
                .mapToInt(n -> ((BigInteger) n.get(1)).intValueExact())
                .toArray();
        List<Cidr> subnets = TerraformFunctions.cidrsubnets(c.text("base"), newBits);
        IntStream.range(0, networks.size()).forEach(i -> {
            if (networks.get(i).get(0) instanceof String name) {
                assertThat(subnets.get(i)).hasToString((String) c.expected(name));
            }
        });
    }

    static void planStability(Case c) {
        CidrLayout before = CidrLayout.empty(c.cidr("vpc"))
                .plan(Map.of("public/a", 19, "public/b", 19, "private/a", 19, "private/b", 19));
        CidrLayout after = before.plan(Map.of(
                "public/a", 19, "public/b", 19, "public/c", 19, "private/a", 19, "private/b", 19, "private/c", 19));
        assertThat(after.diffFrom(before)).hasToString("added 2, moved 0, removed 0");
    }

    static CiliumWarmPool cilium(Case c) {
        return new CiliumWarmPool(
                c.number("preAllocate"),
                c.number("minAllocate"),
                c.number("maxAllocate"),
                c.number("maxAboveWatermark"));
    }

    static VpcCniWarmPool cni(Case c) {
        return new VpcCniWarmPool(0, c.number("warmIp"), c.number("minIp"), c.number("warmPrefix"));
    }

    static void warmTarget(Case c) {
        WarmBalance balance = cni(c).addresses(c.number("total"), c.number("assigned"), c.number("cooling"));
        if (c.answer() instanceof String words) {
            assertThat(words).endsWith("short by " + balance.needed());
        } else {
            assertThat(PoolCases.number(balance.needed())).isEqualTo(c.expected("short"));
            assertThat(PoolCases.number(balance.excess())).isEqualTo(c.expected("over"));
        }
    }

    static void warmTargetPrefixes(Case c) {
        int total = c.number("prefixesOf16");
        WarmBalance balance = cni(c).prefixes(total, c.number("assigned") == 0 ? total : 0, c.number("assigned"));
        assertThat(PoolCases.number(balance.needed())).isEqualTo(c.expected("shortPrefixes"));
        assertThat(PoolCases.number(balance.excess())).isEqualTo(c.expected("overPrefixes"));
    }

    static Object attachedIps(Case c) {
        boolean small = c.text("instance").startsWith("t3.small");
        return PoolCases.number(cni(c).attachedAddresses(c.number("pods"), small ? 3 : 15, small ? 3 : 49));
    }

    @SuppressWarnings("unchecked")
    static Object removable(Case c) {
        List<VpcCniWarmPool.Interface> enis = new ArrayList<>();
        ((Map<String, Map<String, Object>>) Objects.requireNonNull(c.input().get("enis")))
                .forEach((id, eni) -> enis.add(new VpcCniWarmPool.Interface(
                        id, eni.get("primary") != null, Case.number(eni, "ips"), Case.number(eni, "used"))));
        List<Object> removed = new ArrayList<>();
        for (Map<String, Object> call : c.<Map<String, Object>>list("calls")) {
            VpcCniWarmPool targets = new VpcCniWarmPool(0, Case.number(call, "warmIp"), Case.number(call, "minIp"), 0);
            VpcCniWarmPool.Interface eni = targets.removable(enis).orElse(null);
            removed.add(eni == null ? null : eni.id());
            enis.remove(eni);
        }
        return removed;
    }
}
