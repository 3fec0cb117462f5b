package io.enikit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What users can see of each module: it is written down in docs/api, and nothing of it is hidden. */
class PublicSurfaceTest {
    private static final Path FOLDER = Path.of("..", "docs", "api");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eni-core",
                "eni-limits",
                "eni-ipam",
                "adapters/eni-jackson",
                "adapters/eni-jackson3",
                "adapters/eni-json",
                "testing/eni-testkit"
            })
    void signatures_ofAModule_areThoseWrittenDown(String module) throws IOException {
        Path file = FOLDER.resolve(Path.of(module).getFileName() + ".txt");
        String text = visible(module).stream().map(PublicSurfaceTest::describe).collect(Collectors.joining("\n"));
        if (Boolean.getBoolean("api.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eni-core",
                "eni-limits",
                "eni-ipam",
                "adapters/eni-jackson",
                "adapters/eni-jackson3",
                "adapters/eni-json",
                "testing/eni-testkit"
            })
    void types_inPublicSignatures_areNotHidden(String module) throws IOException {
        List<String> hidden = new ArrayList<>();
        for (Class<?> type : visible(module)) {
            Stream.concat(Stream.ofNullable(type.getGenericSuperclass()), Arrays.stream(type.getGenericInterfaces()))
                    .filter(PublicSurfaceTest::isHidden)
                    .forEach(supertype -> hidden.add(type.getName() + " is a " + supertype.getTypeName()));
            members(type)
                    .filter(member -> types(member).anyMatch(PublicSurfaceTest::isHidden))
                    .forEach(member -> hidden.add(member.toString()));
        }
        assertThat(hidden).isEmpty();
    }

    /** Lists the public types of the packages that a module exports. */
    private static List<Class<?>> visible(String module) throws IOException {
        Path classes = Path.of("..").resolve(module).resolve(Path.of("target", "classes"));
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && file.startsWith("io") && !file.contains("internal"))
                    .sorted()
                    .<Class<?>>map(file -> load(file.substring(0, file.length() - ".class".length())
                            .replace('/', '.')
                            .replace('\\', '.')))
                    .filter(PublicSurfaceTest::isVisible)
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PublicSurfaceTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isVisible(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && !type.isSynthetic()
                && (type.getDeclaringClass() == null || isVisible(type.getDeclaringClass()));
    }

    /** Lists what can be called, including what is inherited from hidden types. */
    private static Stream<Member> members(Class<?> type) {
        return Stream.of(
                        Arrays.stream(type.getDeclaredConstructors()),
                        Arrays.stream(type.getMethods()).filter(method -> method.getDeclaringClass() != Object.class),
                        Arrays.stream(type.getDeclaredFields()))
                .<Member>flatMap(members -> members)
                .filter(member -> Modifier.isPublic(member.getModifiers()) && !member.isSynthetic());
    }

    private static Stream<Type> types(Member member) {
        if (member instanceof Field field) {
            return Stream.of(field.getGenericType());
        }
        Executable executable = (Executable) member;
        Stream<Type> result = executable instanceof Method method
                ? Stream.of(method.getGenericReturnType(), method.getDeclaringClass())
                : Stream.empty();
        return Stream.of(
                        result,
                        Arrays.stream(executable.getGenericParameterTypes()),
                        Arrays.stream(executable.getGenericExceptionTypes()))
                .flatMap(types -> types);
    }

    private static boolean isHidden(Type type) {
        if (type instanceof Class<?> plain) {
            Class<?> element = plain.isArray() ? plain.getComponentType() : plain;
            return element.getName().startsWith("io.enikit") && !isVisible(element);
        } else if (type instanceof ParameterizedType parameterized) {
            return isHidden(parameterized.getRawType())
                    || Arrays.stream(parameterized.getActualTypeArguments()).anyMatch(PublicSurfaceTest::isHidden);
        } else if (type instanceof GenericArrayType array) {
            return isHidden(array.getGenericComponentType());
        } else if (type instanceof WildcardType wildcard) {
            return Arrays.stream(wildcard.getUpperBounds()).anyMatch(PublicSurfaceTest::isHidden);
        }
        return type instanceof TypeVariable<?> variable
                && Arrays.stream(variable.getBounds()).anyMatch(bound -> bound instanceof Class<?> && isHidden(bound));
    }

    private static String describe(Class<?> type) {
        Collection<String> lines = new TreeSet<>();
        members(type).map(PublicSurfaceTest::signature).forEach(line -> lines.add("    " + line + "\n"));
        return type.toGenericString() + "\n" + String.join("", lines);
    }

    private static String signature(Member member) {
        if (member instanceof Method method) {
            return method.toGenericString().replace(method.getDeclaringClass().getTypeName() + ".", "");
        }
        return member instanceof Constructor<?> constructor ? constructor.toGenericString() : member.toString();
    }
}
