package io.enikit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
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
import org.junit.jupiter.params.provider.MethodSource;

/** What users can see of each module: it is written down in docs/api, and nothing of it is hidden. */
class PublicSurfaceTest {
    private static final Path FOLDER = Path.of("..", "docs", "api");

    @ParameterizedTest
    @MethodSource("io.enikit.examples.PublicTypes#modules")
    void signatures_ofAModule_areThoseWrittenDown(String module) throws IOException {
        Path file = FOLDER.resolve(Path.of(module).getFileName() + ".txt");
        String text =
                PublicTypes.of(module).stream().map(PublicSurfaceTest::describe).collect(Collectors.joining("\n"));
        if (Boolean.getBoolean("api.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @MethodSource("io.enikit.examples.PublicTypes#modules")
    void types_inPublicSignatures_areNotHidden(String module) throws IOException {
        List<String> hidden = new ArrayList<>();
        for (Class<?> type : PublicTypes.of(module)) {
            Stream.concat(Stream.ofNullable(type.getGenericSuperclass()), Arrays.stream(type.getGenericInterfaces()))
                    .filter(PublicSurfaceTest::isHidden)
                    .forEach(supertype -> hidden.add(type.getName() + " is a " + supertype.getTypeName()));
            PublicTypes.members(type)
                    .filter(member -> types(member).anyMatch(PublicSurfaceTest::isHidden))
                    .forEach(member -> hidden.add(member.toString()));
        }
        assertThat(hidden).isEmpty();
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
            return element.getName().startsWith("io.enikit") && !PublicTypes.isVisible(element);
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
        PublicTypes.members(type).map(PublicSurfaceTest::signature).forEach(line -> lines.add("    " + line + "\n"));
        return heading(type) + "\n" + String.join("", lines);
    }

    /** The same on every JDK: older ones do not say whether a type is sealed. */
    private static String heading(Class<?> type) {
        return type.toGenericString().replaceFirst("\\b(non-)?sealed ", "") + (type.isSealed() ? " (sealed)" : "");
    }

    private static String signature(Member member) {
        if (member instanceof Method method) {
            return method.toGenericString().replace(method.getDeclaringClass().getTypeName() + ".", "");
        }
        return member instanceof Constructor<?> constructor ? constructor.toGenericString() : member.toString();
    }
}
