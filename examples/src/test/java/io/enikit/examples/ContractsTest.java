package io.enikit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds for every public type: nulls are refused by name, values are equal by content, listings are lists or sets. */
class ContractsTest {
    private static final int RECORDS_AT_MOST = 25;
    private static final Pattern GROWTH =
            Pattern.compile("Later versions may add constants\\.|The list is complete\\.");
    private static final Pattern IDENTITY = Pattern.compile("compared by[\\s*]+identity");

    private static final String NULL = "null, without the name of the parameter: ";

    private static List<Class<?>> types = List.of();
    private static @Nullable PublicSamples samples;

    @BeforeAll
    static void collect() throws Exception {
        List<Class<?>> all = PublicTypes.all();
        samples = new PublicSamples(all);
        types = all;
    }

    private static PublicSamples samples() {
        return Optional.ofNullable(samples).orElseThrow();
    }

    @Test
    void records_inAllModules_areFew() throws Exception {
        assertThat(PublicTypes.all().stream().filter(Class::isRecord)).hasSizeLessThanOrEqualTo(RECORDS_AT_MOST);
    }

    @Test
    void listings_ofAllTypes_areListsOrSets() {
        assertThat(methods()
                        .filter(method ->
                                method.getReturnType() == Collection.class || method.getReturnType() == Iterable.class))
                .isEmpty();
    }

    @Test
    void interfaces_inAllModules_areSealedOrFunctions() {
        assertThat(types.stream()
                        .filter(type -> type.isInterface() && !type.isAnnotation())
                        .filter(type -> !type.isSealed() && !isFunction(type)))
                .isEmpty();
    }

    @Test
    void enums_inAllModules_sayWhetherTheyMayGrow() {
        assertThat(types.stream()
                        .filter(Class::isEnum)
                        .filter(type -> !GROWTH.matcher(source(type)).find()))
                .isEmpty();
    }

    @Test
    void samples_ofAllTypesWithInstances_areFound() {
        assertThat(types.stream()
                        .filter(ContractsTest::hasInstances)
                        .filter(type -> !Throwable.class.isAssignableFrom(type))
                        .filter(type -> samples().of(type).isEmpty())
                        .map(Class::getName))
                .isEmpty();
    }

    @Test
    void null_asAnyArgument_isRefusedWithTheNameOfTheParameter() {
        List<String> wrong = new ArrayList<>();
        for (Class<?> type : types) {
            PublicSamples.executables(type)
                    .filter(member -> !isGenerated(member) && !isFunction(type))
                    .forEach(member -> wrong.addAll(withNulls(member)));
        }
        assertThat(wrong).isEmpty();
    }

    /** What is made by the compiler, and {@code equals}, which has an answer to null. */
    private static boolean isGenerated(Executable member) {
        return member.isSynthetic()
                || member.getName().equals("equals")
                || (member.getDeclaringClass().isEnum() && member.getName().equals("valueOf"));
    }

    /** What users write themselves. */
    private static boolean isFunction(Class<?> type) {
        return type.isAnnotationPresent(FunctionalInterface.class);
    }

    private static List<String> withNulls(Executable member) {
        List<String> wrong = new ArrayList<>();
        Optional<Object> target = samples().target(member);
        if (target.isEmpty()) {
            return wrong;
        }
        for (int i = 0; i < member.getParameterCount(); i++) {
            if (member.getParameterTypes()[i].isPrimitive() || isNullable(member.getAnnotatedParameterTypes()[i])) {
                continue;
            }
            String name = member.getParameters()[i].getName();
            String outcome = withNull(member, target.get(), i);
            if (!outcome.equals(name) && !(outcome.startsWith(NULL) && isGenerated(member, target.get()))) {
                wrong.add(member.getDeclaringClass().getName() + "." + member.getName() + "("
                        + Stream.of(member.getParameterTypes())
                                .map(Class::getSimpleName)
                                .collect(Collectors.joining(", "))
                        + ") " + name + ": " + outcome);
            }
        }
        return wrong;
    }

    /** Returns what comes of null as one argument, whichever the others are; the name of the parameter if that comes. */
    private static String withNull(Executable member, Object target, int index) {
        String first = "";
        for (String text : PublicSamples.TEXTS) {
            for (int number : PublicSamples.NUMBERS) {
                Optional<@Nullable Object[]> arguments = samples().arguments(member, text, number, index);
                if (arguments.isEmpty()) {
                    return "no sample of another argument";
                }
                String outcome = outcome(member, target, arguments.get(), index);
                if (outcome.equals(member.getParameters()[index].getName())) {
                    return outcome;
                }
                first = first.isEmpty() ? outcome : first;
            }
        }
        return first;
    }

    /** Setters whose code Immutables generates refuse null as well, but not always by name. */
    private static boolean isGenerated(Executable member, Object target) {
        try {
            return member instanceof Method method
                    && target.getClass()
                            .getMethod(method.getName(), method.getParameterTypes())
                            .getDeclaringClass()
                            .getName()
                            .contains(".Immutable");
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static String outcome(Executable member, Object target, @Nullable Object[] arguments, int index) {
        try {
            @Nullable Object result = PublicSamples.invoke(member, target, arguments);
            return "returned "
                    + (result == null ? "null" : "a " + result.getClass().getSimpleName());
        } catch (InvocationTargetException e) {
            Throwable thrown = Optional.ofNullable(e.getCause()).orElse(e);
            if (thrown instanceof NullPointerException) {
                String name = member.getParameters()[index].getName();
                return name.equals(thrown.getMessage()) ? name : NULL + thrown.getMessage();
            }
            return thrown.toString();
        }
    }

    @Test
    void values_ofAllTypes_areEqualByContent() throws Exception {
        PublicSamples again = new PublicSamples(PublicTypes.all());
        List<String> wrong = new ArrayList<>();
        samples().all().forEach((type, sample) -> {
            if (!types.contains(type) || !hasInstances(type) || isFunction(type) || isIdentity(type)) {
                return;
            }
            @Nullable Object twin = again.all().get(type);
            if (twin == null || !sample.equals(twin) || sample.hashCode() != twin.hashCode()) {
                wrong.add(type.getName() + ": has no equality by content");
            } else if (sample.toString().equals(type.getName() + "@" + Integer.toHexString(sample.hashCode()))) {
                wrong.add(type.getName() + ": has no toString");
            }
        });
        assertThat(wrong).isEmpty();
    }

    private static boolean hasInstances(Class<?> type) {
        return !type.isAnnotation()
                && Stream.concat(Stream.of(type.getConstructors()), Stream.of(type.getMethods()))
                        .anyMatch(member -> member instanceof Method method
                                && method.getDeclaringClass() != Object.class
                                && !Modifier.isStatic(method.getModifiers()));
    }

    /** Builders, assertions, exceptions and the like are no values; others that are none have that in their Javadoc. */
    private static boolean isIdentity(Class<?> type) {
        return Throwable.class.isAssignableFrom(type)
                || type.getSimpleName().endsWith("Builder")
                || type.getSimpleName().endsWith("Assert")
                || IDENTITY.matcher(source(type)).find();
    }

    private static String source(Class<?> type) {
        String file = Path.of("src", "main", "java") + "/"
                + type.getName().replaceFirst("\\$.*", "").replace('.', '/') + ".java";
        return PublicTypes.modules()
                .map(module -> Path.of("..").resolve(module).resolve(file))
                .filter(Files::exists)
                .map(ContractsTest::read)
                .findFirst()
                .orElseThrow();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Method> methods() {
        return types.stream()
                .flatMap(type -> PublicTypes.members(type)
                        .filter(Method.class::isInstance)
                        .map(Method.class::cast));
    }
}
