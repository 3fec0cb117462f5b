package stranger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.enikit.model.Attachment;
import io.enikit.model.ElasticIp;
import io.enikit.model.Eni;
import io.enikit.model.Instance;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroup;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.net.IpSet;
import io.enikit.net.IpTable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Uses builders as frameworks and scripts do: by reflection, from a package that knows only what is public. */
class BuildersTest {
    static Stream<Arguments> builders() {
        return Stream.of(
                arguments(Attachment.Builder.class, Attachment.builder()),
                arguments(ElasticIp.Builder.class, ElasticIp.builder()),
                arguments(Eni.Builder.class, Eni.builder()),
                arguments(Instance.Builder.class, Instance.builder()),
                arguments(IpSet.Builder.class, IpSet.builder()),
                arguments(IpTable.Builder.class, IpTable.builder()),
                arguments(NetworkPlan.Builder.class, NetworkPlan.builder()),
                arguments(SecurityGroup.Builder.class, SecurityGroup.builder()),
                arguments(Subnet.Builder.class, Subnet.builder()),
                arguments(Vpc.Builder.class, Vpc.builder()));
    }

    @Test
    void builders_areAllThatTheModuleHas() throws Exception {
        Path classes = Path.of(
                Eni.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            List<String> found = files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith("$Builder.class") && !name.contains("Immutable"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .toList();
            assertThat(builders().map(each -> ((Class<?>) each.get()[0]).getName()))
                    .containsExactlyInAnyOrderElementsOf(found);
        }
    }

    @ParameterizedTest
    @MethodSource("builders")
    void invoke_anyMethodOfABuilder_isCallableAndRefusesNull(Class<?> type, Object builder) throws Exception {
        List<Method> methods = methodsOf(type);
        assertThat(methods).extracting(Method::getName).contains("build");
        for (Method method : methods) {
            Object[] nothing = Arrays.stream(method.getParameterTypes())
                    .map(BuildersTest::zero)
                    .toArray();
            if (Arrays.asList(nothing).contains(null)) {
                assertThatThrownBy(() -> method.invoke(builder, nothing))
                        .as("%s", method)
                        .isInstanceOf(InvocationTargetException.class)
                        .hasCauseInstanceOf(NullPointerException.class);
            } else if (method.getReturnType() == type) {
                assertThat(method.invoke(builder, nothing)).as("%s", method).isSameAs(builder);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("builders")
    void publicTypes_ofABuilder_hideNothing(Class<?> type, Object builder) {
        assertThat(builder).isInstanceOf(type);
        assertThat(methodsOf(type)).extracting(Method::getName).doesNotContain("from");
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            assertPublic(each, "a supertype of " + type);
        }
        for (Method method : methodsOf(type)) {
            assertPublic(method.getReturnType(), method.toString());
            for (Class<?> parameter : method.getParameterTypes()) {
                assertPublic(parameter, method.toString());
            }
        }
    }

    @Test
    void invoke_allThatABuilderNeeds_buildsTheSame() throws Exception {
        Object eni = Eni.class.getMethod("builder").invoke(null);
        Class<?> type = Eni.Builder.class;
        type.getMethod("id", String.class).invoke(eni, "e1");
        type.getMethod("subnetId", String.class).invoke(eni, "web");
        type.getMethod("description", String.class).invoke(eni, "x");
        type.getMethod("primaryPrivateIpAddress", String.class).invoke(eni, "10.0.0.10");

        assertThat(type.getMethod("build").invoke(eni))
                .isEqualTo(Eni.builder()
                        .id("e1")
                        .subnetId("web")
                        .description("x")
                        .primaryPrivateIpAddress("10.0.0.10")
                        .build());
    }

    private static List<Method> methodsOf(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .toList();
    }

    private static Object zero(Class<?> parameter) {
        if (parameter == int.class) {
            return 0;
        }
        return parameter == boolean.class ? false : null;
    }

    private static void assertPublic(Class<?> type, String where) {
        Class<?> plain = type.isArray() ? type.getComponentType() : type;
        assertThat(Modifier.isPublic(plain.getModifiers()))
                .as("%s: %s is public", where, plain)
                .isTrue();
    }
}
