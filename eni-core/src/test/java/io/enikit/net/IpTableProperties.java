package io.enikit.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Every question to {@link IpTable} against a walk over all entries. */
class IpTableProperties {
    private static final List<String> SPACES = List.of(
            "0.0.0.0/0",
            "255.255.255.0/24",
            "0.0.0.0/20",
            "10.0.0.0/26",
            "::/0",
            "::/118",
            "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ff00/120");

    @Property(tries = 2000)
    void answers_randomTable_areThoseOfAWalk(@ForAll long seed, @ForAll @IntRange(max = 6) int which) {
        Random random = new Random(seed);
        Cidr space = Cidr.parse(SPACES.get(which));
        TreeMap<Cidr, Integer> model = new TreeMap<>();
        IpTable.Builder<Integer> builder = IpTable.builder();
        int count = random.nextInt(60);
        for (int i = 0; i < count; i++) {
            Cidr block =
                    Cidr.containing(near(random, space), space.prefixLength() + random.nextInt(space.hostBits() + 1));
            model.put(block, i);
            builder.put(block, i);
        }
        IpTable<Integer> table = builder.build();
        assertThat(table.size()).isEqualTo(model.size());
        assertThat(table.isEmpty()).isEqualTo(model.isEmpty());
        assertThat(table.entries()).isEqualTo(new ArrayList<>(model.entrySet()));
        assertThat(table.entries()).hasToString(new ArrayList<>(model.entrySet()).toString());
        List<IpAddress> addresses = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            addresses.add(near(random, space));
        }
        model.keySet().forEach(block -> {
            addresses.add(block.first());
            addresses.add(block.last());
            if (!block.last().equals(Cidr.all(block.family()).last())) {
                addresses.add(block.last().next());
            }
        });
        for (IpAddress address : addresses) {
            List<Map.Entry<Cidr, Integer>> containing = model.entrySet().stream()
                    .filter(entry -> entry.getKey().contains(address))
                    .sorted(Comparator.comparingInt(entry -> -entry.getKey().prefixLength()))
                    .toList();
            assertThat(table.matches(address)).isEqualTo(containing);
            assertThat(table.longestMatch(address))
                    .isEqualTo(containing.stream().findFirst());
            Cidr around = Cidr.containing(address, space.prefixLength() + random.nextInt(space.hostBits() + 1));
            assertThat(table.get(around)).isEqualTo(Optional.ofNullable(model.get(around)));
            assertThat(table.under(around))
                    .isEqualTo(model.entrySet().stream()
                            .filter(entry -> around.contains(entry.getKey()))
                            .toList());
        }
        model.forEach((block, value) -> assertThat(table.get(block)).contains(value));
    }

    private static IpAddress near(Random random, Cidr space) {
        IpAddress any = space.family() == IpFamily.IPV4
                ? IpAddress.of(random.nextInt() >>> random.nextInt(32))
                : IpAddress.of(random.nextLong() >>> random.nextInt(64), random.nextLong() >>> random.nextInt(64));
        Cidr inside = Cidr.containing(any, space.prefixLength());
        return space.nth(inside.indexOf(any));
    }
}
