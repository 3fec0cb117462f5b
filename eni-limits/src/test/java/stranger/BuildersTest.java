package stranger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.limits.InstanceLimits;
import io.enikit.limits.NetworkCard;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Uses the builder of limits as frameworks and scripts do: by reflection, from another package. */
class BuildersTest {
    private static final Class<?> TYPE = InstanceLimits.Builder.class;

    @Test
    void invoke_anyMethodOfTheBuilder_isCallableAndRefusesNull() throws Exception {
        InstanceLimits.Builder builder = InstanceLimits.builder();
        for (Method method : methods()) {
            Object[] nothing = Arrays.stream(method.getParameterTypes())
                    .map(BuildersTest::zero)
                    .toArray();
            if (Arrays.asList(nothing).contains(null)) {
                assertThatThrownBy(() -> method.invoke(builder, nothing))
                        .as("%s", method)
                        .isInstanceOf(InvocationTargetException.class)
                        .hasCauseInstanceOf(NullPointerException.class);
            } else if (method.getReturnType() == TYPE) {
                assertThat(method.invoke(builder, nothing)).as("%s", method).isSameAs(builder);
            }
        }
    }

    @Test
    void publicTypes_ofTheBuilder_hideNothing() {
        assertThat(methods()).extracting(Method::getName).contains("build").doesNotContain("from");
        assertThat(TYPE.getSuperclass()).isEqualTo(Object.class);
        assertThat(methods())
                .extracting(Method::getReturnType)
                .allSatisfy(type ->
                        assertThat(Modifier.isPublic(type.getModifiers())).isTrue());
    }

    @Test
    void invoke_allThatTheBuilderNeeds_buildsTheSame() throws Exception {
        Object limits = InstanceLimits.class.getMethod("builder").invoke(null);
        TYPE.getMethod("instanceType", String.class).invoke(limits, "x9.large");
        TYPE.getMethod("addNetworkCard", NetworkCard.class).invoke(limits, NetworkCard.of(0, 3));
        TYPE.getMethod("ipv4AddressesPerInterface", int.class).invoke(limits, 10);

        assertThat(TYPE.getMethod("build").invoke(limits))
                .isEqualTo(InstanceLimits.builder()
                        .instanceType("x9.large")
                        .addNetworkCard(NetworkCard.of(0, 3))
                        .ipv4AddressesPerInterface(10)
                        .build());
    }

    private static List<Method> methods() {
        return Arrays.stream(TYPE.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .toList();
    }

    private static Object zero(Class<?> parameter) {
        if (parameter == int.class) {
            return 0;
        }
        if (parameter == double.class) {
            return 0.0;
        }
        return parameter == boolean.class ? false : null;
    }
}
