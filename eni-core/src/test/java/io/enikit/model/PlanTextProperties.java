package io.enikit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever is in a plan, down to the last field, is in its text as well, and in what differs between two plans. */
class PlanTextProperties {
    private static NetworkPlan plan(long seed) {
        AnyResource any = new AnyResource(seed);
        NetworkPlan.Builder plan = NetworkPlan.builder().quotas(any.quotas());
        for (int i = 0; i < 5; i++) {
            plan.add(any.next());
        }
        for (long i = Math.floorMod(seed, 3L); i > 0; i--) {
            plan.addSubnetDemand(any.subnetDemand());
        }
        return plan.build();
    }

    @Property
    void read_whatWasWritten_isTheSamePlan(@ForAll long seed) {
        NetworkPlan plan = plan(seed);
        String text = PlanText.write(plan);
        NetworkPlan read = PlanText.read(text);
        assertThat(read).as(text).isEqualTo(plan);
        assertThat(PlanText.write(read)).isEqualTo(text);
    }

    @Property
    void write_anyOtherPlan_isAnotherText(@ForAll long seed, @ForAll long other) {
        assertThat(PlanText.write(plan(seed)).equals(PlanText.write(plan(other))))
                .isEqualTo(plan(seed).equals(plan(other)));
    }

    /** What is made up leaves no field out, so that the properties above speak of all of them. */
    @Example
    void resources_madeUp_haveSeveralValuesInEveryField() throws IllegalAccessException {
        Map<Field, Set<Object>> values = new HashMap<>();
        for (long seed = 0; seed < 300; seed++) {
            AnyResource any = new AnyResource(seed);
            for (Object each : List.of(any.next(), any.next(), any.quotas())) {
                for (Field field : fields(each)) {
                    values.computeIfAbsent(field, key -> new HashSet<>()).add(String.valueOf(field.get(each)));
                }
            }
        }
        assertThat(values)
                .hasSizeGreaterThan(40)
                .allSatisfy(
                        (field, seen) -> assertThat(seen).as(field.toString()).hasSizeGreaterThan(1));
    }

    private static List<Field> fields(Object value) {
        return Arrays.stream(value.getClass().getDeclaredFields())
                .filter(field -> Modifier.isFinal(field.getModifiers()) && !Modifier.isStatic(field.getModifiers()))
                .peek(field -> field.setAccessible(true))
                .toList();
    }
}
